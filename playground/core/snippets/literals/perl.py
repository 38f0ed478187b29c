"""Perl's literals (perlop, Quote and Quote-like Operators)."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Variable, plain
from playground.core.snippets.literals import Dialect, FieldDialect, is_printable

_ESCAPES = {ord(char): f"\\{char}" for char in '\\"$@'} | {10: "\\n", 13: "\\r", 9: "\\t"}
_ESCAPES |= {code: f"\\x{{{code:02x}}}" for code in (*range(9), 11, 12, *range(14, 32), *range(127, 256))}


def octets(content: bytes) -> str:
    """Bytes between double quotes, all that is not printable ASCII escaped."""
    return '"' + content.decode("latin-1").translate(_ESCAPES) + '"'


def literal(text: str) -> str:
    """A text as its bytes in UTF-8: source without ``use utf8`` is bytes already."""
    if text.isprintable():
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return octets(text.encode("utf-8"))


def _fits_heredoc(text: str) -> bool:
    return "\n" in text and is_printable(text)


def _heredoc(text: str) -> str:
    name = "JSON" if text[0] in "{[" else "TEXT"
    while re.search(rf"^{name}$", text, re.MULTILINE):
        name += "_"
    if text.endswith("\n"):
        return f"<<'{name}';\n{text}{name}\n"
    return f"<<'{name}';\n{text}\n{name}\nchomp $content;\n"


def look_up(identifier: str) -> str:
    return f"$ENV{{{identifier}}}"


line = Dialect(literal, look_up, " . ")


#: The same with texts in Latin-1.
_latin_1 = Dialect(lambda text: literal(text) if text.isascii() else octets(text.encode("latin-1")), look_up, " . ")


field = FieldDialect(line, _latin_1)


def content(draft: Draft) -> str:
    """A statement that declares ``$content``."""
    text = draft.text
    first = None if text is None else plain(text)
    if first is not None:
        return f"my $content = {_heredoc(first) if _fits_heredoc(first) else literal(first) + ';' + chr(10)}"
    joined = "\n  . ".join(map(_piece, draft.body))
    return f"my $content = {joined};\n"


def _piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"read_file({literal(piece.file_name)})"
    if isinstance(piece, Variable):
        return look_up(piece.identifier)
    return octets(piece) if isinstance(piece, bytes) else literal(piece)
