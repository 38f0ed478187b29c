"""OpenAPI 3.0 → 3.1, so that every other room knows one kind of schema: JSON Schema 2020-12.

What changed (OpenAPI 3.1.0 release notes): ``nullable`` became a type, ``exclusiveMinimum`` and ``exclusiveMaximum``
became numbers, ``example`` of a schema became ``examples``, and keywords beside ``$ref`` count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

#: Keywords that hold one schema, a list of schemas, schemas by name (JSON Schema 2020-12 core §10, validation §6).
ONE = frozenset(
    [
        "not",
        "if",
        "then",
        "else",
        "items",
        "contains",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
    ]
)
MANY = frozenset(["allOf", "anyOf", "oneOf", "prefixItems"])
NAMED = frozenset(["properties", "patternProperties", "dependentSchemas", "$defs"])

#: Fields of OpenAPI objects that hold values of the described API, which are not to be touched.
_VALUES = frozenset(["example", "examples", "default", "enum", "value"])


def to_3_1(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same description in 3.1."""
    upgraded: dict[str, Any] = _objects(data)
    schemas = (data.get("components") or {}).get("schemas")
    if isinstance(schemas, Mapping):
        upgraded["components"]["schemas"] = {name: schema(value) for name, value in schemas.items()}
    return {**upgraded, "openapi": "3.1.0"}


def _objects(node: Any) -> Any:
    if isinstance(node, list):
        return [_objects(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    return {key: _field(key, value) for key, value in node.items()}


def _field(key: str, value: Any) -> Any:
    if key in _VALUES or key.startswith("x-"):
        return value
    return schema(value) if key == "schema" else _objects(value)


def schema(node: Any) -> Any:
    """A Schema Object of 3.0 as JSON Schema 2020-12."""
    if not isinstance(node, Mapping):
        return node
    if isinstance(node.get("$ref"), str):
        return {"$ref": node["$ref"]}  # 3.0: what stands beside it is ignored
    return _keywords(map_subschemas(node, schema))


def map_subschemas(node: Mapping[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    """The schema with ``change`` applied to each schema directly inside it."""
    changed = dict(node)
    for key, value in node.items():
        if key in ONE:
            changed[key] = change(value)
        elif key in MANY and isinstance(value, list):
            changed[key] = [change(item) for item in value]
        elif key in NAMED and isinstance(value, Mapping):
            changed[key] = {name: change(item) for name, item in value.items()}
    return changed


def _keywords(node: dict[str, Any]) -> dict[str, Any]:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        flag = node.get(exclusive)
        if isinstance(flag, bool):
            del node[exclusive]
            if flag and bound in node:
                node[exclusive] = node.pop(bound)
    if "example" in node:
        example = node.pop("example")
        node.setdefault("examples", [example])
    return _nullable(node)


def _nullable(node: dict[str, Any]) -> dict[str, Any]:
    if node.pop("nullable", None) is not True:
        return node
    if isinstance(node.get("type"), str):
        node["type"] = [node["type"], "null"]
        if isinstance(node.get("enum"), list) and None not in node["enum"]:
            node["enum"] = [*node["enum"], None]
        return node
    return {"anyOf": [node, {"type": "null"}]} if node else node
