"""Operators publish an API description to everybody, replace it, and take it back."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from playground.catalog import admin as room
from playground.catalog.models import Description, OperationRow
from tests.catalog.test_apis import HOSTILE, is_clean

pytestmark = pytest.mark.django_db

ADD = "/admin/catalog/description/add/"
DOCUMENT = b"""
openapi: 3.1.0
info: {title: Small, version: '1'}
paths: {/things: {get: {operationId: listThings, responses: {'200': {description: OK}}}}}
"""


@pytest.fixture
def operator(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("root"))
    return client


def publish(client: Client, text: bytes, key: str = "small", url: str = ADD, **more: str) -> HttpResponse:
    file = SimpleUploadedFile("openapi.yaml", text)
    return client.post(url, {"key": key, "document": file, "published": "on", **more})


def paths(key: str = "small") -> list[str]:
    return [row.path for row in OperationRow.objects.filter(description__key=key)]


def change_url(key: str = "small") -> str:
    return f"/admin/catalog/description/{Description.objects.get(key=key).pk}/change/"


def test_a_description_is_published(operator: Client) -> None:
    assert publish(operator, DOCUMENT).status_code == 302
    assert paths() == ["/things"]
    assert "/apis/small/docs/" in operator.get("/admin/catalog/description/").content.decode()
    assert Client().get("/apis/small/docs/list-things/").status_code == 200


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "Choose the document|empty"),
        (b"{", "not valid"),
        (b"openapi: 3.1.0\nx: [", ", line "),
        (b"a: 100%", "The field openapi is missing."),
        (b"swagger: '2.0'", "Convert it to OpenAPI 3.0 or 3.1 first."),
        (b"\xff", "not UTF-8 (byte 0)"),
        (b"[]", "It begins with openapi: 3.1.0."),
        (
            b"openapi: 3.1.0\npaths: {/a: {get: {parameters: [{in: query}]}}}",
            "Place: #/paths/~1a/get",
        ),
        (b"openapi: 3.1.0\npaths: {/a: {$ref: '#/paths/~1b'}}", "points to nothing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_nothing_is_kept(operator: Client, text: bytes, said: str) -> None:
    answer = publish(operator, text)
    html = answer.content.decode().replace("&#x27;", "'")
    assert answer.status_code == 200 and any(each in html for each in said.split("|")), html
    assert not Description.objects.filter(key="small").exists()


def test_a_document_that_is_too_large_is_not_read(operator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MAX_BYTES", 100)
    assert "too large" in publish(operator, DOCUMENT).content.decode()


@pytest.mark.parametrize(
    "broken",
    [
        {"info": []},
        {"info": {"title": ["x"], "version": {"a": 1}, "x-title-en": 3}},
        {"servers": "https://a.example"},
        {"servers": [1, {"url": 5}, {}]},
        {"tags": "a"},
        {"tags": [{"name": {"a": 1}}]},
        {"paths": []},
        {"paths": {"/a": None, "/b": {"get": []}}},
        {"paths": {"/a": {"get": {"responses": [], "security": 5, "tags": 3, "parameters": {}, "x-task": [1]}}}},
        {"paths": {"/a": {"get": {"x-task": {"poll": 5, "download": {}}, "requestBody": 7}}}},
        {"components": {"securitySchemes": {"a": 5}}, "security": [{"a": 5}, 3]},
        {"x-nav": {"items": 5}},
    ],
)
def test_what_is_built_otherwise_is_refused_or_drawn_and_no_error_of_ours(operator: Client, broken: dict) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}} | broken
    answer = publish(operator, json.dumps(document).encode())
    assert answer.status_code in {200, 302}
    for key in Description.objects.filter(key="small").values_list("operations__key", flat=True):
        for url in ("/apis/small/docs/", *([f"/apis/small/docs/{key}/", f"/apis/small/try/{key}/"] if key else [])):
            assert operator.get(url).status_code == 200, url


def test_a_second_document_takes_the_place_of_the_first(operator: Client) -> None:
    publish(operator, DOCUMENT)
    assert publish(operator, DOCUMENT.replace(b"/things", b"/others")).status_code == 302
    assert paths() == ["/others"] and Description.objects.filter(key="small").count() == 1
    assert publish(operator, DOCUMENT.replace(b"/things", b"/third"), url=change_url()).status_code == 302
    assert paths() == ["/third"]


def test_one_is_taken_back_and_published_again_and_deleted(operator: Client) -> None:
    publish(operator, DOCUMENT)
    page = "/apis/small/docs/list-things/"
    operator.post(change_url(), {})
    assert Client().get(page).status_code == 404 and paths() == ["/things"]
    act = {"action": "publish", "_selected_action": str(Description.objects.get(key="small").pk)}
    assert (
        "1 description was changed." in operator.post("/admin/catalog/description/", act, follow=True).content.decode()
    )
    assert Client().get(page).status_code == 200
    operator.post(change_url().replace("change", "delete"), {"post": "yes"})
    assert not Description.objects.filter(key="small").exists() and Client().get(page).status_code == 404


@pytest.mark.usefixtures("catalog")
def test_what_comes_with_the_program_stays(operator: Client) -> None:
    before = Description.objects.get(key="catalog").digest
    assert "comes with the program" in publish(operator, DOCUMENT, "catalog").content.decode()
    assert operator.post(change_url("catalog").replace("change", "delete"), {"post": "yes"}).status_code == 403
    publish(operator, DOCUMENT)
    chosen = {"_selected_action": [str(row.pk) for row in Description.objects.all()], "post": "yes"}
    operator.post("/admin/catalog/description/", {"action": "delete_selected", **chosen})
    operator.post("/admin/catalog/description/", {"action": "take_back", **chosen})
    row = Description.objects.get(key="catalog")
    assert row.digest == before and row.published


def test_a_hostile_description_runs_nothing_in_the_admin_site(operator: Client) -> None:
    assert publish(operator, json.dumps(HOSTILE).encode(), "evil").status_code == 302
    for url in ("/admin/catalog/description/", change_url("evil"), "/admin/"):
        assert is_clean(operator.get(url).content.decode(), own_scripts=True)


def test_nobody_else_publishes(client: Client) -> None:
    client.force_login(User.objects.create_user("ada"))
    assert publish(client, DOCUMENT).status_code == 302
    assert not Description.objects.filter(key="small").exists()
