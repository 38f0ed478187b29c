"""Signing up, in and out, as a browser does it."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from playground.accounts.models import Invitation, Person
from playground.accounts.services import COOKIE
from playground.environments.models import Variable
from tests.people import client_of

pytestmark = pytest.mark.django_db

UP, IN, OUT = "/account/sign-up/", "/account/sign-in/", "/account/sign-out/"
PASSWORD = "correct horse battery"


def _main(response: Any) -> str:
    """The page without header, whose forms come back to wherever they stand."""
    return str(response.content.decode().split("<main")[1].split("</main>")[0])


def _up(client: Client, name: str = "ada", **more: str) -> Any:
    return client.post(UP, {"username": name, "password1": PASSWORD, "password2": PASSWORD, **more})


def _in(client: Client, name: str = "ada", password: str = PASSWORD, **more: str) -> Any:
    return client.post(IN, {"username": name, "password": password, **more})


def _ada() -> User:
    return User.objects.create_user("ada", password=PASSWORD)


def _guest_with(name: str, value: str) -> tuple[Person, Client]:
    guest = Person.objects.create()
    Variable.objects.create(person=guest, name=name, stored=value)
    return guest, client_of(guest)


def test_an_account_has_what_the_guest_had() -> None:
    guest, browser = _guest_with("region", "eu-1")
    answer = _up(browser)
    assert (answer.status_code, answer.url) == (302, "/")
    person = Person.objects.get(user__username="ada")
    assert person == guest
    assert "eu-1" in browser.get("/environments/session/").content.decode()
    assert browser.cookies[COOKIE].value == ""
    elsewhere = Client()
    _in(elsewhere)
    assert "eu-1" in elsewhere.get("/environments/session/").content.decode()


def test_what_a_guest_has_comes_along_into_an_account_that_there_is() -> None:
    person = Person.objects.create(user=_ada())
    guest, browser = _guest_with("region", "eu-1")
    assert _in(browser).status_code == 302
    assert list(Variable.objects.values_list("person", "name")) == [(person.pk, "region")]
    assert not Person.objects.filter(pk=guest.pk).exists()


def test_a_cookie_of_a_guest_who_signed_up_opens_nothing() -> None:
    guest, browser = _guest_with("region", "eu-1")
    _up(browser)
    assert "eu-1" not in client_of(guest).get("/environments/session/").content.decode()


@pytest.mark.parametrize(
    ("name", "password", "again"),
    [
        ("ada", "12345678", "12345678"),
        ("ada", "password", "password"),
        ("ada", "short", "short"),
        ("ada", PASSWORD, "other " + PASSWORD),
        ("ada lovelace!?", PASSWORD, PASSWORD),
        ("", PASSWORD, PASSWORD),
        ("adalovelace", "adalovelace1", "adalovelace1"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(client: Client, name: str, password: str, again: str) -> None:
    answer = client.post(UP, {"username": name, "password1": password, "password2": again})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'aria-invalid="true"' in page and 'class="problem-text' in page
    assert f'value="{password}"' not in page
    assert not User.objects.exists()


def test_a_name_is_taken_in_every_spelling(client: Client) -> None:
    _ada()
    assert _up(client, "ADA").status_code == 422
    assert User.objects.count() == 1


def test_the_key_of_a_session_changes_when_somebody_signs_in(client: Client) -> None:
    _ada()
    session = client.session
    session["planted"] = True
    session.save()
    before = client.cookies["sessionid"].value
    _in(client)
    assert client.cookies["sessionid"].value != before
    thief = Client()
    thief.cookies["sessionid"] = before
    assert "<h1>ada</h1>" not in _main(thief.get("/account/"))


@pytest.mark.parametrize("url", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"])
def test_nobody_is_led_elsewhere(client: Client, url: str) -> None:
    _ada()
    assert "evil" not in _main(client.get(IN, {"next": url}))
    assert _in(client, next=url).url == "/"
    assert _up(Client(), "eve", next=url).url == "/"


def test_one_comes_back_to_the_page_that_one_came_from(client: Client) -> None:
    _ada()
    assert 'value="/history/?status=4xx"' in client.get(IN, {"next": "/history/?status=4xx"}).content.decode()
    assert _in(client, next="/history/?status=4xx").url == "/history/?status=4xx"


def test_a_wrong_password_says_nothing_about_the_name_and_keeps_it(client: Client) -> None:
    _ada()
    known, unknown = _in(client, "ada", "wrong"), _in(client, "eve", "wrong")
    assert known.status_code == unknown.status_code == 422
    assert 'value="ada"' in known.content.decode()
    assert "sessionid" not in client.cookies


def test_too_many_wrong_passwords_of_an_address_are_refused(client: Client, settings: Any) -> None:
    settings.PLAYGROUND_SIGN_IN_FAILURES = 3
    _ada()
    for _ in range(5):
        _in(Client())
        Client().post(OUT)
    assert [_in(Client(), password="wrong").status_code for _ in range(4)] == [422, 422, 422, 429]
    refused = _in(client)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 600
    assert 'value="ada"' in refused.content.decode()
    assert client.post(IN, {"username": "ada", "password": PASSWORD}, REMOTE_ADDR="192.0.2.7").status_code == 302


def _from(client: Client, address: str, password: str = "wrong", name: str = "ada") -> Any:
    return client.post(IN, {"username": name, "password": password}, REMOTE_ADDR=address)


def test_too_many_wrong_passwords_for_a_name_are_refused_wherever_they_come_from(settings: Any) -> None:
    settings.PLAYGROUND_SIGN_IN_FAILURES_OF_NAME = 3
    _ada()
    known = Client()
    _in(known)
    known.post(OUT)
    statuses = [_from(Client(), f"192.0.2.{number}", name=name).status_code
                for number, name in enumerate(("ada", "ADA", "ａda", "ada"))]  # fmt: skip
    assert statuses == [422, 422, 422, 429]
    refused = _from(Client(), "192.0.2.9", PASSWORD)
    assert refused.status_code == 429 and 0 < int(refused.headers["Retry-After"]) <= 600
    assert "Too many wrong passwords for this name" in refused.content.decode()
    # Nobody learns from it whether there is such an account, and nobody else is kept out.
    assert [_from(Client(), f"192.0.2.{number}", name="eve").status_code for number in range(4)] == statuses
    assert _from(Client(), "192.0.2.9", "wrong", "bob").status_code == 422
    # A stranger does not lock out somebody in a browser of their own.
    assert _from(known, "192.0.2.9", PASSWORD).status_code == 302


def test_a_browser_that_is_known_is_counted_by_itself(settings: Any) -> None:
    settings.PLAYGROUND_SIGN_IN_FAILURES = 2
    _ada()
    known = Client()
    _in(known)
    known.post(OUT)
    assert [_in(Client(), password="wrong").status_code for _ in range(3)] == [422, 422, 429]
    assert [_in(known, password="wrong").status_code for _ in range(3)] == [422, 422, 429]
    # Known to one account is not known to another, and nobody makes such a cookie.
    forged = Client()
    forged.cookies["known"] = known.cookies["known"].value
    assert _in(forged, "eve", "wrong").status_code == 429


def test_one_address_alone_locks_nobody_out(settings: Any) -> None:
    settings.PLAYGROUND_SIGN_IN_FAILURES, settings.PLAYGROUND_SIGN_IN_FAILURES_OF_NAME = 2, 5
    _ada()
    for _ in range(20):
        _from(Client(), "192.0.2.1")
    assert _from(Client(), "192.0.2.2", PASSWORD).status_code == 302


def test_a_session_is_no_way_to_guess_the_password(settings: Any) -> None:
    settings.PLAYGROUND_SIGN_IN_FAILURES = 2
    for path, field in (("/account/password/", "old_password"), ("/account/delete/", "password")):
        client = Client()
        user = User.objects.create_user(field, password=PASSWORD)
        Person.objects.create(user=user)
        client.force_login(user)
        answers = [client.post(path, {field: "wrong"}, REMOTE_ADDR=f"192.0.2.{len(path)}") for _ in range(3)]
        assert [answer.status_code for answer in answers] == [422, 422, 429]
        assert "Too many attempts" in answers[-1].content.decode()
        assert "Retry-After" in answers[-1].headers


def test_new_accounts_of_an_address_are_counted(settings: Any) -> None:
    settings.PLAYGROUND_SIGN_UPS_PER_HOUR = 2
    assert _up(Client(), "bad name!").status_code == 422
    assert [_up(Client(), f"ada{number}").status_code for number in range(3)] == [302, 302, 429]
    assert User.objects.count() == 2


def test_an_invitation_lets_one_person_in(client: Client, settings: Any) -> None:
    settings.PLAYGROUND_SIGN_UP = "invitation"
    made = Invitation.objects.create(note="for Ada")
    late = Invitation.objects.create(expires=timezone.now())
    for code in ("", "guessed", late.code):
        assert _up(client, invitation=code).status_code == 422
    assert f'value="{made.code}"' in client.get(UP, {"code": made.code}).content.decode()
    assert _up(client, invitation=made.code).status_code == 302
    assert _up(Client(), "eve", invitation=made.code).status_code == 422
    made.refresh_from_db()
    assert made.used_by == Person.objects.get(user__username="ada")
    assert not Invitation.claim(made.code, made.used_by)


def test_nobody_signs_up_where_that_is_closed(client: Client, settings: Any) -> None:
    settings.PLAYGROUND_SIGN_UP = "closed"
    assert "<input" not in _main(client.get(UP))
    assert _up(client).status_code == 404
    _ada()
    assert _in(client).status_code == 302


def test_without_guests_one_signs_in_first(settings: Any) -> None:
    guest, _ = _guest_with("region", "eu-1")
    settings.PLAYGROUND_GUESTS = False
    browser = client_of(guest)
    answer = browser.get("/history/?status=4xx")
    assert (answer.status_code, answer.url) == (302, IN + "?next=%2Fhistory%2F%3Fstatus%3D4xx")
    assert browser.post("/environments/add/", {"name": "x"}).url == IN
    part = browser.get("/search/", headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["HX-Redirect"]) == (401, IN)
    assert browser.get("/healthz").status_code == 200
    assert browser.get(IN).status_code == 200
    assert browser.get("/api/v1/targets").status_code == 401
    _up(browser)
    assert "eu-1" in browser.get("/environments/session/").content.decode()


def test_signing_out_ends_the_session(client: Client) -> None:
    _up(client)
    assert client.get(OUT).status_code == 405
    client.cookies["session_key"] = "k"
    answer = client.post(OUT)
    assert answer.cookies["session_key"].value == ""
    assert "<h1>ada</h1>" not in _main(client.get("/account/"))


def test_the_admin_site_has_no_other_door(client: Client) -> None:
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == IN + "?next=%2Fadmin%2F"
    User.objects.create_superuser("ada", password=PASSWORD)
    _in(client)
    assert client.get("/admin/").status_code == 200
    _up(other := Client(), "eve")
    assert other.get("/admin/login/").status_code == 404
