"""Guests, people who log in, and strangers."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory

from playground.accounts.models import ApiToken, Person
from playground.accounts.services import COOKIE, ensure_person, find_person, token_of

pytestmark = pytest.mark.django_db


def test_a_forged_or_foreign_cookie_is_nobody() -> None:
    guest = Person.objects.create()
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = f"{guest.pk}:forged:signature"
    assert find_person(request) is None


def test_a_guest_cookie_never_opens_the_account_of_a_user() -> None:
    client = Client()
    user = User.objects.create_user("ada")
    person = Person.objects.create(user=user)
    from django.core.signing import get_cookie_signer

    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = get_cookie_signer(salt=COOKIE + "playground.accounts.guest").sign(str(person.pk))
    assert find_person(request) is None
    client.force_login(user)
    request.user = user
    assert find_person(request) == person


def test_a_person_is_made_once() -> None:
    request = RequestFactory().get("/")
    request.person = None
    assert ensure_person(request) == ensure_person(request)
    assert Person.objects.count() == 1


def test_a_token_is_kept_as_its_hash_alone() -> None:
    person = Person.objects.create()
    token = ApiToken.issue(person)
    row = ApiToken.objects.get()
    assert token not in (row.digest, str(row))
    found = token_of(token)
    assert found is not None and found.person == person
    assert token_of(token + "x") is None
