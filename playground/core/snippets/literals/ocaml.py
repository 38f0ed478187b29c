"""OCaml's literals (The OCaml Manual, "Lexical conventions"), as ocamlformat leaves them. A string is bytes."""

from __future__ import annotations

import re

from playground.core.snippets.literals import Dialect, FieldDialect, escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, lines

_COMMON = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _unicode(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:04x}}}"


_escape = escaper(_COMMON, ONE_HIDDEN, _unicode)
_NOT_ASCII = re.compile("[^ -~]")


def string(text: str) -> str:
    """A text in UTF-8 on one line: quoted where that spares escapes."""
    if ('"' in text or "\\" in text) and text.isprintable():
        return _quoted(text)
    return f'"{_escape(text)}"'


def _quoted(text: str) -> str:
    """``{|text|}``, with letters where the text would end it."""
    name = ""
    while f"|{name}}}" in f"{text}|":
        name += "x"
    return f"{{{name}|{text}|{name}}}"


def block(text: str) -> str:
    """A text of several lines as a quoted string where that is exact and readable, in strings otherwise."""
    if "\n" not in text:
        return string(text)
    if text.replace("\n", "").replace("\t", "").isprintable():
        return _quoted(text)
    cut = lines(text)
    if len(cut) > 100:
        return f'"{_escape(text)}"'
    return "\n       ^ ".join([f'"{_escape(line)}"' for line in cut])


def binary(content: bytes) -> str:
    """Bytes on one line; what is not printable ASCII is escaped."""
    text = content.decode("latin-1").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_NOT_ASCII.sub(_byte, text)}"'


def _byte(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}"


def look_up(identifier: str) -> str:
    return f'Sys.getenv "{identifier}"'


text = Dialect(string, look_up, joiner=" ^ ")
block_text = Dialect(block, look_up, joiner=" ^ ")


def _latin_1(piece: str) -> str:
    return string(piece) if piece.isascii() else binary(piece.encode("latin-1"))


field_value = FieldDialect(text, Dialect(_latin_1, look_up, joiner=" ^ "))
