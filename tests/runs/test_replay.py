"""A stream from the history, played again at the pace at which it came."""

from __future__ import annotations

import pytest
from django.urls import reverse

from playground.core.streams.framing import EventStreamReader
from playground.history.inspection import Inspection
from playground.history.models import Content, Run
from playground.runs import live
from tests.core.streams.folding.recordings import recordings
from tests.history.recorded import recorded

HTMX = {"HX-Request": "true"}


class Clock:
    """Time passes where somebody waits, and nowhere else."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(live, "CLOCK", clock)
    return clock


@pytest.fixture
def run(people) -> Run:
    """A stream of 1.24 s in 20 chunks, from 0.32 s to 0.51 s."""
    return recorded(people.person, recordings()["chat_choices"].content, "text/event-stream", pieces=20)


def replayed(client, run: Run, clock: Clock):
    """The events, each with the seconds that had passed when it came."""
    response = client.get(reverse("runs:replay_read", args=[run.pk]))
    assert response.headers["Content-Type"] == "text/event-stream"
    reader = EventStreamReader()
    return [(clock.at, event) for piece in response.streaming_content for event in reader.feed(piece)]


def test_it_comes_as_it_came_and_nothing_is_sent(people, run, clock):
    before = Run.objects.count()
    events = replayed(people.owner, run, clock)
    told = [(at, event.data) for at, event in events if event.event == "told"]
    shown = "".join(data for _, data in told)
    assert "Hello" in shown and "你" in shown
    assert events[-1][1].event == "end" and 'data-run-state="done"' in events[-1][1].data
    assert Run.objects.count() == before  # and the address of the run is of no server


def test_it_comes_at_the_pace_at_which_it_came(people, run, clock):
    events = replayed(people.owner, run, clock)
    told = [at for at, event in events if event.event == "told"]
    pace = Inspection(run).folder.pace
    for at, came in ((told[0], pace.first), (told[-1], pace.last)):  # what comes within 50 ms goes together
        assert came / 1000 <= at <= came / 1000 + 0.051
    assert events[-1][0] == pytest.approx(1.24)


def test_a_silence_is_as_long_as_it_was(people, run, clock):
    arrivals = [[at + (60_000 if number >= 10 else 0), end] for number, (at, end) in enumerate(run.content.arrivals)]
    Content.objects.filter(pk=run.pk).update(arrivals=arrivals)
    Run.objects.filter(pk=run.pk).update(duration_ms=61_240)
    events = replayed(people.owner, run, clock)
    told = [at for at, event in events if event.event == "told"]
    assert {at // 60 for at in told} == {0, 1} and events[-1][0] == pytest.approx(61.24)


@pytest.mark.parametrize("pieces", [3, 40, 60])
def test_an_array_of_frames_is_told_too(people, clock, pieces):
    recording = recordings()["gemini_array"]
    run = recorded(people.person, recording.content, recording.media_type, pieces=pieces)
    events = [event for _, event in replayed(people.owner, run, clock)]
    shown = {
        name: "".join(event.data for event in events if event.event == name) for name in ("told", "frame", "chunk")
    }
    assert "I need" in shown["told"] and "get_weather" in shown["told"]
    assert shown["frame"].count('data-testid="stream-event"') == recording.content.count(b'"candidates"')
    assert shown["chunk"] == ""


def test_owner_alone_replays(people, run):
    for name in ("runs:replay_read", "runs:replay_show"):
        for other in people.others:
            assert other.get(reverse(name, args=[run.pk])).status_code == 404


def test_the_place_of_a_replay_and_its_end(people, run):
    address = reverse("runs:replay_show", args=[run.pk])
    page = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    assert f'data-testid="replay" hx-get="{address}?alone=1"' in page
    fragment = people.owner.get(address, headers=HTMX).content.decode()
    assert f'sse-connect="{reverse("runs:replay_read", args=[run.pk])}"' in fragment
    ended = people.owner.get(address + "?end=1", headers=HTMX).content.decode()
    assert 'data-run-state="done"' in ended and 'data-testid="final-object"' in ended
    assert people.owner.get(address).url == reverse("history:run_read", args=[run.pk])


def test_a_run_that_is_not_over_is_followed(people, run):
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING)
    fragment = people.owner.get(reverse("runs:replay_show", args=[run.pk]), headers=HTMX).content.decode()
    assert f'sse-connect="{reverse("runs:events_read", args=[run.pk])}' in fragment
