"""What happened in a run, one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from playground.core.messages import Connection, Failure, Hop, Timings
from playground.history import measures
from playground.history.models import Run

#: Chunks that are named one by one.
CHUNKS = 12


@dataclass(frozen=True, slots=True)
class Happening:
    """``ms`` is since the start; ``x`` in thousandths of the whole."""

    key: str
    ms: float
    text: str
    x: float = 0.0


def happenings(
    run: Run, timings: Timings, connection: Connection, hops: list[Hop], failure: Failure | None
) -> list[Happening]:
    """The events of a run that is over, in order."""
    found = [*_before(timings, connection, hops), *_after(run)]
    if failure is not None:
        found.append(
            Happening("failed", run.duration_ms or 0, _("The run failed: {title}").format(title=failure.title))
        )
    whole = max([run.duration_ms or 0, *(each.ms for each in found)]) or 1
    return [Happening(each.key, each.ms, each.text, round(1000 * each.ms / whole, 1)) for each in found]


def _before(timings: Timings, connection: Connection, hops: list[Hop]) -> Iterator[Happening]:
    """Until the request has left. The phases of what was redirected are sums: its redirects alone have a time."""
    yield Happening("started", 0, _("Started"))
    for hop in hops:
        text = _("Redirected: {status} {address}").format(status=hop.status, address=hop.location)
        yield Happening("redirected", hop.at or 0, text)
    if not hops:
        yield from _phases(timings, connection)


def _phases(timings: Timings, connection: Connection) -> Iterator[Happening]:
    at = max(timings.blocked, 0)
    if timings.dns >= 0:
        at += timings.dns
        yield Happening("dns", at, _("Name looked up"))
    if timings.connect >= 0 and connection.address:
        before_tls = at + timings.connect - max(timings.ssl, 0)
        yield Happening("connect", before_tls, _("Connected to {address}").format(address=connection.address))
        at += timings.connect
        if connection.tls_version:
            yield Happening("ssl", at, _("TLS agreed: {version}").format(version=connection.tls_version))
    if timings.send >= 0:
        yield Happening("send", at + timings.send, _("Request sent"))


def _after(run: Run) -> Iterator[Happening]:
    if run.first_byte_ms is not None:
        yield Happening("wait", run.first_byte_ms, _("First byte of the answer"))
    arrivals, before = run.content.arrivals, 0
    for at, end in arrivals[:CHUNKS]:
        yield Happening("receive", at, _("{size} came").format(size=measures.size(int(end) - before)))
        before = int(end)
    if len(arrivals) > CHUNKS:
        at, end = arrivals[-1]
        text = _("{count} more chunks, {size}").format(
            count=len(arrivals) - CHUNKS, size=measures.size(int(end) - before)
        )
        yield Happening("receive", at, text)
    if run.state == Run.State.DONE and run.duration_ms is not None:
        yield Happening("ended", run.duration_ms, _("The answer ended"))
