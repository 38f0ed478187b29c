"""JavaScript's literals (ECMA-262 §12.9), spelled as Prettier leaves them."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Any

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, for_looks, plain
from playground.core.snippets.literals import escaper, hidden, is_printable


def _numeric(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\u{{{code:x}}}"


_ONE_HIDDEN_BUT_LINE_FEED = f"(?!\n){hidden.ONE_HIDDEN}"

_one_line = escaper({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}, hidden.ONE_HIDDEN, _numeric)
_template = escaper(
    {"\\": "\\\\", "`": "\\`", "${": "\\${", "\r": "\\r", "\t": "\\t"}, _ONE_HIDDEN_BUT_LINE_FEED, _numeric, kept="\n"
)
_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")


def string(text: str) -> str:
    """A text on one line, in the quotes that need fewer escapes."""
    escaped = _one_line(text)
    if '"' in text and text.count('"') > text.count("'"):
        return "'" + escaped.replace("'", "\\'") + "'"
    return '"' + escaped.replace('"', '\\"') + '"'


def block(text: str) -> str:
    """A text of several lines as a template literal, raw where that spares the backslashes."""
    if "\n" not in text:
        return string(text)
    if "\\" in text and _fits_raw(text):
        return f"String.raw`{text}`"
    return f"`{_template(text)}`"


def _fits_raw(text: str) -> bool:
    """Nothing that a raw template cannot hold: its end, a substitution, a carriage return, a hidden character."""
    return not text.endswith("\\") and "`" not in text and "${" not in text and is_printable(text)


def look_up(identifier: str) -> str:
    return f"process.env.{identifier}"


def _joined(text: Text) -> str:
    """A template literal with a substitution for each variable."""
    if len(text) == 1 and isinstance(text[0], Variable):
        return look_up(text[0].identifier)
    pieces = [_template(piece) if isinstance(piece, str) else f"${{{look_up(piece.identifier)}}}" for piece in text]
    return "`" + "".join(pieces) + "`"


def line(text: Text) -> str:
    """A text without blocks: an address, a field value."""
    first = plain(text)
    return string(first) if first is not None else _joined(text)


def body_text(text: Text) -> str:
    """A text that may stand on several lines."""
    first = plain(text)
    return block(first) if first is not None else _joined(text)


#: Columns that Prettier fills.
WIDTH = 80


def declared(name: str, written: str) -> str:
    """``const name = …;``, a long string on a line of its own."""
    return f"const {name} ={_space(f'const {name} = {written};', written, '  ')}{written};\n"


def member(name: str, written: str, indent: str) -> str:
    """``name: …,`` of an object, a long string on a line of its own."""
    line_ = f"{indent}{name}: {written},"
    # Prettier leaves the value beside a name that is hardly wider than the indentation.
    space = _space(line_, written, indent + "  ") if len(name) > 4 else " "
    return f"{indent}{name}:{space}{written},\n"


def _space(line_: str, written: str, indent: str) -> str:
    return f"\n{indent}" if len(line_) > WIDTH and written[0] in "\"'" else " "


def key(name: str) -> str:
    """A property name, quoted where it must be."""
    return name if _IDENTIFIER.fullmatch(name) else string(name)


def value(field: Text, beyond_latin_1: str) -> str:
    """A field value. JavaScript's clients send Latin-1; anything beyond is turned into the bytes of UTF-8 by the
    expression ``beyond_latin_1``, which holds ``%s`` for the text."""
    if any(isinstance(piece, str) and not piece.isascii() and max(piece) > "\xff" for piece in field):
        return beyond_latin_1 % line(field)
    return line(field)


#: How a browser and every runtime makes UTF-8 out of a text, a byte to a character.
WEB_BYTES = "String.fromCharCode(...new TextEncoder().encode(%s))"
NODE_BYTES = 'Buffer.from(%s).toString("latin1")'


def properties(fields: tuple[tuple[str, Text], ...], indent: str, bytes_: str = WEB_BYTES) -> str:
    """``{ name: value, … }``, a line for each field; what repeats becomes an array in one property."""
    grouped: dict[str, tuple[str, list[str]]] = {}
    for name, field in fields:
        grouped.setdefault(name.lower(), (name, []))[1].append(value(field, bytes_))
    rows = "".join(member(key(name), _one_or_array(values), f"{indent}  ") for name, values in grouped.values())
    return f"{{\n{rows}{indent}}}"


def _one_or_array(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def pairs(fields: tuple[tuple[str, Text], ...], indent: str, bytes_: str = WEB_BYTES) -> str:
    """``[[name, value], …]``, a line for each field."""
    rows = "".join(f"{indent}  [{string(name)}, {value(field, bytes_)}],\n" for name, field in fields)
    return f"[\n{rows}{indent}]"


def _web_bytes(content: bytes, indent: str = "") -> str:
    encoded = b64encode(content).decode("ascii")
    if len(encoded) + len(indent) < 20:
        return f'Uint8Array.from(atob("{encoded}"), (c) => c.charCodeAt(0))'
    inner = f'atob("{encoded}")'
    if len(indent) + len(inner) + 3 > WIDTH:
        inner = f'atob(\n{indent}    "{encoded}",\n{indent}  )'
    return f"Uint8Array.from(\n{indent}  {inner},\n{indent}  (c) => c.charCodeAt(0),\n{indent})"


def web_content(draft: Draft, *, typeless: bool) -> tuple[str, str]:
    """The content for ``fetch`` and XMLHttpRequest: a statement that declares it, or "", and an expression.

    It is a string, bytes, or a Blob without a type. ``typeless``: a string would get a Content-Type of its own, so that
    bytes are given instead.
    """
    if draft.native is not None:
        return f"const body = JSON.stringify({native(draft.native, 'const body = JSON.stringify()')});\n\n", "body"
    if draft.text is not None:
        text = body_text(draft.text)
        return (f"const body = {called('new TextEncoder().encode', text)};\n\n", "body") if typeless else ("", text)
    if len(draft.body) == 1 and not isinstance(draft.body[0], str):
        return f"const body = {_web_piece(draft.body[0], '')};\n\n", "body"
    rows = "".join(f"  {_web_piece(piece, '  ')},\n" for piece in draft.body)
    return (f"const body = new Blob([\n{rows}]);\n\n" if draft.body else ""), "body"


def called(function: str, argument: str) -> str:
    """A call of one argument after ``const body = ``; a long string on a line of its own."""
    if len(function) + len(argument) + 16 > WIDTH and argument[0] in "\"'":
        return f"{function}(\n  {argument},\n)"
    return f"{function}({argument})"


def _web_piece(piece: Piece, indent: str) -> str:
    if isinstance(piece, FileReference):
        return f"await readFile({string(piece.file_name)})"
    if isinstance(piece, bytes):
        return _web_bytes(piece, indent)
    return body_text((piece,))


def node_content(draft: Draft) -> tuple[str, str]:
    """The content in Node.js: a statement that declares it, or "", and an expression: a string, or a Buffer."""
    if draft.native is not None:
        return f"const body = JSON.stringify({native(draft.native, 'const body = JSON.stringify()')});\n\n", "body"
    if draft.text is not None:
        return "", body_text(draft.text)
    if len(draft.body) == 1:
        return f"const body = {_node_piece(draft.body[0], '')};\n\n", "body"
    rows = "".join(f"  {_node_piece(piece, '  ')},\n" for piece in draft.body)
    return (f"const body = Buffer.concat([\n{rows}]);\n\n" if draft.body else ""), "body"


def _node_piece(piece: Piece, indent: str) -> str:
    if isinstance(piece, FileReference):
        return f"await readFile({string(piece.file_name)})"
    if not isinstance(piece, bytes):
        return f"Buffer.from({body_text((piece,))})"
    encoded = b64encode(piece).decode("ascii")
    if len(encoded) + len(indent) < 40:
        return f'Buffer.from("{encoded}", "base64")'
    return f'Buffer.from(\n{indent}  "{encoded}",\n{indent}  "base64",\n{indent})'


READ_FILE = 'import { readFile } from "node:fs/promises";\n'


def late_target(name: str) -> str:
    """The request target of an address that is known when the code runs, as it is written there."""
    return f'{name}.replace(/^\\w+:\\/\\/[^/?]*\\/?/, "/")'


_DOTS = re.compile(r"/(?:\.|%2e){1,2}(?:/|\Z)", re.IGNORECASE)


def respelled(draft: Draft) -> str:
    """What the URL standard, which JavaScript's clients follow, writes in another way; "" for nothing.

    https://url.spec.whatwg.org/ removes dot segments and empty queries, and encodes apostrophes in a query.
    """
    path, mark, query = for_looks(draft.url).partition("?")
    if _DOTS.search(path):
        return "the dot segments of the path"
    if "'" in query:
        return "the apostrophes of the query"
    return "the empty query" if mark and not query else ""


_CONSTANTS = {True: "true", False: "false", None: "null"}


def native(value: Any, start: str = "", indent: str = "") -> str:
    """A JSON value as JavaScript's own, after ``start`` on its line."""
    if isinstance(value, dict):
        if not value:
            return "{}"
        rows = [_entry(key(name), item, f"{indent}  ") for name, item in value.items()]
        return "{\n" + "".join(rows) + f"{indent}}}"
    if isinstance(value, list):
        return _native_list(value, start, indent)
    if isinstance(value, str):
        return string(value)
    return _CONSTANTS[value] if value is None or isinstance(value, bool) else _number(value)


def _number(value: float) -> str:
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _entry(name: str, value: Any, indent: str) -> str:
    written = native(value, f"{indent}{name}: ", indent)
    return f"{indent}{name}: {written},\n" if "\n" in written else member(name, written, indent)


def _native_list(value: list[Any], start: str, indent: str) -> str:
    items = [native(item, "", f"{indent}  ") for item in value]
    line_ = f"[{', '.join(items)}]"
    if "\n" not in line_ and len(start) + len(line_) + 1 <= WIDTH:
        return line_
    return "[\n" + "".join(f"{indent}  {item},\n" for item in items) + f"{indent}]"
