"""The tree by which a document is browsed: ``x-nav`` where it has one, else its tags.

Left out of ``x-nav``: entries of kind ``client`` (guides to setting up other people's software), documents that nobody
wrote (the caller says which there are), and groups that are empty then.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from playground.core.openapi.document import Document
from playground.core.openapi.operations import Operation, operations, slug
from playground.core.openapi.records import from_plain, to_plain
from playground.core.openapi.texts import EMPTY, Text, text

#: Documents of the shipped catalog that have a text.
WRITTEN_DOCS = frozenset(["online-debug", "making-requests"])


@dataclass(frozen=True, slots=True)
class Node:
    """An entry of the tree.

    kind
        ``group`` and ``tag`` hold others; ``doc`` and ``operation`` are pages.
    key
        Unique among entries of its kind; of an operation its ``Operation.key``, of a doc its ``id``.
    method
        Of an operation, in upper case.
    """

    kind: Literal["group", "tag", "doc", "operation"]
    key: str
    title: Text
    description: Text = EMPTY
    method: str = ""
    path: str = ""
    deprecated: bool = False
    children: tuple[Node, ...] = ()

    @property
    def count(self) -> int:
        """Operations at and below this entry."""
        return (self.kind == "operation") + sum(child.count for child in self.children)

    def to_plain(self) -> Any:
        return to_plain(self)

    @staticmethod
    def from_plain(plain: Any) -> Node:
        """The reverse of :meth:`to_plain`. Raises ``InvalidSaved``."""
        return from_plain(Node, plain)


def navigation(document: Document, docs: Collection[str] = WRITTEN_DOCS) -> tuple[Node, ...]:
    """The entries at the top of the tree, each operation below its first tag, none missing."""
    tree = _Tree(document, docs)
    nav = document.data.get("x-nav")
    items = nav.get("items") if isinstance(nav, Mapping) else None
    nodes = tree.entries(items) if isinstance(items, list) else ()
    return nodes + tree.remaining_tags()


class _Tree:
    def __init__(self, document: Document, docs: Collection[str]) -> None:
        self.base = document.base_language
        self.docs = docs
        self.described = {
            str(tag.get("name")): tag for tag in document.data.get("tags") or () if isinstance(tag, Mapping)
        }
        self.pages: dict[str, list[Operation]] = {name: [] for name in self.described}
        for item in operations(document):
            self.pages.setdefault(item.tag, []).append(item)

    def entries(self, items: Iterable[Any]) -> tuple[Node, ...]:
        nodes = (self.entry(item) for item in items if isinstance(item, Mapping))
        return tuple(node for node in nodes if node is not None)

    def entry(self, item: Mapping[str, Any]) -> Node | None:
        kind, key = item.get("kind"), str(item.get("id") or "")
        title = text(item, "title", self.base, english_key="title-en")
        if kind == "doc":
            return Node("doc", key, title) if key in self.docs else None
        children = self.entries(item.get("children") or ())
        if kind == "tag":
            return self.tag(str(item.get("tag") or ""), key, title, children)
        return Node("group", key, title, children=children) if kind == "group" and children else None

    def tag(self, name: str, key: str = "", title: Text = EMPTY, children: tuple[Node, ...] = ()) -> Node | None:
        pages = tuple(_leaf(item) for item in self.pages.pop(name, ()))
        if not pages and not children:
            return None
        described = self.described.get(name)
        return Node(
            "tag",
            key or str((described or {}).get("x-slug") or slug(name)),
            title or text(described, "name", self.base) or Text((("", name),)),
            description=text(described, "description", self.base),
            children=pages + children,
        )

    def remaining_tags(self) -> tuple[Node, ...]:
        """Tags that the tree did not name; operations without a tag stand by themselves at the end."""
        untagged = tuple(_leaf(item) for item in self.pages.pop("", ()))
        nodes = (self.tag(name) for name in tuple(self.pages))
        return tuple(node for node in nodes if node is not None) + untagged


def _leaf(item: Operation) -> Node:
    return Node(
        "operation", item.key, item.title, method=item.method, path=item.path_template, deprecated=item.deprecated
    )
