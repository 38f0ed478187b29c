"""The description of the JSON API is there in both languages."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from playground.api import api as described
from playground.api.languages import in_both, texts
from playground.api.sentences import SENTENCES
from playground.catalog import services
from playground.core.openapi.document import load
from playground.core.openapi.operations import operations


def test_every_text_is_listed_and_nothing_else() -> None:
    schema: dict[str, Any] = described.api.get_openapi_schema()
    assert {text for text in texts(schema) if text} == SENTENCES


def test_every_text_is_there_in_both() -> None:
    document = load(described.own_text())
    assert document.base_language == "zh-hans"
    for item in operations(document):
        for text in (item.title, item.description):
            assert not text or re.search(r"[\u4e00-\u9fff]", text.get("zh-hans")), item.key
            assert not re.search(r"[\u4e00-\u9fff]", text.get("en")), item.key


def test_a_value_is_no_text() -> None:
    given = {"paths": {"/": {"get": {"operationId": "a", "tags": ["History"], "summary": "A draft"}}}}
    examples = {"example": {"summary": "A draft"}, "properties": {"summary": {"type": "string"}}}
    both = in_both({**given, **examples})
    assert both["example"] == {"summary": "A draft"} and both["properties"] == {"summary": {"type": "string"}}
    operation = both["paths"]["/"]["get"]
    assert operation["x-summary-en"] == "A draft" and operation["summary"] != "A draft"
    assert both["tags"] == [{"name": operation["tags"][0], "x-name-en": "History", "x-slug": "history"}]


@pytest.mark.django_db
def test_its_pages_are_in_the_language_of_the_reader() -> None:
    services.load_own()
    for language, title, tag in (("en", "Save a request", "Saved requests"), ("zh-CN", "保存请求", "保存的请求")):
        for path in ("docs/request-add/", "try/request-add/", "docs/request-add.md"):
            html = Client().get(f"/apis/playground/{path}", headers={"Accept-Language": language}).content.decode()
            assert title in html and (tag in html or path.endswith(".md")), (language, path)
    assert "x-summary-en" not in json.dumps(Client().get("/api/v1/openapi.json").json())
