"""A JSON text that is opened where one looks, and never parsed as a whole.

Spans are found by skipping: brackets and strings are matched by a regular expression, so that walking past a value
makes no objects of it. Where long values end, and where every thousandth child of a container stands, is
remembered, so that a second look is at once. Nothing here raises because of the text: where it stops being JSON,
children end.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_WS = r"[ \t\n\r]*+"
_STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_FLAT = rf'[^"\[\]{{}}]*+(?:{_STRING}[^"\[\]{{}}]*+)*+'
_LEAF = rf"\{{{_FLAT}\}}|\[{_FLAT}\]"
_NESTED = rf'(?:[^"\[\]{{}}]++|{_STRING}|{_LEAF})*+'
#: What lies between brackets that hold more than two levels; so much at once that other threads are not held up.
_RUN = re.compile(rf'(?:[^"\[\]{{}}]++|{_STRING}|\{{{_NESTED}\}}|\[{_NESTED}\]){{0,2048}}+', re.DOTALL)
_WHOLE = re.compile(rf"\{{{_NESTED}\}}|\[{_NESTED}\]", re.DOTALL)
_SCALAR = re.compile(rf"{_STRING}|-?[0-9][0-9.eE+\-]*+|true\b|false\b|null\b", re.DOTALL)
_KEY = re.compile(rf"{_WS}({_STRING}){_WS}:{_WS}", re.DOTALL)
_SPACE = re.compile(_WS)
_COMMA = re.compile(rf"{_WS},")
_KINDS = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}

#: Characters from which on the end of a value is remembered, and children from one remembered place to the next.
_LONG, _EVERY = 16 * 1024, 1000

Step = str | int


@dataclass(frozen=True, slots=True)
class Child:
    """A member or an item: ``at`` is where it begins (at the key of a member), ``start`` where its value does."""

    step: Step
    at: int
    start: int


@dataclass
class JsonDocument:
    """The text, and what was learned of it so far. Safe to share between threads: what is learned is only added."""

    text: str
    _ends: dict[int, int] = field(default_factory=dict)
    _marks: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    @property
    def root(self) -> int:
        return self.after_space(0)

    def after_space(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    def kind(self, start: int) -> str:
        """A type of JSON; "" where no value begins."""
        first = self.text[start : start + 1]
        return _KINDS.get(first) or ("number" if first and first in "-0123456789" else "")

    def end(self, start: int) -> int:
        """Where the value ends that begins there; the end of the text where it does not end."""
        if start in self._ends:
            return self._ends[start]
        brackets = self.text[start : start + 1] in {"{", "["}
        match = (_WHOLE if brackets else _SCALAR).match(self.text, start)
        end = match.end() if match else self._skip(start) if brackets else len(self.text)
        if end - start >= _LONG:
            self._ends[start] = end
        return end

    def _skip(self, start: int) -> int:
        depth, at, text = 0, start, self.text
        while at < len(text):
            bracket = text[at]
            if bracket in "{[":
                depth += 1
            elif bracket in "}]":
                depth -= 1
                if depth == 0:
                    return at + 1
            elif bracket == '"' and not _SCALAR.match(text, at):  # a string that does not end
                return len(text)
            at = _RUN.match(text, at + (bracket in "{}[]")).end()  # type: ignore[union-attr]
        return len(text)

    def is_whole(self, start: int) -> bool:
        """Whether the value is closed before the text ends."""
        kind, end = self.kind(start), self.end(start)
        if kind in {"object", "array"}:
            return end <= len(self.text) and self.text[end - 1] == ("}" if kind == "object" else "]")
        return bool(kind) and _SCALAR.match(self.text, start) is not None

    def children(self, start: int, at: int | None = None, index: int = 0) -> Iterator[Child]:
        """The members or items of a container, from the one that begins at ``at`` on (which is number ``index``)."""
        kind = self.kind(start)
        if kind not in {"object", "array"}:
            return
        marks = self._marks.setdefault(start, [])
        here = self.after_space(start + 1) if at is None else at
        while here < len(self.text) and self.text[here] not in "]}":
            child = self._child(kind, here, index)
            if child is None:
                return
            if index % _EVERY == 0 and (not marks or marks[-1][0] < here):
                marks.append((here, index))
            yield child
            comma = _COMMA.match(self.text, self.end(child.start))
            if comma is None:
                return
            here, index = self.after_space(comma.end()), index + 1

    def _child(self, kind: str, here: int, index: int) -> Child | None:
        if kind == "array":
            return Child(index, here, here) if self.kind(here) else None
        match = _KEY.match(self.text, here)
        if match is None or not self.kind(match.end()):
            return None
        return Child(unquoted(match[1]), match.start(1), match.end())

    def value(self, start: int) -> Any:
        """The value as Python has it; None where it is no JSON, or nested too deeply."""
        return _decoded(_DECODER, self.text, start)

    def count(self, start: int) -> int | None:
        """How many members or items a container has; None where it is long, and nobody counted."""
        if self.end(start) - start > 2 * _LONG:
            return None
        found = _decoded(_COUNTER, self.text, start)
        return len(found) if isinstance(found, list) else None

    def way(self, offset: int) -> list[tuple[Child, int]]:
        """The children that hold an offset, from the outermost on, each with the start of its container."""
        found: list[tuple[Child, int]] = []
        start = self.root
        while (child := self._holding(start, offset)) is not None:
            found.append((child, start))
            start = child.start
        return found

    def near(self, start: int, index: int) -> tuple[int | None, int]:
        """Where the last child that is remembered begins, and its number, up to a number."""
        marks = self._marks.get(start) or []
        place = min(index // _EVERY, len(marks) - 1)
        return marks[place] if place >= 0 and marks[place][1] <= index else (None, 0)

    def _holding(self, start: int, offset: int) -> Child | None:
        marks = self._marks.get(start) or []
        place = bisect_right(marks, (offset, len(self.text))) - 1
        begin = marks[place] if place >= 0 else (None, 0)
        holding = None
        for child in self.children(start, *begin):
            if child.at > offset:
                break
            holding = child
        return holding if holding and offset < self.end(holding.start) else None


def unquoted(string: str) -> str:
    """The characters of a string; its own text where an escape in it is none."""
    if "\\" not in string:
        return string[1:-1]
    try:
        return str(json.loads(string, strict=False))
    except ValueError:
        return string[1:-1]


_DECODER = json.JSONDecoder(strict=False)
_COUNTER = json.JSONDecoder(strict=False, object_pairs_hook=list)


def _decoded(decoder: json.JSONDecoder, text: str, start: int) -> Any:
    try:
        return decoder.raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None
