"""A file's content as a string in a JSON text, the way its place asks for it (RFC 4648 §4, RFC 2397)."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from playground.core.errors import InvalidInput
from playground.core.schema import pointers, text
from playground.core.schema.actions import Desk
from playground.core.schema.kinds import upload_of
from playground.core.schema.resolution import Definitions, Schema, properties

#: Members beside a file's content that say what it is: those of a media type, of a name, of a short name of the format.
MEDIA_TYPES = ("media_type", "mimeType", "mime_type")
NAMES = ("filename", "file_name")
FORMATS = ("format",)

#: RFC 2397 §3, with any parameters between.
_DATA_URL = re.compile(r"data:(?P<media_type>[^;,]*)(?:;(?!base64)[^;,]*)*(?P<base64>;base64)?,", re.IGNORECASE)
#: Short names of formats that are not the end of their media type.
_SHORT = {"audio/mpeg": "mp3", "audio/x-wav": "wav", "audio/wave": "wav", "audio/vnd.wave": "wav", "image/jpg": "jpeg"}


@dataclass(frozen=True, slots=True)
class File:
    """A file that a person chose. ``media_type`` as its sender names it, "" where it does not."""

    content: bytes
    media_type: str = ""
    name: str = ""


def from_data_url(url: str, name: str = "") -> File:
    """The file in a data URL. Raises InvalidInput where it is none."""
    head = _DATA_URL.match(url)
    if head is None:
        raise InvalidInput("This is not a data URL.")
    data = url[head.end() :]
    try:
        content = b64decode(data, validate=True) if head["base64"] else unquote_to_bytes(data)
    except (Error, ValueError):
        raise InvalidInput("This is not a data URL.") from None
    return File(content, head["media_type"], name)


def put_file(schema: Any, definitions: Mapping[str, Any] | Definitions, body: str, pointer: str, file: File) -> str:
    """The body with a file at a place; what stands beside it and says what it is follows.

    Raises InvalidInput where the schema asks for no file there, and where the body is not JSON.
    """
    desk = Desk(schema, Definitions.of(definitions, schema), body if body.strip() else "{}")
    value = pointers.look_up(text.loads(desk.body), pointer)
    how = upload_of(desk.chosen(desk.schema_at(pointer), value)) if pointer else ""
    above, name = pointers.parent(pointer) if pointer else ("", "")
    body = text.set_value(desk.body, pointer, text.dumps(file_text(how, file, pointer, name)))
    described = desk.chosen(desk.schema_at(above), pointers.look_up(text.loads(desk.body), above))
    for member, said in _said_of(file, properties(described), desk.definitions).items():
        if member != name:
            body = text.set_value(body, pointers.child(above, member), text.dumps(said))
    return body


def file_text(how: str, file: File, pointer: str = "", name: str = "") -> str:
    """A file as a string, by what ``upload_of`` says of its place. Raises InvalidInput where no file is asked for."""
    encoded = b64encode(file.content).decode("ascii")
    if how == "base64":
        return encoded
    if how == "data-url":
        return f"data:{file.media_type or 'application/octet-stream'};base64,{encoded}"
    raise InvalidInput("%(name)s does not hold a file.", pointer=pointer[:200], name=name[:80])


def _said_of(file: File, members: Schema, definitions: Definitions) -> dict[str, str]:
    """What the members of an object are to say of a file that one of them holds."""
    short = _SHORT.get(file.media_type, file.media_type.rpartition("/")[2])
    ending = file.name.rpartition(".")[2].lower()
    wanted: list[tuple[str, tuple[str, ...]]] = [(name, (file.media_type,)) for name in MEDIA_TYPES]
    wanted += [(name, (file.name,)) for name in NAMES]
    wanted += [(name, (short, ending)) for name in FORMATS]
    said: dict[str, str] = {}
    for name, values in wanted:
        listed = definitions.resolve(members[name]).get("enum") if name in members else []
        fitting = [value for value in values if value and (listed is None or value in listed)]
        said |= {name: fitting[0]} if fitting else {}
    return said
