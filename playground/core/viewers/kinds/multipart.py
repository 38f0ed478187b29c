"""Contents of several parts (RFC 2046 §5.1), form data among them."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view
from playground.core.viewers.kinds import hex


def accepts(what: Subject) -> bool:
    return what.declared.type == "multipart" and bool(what.declared.get("boundary"))


def view(what: Subject, start: Position, limit: int) -> View:
    page = hex.view(what, start, limit) if what.is_binary else text_view("multipart", what, start, limit)
    return replace(page, kind="multipart", preview="parts", media_type=what.declared.essence)


VIEWER = Viewer("multipart", accepts, view)
