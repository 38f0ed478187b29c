"""Keeping an exchange: from the transport's events to rows, and from rows back to the nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import InitVar, asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from playground.accounts.models import Person
from playground.accounts.words import hidden
from playground.core import codec, media_types
from playground.core.errors import InvalidInput
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
from playground.history import blobs, words
from playground.history.masking import Mask
from playground.history.models import Content, NextNumber, Run, Tag
from playground.transport.events import (
    ContentChunk,
    Event,
    ExchangeCompleted,
    ExchangeFailed,
    RequestSent,
    ResponseStarted,
)
from playground.web import statements

#: A running run whose process was not heard of for so long is lost: its last words are written by the next who looks.
LOST_AFTER = timedelta(seconds=30)
#: A pending run that nobody claimed in this time is not sent any more: the page that wanted it is gone.
UNCLAIMED_AFTER = timedelta(minutes=2)
#: How many runs the list beside the form has.
LATEST = 8

#: What comes after the host, or before it.
_HOST = re.compile(r"[/?#].*|\A[^@/?#]*@", re.DOTALL)


@transaction.atomic(savepoint=False)
def create(person: Person, spec: RequestSpec, *, operation: str, options: dict[str, Any], claimed: bool = False) -> Run:
    """Keep a request that is about to be sent. The caller has taken the secrets out of ``spec``.

    With ``claimed`` it is the caller who sends it, and nobody else will.
    """
    state = {"state": Run.State.RUNNING, "alive_at": timezone.now()} if claimed else {}
    api = api_of(spec.url, str(options.get("mock_base") or ""))
    document = codec.dump(spec)
    digest, size = blobs.keep_json(document)
    run = Run(person=person, method=spec.method, url=spec.url, operation=operation, api=api, kept_bytes=size, **state)
    number = (("number", NextNumber.SQL[connection.vendor]),)
    (run.number,) = statements.insert(run, sql=number, returning="number")
    run.content = Content(run=run, request_blob_id=digest, options=options)
    run.content.request = document
    statements.insert(run.content)
    return run


def api_of(url: str, mock_base: str = "") -> str:
    """Which API an address belongs to: its host as composed, or "mock" for the built-in one."""
    if url.startswith(mock_base or "/mock/") or url.startswith("/mock/"):
        return "mock"
    return _HOST.sub("", url.partition("://")[2] or url)[:255].lower()


def claim(run: Run) -> bool:
    """Take a pending run for sending. True for exactly one caller, however many ask at once."""
    now = timezone.now()
    pending = Run.objects.filter(pk=run.pk, state=Run.State.PENDING, created__gte=now - UNCLAIMED_AFTER)
    claimed = pending.update(state=Run.State.RUNNING, alive_at=now)
    if claimed:
        run.state, run.alive_at = Run.State.RUNNING, now
    return bool(claimed)


def runs_of(person: Person | None) -> QuerySet[Run]:
    """What a person may see: their own, newest first."""
    return Run.objects.filter(person=person) if person else Run.objects.none()


def with_content(run: Run) -> Run:
    """The run together with its content, read anew."""
    return Run.objects.select_related("content", "person").get(pk=run.pk)


def latest(person: Person | None) -> list[Run]:
    """The newest runs of a person, for the list beside the form."""
    if not person:
        return []
    close_lost_runs(person)
    return list(runs_of(person)[:LATEST])


def close_lost_runs(person: Person | None = None) -> int:
    """End what no process is working on any more, so that nothing stays "running" for ever; how many there were.

    For everybody without ``person``. It reads first: nearly always there is nothing to write.
    """
    now = timezone.now()
    going = list(_going(person))
    lost = [key for key, state, since in going if state == Run.State.RUNNING and since < now - LOST_AFTER]
    unclaimed = [key for key, state, since in going if state == Run.State.PENDING and since < now - UNCLAIMED_AFTER]
    running = Run.objects.filter(state=Run.State.RUNNING).exclude(alive_at__gte=now - LOST_AFTER)
    pending = Run.objects.filter(state=Run.State.PENDING)
    return _close(running, lost, Run.State.FAILED, INTERRUPTED) + _close(
        pending, unclaimed, Run.State.STOPPED, NOT_SENT
    )


def _going(person: Person | None) -> QuerySet[Run, tuple[UUID, str, datetime]]:
    """Id, state and last sign of life of what is on its way: a few rows of very many.

    Whose they are is looked at one by one: the sum keeps SQLite, which knows nothing of how many, from walking through
    all rows of the person instead.
    """
    going = Run.objects.order_by().filter(state__in=(Run.State.RUNNING, Run.State.PENDING))
    going = going.annotate(owner=F("person_id") + 0).filter(owner=person.pk) if person else going
    return going.values_list("pk", "state", Coalesce("alive_at", "created"))


def _close(runs: QuerySet[Run], found: list[UUID], state: Run.State, failure: Failure) -> int:
    """End those of the found ones that are still so."""
    if not found:
        return 0
    closed = runs.filter(pk__in=found[:500]).update(state=state, failure=asdict(failure))
    for run in Run.objects.filter(pk__in=found[:500]).select_related("content"):
        words.put(run)
    return closed


INTERRUPTED = Failure(
    "interrupted",
    "The run was interrupted.",
    "The server ended before the answer did.",
    "Send the request again.",
)
NOT_SENT = Failure(
    "not_sent",
    "The request was not sent.",
    "The page was closed before it left.",
    "Send the request again.",
)


def refuse(run: Run, error: InvalidInput) -> ExchangeFailed:
    """Note that a claimed run cannot be sent as it is."""
    failure = Failure("invalid_request", "The request cannot be sent as it is.", error.message, error.hint)
    run.state, run.failure, run.duration_ms = Run.State.FAILED, asdict(failure), 0
    Run.objects.filter(pk=run.pk).update(state=run.state, failure=run.failure, duration_ms=0)
    return ExchangeFailed(0, failure)


def mark_followed(run: Run) -> None:
    """Note that somebody looks at a running run, so that it goes on when the page that started it is closed."""
    Run.objects.filter(pk=run.pk, state=Run.State.RUNNING).update(followed_at=timezone.now())


@dataclass
class Recorder:
    """Takes the events of one exchange and writes them down.

    ``masks`` are the secret values that were sent: where the answer echoes one, asterisks of the same length are
    stored and passed on, so that offsets hold.
    """

    run: Run
    masks: InitVar[frozenset[str]] = frozenset()
    body: bytearray = field(default_factory=bytearray)
    arrivals: list[tuple[float, int]] = field(default_factory=list)
    connection: Connection = field(default_factory=Connection)
    hops: tuple[Hop, ...] = ()
    timings: Timings = field(default_factory=Timings)
    fields: list[tuple[str, str]] = field(default_factory=list)
    http_version: str = ""

    def __post_init__(self, masks: frozenset[str]) -> None:
        self._mask = Mask(masks)
        self._request_bytes = self.run.kept_bytes

    def take(self, event: Event) -> tuple[Event, ...]:
        """Note an event; gives back what may be shown of it, which for content is masked and may be a little late."""
        match event:
            case RequestSent():
                self.connection = event.connection
            case ResponseStarted():
                return (self._started(event),)
            case ContentChunk():
                return self._content(event.at, self._mask.feed(event.data))
            case ExchangeCompleted():
                self.run.cut = event.cut
                state = Run.State.STOPPED if event.cut == "stopped" else Run.State.DONE
                return (*self._over(event, state), event)
            case ExchangeFailed():
                event = self._masked_failure(event)
                self.run.failure = asdict(event.failure)
                self.run.cut = "" if self.run.status is None else CUT_BY.get(event.failure.code, "broken")
                self.hops = event.hops or self.hops
                state = Run.State.STOPPED if event.failure.code == "stopped" else Run.State.FAILED
                return (*self._over(event, state), event)
        return (event,)

    def _started(self, event: ResponseStarted) -> Event:
        fields = Fields((name, self._mask.text(value)) for name, value in event.fields)
        reason, url = self._mask.text(event.reason), self._mask.text(event.url)
        self.run.status, self.run.reason = event.status, reason[:200]
        self.run.first_byte_ms = event.at
        self.run.media_type = fields.get("Content-Type")[:200]
        self.fields = list(fields)
        self.http_version = event.http_version
        self.hops = self._masked(event.hops)
        return replace(event, fields=fields, reason=reason, url=url, hops=self.hops)

    def _masked(self, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        return tuple(replace(hop, url=self._mask.text(hop.url), location=self._mask.text(hop.location)) for hop in hops)

    def _masked_failure(self, event: ExchangeFailed) -> ExchangeFailed:
        failure = replace(event.failure, detail=self._mask.text(event.failure.detail))
        return replace(event, failure=failure, hops=self._masked(event.hops))

    def _content(self, at: float, data: bytes) -> tuple[Event, ...]:
        if not data:
            return ()
        self.body += data
        self.arrivals.append((round(at, 3), len(self.body)))
        return (ContentChunk(at, data),)

    def _over(self, event: ExchangeCompleted | ExchangeFailed, state: Run.State) -> tuple[Event, ...]:
        self.run.state = state
        self.run.duration_ms = event.at
        self.run.wire_bytes, self.run.decoded_bytes = event.wire_size, event.decoded_size
        self.timings = event.timings
        return self._content(event.at, self._mask.flush())

    def interrupted(self) -> None:
        """Note that the exchange ended without an end: an error of our own."""
        self.run.state, self.run.failure = Run.State.FAILED, asdict(INTERRUPTED)

    @transaction.atomic
    def save(self) -> None:
        """Write what is known so far: at the end, and in between for whoever reloads the page.

        Other columns belong to other processes; a row that is deleted by now leaves nothing behind, and one that moved
        to an account belongs to that from here on.
        """
        if not self.run.is_over:
            self.run.decoded_bytes = len(self.body)
        content = self.run.content
        self._fill(content)
        columns = self._keep(content) if self.run.is_over else ("partial",)
        row = statements.update(self.run, RESULT, returning=_NOW)
        if row is None:
            transaction.set_rollback(True)  # what was kept of its content goes with it
            return
        statements.update(content, CONTENT_RESULT + columns)
        if self.run.is_over:
            self._make_findable(*row)

    def _make_findable(self, person: int, note: str, has_tags: bool) -> None:
        """The row may have moved to another person, and been described, since it was made."""
        self.run.note = note
        if self.run.person_id != person:
            self.run.person = Person.objects.get(pk=person)
        words.put(self.run, None if has_tags else ())

    def _fill(self, content: Content) -> None:
        content.partial = content.body = bytes(self.body)
        content.arrivals = self.arrivals
        content.fields = self.fields
        content.http_version = self.http_version
        content.timings = _flat(self.timings)
        content.connection = _flat(self.connection)
        content.hops = [asdict(hop) for hop in self.hops]

    def _keep(self, content: Content) -> tuple[str, ...]:
        """What can be large goes where it is compressed, and kept once; gives the columns that tell where."""
        sent = blobs.json_bytes(content.sent) if content.sent else b""
        (content.body_blob_id, body_size), (content.sent_blob_id, sent_size) = blobs.keep_each((content.body, sent))
        content.partial = b""
        self.run.kept_bytes = self._request_bytes + body_size + sent_size
        return ("body_blob", "sent_blob", "partial")


def _flat(noun: Timings | Connection) -> dict[str, Any]:
    """As ``asdict``, which looks for more below each value."""
    return {name: getattr(noun, name) for name in noun.__slots__}


#: What others may have written in the row of a run.
_NOW = "person_id, note, EXISTS (SELECT 1 FROM history_tag WHERE run_id = history_run.id)"
#: The columns that the one who performs a run writes.
RESULT = (
    *("state", "status", "reason", "media_type", "duration_ms", "first_byte_ms"),
    *("wire_bytes", "decoded_bytes", "cut", "failure", "kept_bytes"),
)
CONTENT_RESULT = ("arrivals", "fields", "http_version", "timings", "connection", "hops")
#: Code of a failure after the answer began → why its content is cut.
CUT_BY = {"total_timed_out": "time", "idle_timed_out": "time", "stopped": "stopped"}


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


#: The longest note, in characters, and how many tags a run may have.
NOTE, TAGS = 2_000, 20


def pin(runs: QuerySet[Run], pinned: bool) -> int:
    return runs.update(pinned=pinned)


@transaction.atomic
def describe(run: Run, *, note: str, tags: Iterable[str]) -> None:
    """A person's own words on a run, secrets by their names. Raises ``InvalidInput`` where they are too many."""
    note, *tags = (hidden(run.person, text) for text in (note, *tags))
    note, names = note.strip(), list(dict.fromkeys(name for tag in tags if (name := " ".join(tag.split()))))
    if len(note) > NOTE:
        raise InvalidInput("A note has %(limit)s characters at most.", pointer="/note", limit=str(NOTE))
    if len(names) > TAGS or any(len(name) > Tag.LONGEST for name in names):
        raise InvalidInput("A run has 20 tags at most, of 40 characters each.", pointer="/tags")
    Run.objects.filter(pk=run.pk).update(note=note)
    run.note = note
    run.tags.all().delete()
    Tag.objects.bulk_create(Tag(run=run, person_id=run.person_id, name=name) for name in names)
    if run.is_over:
        words.put(run)


def spec_of(run: Run) -> RequestSpec:
    return codec.load(run.content.request)


def entry_of(run: Run) -> dict[str, Any]:
    """The HAR entry of a run."""
    return har.dump_entry(exchange_of(run), run.content.sent or har.dump(spec_of(run)))


def charset_of(run: Run) -> str:
    return media_types.parse(run.media_type).get("charset") or "utf-8"
