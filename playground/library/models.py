"""Requests that a person keeps: in folders, with answers beside them; and drafts of those that are not kept yet.

No row of this room holds a secret: requests stand here with ``{{variables}}`` in place of what was typed.
"""

from __future__ import annotations

import re
import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from playground.accounts.models import Person
from playground.core import codec
from playground.core.messages import RequestSpec
from playground.library.json_text import JsonText

#: The folder of an API below the mock upstream; an address of the person's own hardly begins so.
_MOCK = re.compile(r"\A/mock/[^/?#]+/")


class Item(models.Model):
    """What stands in the tree: it has a place among its siblings, and can be taken back after it was deleted."""

    NAME = 200
    NOTE = 20_000

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=NAME)
    note = models.TextField(blank=True)
    #: Place among the siblings of its kind, from 0.
    position = models.PositiveIntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    #: When it was deleted; None while it is there.
    deleted = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ("position", "created")

    #: The word for it in addresses.
    kind = ""

    def __str__(self) -> str:
        return self.name


class Folder(Item):
    """A folder; one at the top of the tree is a collection."""

    kind = "folders"

    person = models.ForeignKey(Person, models.CASCADE, related_name="folders")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="folders")


class Kept(models.Model):
    """A request as JSON, and how it is to be sent."""

    #: Key of the catalog's operation that it was composed on, "" for none.
    operation = models.CharField(max_length=200, blank=True)
    #: ``core.codec`` of the RequestSpec: variables by name, no secret.
    request = JsonText(default=dict)
    #: Where the built-in mock stood when it was kept: the site may be reached by another name later.
    mock_base = models.CharField(max_length=300, blank=True)
    #: How it is sent: {"follow_redirects", "timeout_s"}.
    options = JsonText(default=dict)

    class Meta:
        abstract = True

    def spec(self, mock_base: str = "") -> RequestSpec:
        """The request, for the mock as it is reached now. Raises ``InvalidSaved``."""
        return codec.load(rebased(self.request, self.mock_base, mock_base))


class SavedRequest(Kept, Item):
    """A request with a name."""

    kind = "requests"

    person = models.ForeignKey(Person, models.CASCADE, related_name="saved_requests")
    #: None at the top of the tree.
    folder = models.ForeignKey(Folder, models.CASCADE, null=True, related_name="requests")
    method = models.CharField(max_length=40)
    #: The address as composed, variables still inside.
    url = models.TextField()
    #: What is expected of each of its answers: ``core.assertions.dump``.
    assertions = JsonText(default=list)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("position", "created")

    @property
    def path(self) -> str:
        """The address for lists: without scheme and host, and without what the built-in mock stands below."""
        rest = self.url.partition("://")[2]
        return _MOCK.sub("/", "/" + rest.partition("/")[2] if rest else self.url, count=1)


class SavedResponse(models.Model):
    """An answer kept beside a request, as an example of what it gives: a copy, which outlives its run."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    saved = models.ForeignKey(SavedRequest, models.CASCADE, related_name="responses")
    name = models.CharField(max_length=Item.NAME)
    status = models.PositiveSmallIntegerField()
    #: The HAR 1.2 entry, secrets masked.
    entry = JsonText()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("created",)

    def __str__(self) -> str:
        return self.name

    @property
    def status_class(self) -> str:
        return str(self.status)[0]


class Draft(Kept):
    """What a person typed and did not save: of an operation, or of a request that is saved.

    ``version`` counts what was written, and ``writer`` names the page that wrote last: a page that knows neither is
    told before it writes over the other's. What it writes over then is ``former``, and can be taken back.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    saved = models.ForeignKey(SavedRequest, models.CASCADE, null=True, related_name="drafts")
    version = models.PositiveIntegerField(default=1)
    writer = models.CharField(max_length=40, blank=True)
    #: Whether ``request`` was discarded, and only ``former`` is left.
    discarded = models.BooleanField(default=False)
    #: {"request", "mock_base", "options"} of what was there before it was written over or discarded.
    former = JsonText(null=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("person", "operation"), condition=Q(saved=None), name="one_draft_of_an_operation"
            ),
            models.UniqueConstraint(fields=("person", "saved"), name="one_draft_of_a_saved_request"),
        ]

    def __str__(self) -> str:
        return f"draft of {self.operation}"


def rebased(request: dict[str, Any], before: str, now: str) -> dict[str, Any]:
    """A request that went to the mock goes to the mock as it is reached now."""
    url = request.get("url", "")
    if not before or not now or before == now or not url.startswith(before):
        return request
    return {**request, "url": now + url[len(before) :]}
