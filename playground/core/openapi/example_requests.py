"""An operation → the request that its documentation shows.

In the shipped catalog Content-Type, Accept and Authorization are described as header parameters, as on the original
site. They become rows like any other, and the Authorization tab stays empty where a row already carries the key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from playground.core import media_types
from playground.core.errors import UnknownKey
from playground.core.messages import (
    BinaryBody,
    Body,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)
from playground.core.openapi.document import Document
from playground.core.openapi.keys import unlisted
from playground.core.openapi.operations import MediaTypeDoc, Operation, ParameterDoc
from playground.core.openapi.security import SecurityScheme, credentials

_NOTHING = Document({})


def example_spec(
    operation: Operation,
    server_url: str,
    *,
    media_type: str | None = None,
    example: str | None = None,
    document: Document = _NOTHING,
) -> RequestSpec:
    """The documented example request.

    ``media_type`` and ``example`` choose among those of the request body (default: the first of each); ``document``
    resolves references of schemas (``Fragment.document``).

    Raises ``UnknownKey`` where the operation has no such media type or example.
    """
    rows = {location: tuple(_rows(operation, location, document)) for location in ("path", "query", "header", "cookie")}
    content = content_of(operation, media_type)
    return RequestSpec(
        method=operation.method,
        url=server_url.rstrip("/") + operation.path_template,
        path_params=rows["path"],
        query=rows["query"],
        headers=_for_content(rows["header"], content),
        cookies=rows["cookie"],
        auth=credentials(unlisted(operation, _asked(operation))),
        body=NoBody() if content is None else body_of(content, example_value(content, example, document), document),
    )


# Parameters


def _rows(operation: Operation, location: str, document: Document) -> Iterator[Parameter]:
    carriers = {scheme.carrier for scheme in _asked(operation)}
    switches = ((operation.stream or {}).get("when") or {}).get("query") or {}
    for item in operation.parameters:
        if item.location != location:
            continue
        name = item.name.lower() if location == "header" else item.name
        # A switch to a stream is on where the page is about streaming: its first content is the stream.
        enabled = item.required or (location, name) in carriers or (location == "query" and name in switches)
        yield from serialise(item, parameter_value(item, document), enabled=enabled)


def _asked(operation: Operation) -> tuple[SecurityScheme, ...]:
    """The first alternative that asks for something."""
    return next((alternative for alternative in operation.security if alternative), ())


def parameter_value(item: ParameterDoc, document: Document = _NOTHING) -> Any:
    """The documented example of a parameter, else its schema's, else its default, else ""."""
    if item.examples:
        return item.examples[0].value
    schema = document.resolve(item.schema) if item.schema is not None else None
    if not isinstance(schema, Mapping):
        return ""
    for key in ("const", "default", "example"):
        if key in schema:
            return schema[key]
    return next(iter([*(schema.get("examples") or ()), *(schema.get("enum") or ())]), "")


def serialise(item: ParameterDoc, value: Any, *, enabled: bool = True) -> Iterator[Parameter]:
    """The rows that a value becomes, by ``style`` and ``explode`` (OpenAPI 3.1 §4.8.12.3) or by ``content``."""
    if item.media_type:
        yield Parameter(item.name, as_text(value), enabled)
    elif isinstance(value, Mapping):
        yield from _serialise_object(item, value, enabled)
    elif isinstance(value, list) and item.explode and item.style == "form":
        yield from (Parameter(item.name, as_text(entry), enabled) for entry in value)
    elif isinstance(value, list):
        separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(item.style, ",")
        yield Parameter(item.name, separator.join(as_text(entry) for entry in value), enabled)
    else:
        yield Parameter(item.name, as_text(value), enabled)


def _serialise_object(item: ParameterDoc, value: Mapping[str, Any], enabled: bool) -> Iterator[Parameter]:
    if item.style == "deepObject":
        yield from (Parameter(f"{item.name}[{key}]", as_text(entry), enabled) for key, entry in value.items())
    elif item.style == "form" and item.explode:
        yield from (Parameter(key, as_text(entry), enabled) for key, entry in value.items())
    else:
        joint = "=" if item.explode else ","
        yield Parameter(item.name, ",".join(f"{key}{joint}{as_text(part)}" for key, part in value.items()), enabled)


def as_text(value: Any) -> str:
    """A value as it stands in a row: text as it is, null as nothing, all else as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


# Content


def content_of(operation: Operation, media_type: str | None = None) -> MediaTypeDoc | None:
    """The request body's content of that media type, or its first; None where it has none.

    Raises ``UnknownKey``.
    """
    contents = operation.request_body.media_types if operation.request_body else ()
    if media_type is None:
        return contents[0] if contents else None
    wanted = media_types.parse(media_type).essence
    for item in contents:
        if media_types.parse(item.media_type).essence == wanted:
            return item
    raise UnknownKey(f"The body of {operation.key} has no media type {media_type}.")


def example_value(content: MediaTypeDoc, name: str | None = None, document: Document = _NOTHING) -> Any:
    """The value of the named example, or of the first; without any, what the schema gives as an example.

    Raises ``UnknownKey``.
    """
    for item in content.examples:
        if name is None or item.name == name:
            return item.value
    if name is not None:
        raise UnknownKey(f"There is no example {name}.")
    schema = document.resolve(content.schema) if content.schema is not None else None
    return next(iter(schema.get("examples") or ()), None) if isinstance(schema, Mapping) else None


def body_of(content: MediaTypeDoc, value: Any, document: Document = _NOTHING) -> Body:
    """A body of that content that holds the value."""
    kind = media_types.parse(content.media_type)
    if kind.essence == "multipart/form-data":
        return MultipartBody(tuple(_parts(content, value, document)))
    if kind.essence == "application/x-www-form-urlencoded":
        return FormBody(tuple(_form_rows(value)))
    if kind.is_json:
        return TextBody(json_text(value), content.media_type)
    if kind.is_text:
        return TextBody(as_text(value), content.media_type)
    return BinaryBody(None, content.media_type, file_name=_file_name(value) or "file")


def json_text(value: Any) -> str:
    """JSON as people read it: two spaces a level, the order of the names kept, Chinese as Chinese."""
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


def _form_rows(value: Any) -> Iterator[Parameter]:
    for name, entry in value.items() if isinstance(value, Mapping) else ():
        for single in entry if isinstance(entry, list) else [entry]:
            yield Parameter(name, as_text(single))


def _parts(content: MediaTypeDoc, value: Any, document: Document) -> Iterator[Part]:
    for name, entry in value.items() if isinstance(value, Mapping) else ():
        for single in entry if isinstance(entry, list) else [entry]:
            yield _part(name, single, _part_type(content, name, document))


def _part(name: str, value: Any, content_type: str) -> Part:
    """A part; a value that starts with @ stands for a file that the person chooses, as in curl."""
    file_name = _file_name(value)
    if file_name:
        return Part(name, None, file_name, content_type or None)
    return Part(name, as_text(value), content_type="application/json" if isinstance(value, dict) else None)


def _file_name(value: Any) -> str:
    if not isinstance(value, str) or not value.startswith("@"):
        return ""
    return PurePosixPath(value[1:]).name


def _part_type(content: MediaTypeDoc, name: str, document: Document) -> str:
    """Media type of a part: of ``encoding``, else of the property's ``contentMediaType``."""
    encoding = content.encoding.get(name)
    if isinstance(encoding, Mapping) and encoding.get("contentType"):
        return str(encoding["contentType"]).partition(",")[0].strip()
    schema = document.resolve(content.schema) if content.schema is not None else None
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    described = document.resolve(properties.get(name)) if isinstance(properties, Mapping) else None
    if isinstance(described, Mapping) and described.get("type") == "array":
        described = document.resolve(described.get("items"))
    return str(described.get("contentMediaType") or "") if isinstance(described, Mapping) else ""


def _for_content(rows: Iterable[Parameter], content: MediaTypeDoc | None) -> tuple[Parameter, ...]:
    """The header rows with a Content-Type that is that of the chosen content."""
    if content is None:
        return tuple(rows)
    return tuple(
        Parameter(row.name, content.media_type, row.enabled) if row.name.lower() == "content-type" else row
        for row in rows
    )
