"""Where spans of a content stand on a page of it as it is shown: layout adds and leaves out white space alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from playground.core.viewers.base import View
from playground.core.viewers.searching import Hit

_SPACE = " \t\n\r"
#: The mark of a fold (see ``Fold``), or characters that are no white space.
_SOLID = re.compile(r"\ue000(\d{1,6})\ue000|[^ \t\n\r\ue000]+|\ue000")


class _Ruler:
    """The characters of a page that are no white space, by their number."""

    def __init__(self, view: View) -> None:
        self._numbers: list[int] = []
        self._runs: list[tuple[int, int, int]] = []
        number = 0
        for match in _SOLID.finditer(view.text):
            fold = int(match[1]) if match[1] else len(view.folds)
            shown = len(match[0])
            solid = view.folds[fold].solid if fold < len(view.folds) else shown
            self._numbers.append(number)
            self._runs.append((match.start(), shown, solid))
            number += solid
        self.count = number

    def at(self, number: int, *, after: bool = False) -> int:
        """Where such a character begins, or ends; of what is folded, where the fold does."""
        index = bisect_right(self._numbers, number) - 1
        start, shown, solid = self._runs[index]
        inside = number - self._numbers[index]
        if solid == shown:
            return start + inside + after
        return start + shown if after else start


def on_page(text: str, view: View, hits: Iterable[Hit]) -> Iterator[tuple[Hit, Hit]]:
    """Each span of the text that the page shows some of, and that part of the page. ``hits`` are in order; of those
    that overlap, the first counts.
    """
    ruler, at, number = _Ruler(view), view.start.offset, 0
    before = 0
    for hit in hits:
        begin, end = max(hit.start, at), hit.end
        first = number + _solid(text, at, begin)
        if first >= ruler.count:
            return
        last = first + _solid(text, begin, end) - 1
        if last < first:
            continue
        at, number = begin, first
        span = Hit(ruler.at(first), ruler.at(min(last, ruler.count - 1), after=True))
        if span.start >= before:
            yield hit, span
            before = span.end


def _solid(text: str, begin: int, end: int) -> int:
    """How many characters are no white space."""
    part = text[begin:end]
    return len(part) - sum(map(part.count, _SPACE))
