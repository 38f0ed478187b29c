"""Archives: what is in them."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer
from playground.core.viewers.kinds import hex

ARCHIVES = frozenset({"application/zip", "application/gzip", "application/x-tar"})


def accepts(what: Subject) -> bool:
    return what.magic in ARCHIVES


def view(what: Subject, start: Position, limit: int) -> View:
    return replace(hex.view(what, start, limit), kind="archive", preview="archive")


VIEWER = Viewer("archive", accepts, view)
