"""Assertions of a person, kept with an operation and shown after each of its runs."""

import json
import re

import pytest
from django.urls import reverse

from playground.core.assertions import Assertion
from playground.core.exporters.formats import playground_json
from playground.environments.services import set_variable
from playground.history.models import Content
from playground.history.services import with_content
from playground.library.assertions import MOST
from playground.library.assertions import add as add_to_saved
from playground.library.exporting import collection_of
from playground.library.services import duplicate, save_request
from playground.runs.models import AssertionRow
from tests.history.recorded import SPEC, recorded
from tests.people import people as make_people

HTMX = {"HX-Request": "true"}


@pytest.fixture
def people(db):
    return make_people()


def address(run):
    return reverse("runs:assertions_edit", args=[run.pk])


def add(people, run, **typed):
    return people.owner.post(address(run), {"part": "status", "comparison": "equals", **typed}, headers=HTMX)


def checks(people, run):
    return people.owner.get(reverse("runs:show_checks", args=[run.pk]), headers=HTMX).content.decode()


def test_they_are_kept_and_shown_after_each_run_of_the_operation(people):
    first = recorded(people.person, b'{"id": "x"}')
    assert 'data-check="assertions"' not in checks(people, first)
    assert add(people, first, expected="200").status_code == 200
    assert add(people, first, part="jsonpath", place="$.id", expected="x").status_code == 200
    assert "all assertions hold" in checks(people, first)
    later = checks(people, recorded(people.person, b'{"id": "y"}'))
    assert "1 assertion failed" in later and "it is y" in later
    assert later.count('data-holds="true"') == 1 and later.count('data-holds="false"') == 1


def sent_from(people, saved, content=b'{"id": "x"}'):
    """A run that was sent from a saved request."""
    run = recorded(people.person, content)
    Content.objects.filter(pk=run.pk).update(options={"saved": str(saved.pk)})
    return with_content(run)


def test_they_are_kept_with_a_saved_request_and_shown_after_each_of_its_runs(people):
    saved = save_request(people.person, SPEC, name="<b>Mine</b>", operation="create-structured-output")
    run = sent_from(people, saved)
    assert "&lt;b&gt;Mine" in people.owner.get(address(run), headers=HTMX).content.decode()
    wanted = {"part": "jsonpath", "place": "$.id", "expected": "x"}
    assert add(people, run, **wanted, keep_with="saved").status_code == 200
    assert add(people, run, **wanted, keep_with="saved").status_code == 200
    assert add(people, run, expected="200", keep_with="operation").status_code == 200
    saved.refresh_from_db()
    assert saved.assertions == [{**wanted, "comparison": "equals"}]
    assert AssertionRow.objects.count() == 1
    assert checks(people, run).count('data-holds="true"') == 2
    assert "it is y" in checks(people, sent_from(people, saved, b'{"id": "y"}'))
    assert checks(people, recorded(people.person)).count("data-holds") == 1
    assert '"$.id"' in json.dumps(playground_json.dump(collection_of(people.person, None, "")))
    assert duplicate(saved).assertions == saved.assertions


def test_one_of_a_saved_request_is_taken_away(people):
    saved = save_request(people.person, SPEC)
    run = sent_from(people, saved)
    for status in ("200", "201", "202"):
        add(people, run, expected=status, keep_with="saved")
    page = people.owner.get(address(run)).content.decode()
    people.owner.post(address(run), {"remove": re.findall(r'value="(saved:\w+)"', page)[1]})
    saved.refresh_from_db()
    assert [each["expected"] for each in saved.assertions] == ["200", "202"]
    item = people.owner.get(f"/library/requests/{saved.pk}/").content.decode()
    key = re.findall(r'name="remove" value="(\w+)"', item)[0]
    people.owner.post(f"/library/requests/{saved.pk}/assertions/delete", {"remove": key})
    saved.refresh_from_db()
    assert [each["expected"] for each in saved.assertions] == ["202"]
    saved.delete()
    assert "keep_with" not in people.owner.get(address(run)).content.decode()


def test_no_secret_is_kept_as_what_is_expected(people):
    set_variable(people.person, "KEY", "sk-hush-0123456789", secret=True)
    answer = add(people, recorded(people.person), expected="Bearer sk-hush-0123456789")
    assert answer.status_code == 422 and "KEY" in answer.content.decode()
    assert not AssertionRow.objects.exists()


def test_there_are_so_many_at_most(people):
    saved = save_request(people.person, SPEC)
    run = sent_from(people, saved)
    for number in range(MOST):
        add_to_saved(saved, Assertion("status", "equals", str(number)))
    assert add(people, run, expected="x", keep_with="saved").status_code == 422


def test_one_is_taken_away(people):
    run = recorded(people.person)
    add(people, run, expected="404")
    row = AssertionRow.objects.get()
    answer = people.owner.post(address(run), {"remove": str(row.pk)}, headers=HTMX)
    assert answer.status_code == 200 and not AssertionRow.objects.exists()


def test_what_cannot_be_asked_comes_back_as_it_was_typed(people):
    run = recorded(people.person)
    answer = add(people, run, part="jsonpath", place="no path", expected="kept words")
    assert answer.status_code == 422
    assert 'value="no path"' in answer.content.decode() and 'value="kept words"' in answer.content.decode()
    assert "<!doctype html>" in people.owner.get(address(run)).content.decode()


def test_owner_alone_has_them(people):
    run = recorded(people.person)
    for other in people.others:
        assert other.get(address(run)).status_code == 404
        assert other.post(address(run), {"part": "status"}).status_code == 404
