"""A description of as many operations as one wants: the shipped one, and families like its own beside it.

Each family has paths, tags, groups and schemas of its own, so that the document grows in everything but in what one
operation reaches.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from playground.core.openapi.document import load
from tests.site import ROOT

Json = dict[str, Any]

SHIPPED = ROOT / "playground" / "catalog" / "data" / "openapi.yaml"

#: Of what stands in a description, that which names an operation.
_NAMING = frozenset({"operationId", "poll", "download", "x-example-from"})
#: Names of path items that are no operation.
_BESIDE = frozenset({"parameters", "servers", "summary", "description"})


@cache
def large(operations: int = 1000) -> bytes:
    """OpenAPI 3.1 in JSON."""
    shipped = load(SHIPPED.read_bytes()).data
    document = json.loads(json.dumps(shipped))
    count, family = sum(map(_size, document["paths"].values())), 1
    while count < operations:
        for path, item in _family(shipped, family, document):
            if count >= operations:
                break
            document["paths"][path] = item
            count += _size(item)
        family += 1
    return json.dumps(document, ensure_ascii=False).encode()


def _size(item: Json) -> int:
    return sum(not name.startswith("x-") and name not in _BESIDE for name in item)


def _family(shipped: Json, number: int, document: Json) -> Iterator[tuple[str, Json]]:
    """The paths of one more family; its components, tags and groups are added to the document at once."""
    for kind, members in shipped["components"].items():
        if kind != "securitySchemes":
            document["components"][kind] |= {
                f"{name}{number}": _renamed(member, number) for name, member in members.items()
            }
    document["tags"] += [_tag(tag, number) for tag in shipped["tags"]]
    document["x-nav"]["items"] += [_group(item, number) for item in shipped["x-nav"]["items"] if item["kind"] != "doc"]
    for path, item in shipped["paths"].items():
        yield f"/family{number}{path}", _renamed(item, number)


def _tag(tag: Json, number: int) -> Json:
    return tag | {"name": f"{tag['name']}{number}", "x-slug": f"{tag['x-slug']}-{number}"}


def _group(item: Json, number: int) -> Json:
    named = {key: f"{item[key]} {number}" for key in ("title", "title-en") if key in item}
    keyed = {key: f"{item[key]}{number}" for key in ("tag",) if key in item}
    children = [_group(child, number) for child in item.get("children", ())]
    return item | named | keyed | {"id": f"{item.get('id', '')}-{number}", "children": children}


def _renamed(node: Any, number: int) -> Any:
    """A copy in which every name of this document is that of the family."""
    if isinstance(node, list):
        return [_renamed(item, number) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _member(key, value, number) for key, value in node.items()}


def _member(key: str, value: Any, number: int) -> Any:
    if key in _NAMING and isinstance(value, str):
        return f"{value}{number}"
    if key == "$ref" and isinstance(value, str) and "securitySchemes" not in value:
        return _reference(value, number)
    if key == "tags":
        return [f"{tag}{number}" for tag in value] if isinstance(value, list) else value
    if key in ("summary", "x-summary-en") and isinstance(value, str):
        return f"{value} {number}"
    if key == "x-path":
        return f"/family{number}{value}"
    return _renamed(value, number)


def _reference(reference: str, number: int) -> str:
    """``#/components/schemas/Pet7/properties/name`` for ``#/components/schemas/Pet/properties/name``."""
    root, components, kind, name, *rest = reference.split("/")
    return "/".join((root, components, kind, f"{name}{number}", *rest))
