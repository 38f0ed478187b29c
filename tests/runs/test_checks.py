"""The checks of an answer: what they say, where they stand, and to whom."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from playground.catalog.services import page
from playground.history.models import Run
from tests.history.recorded import recorded

HTMX = {"HX-Request": "true"}

pytestmark = pytest.mark.usefixtures("catalog")


def address(run: Run) -> str:
    return reverse("runs:show_checks", args=[run.pk])


def test_page_and_fragment_say_the_same(people):
    run = recorded(people.person, status=418)
    fragment = people.owner.get(address(run), headers=HTMX).content.decode()
    page = people.owner.get(address(run)).content.decode()
    assert fragment.lstrip().startswith('<section id="checks"') and "<html" not in fragment
    for text in (fragment, page):
        assert 'data-check="documented-response" data-verdict="undocumented"' in text


def test_owner_alone_reads(people):
    run = recorded(people.person)
    assert people.owner.get(address(run)).status_code == 200
    for other in people.others:
        assert other.get(address(run)).status_code == 404


def test_the_response_asks_for_its_checks(people):
    run = recorded(people.person)
    shown = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    assert f'id="checks" class="checks" hx-get="{address(run)}"' in shown and f'href="{address(run)}"' in shown


def test_without_an_answer_there_is_nothing_to_check(people):
    run = recorded(people.person, b"", "", status=0)
    assert 'data-testid="check"' not in people.owner.get(address(run)).content.decode()
    assert 'id="checks"' not in people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()


def test_an_operation_that_is_gone_is_no_error(people):
    run = recorded(people.person)
    Run.objects.filter(pk=run.pk).update(operation="gone")
    page = people.owner.get(address(run))
    assert page.status_code == 200 and "There is nothing to check this answer against." in page.content.decode()


def documented() -> dict:
    """The answer that the documentation gives as an example."""
    response = page("create-structured-output").operation.responses[0]
    return dict(response.media_types[0].examples[0].value)


def fragment(people, run: Run, query: str = "") -> str:
    return people.owner.get(address(run) + query, headers=HTMX).content.decode()


def test_an_answer_as_documented_is_said_to_be(people):
    text = fragment(people, recorded(people.person, json.dumps(documented()).encode()))
    assert 'data-verdict="valid"' in text and "as documented" in text and 'data-testid="check-problem"' not in text


def test_a_problem_leads_to_a_page_of_the_content_that_begins_there(people):
    content = json.dumps(documented() | {"created": "now"}, indent=4)
    run = recorded(people.person, content.encode())
    text = fragment(people, run)
    assert "Should be integer, not string." in text and ">$.created</a>" in text and "1 problem" in text
    (link,) = re.findall(r'href="([^"]+)" data-solid="(\d+)"', text)
    shown = people.owner.get(link[0].replace("&amp;", "&"), headers=HTMX).content.decode()
    assert re.sub("<[^>]*>", "", shown).lstrip().startswith('"created": "now"')
    assert "".join(content.split())[int(link[1]) :].startswith('"created"')


def test_strict_refuses_what_is_not_described_and_stays_open(people):
    run = recorded(people.person, json.dumps(documented() | {"extra_of_the_house": 1}).encode())
    assert 'data-verdict="valid"' in fragment(people, run)
    strict = fragment(people, run, "?strict=1&open=1")
    assert "extra_of_the_house is not a property" in strict and "<details" in strict and " open>" in strict
    assert "check-lenient" in strict and "check-strict" not in strict


def test_a_frame_leads_to_its_event(people):
    content = b'data: {"id": 1}\n\ndata: [DONE]\n\n'
    text = fragment(people, recorded(people.person, content, "text/event-stream"))
    assert "event 1" in text and "view=frames&amp;at=0" in text and "2 events were checked" in text


def test_another_method_is_not_held_against_the_documentation(people):
    run = recorded(people.person, b"{}")
    Run.objects.filter(pk=run.pk).update(method="GET")
    assert "Sent as GET, while the documentation is that of POST: not checked." in fragment(people, run)


def test_the_checks_speak_chinese(people):
    people.owner.cookies["language"] = "zh-hans"
    text = people.owner.get(
        address(recorded(people.person, b"{}", status=418)), headers=HTMX | {"Accept-Language": "zh"}
    )
    assert "文档未列出状态码 418。" in text.content.decode()
