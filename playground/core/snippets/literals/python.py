"""Python's literals (The Python Language Reference §2.4.1), spelled as its formatters leave them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, plain
from playground.core.snippets.literals import Dialect, is_printable

INDENT = "    "
#: Columns that Python's formatters fill.
WIDTH = 88


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
    return not text.endswith('"') and '"""' not in text and is_printable(text)


def binary(content: bytes) -> str:
    """Bytes on one line."""
    written = repr(content)
    if written[1] == "'" and content.count(b'"') <= content.count(b"'"):
        return f"b{_double_quoted(content.decode('latin-1'), written[1:])}"
    return written


def look_up(identifier: str) -> str:
    return f'os.environ["{identifier}"]'


#: ``"Bearer " + os.environ["KEY"]``
text = Dialect(string, look_up)
#: The same, with blocks for texts of several lines.
block_text = Dialect(block, look_up)


#: Characters of Latin-1 that Python takes for white space: requests refuses a text that begins with one.
_SPACES = ("\x85", "\xa0")


def value(field: Text) -> str:
    """A field value: Latin-1 as text, which the clients send so; anything beyond as the bytes of UTF-8."""
    if isinstance(field[0], str) and field[0].startswith(_SPACES):
        return _octets(field)
    expression = text(field)
    if all(isinstance(piece, Variable) or _is_latin_1(piece) for piece in field):
        return expression
    return f"({expression}).encode()" if len(field) > 1 else f"{expression}.encode()"


def _is_latin_1(piece: str) -> bool:
    return piece.isascii() or max(piece) <= "\xff"


def _octets(field: Text) -> str:
    """A field value as bytes."""
    first = plain(field)
    if first is not None:
        return f"b{string(first)}" if first.isascii() else f"{string(first)}.encode({_codec(first)})"
    codec = _codec("".join(piece for piece in field if isinstance(piece, str)))
    return f"({text(field)}).encode({codec})" if len(field) > 1 else f"{text(field)}.encode()"


def _codec(piece: str) -> str:
    return '"latin-1"' if not piece.isascii() and _is_latin_1(piece) else ""


def _value(field: Text, as_text: bool, as_bytes: bool) -> str:
    if as_bytes:
        return _octets(field)
    return text(field) if as_text else value(field)


def mapping(name: str, fields: tuple[tuple[str, Text], ...], *, as_text: bool = False, as_bytes: bool = False) -> str:
    """``headers = {…}``, a line for each field.

    ``as_text``: values beyond Latin-1 stay texts; ``as_bytes``: names and values are bytes.
    """
    start = "b" if as_bytes else ""
    rows = "".join(
        _row(f"{INDENT}{start}{string(key)}: ", _value(field, as_text, as_bytes), field) for key, field in fields
    )
    return f"{name} = {{\n{rows}}}\n"


def _row(start: str, written: str, field: Text) -> str:
    """A row of a mapping; a sum that is too long with a term on each line."""
    if len(field) > 1 and len(start) + len(written) + 1 > WIDTH and written == text(field):
        written = f"\n{INDENT}+ ".join(text.piece(piece) for piece in field)
    return f"{start}{written},\n"


def pairs(fields: tuple[tuple[str, Text], ...], *, as_text: bool = False, as_bytes: bool = False) -> str:
    """``[(name, value), …]``, a line for each field, so that repeats are kept; options as for ``mapping``."""
    start = "b" if as_bytes else ""
    rows = "".join(f"{INDENT}({start}{string(key)}, {_value(field, as_text, as_bytes)}),\n" for key, field in fields)
    return f"[\n{rows}]"


def declared(name: str, text_: Text) -> str:
    """``name = …`` for a text without blocks."""
    return _assigned(name, [text.piece(piece) for piece in text_], "")


def late_imports(draft: Draft) -> tuple[str, ...]:
    """What ``late_target`` needs where an address has to be sent exactly, and is known when the code runs."""
    return () if draft.is_normal or draft.address is not None else ("import re",)


def late_target(name: str) -> str:
    """``target = …``: the request target of an address that is known when the code runs, as it is written there."""
    return f'target = re.sub(r"^\\w+://[^/?]*/?", "/", {name})\n'


def _assigned(name: str, pieces: list[str], ending: str) -> str:
    """Pieces joined on one line where they fit, on a line each where they do not."""
    joined = " + ".join(pieces)
    line = f"{name} = ({joined}){ending}" if ending and len(pieces) > 1 else f"{name} = {joined}{ending}"
    if len(pieces) > 1 and ("\n" in joined or len(line) > WIDTH):
        return f"{name} = (\n{INDENT}{f'{chr(10)}{INDENT}+ '.join(pieces)}\n){ending}\n"
    if len(line) > WIDTH and not ending and "\n" not in line and len(INDENT) + len(joined) <= WIDTH:
        return f"{name} = (\n{INDENT}{joined}\n)\n"
    return f"{line}\n"


def call(start: str, arguments: list[str], end: str, indent: str = "") -> str:
    """``start(…)end`` on one line, with its arguments on a line of their own, or on a line each."""
    joined = ", ".join(arguments)
    if len(indent) + len(start) + len(joined) + len(end) + 2 <= WIDTH:
        return f"{indent}{start}({joined}){end}\n"
    if len(indent) + len(INDENT) + len(joined) <= WIDTH:
        return f"{indent}{start}(\n{indent}{INDENT}{joined}\n{indent}){end}\n"
    rows = "".join(f"{indent}{INDENT}{argument},\n" for argument in arguments)
    return f"{indent}{start}(\n{rows}{indent}){end}\n"


def assignment(name: str, draft: Draft, *, always_bytes: bool = False) -> str:
    """``data = …``: the content as a ``str`` where it is ASCII, as bytes otherwise; nothing where there is none."""
    if not draft.body:
        return ""
    if draft.native is not None:
        ending = ".encode()" if always_bytes else ""
        return f"payload = {native(draft.native, 'payload = ')}\n{name} = json.dumps(payload){ending}\n"
    text_ = draft.text
    if text_ is None:
        return f"{name} = {_several(draft.body)}\n"
    first = plain(text_)
    if first is None:
        return _assigned(name, [block_text.piece(piece) for piece in text_], ".encode()")
    written = block(first)
    if first.isascii():
        return _assigned(name, [_as_bytes(written) if always_bytes else written], "")
    return _assigned(name, [written], ".encode()")


def _as_bytes(written: str) -> str:
    """The literal of an ASCII text as one of bytes."""
    return f"rb{written[1:]}" if written[0] == "r" else f"b{written}"


def _several(body: tuple[Piece, ...]) -> str:
    pieces = [_bytes_piece(piece) for piece in body]
    if len(pieces) == 1:
        return pieces[0]
    rows = "".join(f"{INDENT * 2}{piece},\n" for piece in pieces)
    return f'b"".join(\n{INDENT}[\n{rows}{INDENT}]\n)'


def _bytes_piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"Path({string(piece.file_name)}).read_bytes()"
    if isinstance(piece, bytes):
        return binary(piece)
    if isinstance(piece, Variable):
        return f"{look_up(piece.identifier)}.encode()"
    return f"b{string(piece)}" if piece.isascii() else f"{string(piece)}.encode()"


def imports(draft: Draft, *names: str, third_party: str = "") -> str:
    """The import lines: what the pieces of the draft need, and ``names``, of the standard library; then the client."""
    needed = set(names)
    if draft.identifiers:
        needed.add("import os")
    if draft.native is not None:
        needed.add("import json")
    if draft.files:
        needed.add("from pathlib import Path")
    standard = "".join(f"{line}\n" for line in sorted(needed, key=lambda line: (line.startswith("from"), line)))
    return f"{standard}\n{third_party}" if standard and third_party else standard + third_party


_CONSTANTS = {True: "True", False: "False", None: "None"}


def native(value: Any, start: str = "", indent: str = "") -> str:
    """A JSON value as Python's own, after ``start`` on its line."""
    if isinstance(value, dict) and value:
        inner = indent + INDENT
        rows = [_entry(f"{string(name)}: ", item, inner) for name, item in value.items()]
        return "{\n" + "".join(rows) + f"{indent}}}"
    if isinstance(value, list) and value:
        return _native_list(value, start, indent)
    if isinstance(value, str):
        return string(value)
    return _CONSTANTS[value] if value is None or isinstance(value, bool) else repr(value)


def _entry(start: str, value: Any, indent: str) -> str:
    return f"{indent}{start}{native(value, indent + start, indent)},\n"


def _native_list(value: list[Any], start: str, indent: str) -> str:
    items = [native(item, "", indent + INDENT) for item in value]
    line = f"[{', '.join(items)}]"
    if "\n" not in line and len(start) + len(line) + 1 <= WIDTH:
        return line
    return "[\n" + "".join(f"{indent}{INDENT}{item},\n" for item in items) + f"{indent}]"


def keywords(arguments: Mapping[str, Any]) -> str:
    """``name=value,`` on a line each, as arguments of a call at the margin."""
    return "".join(
        f"{INDENT}{name}={native(value, f'{INDENT}{name}=', INDENT)},\n" for name, value in arguments.items()
    )
