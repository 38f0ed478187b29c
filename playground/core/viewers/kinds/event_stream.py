"""Event streams (HTML standard §9.2): the text as it came; their frames are read by ``core.viewers.frames``."""

from __future__ import annotations

import re

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

_BEGINNING = re.compile(r"(?:(?:event|id|retry):[^\n]*\n)*data: ?[\[{]")


def accepts(what: Subject) -> bool:
    if what.is_binary:
        return False
    return what.declared.essence == "text/event-stream" or (
        what.is_vague and _BEGINNING.match(what.text[:2000]) is not None
    )


def view(what: Subject, start: Position, limit: int) -> View:
    return text_view("event_stream", what, start, limit)


VIEWER = Viewer("event_stream", accepts, view)
