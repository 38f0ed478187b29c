"""Text and regular expressions looked for in a body of any size, within a bound of time and of matches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from playground.core.errors import InvalidInput

#: Characters of what is looked for, and shown before and after a match.
LONGEST, AROUND = 500, 60
#: Characters that are looked through at a time; between two of them, other threads have their turn.
_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` is what was found."""

    start: int
    end: int

    def excerpt(self, text: str) -> tuple[str, str, str]:
        """What stands before, the match (its beginning where it is long), and what stands after."""
        shown = min(self.end, self.start + 4 * AROUND)
        before, after = text[max(0, self.start - AROUND) : self.start], text[self.end : self.end + AROUND]
        return before, text[self.start : shown], after


@dataclass(frozen=True, slots=True)
class Found:
    """``more``: there are others beyond the limit. ``late``: the time was up before the end of the text."""

    hits: tuple[Hit, ...]
    more: bool = False
    late: bool = False


def search(text: str, wanted: str, *, expression: bool, case: bool, limit: int, seconds: float) -> Found:
    """Every match that does not overlap the one before, at most ``limit``; empty ones are none.

    Raises ``InvalidInput`` for what is no regular expression.
    """
    if len(wanted) > LONGEST:
        raise InvalidInput("What is looked for has %(limit)s characters at most.", limit=str(LONGEST))
    if not wanted:
        return Found(())
    hits: list[Hit] = []
    until = time.monotonic() + seconds
    try:
        for hit in _matches(text, wanted, expression, case, seconds):
            if len(hits) == limit or time.monotonic() > until:
                return Found(tuple(hits), more=len(hits) == limit, late=len(hits) < limit)
            hits.append(hit)
    except TimeoutError:
        return Found(tuple(hits), late=True)
    return Found(tuple(hits))


def _matches(text: str, wanted: str, expression: bool, case: bool, seconds: float) -> Iterator[Hit]:
    if not expression and (case or (text.isascii() and wanted.isascii())):
        return _plain(text, wanted, case)
    return _expression(text, wanted if expression else regex.escape(wanted), case, seconds)


def _plain(text: str, wanted: str, case: bool) -> Iterator[Hit]:
    """Without ``case`` both are ASCII, of which a letter has as many characters in either case."""
    wanted, at = wanted if case else wanted.lower(), 0
    for begin in range(0, len(text), _PIECE):
        piece = text[begin : begin + _PIECE + len(wanted) - 1]
        piece = piece if case else piece.lower()
        while (found := piece.find(wanted, max(0, at - begin))) >= 0:
            at = begin + found + len(wanted)
            yield Hit(begin + found, at)


def _expression(text: str, pattern: str, case: bool, seconds: float) -> Iterator[Hit]:
    flags = regex.MULTILINE | (0 if case else regex.IGNORECASE)
    try:
        compiled = regex.compile(pattern, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise InvalidInput(
            "“%(pattern)s” is no regular expression: %(reason)s.", pattern=pattern, reason=str(error)
        ) from None
    for match in compiled.finditer(text, timeout=seconds, concurrent=True):
        if match.end() > match.start():
            yield Hit(match.start(), match.end())
