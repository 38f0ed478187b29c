"""PowerShell's literals (about_Quoting_Rules, about_Special_Characters), for PowerShell 7."""

from __future__ import annotations

import re
from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, plain
from playground.core.snippets.literals import escaper, hidden, is_printable

#: PowerShell takes typographic quotes for quotes.
_SINGLE = re.compile("(['\u2018\u2019\u201a\u201b])")
_DOUBLE = re.compile('(["\u201c\u201d\u201e])')

_escape = escaper(
    {"`": "``", "$": "`$", "\n": "`n", "\r": "`r", "\t": "`t"},
    hidden.ONE_HIDDEN,
    lambda character: f"`u{{{ord(character):x}}}",
)


def _inside_double(text: str) -> str:
    return _DOUBLE.sub(r"`\1", _escape(text))


def string(text: str) -> str:
    """A text on one line: between single quotes, where quotes are doubled; else between double ones."""
    if text.isprintable():
        return "'" + _SINGLE.sub(r"\1\1", text) + "'"
    return f'"{_inside_double(text)}"'


def block(text: str) -> str:
    """A text of several lines as a here-string, which has no escapes."""
    if "\n" not in text or not is_printable(text) or re.search(r"^'@", text, re.MULTILINE):
        return string(text)
    return f"@'\n{text}\n'@"


def line(text: Text) -> str:
    """A text without blocks, variables in it."""
    first = plain(text)
    if first is not None:
        return string(first)
    pieces = [_inside_double(piece) if isinstance(piece, str) else f"${{env:{piece.identifier}}}" for piece in text]
    return '"' + "".join(pieces) + '"'


def content(draft: Draft) -> str:
    """An expression for the content as bytes: a text would be sent in the encoding that its type names."""
    pieces = [_piece(piece) for piece in _merged(draft)]
    return pieces[0] if len(pieces) == 1 else "[byte[]](" + " +\n    ".join(pieces) + ")"


def _merged(draft: Draft) -> tuple[Text | Piece, ...]:
    return draft.body if draft.text is None else (draft.text,)


def _piece(piece: Text | Piece) -> str:
    if isinstance(piece, FileReference):
        return f"[IO.File]::ReadAllBytes((Resolve-Path {string(piece.file_name)}))"
    if isinstance(piece, bytes):
        return f"[Convert]::FromBase64String('{b64encode(piece).decode('ascii')}')"
    if isinstance(piece, Variable):
        return f"[Text.Encoding]::UTF8.GetBytes($env:{piece.identifier})"
    written = block(piece) if isinstance(piece, str) else _text(piece)
    return f"[Text.Encoding]::UTF8.GetBytes({written})"


def _text(text: Text) -> str:
    first = plain(text)
    return line(text) if first is None else block(first)
