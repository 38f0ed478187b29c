"""Variables of a person; the secret ones encrypted at rest."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import models

from playground.accounts.models import Person
from playground.core.variables import Secret, Value


@lru_cache(maxsize=4)
def _cipher(key: str) -> Fernet:
    """Authenticated encryption (AES-CBC with HMAC, the Fernet specification) under a key derived for this use alone."""
    derived = hashlib.blake2b(key.encode("utf-8"), digest_size=32, person=b"pg variables").digest()
    return Fernet(base64.urlsafe_b64encode(derived))


class Variable(models.Model):
    """A ``{{name}}`` and its value, in the session scope of a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="variables")
    name = models.CharField(max_length=100)
    secret = models.BooleanField(default=False)
    #: The value as it is, or what Fernet made of it.
    stored = models.TextField()
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("person", "name"), name="one_value_for_a_name")]
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def keep(self, value: str) -> None:
        self.stored = _cipher(settings.SECRET_KEY).encrypt(value.encode()).decode("ascii") if self.secret else value

    @property
    def value(self) -> Value | None:
        """None where the key of this installation no longer opens it."""
        if not self.secret:
            return self.stored
        try:
            return Secret(_cipher(settings.SECRET_KEY).decrypt(self.stored.encode("ascii")).decode())
        except InvalidToken:
            return None
