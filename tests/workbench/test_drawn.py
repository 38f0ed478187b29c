"""What of an untouched form is drawn once: the same for everybody, and nothing of anybody in it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from playground.accounts.models import Person
from playground.catalog import services
from playground.environments.services import set_variable
from tests.forms import fields

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

#: What is another in each answer: the token of the form, the page's name for its draft, the seed of random values.
FRESH = re.compile(r'(name="(?:csrfmiddlewaretoken|draft_writer|seed)" value=")[^"]*')


@pytest.fixture(autouse=True)
def _nothing_drawn() -> None:
    caches["drawn"].clear()


def html_of(client: Client, address: str = "/", **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return FRESH.sub(r"\1", answer.content.decode())


def some_pages() -> list[str]:
    """The start page, a sixth of the others, and one that has several examples by each of them."""
    keys = [item.key for item in services.outlines(services.listed())]
    examples = next(found for found in map(examples_of, keys) if len(found) > 2)
    return ["/", *(f"/try/{key}/" for key in keys[3::6]), *examples]


def examples_of(key: str) -> list[str]:
    body = services.page(key).operation.request_body
    names = [item.name for item in body.media_types[0].examples] if body and body.media_types else []
    return [f"/try/{key}/?example={quote(name)}" for name in names]


def test_a_drawing_that_is_kept_is_that_which_was_made() -> None:
    for address in some_pages():
        for language in ("en", "zh-CN"):
            first = html_of(Client(), address, accept_language=language)
            assert html_of(Client(), address, accept_language=language) == first, address


def test_each_is_drawn_by_its_own() -> None:
    seen = {
        html_of(Client(), address, accept_language=language) for address in some_pages() for language in ("en", "zh")
    }
    again = {
        html_of(Client(), address, accept_language=language) for address in some_pages() for language in ("en", "zh")
    }
    assert again == seen
    assert len(seen) == 2 * len(some_pages())


def test_it_goes_by_the_host_by_which_the_site_is_reached(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    assert "Host</span>: one.example" in html_of(Client(), host="one.example")
    assert "Host</span>: two.example" in html_of(Client(), host="two.example")


def test_it_goes_by_the_code_that_was_chosen() -> None:
    assert "requests.post" not in html_of(Client())
    client = Client()
    client.cookies["target"] = "python_requests"
    assert 'import</span> <span class="nn">requests' in html_of(client)


def test_nothing_of_a_person_is_in_the_drawing_of_another(client: Client) -> None:
    client.post("/try/create-structured-output/send/", fields(client.get("/").content.decode()))
    set_variable(Person.objects.get(), "YOUR_API_KEY", "of-one-person", secret=False)
    assert "Bearer of-one-person" in html_of(client)
    assert "of-one-person" not in html_of(Client())
    assert "Bearer mock-key" in html_of(Client())
    assert "Bearer of-one-person" in html_of(client)


def test_a_draft_is_drawn_and_not_the_documented_form(client: Client) -> None:
    documented = html_of(client)
    form = {**fields(client.get("/").content.decode()), "url": "/v1/typed"}
    client.post("/try/create-structured-output/draft/", form)
    assert "/v1/typed" in html_of(client)
    assert "/v1/typed" not in html_of(Client())
    assert html_of(Client()) == documented


def test_a_visitor_who_was_never_here_costs_few_statements() -> None:
    html_of(Client())
    with CaptureQueriesContext(connection) as queries:
        html_of(Client())
    assert len(queries) <= 4, [query["sql"] for query in queries]
