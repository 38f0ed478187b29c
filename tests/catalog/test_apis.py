"""More than one API: addresses of each, the way from one to the other, and what a hostile description can do."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, resolve, reverse

from playground.catalog import services
from playground.catalog.models import Description
from playground.catalog.names import api_of, key_of, name_of
from playground.catalog.searching import search
from playground.core.openapi.document import load as parse
from playground.library.models import SavedRequest

pytestmark = pytest.mark.django_db

SMALL = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "servers": [{"url": "https://small.example/v1"}],
    "paths": {
        "/things": {"get": {"operationId": "listThings", "summary": "List the things", "responses": {}}},
        "/jobs": {
            "post": {
                "operationId": "startJob",
                "responses": {},
                "x-task": {"poll": "readJob", "interval-seconds": 2},
            }
        },
        "/jobs/{id}": {"get": {"operationId": "readJob", "responses": {}}},
    },
}


@pytest.fixture
def small() -> None:
    services.load("small", json.dumps(SMALL).encode())


@pytest.fixture
def own() -> None:
    services.load_own()


def text(client: Client, url: str, status: int = 200, **headers: str) -> str:
    response = client.get(url, headers={"Accept-Language": "en", **headers})
    assert response.status_code == status, url
    return response.content.decode()


# Addresses


@pytest.mark.parametrize(
    ("name", "page", "form"),
    [
        ("create-speech", "/docs/create-speech/", "/try/create-speech/"),
        ("small/list-things", "/apis/small/docs/list-things/", "/apis/small/try/list-things/"),
    ],
)
def test_an_operation_has_one_address_of_each_kind(name: str, page: str, form: str) -> None:
    assert reverse("catalog:operation", args=[name]) == page
    assert reverse("workbench:page", args=[name]) == form
    assert resolve(page).kwargs == resolve(form).kwargs == {"key": name}
    assert name_of(api_of(name), key_of(name)) == name


@pytest.mark.parametrize(
    "path", ["/apis/catalog/docs/create-speech/", "/apis/catalog/try/create-speech/", "/apis//docs/"]
)
def test_the_shipped_description_has_no_second_address(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["", "a b", "small/", "../admin", "small/a?b"])
def test_no_address_is_made_of_what_is_no_name(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("catalog:operation", args=[name])


@pytest.mark.parametrize(
    "path", ["docs/list-things/", "docs/list-things.md", "try/list-things/", "docs/", "docs/llms.txt"]
)
def test_every_kind_of_page_is_there_in_both_languages(client: Client, small: None, path: str) -> None:
    for language in ("en", "zh-CN"):
        html = text(client, f"/apis/small/{path}", **{"Accept-Language": language})
        assert "list-things" in html
    assert client.get(f"/apis/none/{path}").status_code == 404


def test_links_of_a_page_stay_within_its_api(client: Client, small: None) -> None:
    page, form = text(client, "/apis/small/docs/list-things/"), text(client, "/apis/small/try/list-things/")
    assert 'href="/apis/small/docs/start-job/"' in page and 'href="/apis/small/try/list-things/"' in page
    assert 'rel="canonical" href="http://testserver/apis/small/docs/list-things/"' in page
    for part in ("live", "send", "draft", "share", "link"):
        assert f'"/apis/small/try/list-things/{part}/"' in form
    assert 'href="/try/' not in form and 'href="/docs/create' not in page
    assert "https://small.example/v1" in form and 'value="mock"' in form


def test_the_steps_of_a_task_are_those_of_its_own_api(client: Client, small: None) -> None:
    html = text(client, "/apis/small/docs/start-job/")
    assert '<a href="/apis/small/docs/read-job/">' in html


def test_a_page_leads_to_the_other_apis(client: Client, small: None, own: None, catalog: None) -> None:
    for path, there in (("/docs/create-speech/", "/apis/small/docs/"), ("/", "/apis/small/")):
        html = text(client, path)
        assert re.findall(r'data-testid="api-choice" data-api="([a-z]+)"', html) == ["catalog", "small", "playground"]
        assert f'href="{there}"' in html
    assert client.get("/apis/small/").headers["Location"] == "/apis/small/try/list-things/"
    assert client.get("/apis/catalog/").headers["Location"] == "/"
    assert client.get("/apis/none/").status_code == 404
    assert "/apis/small/docs/llms.txt" in text(client, "/llms.txt")


def test_the_search_finds_pages_of_every_api_those_at_hand_first(client: Client, small: None, catalog: None) -> None:
    keys = [hit.key for hit in search("small", "list", "en").hits]
    assert keys[0] == "small/list-things" and len(keys) > 1
    found = next(hit for hit in search("catalog", "list things", "en").hits if hit.key == "small/list-things")
    assert found.api == "Small"
    assert "/apis/small/" in text(client, "/search/?q=things+list&api=%00none%22")
    html = text(client, "/search/?q=things+list&api=small&in=try")
    assert 'href="/apis/small/try/list-things/"' in html


@pytest.mark.parametrize(
    ("path", "docs"),
    [
        ("/", "/docs/"),
        ("/history/", "/docs/"),
        ("/apis/small/try/list-things/", "/apis/small/docs/"),
        ("/apis/small/docs/", "/apis/small/docs/"),
        ("/apis/small/docs/list-things/", "/apis/small/docs/"),
        ("/search/?q=things&api=small", "/apis/small/docs/"),
        ("/search/?q=things&api=../admin", "/docs/"),
        ("/search/?q=things&api=%00none%22", "/docs/"),
        ("/docs/create-speech/", "/docs/"),
    ],
)
def test_docs_are_those_of_the_api_at_hand(client: Client, small: None, catalog: None, path: str, docs: str) -> None:
    found = re.findall(r'<a [^>]*href="([^"]+)" data-testid="docs"', text(client, path))
    assert found and set(found) == {docs}


# Unpublished, replaced, gone


def test_what_is_not_published_is_nowhere(client: Client, small: None, catalog: None) -> None:
    Description.objects.filter(key="small").update(published=False)
    for path in ("docs/", "docs/list-things/", "try/list-things/", "docs/list-things.md", ""):
        assert client.get(f"/apis/small/{path}").status_code == 404
    assert client.get("/mock/small/things").status_code == 404
    assert 'data-api="small"' not in text(client, "/") and not search("small", "things", "en").hits


def test_a_saved_request_outlives_its_description(small: None, catalog: None) -> None:
    client = Client()
    form = {"method": "GET", "server": "https://small.example/v1", "url": "/things?mine=1", "body_type": "none"}
    assert (
        client.post("/apis/small/try/list-things/save/", {**form, "save": "new", "save_name": "Mine"}).status_code
        == 302
    )
    saved = SavedRequest.objects.get()
    assert saved.operation == "small/list-things"
    services.load("small", json.dumps({**SMALL, "info": {"title": "Newer", "version": "2"}}).encode())
    assert "/apis/small/try/list-things/" in text(client, f"/?saved={saved.pk}")
    Description.objects.filter(key="small").delete()
    html = text(client, f"/?saved={saved.pk}")
    assert "https://small.example/v1/things" in html and "Mine" in html


# Our own API


def test_our_own_api_is_one_of_the_apis(client: Client, own: None) -> None:
    html = text(client, "/apis/playground/try/targets-list/")
    assert '<option value="http://testserver" selected>' in html
    assert "Token" in html and "sessionid" not in html
    assert "http://testserver/api/v1/targets" in text(client, "/apis/playground/docs/targets-list/")
    assert "GET http://testserver/api/v1/targets" in text(client, "/apis/playground/docs/targets-list.md")


def test_the_header_says_where_our_own_api_is_sent(client: Client, own: None, catalog: None) -> None:
    assert '<span class="of-site">This site</span>' in text(client, "/apis/playground/try/targets-list/")
    assert "of-site" not in text(client, "/try/list-models/") + text(client, "/history/")
    client.cookies["environment"] = "production"
    html = text(client, "/apis/playground/try/targets-list/")
    assert "</span> Production</span>" in html and "of-site" not in html


def test_a_proxy_is_believed_where_it_is_said_to_be_there(client: Client, own: None, settings: Any) -> None:
    proxied = {"X-Forwarded-Proto": "https", "Host": "testserver"}
    assert 'value="http://testserver" selected' in text(client, "/apis/playground/try/targets-list/", **proxied)
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # what PLAYGROUND_HTTPS sets
    assert 'value="https://testserver" selected' in text(client, "/apis/playground/try/targets-list/", **proxied)
    assert "GET https://testserver/api/v1/targets" in text(client, "/apis/playground/docs/targets-list.md", **proxied)


def test_our_own_api_is_loaded_along_with_the_shipped_one(client: Client) -> None:
    from django.core.management import call_command

    call_command("load_catalog", verbosity=0)
    assert [one.key for one in services.published()] == ["catalog", "playground"]
    assert not services.load_own()
    described = client.get("/api/v1/openapi.json").json()
    listed = {item.operation_id for item in services.outlines(services.listed("playground"))}
    assert listed == {item["operationId"] for path in described["paths"].values() for item in path.values()}


# Hostile descriptions

SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
HOSTILE = {
    "openapi": "3.1.0",
    "info": {"title": SCRIPT, "version": SCRIPT},
    "servers": [{"url": "https://evil.example/" + SCRIPT, "description": SCRIPT}],
    "tags": [{"name": SCRIPT, "description": f"[go](javascript:alert(1)) {SCRIPT}"}],
    "paths": {
        "/a" + SCRIPT: {
            "post": {
                "operationId": "op" + SCRIPT,
                "summary": SCRIPT,
                "description": f"<iframe src=javascript:alert(1)></iframe> [x](javascript:alert(1)) {SCRIPT}",
                "tags": [SCRIPT],
                "x-availability": SCRIPT,
                "deprecated": True,
                "parameters": [
                    {
                        "name": SCRIPT,
                        "in": place,
                        "description": SCRIPT,
                        "example": SCRIPT,
                        "schema": {"type": "string", "enum": [SCRIPT], "default": SCRIPT, "pattern": SCRIPT},
                    }
                    for place in ("query", "header", "cookie")
                ],
                "requestBody": {
                    "description": SCRIPT,
                    "content": {
                        "application/json": {
                            "schema": {
                                "title": SCRIPT,
                                "type": "object",
                                "properties": {SCRIPT: {"type": "string", "description": SCRIPT, "examples": [SCRIPT]}},
                            },
                            "examples": {
                                SCRIPT: {"summary": SCRIPT, "description": SCRIPT, "value": {SCRIPT: SCRIPT}},
                                "far": {"externalValue": "javascript:alert(1)"},
                            },
                        }
                    },
                },
                "responses": {"200": {"description": SCRIPT, "content": {"text/html": {"example": SCRIPT}}}},
                "security": [{SCRIPT: []}],
            }
        }
    },
    "components": {
        "securitySchemes": {SCRIPT: {"type": "apiKey", "in": "header", "name": SCRIPT, "description": SCRIPT}}
    },
}


class _Tags(HTMLParser):
    """What a page would run, if it were not careful."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name.startswith("on") or (name in {"href", "src", "action"} and (value or "").startswith("javascript:")):
                self.bad.append(f"<{tag} {name}={value}>")
        names = dict(attributes)
        if tag == "iframe" or (tag == "script" and "src" not in names) or (tag == "img" and names.get("src") == "x"):
            self.bad.append(f"<{tag}>")


def is_clean(html: str, own_scripts: bool = False) -> bool:
    """Django's admin site has scripts of data in its pages, which are none that run."""
    tags = _Tags()
    tags.feed(html)
    bad = [tag for tag in tags.bad if tag != "<script>"] if own_scripts else tags.bad
    assert not bad
    return "<script>alert" not in html


def test_a_description_runs_no_script_in_any_page(client: Client, catalog: None) -> None:
    services.load("evil", json.dumps(HOSTILE).encode())
    (name,) = (item.key for item in services.outlines(services.listed("evil")))
    form, page = reverse("workbench:page", args=[name]), reverse("catalog:operation", args=[name])
    paths = [form, page, f"{page}fragment", f"{page}code", "/apis/evil/docs/", "/", "/docs/create-speech/"]
    for path in [*paths, "/search/?q=alert", "/apis/evil/docs/tree", "/apis/evil/docs/tree?q=alert"]:
        for language in ("en", "zh-CN"):
            assert is_clean(text(client, path, **{"Accept-Language": language})), path
    part = client.post(f"{form}live/", {"action": "show", "pane": "code"}, headers={"HX-Request": "true"})
    assert is_clean(part.content.decode())
    for path in (f"{page.rstrip('/')}.md", "/apis/evil/docs/llms.txt", "/llms.txt"):
        answer = client.get(path)
        assert answer.headers["Content-Type"].startswith("text/") and "html" not in answer.headers["Content-Type"]
    assert parse(json.dumps(HOSTILE)).title == SCRIPT  # it was there to be drawn
