"""The checks of an answer: what they say, where they stand, and to whom."""

from __future__ import annotations

import pytest
from django.urls import reverse

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
