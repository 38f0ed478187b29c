"""Documents that a browser shows by itself."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer
from playground.core.viewers.kinds import hex


def accepts(what: Subject) -> bool:
    return what.magic == "application/pdf"


def view(what: Subject, start: Position, limit: int) -> View:
    return replace(hex.view(what, start, limit), kind="pdf", preview="pdf")


VIEWER = Viewer("pdf", accepts, view)
