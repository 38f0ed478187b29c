"""Anything at all: offset, sixteen bytes, and the same bytes as text."""

from __future__ import annotations

from playground.core.viewers.base import Position, Subject, View, Viewer

_WIDTH = 16
#: Characters of a line: 8 of offset, 2, 3 for each byte, 1 in the middle, 1, 18 of text, line end.
_LINE = 80
_SHOWN = bytes(byte if 0x20 <= byte < 0x7F else 0x2E for byte in range(256))


def view(what: Subject, start: Position, limit: int) -> View:
    size = max(1, limit // _LINE) * _WIDTH
    end = start.offset + size
    return View(
        kind="hex",
        media_type=what.magic or what.declared.essence or "application/octet-stream",
        text=dump(what.content[start.offset : end], start.offset),
        start=start,
        next=Position(end) if end < len(what.content) else None,
    )


def dump(content: bytes, offset: int = 0) -> str:
    """The lines of ``hexdump -C``."""
    return "".join(_line(content[at : at + _WIDTH], offset + at) for at in range(0, len(content), _WIDTH))


def _line(row: bytes, offset: int) -> str:
    left, right = row[:8].hex(" "), row[8:].hex(" ")
    return f"{offset:08x}  {left:<23}  {right:<23}  |{row.translate(_SHOWN).decode('ascii')}|\n"


VIEWER = Viewer("hex", lambda what: True, view)
