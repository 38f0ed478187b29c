"""Exchanges that are kept: what was asked, and what became of it."""

from __future__ import annotations

import re
import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.functional import cached_property

from playground.accounts.models import Person
from playground.history import blobs

#: The folder of an API below the mock upstream; an address of the person's own hardly begins so.
_MOCK = re.compile(r"\A/mock/[^/?#]+/")


class NextNumber(models.Func):
    """The number of the newest run and one more. PostgreSQL counts in a sequence; SQLite has one writer at a time."""

    SQL: ClassVar = {
        "postgresql": "nextval('history_run_number')",
        "sqlite": "(SELECT COALESCE(MAX(number), 0) + 1 FROM history_run)",
    }
    function = "nextval"
    template = SQL["postgresql"]
    output_field = models.BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        return super().as_sql(compiler, connection, template=self.SQL["sqlite"], **extra)


class Run(models.Model):
    """An exchange of a person: the row of a list. What can be large stands in ``Content``.

    A run is *pending* when it was asked for, *running* once somebody claimed it, and then *done* (answered), *failed*
    (no answer, or none to the end) or *stopped* (by the person). ``failure`` holds the fields of
    ``core.messages.Failure``.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        STOPPED = "stopped"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    #: Counts up as runs are made: the order of every list, the place where a page of it ends, the row of the search.
    number = models.BigIntegerField(unique=True, default=NextNumber, editable=False)
    #: Its index is ``runs_of_a_person``.
    person = models.ForeignKey(Person, models.CASCADE, related_name="runs", db_index=False)
    created = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    #: Key of the catalog's operation that it was composed on, "" for none.
    operation = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=40)
    #: The address as composed, variables still inside.
    url = models.TextField()
    #: Which API it goes to: the host of ``url`` as composed, or "mock" for the built-in one.
    api = models.CharField(max_length=255, blank=True)
    status = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=200, blank=True)
    duration_ms = models.FloatField(null=True)
    first_byte_ms = models.FloatField(null=True)
    wire_bytes = models.BigIntegerField(default=0)
    decoded_bytes = models.BigIntegerField(default=0)
    #: Why the content ends before its end, "" where it does not.
    cut = models.CharField(max_length=10, blank=True)
    failure = models.JSONField(null=True)
    stop_requested = models.BooleanField(default=False)
    #: When the process that performs it was last heard of.
    alive_at = models.DateTimeField(null=True)
    #: When somebody other than the one who started it was last known to be looking.
    followed_at = models.DateTimeField(null=True)

    #: What a filter asks for: "1" to "5" for an answer that came to its end, by its status; else the state.
    outcome = models.GeneratedField(
        expression=models.Case(
            models.When(~models.Q(state="done"), then=models.F("state")),
            models.When(status__lt=200, then=models.Value("1")),
            models.When(status__lt=300, then=models.Value("2")),
            models.When(status__lt=400, then=models.Value("3")),
            models.When(status__lt=500, then=models.Value("4")),
            default=models.Value("5"),
        ),
        output_field=models.CharField(max_length=10),
        db_persist=True,
    )
    #: Kept whatever becomes of the others, and found by a filter.
    pinned = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    #: What it takes in the database, nearly: compressed, as if nothing else had the same bytes.
    kept_bytes = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("-number",)
        indexes = [
            # The list; and what its newest so many take together, without a look at the rows.
            models.Index(fields=("person", "-number", "kept_bytes"), name="runs_of_a_person"),
            # A filter each, so that what is rare is found at once.
            models.Index(fields=("person", "outcome", "-number"), name="runs_by_outcome"),
            models.Index(fields=("person", "api", "-number"), name="runs_by_api"),
            models.Index(fields=("person", "operation", "-number"), name="runs_by_operation"),
            models.Index(fields=("person", "method", "-number"), name="runs_by_method"),
            models.Index(fields=("person", "created"), name="runs_by_time"),
            models.Index(fields=("person", "-number"), name="runs_pinned", condition=models.Q(pinned=True)),
            # The oldest of everybody.
            models.Index(fields=("created",), name="runs_by_age"),
            # What is on its way, of everybody: a few rows of very many.
            models.Index(fields=("state", "created"), name="runs_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.url}"

    @property
    def is_over(self) -> bool:
        return self.state not in {self.State.PENDING, self.State.RUNNING}

    @property
    def outcome_now(self) -> str:
        """As ``outcome``, of a row that is not written yet."""
        return str(self.state) if self.state != self.State.DONE else str(min(5, max(1, (self.status or 500) // 100)))

    @property
    def status_class(self) -> str:
        """What colours it: the first digit of the status, or the state where there is none or it went wrong."""
        if self.state == self.State.FAILED or self.status is None:
            return str(self.state)
        return str(self.status)[0]

    @property
    def path(self) -> str:
        """The address for lists: without scheme and host, and without what the built-in mock stands below."""
        rest = self.url.partition("://")[2]
        path = "/" + rest.partition("/")[2] if rest else self.url
        return _MOCK.sub("/", path, count=1)


class Tag(models.Model):
    """A word of the person's own on a run."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="tags")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    LONGEST = 40
    name = models.CharField(max_length=LONGEST)

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=("run", "name"), name="a_tag_once")]
        indexes = [models.Index(fields=("person", "name"), name="tags_of_a_person")]

    def __str__(self) -> str:
        return self.name


class Retention(models.Model):
    """What a person wants to keep, at most; None for as much as the site lets them."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="retention")
    days = models.PositiveIntegerField(null=True)
    runs = models.PositiveIntegerField(null=True)
    megabytes = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return f"retention of {self.person_id}"


class Blob(models.Model):
    """Bytes, compressed, once for all who have the same. See ``blobs``."""

    #: BLAKE2b of the bytes, 32 bytes long, in hexadecimal.
    digest = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()
    #: Of long JSON: where what stands in it. See ``indexing``.
    places = models.BinaryField(null=True)

    def __str__(self) -> str:
        return self.digest


class Words(models.Model):
    """What the search looks through, for each run: a table of SQLite's FTS5, or one of PostgreSQL. See ``words``."""

    number = models.BigIntegerField(primary_key=True, db_column="rowid")
    #: Whose it is, and what became of it, as words that no text has.
    marks = models.TextField()
    text = models.TextField()

    class Meta:
        managed = False
        db_table = "history_words"

    def __str__(self) -> str:
        return self.text[:80]


class Content(models.Model):
    """The large part of a run: the request as composed, the answer's fields and bytes."""

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="content")
    #: ``core.codec`` of the RequestSpec: variables by name, no secret. JSON.
    request_blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", null=True)
    #: HAR request of what left, secrets masked. JSON.
    sent_blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", null=True)
    #: The content of the answer, once that is over.
    body_blob = models.ForeignKey(Blob, models.PROTECT, related_name="+", null=True)
    #: What came of it so far, until then.
    partial = models.BinaryField(default=bytes)
    #: What the run was sent with: {"follow_redirects", "verify_tls", "timeout_s", "max_bytes"}.
    options = models.JSONField(default=dict)
    fields = models.JSONField(default=list)
    http_version = models.CharField(max_length=20, blank=True)
    #: [milliseconds since the start, offset of the end in ``body``] of each chunk as it arrived.
    arrivals = models.JSONField(default=list)
    timings = models.JSONField(default=dict)
    connection = models.JSONField(default=dict)
    hops = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"content of {self.run_id}"

    @cached_property
    def request(self) -> dict[str, Any]:
        return blobs.read_json(self.request_blob_id) or {}

    @cached_property
    def sent(self) -> dict[str, Any] | None:
        sent: dict[str, Any] | None = blobs.read_json(self.sent_blob_id)
        return sent

    @cached_property
    def body(self) -> bytes:
        return blobs.read(self.body_blob_id) if self.body_blob_id else bytes(self.partial)
