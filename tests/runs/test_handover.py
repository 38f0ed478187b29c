"""A run that is sent by the request that asks for it, and shown by whoever comes for its events."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator

import pytest
import requests

from playground.core.messages import RequestSpec
from playground.core.streams.framing import EventStreamReader
from playground.history import services as history
from playground.history.models import Run
from playground.runs import services as runs
from playground.runs.handover import _FETCH_S
from tests.forms import fields
from tests.runs.test_live import STREAM_HEAD, TEXT_HEAD
from tests.site import Site
from tests.transport.upstream import answer, upstream


def test_what_ends_at_once_is_there_without_events(people):
    with upstream(answer(b"ok", "Content-Type: text/plain")) as server:
        begun = runs.begin(people.person, RequestSpec("GET", server.origin))
        assert begun.wait()
    assert (begun.run.state, begun.run.status) == (Run.State.DONE, 200)
    assert bytes(history.with_content(begun.run).content.body) == b"ok"


class Visitor:
    """A browser's requests, to the whole program."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.session = requests.Session()
        self.form = fields(self.session.get(f"{site.url}/").text)

    def send(self, url: str) -> str:
        """What the page gets for a click on Send."""
        form = {**self.form, "method": "GET", "url": url, "body_type": "none", "named": "YOUR_API_KEY"}
        address = f"{self.site.url}/try/create-structured-output/send/"
        answered = self.session.post(address, data=form, headers={"HX-Request": "true"}, timeout=20)
        assert answered.status_code == 200, answered.text
        return answered.text

    def events(self, shown: str) -> Iterator[tuple[str, str]]:
        """Names and data of the events of a run that goes on."""
        (path,) = re.findall(r'sse-connect="([^"]+)"', shown)
        reader = EventStreamReader()
        with self.session.get(self.site.url + path, stream=True, timeout=20) as answered:
            for piece in answered.iter_content(None):
                for event in reader.feed(piece):
                    yield event.event, event.data

    def rest(self, shown: str) -> str:
        """What stands behind the first view of an answer."""
        (path,) = re.findall(r'hx-get="(/history/[^"]+/rest)"', shown)
        return self.session.get(self.site.url + path, headers={"HX-Request": "true"}, timeout=20).text

    def kept(self, shown: str) -> str:
        (number,) = re.findall(r'data-run="([^"]+)"', shown)
        return self.session.get(f"{self.site.url}/history/{number}/", timeout=20).text


@pytest.fixture
def visitor(site: Site) -> Visitor:
    return Visitor(site)


def test_an_answer_at_once_comes_with_the_answer_to_the_click(visitor):
    with upstream(answer(b"there it is", "Content-Type: text/plain")) as server:
        shown = visitor.send(server.origin)
    assert 'data-run-state="done"' in shown and "there it is" in shown and "sse-connect" not in shown
    rest = visitor.rest(shown)
    assert 'id="history-latest" class="history-latest" hx-swap-oob="true"' in rest
    assert 'data-testid="response-headers"' in rest and 'data-testid="response-timing"' in rest


def test_a_stream_is_left_for_the_page_and_nothing_of_it_is_lost(visitor):
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        assert gate.wait(20)
        caller.send(b"data: two\n\n")

    with upstream(behaviour=slowly) as server:
        events = visitor.events(visitor.send(server.origin))
        first = next(data for name, data in events if name == "frame")
        assert "one" in first and "two" not in first
        gate.set()
        end = [data for name, data in events][-1]
    assert end.count('data-testid="stream-event"') == 2 and 'data-run-state="done"' in end


def test_a_slow_answer_is_sent_once_however_many_come_for_it(visitor):
    callers = []

    def slowly(caller):
        callers.append(caller)
        caller.send(0.3, TEXT_HEAD, b"it came late")

    with upstream(behaviour=slowly) as server:
        shown = visitor.send(server.origin)
        first, second = visitor.events(shown), visitor.events(shown)
        reading = threading.Thread(target=lambda: list(first))
        reading.start()
        assert [name for name, _ in second][-1] == "end"
        reading.join(20)
    assert len(callers) == 1
    assert "it came late" in visitor.kept(shown)


def test_what_nobody_comes_for_is_stopped_and_kept(visitor):
    closed = threading.Event()

    def endless(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        closed.wait(20)

    with upstream(behaviour=endless) as server:
        shown = visitor.send(server.origin)
        time.sleep(_FETCH_S + 1)
        page = visitor.kept(shown)
        closed.set()
    assert 'data-run-state="stopped"' in page and page.count('data-testid="stream-event"') == 1
