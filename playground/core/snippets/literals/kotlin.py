"""Kotlin's literals (Kotlin language specification, "String literals")."""

from __future__ import annotations

from base64 import b64encode

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks, lines
from playground.core.snippets.literals.java import CHUNK


def _unicode(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join([f"\\u{units[index]:02x}{units[index + 1]:02x}" for index in range(0, len(units), 2)])


_COMMON = {"\\": "\\\\", '"': '\\"', "$": "\\$", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_escape = escaper(_COMMON, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text on one line: raw where that spares escapes; a long one in constants that are joined when the code runs."""
    if len(text) > CHUNK:
        joined = ", ".join([f'"{_escape(chunk)}"' for chunk in chunks(text, CHUNK)])
        return f'listOf({joined}).joinToString("")'
    if ('"' in text or "\\" in text) and _fits_raw(text):
        return f'"""{text}"""'
    return f'"{_escape(text)}"'


def _fits_raw(text: str) -> bool:
    return "$" not in text and '"""' not in text and text[0] != '"' and text[-1] != '"' and is_printable(text)


def block(text: str) -> str:
    """A text of several lines as a raw string where that is exact and readable, in strings otherwise."""
    if "\n" not in text or len(text) > CHUNK:
        return string(text)
    if _fits_raw(text):
        return f'"""{text}"""'
    if text.count("\n") > 100:
        return f'"{_escape(text)}"'
    return " +\n        ".join([f'"{_escape(line)}"' for line in lines(text)])


def text(pieces: Text) -> str:
    """A text on one line, as a template where variables are looked up."""
    first = pieces[0]
    if len(pieces) == 1:
        return look_up(first.identifier) if isinstance(first, Variable) else string(first)
    return '"{}"'.format("".join([_template(piece) for piece in pieces]))


def block_text(pieces: Text) -> str:
    first = pieces[0]
    return block(first) if len(pieces) == 1 and isinstance(first, str) else text(pieces)


def _template(piece: str | Variable) -> str:
    return f"${{{look_up(piece.identifier)}}}" if isinstance(piece, Variable) else _escape(piece)


def base64(content: bytes) -> str:
    return f"Base64.getDecoder().decode({string(b64encode(content).decode('ascii'))})"


def look_up(identifier: str) -> str:
    return f'System.getenv("{identifier}")'
