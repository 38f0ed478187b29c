"""Dart's literals (Dart Programming Language Specification, "Strings"), as ``dart format`` leaves them."""

from __future__ import annotations

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN, lines


def _unicode(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


_COMMON = {"\\": "\\\\", "$": "\\$", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_escape = escaper({**_COMMON, "'": "\\'"}, ONE_HIDDEN, _unicode)
_escape_double = escaper({**_COMMON, '"': '\\"'}, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text on one line: raw, or in double quotes, where that spares escapes."""
    if "'" not in text:
        if ("\\" in text or "$" in text) and text.isprintable():
            return f"r'{text}'"
        return f"'{_escape(text)}'"
    return f"'{_escape(text)}'" if '"' in text else f'"{_escape_double(text)}"'


def block(text: str) -> str:
    """A text of several lines between three quotes where that is exact and readable, in strings otherwise.

    The line end after the opening quotes does not count, so that the text starts on a line of its own.
    """
    if "\n" not in text:
        return string(text)
    if "'''" not in text and text[-1] != "'" and is_printable(text):
        raw = "r" if "\\" in text or "$" in text else ""
        return f"{raw}'''\n{text}'''"
    cut = lines(text)
    if len(cut) > 100:
        return f"'{_escape(text)}'"
    return "\n      ".join([f"'{_escape(line)}'" for line in cut])


def text(pieces: Text) -> str:
    """A text on one line, with interpolation where variables are looked up."""
    first = pieces[0]
    if len(pieces) == 1:
        return look_up(first.identifier) if isinstance(first, Variable) else string(first)
    return "'{}'".format("".join([_interpolated(piece) for piece in pieces]))


def block_text(pieces: Text) -> str:
    first = pieces[0]
    return block(first) if len(pieces) == 1 and isinstance(first, str) else text(pieces)


def _interpolated(piece: str | Variable) -> str:
    if isinstance(piece, str):
        return _escape(piece)
    return f"${{Platform.environment['{piece.identifier}']}}"


def look_up(identifier: str) -> str:
    return f"Platform.environment['{identifier}']!"
