"""PHP's literals (The PHP manual, Strings), spelled as PSR-12 leaves them."""

from __future__ import annotations

import re
from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, is_latin_1
from playground.core.snippets.literals import Dialect, escaper, hidden, is_printable


def _numeric(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:x}}}"


_double = escaper(
    {"\\": "\\\\", '"': '\\"', "$": "\\$", "\n": "\\n", "\r": "\\r", "\t": "\\t"}, hidden.ONE_HIDDEN, _numeric
)


def string(text: str) -> str:
    """A text on one line: between single quotes, where only two characters are escaped; else between double ones."""
    if text.isprintable():
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return f'"{_double(text)}"'


def block(text: str) -> str:
    """A text of several lines as a nowdoc, which has no escapes."""
    if "\n" not in text or not is_printable(text):
        return string(text)
    name = "JSON" if text[0] in "{[" else "TEXT"
    while name in text and re.search(rf"^[ \t]*{name}", text, re.MULTILINE):
        name += "_"
    return f"<<<'{name}'\n{text}\n{name}"


def look_up(identifier: str) -> str:
    return f"getenv('{identifier}')"


line = Dialect(string, look_up, " . ")
_blocks = Dialect(block, look_up, " . ")


def octets(content: bytes) -> str:
    """Bytes between double quotes, all that is not printable ASCII as ``\\xNN``."""
    text = _double(content.decode("latin-1"))
    return '"' + re.sub(r"[^\x00-\x7f]|\\u\{(..)\}", _octet, text) + '"'


def _octet(match: re.Match[str]) -> str:
    return f"\\x{match[1]}" if match[1] else f"\\x{ord(match[0]):02x}"


def field(name: str, value: Text, prefix: str = "") -> str:
    """A field value, or with ``prefix`` a whole line; PHP's texts are bytes, so that Latin-1 needs escapes."""
    first = value[0]
    if prefix:
        value = (prefix + first, *value[1:]) if isinstance(first, str) else (prefix, *value)
    return _latin_1(value) if is_latin_1(value) else line(value)


#: The same with texts in Latin-1.
_latin_1 = Dialect(lambda text: octets(text.encode("latin-1")) if not text.isascii() else string(text), look_up, " . ")


def content(draft: Draft) -> str:
    """An expression for the content."""
    if draft.text is not None:
        return _blocks(draft.text)
    return "\n    . ".join(_piece(piece) for piece in draft.body)


def _piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"file_get_contents({string(piece.file_name)})"
    if isinstance(piece, bytes):
        return f"base64_decode('{b64encode(piece).decode('ascii')}')"
    return look_up(piece.identifier) if isinstance(piece, Variable) else string(piece)
