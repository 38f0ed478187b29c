"""A JSON text that is opened where one looks, and never parsed as a whole.

Spans are found by skipping: a regular expression passes by a value without making objects of it. Where long values end,
and where some of their children stand, is known from an index. Nothing here raises because of the text: where it stops
being JSON, children end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playground.core.viewers.json_index import LONG, SMALL, STRING, WS, JsonIndex, Place

_SCALAR = re.compile(rf"{STRING}|-?[0-9][0-9.eE+\-]*+|true\b|false\b|null\b", re.DOTALL)
_KEY = re.compile(rf"{WS}({STRING}){WS}:{WS}", re.DOTALL)
_SPACE = re.compile(WS)
_COMMA = re.compile(rf"{WS},")
#: As much of a slice as ends outside of a string; what of that is no bracket; strings, and brackets by themselves. An
#: atomic group here, and no possessive one: before Python 3.11.5 that takes half a string along (cpython issue 106052).
_OUTSIDE = re.compile(rf'(?>(?:[^"]++|{STRING})*)', re.DOTALL)
_NO_BRACKETS = re.compile(rf'[^"\[\]{{}}]++|{STRING}', re.DOTALL)
_PARTS = re.compile(rf"{STRING}|[\[\]{{}}]", re.DOTALL)
_KINDS = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}

#: Containers whose child that was looked at last is remembered.
_REMEMBERED = 500

Step = str | int


@dataclass(frozen=True, slots=True)
class Child:
    """A member or an item: ``at`` is where it begins (at the key of a member), ``start`` where its value does."""

    step: Step
    at: int
    start: int


@dataclass
class JsonDocument:
    """The text, and what was learned of it so far. Safe to share between threads: what is learned is only added.

    ``made`` is its index where there is one already; else it is made when it is needed.
    """

    text: str
    made: JsonIndex | None = None
    _ends: dict[int, int] = field(default_factory=dict)
    _latest: dict[int, Child] = field(default_factory=dict)

    @cached_property
    def index(self) -> JsonIndex:
        return JsonIndex.of(self.text) if self.made is None else self.made

    @cached_property
    def has_unicode_escapes(self) -> bool:
        """Whether a name may be spelled in several ways."""
        return "\\" in self.text and "\\u" in self.text  # one character is looked for much faster than two

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
        if self.text[start : start + 1] not in {"{", "["}:
            match = _SCALAR.match(self.text, start)
            return match.end() if match else len(self.text)
        match = SMALL.match(self.text, start, start + LONG)
        if match:
            return match.end()
        place = self._place(start)
        if place is not None:
            return place.end
        if start not in self._ends:
            self._ends[start] = self._skip(start)
        return self._ends[start]

    def _place(self, start: int) -> Place | None:
        """What the index has of a value; it has something of long ones alone."""
        return self.index.places.get(start) if len(self.text) - start >= LONG else None

    def _skip(self, start: int) -> int:
        """Where a container ends of which the index has nothing: brackets are counted, slice by slice."""
        depth, at, text = 0, start, self.text
        while at < len(text):
            end = _OUTSIDE.match(text, at, at + LONG).end()  # type: ignore[union-attr]
            if end == at:  # a string longer than a slice
                match = _SCALAR.match(text, at)
                if match is None:
                    break
                at = match.end()
                continue
            brackets = _NO_BRACKETS.sub("", text[at:end])
            closing = brackets.count("]") + brackets.count("}")
            if closing >= depth and (found := self._closing(at, end, depth)):
                return found
            depth += len(brackets) - 2 * closing
            at = end
        return len(text)

    def _closing(self, at: int, end: int, depth: int) -> int | None:
        """Where the last of so many open brackets is closed, in a slice."""
        for match in _PARTS.finditer(self.text, at, end):
            depth += (match[0] in "{[") - (match[0] in "}]")
            if depth == 0:
                return match.end()
        return None

    def children(self, start: int, at: int | None = None, index: int = 0) -> Iterator[Child]:
        """The members or items of a container, from the one that begins at ``at`` on (which is number ``index``)."""
        kind = self.kind(start)
        if kind not in {"object", "array"}:
            return
        here = self.after_space(start + 1) if at is None else at
        while here < len(self.text) and self.text[here] not in "]}":
            child = self._child(kind, here, index)
            if child is None:
                return
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
        if self.end(start) - start < LONG:
            found = _decoded(_COUNTER, self.text, start)
            return len(found) if isinstance(found, list) else None
        place = self._place(start)
        return place.count if place else None

    def way(self, offset: int) -> list[tuple[Child, int]]:
        """The children that hold an offset, from the outermost on, each with the start of its container."""
        found: list[tuple[Child, int]] = []
        start = self.root
        while (child := self._holding(start, offset)) is not None:
            found.append((child, start))
            start = child.start
        return found

    def near(self, start: int, index: int) -> tuple[int | None, int]:
        """Where a child begins that is not far before number ``index``, and its own number."""
        place = self._place(start)
        return (place.up_to(index) if place else None) or (None, 0)

    def _holding(self, start: int, offset: int) -> Child | None:
        holding = None
        for child in self.children(start, *self._before(start, offset)):
            if child.at > offset:
                break
            holding = child
        if holding is None or offset >= self.end(holding.start):
            return None
        if len(self._latest) >= _REMEMBERED:
            self._latest.clear()
        self._latest[start] = holding
        return holding

    def _before(self, start: int, offset: int) -> tuple[int | None, int]:
        """Where a child begins that is not far before an offset, and its number: a noted one, or the latest."""
        place, latest = self._place(start), self._latest.get(start)
        noted = (place.before(offset) if place else None) or (None, 0)
        if latest is None or latest.at > offset or latest.at < (noted[0] or 0):
            return noted
        return latest.at, latest.step if isinstance(latest.step, int) else 0


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
