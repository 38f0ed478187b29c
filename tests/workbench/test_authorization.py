"""The Authorization tab: what a description asks for, and one variable for each of its schemes."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from playground.catalog.services import SHIPPED, load
from playground.environments.models import Variable
from playground.history.models import Content, Run
from playground.history.services import spec_of
from tests.forms import fields
from tests.workbench.secured import SECURED

pytestmark = pytest.mark.django_db

KEY = "sk-hush-0123456789abcd"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def _secured() -> None:
    load(SHIPPED, SECURED)


def _text(response: Any) -> str:
    return str(response.content.decode())


def _form(client: Client, key: str) -> dict[str, Any]:
    return fields(_text(client.get(f"/try/{key}/")))


def _preview(client: Client, key: str, form: dict[str, Any]) -> str:
    """The message of the preview as text."""
    answer = _text(client.post(f"/try/{key}/live/", form, **HTMX))
    found = re.search(r'<pre[^>]*data-testid="preview"[^>]*>(.*?)</pre>', answer, re.DOTALL)
    assert found is not None
    return unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_alternatives_are_a_choice_and_several_schemes_several_fields(client: Client) -> None:
    page = _text(client.get("/try/both/"))
    assert re.findall(r'<option value="(security:\d)"( selected)?>([^<]*)<', page) == [
        (
            "security:0",
            " selected",
            "User name and password (Basic) in the header Authorization + API key in the cookie sid",
        ),
        ("security:1", "", "Bearer token in the header Authorization"),
    ]
    assert re.findall(r'data-with="([^"]*)" data-testid="key-field" data-scheme="(\w+)"', page) == [
        ("0", "account"), ("0", "cookieKey"), ("1", "token"), ("rows", "tls"),
    ]  # fmt: skip
    assert "Of your account page" in page
    assert 'name="variable.account"' in page and 'name="user_variable.account.username"' in page


def test_each_scheme_goes_where_it_is_documented(client: Client) -> None:
    form = {**_form(client, "both"), "user_variable.account.username": "ann", "server": "https://plain.example.com"}
    form = {**form, "variable.account": "pw-hush", "variable.cookieKey": KEY}
    message = _preview(client, "both", form)
    assert "Authorization: Basic {{BASIC_CREDENTIALS}}" in message
    assert "Cookie: sid={{cookieKey}}" in message
    other = _preview(client, "both", {**form, "auth_kind": "security:1"})
    assert "Authorization: Bearer {{token}}" in other and "Cookie" not in other
    assert "GET /query?api_key={{queryKey}} HTTP/1.1" in _preview(
        client, "query", _form(client, "query") | {"server": "https://plain.example.com"}
    )
    assert "Authorization: {{digest}}" in _preview(
        client, "digest", _form(client, "digest") | {"server": "https://plain.example.com"}
    )
    assert "Authorization" not in _preview(client, "open", _form(client, "open"))


def test_a_key_is_entered_once_for_every_endpoint_of_its_scheme(client: Client) -> None:
    client.post("/try/one/send/", {**_form(client, "one"), "variable.token": KEY})
    row = Variable.objects.get()
    assert (row.name, row.secret, row.environment) == ("token", True, None)
    page = _text(client.get("/try/other/"))
    assert "sk-…abcd" in page and KEY not in page
    run = Run.objects.get()
    assert spec_of(run).auth[0].value == "{{token}}"
    assert KEY not in "".join(str(row) for row in Content.objects.values_list())


def test_several_keys_leave_together_and_none_is_stored_with_the_request(client: Client) -> None:
    form = {**_form(client, "both"), "user_variable.account.username": "ann"}
    client.post("/try/both/send/", {**form, "variable.account": "pw-hush", "variable.cookieKey": KEY})
    assert {row.name: row.secret for row in Variable.objects.all()} == {
        "account": True, "account.username": False, "cookieKey": True,
    }  # fmt: skip
    run = Run.objects.get()
    assert [(item.kind, item.username, item.value) for item in spec_of(run).auth] == [
        ("basic", "{{account.username}}", "{{account}}"),
        ("apiKey", "", "{{cookieKey}}"),
    ]
    again = _form_of_run(client, run)
    assert again["auth_kind"] == ["security:0"]
    assert again["user_variable.account.username"] == ["ann"]


def _form_of_run(client: Client, run: Run) -> dict[str, Any]:
    return fields(_text(client.get(f"/?run={run.pk}")))


def test_a_key_may_count_in_one_environment_alone(client: Client) -> None:
    client.post("/try/one/send/", {**_form(client, "one"), "variable.token": "sk-of-the-session-0123"})
    client.cookies["environment"] = "production"
    form = {**_form(client, "one"), "server": "mock", "keep_in": "environment", "variable.token": KEY}
    client.post("/try/one/send/", form)
    row = Variable.objects.get()
    assert row.environment is not None and row.environment.kind == "production"
    own = {"auth_kind": "bearer", "auth_value": "sk-typed-as-ones-own-9876"}
    client.post("/try/one/send/", {**form, "variable.token": "", **own})
    assert {row.environment.kind for row in Variable.objects.all() if row.environment} == {"production"}
    assert Variable.objects.count() == 2
    assert "sk-…abcd" in _text(client.get("/try/other/"))
    client.cookies["environment"] = "mock"
    assert "sk-…abcd" not in _text(client.get("/try/other/"))


def test_where_a_row_carries_the_key_the_tab_says_so_and_leads_there(client: Client) -> None:
    page = _text(client.get("/try/listed/"))
    assert '<label class="tab-link" for="tab-headers">' in page
    assert 'name="variable.MY_KEY"' in page
    form = _form(client, "listed")
    assert form["auth_kind"] == [""]
    form["server"] = "https://plain.example.com"
    assert "X-Key: {{MY_KEY}}" in _preview(client, "listed", form)
    other = _preview(client, "listed", {**form, "auth_kind": "security:1"})
    assert "Authorization: Bearer {{token}}" in other
    assert "X-Key" not in other


def test_ones_own_choice_stays_and_nothing_is_one(client: Client) -> None:
    form = {**_form(client, "one"), "server": "https://plain.example.com"}
    own = {**form, "auth_kind": "apiKey", "auth_name": "X-Own", "auth_value": "{{mine}}", "auth_location": "header"}
    message = _preview(client, "one", own)
    assert "X-Own: {{mine}}" in message and "Authorization" not in message
    assert "Authorization" not in _preview(client, "one", {**form, "auth_kind": ""})
    assert "Authorization" not in _preview(client, "one", {**form, "auth_kind": "security:7"})


def test_what_opens_the_mock_is_nobodys_user_name(client: Client) -> None:
    form = _form(client, "both")
    assert form["user_variable.account.username"] == [""]
    client.post("/try/both/send/", {**form, "server": "https://plain.example.com", "variable.account": "pw-hush"})
    assert [row.name for row in Variable.objects.all()] == ["account"]


def test_the_mock_opens_with_the_keys_of_every_scheme(client: Client) -> None:
    for key in ("one", "both", "query", "digest"):
        page = _text(client.get(f"/try/{key}/"))
        assert 'data-testid="missing-variable"' not in page
    client.cookies["environment"] = "production"
    assert 'data-name="token"' in _text(client.get("/try/one/"))


# Variables of servers


SERVER = "https://{region}.example.com/{base}"


def test_a_server_with_variables_can_be_chosen_and_they_have_their_defaults(client: Client) -> None:
    page = _text(client.get("/try/open/"))
    assert "/relative" not in page
    form = {**_form(client, "open"), "server": SERVER}
    assert form["server_variable.1.region"] == ["eu"]
    assert "Host: eu.example.com" in _preview(client, "open", form)
    assert "GET /v1/open HTTP/1.1" in _preview(client, "open", form)
    us = {**form, "server_variable.1.region": "us", "server_variable.1.base": "v2"}
    assert "Host: us.example.com" in _preview(client, "open", us)
    assert "GET /v2/open HTTP/1.1" in _preview(client, "open", us)


def test_what_was_chosen_for_a_server_is_kept_and_its_defaults_are_not(client: Client) -> None:
    form = {**_form(client, "open"), "server": SERVER, "server_variable.1.region": "us"}
    client.post("/try/open/send/", form)
    assert [(row.name, row.stored, row.secret) for row in Variable.objects.all()] == [("region", "us", False)]
    run = Run.objects.get()
    assert spec_of(run).url == "https://{{region}}.example.com/{{base}}/open"
    assert run.failure and "us.example.com" in str(run.failure)
    again = _form_of_run(client, run)
    assert again["server"] == [SERVER]
    assert again["server_variable.1.region"] == ["us"]


def test_the_environment_says_what_a_server_variable_is(client: Client) -> None:
    client.get("/")
    page = fields(_text(client.get("/environments/production/")))
    client.post(
        "/environments/production/", {**page, "action": "save", "row.new.name": "region", "row.new.value": "ap"}
    )
    client.cookies["environment"] = "production"
    form = {**_form(client, "open"), "server": SERVER}
    assert form["server_variable.1.region"] == ["ap"]
    assert "Host: ap.example.com" in _preview(client, "open", form)


def test_the_variables_of_servers_are_offered_while_one_types(client: Client) -> None:
    names = client.get("/try/open/names/").json()
    assert (names["region"]["value"], names["region"]["from"]) == ("eu", "documentation")
    assert names["YOUR_API_KEY"]["from"] == "built-in mock"
    assert client.get("/try/nothing/names/").status_code == 404
