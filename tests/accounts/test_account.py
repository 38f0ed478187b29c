"""The page of an account: preferences, password, tokens, one's data, and its end."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.test import Client

from playground.accounts.models import ApiToken, Person
from playground.environments.models import Variable
from playground.history.models import Blob, Content, Run, Words
from tests.history.recorded import SPEC, recorded
from tests.people import People, people

pytestmark = pytest.mark.django_db

ACCOUNT = "/account/"
PASSWORD = "correct horse battery"
SECRET = "sk-hush-0123456789abcdef"


@pytest.fixture
def ada() -> Client:
    client = Client()
    Person.objects.create(user=User.objects.create_user("ada", password=PASSWORD))
    client.post("/account/sign-in/", {"username": "ada", "password": PASSWORD})
    return client


def _text(response: Any) -> str:
    return "".join(part.decode() for part in response) if response.streaming else response.content.decode()


def test_preferences_are_those_of_every_browser(ada: Client) -> None:
    answer = ada.post(ACCOUNT, {"language": "zh-hans", "theme": "dark", "target": "go_nethttp"})
    assert answer.status_code == 302
    elsewhere = Client()
    elsewhere.post("/account/sign-in/", {"username": "ada", "password": PASSWORD})
    page = _text(elsewhere.get(ACCOUNT))
    assert '<html lang="zh-Hans" data-theme="dark">' in page
    assert re.search(r'value="go_nethttp"\s+selected', page)
    elsewhere.post("/preferences/", {"language": "en", "next": "/"})
    assert Person.objects.get(user__username="ada").language == "en"


def test_the_first_browser_keeps_what_it_had(client: Client) -> None:
    client.cookies["theme"] = "dark"
    client.post("/account/sign-up/", {"username": "ada", "password1": PASSWORD, "password2": PASSWORD})
    assert Person.objects.get().theme == "dark"


def test_a_preference_that_is_none_is_refused(client: Client) -> None:
    assert client.post(ACCOUNT, {"language": "tlh", "theme": "pink", "target": "cobol"}).status_code == 422


def test_another_password_ends_other_sessions(ada: Client) -> None:
    other = Client()
    other.post("/account/sign-in/", {"username": "ada", "password": PASSWORD})
    url, new = "/account/password/", "another horse staple"
    wrong = ada.post(url, {"old_password": "x", "new_password1": new, "new_password2": new})
    assert wrong.status_code == 422
    assert ada.post(url, {"old_password": PASSWORD, "new_password1": new, "new_password2": new}).status_code == 302
    assert ada.get(url).status_code == 200
    assert other.get(url).status_code == 404
    assert Client().get(url).status_code == 404


def test_a_token_is_shown_once_and_does_what_it_may(ada: Client) -> None:
    page = ada.post("/account/tokens/", {"name": "CI", "scopes": ["read"]})
    token = re.findall(r"pg_[\w-]{40,}", _text(page))[0]
    assert "no-store" in page.headers["Cache-Control"]
    assert token not in _text(ada.get(ACCOUNT))
    assert f"pg_…{token[-4:]}" in _text(ada.get(ACCOUNT))
    row = ApiToken.objects.get()
    assert (row.name, row.scopes, token in row.digest) == ("CI", "read", False)
    bearer = {"Authorization": f"Bearer {token}"}
    assert Client().get("/api/v1/targets", headers=bearer).status_code == 200
    row.refresh_from_db()
    assert row.last_used is not None
    ada.post(f"/account/tokens/{row.pk}/revoke/")
    assert Client().get("/api/v1/targets", headers=bearer).status_code == 401


@pytest.mark.parametrize("data", [{"name": "", "scopes": ["read"]}, {"name": "CI"}, {"name": "CI", "scopes": ["root"]}])
def test_a_token_has_a_name_and_may_do_something(ada: Client, data: dict[str, Any]) -> None:
    assert ada.post("/account/tokens/", data).status_code == 422
    assert not ApiToken.objects.exists()


def test_tokens_are_for_those_who_signed_in(client: Client) -> None:
    assert client.post("/account/tokens/", {"name": "CI", "scopes": ["read"]}).status_code == 404


def test_a_foreign_token_cannot_be_revoked(ada: Client) -> None:
    stranger = Person.objects.create()
    ApiToken.issue(stranger)
    assert ada.post(f"/account/tokens/{ApiToken.objects.get().pk}/revoke/").status_code == 404
    assert ApiToken.objects.exists()


def _with_data() -> People:
    who = people()
    recorded(who.person, spec=replace(SPEC, url="https://api.example.com/v1/mine"))
    Variable.objects.create(person=who.person, name="region", stored="eu-1")
    secret = Variable(person=who.person, name="KEY", secret=True)
    secret.keep(SECRET)
    secret.save()
    ApiToken.issue(who.person, "CI")
    return who


def _archive(client: Client) -> dict[str, Any]:
    with ZipFile(BytesIO(b"".join(client.get("/account/data.zip")))) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def test_one_s_data_are_files_without_secrets() -> None:
    who = _with_data()
    files = _archive(who.owner)
    assert [entry["request"]["url"] for entry in files["history.har"]["log"]["entries"]] == [
        "https://api.example.com/v1/mine"
    ]
    assert {"name": "region", "value": "eu-1"} in files["environments.json"]["session"]
    assert {"name": "KEY", "secret": True} in files["environments.json"]["session"]
    assert files["account.json"]["tokens"][0]["name"] == "CI"
    everything = json.dumps(files)
    for hidden in (SECRET, Variable.objects.get(name="KEY").stored, ApiToken.objects.get().digest):
        assert hidden not in everything
    assert who.guest.get("/account/data.zip").status_code == 404
    assert "mine" not in json.dumps(_archive(who.stranger))


def test_deleting_leaves_nothing() -> None:
    who = _with_data()
    recorded(Person.objects.exclude(pk=who.person.pk).get(), spec=replace(SPEC, url="https://api.example.com/v1/mine"))
    assert who.guest.post("/account/delete/").status_code == 404
    assert "Delete everything?" in _text(who.owner.get("/account/delete/"))
    assert who.owner.post("/account/delete/").status_code == 302
    assert not Person.objects.filter(pk=who.person.pk).exists()
    assert (Run.objects.count(), Content.objects.count(), Words.objects.count()) == (1, 1, 1)
    assert Variable.objects.count() == ApiToken.objects.count() == 0
    who.stranger.post("/account/delete/")
    assert (Run.objects.count(), Blob.objects.count(), Words.objects.count()) == (0, 0, 0)


def test_an_account_is_deleted_with_its_password(ada: Client) -> None:
    assert ada.post("/account/delete/", {"password": "wrong"}).status_code == 422
    assert User.objects.exists()
    assert ada.post("/account/delete/", {"password": PASSWORD}).status_code == 302
    assert not User.objects.exists() and not Person.objects.exists()
    assert "Sign in" in _text(ada.get(ACCOUNT))


def test_a_guest_sees_the_way_to_an_account(client: Client) -> None:
    page = _text(client.get(ACCOUNT))
    assert "/account/sign-up/" in page and "/account/sign-in/" in page
    assert not Person.objects.exists()  # nothing is kept yet
