"""The way to our own API: open to what is composed in its forms, and to nothing else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from playground.accounts.models import Person
from playground.catalog.services import load_own
from playground.core.messages import RequestSpec
from playground.core.uris import parse
from playground.history.models import Run
from playground.runs import services as runs
from playground.runs import terms
from playground.transport.guard import local_route

pytestmark = pytest.mark.django_db

MOCK, API = "https://play.example/mock/", "https://play.example/api/v1/"
FORM = {"method": "GET", "server": "custom", "body_type": "none", "send_anyway": "1"}


@pytest.mark.parametrize(
    ("url", "is_local"),
    [
        ("https://play.example/api/v1/targets", True),
        ("https://play.example/mock/catalog/v1/models", True),
        ("https://play.example/api/v1/../../admin/", False),
        ("https://play.example/api/v1/%2e%2e/%2e%2e/admin/", False),
        ("https://play.example/api/v11/targets", False),
        ("https://play.example/admin/", False),
        ("http://play.example/api/v1/targets", False),
        ("https://play.example:444/api/v1/targets", False),
        ("https://other.example/api/v1/targets", False),
    ],
)
def test_only_what_stands_below_the_api_is_dialled_here(url: str, is_local: bool) -> None:
    assert (local_route(parse(url), terms.policy(MOCK, API)) is not None) is is_local


def test_without_a_form_of_the_api_there_is_no_way() -> None:
    assert local_route(parse("https://play.example/api/v1/targets"), terms.policy(MOCK)) is None


@pytest.mark.parametrize(("key", "has_way"), [("playground/targets-list", True), ("list-models", False)])
def test_a_form_of_the_api_gives_it(catalog_and_own: None, key: str, has_way: bool) -> None:
    # The address is refused before anything is dialled: what counts is how the run was begun.
    form = FORM | {"url": "http://10.0.0.1/api/v1/targets"}
    Client().post(reverse("workbench:send", args=[key]), form)
    run = Run.objects.select_related("content", "person").get()
    assert run.content.options.get("api_base", "") == ("http://testserver/api/v1/" if has_way else "")
    assert runs.repeat(run).content.options.get("api_base", "") == run.content.options.get("api_base", "")


def test_what_the_api_sends_has_none(catalog_and_own: None) -> None:
    run, moments = runs.send(Person.objects.create(), RequestSpec("GET", "http://10.0.0.1/"), mock_base=MOCK)
    moments.close()  # type: ignore[attr-defined]
    assert "api_base" not in run.content.options


@pytest.fixture
def catalog_and_own(catalog: None) -> None:
    load_own()
