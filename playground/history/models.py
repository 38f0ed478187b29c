"""Exchanges that are kept: what was asked, and what became of it."""

from __future__ import annotations

import re
import uuid

from django.db import models

from playground.accounts.models import Person

#: The folder of an API below the mock upstream; an address of the person's own hardly begins so.
_MOCK = re.compile(r"\A/mock/[^/?#]+/")


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
    person = models.ForeignKey(Person, models.CASCADE, related_name="runs")
    created = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PENDING)
    #: Key of the catalog's operation that it was composed on, "" for none.
    operation = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=40)
    #: The address as composed, variables still inside.
    url = models.TextField()
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

    class Meta:
        ordering = ("-created", "-id")
        indexes = [
            models.Index(fields=("person", "-created", "-id"), name="runs_of_a_person"),
            # What is on its way, of everybody: a few rows of very many.
            models.Index(fields=("state", "created"), name="runs_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.url}"

    @property
    def is_over(self) -> bool:
        return self.state not in {self.State.PENDING, self.State.RUNNING}

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


class Content(models.Model):
    """The large part of a run: the request as composed, the answer's fields and bytes."""

    run = models.OneToOneField(Run, models.CASCADE, primary_key=True, related_name="content")
    #: ``core.codec`` of the RequestSpec: variables by name, no secret.
    request = models.JSONField()
    #: What the run was sent with: {"follow_redirects", "verify_tls", "timeout_s", "max_bytes"}.
    options = models.JSONField(default=dict)
    #: HAR request of what left, secrets masked.
    sent = models.JSONField(null=True)
    fields = models.JSONField(default=list)
    http_version = models.CharField(max_length=20, blank=True)
    body = models.BinaryField(default=bytes)
    #: [milliseconds since the start, offset of the end in ``body``] of each chunk as it arrived.
    arrivals = models.JSONField(default=list)
    timings = models.JSONField(default=dict)
    connection = models.JSONField(default=dict)
    hops = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"content of {self.run_id}"
