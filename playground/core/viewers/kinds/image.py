"""Images: shown as images, with their bytes as hex. SVG is text, and an image only where no script can run."""

from __future__ import annotations

from dataclasses import replace

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view
from playground.core.viewers.kinds import hex

SVG = "image/svg+xml"


def accepts(what: Subject) -> bool:
    return what.magic.startswith("image/") or _is_svg(what)


def _is_svg(what: Subject) -> bool:
    return what.declared.essence == SVG and not what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    svg = _is_svg(what)
    page = text_view("image", what, start, limit, language="xml") if svg else hex.view(what, start, limit)
    return replace(page, kind="image", preview="image")


VIEWER = Viewer("image", accepts, view)
