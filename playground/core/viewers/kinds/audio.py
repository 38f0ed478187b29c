"""Sound that a browser can play."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer
from playground.core.viewers.kinds import hex

#: Media types that browsers play; raw samples (``audio/pcm``) are none of them.
PLAYABLE = frozenset(
    f"audio/{subtype}"
    for subtype in (
        *("mpeg", "mp3", "wav", "wave", "x-wav", "vnd.wave", "ogg", "opus"),
        *("flac", "x-flac", "aac", "aacp", "mp4", "m4a", "x-m4a", "webm"),
    )
)


def accepts(what: Subject) -> bool:
    if what.magic:
        return what.magic.startswith("audio/") or (what.declared.type == "audio" and what.magic.startswith("video/"))
    return what.declared.essence in PLAYABLE and what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    page = hex.view(what, start, limit)
    declared = what.declared.essence
    media_type = declared if declared in PLAYABLE else page.media_type
    return replace(page, kind="audio", preview="audio", media_type=media_type)


VIEWER = Viewer("audio", accepts, view)
