"""Which tree is drawn of a content, and from where on: what an address of a tree asks for."""

from __future__ import annotations

from collections.abc import Mapping

from playground.core import jsonpath
from playground.core.viewers import registry
from playground.history.opened import Opened
from playground.history.trees import Tree, Ways
from playground.history.xml_trees import XmlTree


def tree_of(book: Opened, ways: Ways, query: Mapping[str, str]) -> dict[str, object]:
    """What the template of a tree needs: ``html``, the ``path`` of the branch, and whether it is the ``whole``."""
    at, begin = offset(query, "at"), offset(query, "from")
    path = query.get("path", "")[: jsonpath.LONGEST]
    index = offset(query, "index") or 0
    is_xml = registry.find(book.subject).key == "xml"
    tree = XmlTree(ways, book.xml) if is_xml else Tree(ways, book.document)
    html = tree.root_html() if at is None else tree.branch_html(at, path, begin, index)
    return {"html": html, "path": path or ("/" if is_xml else "$"), "whole": at is None}


def offset(query: Mapping[str, str], name: str) -> int | None:
    """A place in a text, None for what is none."""
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 13 else None
