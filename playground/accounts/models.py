"""Who owns what: people who are guests, and people who log in."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.db import models


class Person(models.Model):
    """The owner of everything that is kept. Without ``user`` it is a guest, known by a signed cookie."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="person")
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.user.get_username() if self.user else f"guest {self.pk}"


class ApiToken(models.Model):
    """A key to the JSON API. Only its hash is kept: it is long and random, so that a plain hash is enough."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"token of {self.person}"

    @staticmethod
    def digest_of(token: str) -> str:
        return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

    @classmethod
    def issue(cls, person: Person) -> str:
        """A new token, as text: the only time that it can be seen."""
        token = "pg_" + secrets.token_urlsafe(32)
        cls.objects.create(person=person, digest=cls.digest_of(token))
        return token
