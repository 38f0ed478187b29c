"""An OpenAPI description, parsed: the root of everything that is looked up in it.

References (``$ref``) are resolved one at a time, when somebody asks, so that cycles do no harm and the cost of an
operation grows with the operation and not with the document. Only references inside the document are known; nothing
is ever fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any
from urllib.parse import unquote

from playground.core.errors import InvalidDocument
from playground.core.openapi import upgrade, yaml_json

#: Values in a document, aliases counted at each place where they stand. The largest public descriptions have a fifth.
MAX_NODES = 5_000_000

#: Half of a surrogate pair, as JSON escapes it (RFC 8259 §7); YAML's readers refuse it themselves.
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


class Document:
    """A parsed OpenAPI 3.1 description (3.0 is brought to 3.1 by :func:`load`)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    def __repr__(self) -> str:
        return f"Document({self.title!r})"

    @property
    def title(self) -> str:
        """``info.title``; "" where there is none."""
        info = self.data.get("info")
        return str(info.get("title") or "") if isinstance(info, Mapping) else ""

    def look_up(self, reference: str) -> Any:
        """What ``#/components/schemas/Pet`` points to (RFC 6901 §6), not followed any further.

        Raises ``InvalidDocument`` where the reference leaves the document or points to nothing.
        """
        node: Any = self.data
        for token in pointer_tokens(reference):
            try:
                node = node[int(token)] if isinstance(node, list) else node[token]
            except (KeyError, IndexError, ValueError, TypeError):
                raise InvalidDocument(f"The reference {reference} points to nothing.", pointer=reference) from None
        return node

    def resolve(self, node: Any) -> Any:
        """The node itself, or what its ``$ref`` finally points to.

        What stands beside ``$ref`` wins over what it points to (OpenAPI 3.1, Reference Object: summary and
        description; JSON Schema 2020-12 allows any keyword there).

        Raises ``InvalidDocument`` for a reference to itself, to nothing or to another document.
        """
        seen: set[str] = set()
        beside: dict[str, Any] = {}
        while is_reference(node):
            reference = node["$ref"]
            if reference in seen:
                raise InvalidDocument(f"The reference {reference} leads back to itself.", pointer=reference)
            seen.add(reference)
            beside = {**{key: value for key, value in node.items() if key != "$ref"}, **beside}
            node = self.look_up(reference)
        return {**node, **beside} if beside and isinstance(node, Mapping) else node

    def closure(self, *nodes: Any) -> dict[str, Any]:
        """The least document in which every local reference of the nodes, and of what they point to, still resolves.

        References that lead nowhere are left as they stand.
        """
        found: dict[str, Any] = {}
        waiting = list(dict.fromkeys(reference for node in nodes for reference in references(node)))
        while waiting:
            reference = waiting.pop()
            if reference in found:
                continue
            try:
                found[reference] = self.look_up(reference)
            except InvalidDocument:
                continue
            waiting.extend(references(found[reference]))
        return _planted(found)

    @cached_property
    def base_language(self) -> str:
        """Language of the texts that stand in standard fields, "" where the document does not say."""
        conventions = self.data.get("x-conventions")
        i18n = conventions.get("i18n") if isinstance(conventions, Mapping) else None
        tag = str(i18n.get("base-language") or "") if isinstance(i18n, Mapping) else ""
        return {"zh-cn": "zh-hans", "zh": "zh-hans"}.get(tag.lower(), tag.lower())


def load(text: str | bytes) -> Document:
    """Read a description in JSON or YAML.

    Raises ``InvalidDocument`` with the reason: not readable, not OpenAPI 3.0 or 3.1, too large, no text that UTF-8
    can carry.
    """
    data = yaml_json.parse(text)
    if not isinstance(data, dict):
        raise InvalidDocument("An OpenAPI description is an object.", hint="It begins with openapi: 3.1.0.")
    _check_size(data)
    _check_characters(text if isinstance(text, str) else text.decode("utf-8"), data)
    return Document(_of_this_version(data))


def _of_this_version(data: dict[str, Any]) -> dict[str, Any]:
    version = str(data.get("openapi") or "")
    if version.startswith("3.0"):
        return upgrade.to_3_1(data)
    if version.startswith(("3.1", "3.2")):
        return data
    if "swagger" in data:
        raise InvalidDocument(
            f"This is Swagger {data['swagger']}, not OpenAPI 3.", hint="Convert it to OpenAPI 3.0 or 3.1 first."
        )
    raise InvalidDocument(
        f"OpenAPI {version} is not known." if version else "The field openapi is missing.",
        hint="OpenAPI 3.0 and 3.1 are read.",
        pointer="/openapi",
    )


def _check_size(data: Any) -> None:
    """Refuse what would explode while it is walked: YAML aliases in a cycle, or one inside the other."""
    sizes: dict[int, int] = {}
    try:
        size = _size(data, sizes)
    except RecursionError:
        raise InvalidDocument("The description is nested too deep, or holds itself.") from None
    if size > MAX_NODES:
        raise InvalidDocument(f"The description holds more than {MAX_NODES:,} values.")


def _size(node: Any, sizes: dict[int, int]) -> int:
    if not isinstance(node, dict | list):
        return 1
    known = sizes.get(id(node))
    if known is None:
        children = node.values() if isinstance(node, dict) else node
        known = sizes[id(node)] = 1 + sum(_size(child, sizes) for child in children)
    return known


def _check_characters(text: str, data: Any) -> None:
    """Refuse half of a surrogate pair, which only an escape can bring in, and which no page could show."""
    if not _SURROGATE_ESCAPE.search(text):
        return
    try:
        json.dumps(data, ensure_ascii=False, default=repr).encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidDocument("The description holds half of a character: a \\ud800 to \\udfff by itself.") from None


def is_reference(node: Any) -> bool:
    """Whether the node is a Reference Object, or a schema with ``$ref``."""
    return isinstance(node, Mapping) and isinstance(node.get("$ref"), str)


def pointer_tokens(reference: str) -> tuple[str, ...]:
    """The unescaped tokens of a reference in URI fragment form (RFC 6901 §6).

    Raises ``InvalidDocument`` for a reference to another document.
    """
    if reference == "#":
        return ()
    if not reference.startswith("#/"):
        raise InvalidDocument(
            f"The reference {reference} leaves the document.",
            hint="Bundle the description into one file; nothing is fetched.",
            pointer=reference,
        )
    return tuple(unquote(token).replace("~1", "/").replace("~0", "~") for token in reference[2:].split("/"))


def references(node: Any) -> Iterator[str]:
    """Every ``$ref`` inside a value."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if is_reference(node):
                yield node["$ref"]
            waiting.extend(node.values())
        elif isinstance(node, list | tuple):
            waiting.extend(node)


def _planted(found: Mapping[str, Any]) -> dict[str, Any]:
    """Each value at its place in an otherwise empty document; an index of a list becomes a name."""
    root: dict[str, Any] = {}
    for reference in sorted(found):  # the outer before the inner, which then is there already
        tokens = pointer_tokens(reference)
        if not tokens:
            return dict(found[reference])
        node: Any = root
        for token in tokens[:-1]:
            node = node[int(token)] if isinstance(node, list) else node.setdefault(token, {})
        if isinstance(node, dict):
            node.setdefault(tokens[-1], _own(found[reference]))
    return root


def _own(value: Any) -> Any:
    """A copy of the containers that may be planted into; leaves are shared."""
    return json.loads(json.dumps(value)) if isinstance(value, dict | list) else value
