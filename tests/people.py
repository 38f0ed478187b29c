"""The three who stand in every access test: the owner, a guest who never kept anything, and a stranger."""

from __future__ import annotations

from dataclasses import dataclass
from unittest.mock import patch

from django.core.signing import get_cookie_signer
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http.response import HttpResponseBase
from django.test import Client

from playground.accounts.models import Person
from playground.accounts.services import COOKIE, SALT


def client_of(person: Person) -> Client:
    """A browser that has the cookie of this person."""
    client = Client()
    client.cookies[COOKIE] = get_cookie_signer(salt=COOKIE + SALT).sign(str(person.pk))
    return client


def leave(response: HttpResponseBase) -> None:
    """End a stream as a server does when the reader is gone; the test's own connection to the database stays open."""
    with patch.object(BaseDatabaseWrapper, "close_if_unusable_or_obsolete"):
        response.close()


@dataclass
class People:
    person: Person
    owner: Client
    guest: Client
    stranger: Client

    @property
    def others(self) -> tuple[Client, Client]:
        return self.guest, self.stranger


def people() -> People:
    person = Person.objects.create()
    return People(person, client_of(person), Client(), client_of(Person.objects.create()))
