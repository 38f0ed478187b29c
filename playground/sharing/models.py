"""Frozen, secret-free copies of a request, or of a run with its response, each behind a link."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone

from playground.accounts.models import Person
from playground.history.models import Run
from playground.library.json_text import JsonText

#: Bytes of chance in an id: 192 bits, in 32 characters of URL-safe base64 (RFC 4648 §5).
ID_BYTES = 24


def new_id() -> str:
    return secrets.token_urlsafe(ID_BYTES)


class Share(models.Model):
    """What is behind a link. Once it is over, by its date or by its owner's will, its contents are gone for good."""

    id = models.CharField(max_length=32, primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="shares")
    created = models.DateTimeField(auto_now_add=True)
    #: None for no end.
    expires = models.DateTimeField(null=True)
    revoked = models.DateTimeField(null=True)
    #: The owner's own words, "" for the title of the operation.
    title = models.CharField(max_length=200, blank=True)
    #: Key of the catalog's operation, "" for none.
    operation = models.CharField(max_length=200, blank=True)
    method = models.CharField(max_length=40)
    url = models.TextField()
    #: Address of the built-in mock as the owner's browser knew it, "" where the request goes elsewhere.
    mock_base = models.CharField(max_length=300, blank=True)
    #: ``core.codec`` of the RequestSpec: variables by name, no secret, no content of a file.
    request = JsonText(default=dict)
    #: What its owner expects of each answer: ``core.assertions.dump``.
    assertions = JsonText(default=list)
    #: The run whose request it is, as long as there is one: its response can be added.
    run = models.ForeignKey(Run, models.SET_NULL, null=True, related_name="+")
    #: What ``frozen_answer`` made of the response, None where it was not chosen.
    answer = JsonText(null=True)
    #: Its content, compressed by zlib (RFC 1950).
    body = models.BinaryField(default=bytes)
    #: How often somebody other than its owner opened it.
    opened = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-created",)
        indexes = [
            models.Index(fields=("person", "-created"), name="shares_of_a_person"),
            models.Index(fields=("expires",), name="shares_by_end", condition=Q(revoked=None)),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_over(self) -> bool:
        return self.revoked is not None or self.has_expired

    @property
    def has_expired(self) -> bool:
        return self.expires is not None and self.expires <= timezone.now()

    @property
    def path(self) -> str:
        """The address without scheme and host, and without what the built-in mock stands below."""
        return Run(method=self.method, url=self.url).path

    @property
    def has_answer(self) -> bool:
        return self.answer is not None
