"""Runs as they stand in the history, written through the recorder as a real exchange would be."""

from __future__ import annotations

from collections.abc import Sequence

from playground.accounts.models import Person
from playground.core.exporters.formats import har
from playground.core.fields import Fields
from playground.core.messages import Connection, Failure, Hop, Parameter, RequestSpec, TextBody, Timings
from playground.core.prepare import prepare
from playground.history import services as history
from playground.history.models import Run
from playground.transport.events import ContentChunk, ExchangeCompleted, ExchangeFailed, RequestSent, ResponseStarted

SPEC = RequestSpec(
    "POST",
    "https://api.example.com/v1/chat/completions",
    headers=(Parameter("Authorization", "Bearer {{TOKEN}}"),),
    body=TextBody('{"model": "gpt-4o"}', "application/json"),
)

CONNECTION = Connection("203.0.113.7", 443, "HTTP/1.1", "TLSv1.3")


def recorded(
    person: Person,
    content: bytes = b'{"a": 1}',
    content_type: str = "application/json",
    *,
    spec: RequestSpec = SPEC,
    status: int = 200,
    fields: Sequence[tuple[str, str]] = (),
    cut: str = "",
    failure: Failure | None = None,
    hops: tuple[Hop, ...] = (),
    connection: Connection = CONNECTION,
    pieces: int = 1,
) -> Run:
    """A run that is over; its content came in so many pieces, 10 ms apart."""
    run = history.create(person, spec, operation="create-structured-output", options={})
    assert history.claim(run)
    run.content.sent = har.dump_prepared(prepare(spec, user_agent="http-playground"))
    recorder = history.Recorder(run)
    recorder.take(RequestSent(5.0, connection))
    if status:
        rows = [("Content-Type", content_type), *fields] if content_type else list(fields)
        recorder.take(ResponseStarted(310.0, status, "OK", "HTTP/1.1", Fields(rows), spec.url, hops))
    step = max(1, -(-len(content) // pieces))
    for number, begin in enumerate(range(0, len(content), step)):
        recorder.take(ContentChunk(320.0 + 10 * number, content[begin : begin + step]))
    timings = Timings(dns=1.5, connect=20, ssl=12, send=0.3, wait=288, receive=930)
    if failure:
        recorder.take(ExchangeFailed(1240.0, failure, timings, len(content), len(content), hops))
    else:
        recorder.take(ExchangeCompleted(1240.0, timings, len(content), len(content), cut))
    recorder.save()
    return history.with_content(run)
