"""Named sets of variables of a person, and the variables; the secret ones sealed."""

from __future__ import annotations

import uuid
from hashlib import sha256
from typing import Any

from django.db import models
from django.utils.translation import gettext, gettext_lazy

from playground.accounts.models import Person
from playground.accounts.words import hidden
from playground.core.variables import Secret, Value
from playground.environments import sealing


class Environment(models.Model):
    """A set of variables, and the server that belongs to it.

    Everybody has *Mock* and *Production*, kept as soon as something is written into them; ``key`` names an
    environment in addresses and in the cookie that remembers which one is chosen.
    """

    class Kind(models.TextChoices):
        MOCK = "mock", gettext_lazy("Mock")
        PRODUCTION = "production", gettext_lazy("Production")
        OWN = "own", gettext_lazy("Own")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="environments")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OWN)
    #: "" for the name of its kind, in the language of the page.
    name = models.CharField(max_length=100, blank=True)
    #: "mock" for the built-in upstream, an address, or "" for the first server of the API.
    server = models.CharField(max_length=2000, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("created",)
        constraints = [
            models.UniqueConstraint(
                fields=("person", "kind"), condition=~models.Q(kind="own"), name="one_environment_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps secrets by their names."""
        self.name, self.server = hidden(self.person, self.name)[:100], hidden(self.person, self.server)[:2000]
        super().save(*args, **kwargs)

    @property
    def label(self) -> str:
        return self.name or gettext(str(self.Kind(self.kind).label))

    @property
    def key(self) -> str:
        return str(self.pk) if self.kind == self.Kind.OWN else str(self.kind)

    @property
    def is_own(self) -> bool:
        return self.kind == self.Kind.OWN


class Variable(models.Model):
    """A ``{{name}}`` and its value, of an environment, or of the session where there is none."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="variables")
    environment = models.ForeignKey(Environment, models.CASCADE, null=True, related_name="variables")
    name = models.CharField(max_length=100)
    secret = models.BooleanField(default=False)
    #: Which browser session alone can open it (a digest of that session's key), "" for every one.
    session = models.CharField(max_length=16, blank=True)
    #: The value as it is, or what ``sealing`` made of it.
    stored = models.TextField()
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("person", "name"), condition=models.Q(environment=None), name="one_value_in_a_session"
            ),
            models.UniqueConstraint(fields=("environment", "name"), name="one_value_in_an_environment"),
        ]
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_ephemeral(self) -> bool:
        return bool(self.session)

    def keep(self, value: str, session_key: str = "") -> None:
        """Take a value; with ``session_key`` it is a secret that opens with that key alone."""
        self.secret = self.secret or bool(session_key)
        self.session = session_of(session_key)
        self.stored = sealing.seal(value, session_key) if self.secret else value

    def open(self, session_key: str = "") -> Value | None:
        """The value; None where the keys at hand do not open it."""
        if not self.secret:
            return self.stored
        if self.session != session_of(session_key) and self.session:
            return None
        try:
            return Secret(sealing.unseal(self.stored, session_key if self.session else ""))
        except sealing.CannotOpen:
            return None


def session_of(session_key: str) -> str:
    """What is kept of the key of a browser session, to recognise it."""
    return sha256(session_key.encode()).hexdigest()[:16] if session_key else ""


class Extraction(models.Model):
    """A rule of a person: after each run of an operation, keep a part of the answer as a variable of the session."""

    class Source(models.TextChoices):
        BODY = "body", gettext_lazy("JSONPath")
        HEADER = "header", gettext_lazy("Header")

    person = models.ForeignKey(Person, models.CASCADE, related_name="extractions")
    #: Key of the catalog's operation.
    operation = models.CharField(max_length=200)
    source = models.CharField(max_length=10, choices=Source.choices)
    #: A JSONPath (RFC 9535), or the name of a header field.
    expression = models.CharField(max_length=500)
    name = models.CharField(max_length=100)
    secret = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(fields=("person", "operation", "name"), name="one_rule_for_a_variable"),
        ]

    def __str__(self) -> str:
        return f"{self.expression} → {self.name}"
