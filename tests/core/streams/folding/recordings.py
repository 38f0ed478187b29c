"""Streams as the providers document them, each with the object that the same call answers without streaming."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playground.core.streams.folding.base import Delta
from playground.core.streams.folding.folder import Folder
from playground.core.viewers.frames import ARRAY, EVENTS, LINES, Frame, FrameReader

KINDS = {".sse": EVENTS, ".ndjson": LINES, ".array": ARRAY}
MEDIA_TYPES = {
    EVENTS: "text/event-stream",
    LINES: "application/x-ndjson",
    ARRAY: "application/json; charset=UTF-8",
}
RECORDED = Path(__file__).parent / "recorded"


@dataclass(frozen=True)
class Recording:
    """``kind`` is that of the viewer; ``final`` the object."""

    name: str
    content: bytes
    kind: str
    final: Any

    @property
    def media_type(self) -> str:
        """What it is declared as."""
        return MEDIA_TYPES[self.kind]

    def cut(self, places: list[int]) -> list[bytes]:
        """The content in pieces that end at these places, wherever they are."""
        ends = sorted({place % (len(self.content) + 1) for place in places} | {0, len(self.content)})
        return [self.content[begin:end] for begin, end in zip(ends, ends[1:], strict=False)]


@cache
def recordings() -> dict[str, Recording]:
    streams = sorted(path for path in RECORDED.iterdir() if path.suffix != ".json")
    return {path.stem: _read(path) for path in streams}


def _read(path: Path) -> Recording:
    return Recording(
        path.stem, path.read_bytes(), KINDS[path.suffix], json.loads(path.with_suffix(".json").read_text())
    )


def told(pieces: list[bytes], kind: str) -> tuple[list[Frame], list[Delta], Folder]:
    """The frames of a stream in pieces, what they added, and the folder that took them."""
    reader, folder = FrameReader(kind), Folder()
    frames: list[Frame] = []
    deltas: list[Delta] = []
    for number, piece in enumerate([*pieces, b""]):
        for frame in reader.feed(piece, final=number == len(pieces)):
            frames.append(frame)
            deltas += folder.add(frame.data, frame.event, frame.at)
    return frames, deltas, folder


def folded(name: str) -> Folder:
    recording = recordings()[name]
    return told([recording.content], recording.kind)[2]
