"""The code tab: how variables stand in the code, values on a click alone, clients that can make the request."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from playground import __released__
from tests.forms import fields
from tests.site import ROOT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

START = "/try/create-structured-output/"
LIVE = START + "live/"
HTMX = {"HTTP_HX_REQUEST": "true"}
SECRET = "sk-quite-secret"
ADDRESS = "https://api.example.com/v1/chat/completions"


@pytest.fixture
def form(client: Client) -> dict[str, Any]:
    page = fields(client.get(START).content.decode())
    # A server of the person's own: the key of the mock is no secret and stands in the code, which runs as it is.
    return {**page, "pane": "code", "target": "python_requests", "server": "custom", "url": ADDRESS}


@pytest.fixture
def with_secret(client: Client, form: dict[str, Any]) -> dict[str, Any]:
    """The form of a person whose key is kept."""
    client.post(START + "send/", {**form, "variable.YOUR_API_KEY": SECRET, "url": "ftp://a.test"})
    return form


def code_of(response: Any) -> str:
    found = re.search(r'<pre class="hl" id="code-text".*?>(.*?)</pre>', response.content.decode(), re.DOTALL)
    assert found is not None
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_a_key_is_looked_up_in_the_environment_unless_one_asks_otherwise(client: Client, form: dict[str, Any]) -> None:
    assert 'os.environ["YOUR_API_KEY"]' in code_of(client.post(LIVE, form, **HTMX))
    chosen = client.post(LIVE, {**form, "secrets": "placeholders"}, **HTMX)
    assert "Bearer {{YOUR_API_KEY}}" in code_of(chosen)
    assert client.cookies["secrets"].value == "placeholders"


def test_what_was_chosen_is_there_the_next_time(client: Client, form: dict[str, Any]) -> None:
    client.post(START, {**form, "secrets": "placeholders", "native": "on", "native_shown": "1"})
    page = client.get(START)
    assert "json.dumps(payload)" in code_of(page)
    assert fields(page.content.decode())["secrets"] == ["placeholders"]
    plain = {name: value for name, value in form.items() if name not in {"secrets", "native"}}
    assert "Bearer {{YOUR_API_KEY}}" in code_of(client.post(LIVE, plain, **HTMX))


@pytest.mark.parametrize(("address", "more"), [(LIVE, HTMX), (START, {})])
def test_values_stand_in_the_answer_to_the_click_and_in_no_other(
    client: Client, with_secret: dict[str, Any], address: str, more: dict[str, str]
) -> None:
    shown = client.post(address, {**with_secret, "action": "code-values"}, **more)
    assert f"Bearer {SECRET}" in code_of(shown)
    assert shown.headers["Cache-Control"] == "no-store"
    assert all(SECRET not in cookie.value for cookie in client.cookies.values())
    after = client.post(address, with_secret, **more)
    assert SECRET not in after.content.decode()
    assert SECRET not in client.get(START).content.decode()
    assert SECRET not in client.get(START, {"action": "code-values"}).content.decode()


def test_values_are_those_of_the_person(client: Client, with_secret: dict[str, Any]) -> None:
    stranger = Client()
    stranger.get(START)
    form = {**with_secret, "action": "code-values"}
    assert SECRET not in stranger.post(LIVE, form, **HTMX).content.decode()


def test_the_file_is_the_code_that_is_shown(client: Client, with_secret: dict[str, Any]) -> None:
    plain = client.post(START + "code/", with_secret)
    assert SECRET not in plain.content.decode()
    real = client.post(START + "code/", {**with_secret, "action": "code-values"})
    assert SECRET in real.content.decode()
    assert real.headers["Cache-Control"] == "no-store"


def test_native_form_is_offered_where_it_is_the_same_json(client: Client, form: dict[str, Any]) -> None:
    offered = client.post(LIVE, form, **HTMX).content.decode()
    assert 'data-testid="code-native"' in offered
    native = client.post(LIVE, {**form, "native": "on", "native_shown": "1"}, **HTMX)
    assert '"model": "gpt-4o",' in code_of(native)
    assert "'''" not in code_of(native)
    repeated = '{"model": 1, "model": 2}'
    other = client.post(LIVE, {**form, "body": repeated, "body_base": repeated}, **HTMX).content.decode()
    assert 'data-testid="code-native"' not in other
    assert (
        'data-testid="code-native"' not in client.post(LIVE, {**form, "target": "go_nethttp"}, **HTMX).content.decode()
    )


def test_the_choice_of_native_form_outlives_a_language_without_it(client: Client, form: dict[str, Any]) -> None:
    client.post(LIVE, {**form, "native": "on", "native_shown": "1"}, **HTMX)
    client.post(LIVE, {**form, "target": "go_nethttp"}, **HTMX)
    assert "json.dumps(payload)" in code_of(client.post(LIVE, form, **HTMX))
    assert "json.dumps(payload)" not in code_of(client.post(LIVE, {**form, "native_shown": "1"}, **HTMX))
    assert client.cookies["native"].value == ""


def test_an_sdk_is_offered_for_its_own_operations(client: Client, form: dict[str, Any]) -> None:
    page = client.post(LIVE, form, **HTMX).content.decode()
    assert 'data-target="python_openai"' in page
    assert 'data-target="python_anthropic"' not in page
    code = code_of(client.post(LIVE, {**form, "client": "python_openai"}, **HTMX))
    assert "client.chat.completions.create(" in code
    elsewhere = client.post(LIVE, {**form, "client": "python_openai", "url": f"{ADDRESS}/other"}, **HTMX)
    assert 'data-target="python_openai"' not in elsewhere.content.decode()
    assert "import requests" in code_of(elsewhere)


@pytest.mark.parametrize(("target", "check"), [("go_nethttp", "run"), ("swift_urlsession", "parsed")])
def test_each_client_says_how_its_code_is_checked(
    client: Client, form: dict[str, Any], target: str, check: str
) -> None:
    page = client.post(LIVE, {**form, "target": target}, **HTMX).content.decode()
    assert f'data-check="{check}"' in page
    assert f'<time datetime="{__released__}"' in page


def test_the_date_of_the_release_is_that_of_the_changelog() -> None:
    assert f"- {__released__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
