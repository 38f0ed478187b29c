"""Keeping runs: one sender for each, cursors for pages, and nothing that runs for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from playground.core.messages import Parameter
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
