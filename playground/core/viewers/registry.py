"""The viewers, in the order in which they are asked: the first that accepts shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from playground.core.viewers.base import PAGE, START, Position, Subject, View, Viewer, subject
from playground.core.viewers.kinds import (
    archive,
    audio,
    base64_text,
    csv,
    event_stream,
    font,
    form,
    hex,
    html,
    image,
    json,
    json_lines,
    markdown,
    multipart,
    pdf,
    text,
    video,
    xml,
)

VIEWERS: tuple[Viewer, ...] = (
    image.VIEWER,
    audio.VIEWER,
    video.VIEWER,
    pdf.VIEWER,
    font.VIEWER,
    multipart.VIEWER,
    archive.VIEWER,
    csv.VIEWER,
    markdown.VIEWER,
    event_stream.VIEWER,
    json_lines.VIEWER,
    json.VIEWER,
    html.VIEWER,
    xml.VIEWER,
    form.VIEWER,
    text.VIEWER,
    hex.VIEWER,
    base64_text.VIEWER,
)


#: What can be chosen for content of every kind.
PLAIN: Mapping[str, Callable[[Subject, Position, int], View]] = {
    "hex": hex.VIEWER.view,
    "base64": base64_text.VIEWER.view,
    "text": text.VIEWER.view,
}


def find(what: Subject) -> Viewer:
    """The viewer for this content; there is always one."""
    return next((viewer for viewer in VIEWERS if viewer.accepts(what)), hex.VIEWER)


def view(content: bytes, content_type: str, start: Position = START, limit: int = PAGE) -> View:
    """A page of content, pretty."""
    what = subject(content, content_type)
    return find(what).view(what, start, limit)


def raw(content: bytes, content_type: str, start: Position = START, limit: int = PAGE) -> View:
    """A page of content as it came: text as text, anything else as hex."""
    return raw_of(subject(content, content_type), start, limit)


def raw_of(what: Subject, start: Position = START, limit: int = PAGE) -> View:
    return (hex.VIEWER if what.is_binary else text.VIEWER).view(what, start, limit)
