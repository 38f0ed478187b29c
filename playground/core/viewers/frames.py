"""The frames of a stream, each with the time of its arrival."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from playground.core.streams.framing import EventStreamReader, LineReader

#: (milliseconds since the start, offset of the end in the content) of each chunk, in order.
Arrivals = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """An event, or a line of NDJSON. ``at`` is in milliseconds since the start, None where it was not noted."""

    number: int
    data: str
    at: float | None = None
    event: str = ""
    id: str = ""


@dataclass
class FrameReader:
    """Chunks as they arrive → the frames that they complete. ``kind`` is that of the viewer."""

    kind: str
    count: int = 0
    _events: EventStreamReader = field(default_factory=EventStreamReader)
    _lines: LineReader = field(default_factory=LineReader)

    def feed(self, data: bytes, at: float | None = None, *, final: bool = False) -> list[Frame]:
        if self.kind == "event_stream":
            frames = [
                Frame(self.count + number, event.data, at, event.event, event.id)
                for number, event in enumerate(self._events.feed(data, final=final), 1)
            ]
        else:
            frames = [Frame(self.count + number, line, at) for number, line in enumerate(self._read(data, final), 1)]
        self.count += len(frames)
        return frames

    @property
    def rest(self) -> str:
        """A frame that was begun and not ended."""
        return self._events.rest if self.kind == "event_stream" else ""

    def _read(self, data: bytes, final: bool) -> list[str]:
        lines = self._lines.feed(data, final=final)
        last = [self._lines.rest] if final else []
        return [line for line in [*lines, *last] if line.strip()]


def is_stream(kind: str) -> bool:
    return kind in {"event_stream", "json_lines"}


def frames(content: bytes, arrivals: Arrivals, kind: str) -> Iterator[Frame]:
    """Every frame of a content that is kept."""
    reader = FrameReader(kind)
    for at, data in chunks(content, arrivals):
        yield from reader.feed(data, at)
    yield from reader.feed(b"", arrivals[-1][0] if arrivals else None, final=True)


def chunks(content: bytes, arrivals: Arrivals) -> Iterable[tuple[float | None, bytes]]:
    """The content in the pieces in which it came; what was not noted comes last."""
    begin = 0
    for at, end in arrivals:
        yield at, content[begin : int(end)]
        begin = max(begin, int(end))
    if begin < len(content):
        yield None, content[begin:]
