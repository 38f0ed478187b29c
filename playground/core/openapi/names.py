"""The names by which an operation is looked for: of its parameters, and of the properties of its body at any depth."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.errors import InvalidDocument
from playground.core.openapi.document import Document, is_reference
from playground.core.openapi.operations import Fragment
from playground.core.openapi.texts import EMPTY, Text, text

#: Names of one operation beyond which nobody looks for it by one more.
MAX_NAMES = 1000

#: Keywords that hold a schema, a list of them, or schemas by name, in which further properties stand.
_ONE = ("items", "additionalProperties", "contains", "if", "then", "else")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_BY_NAME = ("patternProperties", "dependentSchemas")


@dataclass(frozen=True, slots=True)
class Named:
    """A parameter or a property."""

    name: str
    description: Text = EMPTY


def names(fragment: Fragment) -> tuple[Named, ...]:
    """Each name once, parameters first, what lies deep last; at most :data:`MAX_NAMES`."""
    found: dict[str, Named] = {}
    for item in _all(fragment):
        known = found.get(item.name)
        if known is None or (item.description and not known.description):
            found[item.name] = item
        if len(found) >= MAX_NAMES:
            break
    return tuple(found.values())


def _all(fragment: Fragment) -> Iterator[Named]:
    operation = fragment.operation
    for parameter in operation.parameters:
        yield Named(parameter.name, parameter.description)
    body = operation.request_body
    for content in body.media_types if body else ():
        yield from _properties(fragment.document, content.schema)


def _properties(document: Document, schema: object) -> Iterator[Named]:
    """Properties of a schema and of all within it, the outer before the inner; what is referred to is read once."""
    waiting: deque[Any] = deque([schema])
    seen: set[str] = set()
    while waiting:
        node = waiting.popleft()
        if is_reference(node):
            if node["$ref"] in seen:
                continue
            seen.add(node["$ref"])
        try:
            node = document.resolve(node)
        except InvalidDocument:
            continue
        if isinstance(node, Mapping):
            yield from _own(document, node.get("properties"))
            waiting.extend(_below(node))


def _own(document: Document, properties: object) -> Iterator[Named]:
    for name, node in properties.items() if isinstance(properties, Mapping) else ():
        try:
            described = document.resolve(node)
        except InvalidDocument:
            described = {}
        yield Named(str(name), text(described, "description"))


def _below(node: Mapping[str, Any]) -> Iterator[Any]:
    properties = node.get("properties")
    yield from properties.values() if isinstance(properties, Mapping) else ()
    for keyword in _ONE:
        if keyword in node:
            yield node[keyword]
    for keyword in _LISTS:
        yield from node[keyword] if isinstance(node.get(keyword), list) else ()
    for keyword in _BY_NAME:
        yield from node[keyword].values() if isinstance(node.get(keyword), Mapping) else ()
