"""Guests, people who log in, and strangers."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.signing import get_cookie_signer
from django.test import Client, RequestFactory

from playground.accounts.models import ApiToken, Person
from playground.accounts.services import COOKIE, SALT, ensure_person, find_person, sign_up, token_of

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


@pytest.mark.usefixtures("catalog")
def test_the_first_requests_of_a_browser_that_meet_are_of_one_guest() -> None:
    browser = Client()
    browser.get("/")
    key = browser.cookies[COOKIE].value
    tabs = [Client(), Client()]
    for tab in tabs:  # neither knows what the other one is answered
        tab.cookies[COOKIE] = key
        tab.post("/try/list-models/draft/", {"method": "GET", "url": "/x"})
    assert Person.objects.count() == 1
    assert all(tab.cookies[COOKIE].value == key for tab in tabs)


def test_an_account_leaves_nothing_under_the_key_of_the_guest_that_it_was() -> None:
    guest, request = Person.objects.create(key=uuid4()), RequestFactory().get("/")
    request.COOKIES[COOKIE] = get_cookie_signer(salt=COOKIE + SALT).sign(str(guest.key))
    assert sign_up(request, User.objects.create_user("ada")) == guest
    request.person = find_person(request)
    assert request.person is None
    assert ensure_person(request) != guest


def test_a_cookie_from_before_there_were_keys_has_a_number() -> None:
    guest, request = Person.objects.create(), RequestFactory().get("/")
    request.COOKIES[COOKIE] = get_cookie_signer(salt=COOKIE + SALT).sign(str(guest.pk))
    assert find_person(request) == guest
    guest.delete()
    request.person = None
    made = ensure_person(request)
    assert str(made.key) == request.guest_key


def test_a_token_is_kept_as_its_hash_alone() -> None:
    person = Person.objects.create()
    token = ApiToken.issue(person)
    row = ApiToken.objects.get()
    assert token not in (row.digest, str(row))
    found = token_of(token)
    assert found is not None and found.person == person
    assert token_of(token + "x") is None
