"""The frames of a stream, each with the time of its arrival."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from playground.core.streams.folding.registry import find_in_array
from playground.core.streams.framing import ArrayReader, EventStreamReader, LineReader, StreamEvent

#: (milliseconds since the start, offset of the end in the content) of each chunk, in order.
Arrivals = Sequence[Sequence[float]]

EVENTS, LINES, ARRAY = "event_stream", "json_lines", "json_array"
#: Bytes in which the first element of an array has to end for the array to be taken as a stream: once all of it is
#: there, and while it arrives, where it is looked at with every chunk.
_BEGINNING, _FIRST_CHUNKS = 1 << 20, 1 << 16


@dataclass(frozen=True, slots=True)
class Frame:
    """An event, a line, or an element. ``at`` is in milliseconds since the start, None where it was not noted."""

    number: int
    data: str
    at: float | None = None
    event: str = ""
    id: str = ""


class _Reader(Protocol):
    def feed(self, data: bytes, *, final: bool = False) -> list[StreamEvent]: ...

    @property
    def rest(self) -> str: ...


class _Lines:
    """Lines that hold something; the last one needs no end."""

    rest = ""

    def __init__(self) -> None:
        self._reader = LineReader()

    def feed(self, data: bytes, *, final: bool = False) -> list[StreamEvent]:
        lines = self._reader.feed(data, final=final) + ([self._reader.rest] if final else [])
        return [StreamEvent(line) for line in lines if line.strip()]


class _Elements:
    def __init__(self) -> None:
        self._reader = ArrayReader()

    def feed(self, data: bytes, *, final: bool = False) -> list[StreamEvent]:
        return [StreamEvent(element) for element in self._reader.feed(data, final=final)]

    @property
    def rest(self) -> str:
        return self._reader.rest


_READERS: dict[str, type[_Reader]] = {EVENTS: EventStreamReader, LINES: _Lines, ARRAY: _Elements}


@dataclass
class FrameReader:
    """Chunks as they arrive → the frames that they complete. ``kind`` is EVENTS, LINES or ARRAY."""

    kind: str
    count: int = 0
    _reader: _Reader = field(init=False)

    def __post_init__(self) -> None:
        self._reader = _READERS[self.kind]()

    def feed(self, data: bytes, at: float | None = None, *, final: bool = False) -> list[Frame]:
        events = self._reader.feed(data, final=final)
        numbered = enumerate(events, self.count + 1)
        frames = [Frame(number, each.data, at, each.event, each.id) for number, each in numbered]
        self.count += len(frames)
        return frames

    @property
    def rest(self) -> str:
        """A frame that was begun and not ended."""
        return self._reader.rest


def stream_kind(viewer: str, beginning: bytes, *, more: bool = False) -> str | None:
    """How a content is framed, by the viewer that shows it: EVENTS, LINES, ARRAY, or "" where it is no stream.

    None while nobody can tell: with ``more``, this is only what came so far.
    """
    if viewer in {EVENTS, LINES}:
        return viewer
    if viewer != "json" or not beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return ""
    first = _first_element(beginning[:_BEGINNING])
    if first is None:
        return None if more and len(beginning) < _FIRST_CHUNKS else ""
    return ARRAY if _is_of_a_model(first) else ""


def _first_element(beginning: bytes) -> str | None:
    reader = ArrayReader()
    pieces = (beginning[at : at + 4096] for at in range(0, len(beginning), 4096))
    return next((found[0] for piece in pieces if (found := reader.feed(piece))), None)


def _is_of_a_model(element: str) -> bool:
    try:
        value = json.loads(element)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and find_in_array(value) is not None


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
