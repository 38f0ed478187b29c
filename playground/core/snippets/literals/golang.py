"""Go's literals (The Go Programming Language Specification, "String literals"), as gofmt leaves them."""

from __future__ import annotations

import re

from playground.core.snippets.literals import Dialect, FieldDialect, escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, lines


def _unicode(character: str) -> str:
    code = ord(character)
    if code < 0x80:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text on one line: raw where that spares escapes, interpreted otherwise."""
    if ('"' in text or "\\" in text) and "`" not in text and text.isprintable():
        return f"`{text}`"
    return f'"{_escape(text)}"'


def block(text: str) -> str:
    """A text of several lines as a raw string where that is exact and readable, in strings otherwise."""
    if "\n" not in text:
        return string(text)
    if "`" not in text and text.replace("\n", "").replace("\t", "").isprintable():
        return f"`{text}`"
    cut = lines(text)
    if len(cut) > 100:
        return f'"{_escape(text)}"'
    return " +\n\t\t".join(f'"{_escape(line)}"' for line in cut)


_BYTE = re.compile(r"[^ !#-\[\]-~]")


def binary(content: bytes) -> str:
    """Bytes as a string: ``\\xHH`` for what is not printable ASCII."""
    body = _BYTE.sub(lambda match: f"\\x{ord(match[0]):02x}", content.decode("latin-1"))
    return f'"{body}"'


def look_up(identifier: str) -> str:
    return f'os.Getenv("{identifier}")'


#: As an argument among others, where gofmt closes the gaps.
argument = Dialect(string, look_up, joiner="+")
#: By itself.
block_text = Dialect(block, look_up)


def _utf_8(piece: str) -> str:
    return f'"{_escape(piece)}"'


def _latin_1(piece: str) -> str:
    return binary(piece.encode("latin-1"))


field_value = FieldDialect(Dialect(_utf_8, look_up), Dialect(_latin_1, look_up))
field_argument = FieldDialect(Dialect(_utf_8, look_up, joiner="+"), Dialect(_latin_1, look_up, joiner="+"))
