"""Ruby's literals (doc/syntax/literals.rdoc), in double quotes as Standard Ruby has them."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, is_latin_1, plain
from playground.core.snippets.literals import escaper, hidden, is_printable


def _numeric(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x80 else f"\\u{{{code:X}}}"


#: "#" begins an interpolation before "{", "$" and "@".
_COMMON = {
    "\\": "\\\\",
    '"': '\\"',
    "#{": "\\#{",
    "#$": "\\#$",
    "#@": "\\#@",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
_double = escaper(_COMMON, hidden.ONE_HIDDEN, _numeric)


def string(text: str) -> str:
    """A text on one line; between single quotes where that spares escapes."""
    if '"' in text and "'" not in text and text.isprintable():
        return "'" + text.replace("\\", "\\\\") + "'"
    return f'"{_double(text)}"'


def block(text: str) -> str:
    """A text of several lines as a heredoc without interpolation, moved to the right."""
    if "\n" not in text or not _fits_heredoc(text):
        return string(text)
    name = "JSON" if text[0] in "{[" else "TEXT"
    while name in text and re.search(rf"^[ \t]*{name}$", text, re.MULTILINE):
        name += "_"
    ends = text.endswith("\n")
    moved = f"  {hidden.indented(text, '  ')}"
    return f"<<~'{name}'{'' if ends else '.chomp'}\n{moved}{'' if ends else chr(10)}{name}"


def _fits_heredoc(text: str) -> bool:
    """The first line shows how far the text was moved, and no line is of spaces alone, which Ruby would cut."""
    return (
        text[0] not in " \n"
        and is_printable(text)
        and (" \n" not in text or re.search(r"^ +$", text, re.MULTILINE) is None)
        and not text.endswith("\n\n")
    )


def look_up(identifier: str) -> str:
    return f'ENV.fetch("{identifier}")'


def line(text: Text) -> str:
    """A text without blocks, variables interpolated."""
    first = text[0]
    if len(text) == 1:
        return string(first) if isinstance(first, str) else look_up(first.identifier)
    pieces = [_double(piece) if isinstance(piece, str) else f"#{{{look_up(piece.identifier)}}}" for piece in text]
    return '"' + "".join(pieces) + '"'


def field(value: Text) -> str:
    """A field value. What is not ASCII goes as bytes, since Ruby refuses to join texts of several encodings."""
    if all(isinstance(piece, Variable) or piece.isascii() for piece in value):
        return line(value)
    write = _latin_1 if is_latin_1(value) else _utf_8
    return " + ".join(map(write, value))


def _latin_1(piece: str | Variable) -> str:
    return f"{look_up(piece.identifier)}.b" if isinstance(piece, Variable) else octets(piece.encode("latin-1"))


def _utf_8(piece: str | Variable) -> str:
    return f"{look_up(piece.identifier) if isinstance(piece, Variable) else string(piece)}.b"


_OCTETS = {code: f"\\x{code:02X}" for code in (*range(32), *range(127, 256))}
_OCTETS |= {10: "\\n", 13: "\\r", 9: "\\t", 34: '\\"', 35: "\\#", 92: "\\\\"}


def octets(content: bytes) -> str:
    """Bytes between double quotes, all that is not printable ASCII escaped."""
    return '"' + content.decode("latin-1").translate(_OCTETS) + '".b'


def content(draft: Draft) -> str:
    """An expression for the content."""
    text = draft.text
    if text is not None:
        first = plain(text)
        return line(text) if first is None else block(first)
    pieces = [_piece(piece) for piece in draft.body]
    if len(pieces) == 1:
        return pieces[0]
    return "[\n" + "".join(f"  {piece},\n" for piece in pieces).removesuffix(",\n") + "\n].join"


def _piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"File.binread({string(piece.file_name)})"
    if isinstance(piece, bytes):
        return octets(piece)
    return f"{look_up(piece.identifier) if isinstance(piece, Variable) else string(piece)}.b"
