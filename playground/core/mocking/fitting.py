"""A documented answer → one to this request: its model, its sizes and counts, real files, addresses that answer."""

from __future__ import annotations

import re
import struct
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from playground.core.errors import InvalidDocument
from playground.core.mocking import media
from playground.core.mocking.families.base import Body, objects
from playground.core.mocking.media import image
from playground.core.openapi.document import Document
from playground.core.openapi.operations import Schema

#: Where files that were made are found below a mock's root.
FILES = "/-/files/"
_SPEECH = {"pcm16": "audio/pcm", "pcm": "audio/pcm", **{name: media.EXTENSIONS[name] for name in media.EXTENSIONS}}


#: Numbers in one answer of embeddings, and in one vector.
_MOST_NUMBERS = 200_000
_LONGEST_VECTOR = 10_000


# The model


def with_model(answer: Any, model: Any, schema: Schema, document: Document) -> Any:
    """The model that was asked for, where the answer names one or may name one."""
    if not isinstance(answer, dict) or not isinstance(model, str):
        return answer
    for name in ("model", "modelVersion"):
        if name in answer or (name == "model" and "model" in _properties(schema, document)):
            return {**answer, name: model}
    return answer


def _properties(schema: Schema, document: Document) -> Mapping[str, Any]:
    try:
        resolved = document.resolve(schema)
    except InvalidDocument:
        return {}
    properties = resolved.get("properties") if isinstance(resolved, Mapping) else None
    return properties if isinstance(properties, Mapping) else {}


def with_path_params(answer: Any, replaced: Mapping[str, str]) -> Any:
    """The path's values where the documented examples of them stand, inside longer texts too."""
    if isinstance(answer, dict):
        return {key: with_path_params(value, replaced) for key, value in answer.items()}
    if isinstance(answer, list):
        return [with_path_params(value, replaced) for value in answer]
    if isinstance(answer, str):
        for old, new in replaced.items():
            answer = new if answer == old else answer.replace(old, new) if len(old) >= 8 else answer
    return answer


# Embeddings


def with_embeddings(answer: Any, body: Body) -> Any:
    """As many vectors as inputs, of as many numbers as were asked for, as floats or in base64."""
    entries = objects(answer.get("data")) if isinstance(answer, dict) else []
    if not entries or not all("embedding" in entry for entry in entries) or "input" not in body:
        return answer
    count = len(body["input"]) if isinstance(body["input"], list) and not _is_tokens(body["input"]) else 1
    length = body["dimensions"] if isinstance(body.get("dimensions"), int) else 1
    made = [{**entries[0], "index": index} for index in range(min(count, max(_MOST_NUMBERS // max(length, 1), 1)))]
    for entry in made:
        entry["embedding"] = _vector(entry["embedding"], body, entry["index"])
    return {**answer, "data": made}


def _is_tokens(value: list[Any]) -> bool:
    return bool(value) and all(isinstance(item, int) for item in value)


def _vector(documented: Any, body: Body, index: int) -> Any:
    numbers = documented if isinstance(documented, list) else [0.0]
    wanted = body.get("dimensions")
    if isinstance(wanted, int) and 0 < wanted <= _LONGEST_VECTOR:
        numbers = [round(((position * 37 + index * 101) % 199 - 99) / 1000, 6) for position in range(wanted)]
    if body.get("encoding_format") == "base64":
        return b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()
    return numbers


# Files


def with_files(answer: Any, body: Body, base: str, answers_at: Callable[[str], bool]) -> Any:
    """Real files in base64 where the examples have stubs, and addresses of this mock where they have example.com.

    ``answers_at`` says whether the document answers GET at a path.
    """
    count = body.get("n")
    entries = answer.get("data") if isinstance(answer, dict) else None
    if isinstance(count, int) and 0 < count <= 16 and objects(entries) and _holds_picture(objects(entries)[0]):
        listed = objects(entries)
        answer = {**answer, "data": [listed[index % len(listed)] for index in range(count)]}
    return _Files(body, base, answers_at).put(answer)


def _holds_picture(entry: Mapping[str, Any]) -> bool:
    return "b64_json" in entry or "url" in entry


class _Files:
    def __init__(self, body: Body, base: str, answers_at: Callable[[str], bool]) -> None:
        self.body, self.base, self.answers_at = body, base, answers_at
        self.pictures = 0

    def put(self, value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            return [self.put(item, key) for item in value]
        if isinstance(value, str):
            return self.picture() if key == "b64_json" else self.address(value)
        if not isinstance(value, dict):
            return value
        kind = str(value.get("mimeType") or value.get("mime_type") or value.get("media_type") or "")
        put = {name: self.put(inner, name) for name, inner in value.items()}
        for name in ("data", "bytesBase64Encoded"):
            if isinstance(value.get(name), str) and kind:
                put[name] = base64_file(kind) or value[name]
        if key == "audio" and isinstance(value.get("data"), str):
            put["data"] = base64_file(self.speech()) or value["data"]
        if "b64_json" in put and "output_format" in put:
            put["output_format"] = self.picture_format()
        return put

    def picture_format(self) -> str:
        wanted = self.body.get("output_format")
        return wanted if wanted in ("jpeg", "webp") else "png"

    def picture(self) -> str:
        """A picture of the wanted size; each one another."""
        kind = self.picture_format()
        size = re.fullmatch(r"(\d{1,4})x(\d{1,4})", str(self.body.get("size") or ""))
        width, height = (int(size[1]), int(size[2])) if size else (256, 256)
        self.pictures += 1
        if kind == "jpeg":
            content = image.jpeg()
        else:
            content = (image.webp if kind == "webp" else image.png)(width, height, self.pictures - 1)
        return b64encode(content).decode()

    def speech(self) -> str:
        wanted = self.body.get("audio")
        return _SPEECH.get(str(wanted.get("format")) if isinstance(wanted, Mapping) else "", "audio/wav")

    def address(self, text: str) -> str:
        """An example address as one that answers here."""
        if not text.startswith(("https://example.com/", "http://example.com/")) or any(map(str.isspace, text)):
            return text
        path = urlsplit(text).path
        name = path.rpartition("/")[2]
        if name.rpartition(".")[2].lower() in media.EXTENSIONS and "." in name:
            return self.base + FILES + name
        return self.base + path if self.answers_at(path) else text


def base64_file(media_type: str) -> str | None:
    content = media.made(media_type.lower())
    return None if content is None else b64encode(content).decode()


def speech_type(body: Body) -> str:
    """The media type of the voice that a text-to-speech request asks for."""
    return _SPEECH.get(str(body.get("response_format") or "mp3"), "audio/mpeg")


def file_named(name: str) -> tuple[str, bytes] | None:
    """Media type and content of a file below ``FILES``, None where its kind cannot be made."""
    media_type = media.EXTENSIONS.get(name.rpartition(".")[2].lower(), "")
    content = media.made(media_type) if media_type else None
    return None if content is None else (media_type, content)
