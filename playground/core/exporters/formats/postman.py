"""Collection → Postman Collection v2.1.0 (schema.getpostman.com/json/collection/v2.1.0/collection.json).

Postman writes variables as we do, ``{{name}}``; a name that Postman has no value for is left to whoever imports it.
What is expected of an answer is a script of tests. What it cannot hold is written the nearest way: bytes of a file by
the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from playground.core import media_types, uris
from playground.core.collected import Collected, Collection, Example
from playground.core.exporters import postman_tests
from playground.core.exporters.base import Exporter
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

SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"

#: ``{name}`` in a path, and no ``{{variable}}``.
_TEMPLATE = re.compile(r"(?<!\{)\{([^{}/]+)\}(?!\})")
_AUTHORITY = re.compile(r"\A(?:(?P<protocol>[a-zA-Z][a-zA-Z0-9+.\-]*)://)?(?P<host>[^/?#]*)(?P<rest>.*)\Z", re.DOTALL)
_PORT = re.compile(r":(\d+)\Z")


def dump(collection: Collection) -> Json:
    """A collection of Postman 2.1, as plain JSON values."""
    info = {"name": collection.name, "schema": SCHEMA}
    if collection.note:
        info["description"] = collection.note
    return {"info": info, "item": _items(collection)}


def _items(collection: Collection) -> list[Json]:
    folders = [
        {"name": folder.name, **_described(folder.note), "item": _items(folder)} for folder in collection.folders
    ]
    return [*folders, *(_item(item) for item in collection.requests)]


def _described(note: str) -> Json:
    return {"description": note} if note else {}


def _item(item: Collected) -> Json:
    request = {**_request(item.spec), **_described(item.note)}
    expected = postman_tests.events(item.assertions)
    return {
        "name": item.name,
        **({"event": expected} if expected else {}),
        "request": request,
        "response": [_response(example, request) for example in item.examples],
    }


def _request(spec: RequestSpec) -> Json:
    cookies = "; ".join(f"{row.name}={row.value}" for row in spec.cookies if row.enabled)
    headers = [*spec.headers, *([Parameter("Cookie", cookies)] if cookies else [])]
    request: Json = {"method": spec.method, "header": _rows(headers), "url": _url(spec)}
    if spec.auth:
        request["auth"] = _auth(spec.auth[0])
    body = _body(spec.body)
    if body is not None:
        request["body"] = body
    return request


def _rows(rows: list[Parameter] | tuple[Parameter, ...]) -> list[Json]:
    return [{"key": row.name, "value": row.value, **({} if row.enabled else {"disabled": True})} for row in rows]


def _url(spec: RequestSpec) -> Json:
    """The parts of an address; ``{name}`` in its path becomes ``:name``, which is filled from ``variable``."""
    address, _, written = spec.url.partition("#")[0].partition("?")
    found = _AUTHORITY.match(address)
    assert found is not None
    port = _PORT.search(found["host"])
    host = found["host"][: port.start()] if port else found["host"]
    path = _TEMPLATE.sub(r":\1", found["rest"])
    query = [{"key": name, "value": value} for name, value in uris.query_pairs(written)] + _rows(spec.query)
    url: Json = {"raw": _raw(found["protocol"], found["host"] + path, query), "host": host.split(".")}
    if found["protocol"]:
        url["protocol"] = found["protocol"]
    if port:
        url["port"] = port[1]
    if path:
        url["path"] = path.removeprefix("/").split("/")
    if query:
        url["query"] = query
    if spec.path_params:
        url["variable"] = [{"key": row.name, "value": row.value} for row in spec.path_params]
    return url


def _raw(protocol: str | None, address: str, query: list[Json]) -> str:
    pairs = [f"{row['key']}={row['value']}" for row in query if not row.get("disabled")]
    start = f"{protocol}://" if protocol else ""
    return start + address + ("?" + "&".join(pairs) if pairs else "")


def _auth(item: Credentials) -> Json:
    values: Mapping[str, str]
    match item.kind:
        case "bearer":
            kind, values = "bearer", {"token": item.value}
        case "basic":
            kind, values = "basic", {"username": item.username, "password": item.value}
        case _:
            kind, values = "apikey", {"key": item.name, "value": item.value, "in": item.location}
    return {"type": kind, kind: [{"key": key, "value": value, "type": "string"} for key, value in values.items()]}


def _body(body: Body) -> Json | None:
    match body:
        case NoBody():
            return None
        case TextBody():
            language = "json" if media_types.parse(body.media_type).is_json else "text"
            return {"mode": "raw", "raw": body.text, "options": {"raw": {"language": language}}}
        case FormBody():
            return {"mode": "urlencoded", "urlencoded": _rows(body.fields)}
        case MultipartBody():
            return {"mode": "formdata", "formdata": [_part(part) for part in body.parts]}
        case BinaryBody():
            return {"mode": "file", "file": {"src": body.file_name}}


def _part(part: Part) -> Json:
    row: Json = {"key": part.name}
    if part.file_name is not None:
        row |= {"type": "file", "src": part.file_name}
    else:
        row |= {"type": "text", "value": part.content if isinstance(part.content, str) else ""}
    if part.content_type:
        row["contentType"] = part.content_type
    return row if part.enabled else {**row, "disabled": True}


def _response(example: Example, request: Json) -> Json:
    answer = example.entry["response"]
    content = answer.get("content", {})
    return {
        "name": example.name,
        "originalRequest": request,
        "status": answer.get("statusText", ""),
        "code": answer["status"],
        "header": [{"key": row["name"], "value": row["value"]} for row in answer.get("headers", ())],
        "cookie": [],
        "body": content.get("text", ""),
    }


EXPORTER = Exporter("postman", "Postman 2.1", ".postman_collection.json", dump)
