"""An answer → the frames of its stream, in the operation's own format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from playground.core import media_types
from playground.core.mocking.families import family_of, family_of_stream
from playground.core.mocking.families.base import Body, compact, pieces
from playground.core.mocking.families.base import event as typed
from playground.core.mocking.fitting import base64_file, speech_type
from playground.core.mocking.generate import generate
from playground.core.openapi.document import Document
from playground.core.openapi.operations import MediaTypeDoc
from playground.core.streams.framing import StreamEvent, read_events, read_lines, write_event, write_line


def documented_events(content: MediaTypeDoc) -> list[StreamEvent]:
    """The events of the documented example of a stream."""
    example = content.examples[0].value if content.examples else None
    if not isinstance(example, str):
        return []
    if media_types.parse(content.media_type).essence == "text/event-stream":
        return read_events(example)
    return [StreamEvent(line) for line in read_lines(example)]


def values(events: list[StreamEvent]) -> list[Any]:
    """The JSON of the events; a terminator that is not JSON is left out."""
    found = []
    for event in events:
        try:
            found.append(json.loads(event.data))
        except ValueError:
            continue
    return found


def told_answer(content: MediaTypeDoc) -> dict[str, Any] | None:
    """The whole answer that the documented stream tells, None where its family is not known."""
    frames = values(documented_events(content))
    family = family_of_stream(frames)
    return family.whole(frames) if family else None


def events(answer: Any, content: MediaTypeDoc, body: Body, document: Document) -> Iterator[StreamEvent]:
    """The events that tell the answer; where its family is not known, those of the documented stream."""
    family = family_of(answer)
    if family is not None:
        yield from family.events(answer, body)
        return
    told = documented_events(content)
    yield from _recut(told, body) if told else _generated(content, document)


def _recut(told: list[StreamEvent], body: Body) -> Iterator[StreamEvent]:
    """The documented events, their texts in smaller pieces and their sound a real file."""
    for kind, group in groupby(told, _kind):
        run = list(group)
        frames = values(run)
        if kind and all(isinstance(frame.get("delta"), str) for frame in frames):
            text = "".join(frame["delta"] for frame in frames)
            yield from (typed({**frames[0], "delta": piece}, run[0].event) for piece in pieces(text))
        elif kind and all(isinstance(frame.get("audio"), str) for frame in frames):
            sound = base64_file(speech_type(body)) or frames[0]["audio"]
            step = max(len(sound) // 8 // 4 * 4, 4)  # base64 can be cut at every fourth character
            yield from (
                typed({**frames[0], "audio": sound[at : at + step]}, run[0].event) for at in range(0, len(sound), step)
            )
        else:
            yield from run


def _kind(event: StreamEvent) -> str:
    try:
        frame = json.loads(event.data)
    except ValueError:
        return ""
    return str(frame.get("type") or "") if isinstance(frame, dict) else ""


def _generated(content: MediaTypeDoc, document: Document) -> Iterator[StreamEvent]:
    """Three events of the described schema."""
    schema = content.event_schema if content.event_schema is not None else content.schema
    value = generate(schema, document)
    for _ in range(3):
        yield StreamEvent(value if isinstance(value, str) else compact(value))
    if content.terminator:
        yield StreamEvent(content.terminator)


def frame(event: StreamEvent, content: MediaTypeDoc) -> bytes:
    """The bytes of an event, by the media type of the stream."""
    if media_types.parse(content.media_type).essence == "application/x-ndjson":
        try:
            return write_line(json.loads(event.data))
        except ValueError:
            return event.data.encode() + b"\n"
    return write_event(event)


def broken(event: StreamEvent) -> StreamEvent:
    """The same event with JSON that does not end."""
    data = event.data[: max(len(event.data) // 2, 1)]
    return StreamEvent(data, event.event, event.id, event.retry)
