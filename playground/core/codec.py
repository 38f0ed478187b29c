"""RequestSpec ↔ versioned JSON, for what is stored and shared.

A document says what it is (``kind``) and how it is written (``version``). ``load`` brings older versions up to date
step by step; a version from the future is refused rather than misread.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from playground.core.errors import InvalidSaved
from playground.core.messages import (
    BinaryBody,
    Body,
    Credentials,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)

Json = dict[str, Any]

KIND = "playground.request"
VERSION = 1

#: From a version to the next one: one function for each step, none so far.
UPGRADES: Mapping[int, Callable[[Json], Json]] = {}


def dump(spec: RequestSpec) -> Json:
    """The request as plain JSON values, of the present version."""
    return {
        "kind": KIND,
        "version": VERSION,
        "method": spec.method,
        "url": spec.url,
        "path_params": _dump_rows(spec.path_params),
        "query": _dump_rows(spec.query),
        "headers": _dump_rows(spec.headers),
        "cookies": _dump_rows(spec.cookies),
        "auth": [asdict(item) for item in spec.auth],
        "body": _dump_body(spec.body),
    }


def load(data: object) -> RequestSpec:
    """Read what ``dump`` wrote, in this version or an earlier one.

    Raises ``InvalidSaved``.
    """
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise InvalidSaved("This is not a saved request.", hint="Give a request that this program exported.")
    data = _upgraded(data)
    try:
        return RequestSpec(
            method=_text(data, "method"),
            url=_text(data, "url"),
            path_params=_load_rows(data["path_params"]),
            query=_load_rows(data["query"]),
            headers=_load_rows(data["headers"]),
            cookies=_load_rows(data["cookies"]),
            auth=tuple(map(_load_credentials, data["auth"])),
            body=_load_body(data["body"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidSaved(
            "The saved request is damaged: %(said)s.", hint="Export it again.", said=str(error)
        ) from error


def _upgraded(data: Json) -> Json:
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise InvalidSaved(
            "Version %(version)s of a saved request is not known here.",
            hint="Update the program.",
            version=repr(version),
        )
    for step in range(version, VERSION):
        data = UPGRADES[step](data)
    return data


def _dump_rows(rows: tuple[Parameter, ...]) -> list[list[Any]]:
    return [[row.name, row.value, row.enabled] for row in rows]


def _load_rows(rows: list[list[Any]]) -> tuple[Parameter, ...]:
    return tuple(_load_row(*row) for row in rows)


def _load_row(name: object, value: object, enabled: object) -> Parameter:
    if not (isinstance(name, str) and isinstance(value, str) and isinstance(enabled, bool)):
        raise TypeError("a row that is not a name, a value and whether it is sent")
    return Parameter(name, value, enabled)


def _load_credentials(data: Json) -> Credentials:
    if not all(isinstance(value, str) for value in data.values()):
        raise TypeError("credentials that are not text")
    return Credentials(**data)


def _text(data: Json, key: str) -> str:
    value = data[key]
    if not isinstance(value, str):
        raise TypeError(f"{key} is not text")
    return value


def _text_or_none(data: Json, key: str) -> str | None:
    return None if data[key] is None else _text(data, key)


def _dump_body(body: Body) -> Json:
    match body:
        case NoBody():
            return {"type": "none"}
        case TextBody():
            return {"type": "text", "media_type": body.media_type, "text": body.text}
        case FormBody():
            return {"type": "form", "media_type": body.media_type, "fields": _dump_rows(body.fields)}
        case MultipartBody():
            return {
                "type": "multipart",
                "media_type": body.media_type,
                "parts": [_dump_part(part) for part in body.parts],
            }
        case BinaryBody():
            return {
                "type": "binary",
                "media_type": body.media_type,
                "file_name": body.file_name,
                **_dump_content(body.content),
            }


def _dump_part(part: Part) -> Json:
    return {
        "name": part.name,
        "file_name": part.file_name,
        "content_type": part.content_type,
        "enabled": part.enabled,
        **_dump_content(part.content),
    }


def _dump_content(content: str | bytes | None) -> Json:
    if isinstance(content, bytes):
        return {"base64": b64encode(content).decode("ascii")}
    return {"text": content}


def _load_content(data: Json) -> str | bytes | None:
    if "base64" in data:
        return b64decode(data["base64"], validate=True)
    return _text_or_none(data, "text")


def _load_body(data: Json) -> Body:
    match data["type"]:
        case "none":
            return NoBody()
        case "text":
            return TextBody(_text(data, "text"), _text(data, "media_type"))
        case "form":
            return FormBody(_load_rows(data["fields"]), _text(data, "media_type"))
        case "multipart":
            return MultipartBody(tuple(map(_load_part, data["parts"])), _text(data, "media_type"))
        case "binary":
            content = _load_content(data)
            if isinstance(content, str):
                raise TypeError("a binary body that holds text")
            return BinaryBody(content, _text(data, "media_type"), _text_or_none(data, "file_name"))
        case other:
            raise ValueError(f"a body of the unknown type {other!r}")


def _load_part(data: Json) -> Part:
    return Part(
        name=_text(data, "name"),
        content=_load_content(data),
        file_name=_text_or_none(data, "file_name"),
        content_type=_text_or_none(data, "content_type"),
        enabled=bool(data["enabled"]),
    )
