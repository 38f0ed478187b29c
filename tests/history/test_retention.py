"""What goes when there is too much, what stays, and that nothing is left of what went."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.utils import timezone

from playground.accounts.models import Person
from playground.core.messages import RequestSpec
from playground.history import blobs, retention
from playground.history import services as history
from playground.history.models import Blob, Content, Retention, Run, Words
from playground.history.retention import Limits
from playground.runs import services as runs
from tests.history.recorded import SPEC, recorded

SPEC_WITHOUT_VARIABLES = RequestSpec("GET", "http://api.example.com/v1/models")


@pytest.fixture(autouse=True)
def _looked(monkeypatch):
    monkeypatch.setattr(retention, "_looked", {})


def made(person, count=4, **options):
    return [recorded(person, **options) for _ in range(count)]


def left() -> set:
    return set(Run.objects.all())


# Equal bodies once


def test_equal_bytes_are_kept_once_and_compressed(people):
    body = b"the same answer, again and again. " * 500
    one, other = recorded(people.person, body), recorded(people.person, body)
    assert one.content.body_blob_id == other.content.body_blob_id
    assert one.content.body == body and bytes(one.content.partial) == b""
    assert len(bytes(Blob.objects.get(pk=one.content.body_blob_id).data)) < 400
    assert one.content.request_blob_id == other.content.request_blob_id
    assert 0 < one.kept_bytes < 2_000
    retention.delete(Run.objects.filter(pk=one.pk))
    assert history.with_content(other).content.body == body
    retention.delete(Run.objects.filter(pk=other.pk))
    assert not Blob.objects.exists() and not Content.objects.exists() and not Words.objects.exists()


@pytest.mark.parametrize("data", [b"x", b"\x00\xff" * 700_000])
def test_bytes_come_back_as_they_were(db, data):
    digest, size = blobs.keep(data)
    assert blobs.read(digest) == data and size == len(bytes(Blob.objects.get().data))


def test_nothing_is_kept_of_nothing(db):
    assert blobs.keep(b"") == (None, 0) and blobs.read(None) == blobs.read("0" * 64) == b""


def test_a_sweep_finds_what_no_run_has(people):
    run = recorded(people.person)
    blobs.keep(b"nobody has this")
    blobs.give_back([run.content.body_blob_id])
    assert blobs.sweep() == 1
    assert history.with_content(run).content.body == b'{"a": 1}'


# Limits


def test_the_stricter_of_two_limits_holds():
    assert Limits(0, 5, 9).within(Limits(3, 0, 4)) == Limits(3, 5, 4)


def test_the_oldest_go_and_the_pinned_stay(people):
    kept = made(people.person, 5)
    history.pin(Run.objects.filter(pk=kept[0].pk), True)
    retention.choose(people.person, days=None, runs=2, megabytes=None)
    assert left() == {kept[0], kept[3], kept[4]}


def test_what_is_too_old_goes(people, settings):
    settings.PLAYGROUND_HISTORY_DAYS = 10
    kept = made(people.person)
    for run, days in zip(kept, (30, 11, 9, 0), strict=True):
        Run.objects.filter(pk=run.pk).update(created=timezone.now() - timedelta(days=days))
    assert retention.purge_person(people.person) == 2
    assert left() == set(kept[2:])
    retention.choose(people.person, days=5, runs=None, megabytes=None)
    assert left() == {kept[3]}
    retention.choose(people.person, days=500, runs=None, megabytes=None)
    assert retention.of_person(people.person).days == 10


def test_bytes_are_counted_from_the_newest(people, settings):
    kept = made(people.person)
    settings.PLAYGROUND_HISTORY_BYTES = kept[0].kept_bytes * 2 + 1
    assert retention.purge_person(people.person) == 2
    assert left() == set(kept[2:])


def test_the_site_has_limits_for_all_together(people, settings):
    mine, theirs = made(people.person, 2), made(Person.objects.create(), 2)
    history.pin(Run.objects.all(), True)
    settings.PLAYGROUND_HISTORY_SITE_RUNS = 3
    assert retention.purge_site() == 1 and left() == {mine[1], *theirs}
    settings.PLAYGROUND_HISTORY_SITE_BYTES = theirs[1].kept_bytes
    assert retention.purge_site() == 2 and left() == {theirs[1]}


def test_too_many_and_too_much_together_go_as_far_as_the_stricter_wants(people, settings):
    kept = made(people.person)
    settings.PLAYGROUND_HISTORY_RUNS = len(kept) - 1
    settings.PLAYGROUND_HISTORY_BYTES = sum(run.kept_bytes for run in kept[2:])
    assert retention.purge_person(people.person) == 2 and left() == set(kept[2:])
    assert retention.purge_person(people.person) == 0


def test_a_look_that_took_long_is_not_taken_again_soon(people, monkeypatch):
    times = iter([1_000.0, 1_010.0, 1_020.0, 1_590.0, 6_990.0, 7_001.0, 7_001.0])
    monkeypatch.setattr(retention, "time", SimpleNamespace(monotonic=lambda: next(times)))
    looks = []
    retention._looked.clear()
    for _ in range(4):
        retention._look(7, 60, lambda: looks.append(1))
    assert len(looks) == 1 and retention._looked[7] == 7_000.0
    retention._look(7, 60, lambda: looks.append(1))
    assert len(looks) == 2 and retention._looked[7] == 7_061.0


def test_what_is_on_its_way_is_left_alone(people):
    going = history.create(people.person, SPEC, operation="", options={})
    kept = made(people.person, 2)
    retention.choose(people.person, days=None, runs=1, megabytes=None)
    assert left() == {going, kept[1]}


def test_without_a_limit_nothing_goes(people):
    kept = made(people.person)
    assert retention.purge_person(people.person) == retention.purge_site() == 0
    assert left() == set(kept)


def test_whoever_sends_deletes_a_little_now_and_then(people, settings, monkeypatch):
    monkeypatch.setattr(retention, "_IN_PASSING", 2)
    made(people.person, 6)
    settings.PLAYGROUND_HISTORY_RUNS = 1
    retention._looked.clear()
    runs.start(people.person, SPEC_WITHOUT_VARIABLES)
    assert Run.objects.count() == 5
    runs.start(people.person, SPEC_WITHOUT_VARIABLES)  # so soon after, nobody looks
    assert Run.objects.count() == 6


def test_the_command_purges_everybody(people, settings, capsys):
    made(people.person, 3)
    made(Person.objects.create(), 3)
    settings.PLAYGROUND_HISTORY_RUNS = 2
    blobs.keep(b"nobody has this")
    call_command("purge_history")
    assert capsys.readouterr().out == "2 runs deleted.\n"
    assert Run.objects.count() == 4 and Blob.objects.count() == 3
    assert not Retention.objects.exists()
