"""``application/x-www-form-urlencoded``: one decoded pair on a line."""

from __future__ import annotations

from playground.core import uris
from playground.core.viewers.base import Position, Subject, View, Viewer, text_view


def accepts(what: Subject) -> bool:
    return what.declared.essence == "application/x-www-form-urlencoded" and not what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    return text_view("form", what, start, limit, text=pretty(what.text))


def pretty(text: str) -> str:
    """Decoded pairs, in order, repeats kept."""
    return "\n".join(f"{name} = {value}" for name, value in uris.query_pairs(text.strip().replace("+", "%20")))


VIEWER = Viewer("form", accepts, view)
