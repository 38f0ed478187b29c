"""Moving pictures that a browser can play."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer
from playground.core.viewers.kinds import hex

PLAYABLE = frozenset({"video/mp4", "video/webm", "video/ogg", "video/quicktime"})


def accepts(what: Subject) -> bool:
    if what.magic:
        return what.magic.startswith("video/") or (what.declared.essence in PLAYABLE and what.magic == "audio/ogg")
    return what.declared.essence in PLAYABLE and what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    page = hex.view(what, start, limit)
    declared = what.declared.essence
    media_type = declared if declared in PLAYABLE else page.media_type
    return replace(page, kind="video", preview="video", media_type=media_type)


VIEWER = Viewer("video", accepts, view)
