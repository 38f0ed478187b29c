"""HTTP/1.1 messages taken apart (RFC 9112), strictly and incrementally. Bytes in, values out; no sockets here.

http.client's own parser is that of e-mail: it lets a lone CR end a line, stops at a line without a colon, takes the
first of two lengths, and reads "-5" and "1_0" as sizes. What two parties may read in two ways is refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from playground.core.fields import TOKEN, Fields
from playground.transport.failures import Fault

#: RFC 9112 §4; a missing reason is tolerated, as every client does.
_STATUS_LINE = re.compile(r"(HTTP/1\.[0-9])[ \t]+([1-9][0-9]{2})(?:[ \t]+([^\r\n]*))?\Z")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;.*)?\Z", re.DOTALL)
_PLAIN_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})\r\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MAX_SIZE_LINE = 16 * 1024


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and header block."""

    http_version: str
    status: int
    reason: str
    fields: Fields

    @property
    def is_interim(self) -> bool:
        """1xx but 101, after which HTTP is over (RFC 9110 §15.2)."""
        return 100 <= self.status < 200 and self.status != 101


def find_head(data: bytes | bytearray, start: int = 0) -> int:
    """Where the content begins after a complete head; -1 while it is not complete. Looks from ``start`` on."""
    match = _HEAD_END.search(data, start)
    return match.end() if match else -1


def could_be_http(data: bytes | bytearray) -> bool:
    """Whether an answer that begins so can still become HTTP/1."""
    start = bytes(data[:7])
    return b"HTTP/1.".startswith(start)


def parse_head(data: bytes) -> Head:
    """Raises ``Fault`` (``malformed_response``) with what is wrong."""
    lines = data.decode("latin-1").replace("\r\n", "\n").rstrip("\n").split("\n")
    match = _STATUS_LINE.match(lines[0])
    if match is None:
        raise Fault("malformed_response", f"It begins with {lines[0][:80]!r}.")
    return Head(match[1], int(match[2]), (match[3] or "").strip(), Fields(_fields(lines[1:])))


def _fields(lines: list[str]) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in {" ", "\t"} and fields:  # RFC 9112 §5.2: a folded line; a user agent joins it by a space
            name, value = fields[-1]
            fields[-1] = (name, f"{value} {_value(line)}".strip())
            continue
        name, colon, value = line.partition(":")
        if not colon or not TOKEN.match(name):
            raise Fault("malformed_response", f"This line is not a header: {line[:80]!r}.")
        fields.append((name, _value(value)))
    return fields


def _value(text: str) -> str:
    if "\0" in text:
        raise Fault("malformed_response", "A header holds a NUL character.")
    return text.replace("\r", " ").strip(" \t")  # RFC 9112 §2.2: a bare CR is a space


def content_length(head: Head, method: str) -> int | None:
    """Bytes of content that the head promises (RFC 9112 §6.3); None where it goes by chunks or to the end.

    Raises ``Fault`` (``malformed_response``).
    """
    chunked = is_chunked(head)
    length = _length(head)
    if method == "HEAD" or head.status in {101, 204, 304} or (method == "CONNECT" and 200 <= head.status < 300):
        return 0
    return None if chunked else length


def _length(head: Head) -> int | None:
    values = {item.strip(" \t") for value in head.fields.get_all("Content-Length") for item in value.split(",")}
    if not values:
        return None
    if len(values) > 1:
        raise Fault("malformed_response", f"It has several lengths: {', '.join(sorted(values))[:80]}.")
    value = values.pop()
    if not re.fullmatch(r"[0-9]{1,18}", value):
        raise Fault("malformed_response", f"Content-Length is {value[:40]!r}.")
    return int(value)


def is_chunked(head: Head) -> bool:
    """Raises ``Fault`` (``malformed_response``) for any transfer coding but chunked, which nobody asked for."""
    codings = [
        item.strip(" \t").lower() for value in head.fields.get_all("Transfer-Encoding") for item in value.split(",")
    ]
    codings = [coding for coding in codings if coding]
    if codings in ([], ["identity"]):
        return False
    if codings != ["chunked"]:
        raise Fault("malformed_response", f"Transfer-Encoding is {', '.join(codings)[:80]!r}.")
    return True


def _whole_chunks(data: bytes, position: int, content: list[bytes]) -> int:
    """Take plain chunks that are here in full, and say where they end: a flood of tiny ones must not cost much."""
    while match := _PLAIN_CHUNK.match(data, position):
        start = match.end()
        end = start + int(match[1], 16)
        if end == start or data[end : end + 2] != b"\r\n":
            break
        content.append(data[start:end])
        position = end + 2
    return position


class Chunks:
    """The chunked transfer coding undone (RFC 9112 §7.1), whatever pieces it comes in; trailers are dropped.

    Nothing is held back: every byte of content is given out with the piece that brought it.
    """

    def __init__(self, max_trailer_bytes: int) -> None:
        self.done = False
        self._line = bytearray()
        self._left = 0
        self._state = self._size
        self._max_trailer_bytes = max_trailer_bytes
        self._trailer_bytes = 0

    def feed(self, data: bytes) -> bytes:
        """Raises ``Fault`` (``malformed_response``, ``response_headers_too_large``)."""
        content: list[bytes] = []
        position = 0
        while position < len(data) and not self.done:
            if self._at_boundary:
                position = _whole_chunks(data, position, content)
            position = self._state(data, position, content)
        return b"".join(content)

    @property
    def _at_boundary(self) -> bool:
        return self._state == self._size and not self._line

    def _size(self, data: bytes, position: int, content: list[bytes]) -> int:
        line, position = self._take_line(data, position, _MAX_SIZE_LINE)
        if line is None:
            return position
        match = _CHUNK_SIZE.match(line)
        if match is None:
            raise Fault("malformed_response", f"A chunk has the size {bytes(line[:40])!r}.")
        self._left = int(match[1], 16)
        self._state = self._data if self._left else self._trailer
        return position

    def _data(self, data: bytes, position: int, content: list[bytes]) -> int:
        piece = data[position : position + self._left]
        content.append(piece)
        self._left -= len(piece)
        if not self._left:
            self._state = self._end_of_data
        return position + len(piece)

    def _end_of_data(self, data: bytes, position: int, content: list[bytes]) -> int:
        line, position = self._take_line(data, position, 2)
        if line is not None:
            if line:
                raise Fault("malformed_response", "A chunk is longer than its size.")
            self._state = self._size
        return position

    def _trailer(self, data: bytes, position: int, content: list[bytes]) -> int:
        line, after = self._take_line(data, position, self._max_trailer_bytes)
        self._trailer_bytes += after - position
        if self._trailer_bytes > self._max_trailer_bytes:
            raise Fault("response_headers_too_large", f"The trailers exceed {self._max_trailer_bytes} bytes.")
        self.done = line == b""
        return after

    def _take_line(self, data: bytes, position: int, limit: int) -> tuple[bytes | None, int]:
        """The line without its end once it is complete, and where to go on."""
        end = data.find(b"\n", position)
        stop = len(data) if end < 0 else end + 1
        self._line += data[position:stop]
        if len(self._line) > limit + 2:
            raise Fault("malformed_response", f"A chunk has the size {bytes(self._line[:40])!r}.")
        if end < 0:
            return None, stop
        line = bytes(self._line[:-1]).removesuffix(b"\r")
        self._line.clear()
        return line, stop
