"""Fonts: a specimen."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer
from playground.core.viewers.kinds import hex


def accepts(what: Subject) -> bool:
    return what.magic.startswith("font/")


def view(what: Subject, start: Position, limit: int) -> View:
    return replace(hex.view(what, start, limit), kind="font", preview="font")


VIEWER = Viewer("font", accepts, view)
