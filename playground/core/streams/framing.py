"""Where one frame of a stream ends and the next begins: event streams, NDJSON and JSON arrays, read as they arrive.

Event streams as in the HTML standard, §9.2.6 "Interpreting an event stream". NDJSON: one JSON text a line. A JSON
array: its elements (RFC 8259 §5).
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_LINE_END = re.compile(r"\r\n|\n|\r")
#: What tells the elements of a JSON array apart, an escape with the character that it escapes.
_JSON_MARK = re.compile(r'["{}\[\],]|\\.?', re.DOTALL)


def _utf8() -> codecs.IncrementalDecoder:
    """Bytes that are not UTF-8 become U+FFFD, as the standard of event streams says."""
    return codecs.getincrementaldecoder("utf-8")(errors="replace")


@dataclass(frozen=True, slots=True)
class StreamEvent:
    """An event as dispatched.

    ``event`` is the type, "" where none was named (the standard's ``message``). ``id`` is the last id of the stream.
    ``retry`` is in milliseconds.
    """

    data: str
    event: str = ""
    id: str = ""
    retry: int | None = None


@dataclass
class LineReader:
    """Bytes → whole lines without their ends, however the bytes were cut.

    A CR at the end of a chunk waits for its LF.
    """

    _decode: codecs.IncrementalDecoder = field(default_factory=_utf8)
    _pieces: list[str] = field(default_factory=list)
    _started: bool = False
    _after_cr: bool = False

    def feed(self, data: bytes, *, final: bool = False) -> list[str]:
        """The lines that these bytes complete. What is unfinished is kept; see :attr:`rest`."""
        text = self._decode.decode(data, final)
        if not text:
            return []
        if not self._started:
            self._started, text = True, text.removeprefix("\ufeff")
        if self._after_cr:
            text = text.removeprefix("\n")
        self._after_cr = text.endswith("\r")
        first, *others = _LINE_END.split(text)
        self._pieces.append(first)
        if not others:
            return []
        lines = ["".join(self._pieces), *others[:-1]]
        self._pieces = [others[-1]]
        return lines

    @property
    def rest(self) -> str:
        """What came after the last line end."""
        return "".join(self._pieces)


@dataclass
class EventStreamReader:
    """Bytes → events. An event that the stream ends within is never dispatched: see :attr:`rest`."""

    _lines: LineReader = field(default_factory=LineReader)
    _data: list[str] = field(default_factory=list)
    _event: str = ""
    _id: str = ""
    _retry: int | None = None
    _unfinished: list[str] = field(default_factory=list)

    def feed(self, data: bytes, *, final: bool = False) -> list[StreamEvent]:
        """The events that these bytes complete."""
        return [event for line in self._lines.feed(data, final=final) for event in self._line(line)]

    @property
    def rest(self) -> str:
        """The text of an event that was begun and not ended, "" where the stream ended cleanly."""
        return "\n".join([*self._unfinished, self._lines.rest] if self._unfinished else [self._lines.rest])

    def _line(self, line: str) -> Iterator[StreamEvent]:
        if not line:
            yield from self._dispatch()
            return
        self._unfinished.append(line)
        name, _, value = line.partition(":")
        self._field(name, value.removeprefix(" "))

    def _field(self, name: str, value: str) -> None:
        """A field; a comment has no name, and names that are not known are ignored."""
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value)

    def _dispatch(self) -> Iterator[StreamEvent]:
        if self._data:
            yield StreamEvent("\n".join(self._data), self._event, self._id, self._retry)
        self._data, self._event, self._retry, self._unfinished = [], "", None, []


@dataclass
class ArrayReader:
    """Bytes → the texts of the elements of one JSON array, each as soon as it is whole, however the bytes were cut.

    What is no JSON gives elements that are none; what follows on the array is passed over.
    """

    _decode: codecs.IncrementalDecoder = field(default_factory=_utf8)
    _pieces: list[str] = field(default_factory=list)
    #: How many brackets are open; 0 before the array and after it.
    _depth: int = 0
    _in_string: bool = False
    _escaped: bool = False
    _ended: bool = False

    def feed(self, data: bytes, *, final: bool = False) -> list[str]:
        """The elements that these bytes complete."""
        text = self._decode.decode(data, final)
        found: list[str] = []
        begin, at = 0, int(self._escaped)
        self._escaped = self._escaped and not text
        for mark in _JSON_MARK.finditer(text, at):
            if self._ended:
                return found
            begin = self._take(mark, text, begin, found)
        if self._depth:
            self._pieces.append(text[begin:])
        return found

    def _take(self, mark: re.Match[str], text: str, begin: int, found: list[str]) -> int:
        """Gives where what was not taken begins."""
        sign = mark[0]
        if sign[0] == "\\":
            self._escaped = len(sign) == 1
        elif sign == '"':
            self._in_string = not self._in_string
        elif not self._in_string:
            return self._structure(sign, text, begin, mark.start(), found)
        return begin

    def _structure(self, sign: str, text: str, begin: int, at: int, found: list[str]) -> int:
        before = self._depth
        self._depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(sign, 0)
        self._ended = self._depth <= 0 or (before == 0 and sign != "[")
        if before == 0:
            return at + 1
        if self._depth > 1:
            return begin
        end = at + (before == 2)  # an object or an array ends with its bracket, all else before the comma
        element = ("".join(self._pieces) + text[begin:end]).strip()
        self._pieces.clear()
        found += [element] if element else []
        return at + 1

    @property
    def rest(self) -> str:
        """An element that was begun and not ended."""
        return "".join(self._pieces).strip()


def read_events(content: bytes | str) -> list[StreamEvent]:
    """Every event of a whole event stream."""
    raw = content.encode() if isinstance(content, str) else content
    return EventStreamReader().feed(raw, final=True)


def write_event(event: StreamEvent) -> bytes:
    """The frame of an event."""
    lines = [f"event: {event.event}"] if event.event else []
    lines += [f"id: {event.id}"] if event.id else []
    lines += [f"retry: {event.retry}"] if event.retry is not None else []
    lines += [f"data: {line}" for line in _LINE_END.split(event.data)]
    return ("\n".join(lines) + "\n\n").encode()


def read_lines(content: bytes | str) -> list[str]:
    """The lines of NDJSON that hold something; a last line needs no end."""
    reader = LineReader()
    lines = reader.feed(content.encode() if isinstance(content, str) else content, final=True)
    return [line for line in [*lines, reader.rest] if line.strip()]


def write_line(value: Any) -> bytes:
    """A value as a line of NDJSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
