"""The request of the form against its description: each part of it, in the time of a keystroke, and in a list."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from playground.core.openapi.document import Document
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Fragment, fragment, operation
from playground.history.models import Run
from playground.workbench import checking
from playground.workbench.bodies import Merged, read
from playground.workbench.checking import check
from playground.workbench.composer import Composer, Row, from_spec, with_documented_fields
from tests.forms import fields

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "paths": {
        "/things/{id}": {
            "post": {
                "operationId": "things",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
                    {"name": "limit", "in": "query", "required": True, "schema": {"type": "integer", "maximum": 9}},
                    {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"enum": ["a", "b"]}}},
                    {"name": "X-Day", "in": "header", "required": True, "schema": {"type": "string", "format": "date"}},
                    {"name": "Authorization", "in": "header", "required": True, "schema": {"type": "string"}},
                    {"name": "c", "in": "cookie", "schema": {"type": "string", "minLength": 2}},
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"type": "object", "required": ["a"]}},
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "required": ["file", "n"],
                                "properties": {
                                    "n": {"type": "integer"},
                                    "file": {"type": "string", "format": "binary"},
                                },
                            }
                        },
                    },
                },
                "responses": {"200": {"description": ""}},
            }
        }
    },
}


def described() -> Fragment:
    document = Document(DESCRIPTION)
    return fragment(document, operation(document, "things"))


UUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
GOOD = {
    "path": (Row("0", "id", UUID),),
    "query": (Row("0", "limit", "3"),),
    "header": (Row("0", "x-day", "2026-01-31"),),
}


def marks(rows: dict[str, tuple[Row, ...]] | None = None, body: str = '{"a": 1}', **more) -> list[tuple[str, str, str]]:
    item = described()
    composer = Composer(item.operation, rows=GOOD | (rows or {}), **{"body_type": "json", "body": body, **more})
    composer = with_documented_fields(composer, item)
    merged = read(item, body, "en") if composer.body_type == "json" else Merged("")
    return [(mark.group, mark.problem.pointer, mark.problem.message) for mark in check(item, composer, merged).marks]


def test_a_request_as_described_has_no_problem():
    assert marks() == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"path": (Row("0", "id", "x"),)}, ("path", "/id", "Should have the format uuid.")),
        ({"path": (Row("0", "id", ""),)}, ("path", "/id", "id is required.")),
        ({"query": ()}, ("query", "/limit", "limit is required.")),
        ({"query": (Row("0", "limit", "3", enabled=False),)}, ("query", "/limit", "limit is required.")),
        ({"query": (Row("0", "limit", "10"),)}, ("query", "/limit", "Should be 9 or less.")),
        ({"query": (Row("0", "limit", "many"),)}, ("query", "/limit", "Should be integer, not string.")),
        (
            {"query": (Row("0", "limit", "1"), Row("1", "tags", "a"), Row("2", "tags", "c"))},
            ("query", "/tags/1", "Should be one of: a, b."),
        ),
        ({"header": (Row("0", "X-Day", "soon"),)}, ("header", "/X-Day", "Should have the format date.")),
        ({"cookie": (Row("0", "c", "x"),)}, ("cookie", "/c", "Too short: 1 of at least 2 characters.")),
    ],
)
def test_each_parameter_is_read_as_its_schema_says(rows, expected):
    assert marks(rows) == [expected]


def test_a_variable_is_never_wrong():
    assert marks({"query": (Row("0", "limit", "{{LIMIT}}"),), "path": (Row("0", "id", "{{ID}}"),)}) == []


def test_the_body_is_checked_by_what_it_is_sent_as():
    assert marks(body="{}") == [("body", "/a", "a is required.")]
    assert marks(body_type="none") == [("body", "", "A body is required: application/json, multipart/form-data.")]
    said = ("body", "", "The body is sent as text/plain. Documented: application/json, multipart/form-data.")
    assert marks(body_type="text") == [said]
    by_hand = {"header": (*GOOD["header"], Row("1", "Content-Type", "text/plain; charset=utf-8"))}
    assert marks(by_hand) == [said]


def test_the_fields_of_a_form_are_checked():
    rows = {"part": (Row("0", "n", "x"), Row("1", "file", is_file=True, file_name="a.txt"))}
    assert marks(rows, body_type="multipart") == [("part", "/n", "Should be integer, not string.")]
    assert marks({"part": (Row("0", "n", "1"),)}, body_type="multipart") == [("part", "/file", "file is required.")]


def test_a_hurried_check_leaves_what_takes_time_for_later(monkeypatch):
    item = described()
    long = json.dumps({"a": ["x" * 10] * 7000})
    composer = Composer(item.operation, rows=GOOD, body_type="json", body=long)
    hurried = check(item, composer, read(item, long, "en"), hurried=True)
    assert hurried.unfinished and hurried.marks == ()
    monkeypatch.setattr(checking, "HURRIED_SECONDS", -1.0)
    short = replace_body(composer, "{}")
    assert check(item, short, read(item, "{}", "en"), hurried=True).unfinished
    assert not check(item, short, read(item, "{}", "en")).unfinished


def replace_body(composer: Composer, body: str) -> Composer:
    return Composer(composer.operation, rows=composer.rows, body_type="json", body=body)


@pytest.mark.usefixtures("catalog")
@pytest.mark.django_db
def test_no_example_of_the_catalog_has_a_problem():
    from playground.catalog.models import OperationRow
    from playground.catalog.services import page

    found = {}
    for key in OperationRow.objects.values_list("key", flat=True):
        item = page(key)
        spec = example_spec(item.operation, "https://api.example.com", document=item.document)
        composer = with_documented_fields(from_spec(item.operation, spec, {}), item)
        merged = read(item, composer.body, "en") if composer.body_type == "json" else Merged("")
        said = [
            (mark.group, mark.problem.pointer, mark.problem.message) for mark in check(item, composer, merged).marks
        ]
        found |= {key: said} if said else {}
    assert found == {}


# On the page

START = "/try/create-structured-output/"


@pytest.fixture
def form(client: Client, catalog: None) -> dict[str, Any]:
    return fields(client.get(START).content.decode())


def post(client: Client, form: dict[str, Any], path: str = "live/", **change: Any) -> str:
    return client.post(START + path, {**form, **change}, HTTP_HX_REQUEST="true").content.decode()


def test_a_keystroke_answers_with_the_list_and_its_count(client: Client, form: dict[str, Any]) -> None:
    assert '<span id="problem-count" class="problem-count" hx-swap-oob="true"></span>' in post(client, form)
    text = post(client, form, **{"at:/messages/0/role": "nobody"})
    assert ">1 problem</span>" in text
    assert re.search(r'data-mark data-group="body" data-pointer="/messages/0/role"', text)


def test_what_took_too_long_is_asked_for_by_the_page(client: Client, form: dict[str, Any], monkeypatch) -> None:
    monkeypatch.setattr(checking, "HURRIED_SECONDS", -1.0)
    hurried = post(client, form, body='{"model": 77}')
    assert f'hx-post="{START}problems/" hx-trigger="load' in hurried
    later = post(client, form, "problems/", body='{"model": 77}')
    assert "hx-trigger" not in later and 'data-pointer="/model"' in later and 'id="problem-list"' in later


def test_without_a_script_the_whole_check_is_in_the_page(client: Client, form: dict[str, Any], monkeypatch) -> None:
    monkeypatch.setattr(checking, "HURRIED_SECONDS", -1.0)
    page = client.post(START, {**form, "body": '{"model": 78}'}).content.decode()
    assert 'data-group="body" data-pointer="/model"' in page


def test_problems_hinder_nobody(client: Client, form: dict[str, Any]) -> None:
    sent = client.post(START + "send/", {**form, "body": '{"model": 1}'}, HTTP_HX_REQUEST="true")
    assert sent.status_code == 200 and 'id="response"' in sent.content.decode() and Run.objects.count() == 1
