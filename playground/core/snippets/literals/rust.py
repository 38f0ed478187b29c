"""Rust's literals (The Rust Reference, "Tokens"), as rustfmt leaves them."""

from __future__ import annotations

import re

from playground.core.snippets.base import Text, Variable, is_latin_1, plain
from playground.core.snippets.literals import escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN


def _unicode(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)

_CLOSING = re.compile(r'"(#*)')


def string(text: str) -> str:
    """A text; raw where that spares escapes."""
    if ('"' in text or "\\" in text or "\n" in text) and is_printable(text):
        signs = max((len(found) + 1 for found in _CLOSING.findall(text)), default=0)
        return f'r{"#" * signs}"{text}"{"#" * signs}'
    return f'"{_escape(text)}"'


_NOT_ASCII = re.compile("[^ -~]")


def binary(content: bytes) -> str:
    """Bytes as an array."""
    text = content.decode("latin-1").replace("\\", "\\\\").replace('"', '\\"')
    return f'b"{_NOT_ASCII.sub(_byte, text)}"'


def _byte(match: re.Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}"


def text(pieces: Text) -> str:
    """A text, by ``format!`` where variables are looked up."""
    written = plain(pieces)
    if written is not None:
        return string(written)
    if len(pieces) == 1 and isinstance(pieces[0], Variable):
        return look_up(pieces[0].identifier)
    pattern = "".join(["{}" if isinstance(piece, Variable) else _braced(piece) for piece in pieces])
    values = ", ".join([look_up(piece.identifier) for piece in pieces if isinstance(piece, Variable)])
    return f"format!({string(pattern)}, {values})"


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def field_value(pieces: Text) -> str:
    """A field value as it leaves: Latin-1 where it fits, UTF-8 otherwise. Only bytes may be beyond ASCII."""
    written = plain(pieces)
    if written is None and is_latin_1(pieces):
        return f"[{', '.join(map(_slice, pieces))}].concat()"
    if written is None or (written.isascii() and "\t" not in written):
        return text(pieces)
    content = written.encode("utf-8" if max(written) > "\xff" else "latin-1")
    return f"{binary(content)}.as_slice()"


def _slice(piece: str | Variable) -> str:
    if isinstance(piece, Variable):
        return f"{look_up(piece.identifier)}.as_bytes()"
    return f"{binary(piece.encode('latin-1'))}.as_slice()"


def look_up(identifier: str) -> str:
    return f'env::var("{identifier}")?'
