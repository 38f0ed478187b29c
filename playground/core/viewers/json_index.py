"""Where things stand in a long JSON text: ends of its long values, and places among the children of each.

Made by one walk over the text, in which a regular expression takes many small children at a time, each in a slice that
is bounded: some 100 MB a second. It is run as a process of its own, so that nobody waits for it:

    python -m playground.core.viewers.json_index CHARSET  < content  > index
"""

from __future__ import annotations

import json
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from playground.core.viewers import charsets

WS = r"[ \t\n\r]*+"
STRING = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"'

#: Characters of a value from which on its end is noted; and between two places among the children of one.
LONG = 16 * 1024
#: Characters that one regular expression looks at, at most: a millisecond or two.
_SLICE = LONG
#: Containers within a child that is passed by whole; and long ones inside one another that are noted.
_NESTED, _DEEPEST = 8, 400
#: How many children are taken at a time: as many as lately fitted into a slice.
_RUNS = (1, 8, 64, 512)


def _value(depth: int) -> str:
    """A pattern for a value. It takes what is no JSON, too: whoever opens the value sees it.

    Its groups are atomic: a possessive one with alternatives goes wrong in Python before 3.11.5 (cpython issue 106052).
    """
    inner = rf'(?>(?:[^"\[\]{{}}]++|{STRING})*)'
    for _ in range(depth - 1):
        inner = rf'(?>(?:[^"\[\]{{}}]++|{STRING}|[{{\[]{inner}[}}\]])*)'
    return rf'(?:{STRING}|[^"\[\]{{}},: \t\n\r]++|[{{\[]{inner}[}}\]])'


SMALL = re.compile(_value(_NESTED), re.DOTALL)
_NAME = rf"{STRING}{WS}:{WS}"
_BEFORE = {"{": re.compile(_NAME, re.DOTALL), "[": re.compile("")}
_LONG_STRING = re.compile(STRING, re.DOTALL)
_NEXT = re.compile(rf"{WS}(?:,{WS}|(?=[}}\]]))")
_SPACE = re.compile(WS)
_CLOSING = {"{": "}", "[": "]"}


@cache
def _run(bracket: str, count: int) -> re.Pattern[str]:
    """So many small children of a container, with what follows each."""
    name = _NAME if bracket == "{" else ""
    return re.compile(rf"(?:{name}{_value(_NESTED)}{WS},{WS}){{{count}}}+", re.DOTALL)


@dataclass
class Place:
    """A long value from ``start`` to ``end``. Child number ``numbers[i]`` of it begins at ``ats[i]``; there are
    ``count`` of them.
    """

    start: int
    end: int = -1
    count: int = 0
    ats: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def note(self, at: int, number: int) -> None:
        if not self.ats or at - self.ats[-1] >= LONG:
            self.ats.append(at)
            self.numbers.append(number)

    def before(self, offset: int) -> tuple[int, int] | None:
        """Place and number of the last child that is noted up to an offset."""
        return self._at(bisect_right(self.ats, offset) - 1)

    def up_to(self, number: int) -> tuple[int, int] | None:
        """Place and number of the last child that is noted up to a number."""
        return self._at(bisect_right(self.numbers, number) - 1)

    def _at(self, index: int) -> tuple[int, int] | None:
        return (self.ats[index], self.numbers[index]) if index >= 0 else None


@dataclass(frozen=True)
class JsonIndex:
    """The long values of a text, by where they begin. Offsets count characters."""

    places: Mapping[int, Place] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> Self:
        """Walk over a text. What stands behind an error in it is not noted."""
        return cls({place.start: place for place in _Walk(text).run()})

    def dump(self) -> str:
        rows = ([each.start, each.end, each.count, each.ats, each.numbers] for each in self.places.values())
        return json.dumps(list(rows), separators=(",", ":"))

    @classmethod
    def load(cls, text: str | bytes) -> Self:
        """What ``dump`` wrote."""
        rows: list[list[Any]] = json.loads(text)
        return cls({row[0]: Place(*row) for row in rows})


@dataclass
class _Walk:
    """From the first long value to the last; ``open`` are those whose end is not reached."""

    text: str
    at: int = 0
    open: list[Place] = field(default_factory=list)
    closed: list[Place] = field(default_factory=list)
    _pace: int = 0

    def run(self) -> Iterable[Place]:
        self.at = _SPACE.match(self.text).end()  # type: ignore[union-attr]
        if self.text[self.at : self.at + 1] not in _CLOSING:
            return ()
        self._enter()
        while self.open and self._step():
            pass
        if self.at >= len(self.text):  # it was cut off
            for place in self.open:
                self._close(place, len(self.text))
        return sorted(self.closed, key=lambda place: place.start)

    def _step(self) -> bool:
        """Pass by some children, or one, or enter it; False where nothing fits, or the text ends."""
        place = self.open[-1]
        bracket = self.text[place.start]
        if self.text[self.at : self.at + 1] == _CLOSING[bracket]:
            self.at += 1
            self._close(self.open.pop(), self.at)
            return self._after_value()
        place.note(self.at, place.count)
        return self._pass_by_many(place, bracket) or self._pass_by_one(place, bracket)

    def _pass_by_many(self, place: Place, bracket: str) -> bool:
        count = _RUNS[self._pace]
        match = _run(bracket, count).match(self.text, self.at, self.at + _SLICE)
        if match is None:
            self._pace = max(0, self._pace - 1)
            return False
        if match.end() - self.at < LONG // 8:
            self._pace = min(len(_RUNS) - 1, self._pace + 1)
        place.count += count
        self.at = match.end()
        return True

    def _pass_by_one(self, place: Place, bracket: str) -> bool:
        name = _BEFORE[bracket].match(self.text, self.at)
        if name is None:
            return False
        start = name.end()
        place.count += 1
        match = SMALL.match(self.text, start, start + LONG)
        if match is not None:
            self.at = match.end()
            return self._after_value()
        return self._pass_by_long(start)

    def _pass_by_long(self, start: int) -> bool:
        first = self.text[start : start + 1]
        if first in _CLOSING and len(self.open) < _DEEPEST:
            self.at = start
            self._enter()
            return True
        match = _LONG_STRING.match(self.text, start) if first == '"' else None
        if match is None:
            if first == '"':
                self.at = len(self.text)
            return False
        self.at = match.end()
        self._close(Place(start), self.at)
        return self._after_value()

    def _enter(self) -> None:
        self.open.append(Place(self.at))
        self.at = _SPACE.match(self.text, self.at + 1).end()  # type: ignore[union-attr]

    def _after_value(self) -> bool:
        match = _NEXT.match(self.text, self.at)
        if match is None:
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            return False
        self.at = match.end()
        return True

    def _close(self, place: Place, end: int) -> None:
        place.end = end
        if end - place.start >= LONG:
            self.closed.append(place)


def main() -> None:
    os.nice(5)
    _, text = charsets.decode(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.write(JsonIndex.of(text).dump())


if __name__ == "__main__":
    main()
