"""HTML: its source, and a preview in a frame that can do nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_BEGINNING = re.compile(r"\s*+(?:<!--.{0,1000}?-->\s*+)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def accepts(what: Subject) -> bool:
    if what.is_binary:
        return False
    return what.declared.essence in _TYPES or (what.is_vague and _BEGINNING.match(what.text) is not None)


def view(what: Subject, start: Position, limit: int) -> View:
    page = text_view("html", what, start, limit, language="html")
    return replace(page, preview="html", media_type="text/html")


VIEWER = Viewer("html", accepts, view)
