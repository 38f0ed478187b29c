"""Collection → an OpenAPI 3.1 description: an operation for each method and path, its requests and answers as examples.

A ``{{variable}}`` in a path or in a server becomes a parameter of that name. Requests of one method and path become
examples of one operation. What is expected of answers stands in ``x-assertions``, by the names of the requests; what
OpenAPI cannot say, a method of one's own, is listed in ``x-not-described``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from playground.core import assertions, media_types, uris
from playground.core.collected import Collected, Collection, Example
from playground.core.exporters.base import Exporter
from playground.core.messages import (
    BinaryBody,
    Body,
    Credentials,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    RequestSpec,
    TextBody,
)
from playground.core.variables import VARIABLE

Json = dict[str, Any]

#: The methods of a Path Item Object (OpenAPI 3.1 §4.8.9).
METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
#: Header fields that a Parameter Object may not describe (OpenAPI 3.1 §4.8.12).
_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization", "cookie"})
_TEMPLATE = re.compile(r"\{([^{}/]+)\}")
_URL = re.compile(r"\A((?:[a-zA-Z][a-zA-Z0-9+.\-]*://)?[^/?#]*)([^?#]*)(?:\?([^#]*))?", re.DOTALL)


def dump(collection: Collection) -> Json:
    """A description of OpenAPI 3.1, as plain JSON values."""
    writer = _Writer()
    for path, item in collection.walk():
        writer.add(path, item)
    return writer.document(collection)


class _Writer:
    def __init__(self) -> None:
        self.paths: dict[str, Json] = {}
        self.schemes: dict[str, Json] = {}
        self.left_out: list[str] = []
        self.identifiers: set[str] = set()

    def document(self, collection: Collection) -> Json:
        info = {"title": collection.name, "version": "1.0.0"}
        document: Json = {"openapi": "3.1.0", "info": info, "paths": self.paths}
        if collection.note:
            info["description"] = collection.note
        if self.schemes:
            document["components"] = {"securitySchemes": self.schemes}
        if self.left_out:
            document["x-not-described"] = self.left_out
        return document

    def add(self, folders: tuple[str, ...], item: Collected) -> None:
        method = item.spec.method.lower()
        if method not in METHODS:
            self.left_out.append(f"{item.spec.method} {item.name}")
            return
        server, path, query = _parts(item.spec.url)
        operations = self.paths.setdefault(path, {})
        if method not in operations:
            operations[method] = self._operation(folders, item, server)
        operation = operations[method]
        _add_parameters(operation, _parameters(item.spec, path, query))
        _add_body(operation, item)
        if item.assertions:
            operation.setdefault("x-assertions", {})[item.name] = assertions.dump(item.assertions)
        for example in item.examples:
            _add_response(operation, example)

    def _operation(self, folders: tuple[str, ...], item: Collected, server: str) -> Json:
        operation: Json = {"operationId": self._identifier(item.name), "summary": item.name}
        if item.note:
            operation["description"] = item.note
        if folders:
            operation["tags"] = [" / ".join(folders)]
        if server:
            operation["servers"] = [_server(server)]
        if needed := self._security(item.spec):
            operation["security"] = [needed]
        return {**operation, "parameters": [], "responses": {"default": {"description": "Any answer."}}}

    def _identifier(self, name: str) -> str:
        base = re.sub(r"\W+", "_", name, flags=re.ASCII).strip("_") or "request"
        found, number = base, 2
        while found in self.identifiers:
            found, number = f"{base}_{number}", number + 1
        self.identifiers.add(found)
        return found

    def _security(self, spec: RequestSpec) -> dict[str, list[str]]:
        needed: dict[str, list[str]] = {}
        for item in (*spec.auth, *_of_header(spec.headers)):
            key, scheme = _scheme(item)
            self.schemes[key] = scheme
            needed[key] = []
        return needed


def _of_header(rows: Iterable[Parameter]) -> Iterator[Credentials]:
    for row in rows:
        if row.enabled and row.name.lower() == "authorization":
            yield Credentials("basic" if row.value.lower().startswith("basic") else "bearer")


def _scheme(item: Credentials) -> tuple[str, Json]:
    if item.kind == "apiKey":
        key = re.sub(r"[^\w.\-]+", "_", f"{item.location}_{item.name}", flags=re.ASCII)
        return key, {"type": "apiKey", "in": item.location, "name": item.name}
    return item.kind, {"type": "http", "scheme": item.kind}


def _parts(url: str) -> tuple[str, str, str]:
    """Server, path and query, variables as OpenAPI's templates."""
    found = _URL.match(VARIABLE.sub(lambda match: "{" + re.sub(r"[^\w.\-]+", "_", match[1]) + "}", url))
    assert found is not None
    path = found[2] if found[2].startswith("/") else "/" + found[2]
    return found[1], path, _written_query(url) if found[3] else ""


def _written_query(url: str) -> str:
    """The query as it was written, variables as they are."""
    return url.partition("#")[0].partition("?")[2]


def _server(url: str) -> Json:
    names = _TEMPLATE.findall(url)
    variables = {name: {"default": name} for name in names}
    return {"url": url, **({"variables": variables} if variables else {})}


# Parameters


def _parameters(spec: RequestSpec, path: str, query: str) -> Iterator[Json]:
    values = {row.name: row.value for row in spec.path_params}
    for name in dict.fromkeys(_TEMPLATE.findall(path)):
        yield {**_parameter(name, "path", values.get(name, "")), "required": True}
    written = [Parameter(name, value) for name, value in uris.query_pairs(query)]
    for row in (*written, *spec.query):
        yield _parameter(row.name, "query", row.value)
    for row in spec.headers:
        if row.name.lower() not in _NOT_PARAMETERS:
            yield _parameter(row.name, "header", row.value)
    for row in spec.cookies:
        yield _parameter(row.name, "cookie", row.value)


def _parameter(name: str, place: str, value: str) -> Json:
    return {"name": name, "in": place, "schema": {"type": "string"}, **({"example": value} if value else {})}


def _add_parameters(operation: Json, parameters: Iterable[Json]) -> None:
    """Each name once in its place (OpenAPI 3.1 §4.8.10)."""
    known = {(item["name"], item["in"]) for item in operation["parameters"]}
    for item in parameters:
        if item["name"] and (item["name"], item["in"]) not in known:
            known.add((item["name"], item["in"]))
            operation["parameters"].append(item)


# Contents


def _add_body(operation: Json, item: Collected) -> None:
    if isinstance(item.spec.body, NoBody):
        return
    media_type, value, schema = _content(item.spec.body)
    content = operation.setdefault("requestBody", {"content": {}})["content"].setdefault(media_type, {})
    if schema is not None:
        content.setdefault("schema", schema)
    if value is not None:
        _add_example(content, item.name, value)


def _content(body: Body) -> tuple[str, Any, Json | None]:
    """Media type, an example of it, and a schema where its kind says one."""
    match body:
        case TextBody():
            return _essence(body.media_type) or "text/plain", _value(body.text, body.media_type), None
        case FormBody():
            return _essence(body.media_type), {row.name: row.value for row in body.fields}, _object(body.fields)
        case MultipartBody():
            files = {part.name: part.file_name is not None for part in body.parts}
            fields = {part.name: part.content for part in body.parts if isinstance(part.content, str)}
            texts = {name: text for name, text in fields.items() if not files[name]}
            properties = {name: {} if is_file else {"type": "string"} for name, is_file in files.items()}
            return "multipart/form-data", texts or None, {"type": "object", "properties": properties}
        case BinaryBody():
            return _essence(body.media_type) or "application/octet-stream", None, None
    return "text/plain", None, None


def _object(rows: Iterable[Parameter]) -> Json:
    return {"type": "object", "properties": {row.name: {"type": "string"} for row in rows}}


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _value(text: str, media_type: str) -> Any:
    """JSON as what it says; anything else as text."""
    if media_types.parse(media_type).is_json:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text


def _add_example(content: Json, name: str, value: Any) -> None:
    examples = content.setdefault("examples", {})
    base = re.sub(r"[^\w.\-]+", "_", name, flags=re.ASCII).strip("_") or "example"
    key, number = base, 2
    while key in examples:
        key, number = f"{base}_{number}", number + 1
    examples[key] = {"summary": name, "value": value}


def _add_response(operation: Json, example: Example) -> None:
    answer = example.entry["response"]
    responses = operation["responses"]
    responses.pop("default", None)
    response = responses.setdefault(str(answer["status"]), {"description": answer.get("statusText") or example.name})
    content = answer.get("content", {})
    media_type = _essence(content.get("mimeType") or "")
    if media_type and content.get("text") and "encoding" not in content:
        described = response.setdefault("content", {}).setdefault(media_type, {})
        _add_example(described, example.name, _value(content["text"], media_type))


EXPORTER = Exporter("openapi", "OpenAPI 3.1", ".openapi.json", dump)
