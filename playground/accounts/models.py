"""Who owns what: people who are guests, and people who sign in; their tokens; invitations; what is counted."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def _limit(label: Any, most: int = 2**31 - 1) -> models.PositiveIntegerField[int | None, int | None]:
    """A limit that may be given; where it is not, the setting of the site counts."""
    between = [MinValueValidator(1), MaxValueValidator(most)]
    return models.PositiveIntegerField(label, null=True, blank=True, validators=between)


class Person(models.Model):
    """The owner of everything that is kept. Without ``user`` it is a guest, known by a signed cookie."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="person")
    #: What the cookie of a guest says; None for whoever has an account.
    key = models.UUIDField(null=True, unique=True, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    #: What somebody who signs in chose last, "" for nothing yet; the same as the cookies of their browsers.
    language = models.CharField(max_length=20, blank=True)
    theme = models.CharField(max_length=10, blank=True)
    target = models.CharField(max_length=60, blank=True)
    #: What operators gave beyond the settings of the site, by name: see ``limits``, which writes it.
    limits = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        verbose_name = gettext_lazy("person")
        verbose_name_plural = gettext_lazy("people")

    def __str__(self) -> str:
        return self.user.get_username() if self.user else _("guest %(number)s") % {"number": self.pk}


class Scope(models.TextChoices):
    """What a token may do."""

    READ = "read", gettext_lazy("Read what is kept")
    WRITE = "write", gettext_lazy("Change and delete what is kept")
    SEND = "send", gettext_lazy("Send requests")


class ApiToken(models.Model):
    """A key to the JSON API. Only its hash is kept: it is long and random, so that a plain hash is enough."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    #: Its last characters, to tell it from others.
    ends = models.CharField(max_length=4, blank=True)
    #: Values of ``Scope``, with spaces between (RFC 6749 §3.3).
    scopes = models.CharField(max_length=100, default=" ".join(Scope.values))
    created = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return _("token of %(owner)s") % {"owner": self.person}

    @property
    def scope_labels(self) -> list[str]:
        return [str(Scope(value).label) for value in self.scopes.split() if value in Scope.values]

    @staticmethod
    def digest_of(token: str) -> str:
        return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

    @classmethod
    def issue(cls, person: Person, name: str = "", scopes: Iterable[str] = Scope.values) -> str:
        """A new token, as text: the only time that it can be seen."""
        token = "pg_" + secrets.token_urlsafe(32)
        kept = " ".join(value for value in Scope.values if value in set(scopes))
        cls.objects.create(person=person, name=name, digest=cls.digest_of(token), ends=token[-4:], scopes=kept)
        return token


class Limits(models.Model):
    """What an operator gave to a person, or to a group of people, in the place of a setting: see ``limits``."""

    person = models.OneToOneField(Person, models.CASCADE, null=True, blank=True, related_name="own_limits")
    group = models.OneToOneField("auth.Group", models.CASCADE, null=True, blank=True, related_name="limits")
    runs_at_once = _limit(gettext_lazy("Requests on their way at once"))
    runs_per_minute = _limit(gettext_lazy("Requests within a minute"))
    destination_at_once = _limit(gettext_lazy("Requests to one host at once, of everybody"))
    destination_per_minute = _limit(gettext_lazy("Requests to one host within a minute, of everybody"))
    request_bytes = _limit(gettext_lazy("Bytes of a request"))
    response_bytes = _limit(gettext_lazy("Bytes of a response"))
    total_seconds = _limit(gettext_lazy("Seconds for a run"), most=24 * 3600)
    calls_per_minute = _limit(gettext_lazy("Calls of the API within a minute"))

    class Meta:
        verbose_name = verbose_name_plural = gettext_lazy("limits")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person=None, group__isnull=False) | models.Q(person__isnull=False, group=None),
                name="limits_of_a_person_or_a_group",
            )
        ]

    def __str__(self) -> str:
        return _("limits of %(owner)s") % {"owner": self.person or self.group}


def _new_code() -> str:
    return secrets.token_urlsafe(12)


class Invitation(models.Model):
    """A code that lets one person sign up where that needs an invitation."""

    code = models.CharField(max_length=40, unique=True, default=_new_code)
    note = models.CharField(max_length=200, blank=True, help_text=gettext_lazy("Who it is for; only shown here."))
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField(null=True, blank=True)
    used = models.DateTimeField(null=True, blank=True, editable=False)
    used_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")

    class Meta:
        ordering = ("-created",)
        verbose_name = gettext_lazy("invitation")
        verbose_name_plural = gettext_lazy("invitations")

    def __str__(self) -> str:
        return self.note or self.code

    @classmethod
    def open_at(cls, now: datetime) -> models.QuerySet[Invitation]:
        """Those that still let somebody in."""
        return cls.objects.filter(models.Q(expires=None) | models.Q(expires__gt=now), used=None)

    @classmethod
    def claim(cls, code: str, person: Person) -> bool:
        """Use a code up. True for exactly one caller, however many come at once."""
        now = timezone.now()
        return bool(cls.open_at(now).filter(code=code).update(used=now, used_by=person))


class Tally(models.Model):
    """How often something was done in a stretch of time: see ``throttle``. ``key`` is a keyed hash of what and who."""

    key = models.CharField(max_length=32)
    #: End of the stretch, in seconds since 1970.
    until = models.BigIntegerField(db_index=True)
    taken = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("key", "until"), name="one_tally_for_a_stretch")]

    def __str__(self) -> str:
        return f"{self.taken} until {self.until}"
