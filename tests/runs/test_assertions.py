"""Assertions of a person, kept with an operation and shown after each of its runs."""

import pytest
from django.urls import reverse

from playground.runs.models import AssertionRow
from tests.history.recorded import recorded
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
