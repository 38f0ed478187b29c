"""The description of the JSON API in both languages, by the convention of the shipped one.

A standard field says its text in Chinese, its sibling ``x-…-en`` in English; ``x-conventions`` tells so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, override

from playground.core.openapi.operations import slug

Json = dict[str, Any]

_TEXTS = ("summary", "description")
#: What stands below these is a value, and no part of the description.
_VALUES = frozenset({"example", "examples", "default", "enum", "const"})
_CONVENTIONS = {"i18n": {"base-language": "zh-CN", "other-languages": ["en"]}}


def in_both(document: Json) -> Json:
    """A description with the Chinese of each summary, description and tag beside its English."""
    with override("zh-hans"):
        names = [tag for item in _operations(document) for tag in item.get("tags", ())]
        tags = [{"name": gettext(name), "x-name-en": name, "x-slug": slug(name)} for name in dict.fromkeys(names)]
        return {**_both(document), "x-conventions": _CONVENTIONS, "tags": tags}


def paragraphs(text: str) -> list[str]:
    """Those of Markdown, each in one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]


def texts(document: Json) -> Iterator[str]:
    """Every paragraph that people read, and the name of every tag."""
    yield from (tag for item in _operations(document) for tag in item.get("tags", ()))
    yield from _texts(document)


def _operations(document: Json) -> Iterator[Json]:
    return (item for path in document["paths"].values() for item in path.values())


def _texts(node: Any) -> Iterator[str]:
    for key, value in _members(node):
        if key in _TEXTS and isinstance(value, str):
            yield from paragraphs(value)
        elif key not in _VALUES:
            yield from _texts(value)


def _members(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        yield from node.items()
    elif isinstance(node, list):
        yield from (("", value) for value in node)


def _both(node: Any) -> Any:
    if isinstance(node, list):
        return [_both(value) for value in node]
    if not isinstance(node, dict):
        return node
    made = {key: value if key in _VALUES else _both(value) for key, value in node.items()}
    for key in _TEXTS:
        if isinstance(node.get(key), str) and node[key]:
            made |= {key: "\n\n".join(map(gettext, paragraphs(node[key]))), f"x-{key}-en": node[key]}
    if _is_operation(node):
        made["tags"] = [gettext(tag) for tag in node.get("tags", ())]
    return made


def _is_operation(node: Json) -> bool:
    return "operationId" in node
