"""A run as an event stream of the JSON API: the transport's events, and at last the exchange as it was kept.

The names of the events are those of ``transport.events``; so are the keys of their data. Header fields are HAR's list
of ``{"name", "value"}``, and so is the spelling of content: ``text``, where the bytes are no UTF-8 in base64 with
``"encoding": "base64"``.
"""

from __future__ import annotations

import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from playground.runs.performance import Moment
from playground.transport.events import (
    ContentChunk,
    Event,
    ExchangeCompleted,
    ExchangeFailed,
    RequestSent,
    ResponseStarted,
)

#: A comment is sent after so many seconds of silence: only by writing does one learn that nobody reads any more.
SILENCE_S = 0.25
COMMENT = b":\n\n"

NAMES: dict[type, str] = {
    RequestSent: "request-sent",
    ResponseStarted: "response-started",
    ContentChunk: "content-chunk",
    ExchangeCompleted: "exchange-completed",
    ExchangeFailed: "exchange-failed",
}

#: For the description of the API.
DESCRIBED = {
    "text/event-stream": {
        "schema": {
            "type": "string",
            "description": (
                "Server-Sent Events, their data JSON, `at` in milliseconds since the start: `request-sent` "
                "{at, connection}, once for each hop · `response-started` {at, status, reason, http_version, fields, "
                "url, hops} · `content-chunk` {at, text} or {at, text, encoding: base64} where the bytes are no UTF-8, "
                "any number of them · one of `exchange-completed` {at, timings, wire_size, decoded_size, cut} and "
                "`exchange-failed` {at, failure, timings, wire_size, decoded_size, hops} · and last `exchange`, the "
                "object that is the answer in JSON. Comments fill silence. Closing the stream ends the run."
            ),
        },
        "example": (
            'event: request-sent\ndata: {"at": 1.2, "connection": {}}\n\n'
            'event: response-started\ndata: {"at": 30.1, "status": 200, "reason": "OK", "fields": []}\n\n'
            'event: content-chunk\ndata: {"at": 30.2, "text": "data: {}"}\n\n'
            'event: exchange-completed\ndata: {"at": 31, "wire_size": 8, "decoded_size": 8, "cut": ""}\n\n'
            'event: exchange\ndata: {"exchange": {"id": "…", "entry": {}, "failure": null}}\n\n'
        ),
    }
}


@dataclass(frozen=True, slots=True)
class Last:
    """The event that ends the stream; its data is made when all else is known."""

    name: str
    data: Callable[[], Any]


def stream(moments: Iterator[Moment], last: Last) -> Iterator[bytes]:
    """Tell what happens. Whoever closes the iterator ends the run; what came is kept."""
    yield from _events(moments)
    yield _frame(last.name, last.data())


def _events(moments: Iterator[Moment]) -> Iterator[bytes]:
    spoken = time.monotonic()
    try:
        for moment in moments:
            if moment is not None:
                yield _frame(NAMES[type(moment)], _data(moment))
            elif time.monotonic() - spoken >= SILENCE_S:
                yield COMMENT
            else:
                continue
            spoken = time.monotonic()
    finally:
        moments.close()  # type: ignore[attr-defined]


def _frame(name: str, data: Any) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode("utf-8", "replace")


def _data(event: Event) -> dict[str, Any]:
    if isinstance(event, ContentChunk):
        return {"at": round(event.at, 3), **_content(event.data)}
    data = {name: getattr(event, name) for name in event.__slots__ if name != "fields"}
    data = {name: _plain(value) for name, value in data.items()}
    if isinstance(event, ResponseStarted):
        data["fields"] = [{"name": name, "value": value} for name, value in event.fields]
    return {**data, "at": round(event.at, 3)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if hasattr(value, "__dataclass_fields__") else value


def _content(data: bytes) -> dict[str, str]:
    try:
        return {"text": data.decode("utf-8")}
    except UnicodeDecodeError:
        return {"text": b64encode(data).decode("ascii"), "encoding": "base64"}
