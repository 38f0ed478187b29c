"""The content of a request → the instance that its schema describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from playground.core import media_types
from playground.core.errors import InvalidBody
from playground.core.openapi.document import Document
from playground.core.openapi.operations import MediaTypeDoc
from playground.core.parameter_values import of_schema

_DISPOSITION = re.compile(rb'(?i)content-disposition\s*:[^\r\n]*?;\s*name=(?:"([^"\r\n]*)"|([^;\s]+))')
_FILE = re.compile(rb"(?i)content-disposition\s*:[^\r\n]*?;\s*filename\*?=")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form; ``is_file`` where it carries a file, whose content is not looked at."""

    name: str
    value: str
    is_file: bool = False


def read(content: bytes, media_type: str, described: MediaTypeDoc, document: Document) -> Any:
    """The instance.

    Raises ``InvalidBody`` where the content is not what its media type says.
    """
    kind = media_types.parse(media_type)
    if kind.is_json:
        return _json(content)
    if kind.essence == "multipart/form-data":
        return _object(_parts(content, kind.get("boundary")), described, document)
    if kind.essence == "application/x-www-form-urlencoded":
        pairs = parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)
        return _object((Field(name, value) for name, value in pairs), described, document)
    return content.decode("utf-8", "replace") if kind.is_text else "…"


def _json(content: bytes) -> Any:
    try:
        return json.loads(content, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "it is nested too deep"
        raise InvalidBody(f"The body is not JSON: {reason}.") from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _parts(content: bytes, boundary: str) -> list[Field]:
    """The parts of a multipart body (RFC 2046 §5.1.1)."""
    if not boundary:
        raise InvalidBody("The multipart body has no boundary.", hint="Name it in Content-Type.")
    delimiter = b"--" + boundary.encode("latin-1", "replace")
    _preamble, *pieces = (b"\r\n" + content).split(b"\r\n" + delimiter)
    if not pieces or not pieces[-1].startswith(b"--"):
        raise InvalidBody("The multipart body does not end with its boundary.")
    return [_part(piece) for piece in pieces[:-1]]


def _part(piece: bytes) -> Field:
    head, _, value = piece.partition(b"\r\n\r\n")
    name = _DISPOSITION.search(head)
    if name is None:
        raise InvalidBody("A part of the multipart body has no name.")
    if _FILE.search(head):
        return Field((name[1] or name[2]).decode("utf-8", "replace"), "…", is_file=True)
    return Field((name[1] or name[2] or b"").decode("utf-8", "replace"), value.decode("utf-8", "replace"))


def _object(fields: Iterable[Field], described: MediaTypeDoc, document: Document) -> dict[str, Any]:
    schema = document.resolve(described.schema)
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    known: Mapping[str, Any] = properties if isinstance(properties, Mapping) else {}
    grouped: dict[str, list[str]] = {}
    for item in fields:
        grouped.setdefault(_described_name(item.name, known), []).append(item.value)
    return {name: of_schema(values, known.get(name), document) for name, values in grouped.items()}


def _described_name(name: str, known: Mapping[str, Any]) -> str:
    """The name as the schema spells it: clients disagree on the ``[]`` of a list."""
    for candidate in (name, f"{name}[]", name.removesuffix("[]")):
        if candidate in known:
            return candidate
    return name
