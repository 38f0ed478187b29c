"""The page of environments: kept, chosen, and nobody else's."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from playground.accounts.models import Person
from playground.environments.models import Environment, Variable
from tests.forms import fields

pytestmark = pytest.mark.django_db

LIST = "/environments/"
PRODUCTION = "/environments/production/"
START = "/try/create-structured-output/"


def _text(response: Any) -> str:
    return response.content.decode()


def _save(client: Client, url: str, **more: str) -> Any:
    """The form as the page shows it, with some of its fields changed."""
    form = fields(_text(client.get(url)))
    return client.post(url, {**form, "action": "save", **more})


def _made(client: Client, name: str = "Staging") -> str:
    return client.post("/environments/add/", {"name": name}).url


def test_everybody_has_mock_and_production_before_anything_is_kept(client: Client) -> None:
    page = _text(client.get(LIST, follow=True))
    assert "Mock" in page and "Production" in page
    assert "mock-key" in page
    assert Environment.objects.count() == 0
    assert not Person.objects.exists()


def test_a_variable_is_kept_and_shown_again_unless_it_is_secret(client: Client) -> None:
    answer = _save(client, PRODUCTION, **{"row.new.name": "region", "row.new.value": "eu-1"})
    assert answer.status_code == 302
    page = _text(client.get(PRODUCTION))
    assert 'value="eu-1"' in page
    secret = "sk-hush-0123456789abcd"
    _save(client, PRODUCTION, **{"row.new.name": "KEY", "row.new.value": secret, "row.new.secret": "on"})
    page = _text(client.get(PRODUCTION))
    assert secret not in page
    assert "sk-…abcd" in page
    assert secret not in Variable.objects.get(name="KEY").stored


def test_an_empty_value_leaves_a_secret_as_it_is_also_where_its_name_changes(client: Client) -> None:
    _save(client, PRODUCTION, **{"row.new.name": "KEY", "row.new.value": "sk-hush", "row.new.secret": "on"})
    row = Variable.objects.get()
    answer = _save(client, PRODUCTION, **{f"row.{row.pk}.name": "OTHER"})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.name, getattr(row.open(), "value", "")) == ("OTHER", "sk-hush")


def test_a_secret_is_not_made_visible_without_being_typed_again(client: Client) -> None:
    _save(client, PRODUCTION, **{"row.new.name": "KEY", "row.new.value": "sk-hush", "row.new.secret": "on"})
    row = Variable.objects.get()
    form = fields(_text(client.get(PRODUCTION)))
    form.pop(f"row.{row.pk}.secret")
    answer = client.post(PRODUCTION, {**form, "action": "save"})
    assert answer.status_code == 422
    assert "sk-hush" not in _text(answer)
    assert Variable.objects.get().secret


def test_names_may_change_places(client: Client) -> None:
    for name in ("a", "b"):
        _save(client, PRODUCTION, **{"row.new.name": name, "row.new.value": f"of {name}"})
    one, two = Variable.objects.order_by("name")
    _save(client, PRODUCTION, **{f"row.{one.pk}.name": "b", f"row.{two.pk}.name": "a"})
    assert dict(Variable.objects.values_list("name", "stored")) == {"b": "of a", "a": "of b"}


@pytest.mark.parametrize("name", ["1a", "a b", "$uuid", "{{a}}", "a}}"])
def test_what_is_no_name_is_said_beside_it_and_nothing_typed_is_lost(client: Client, name: str) -> None:
    answer = _save(client, PRODUCTION, **{"row.new.name": name, "row.new.value": "typed value"})
    assert answer.status_code == 422
    assert "A name begins with" in _text(answer)
    assert "typed value" in _text(answer)
    assert Variable.objects.count() == 0


def test_a_row_is_added_without_a_script_and_nothing_typed_is_lost(client: Client) -> None:
    form = fields(_text(client.get(PRODUCTION)))
    page = _text(client.post(PRODUCTION, {**form, "row.new.name": "half", "action": "row-add"}))
    assert 'value="half"' in page
    assert len(fields(page)["row"]) == 2


def test_a_variable_and_an_environment_are_removed(client: Client) -> None:
    url = _made(client)
    _save(client, url, **{"row.new.name": "a", "row.new.value": "1"})
    row = Variable.objects.get()
    _save(client, url, **{f"row.{row.pk}.remove": "on"})
    assert Variable.objects.count() == 0
    assert client.get(url + "delete/").status_code == 200
    client.post(url + "delete/")
    assert Environment.objects.count() == 0


def test_a_copy_has_all_variables_and_is_one_of_its_own(client: Client) -> None:
    url = _made(client)
    _save(client, url, **{"row.new.name": "KEY", "row.new.value": "sk-hush", "row.new.secret": "on"})
    copy = client.post(url + "duplicate/").url
    assert "Staging (copy)" in _text(client.get(copy))
    assert Variable.objects.filter(name="KEY").count() == 2
    client.post(url + "delete/")
    assert getattr(Variable.objects.get().open(), "value", "") == "sk-hush"


def test_there_are_not_more_environments_than_may_be(client: Client, monkeypatch) -> None:
    monkeypatch.setattr("playground.environments.views.MAX_ENVIRONMENTS", 1)
    _made(client)
    answer = client.post("/environments/add/", {"name": "one too many"})
    assert answer.status_code == 422
    assert "delete one first" in _text(answer)


def test_strangers_find_nothing(client: Client) -> None:
    url = _made(client)
    for stranger in (Client(), _someone()):
        assert stranger.get(url).status_code == 404
        assert stranger.post(url, {"name": "mine now"}).status_code == 404
        assert stranger.post(url + "duplicate/").status_code == 404
        assert stranger.get(url + "delete/").status_code == 404
        assert stranger.post(url + "delete/").status_code == 404
        key = url.split("/")[2]
        assert stranger.post("/environments/choose/", {"environment": key}).status_code == 404
    assert Environment.objects.filter(name="Staging").count() == 1


def _someone() -> Client:
    other = Client()
    other.post("/environments/add/", {"name": "other"})
    return other


def test_a_chosen_environment_that_is_a_strangers_gives_nothing(client: Client, catalog: None) -> None:
    url = _made(client)
    _save(client, url, **{"row.new.name": "region", "row.new.value": "of the owner"})
    stranger = _someone()
    stranger.cookies["environment"] = url.split("/")[2]
    names = stranger.get(reverse("environments:names_read")).json()
    assert "region" not in names


def test_choosing_leads_back_to_this_site_alone(client: Client) -> None:
    answer = client.post("/environments/choose/", {"environment": "production", "next": "https://evil.test/"})
    assert answer.url == "/"
    answer = client.post("/environments/choose/", {"environment": "production", "next": "/history/"})
    assert answer.url == "/history/"
    assert client.cookies["environment"].value == "production"


def test_the_environment_chooses_the_server_of_the_form(client: Client, catalog: None) -> None:
    url = _made(client)
    _save(client, url, server="https://staging.test/base")
    key = url.split("/")[2]
    form = fields(_text(client.get(START)))
    assert form["server"] == ["mock"]
    page = client.post(START, {**form, "action": f"environment:{key}"})
    assert fields(_text(page))["server"] == ["https://staging.test/base"]
    assert client.cookies["environment"].value == key
    assert fields(_text(client.get(START)))["server"] == ["https://staging.test/base"]


def test_variables_of_the_chosen_environment_fill_the_request_and_those_of_the_session_are_stronger(
    client: Client, catalog: None
) -> None:
    _save(client, PRODUCTION, **{"row.new.name": "region", "row.new.value": "from-production"})
    form = {**fields(_text(client.get(START))), "url": "/{{region}}/x", "pane": "preview"}
    assert "{{region}}" in _text(client.post(START + "live/", form))
    live = _text(client.post(START + "live/", {**form, "action": "environment:production"}))
    assert "/from-production/x" in live
    assert 'id="server"' in live and 'id="environment-menu"' in live
    _save(client, "/environments/session/", **{"row.new.name": "region", "row.new.value": "from-session"})
    assert "/from-session/x" in _text(client.post(START + "live/", form))


def test_two_keys_typed_one_after_the_other_stay_two(client: Client, catalog: None) -> None:
    form = fields(_text(client.get(START)))
    header = next(name for name, value in form.items() if value == ["Bearer {{YOUR_API_KEY}}"])
    for key in ("sk-the-first-key", "sk-the-second-key", "sk-the-first-key"):
        assert (
            client.post(START + "send/", {**form, header: f"Bearer {key}"}, HTTP_HX_REQUEST="true").status_code == 200
        )
    names = sorted(Variable.objects.values_list("name", flat=True))
    assert names == ["YOUR_API_KEY", "YOUR_API_KEY_2"]


def test_a_typed_key_is_in_neither_preview_nor_code(client: Client, catalog: None) -> None:
    form = fields(_text(client.get(START)))
    header = next(name for name, value in form.items() if value == ["Bearer {{YOUR_API_KEY}}"])
    for pane in ("preview", "code"):
        live = _text(client.post(START + "live/", {**form, header: "Bearer sk-typed-in-full", "pane": pane}))
        assert "sk-typed-in-full" not in live
        assert "YOUR_API_KEY" in live


def test_an_ephemeral_secret_needs_the_cookie_that_ends_with_the_browser(client: Client) -> None:
    _save(
        client,
        "/environments/session/",
        **{"row.new.name": "KEY", "row.new.value": "sk-brief", "row.new.ephemeral": "on"},
    )
    cookie = client.cookies["session_key"]
    assert cookie["httponly"] and not cookie["max-age"] and not cookie["expires"]
    assert client.get(reverse("environments:names_read")).json()["KEY"]["secret"]
    del client.cookies["session_key"]
    assert "KEY" not in client.get(reverse("environments:names_read")).json()
    page = _text(client.get("/environments/session/"))
    assert "kept in another browser session" in page
    assert not re.search("sk-brief", page)


def test_the_key_of_the_mock_is_offered_where_the_environment_leads_to_it(client: Client) -> None:
    names = reverse("environments:names_read")
    assert client.get(names).json()["YOUR_API_KEY"]["value"] == "mock-key"
    client.post(reverse("environments:environment_choose"), {"environment": "production"})
    assert "YOUR_API_KEY" not in client.get(names).json()
    _save(client, PRODUCTION, server="mock")
    assert client.get(names).json()["YOUR_API_KEY"]["value"] == "mock-key"
    assert "mock-key" in _text(client.get(PRODUCTION))
