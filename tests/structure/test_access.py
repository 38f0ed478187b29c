"""Every address of the URL configuration: what belongs to somebody is nobody else's, forms need their token, and every
answer has its security headers. A new address without a line in ``addresses`` fails."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

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
