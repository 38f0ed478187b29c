"""Rows of comma- or tab-separated values (RFC 4180), from any row on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

#: Rows of a page, cells of a row, and characters of a cell that are shown.
ROWS, CELLS, SHOWN = 200, 100, 500


@dataclass(frozen=True, slots=True)
class Rows:
    """``next`` is the offset at which the next page begins, None on the last."""

    rows: tuple[tuple[str, ...], ...]
    next: int | None = None


@dataclass
class _Lines:
    """The lines of a text from an offset on; ``at`` is where the next one begins."""

    text: str
    at: int
    _left: int = field(default=4 * 1024 * 1024)

    def __iter__(self) -> Iterator[str]:
        while self.at < len(self.text) and self._left > 0:
            end = self.text.find("\n", self.at) + 1 or len(self.text)
            line = self.text[self.at : end]
            self.at, self._left = end, self._left - len(line)
            yield line.replace("\0", "\ufffd")


def delimiter(text: str) -> str:
    """What parts the cells of the first line: the most frequent of comma, semicolon, tab and bar."""
    first = text[: text.find("\n") if "\n" in text else 4000][:4000]
    return max(",;\t|", key=first.count)


def page(text: str, offset: int = 0) -> Rows:
    """The rows that begin at an offset, which must be that of a row; a row that cannot be read ends them."""
    lines = _Lines(text, offset)
    reader = csv.reader(lines, delimiter=delimiter(text), strict=False)
    try:
        rows = [_cells(row) for row in islice(reader, ROWS)]
    except csv.Error:  # a cell that is longer than anybody reads
        return Rows(((text[offset : offset + SHOWN],),))
    return Rows(tuple(rows), lines.at if lines.at < len(text) and len(rows) == ROWS else None)


def _cells(row: list[str]) -> tuple[str, ...]:
    return tuple(cell if len(cell) <= SHOWN else cell[:SHOWN] + "…" for cell in row[:CELLS])
