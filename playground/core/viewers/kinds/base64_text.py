"""Anything at all as base64 (RFC 4648 §4), 76 characters on a line as in MIME (RFC 2045 §6.8)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.viewers.base import Position, Subject, View, Viewer

#: Bytes of a line.
_WIDTH = 57


def view(what: Subject, start: Position, limit: int) -> View:
    size = max(1, limit // 77) * _WIDTH
    begin = start.offset // _WIDTH * _WIDTH
    end = begin + size
    lines = (
        b64encode(what.content[at : min(at + _WIDTH, end)]) for at in range(begin, min(end, len(what.content)), _WIDTH)
    )
    return View(
        kind="base64",
        media_type=what.magic or what.declared.essence or "application/octet-stream",
        text="".join(line.decode("ascii") + "\n" for line in lines),
        start=start,
        next=Position(end) if end < len(what.content) else None,
    )


VIEWER = Viewer("base64_text", lambda what: False, view)
