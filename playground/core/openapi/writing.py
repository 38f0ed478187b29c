"""Fragment → an OpenAPI 3.1 document of one operation, in one language: to be read by people and language models.

What was read is written back but for the texts of other languages and the notes of the shipped catalog (``x-original``,
``x-source`` …), which say nothing about a request.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from playground.core.openapi.document import Document
from playground.core.openapi.operations import (
    Example,
    Fragment,
    MediaTypeDoc,
    Operation,
    ParameterDoc,
    ResponseDoc,
    Schema,
    Server,
)
from playground.core.openapi.security import SecurityScheme
from playground.core.openapi.texts import Text, text
from playground.core.openapi.upgrade import map_subschemas

#: Extensions that tell how to use an API; any other is left out.
_KEPT = frozenset({"x-enum-hint", "x-sse-event-schema", "x-sse-terminator"})


def to_openapi(fragment: Fragment, title: str, version: str, language: str = "") -> dict[str, Any]:
    """The least document that holds the operation, its texts in that language where they are there."""
    return _Writer(fragment.document, language).document_of(fragment, title, version)


def to_yaml(value: Any) -> str:
    """Block style, names in their order, Chinese as Chinese, no anchors."""
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120))


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


class _Writer:
    def __init__(self, document: Document, language: str) -> None:
        self.base = document.base_language
        self.language = language

    def document_of(self, fragment: Fragment, title: str, version: str) -> dict[str, Any]:
        operation = fragment.operation
        return {
            "openapi": "3.1.0",
            "info": {"title": title, "version": version},
            "servers": [self.server(item) for item in operation.servers],
            "paths": {operation.path_template: {operation.method.lower(): self.operation(operation)}},
            **_present({"components": self.components(fragment)}),
        }

    def operation(self, item: Operation) -> dict[str, Any]:
        body = item.request_body
        return _present(
            {
                "operationId": item.operation_id,
                "summary": self.text(item.title),
                "description": self.text(item.description),
                "tags": [item.tag] if item.tag else [],
                "deprecated": item.deprecated,
                "security": [{scheme.key: list(scheme.scopes) for scheme in needed} for needed in item.security],
                "parameters": [self.parameter(one) for one in item.parameters],
                "requestBody": body
                and _present(
                    {
                        "description": self.text(body.description),
                        "required": body.required,
                        "content": self.content(body.media_types),
                    }
                ),
                "responses": {one.status: self.response(one) for one in item.responses},
                "x-stream": item.stream,
                "x-task": item.task,
                "x-websocket": item.websocket,
            }
        )

    def parameter(self, item: ParameterDoc) -> dict[str, Any]:
        return {"name": item.name, "in": item.location, **self.header(item)}

    def header(self, item: ParameterDoc) -> dict[str, Any]:
        described = _present({"schema": self.schema(item.schema), "examples": self.examples(item.examples)})
        return _present(
            {
                "required": item.required,
                "description": self.text(item.description),
                "deprecated": item.deprecated,
                **({"content": {item.media_type: described}} if item.media_type else described),
            }
        )

    def content(self, items: Iterable[MediaTypeDoc]) -> dict[str, Any]:
        return {item.media_type: self.media_type(item) for item in items}

    def media_type(self, item: MediaTypeDoc) -> dict[str, Any]:
        return _present(
            {
                "schema": self.schema(item.schema),
                "encoding": item.encoding,
                "examples": self.examples(item.examples),
            }
        )

    def examples(self, items: Iterable[Example]) -> dict[str, Any]:
        return {item.name: {**_present({"summary": self.text(item.summary)}), "value": item.value} for item in items}

    def response(self, item: ResponseDoc) -> dict[str, Any]:
        return {
            "description": self.text(item.description),
            **_present(
                {
                    "headers": {header.name: self.header(header) for header in item.headers},
                    "content": self.content(item.media_types),
                }
            ),
        }

    def server(self, item: Server) -> dict[str, Any]:
        return {"url": item.default_url, **_present({"description": self.text(item.description)})}

    def components(self, fragment: Fragment) -> dict[str, Any]:
        schemes = {scheme.key: self.scheme(scheme) for needed in fragment.operation.security for scheme in needed}
        schemas = fragment.components.get("schemas", {})
        return _present(
            {
                "securitySchemes": schemes,
                **fragment.components,
                "schemas": {name: self.schema(schema) for name, schema in schemas.items()},
            }
        )

    def scheme(self, item: SecurityScheme) -> dict[str, Any]:
        return _present({"type": item.kind, "scheme": item.scheme, "name": item.name, "in": item.location})

    def schema(self, node: Schema) -> Any:
        """The schema in one language, without what was noted beside it."""
        if not isinstance(node, Mapping):
            return node
        inner = map_subschemas(node, self.schema)
        kept = {key: value for key, value in inner.items() if not key.startswith("x-") or key in _KEPT}
        for key in ("title", "description"):
            if key in node or f"x-{key}-en" in node:
                kept[key] = self.text(text(node, key, self.base))
        if "x-sse-event-schema" in kept:
            kept["x-sse-event-schema"] = self.schema(kept["x-sse-event-schema"])
        return kept

    def text(self, item: Text) -> str:
        return item.get(self.language)


def _present(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing: null, false, empty."""
    return {name: value for name, value in fields.items() if value not in (None, False, "") and value not in ([], {})}
