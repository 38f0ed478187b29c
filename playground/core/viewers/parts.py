"""The parts of a multipart content (RFC 2046 §5.1; form data: RFC 7578)."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Parts that are listed, and bytes of each that are shown.
PARTS, SHOWN = 200, 2_000
_NAME = re.compile(r'\bname="([^"]*)"')
_FILE_NAME = re.compile(r'\bfilename="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Part:
    """``header`` as it stands there; ``name`` and ``file_name`` from its Content-Disposition."""

    header: str
    content: bytes

    @property
    def name(self) -> str:
        return _first(_NAME, self.header)

    @property
    def file_name(self) -> str:
        return _first(_FILE_NAME, self.header)

    @property
    def text(self) -> str:
        """The beginning of the content, "" where it is no text."""
        shown = self.content[:SHOWN]
        return "" if b"\0" in shown else shown.decode("utf-8", "replace")


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def parts(content: bytes, boundary: str) -> tuple[Part, ...]:
    """The parts between the boundaries; none where there is no boundary."""
    if not boundary or len(boundary) > 200:
        return ()
    line = b"--" + boundary.encode("utf-8", "replace")
    pieces = (b"\r\n" + content).split(b"\r\n" + line, PARTS)[1:]
    return tuple(_part(piece) for piece in pieces if not piece.startswith(b"--"))


def _part(piece: bytes) -> Part:
    header, _, content = piece.partition(b"\r\n\r\n")
    return Part(header.strip().decode("utf-8", "replace"), content)
