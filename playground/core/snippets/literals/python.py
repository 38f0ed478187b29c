"""Python's literals (The Python Language Reference §2.4.1), spelled as its formatters leave them."""

from __future__ import annotations

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable
from playground.core.snippets.literals import Dialect

INDENT = "    "


def string(text: str) -> str:
    """A text on one line. ``repr`` is exact for every text, lone surrogates included."""
    written = repr(text)
    if written[0] == "'" and text.count('"') <= text.count("'"):
        return _double_quoted(text, written)
    return written


def _double_quoted(text: str, written: str) -> str:
    body = written[1:-1]
    if "'" in text:
        body = body.replace("\\\\", "\0").replace("\\'", "'").replace("\0", "\\\\")
    return '"' + body.replace('"', '\\"') + '"'


def block(text: str) -> str:
    """A text of several lines between three quotes where that is exact and readable, on one line otherwise."""
    if "\n" not in text or not _fits_block(text):
        return string(text)
    if "\\" in text:
        return string(text) if text.endswith("\\") else f'r"""{text}"""'
    return f'"""{text}"""'


def _fits_block(text: str) -> bool:
    """Nothing that ends the literal, that an editor hides or changes, or that Python reads as another line end."""
    return not text.endswith('"') and '"""' not in text and text.replace("\n", "").isprintable()


def binary(content: bytes) -> str:
    """Bytes on one line."""
    written = repr(content)
    if written[1] == "'" and b'"' not in content:
        return 'b"' + written[2:-1] + '"'
    return written


def look_up(identifier: str) -> str:
    return f'os.environ["{identifier}"]'


#: ``"Bearer " + os.environ["KEY"]``
text = Dialect(string, look_up)
#: The same, with blocks for texts of several lines.
block_text = Dialect(block, look_up)


def value(field: Text) -> str:
    """A field value: Latin-1 as text, which the clients send so; anything beyond as the bytes of UTF-8."""
    expression = text(field)
    if all(isinstance(piece, Variable) or _is_latin_1(piece) for piece in field):
        return expression
    return f"({expression}).encode()" if len(field) > 1 else f"{expression}.encode()"


def _is_latin_1(piece: str) -> bool:
    return piece.isascii() or max(piece) <= "\xff"


def mapping(name: str, fields: tuple[tuple[str, Text], ...]) -> str:
    """``headers = {…}``, a line for each field."""
    rows = "".join(f"{INDENT}{string(key)}: {value(field)},\n" for key, field in fields)
    return f"{name} = {{\n{rows}}}\n"


def pairs(fields: tuple[tuple[str, Text], ...], indent: str = "") -> str:
    """``[(name, value), …]``, a line for each field, so that repeats are kept."""
    rows = "".join(f"{indent}{INDENT}({string(key)}, {value(field)}),\n" for key, field in fields)
    return f"[\n{rows}{indent}]"


def content(draft: Draft) -> str:
    """An expression for the content as bytes."""
    if draft.text is not None:
        return _text_content(draft.text)
    pieces = [_bytes_piece(piece) for piece in draft.body]
    if len(pieces) == 1:
        return pieces[0]
    rows = "".join(f"{INDENT}{piece},\n" for piece in pieces)
    return f'b"".join(\n{INDENT}[\n' + "".join(f"{INDENT}{row}\n" for row in rows.splitlines()) + f"{INDENT}]\n)"


def _text_content(text_: Text) -> str:
    first = text_[0]
    if len(text_) > 1:
        return f"({block_text(text_)}).encode()"
    if isinstance(first, Variable):
        return f"{look_up(first.identifier)}.encode()"
    written = block(first)
    if first.isascii() and "\n" not in written:
        return "b" + written
    return f"{written}.encode()"


def _bytes_piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"Path({string(piece.file_name)}).read_bytes()"
    if isinstance(piece, bytes):
        return binary(piece)
    return _text_content((piece,))


def assignment(name: str, draft: Draft) -> str:
    """``data = …``: the content as a ``str`` where it is ASCII, as bytes otherwise; nothing where there is none."""
    if not draft.body:
        return ""
    text_ = draft.text
    if text_ is not None and len(text_) == 1 and isinstance(text_[0], str) and text_[0].isascii():
        return f"{name} = {block(text_[0])}\n"
    return f"{name} = {content(draft)}\n"


def imports(draft: Draft, *names: str, third_party: str = "") -> str:
    """The import lines: what the pieces of the draft need, and ``names``, of the standard library; then the client."""
    needed = set(names)
    if draft.identifiers:
        needed.add("import os")
    if draft.files:
        needed.add("from pathlib import Path")
    standard = "".join(f"{line}\n" for line in sorted(needed, key=lambda line: (line.startswith("from"), line)))
    return f"{standard}\n{third_party}" if standard and third_party else standard + third_party
