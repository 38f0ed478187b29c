"""A content as an expression of R: a string, or a raw vector where it is not text."""

from __future__ import annotations

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Variable
from playground.core.snippets.literals import r


def content(draft: Draft) -> str:
    """The content; a string cannot hold NUL."""
    text = draft.text
    if text is not None and not any("\0" in piece for piece in text if isinstance(piece, str)):
        return r.text(text)
    pieces = [_raw(piece) for piece in draft.body]
    if len(pieces) == 1:
        return pieces[0]
    listed = ",\n  ".join(pieces)
    return f"c(\n  {listed}\n)"


def _raw(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        name = r.string(piece.file_name)
        return f'readBin({name}, "raw", file.size({name}))'
    if isinstance(piece, bytes):
        return r.raw(piece)
    if isinstance(piece, Variable):
        return f"charToRaw({r.look_up(piece.identifier)})"
    return r.raw(piece.encode("utf-8")) if "\0" in piece else f"charToRaw({r.string(piece)})"
