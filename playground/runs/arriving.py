"""A stream while it arrives: its frames, and what they tell where a language model speaks.

What is sent is what changed: the cost of a frame does not grow with those before it, and the page keeps the newest
frames alone, so that it stays quick however many come.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from playground.core.streams.folding.folder import Folder
from playground.core.viewers.frames import Frame, FrameReader
from playground.history.inspection import frame_html
from playground.history.telling import Teller

#: Frames that the page shows while they arrive; all of them are counted, and listed at the end.
LIVE_FRAMES = 200


@dataclass
class Arriving:
    """Takes chunks and gives pieces of the page: ``told`` for what is said, ``frame`` for items of the list."""

    kind: str
    folder: Folder = field(default_factory=Folder)
    _reader: FrameReader = field(init=False)
    _teller: Teller = field(default_factory=Teller)
    _due: deque[Frame] = field(default_factory=lambda: deque(maxlen=LIVE_FRAMES))
    #: Numbers of the frames that the page shows: from the first to before the second.
    _shown: tuple[int, int] = (1, 1)

    def __post_init__(self) -> None:
        self._reader = FrameReader(self.kind)

    @property
    def count(self) -> int:
        return self._reader.count

    def feed(self, data: bytes, at: float | None) -> None:
        for frame in self._reader.feed(data, at):
            self._due.append(frame)
            self._teller.add(self.folder.add(frame.data, frame.event, at))

    def flush(self) -> Iterator[tuple[str, str]]:
        """Name and HTML of each event for the page."""
        told = self._teller.flush()
        if told:
            yield "told", told
        if self._due:
            yield "frame", "".join(self._frames())

    def _frames(self) -> Iterator[str]:
        first, end = self._shown
        newest, oldest_due = self._due[-1].number, self._due[0].number
        keep_from = max(first, newest - LIVE_FRAMES + 1)
        for number in range(first, min(end, keep_from)):
            yield f'<li id="frame-{number}" hx-swap-oob="delete"></li>'
        for frame in self._due:
            yield frame_html(frame, f"frame-{frame.number}")
        self._shown = (keep_from if end > keep_from else oldest_due, newest + 1)
        self._due.clear()
