"""HAR 1.2 request object → RequestSpec.

What a HAR request means here: a query inside ``url`` is already encoded and sent as written; ``queryString`` holds
decoded text; where both say the same, as browsers export it, it is sent once. ``postData.text`` is sent to the byte
and wins over ``params``; ``postData.encoding: "base64"`` marks bytes. ``postData.mimeType`` gives the Content-Type
where no header does; ``cookies`` give a Cookie header where none is listed.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from playground.core import media_types, uris
from playground.core.errors import InvalidHar
from playground.core.fields import SURROGATE, TOKEN
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


def load(har: object) -> RequestSpec:
    """Read a HAR request object.

    Raises ``InvalidHar``, whose ``pointer`` says where.
    """
    if not isinstance(har, Mapping):
        raise InvalidHar("A HAR request is a JSON object.", hint='Send {"method": …, "url": …, "headers": […]}.')
    url = _text(har, "url", "")
    headers = tuple(row for row in _rows(har, "headers") if not row.name.startswith(":"))
    listed = {row.name.lower() for row in headers}
    return RequestSpec(
        method=_method(har),
        url=url,
        query=_query(url, _rows(har, "queryString")),
        headers=headers,
        cookies=() if "cookie" in listed else _rows(har, "cookies"),
        body=_body(har, headers),
    )


def _method(har: Mapping[str, Any]) -> str:
    method = _text(har, "method", "")
    if not TOKEN.match(method):
        raise InvalidHar(
            "The request has no method." if not method else f"{method!r} is not a method.",
            hint="Use one word, like GET or POST.",
            pointer="/method",
        )
    return method


def _text(owner: Mapping[str, Any], key: str, pointer: str, default: str | None = None) -> str:
    value = owner.get(key, default)
    if not isinstance(value, str):
        what = "is missing" if key not in owner else "is not a text"
        raise InvalidHar(f"{key} {what}.", hint=f"{key} is a string (HAR 1.2).", pointer=f"{pointer}/{key}")
    if not value.isascii() and SURROGATE.search(value):
        raise InvalidHar(
            f"{key} holds half of a character.", hint="Remove the broken character.", pointer=f"{pointer}/{key}"
        )
    return value


def _list(owner: Mapping[str, Any], key: str, pointer: str) -> Sequence[Mapping[str, Any]]:
    rows = owner.get(key)
    if rows is None:
        return ()
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise InvalidHar(
            f"{key} is not a list of objects.", hint='Write [{"name": …, "value": …}].', pointer=f"{pointer}/{key}"
        )
    return rows


def _rows(owner: Mapping[str, Any], key: str, pointer: str = "") -> tuple[Parameter, ...]:
    return tuple(
        Parameter(_text(row, "name", f"{pointer}/{key}/{index}"), _text(row, "value", f"{pointer}/{key}/{index}", ""))
        for index, row in enumerate(_list(owner, key, pointer))
    )


def _query(url: str, rows: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """The rows that the query of the address does not hold already."""
    written = url.partition("#")[0].partition("?")[2]
    listed = Counter((row.name, row.value) for row in rows)
    for read in (uris.query_pairs, uris.raw_pairs, _as_written):
        inside = Counter(read(written))
        if inside and inside <= listed:
            return _minus(rows, inside)
    return rows


def _as_written(query: str) -> list[tuple[str, str]]:
    pairs = (item.partition("=") for item in query.split("&") if item)
    return [(name, value) for name, _, value in pairs]


def _minus(rows: tuple[Parameter, ...], inside: Counter[tuple[str, str]]) -> tuple[Parameter, ...]:
    left: list[Parameter] = []
    remaining = Counter(inside)
    for row in rows:
        if remaining[row.name, row.value]:
            remaining[row.name, row.value] -= 1
        else:
            left.append(row)
    return tuple(left)


def _body(har: Mapping[str, Any], headers: tuple[Parameter, ...]) -> Body:
    data = har.get("postData")
    if data is None:
        return NoBody()
    if not isinstance(data, Mapping):
        raise InvalidHar("postData is not an object.", hint='Write {"mimeType": …, "text": …}.', pointer="/postData")
    mime_type = _text(data, "mimeType", "/postData", "")
    if data.get("encoding") is not None:
        return BinaryBody(_decoded(data), mime_type)
    if data.get("text") is not None and (data["text"] != "" or not data.get("params")):
        return TextBody(_text(data, "text", "/postData"), mime_type)
    if data.get("params") is None:
        return NoBody() if not mime_type else TextBody("", mime_type)
    written = next((row.value for row in headers if row.name.lower() == "content-type"), mime_type)
    if media_types.parse(written).type == "multipart" or media_types.parse(mime_type).type == "multipart":
        return MultipartBody(_parts(data), mime_type or "multipart/form-data")
    return FormBody(_rows(data, "params", "/postData"), mime_type or "application/x-www-form-urlencoded")


def _decoded(data: Mapping[str, Any]) -> bytes:
    if data["encoding"] != "base64":
        raise InvalidHar(
            "postData.encoding is not base64.", hint="Leave it out for text.", pointer="/postData/encoding"
        )
    return _base64(_text(data, "text", "/postData"), "/postData/text")


def _base64(text: str, pointer: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise InvalidHar(
            "The text is not base64.", hint="Encode the bytes as RFC 4648 §4 has it.", pointer=pointer
        ) from None


def _parts(data: Mapping[str, Any]) -> tuple[Part, ...]:
    return tuple(
        _part(row, f"/postData/params/{index}") for index, row in enumerate(_list(data, "params", "/postData"))
    )


def _part(row: Mapping[str, Any], pointer: str) -> Part:
    file_name = row.get("fileName")
    content_type = row.get("contentType") or None
    if file_name is not None:
        file_name = _text(row, "fileName", pointer)
    if content_type is not None:
        content_type = _text(row, "contentType", pointer)
    content: str | bytes | None = None
    if row.get("value") is not None:
        content = _text(row, "value", pointer)
        if row.get("encoding") == "base64":  # an extension: HAR has no way to say bytes here
            content = _base64(content, f"{pointer}/value")
    elif file_name is None:
        content = ""
    return Part(_text(row, "name", pointer), content, file_name, content_type)
