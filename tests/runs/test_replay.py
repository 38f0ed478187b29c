"""A stream from the history, played again at the pace at which it came."""

from __future__ import annotations

import time

import pytest
from django.urls import reverse

from playground.core.streams.framing import EventStreamReader
from playground.history.models import Run
from tests.core.streams.folding.recordings import recordings
from tests.history.recorded import recorded

HTMX = {"HX-Request": "true"}


@pytest.fixture
def run(people) -> Run:
    """A stream of 1.24 s."""
    return recorded(people.person, recordings()["chat_choices"].content, "text/event-stream", pieces=20)


def replayed(client, run: Run):
    """The events, each with the seconds at which it came."""
    response = client.get(reverse("runs:replay_read", args=[run.pk]))
    assert response.headers["Content-Type"] == "text/event-stream"
    reader, begun = EventStreamReader(), time.monotonic()
    return [(time.monotonic() - begun, event) for piece in response.streaming_content for event in reader.feed(piece)]


def test_it_comes_as_it_came_and_nothing_is_sent(people, run):
    before = Run.objects.count()
    events = replayed(people.owner, run)
    told = [at for at, event in events if event.event == "told"]
    assert told and told[0] >= 0.32 and events[-1][0] >= 1.24
    shown = "".join(event.data for _, event in events if event.event == "told")
    assert "Hello" in shown and "你" in shown
    assert events[-1][1].event == "end" and 'data-run-state="done"' in events[-1][1].data
    assert Run.objects.count() == before  # and the address of the run is of no server


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
