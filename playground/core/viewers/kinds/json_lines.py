"""NDJSON: one JSON text on a line."""

from __future__ import annotations

import re

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

TYPES = frozenset(
    {
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/x-jsonl",
        "application/json-lines",
    }
)
#: Two lines that each begin and end as an object does.
_TWO_LINES = re.compile(r"\s*+\{[^\n]*\}[ \t\r]*\n\{")


def accepts(what: Subject) -> bool:
    if what.is_binary:
        return False
    if what.declared.essence in TYPES:
        return True
    return (what.is_vague or what.declared.is_json) and _TWO_LINES.match(what.text[:100_000]) is not None


def view(what: Subject, start: Position, limit: int) -> View:
    return text_view("json_lines", what, start, limit, language="json")


VIEWER = Viewer("json_lines", accepts, view)
