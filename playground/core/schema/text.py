"""JSON text that is edited without being written anew (RFC 8259).

A parsed and re-serialised text has lost how its author wrote it: ``1.0``, ``1e400``, escapes, white space, keys that
come twice. Here a text is only ever cut at the span of one value, found by its JSON Pointer (RFC 6901); everything
outside that span stays as it is, to the character.

A ``{{variable}}`` may stand where a value stands, without quotes: it is a value whose text is not known yet.

Where a key comes twice, a pointer means the last one, as parsers do, and removing removes all of them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from playground.core.errors import InvalidInput
from playground.core.schema import pointers
from playground.core.variables import VARIABLE

#: Arrays and objects inside one another.
MAX_DEPTH = 200
#: Characters of a text.
MAX_LENGTH = 16 * 1024 * 1024
#: Arrays and objects in one text: each costs memory while it is open for editing.
MAX_CONTAINERS = 500_000
#: Values in a text that is only read: while it is, a few tenths of a second, no other thread has its turn.
MAX_VALUES = 500_000

_WS = r"[ \t\n\r]*+"
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
#: What comes before the next bracket that is not inside a string, and that bracket.
_TO_BRACKET = re.compile(rf'[^"\[\]{{}}]*+(?:{_STRING}[^"\[\]{{}}]*+)*+[\[\]{{}}]', re.DOTALL)
_KEY = re.compile(rf"{_WS}({_STRING}){_WS}:{_WS}", re.DOTALL)
_SCALAR = re.compile(rf"{_STRING}|[^,\]}}\s]++", re.DOTALL)
_SPACE = re.compile(_WS)
_SEPARATOR = re.compile(rf"{_WS}([,\]}}])")
_STRING_OR_VARIABLE = re.compile(rf"{_STRING}|{VARIABLE.pattern}", re.DOTALL)
_STRING_OR_CONSTANT = re.compile(rf"{_STRING}|NaN|-?Infinity", re.DOTALL)
#: What UTF-8 cannot carry; JSON can, as an escape.
_HALF_SURROGATE = re.compile(r"[\ud800-\udfff]")

_KINDS = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}


class InvalidJson(InvalidInput):
    """Not JSON: ``line`` and ``column`` count from 1, ``offset`` from 0, all in characters.

    ``code`` is one of the keys of ``EXPECTED``; ``found`` is what stands there instead, "" at the end of the text.
    """

    def __init__(self, text: str, offset: int, code: str) -> None:
        self.offset = min(offset, len(text))
        self.line = text.count("\n", 0, self.offset) + 1
        self.column = self.offset - (text.rfind("\n", 0, self.offset) + 1) + 1
        self.code = code
        self.found = text[self.offset : self.offset + 1]
        super().__init__(
            "Line %(line)s, column %(column)s: %(said)s",
            hint="The text stays as it is; the form follows again as soon as it is valid JSON.",
            line=str(self.line),
            column=str(self.column),
            said=EXPECTED[code],
        )


#: What is said of each way in which a text fails to be JSON.
EXPECTED = {
    "value": "expected a value: a string, a number, true, false, null, [ or {.",
    "name": "expected a property name in double quotes, or }.",
    "colon": "expected a colon after the property name.",
    "comma": "expected a comma or the closing bracket.",
    "trailing-comma": "a comma with nothing after it; remove the comma.",
    "unterminated": "this string has no closing quote.",
    "control": "a line break or control character inside a string; write it as an escape such as \\n.",
    "escape": "a backslash that starts no escape of JSON; write a backslash itself as \\\\.",
    "extra": "expected the end; there is more text after the value.",
    "constant": "NaN and Infinity are not JSON; use a number, a string or null.",
    "empty": "the text is empty; expected a value.",
}

_CODES = (
    ("Expecting value", "value"),
    ("Expecting property name", "name"),
    ("Expecting ':'", "colon"),
    ("Expecting ','", "comma"),
    ("Illegal trailing comma", "trailing-comma"),
    ("Unterminated string", "unterminated"),
    ("Invalid control character", "control"),
    ("Invalid \\", "escape"),
    ("Extra data", "extra"),
)


class _Constant(Exception):
    """``NaN`` or ``Infinity`` was met."""


def _refuse_constant(_name: str) -> Any:
    raise _Constant


def _long_integer(digits: str) -> float | int:
    """Python refuses integers above 4,300 digits, which take quadratic time; such a one is read as a float."""
    return float(digits) if len(digits) > 4000 else int(digits)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
_PATIENT_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_int=_long_integer)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its span: ``text[start:end]``. ``kind`` is a type of JSON, or ``variable``."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Member:
    """A child of a container: ``key`` is a property name or an index as text.

    ``start`` is where the child begins: at the key of a member, at the value of an item. ``lead`` is where the white
    space before it begins, right after the bracket or comma.
    """

    key: str
    lead: int
    start: int
    colon: int
    node: Node

    @property
    def end(self) -> int:
        return self.node.end


class JsonText:
    """A text that is valid JSON, and where everything in it stands.

    Spans are worked out when they are asked for, so a look at one place does not cost a walk through all others.
    Raises InvalidJson, and InvalidInput for a text beyond the limits of this module.
    """

    def __init__(self, text: str) -> None:
        _check_length(text)
        self.text = text
        self._plain = _without_variables(text)
        self._closes = _brackets(self._plain)
        #: The value as Python has it. A variable is a string without its outer braces.
        self.value: Any = _decode(self._plain)
        self._children: dict[int, list[Member]] = {}
        self.root = self._node(_SPACE.match(self._plain).end())  # type: ignore[union-attr]

    def _node(self, start: int) -> Node:
        first = self.text[start]
        if first in "[{" and start in self._closes:
            return Node(_KINDS[first], start, self._closes[start] + 1)
        end = _SCALAR.match(self._plain, start).end()  # type: ignore[union-attr]
        return Node("variable" if first == "{" else _KINDS.get(first, "number"), start, end)

    def children(self, node: Node) -> Sequence[Member]:
        """The members or items of a container in the order of the text, none for any other value."""
        if node.kind not in {"object", "array"}:
            return ()
        if node.start not in self._children:
            self._children[node.start] = list(self._scan(node))
        return self._children[node.start]

    def _scan(self, node: Node) -> Iterable[Member]:
        plain, lead, index = self._plain, node.start + 1, 0
        while not (index == 0 and _SPACE.match(plain, lead).end() == node.end - 1):  # type: ignore[union-attr]
            member = self._member(lead, index, node.kind)
            yield member
            separator = _SEPARATOR.match(plain, member.end)
            if separator is None or separator[1] != ",":
                return
            lead, index = separator.end(), index + 1

    def _member(self, lead: int, index: int, kind: str) -> Member:
        if kind == "array":
            start = _SPACE.match(self._plain, lead).end()  # type: ignore[union-attr]
            return Member(str(index), lead, start, start, self._node(start))
        match = _KEY.match(self._plain, lead)
        if match is None:  # pragma: no cover - the text was read as JSON before
            raise InvalidJson(self.text, lead, "name")
        quoted = match[1]
        key = json.loads(quoted) if "\\" in quoted else quoted[1:-1]
        return Member(key, lead, match.start(1), match.end(1), self._node(match.end()))

    def child(self, node: Node, step: str) -> Member | None:
        """The child that one reference token names; the last one where a key comes twice."""
        if node.kind == "array":
            items = self.children(node)
            index = pointers.array_index(step, len(items))
            return items[index] if index is not None and index < len(items) else None
        return next((member for member in reversed(self.children(node)) if member.key == step), None)

    def find(self, pointer: str) -> Node | None:
        """The value at a place, None where there is none."""
        node = self.root
        for step in pointers.parse(pointer):
            member = self.child(node, step)
            if member is None:
                return None
            node = member.node
        return node

    def raw(self, node: Node) -> str:
        """A value as it is spelled."""
        return self.text[node.start : node.end]

    def string(self, node: Node) -> str:
        """The characters of a string."""
        raw = self.raw(node)
        return str(json.loads(raw)) if "\\" in raw else raw[1:-1]


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise InvalidInput(
            "This JSON has %(count)s characters; the form opens up to %(limit)s.",
            hint="It can still be edited as text and sent.",
            count=f"{len(text):,}",
            limit=f"{MAX_LENGTH:,}",
        )
    if not text.strip(" \t\n\r"):
        raise InvalidJson(text, 0, "empty")


def _without_variables(text: str) -> str:
    """The text with each unquoted ``{{name}}`` as a JSON string of the same length, so that offsets stay true.

    Two opening braces are never JSON, so no valid text changes.
    """
    if "{{" not in text:
        return text
    return _STRING_OR_VARIABLE.sub(_as_string, text)


def _as_string(match: re.Match[str]) -> str:
    found = match[0]
    return found if found[0] == '"' else '"' + re.sub(r"\s", " ", found[1:-1]) + '"'


def _brackets(text: str) -> dict[int, int]:
    """Offset of each opening bracket → offset of its closing one, without recursion.

    Stops silently where brackets do not match: the decoder then says what is wrong.
    """
    closes: dict[int, int] = {}
    stack: list[int] = []
    for match in iter(_TO_BRACKET.scanner(text).match, None):  # type: ignore[attr-defined]
        at = match.end() - 1
        if text[at] in "[{":
            stack.append(at)
            if len(stack) > MAX_DEPTH or len(closes) > MAX_CONTAINERS:
                raise _too_much(len(stack) > MAX_DEPTH)
        elif stack:
            closes[stack.pop()] = at
        else:
            break
    return closes


def _too_much(deep: bool) -> InvalidInput:
    return InvalidInput(
        "This JSON is nested more than %(limit)s deep."
        if deep
        else "This JSON is made of more than %(limit)s arrays and objects.",
        hint="It can still be edited as text and sent.",
        limit=f"{MAX_DEPTH if deep else MAX_CONTAINERS:,}",
    )


def _decode(text: str) -> Any:
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise _explained(text, error) from None
    except _Constant:
        raise InvalidJson(text, _constant_offset(text), "constant") from None
    except ValueError:
        return _PATIENT_DECODER.decode(text)


def _explained(text: str, error: json.JSONDecodeError) -> InvalidJson:
    code = next((code for start, code in _CODES if error.msg.startswith(start)), "value")
    offset = _SPACE.match(text, error.pos).end() if code in {"comma", "colon"} else error.pos  # type: ignore[union-attr]
    before = text[: error.pos].rstrip(" \t\n\r")
    if code in {"name", "value"} and before.endswith(",") and text[offset : offset + 1] in {"]", "}"}:
        return InvalidJson(text, len(before) - 1, "trailing-comma")
    return InvalidJson(text, offset, code)


def _constant_offset(text: str) -> int:
    found = (match for match in _STRING_OR_CONSTANT.finditer(text) if match[0][0] != '"')
    return next((match.start() for match in found), 0)


def loads(text: str) -> Any:
    """The value of a JSON text under the limits and with the errors of this module."""
    return JsonText(text).value


def read_value(text: str) -> Any:
    """The value of a JSON text of any length, without where things stand in it; variables are no JSON here.

    Raises InvalidJson, and InvalidInput where there is too much in it to hold at once.
    """
    if not text.strip(" \t\n\r"):
        raise InvalidJson(text, 0, "empty")
    if sum(map(text.count, "{[,")) > MAX_VALUES:
        raise _too_much(deep=False)
    try:
        return _decode(text)
    except RecursionError:
        raise _too_much(deep=True) from None


def dumps(value: Any, indent: str | None = None) -> str:
    """A value as JSON text, characters as they are; what JSON does not have (dates of YAML, infinities) as strings."""
    return _dumped(value, indent=indent)


def _dumped(value: Any, **layout: Any) -> str:
    try:
        written = json.dumps(value, ensure_ascii=False, default=str, allow_nan=False, **layout)
    except ValueError:
        written = json.dumps(_finite(value), ensure_ascii=False, default=str, **layout)
    return _HALF_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


# --- Reading and editing by pointer ---------------------------------------------------------------------------------


def get(text: str, pointer: str) -> str | None:
    """The text of the value at a place, None where there is none."""
    document = JsonText(text)
    node = document.find(pointer)
    return None if node is None else document.raw(node)


def set_value(text: str, pointer: str, json_text: str) -> str:
    """The text with ``json_text`` at a place, verbatim.

    A member that is not there is added as the last one of its object, in the manner of its neighbours, with the
    objects on the way to it. An index right after the last item, or ``-``, appends.
    """
    JsonText(json_text)
    document = JsonText(text)
    node, steps = document.root, list(pointers.parse(pointer))
    while steps:
        member = document.child(node, steps[0])
        if member is None:
            return _create(document, node, steps, json_text, pointer)
        node, steps = member.node, steps[1:]
    return splice(text, [(node.start, node.end, json_text)])


def _create(document: JsonText, node: Node, steps: list[str], json_text: str, pointer: str) -> str:
    style = Style.of(document)
    for step in reversed(steps[1:]):
        json_text = "{" + dumps(step) + style.colon + json_text + "}"
    if node.kind == "object":
        return splice(document.text, [_appended(document, node, _member_text(document, node, steps[0], json_text))])
    items = document.children(node)
    if node.kind == "array" and pointers.array_index(steps[0], len(items)) == len(items):
        return splice(document.text, [_appended(document, node, json_text)])
    raise no_such_place(pointer)


def no_such_place(pointer: str) -> InvalidInput:
    """The error for a pointer that names nothing in a text."""
    return InvalidInput("There is no place “%(place)s” in this JSON.", pointer=pointer[:200], place=pointer[:200])


def _member_text(document: JsonText, node: Node, key: str, json_text: str) -> str:
    members = document.children(node)
    last = members[-1] if members else None
    colon = document.text[last.colon : last.node.start] if last else Style.of(document).colon
    return dumps(key) + colon + json_text


Edit = tuple[int, int, str]


def splice(text: str, edits: Iterable[Edit]) -> str:
    """The text with each ``(start, end, replacement)`` done; the spans do not overlap."""
    parts, at = [], 0
    for start, end, replacement in sorted(edits, key=lambda edit: edit[:2]):
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


def _appended(document: JsonText, node: Node, child_text: str) -> Edit:
    """The edit that puts one more child at the end of a container."""
    children = document.children(node)
    if children:
        return children[-1].end, children[-1].end, "," + _between(document, node) + child_text
    style = Style.of(document)
    if not style.unit:
        return node.start + 1, node.end - 1, child_text
    outer = style.newline + indentation(document.text, node.start)
    return node.start + 1, node.end - 1, outer + style.unit + child_text + outer


def _between(document: JsonText, node: Node) -> str:
    """The white space after a comma between two children of a container that has at least one."""
    last = document.children(node)[-1]
    lead = document.text[last.lead : last.start]
    if len(document.children(node)) > 1 or "\n" in lead:
        return lead
    return " " if Style.of(document).colon.endswith(" ") else ""


def indentation(text: str, offset: int) -> str:
    """The white space at the start of the line that holds an offset."""
    line = text.rfind("\n", 0, offset) + 1
    end = line
    while end < offset and text[end] in " \t":
        end += 1
    return text[line:end]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is laid out: ``unit`` of indentation ("" where all is on one line), ``colon`` with its white space."""

    unit: str
    colon: str
    newline: str

    @classmethod
    def of(cls, document: JsonText) -> Style:
        """The style that a document is written in, as its first member shows it."""
        text, root = document.text, document.root
        newline = "\r\n" if "\r\n" in text else "\n"
        first = next(iter(document.children(root)), None)
        if first is None:
            return cls("", ": ", newline)
        lead = text[first.lead : first.start]
        own = indentation(text, root.start)
        unit = lead.rpartition("\n")[2].removeprefix(own) or "  " if "\n" in lead else ""
        return cls(unit, _colon(document, first), newline)


def _colon(document: JsonText, member: Member) -> str:
    """The colon of the first member that the text has, looking into the items of arrays."""
    for _ in range(MAX_DEPTH):
        if member.colon != member.start:
            return document.text[member.colon : member.node.start]
        below = document.children(member.node)
        if not below:
            break
        member = below[0]
    return ": "


def fitted(document: JsonText, container: Node, value: Any) -> str:
    """A value as text that fits in among the children of a container: indented as they are, or on one line."""
    style = Style.of(document)
    children = document.children(container)
    if children:
        lead = document.text[children[-1].lead : children[-1].start]
        one_line, indent = "\n" not in lead, lead.rpartition("\n")[2]
    else:
        one_line, indent = not style.unit, indentation(document.text, container.start) + style.unit
    if one_line or not style.unit:
        return _one_line(value, style)
    return dumps(value, indent=style.unit).replace("\n", style.newline + indent)


def _one_line(value: Any, style: Style) -> str:
    if style.colon.endswith(" "):
        return dumps(value)
    return _dumped(value, separators=(",", ":"))


def remove(text: str, pointer: str) -> str:
    """The text without a member or an item. The whole value cannot be removed."""
    document = JsonText(text)
    container, step = _container(document, pointer)
    children = document.children(container)
    if container.kind == "array":
        member = document.child(container, step)
        gone = [] if member is None else [int(member.key)]
    else:
        gone = [at for at, member in enumerate(children) if member.key == step]
    if not gone:
        raise no_such_place(pointer)
    return splice(text, _removals(container, children, gone))


def _container(document: JsonText, pointer: str) -> tuple[Node, str]:
    """The array or object that holds a place, and the last step to it."""
    if not pointer:
        raise InvalidInput("The whole value cannot be moved or removed.", pointer=pointer)
    above, step = pointers.parent(pointer)
    node = document.find(above)
    if node is None or node.kind not in {"object", "array"}:
        raise no_such_place(pointer)
    return node, step


def _removals(container: Node, children: Sequence[Member], gone: Sequence[int]) -> list[Edit]:
    if len(gone) == len(children):
        return [(container.start + 1, container.end - 1, "")]
    leading = 0
    while leading < len(gone) and gone[leading] == leading:
        leading += 1
    edits = [(children[0].start, children[leading].start, "")] if leading else []
    return edits + [(children[at - 1].end, children[at].end, "") for at in gone[leading:]]


def insert(text: str, pointer: str, index: int, json_text: str) -> str:
    """The text with ``json_text`` as item ``index`` of the array at ``pointer``, verbatim."""
    JsonText(json_text)
    document = JsonText(text)
    node = _array(document, pointer)
    items = document.children(node)
    if not 0 <= index <= len(items):
        raise no_such_place(pointers.child(pointer, index))
    if index == len(items):
        return splice(text, [_appended(document, node, json_text)])
    start = items[index].start
    return splice(text, [(start, start, json_text + "," + _between(document, node))])


def _array(document: JsonText, pointer: str) -> Node:
    node = document.find(pointer)
    if node is None:
        raise no_such_place(pointer)
    if node.kind != "array":
        raise InvalidInput("The value at “%(place)s” is not an array.", pointer=pointer[:200], place=pointer[:200])
    return node


def move(text: str, pointer: str, old: int, new: int) -> str:
    """The text with item ``old`` of the array at ``pointer`` at index ``new``; the white space between items stays."""
    document = JsonText(text)
    items = document.children(_array(document, pointer))
    for index in (old, new):
        if not 0 <= index < len(items):
            raise no_such_place(pointers.child(pointer, index))
    order = [document.raw(item.node) for item in items]
    order.insert(new, order.pop(old))
    return splice(text, [(item.start, item.end, moved) for item, moved in zip(items, order, strict=True)])


def duplicate(text: str, pointer: str) -> str:
    """The text with the item at ``pointer`` once more right after itself."""
    document = JsonText(text)
    container, step = _container(document, pointer)
    if container.kind != "array":
        raise InvalidInput("Only items of an array can be duplicated.", pointer=pointer[:200])
    member = document.child(container, step)
    if member is None:
        raise no_such_place(pointer)
    return insert(text, pointers.parent(pointer)[0], int(member.key) + 1, document.raw(member.node))
