"""The tree of pages as HTML, for those to read and for the forms.

What is drawn depends on the description alone, and is kept by digest, key and language; each page puts together the
groups that lead to it. Of a large description a group that is closed is loaded when it opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from playground.catalog import services
from playground.catalog.names import name_of
from playground.catalog.services import Listed
from playground.core.openapi.navigation import Node
from playground.web.later import later

#: Operations of a description whose tree is drawn whole on each page.
WHOLE = 200
#: Operations that a filtered tree shows at most.
MOST = 200

#: Kind and key.
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """``forms``: links lead to the forms, else to what is to be read. ``folded``: groups are closed at first.

    ``later``: what is in a closed group is no part of the document until the page is there (``{% later %}``).
    """

    language: str
    forms: bool = False
    folded: bool = True
    later: bool = False


@dataclass(frozen=True)
class Index:
    """The entries of a tree by name, the names of those above each, and the operations in order."""

    nodes: dict[Name, Node]
    above: dict[Name, tuple[Name, ...]]
    operations: tuple[Node, ...]

    @property
    def is_large(self) -> bool:
        return len(self.operations) > WHOLE


def index(listed: Listed) -> Index:
    return _index(listed.key, listed.digest)


@lru_cache(maxsize=32)
def _index(key: str, digest: str) -> Index:
    nodes: dict[Name, Node] = {}
    above: dict[Name, tuple[Name, ...]] = {}
    for node, trail in _walk(services.listed(key).navigation):
        nodes.setdefault(_name(node), node)
        above.setdefault(_name(node), trail)
    return Index(nodes, above, tuple(node for node in nodes.values() if node.kind == "operation"))


def _walk(nodes: Iterable[Node], trail: tuple[Name, ...] = ()) -> Iterator[tuple[Node, tuple[Name, ...]]]:
    for node in nodes:
        yield node, trail
        yield from _walk(node.children, (*trail, _name(node)))


def _name(node: Node) -> Name:
    return node.kind, node.key


def leaves(nodes: Iterable[Node]) -> Iterator[Node]:
    """The operations at and below these entries, in the order of the tree."""
    return (node for node, _above in _walk(nodes) if node.kind == "operation")


def trail(listed: Listed, key: str) -> tuple[Node, ...]:
    """The groups that lead to an operation, from the top."""
    known = index(listed)
    return tuple(known.nodes[name] for name in known.above.get(("operation", key), ()))


# Drawing


def tree(listed: Listed, drawing: Drawing, current: str = "") -> SafeString:
    """The whole tree, the entry with that key marked and the groups above it open."""
    known = index(listed)
    open_groups = next(
        (known.above[name] for kind in ("operation", "doc") if (name := (kind, current)) in known.above), ()
    )
    return _list(_Pen(listed, drawing).lines(listed.navigation, current, frozenset(open_groups)))


def group(listed: Listed, drawing: Drawing, name: Name) -> SafeString:
    """What stands below a group.

    Raises ``KeyError`` where there is none of that name.
    """
    return _list(_Pen(listed, drawing).lines(index(listed).nodes[name].children))


def filtered(listed: Listed, drawing: Drawing, query: str) -> SafeString:
    """The operations that have the text in their title, path or key, with the groups above them."""
    known = index(listed)
    hits = [node for node in known.operations if query in found_by(node)][:MOST]
    shown = {_name(node) for node in hits}.union(*(known.above[_name(node)] for node in hits))
    return _list(_Pen(listed, drawing).chosen(listed.navigation, frozenset(shown)))


def found_by(node: Node) -> str:
    """What an entry is filtered by."""
    return f"{node.path} {node.key} {' '.join(text for _tag, text in node.title.texts)}".lower()


def _list(lines: Iterable[str]) -> SafeString:
    return mark_safe(f"<ul>{''.join(lines)}</ul>")


@lru_cache(maxsize=4096)
def _kept(key: str, digest: str, drawing: Drawing, name: Name) -> str:
    """An entry that does not hold the current page."""
    listed = services.listed(key)
    return _Pen(listed, drawing).drawn(index(listed).nodes[name])


class _Pen:
    def __init__(self, listed: Listed, drawing: Drawing) -> None:
        self.listed, self.drawing = listed, drawing

    def lines(self, nodes: Iterable[Node], current: str = "", opened: frozenset[Name] = frozenset()) -> Iterator[str]:
        for node in nodes:
            if _name(node) in opened:
                yield self.group(node, _list(self.lines(node.children, current, opened)), is_open=True)
            elif node.key == current and not node.children:
                yield self.leaf(node, is_current=True)
            else:
                yield _kept(self.listed.key, self.listed.digest, self.drawing, _name(node))

    def chosen(self, nodes: Iterable[Node], shown: frozenset[Name]) -> Iterator[str]:
        for node in nodes:
            if node.kind == "operation" and _name(node) in shown:
                yield self.leaf(node)
            elif _name(node) in shown:
                yield self.group(node, _list(self.chosen(node.children, shown)), is_open=True)

    def drawn(self, node: Node) -> str:
        if not node.children:
            return self.leaf(node)
        if self.drawing.folded and index(self.listed).is_large:
            return self.group(node, self.loaded(node))
        if self.drawing.later:
            inside = _Pen(self.listed, replace(self.drawing, later=False))
            return self.group(node, later(_list(inside.lines(node.children))))
        return self.group(node, _list(self.lines(node.children)), is_open=not self.drawing.folded)

    def leaf(self, node: Node, *, is_current: bool = False) -> str:
        current = mark_safe(' aria-current="page"') if is_current else ""
        find = format_html(' data-find="{}"', found_by(node)) if self.drawing.forms else ""
        title = node.title.get(self.drawing.language)
        if node.kind == "doc":
            url = reverse("catalog:guide", args=[node.key])
            link = '<li><a class="is-doc" href="{}"{}{}><span>{}</span></a></li>'
            return format_html(link, url, find, current, title)
        page = "workbench:page" if self.drawing.forms else "catalog:operation"
        return format_html(
            '<li><a href="{}"{}{}><span class="method" data-method="{}">{}</span> <span{}>{}</span></a></li>',
            reverse(page, args=[name_of(self.listed.key, node.key)]),
            find,
            current,
            node.method,
            "DEL" if node.method == "DELETE" else node.method,
            mark_safe(' class="is-deprecated"') if node.deprecated else "",
            title,
        )

    def group(self, node: Node, below: str, *, is_open: bool = False) -> str:
        return format_html(
            '<li><details{}><summary><span>{}</span> <span class="count">{}</span></summary>{}</details></li>',
            mark_safe(" open") if is_open else "",
            node.title.get(self.drawing.language),
            node.count,
            mark_safe(below),
        )

    def loaded(self, node: Node) -> str:
        """A link to the group, in whose place its entries come when it is opened."""
        asked = {"kind": node.kind, "key": node.key} | ({"in": "try"} if self.drawing.forms else {})
        url = f"{reverse('catalog:group', args=[self.listed.key])}?{urlencode(asked)}"
        with override(self.drawing.language):
            return format_html(
                '<ul hx-get="{}" hx-trigger="toggle from:closest details once" hx-swap="outerHTML">'
                '<li><a href="{}">{}</a></li></ul>',
                url,
                url,
                _("Show these endpoints"),
            )
