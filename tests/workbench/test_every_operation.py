"""Every operation of the catalog: its pages in both languages, its examples through validation and form, its mock, its
preview and its code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client

from playground.catalog import services
from playground.catalog.models import Description
from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from playground.core.fields import Fields
from playground.core.messages import MultipartBody, RequestSpec
from playground.core.openapi import document
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Example, Fragment, MediaTypeDoc, operations
from playground.core.prepare import prepare
from playground.core.response_validation import conformance
from playground.core.schema.validation import Validator
from playground.core.snippets import generate_all, registry
from tests.forms import fields
from tests.mock.conftest import content_of, documented, send

BASE = "http://testserver/mock/catalog"
KEYS = [item.key for item in operations(document.load(SHIPPED_FILE.read_bytes()))]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def shipped_description(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        load(SHIPPED, SHIPPED_FILE.read_bytes())
        yield
        Description.objects.all().delete()


def test_there_are_107() -> None:
    assert len(KEYS) == 107 and len(registry.defaults()) == 15


@pytest.mark.parametrize("key", KEYS)
def test_every_operation(client: Client, key: str) -> None:
    page = services.page(key)
    for language in ("en", "zh-hans"):
        documentation_says_it_all(_html(client, f"/docs/{key}/", language), page)
        form_has_its_preview(_html(client, f"/try/{key}/", language), page, language)
    for media, example in _examples(page):
        example_is_valid(page, media, example)
    for name in _names(page):
        form_gives_the_example_back(client, page, name)
    mock_answers_as_documented(page)
    code_is_made_with_no_warning_but_those_expected(page)


def _html(client: Client, path: str, language: str) -> str:
    response = client.get(path, headers={"Accept-Language": language})
    assert response.status_code == 200
    return response.content.decode()


def _examples(page: Fragment) -> Iterator[tuple[MediaTypeDoc, Example]]:
    body = page.operation.request_body
    for media in body.media_types if body else ():
        yield from ((media, example) for example in media.examples)


def _names(page: Fragment) -> list[str]:
    """Those that the form offers; "" for the first, also of an operation that has none."""
    body = page.operation.request_body
    named = [example.name for example in body.media_types[0].examples] if body and body.media_types else []
    return named or [""]


# Its pages


def documentation_says_it_all(html: str, page: Fragment) -> None:
    item = page.operation
    assert item.path_template.replace("&", "&amp;") in html
    for parameter in item.parameters:
        assert f'<code class="entry-name">{parameter.name}</code>' in html, parameter.name
    for answer in item.responses:
        assert f">{answer.status}</span>" in html, answer.status
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "style=" not in html and "<script>" not in html
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def form_has_its_preview(html: str, page: Fragment, language: str) -> None:
    title = page.operation.title.get(language)
    assert f"<h1>{title}</h1>" in html
    assert 'data-testid="preview"' in html
    assert 'data-testid="problem"' not in html
    assert 'data-testid="missing-variable"' not in html


# Its examples


def example_is_valid(page: Fragment, media: MediaTypeDoc, example: Example) -> None:
    if media.media_type == "application/json":
        checked = Validator(media.schema, page.document.data, direction="request")
        assert checked.problems(example.value) == (), example.name


def form_gives_the_example_back(client: Client, page: Fragment, name: str) -> None:
    """The form that shows an example, posted as it stands by a browser without a script, is that request."""
    path = f"/try/{page.operation.key}/"
    posted = fields(_html(client, f"{path}?example={name}", "en"))
    spec = client.post(path, posted).context["desk"].spec
    assert _comparable(spec) == _comparable(_documented(page, name))


def _documented(page: Fragment, name: str) -> RequestSpec:
    return example_spec(page.operation, BASE, example=name or None, document=page.document)


def _comparable(spec: RequestSpec) -> tuple[Any, ...]:
    rows = tuple((row.name, row.value) for group in (spec.headers, spec.query, spec.path_params) for row in group)
    return spec.method, spec.url, rows, spec.body


# Its mock


def mock_answers_as_documented(page: Fragment) -> None:
    item = page.operation
    response = send(documented(item.key))
    if item.transport == "websocket":
        assert response.status_code == 426
        return
    content = content_of(response)
    found = conformance(page, response.status_code, Fields(response.headers.items()), content, method=item.method)
    assert found.findings == (), content[:500]
    assert found.status.startswith("2")


# Its preview and its code


def code_is_made_with_no_warning_but_those_expected(page: Fragment) -> None:
    spec = _documented(page, "")
    made = generate_all(spec)
    assert len(made) == 15 and all(snippet.code for snippet in made)
    told = {warning.code for snippet in made for warning in snippet.warnings}
    expected = {"file_in_browser"} if _has_file(spec) else set()
    if "{{" in prepare(spec).url.partition("?")[2]:  # a key that goes in the query
        expected.add("variable_in_query")
    assert told == expected


def _has_file(spec: RequestSpec) -> bool:
    return isinstance(spec.body, MultipartBody) and any(part.file_name for part in spec.body.parts)
