"""Keeping runs: one sender for each, cursors for pages, and nothing that runs for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from playground.core.messages import Failure, Parameter
from playground.history import services as history
from playground.history.models import Run
from tests.history.recorded import SPEC, recorded

State = Run.State


def pending(people, **changes):
    run = history.create(people.person, SPEC, operation="", options={})
    Run.objects.filter(pk=run.pk).update(**changes)
    run.refresh_from_db()
    return run


def test_exactly_one_claims_a_run(people):
    run = pending(people)
    again = Run.objects.get(pk=run.pk)
    assert history.claim(run) and not history.claim(again) and not history.claim(run)


def test_what_nobody_claimed_is_not_sent_later(people):
    run = pending(people, created=timezone.now() - timedelta(minutes=3))
    assert not history.claim(run)
    history.close_lost_runs(people.person)
    run.refresh_from_db()
    assert (run.state, run.failure["code"]) == (State.STOPPED, "not_sent")


@pytest.mark.parametrize(
    ("silent_for", "state"), [(timedelta(seconds=10), State.RUNNING), (timedelta(minutes=1), State.FAILED)]
)
def test_a_run_whose_process_is_gone_is_ended(people, silent_for, state):
    run = pending(people, state=State.RUNNING, alive_at=timezone.now() - silent_for)
    history.close_lost_runs(people.person)
    run.refresh_from_db()
    assert run.state == state
    assert (run.failure or {}).get("code") == ("interrupted" if state == State.FAILED else None)


def test_pages_by_cursor_hold_every_run_once(people):
    made = [pending(people).pk for _ in range(11)]
    same_moment = timezone.now()
    Run.objects.filter(pk__in=made[:5]).update(created=same_moment)
    seen, before = [], ""
    for _ in range(10):
        page, before = history.page_of(history.runs_of(people.person), before, size=3)
        seen += [run.pk for run in page]
        if not before:
            break
    assert len(seen) == 11 and set(seen) == set(made)


@pytest.mark.parametrize("cursor", ["", "x", "2026-01-01_x", "2026-01-01T00:00:00_", "_", "'"])
def test_a_broken_cursor_is_the_first_page(people, cursor):
    run = recorded(people.person)
    page, _ = history.page_of(history.runs_of(people.person), cursor, 5)
    assert [found.pk for found in page] == [run.pk]


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        ({}, {200, 201, 404, None}),
        ({"method": "post"}, {200, 201, 404, None}),
        ({"method": "GET"}, set()),
        ({"status": "2xx"}, {200, 201}),
        ({"status": "404"}, {404}),
        ({"status": "failed"}, {None}),
        ({"text": "chat/compl"}, {200, 201, 404, None}),
        ({"text": "elsewhere"}, set()),
    ],
)
def test_search(people, filters, hits):
    for status in (200, 201, 404):
        recorded(people.person, status=status)
    recorded(people.person, b"", status=0, failure=Failure("connection_refused", "The server refused the connection."))
    found = history.search(history.runs_of(people.person), **filters)
    assert {run.status for run in found} == hits


def test_the_har_entry_has_headers_in_order_and_no_secret(people):
    run = recorded(people.person, fields=[("Set-Cookie", "a=1"), ("X-A", "1"), ("Set-Cookie", "b=2")])
    entry = history.entry_of(run)
    names = [row["name"] for row in entry["response"]["headers"]]
    assert names == ["Content-Type", "Set-Cookie", "X-A", "Set-Cookie"]
    assert {"name": "Authorization", "value": "Bearer {{TOKEN}}"} in entry["request"]["headers"]


def test_saving_leaves_alone_what_others_write(people):
    run = history.create(people.person, SPEC, operation="", options={})
    history.claim(run)
    recorder = history.Recorder(run)
    Run.objects.filter(pk=run.pk).update(stop_requested=True, followed_at=timezone.now())
    recorder.save()
    run.refresh_from_db()
    assert run.stop_requested and run.followed_at


def test_saving_a_run_that_was_deleted_is_no_error(people):
    run = history.create(people.person, SPEC, operation="", options={})
    recorder = history.Recorder(run)
    Run.objects.all().delete()
    recorder.save()
    assert not Run.objects.exists()


def test_the_stored_request_is_the_composed_one(people):
    run = recorded(people.person)
    assert history.spec_of(run) == SPEC
    assert Parameter("Authorization", "Bearer {{TOKEN}}") in history.spec_of(run).headers
