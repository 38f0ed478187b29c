"""XML as a tree whose branches are fetched when they are opened: tags and attributes as they were sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from playground.core import jsonpath
from playground.core.viewers.xml_document import ATTRIBUTE, Node, XmlDocument
from playground.history import measures
from playground.history.telling import text_html
from playground.history.trees import CHILDREN, DEEPEST, INLINE, SHOWN, SMALL, Ways, fetching, more_html, unopened_html

#: Characters of one tag or text that are shown.
_LONGEST = 64 * 1024
_ATTRIBUTE = '<span class="tree-attribute">{}</span>{}<span class="tree-string">{}</span>'


@dataclass
class XmlTree:
    """Draws branches of one document. ``left`` is how many rows may still come without being asked for."""

    ways: Ways
    document: XmlDocument
    left: int = INLINE
    depth: int = 0

    def root_html(self) -> SafeString:
        """What stands before the first element, and that element, open."""
        rows = []
        for node in islice(self.document.children(), CHILDREN):
            if node.kind == "element":
                rows.append(self._root(node))
                return _list(rows)
            rows.append(self._row(node, ""))
        return format_html('<p class="empty">{}</p>', _("This is not XML."))

    def branch_html(self, start: int, path: str, at: int | None = None, index: int = 0) -> SafeString:
        """What stands in the element whose tag ends at ``start``, from one child on, and the way to what follows."""
        found = list(islice(self.document.children(start if at is None else at), CHILDREN + 1))
        rows = [self._row(node, path) for node in found[:CHILDREN]]
        rows += [more_html(self.ways, start, path, node.start, index + CHILDREN) for node in found[CHILDREN:]]
        return _list(rows or [format_html('<li class="tree-row muted small">{}</li>', _("nothing"))])

    def _root(self, node: Node) -> SafeString:
        """The first element; where it ends is not looked for, since that can take long."""
        path = f"/{node.name}"[: jsonpath.LONGEST]
        if node.is_empty:
            return self._row(node, "")
        below = self.branch_html(node.inner, path)
        return _folding(path, mark_safe(" open"), self._tag(node), "", below)

    def _row(self, node: Node, path: str) -> SafeString:
        self.left -= 1
        if node.kind != "element":
            return format_html('<li class="tree-row">{}</li>', self._other(node))
        path = f"{path}/{node.name}"[: jsonpath.LONGEST]
        inner, end = self.document.closing(node)
        if self.document.text.find("<", node.inner, inner) < 0 and inner - node.inner <= SHOWN:
            closed = self.document.text[node.inner : end]
            return format_html('<li class="tree-row" title="{}">{}{}</li>', path, self._tag(node), _leaf(closed))
        return self._element(node, path, inner - node.inner)

    def _element(self, node: Node, path: str, length: int) -> SafeString:
        if length > SMALL or self.left <= 0 or self.depth >= DEEPEST:
            address = self.ways.branch(node.inner, path)
            return _folding(path, fetching(address), self._tag(node), measures.size(length), unopened_html(address))
        is_open = mark_safe(" open") if length <= SHOWN else ""
        self.depth += 1
        below = self.branch_html(node.inner, path)
        self.depth -= 1
        return _folding(path, is_open, self._tag(node), self._extent(node), below)

    def _extent(self, node: Node) -> str:
        """How many elements stand in a short one, "" for none."""
        count = sum(child.kind == "element" for child in self.document.children(node.inner))
        return ngettext("{count} element", "{count} elements", count).format(count=count) if count else ""

    def _tag(self, node: Node) -> SafeString:
        tag = self.document.text[node.start : min(node.inner, node.start + _LONGEST)]
        begin = 1 + len(node.name)
        pieces = format_html_join("", "{}", ((piece,) for piece in _attributes(tag[begin:])))
        return format_html('<span class="tree-tag">&lt;<span class="tree-key">{}</span>{}</span>', tag[1:begin], pieces)

    def _other(self, node: Node) -> SafeString:
        """Text, a comment, or what else is no element."""
        text = self.document.text[node.start : node.inner].strip()
        kind = "string" if node.kind in {"text", "cdata"} else "tag muted"
        if len(text) <= SHOWN:
            return format_html('<span class="tree-{} tree-spaced">{}</span>', kind, text_html(text))
        return format_html(
            '<details class="tree-long"><summary><span class="tree-{}">{}…</span> <span class="muted small">{}</span>'
            '</summary><div class="tree-text">{}</div></details>',
            kind,
            text_html(text[:SHOWN]),
            measures.size(len(text)),
            text_html(text[:_LONGEST]),
        )


def _folding(path: str, attributes: SafeString | str, tag: SafeString, extent: str, below: SafeString) -> SafeString:
    return format_html(
        '<li class="tree-row"><details{}><summary title="{}">{} <span class="muted small">{}</span></summary>{}'
        "</details></li>",
        attributes,
        path,
        tag,
        extent,
        below,
    )


def _leaf(text: str) -> SafeString:
    """The text of an element without others in it, and its closing tag."""
    inner, mark, closing = text.rpartition("<")
    return format_html(
        '<span class="tree-string">{}</span><span class="tree-tag muted">{}</span>', text_html(inner), mark + closing
    )


def _attributes(text: str) -> Iterator[SafeString]:
    """What follows the name in a tag, with its attributes in colours and not a character changed."""
    done = 0
    for match in ATTRIBUTE.finditer(text):
        yield text_html(text[done : match.start()])
        name, equals, value = match.groups()
        yield format_html(
            '<span class="tree-attribute">{}</span>{}<span class="tree-string">{}</span>',
            name,
            equals,
            text_html(value),
        )
        done = match.end()
    yield text_html(text[done:])


def _list(rows: list[SafeString]) -> SafeString:
    return format_html('<ul class="tree">{}</ul>', format_html_join("", "{}", ((row,) for row in rows)))
