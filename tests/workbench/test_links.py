"""Addresses that fill the form, and the form as an address."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from playground.accounts.models import Person
from playground.environments.models import Environment, Variable
from playground.environments.services import set_variable
from playground.history.models import Run
from tests.forms import fields
from tests.people import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

START = "/try/create-structured-output/"
MODEL = "/try/retrieve-model/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def text_of(response: Any) -> str:
    return response.content.decode()


def opened(client: Client, path: str, *pairs: tuple[str, str]) -> tuple[dict[str, list[str]], str]:
    """The fields of the form that an address opens, and the note beside it."""
    text = text_of(client.get(f"{path}?{urlencode(pairs)}"))
    note = re.search(r'data-testid="linked">(.*?)</div>', text, re.DOTALL)
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", note[1])).split()) if note else ""
    return fields(text), words


def rows(form: dict[str, list[str]], group: str) -> list[tuple[str, str, bool]]:
    return [
        (form[f"{group}.{number}.name"][0], form[f"{group}.{number}.value"][0], f"{group}.{number}.on" in form)
        for number in form.get(f"row.{group}", [])
    ]


def test_every_part_of_the_form_can_be_filled_in(client: Client) -> None:
    form, note = opened(
        client,
        MODEL,
        ("path[model]", "gpt-x"),
        ("query[a]", "1"),
        ("query[a]", "2"),
        ("header[accept]", "text/plain"),
        ("header[X-New]", "b"),
        ("cookie[c]", "d"),
        ("method", "PUT"),
        ("url", "/v1/other/{model}"),
        ("body", "plain words"),
    )
    assert rows(form, "path") == [("model", "gpt-x", True)]
    assert rows(form, "query") == [("a", "1", True), ("a", "2", True)]
    assert ("Accept", "text/plain", True) in rows(form, "header")
    assert ("X-New", "b", True) in rows(form, "header")
    assert rows(form, "cookie") == [("c", "d", True)]
    assert (form["method"], form["url"], form["body"]) == (["PUT"], ["/v1/other/{model}"], ["plain words"])
    assert "Filled in by the link: method, url, body, path model, query a, header accept, header X-New" in note
    assert "Nothing is sent before you press Send" in note
    assert not Run.objects.exists()
    assert not Person.objects.exists()


def test_the_form_of_params_is_read_too(client: Client) -> None:
    params = {"query": [["a", "1"], ["b", 2]], "header": [["X-A", "b"]], "body": [["model", "other"], ["n", 3]]}
    form, note = opened(client, START, ("params", json.dumps(params)))
    assert rows(form, "query") == [("a", "1", True), ("b", "2", True)]
    body = json.loads(form["body"][0])
    assert (body["model"], body["n"], len(body["messages"])) == ("other", 3, 2)
    assert "body model" in note
    form, _ = opened(client, START, ("params", json.dumps({"body": '{"model": "whole"}'})))
    assert form["body"] == ['{"model": "whole"}']


def test_members_of_a_form_are_its_rows(client: Client) -> None:
    form, _ = opened(client, "/try/create-transcription/", ("body[model]", "other"), ("body[x]", "y"))
    assert ("model", "other", True) in rows(form, "part")
    assert ("x", "y", True) in rows(form, "part")


@pytest.mark.parametrize(
    "name",
    ["header[Authorization]", "header[X-API-Key]", "header[cookie]", "query[api_key]", "query[key]", "cookie[token]"],
)
def test_what_carries_a_key_is_left_out_and_the_note_says_so(client: Client, name: str) -> None:
    usual = fields(text_of(client.get(START)))
    form, note = opened(client, START, (name, "Bearer of-somebody-else"))
    assert "of-somebody-else" not in str({**form, "next": ""})
    assert rows(form, "header") == rows(usual, "header")
    group, _, rest = name.partition("[")
    assert f"Left out: {group} {rest[:-1]} (your own key is used)" in note


def test_a_link_gives_values_only_to_names_that_have_none(client: Client) -> None:
    person = Person.objects.create()
    set_variable(person, "HAS", "own-secret", secret=True)
    mine = client_of(person)
    pairs = (
        ("header[X-A]", "{{HAS}} {{LACKS}}"),
        ("env[HAS]", "evil"),
        ("environment[LACKS]", "given"),
        ("env[Z]", "1"),
    )
    form, note = opened(mine, START, *pairs)
    assert form["variable.LACKS"] == ["given"]
    assert "variable.HAS" not in form
    assert "Left out: env HAS (you have a value of your own)" in note
    assert "Left out: env Z (the request does not use it)" in note
    assert Variable.objects.get().open() is not None
    assert Variable.objects.count() == 1  # nothing is kept before a click


def test_to_another_server_no_key_goes_along(client: Client) -> None:
    person = Person.objects.create()
    set_variable(person, "HAS", "own-secret", secret=True)
    mine = client_of(person)
    pairs = (("url", "https://user@evil.example/x"), ("header[X-A]", "{{HAS}}"), ("body", "{{HAS}}"), ("query[q]", "1"))
    form, note = opened(mine, START, *pairs)
    on = {name for name, _value, is_on in rows(form, "header") if is_on}
    assert "Authorization" not in on
    assert "X-A" not in on
    assert rows(form, "query") == [("q", "1", True)]
    assert "It goes to evil.example, which is no server of this API" in note
    assert "Switched off, so that it does not get your key: Authorization, X-A" in note
    assert "It would take along your values of HAS" in note


@pytest.mark.parametrize("url", ["https://api.example.com@evil.example/", "https://api.example.com.evil.example/x"])
def test_an_address_that_looks_like_a_server_of_the_api_is_none(client: Client, url: str) -> None:
    _, note = opened(client, START, ("url", url))
    assert "evil.example, which is no server of this API" in note


def test_a_server_of_the_person_s_own_is_no_stranger(client: Client) -> None:
    person = Person.objects.create()
    Environment.objects.create(person=person, name="Mine", server="https://mine.example")
    _, note = opened(client_of(person), START, ("url", "https://mine.example/x"))
    assert "Filled in by the link: url" in note
    assert "no server of this API" not in note


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"query[a]": "x" * 7_000}, "too long"),
        ({"params": "{not json"}, "not JSON as it should be"),
        ({"params": '{"elsewhere": [["a", "b"]]}'}, "not JSON as it should be"),
        ({"params": '{"query": [["a"]]}'}, "not JSON as it should be"),
        ({"params": "[" * 2_000}, "not JSON as it should be"),
        ({"method": "NO SPACE"}, "not one word"),
        ({f"query[{number}]": "1" for number in range(101)}, "more than 100 rows"),
    ],
)
def test_a_link_that_cannot_be_read_is_said_with_400(client: Client, query: dict[str, str], sentence: str) -> None:
    usual = fields(text_of(client.get(START)))
    answer = client.get(f"{START}?{urlencode(query)}")
    assert answer.status_code == 400
    assert sentence in text_of(answer)
    assert fields(text_of(answer))["body"] == usual["body"]


@pytest.mark.parametrize(
    "query",
    [
        "query[]=1",
        "path[nothing]=1",
        "header[a b]=1",
        "header[X]=a%0Ab",
        "body[a]=%ff",
        "url=%00",
        "off=x",
        "off=header:Q",
    ],
)
def test_odd_links_draw_a_page(client: Client, query: str) -> None:
    assert client.get(f"{START}?{query}").status_code == 200


def test_other_parameters_are_no_link(client: Client) -> None:
    assert opened(client, START, ("utm_source", "a"), ("q", "chat"))[1] == ""


def test_no_text_of_a_link_becomes_a_tag(client: Client) -> None:
    nasty = '"><script>alert(1)</script>'
    pairs = [(f"{group}[{nasty}]", nasty) for group in ("query", "header", "cookie", "path", "env", "body")]
    text = text_of(
        client.get(f"{START}?{urlencode([*pairs, ('url', 'https://e.example/' + nasty), ('server', nasty)])}")
    )
    assert "<script>alert" not in text


# The form as an address


def link_of(client: Client, path: str, form: dict[str, Any]) -> str:
    answer = client.post(path + "link/", form, **HTMX)
    assert answer.status_code == 200, text_of(answer)
    return fields(text_of(answer)).get("", [""])[0] or unescape(re.findall(r'value="([^"]*)"', text_of(answer))[0])


def changed(form: dict[str, Any]) -> dict[str, Any]:
    number = form["row.header"][0]
    rest = [key for key in form if key != f"header.{number}.on"]
    return {key: form[key] for key in rest} | {
        "row.query": ["0"],
        "query.0.name": "a&b",
        "query.0.value": "1 + 1 = 二",
        "query.0.on": "on",
        "method": "PUT",
        "url": "/v1/elsewhere",
        "body": '{"model": "x", "text": "a\\nb"}',
    }


def test_the_form_comes_back_from_its_address(client: Client) -> None:
    form = changed(fields(text_of(client.get(START))))
    address = link_of(client, START, form)
    assert address.startswith("http://testserver" + START + "?")
    again = fields(text_of(client.get(address)))
    for name in ("method", "url", "server", "body"):
        assert again[name] == ([form[name]] if isinstance(form[name], str) else form[name]), name
    for group in ("header", "query", "cookie", "path"):
        wanted = [row for row in rows({**form, **_listed(form)}, group) if row[0]]
        assert rows(again, group) == wanted, group


def _listed(form: dict[str, Any]) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in form.items()}


def test_a_form_as_documented_has_a_plain_address(client: Client) -> None:
    form = fields(text_of(client.get(START)))
    assert link_of(client, START, form) == "http://testserver" + START
    assert client.post(START + "link/", form)["Location"] == START


def test_no_secret_stands_in_an_address(client: Client) -> None:
    form = fields(text_of(client.get(START)))
    secret = "sk-typed-0123456789"
    more = {
        "row.header": ["8", "9"],
        "header.8.name": "Authorization",
        "header.8.value": f"Bearer {secret}",
        "header.8.on": "on",
        "header.9.name": "X-Note",
        "header.9.value": f"it is {secret}",
        "header.9.on": "on",
        "url": f"/v1/x?api_key={secret}",
    }
    address = link_of(client, START, {**form, **more})
    assert "0123456789" not in address
    assert "X-Note" in address


def test_what_an_address_cannot_hold_is_said(client: Client) -> None:
    form = fields(text_of(client.get(START)))
    answer = client.post(START + "link/", {**form, "body": "x" * 9_000, "body_type": "text"}, **HTMX)
    assert answer.status_code == 422
    assert "too much for an address" in text_of(answer)
