"""Markdown: its source, and how it reads."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

TYPES = frozenset({"text/markdown", "text/x-markdown"})


def accepts(what: Subject) -> bool:
    return what.declared.essence in TYPES and not what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    return replace(text_view("markdown", what, start, limit, language="markdown"), preview="markdown")


VIEWER = Viewer("markdown", accepts, view)
