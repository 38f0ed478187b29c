"""Keeping an exchange: from the transport's events to rows, and from rows back to the nouns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote, quote_plus

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from playground.accounts.models import Person
from playground.core import codec, media_types
from playground.core.exporters.formats import har
from playground.core.fields import Fields
from playground.core.messages import (
    Connection,
    Exchange,
    Failure,
    Hop,
    PreparedRequest,
    RequestSpec,
    Response,
    Timings,
)
from playground.history.models import Content, Run
from playground.transport.events import (
    ContentChunk,
    Event,
    ExchangeCompleted,
    ExchangeFailed,
    RequestSent,
    ResponseStarted,
)

#: A run that is still "running" this long after it began lost its process; its last words are written by the next
#: one who looks. Longer than the total budget of an exchange can be.
LOST_AFTER = timedelta(hours=1)


@transaction.atomic
def create(person: Person, spec: RequestSpec, *, operation: str, options: dict[str, Any]) -> Run:
    """Keep a request that is about to be sent. The caller has taken the secrets out of ``spec``."""
    run = Run.objects.create(person=person, method=spec.method, url=spec.url, operation=operation)
    run.content = Content.objects.create(run=run, request=codec.dump(spec), options=options)
    return run


def claim(run: Run) -> bool:
    """Take a pending run for sending. True for exactly one caller, however many ask at once."""
    claimed = Run.objects.filter(pk=run.pk, state=Run.State.PENDING).update(state=Run.State.RUNNING)
    if claimed:
        run.state = Run.State.RUNNING
    return bool(claimed)


def runs_of(person: Person | None) -> QuerySet[Run]:
    """What a person may see: their own, newest first."""
    return Run.objects.filter(person=person) if person else Run.objects.none()


def search(runs: QuerySet[Run], *, method: str = "", status: str = "", text: str = "") -> QuerySet[Run]:
    """Runs of a method, of a status (``404``, ``4xx`` or ``failed``), with a text in their address or operation."""
    if method:
        runs = runs.filter(method__iexact=method)
    if status in {Run.State.FAILED, Run.State.STOPPED}:
        runs = runs.filter(state=status)
    elif len(status) == 3 and status[0].isdigit() and status[1:].lower() == "xx":
        runs = runs.filter(status__gte=int(status[0]) * 100, status__lt=int(status[0]) * 100 + 100)
    elif status.isdigit() and len(status) < 5:
        runs = runs.filter(status=int(status))
    if text:
        runs = runs.filter(Q(url__icontains=text) | Q(operation__icontains=text) | Q(reason__icontains=text))
    return runs


def close_lost_runs(person: Person) -> None:
    """End what no process is working on any more, so that nothing stays "running" for ever."""
    lost = Run.objects.filter(person=person, state=Run.State.RUNNING, created__lt=timezone.now() - LOST_AFTER)
    lost.update(state=Run.State.FAILED, failure=asdict(INTERRUPTED))


INTERRUPTED = Failure(
    "interrupted",
    "The run was interrupted.",
    "The server ended before the answer did.",
    "Send the request again.",
)


@dataclass
class Recorder:
    """Takes the events of one exchange and writes them down.

    ``masks`` are the secret values that were sent: where the answer echoes one, asterisks of the same length are
    stored, so that offsets hold.
    """

    run: Run
    masks: frozenset[str] = frozenset()
    body: bytearray = field(default_factory=bytearray)
    arrivals: list[tuple[float, int]] = field(default_factory=list)
    connection: Connection = field(default_factory=Connection)
    hops: tuple[Hop, ...] = ()
    timings: Timings = field(default_factory=Timings)
    fields: list[tuple[str, str]] = field(default_factory=list)
    http_version: str = ""

    def take(self, event: Event) -> None:
        match event:
            case RequestSent():
                self.connection = event.connection
            case ResponseStarted():
                self._started(event)
            case ContentChunk():
                self.body += event.data
                self.arrivals.append((round(event.at, 3), len(self.body)))
            case ExchangeCompleted():
                state = Run.State.STOPPED if event.cut == "stopped" else Run.State.DONE
                self.run.cut = event.cut
                self._over(event, state)
            case ExchangeFailed():
                self.run.failure = asdict(event.failure)
                self.hops = event.hops or self.hops
                self._over(event, Run.State.STOPPED if event.failure.code == "stopped" else Run.State.FAILED)

    def _started(self, event: ResponseStarted) -> None:
        self.run.status, self.run.reason = event.status, event.reason[:200]
        self.run.first_byte_ms = event.at
        self.run.media_type = event.fields.get("Content-Type")[:200]
        self.fields = [(name, self._masked_text(value)) for name, value in event.fields]
        self.http_version = event.http_version
        self.hops = event.hops

    def _over(self, event: ExchangeCompleted | ExchangeFailed, state: Run.State) -> None:
        self.run.state = state
        self.run.duration_ms = event.at
        self.run.wire_bytes, self.run.decoded_bytes = event.wire_size, event.decoded_size
        self.timings = event.timings

    @transaction.atomic
    def save(self) -> None:
        """Write what is known so far: at the end, and in between for whoever reloads the page."""
        self.run.save()
        content = self.run.content
        content.body = self._masked_bytes(bytes(self.body))
        content.arrivals = self.arrivals
        content.fields = self.fields
        content.http_version = self.http_version
        content.timings = asdict(self.timings)
        content.connection = asdict(self.connection)
        content.hops = [asdict(hop) | {"url": self._masked_text(hop.url)} for hop in self.hops]
        content.save()

    def _masked_text(self, text: str) -> str:
        for spelling in _spellings(self.masks):
            text = text.replace(spelling, "*" * len(spelling))
        return text

    def _masked_bytes(self, content: bytes) -> bytes:
        for spelling in _spellings(self.masks):
            encoded = spelling.encode("utf-8")
            content = content.replace(encoded, b"*" * len(encoded))
        return content


def _spellings(secrets: Iterable[str]) -> list[str]:
    """How an upstream may write back a secret; the longest first, so that none is left half masked."""
    found: set[str] = set()
    for secret in secrets:
        if len(secret) >= 4:  # a shorter one would blot out the answer without hiding anything
            found |= {secret, quote(secret, safe=""), quote_plus(secret)}
    return sorted(found, key=len, reverse=True)


def exchange_of(run: Run) -> Exchange:
    """The run as the core's noun, its request as it left with secrets masked."""
    content = run.content
    response = None
    if run.status is not None:
        response = Response(
            status=run.status,
            reason=run.reason,
            http_version=content.http_version,
            fields=Fields((name, value) for name, value in content.fields),
            content=bytes(content.body),
            wire_size=run.wire_bytes,
            cut=run.cut,
        )
    return Exchange(
        request=PreparedRequest(run.method, run.url, Fields()),
        started=run.created.timestamp(),
        response=response,
        failure=Failure(**run.failure) if run.failure else None,
        timings=Timings(**content.timings) if content.timings else Timings(),
        connection=Connection(**content.connection) if content.connection else Connection(),
        hops=tuple(Hop(**{**hop, "dropped": tuple(hop["dropped"])}) for hop in content.hops),
    )


def spec_of(run: Run) -> RequestSpec:
    return codec.load(run.content.request)


def entry_of(run: Run) -> dict[str, Any]:
    """The HAR entry of a run."""
    return har.dump_entry(exchange_of(run), run.content.sent or har.dump(spec_of(run)))


def charset_of(run: Run) -> str:
    return media_types.parse(run.media_type).get("charset") or "utf-8"
