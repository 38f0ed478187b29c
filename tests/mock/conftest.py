"""A documented request, sent to the mock as the bytes that would leave."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from django.test import Client

from playground.catalog.models import Description
from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from playground.core.messages import BinaryBody, MultipartBody, Parameter, Part, RequestSpec, TextBody
from playground.core.mocking import media
from playground.core.openapi import document
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Fragment, Operation, fragment, operation
from playground.core.prepare import prepare
from playground.core.variables import Scopes

BASE = "http://testserver/mock/catalog"
#: The description as it is shipped: what answers is held to it, and reads the rows that were made from it.
DOCUMENT = document.load(SHIPPED_FILE.read_bytes())


def page(key: str) -> Operation:
    return operation(DOCUMENT, key)


def fragment_of(item: Operation) -> Fragment:
    return fragment(DOCUMENT, item)


def chosen(spec: RequestSpec) -> RequestSpec:
    """The request with a real file wherever a person would choose one."""
    match spec.body:
        case MultipartBody():
            return replace(spec, body=replace(spec.body, parts=tuple(map(_with_file, spec.body.parts))))
        case BinaryBody(content=None):
            return replace(spec, body=replace(spec.body, content=b"\0"))
    return spec


def _with_file(part: Part) -> Part:
    if part.content is not None:
        return part
    content = media.made((part.content_type or "").split(",")[0]) or b"content"
    return replace(part, content=content)


def documented(key: str, *, prefer: str = "pace=0", **choice) -> RequestSpec:
    item = page(key)
    spec = example_spec(item, BASE, document=fragment_of(item).document, **choice)
    return replace(chosen(spec), headers=(*spec.headers, Parameter("Prefer", prefer)))


def with_json(spec: RequestSpec, text: str) -> RequestSpec:
    return replace(spec, body=TextBody(text, "application/json"))


def send(spec: RequestSpec, key: str = "sk-any", method: str | None = None):
    """The response of the mock to the request as it is prepared."""
    prepared = prepare(spec, Scopes(({"YOUR_API_KEY": key},)), reveal=True)
    parts = urlsplit(prepared.url)
    headers = {name: value for name, value in prepared.fields if name.lower() not in ("content-type", "content-length")}
    return Client().generic(
        method or prepared.method,
        parts.path,
        prepared.content,
        content_type=prepared.fields.get("Content-Type"),
        headers=headers,
        QUERY_STRING=parts.query,
    )


def content_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture(autouse=True)
def _the_mock_alone(settings):
    settings.ROOT_URLCONF = "tests.mock.urls"


@pytest.fixture(scope="package", autouse=True)
def _shipped_description(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load(SHIPPED, SHIPPED_FILE.read_bytes())
        yield
        Description.objects.all().delete()


@pytest.fixture(autouse=True)
def _rows(db):
    """What a test adds to them goes with it."""
