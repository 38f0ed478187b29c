"""Comma- or tab-separated values, shown as a table."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

TYPES = frozenset({"text/csv", "text/tab-separated-values", "application/csv", "text/x-csv"})


def accepts(what: Subject) -> bool:
    return what.declared.essence in TYPES and not what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    return replace(text_view("csv", what, start, limit), preview="table")


VIEWER = Viewer("csv", accepts, view)
