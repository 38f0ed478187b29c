"""Every address of the URL configuration: what belongs to somebody is nobody else's, forms need their token, and every
answer has its security headers. A new address without a line in ``addresses`` fails."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from playground.accounts.models import ApiToken, Person
from tests.people import client_of
from tests.structure.addresses import ANYBODY, METHODS, OWNED, Address, addresses, ask, clients, url_of, world

pytestmark = pytest.mark.django_db

ALL = addresses()
#: An address that takes nothing, and says so.
NOTHING = {"api:api-root"}
#: There is nothing at these addresses of a run without media in its content and that no model answered, for its owner
#: neither.
EMPTY = {"history:content_part", "history:told_read"}
#: Addresses that a page shows in a frame: with a policy of their own.
FRAMED = {"history:content_read", "sharing:share_embed", "sharing:share_content"}


@pytest.fixture(autouse=True)
def _catalog(catalog: None) -> None:
    """Pages of the catalog are there."""


def test_every_address_with_an_id_stands_in_the_table() -> None:
    with_id = {address.name for address in ALL if address.converters}
    assert with_id == OWNED.keys() | ANYBODY.keys()
    assert not OWNED.keys() & ANYBODY.keys()


@pytest.mark.parametrize("address", [row for row in ALL if row.name in OWNED], ids=lambda row: row.name)
def test_what_belongs_to_somebody_is_404_for_anybody_else(address: Address) -> None:
    made = world()
    url = url_of(address, made.ids)
    owner, guest, stranger = clients(made.person, address.is_api)
    for method in METHODS:
        refused = {401} if address.is_api else {404}
        assert ask(guest, method, url).status_code in refused | {405}, (method, url)
        assert ask(stranger, method, url).status_code in {404, 405, 422} - ({422} if method == "GET" else set())
    statuses = {method: ask(owner, method, url).status_code for method in METHODS}
    assert address.name in EMPTY or any(status not in {404, 405} for status in statuses.values()), statuses
    assert max(statuses.values()) < 500


@pytest.mark.parametrize("address", ALL, ids=lambda row: row.name)
def test_every_answer_has_its_security_headers(address: Address) -> None:
    made = world()
    owner, _, _ = clients(made.person, address.is_api)
    answer = ask(owner, "GET", url_of(address, made.ids))
    assert answer.status_code < 500
    headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
    if address.name.startswith("mock:"):
        return
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy.replace("'unsafe-inline'", "" if address.name in FRAMED else "'unsafe-inline'")
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    if address.name not in FRAMED:
        assert headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", ALL, ids=lambda row: row.name)
def test_no_address_is_changed_without_a_token_of_its_form(address: Address) -> None:
    made = world()
    url = url_of(address, made.ids)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(made.person.user)
    for method in METHODS[1:]:
        status = ask(browser, method, url).status_code
        if address.name.startswith("mock:"):
            assert status < 500
        elif address.is_api:
            assert status in {403, 405} | ({404} if address.name in NOTHING else set()), method
        else:
            assert status == 403, method


def test_the_admin_site_speaks_chinese_too() -> None:
    operator = Client(headers={"Accept-Language": "zh-CN"})
    operator.force_login(User.objects.create_superuser("root"))
    for path in ("", "accounts/person/", "accounts/invitation/", "catalog/description/"):
        html = operator.get(f"/admin/{path}").content.decode()
        words = {"Accounts", "Catalog", "CREATED", "Created", "created", "by user"}
        assert not words & set(re.findall(r">\s*(?:以 )?([A-Za-z ]+?)\s*<", html)), path


def test_the_admin_site_is_for_operators() -> None:
    made = world()
    owner, guest, stranger = clients(made.person, is_api=False)
    root = User.objects.create_superuser("root")
    operator = Client()
    operator.force_login(root)
    for path in ("", "auth/user/", f"auth/user/{root.pk}/change/", "accounts/person/", "accounts/invitation/add/"):
        for client in (owner, guest, stranger):
            assert client.get(f"/admin/{path}").status_code == 302
        answer = operator.get(f"/admin/{path}")
        assert answer.status_code == 200, path
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


#: What is there for whoever has not signed in, where no guests are: the doors, shares, and what the API says of itself.
OPEN = {
    *("health", "preferences_save", "panes_style", "admin_sign_in", "api:openapi-json", "api:api-root"),
    *("accounts:sign_in", "accounts:sign_up", "sharing:share_read", "sharing:share_embed", "sharing:share_badge"),
    *("sharing:share_content", "sharing:share_code"),
}


def test_where_no_guests_are_nothing_is_given_or_made_unnamed(settings: Any) -> None:
    made, guest = world(), Person.objects.create()
    settings.PLAYGROUND_GUESTS, settings.PLAYGROUND_SIGN_UPS_PER_HOUR = False, 1000
    people, let_in = Person.objects.count(), set()
    for address in (row for row in ALL if not row.name.startswith("mock:")):
        for browser, method in product((Client(), client_of(guest)), ("GET", "POST")):
            answer = ask(browser, method, url_of(address, made.ids))
            assert answer.status_code < 500, address
            let_in |= {address.name} if _is_let_in(answer) else set()
    assert let_in <= OPEN
    assert Person.objects.count() == people


def _is_let_in(answer: HttpResponseBase) -> bool:
    door = reverse("accounts:sign_in")
    leads = answer.headers.get("Location", "").partition("?")[0]
    return answer.status_code not in {401, 403, 404, 405, 429} and leads != door


def test_where_no_guests_are_one_comes_back_to_where_one_was_going_and_limits_count(settings: Any) -> None:
    User.objects.create_user("ada", password="correct horse")
    settings.PLAYGROUND_GUESTS, settings.PLAYGROUND_API_PER_MINUTE = False, 2
    browser = Client()
    door = browser.get("/apis/playground/try/x/?query[a]=1&b=%2F").headers["Location"]
    assert door == "/account/sign-in/?next=%2Fapis%2Fplayground%2Ftry%2Fx%2F%3Fquery%5Ba%5D%3D1%26b%3D%252F"
    form = {"username": "ada", "password": "correct horse", "next": "/apis/playground/try/x/?query[a]=1"}
    assert browser.post(door, form).headers["Location"] == form["next"]
    assert [browser.get("/api/v1/targets").status_code for _ in range(3)] == [200, 200, 429]
    token = {"Authorization": f"Bearer {ApiToken.issue(Person.objects.create())}"}
    answers = [Client().get("/api/v1/targets", headers=token) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert all("RateLimit" in answer.headers for answer in answers)
