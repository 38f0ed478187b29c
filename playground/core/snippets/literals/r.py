"""R's literals (``?Quotes``), for R 4.1 and later."""

from __future__ import annotations

import re
from base64 import b64encode

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import FieldDialect, escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks

#: R's parser takes 10,000 characters in a string that has a Unicode escape.
CHUNK = 8_000


def _unicode(character: str) -> str:
    """R does not let hexadecimal and Unicode escapes stand in one string."""
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text without NUL: raw where that spares escapes."""
    if ('"' in text or "\\" in text or "\n" in text) and is_printable(text):
        dashes = _dashes(text)
        return f'r"{dashes}({text}){dashes}"'
    escaped = _escape(text)
    if len(text) <= CHUNK or (text.isascii() and "\\u" not in escaped):
        return f'"{escaped}"'
    return "paste0({})".format(", ".join([f'"{_escape(chunk)}"' for chunk in chunks(text, CHUNK)]))


def _dashes(text: str) -> str:
    dashes = ""
    while f'){dashes}"' in text:
        dashes += "-"
    return dashes


_NOT_ASCII = re.compile("[^ -~]")


def _latin_1(text: str) -> str:
    if text.isascii():
        return string(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_NOT_ASCII.sub(_byte, escaped)}"'


def _byte(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}"


def text(pieces: Text) -> str:
    return _pasted([look_up(piece.identifier) if isinstance(piece, Variable) else string(piece) for piece in pieces])


def _latin_1_text(pieces: Text) -> str:
    return _pasted([look_up(piece.identifier) if isinstance(piece, Variable) else _latin_1(piece) for piece in pieces])


field_value = FieldDialect(text, _latin_1_text)


def _pasted(pieces: list[str]) -> str:
    return pieces[0] if len(pieces) == 1 else f"paste0({', '.join(pieces)})"


def raw(content: bytes) -> str:
    """Bytes, as an expression that decodes them."""
    return f'openssl::base64_decode("{b64encode(content).decode("ascii")}")'


_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._]*\Z")
_RESERVED = frozenset({"if", "else", "repeat", "while", "function", "for", "next", "break", "in"})


def argument(name: str) -> str:
    """The name of an argument, in backquotes where it is not a syntactic name."""
    return name if _NAME.match(name) and name.lower() not in _RESERVED else f'"{name}"'


def look_up(identifier: str) -> str:
    return f'Sys.getenv("{identifier}")'
