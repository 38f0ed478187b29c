"""A run as the page sees it: pieces while it arrives, the whole at its end, and the row that is kept."""

from __future__ import annotations

import json
import re
import threading
import time
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from playground.core.messages import Parameter, RequestSpec, Timings
from playground.core.streams.framing import EventStreamReader, StreamEvent
from playground.history import lists
from playground.history import services as history
from playground.history.models import Run
from playground.runs import services as runs
from playground.runs import watch
from playground.runs.arriving import LIVE_FRAMES
from playground.transport.events import ExchangeCompleted
from tests.people import leave
from tests.site import free_port
from tests.transport.upstream import answer, upstream

STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
TEXT_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"


class Watcher:
    """Reads the events of a run as EventSource does, without a network in between."""

    def __init__(self, client: Client, run: Run) -> None:
        self.response = client.get(reverse("runs:events_read", args=[run.pk]))
        assert self.response.status_code == 200
        self._reader = EventStreamReader()
        self._pieces = iter(self.response.streaming_content)

    def __iter__(self):
        for piece in self._pieces:
            yield from self._reader.feed(piece)

    def until(self, name: str) -> list[StreamEvent]:
        """The events up to the first of that name."""
        seen = []
        for event in self:
            seen.append(event)
            if event.event == name:
                return seen
        raise AssertionError(f"no {name}: {[event.event for event in seen]}")

    def wait_while(self, condition) -> None:
        """Go on reading until something has changed; what comes meanwhile is not looked at."""
        while condition():
            next(self._pieces)

    def close(self) -> None:
        leave(self.response)


def names(events) -> list[str]:
    return [event.event for event in events]


def data(events, name: str) -> str:
    return "".join(event.data for event in events if event.event == name)


def kept(run: Run) -> Run:
    return history.with_content(run)


def test_a_quick_answer_comes_whole(people, pending):
    with upstream(answer(b'{"a": 1}', "Content-Type: application/json")) as server:
        run = pending(f"{server.origin}/v1/x")
        watcher = Watcher(people.owner, run)
        events = list(watcher)
    assert names(events) == ["end"]
    end = events[0].data
    assert 'data-run-state="done"' in end and "200 OK" in end
    assert f'hx-get="/history/{run.pk}/rest"' in end and 'data-testid="response-headers"' not in end
    run = kept(run)
    assert (run.state, run.status, bytes(run.content.body)) == (Run.State.DONE, 200, b'{"a": 1}')
    assert run.content.sent["url"] == f"{server.origin}/v1/x"
    assert watcher.response.headers["Cache-Control"] == "no-store"
    assert watcher.response.headers["X-Accel-Buffering"] == "no"


def test_events_arrive_one_by_one(people, pending):
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        assert gate.wait(20)
        caller.send(b"event: delta\ndata: two\n\n")

    with upstream(behaviour=slowly) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        before = watcher.until("frame")
        assert "one" in before[-1].data and "two" not in before[-1].data
        assert data(before, "head").count("200 OK") >= 1
        gate.set()
        after = watcher.until("end")
    assert "two" in data(after, "frame") or "two" in data(after, "end")
    assert after[-1].data.count('data-testid="stream-event"') == 2
    assert [end for _, end in kept(run).content.arrivals] == [11, 35]


def test_other_text_arrives_in_pieces_to_the_letter(people, pending):
    gate = threading.Event()
    text = "första <b>\r\nraden & 中文\n\n slut".encode()

    def slowly(caller):
        caller.send(TEXT_HEAD, text[:4], 0.03, text[4:20], 0.1, text[20:])
        assert gate.wait(20)

    with upstream(behaviour=slowly) as server:
        watcher = Watcher(people.owner, pending(server.origin))
        events, shown = [], ""
        for event in watcher:
            events.append(event)
            shown = unescape(data(events, "chunk"))
            if shown == text.decode():
                break
        gate.set()
        watcher.until("end")
    assert shown == text.decode()


def test_what_says_nothing_to_the_eye_is_counted_alone(people, pending):
    gate = threading.Event()

    def slowly(caller):
        caller.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n",
            b"\x89PNG\r\n\x1a\n" + bytes(992),
        )
        assert gate.wait(20)

    with upstream(behaviour=slowly) as server:
        watcher = Watcher(people.owner, pending(server.origin))
        events = watcher.until("head")
        gate.set()
        events += watcher.until("end")
    assert "chunk" not in names(events) and "frame" not in names(events)
    assert "1.0 kB" in data(events, "head")


def test_a_failure_is_recorded_and_shown(people, pending):
    run = pending(f"http://127.0.0.1:{free_port()}/")
    events = list(Watcher(people.owner, run))
    assert names(events) == ["end"] and 'data-code="connection_refused"' in events[0].data
    run = kept(run)
    assert run.state == Run.State.FAILED and run.failure["code"] == "connection_refused"


def test_a_refused_address_is_a_run_like_any_other(people, pending, settings):
    settings.PLAYGROUND_ALLOW_NETWORKS = []
    events = list(Watcher(people.owner, pending("http://127.0.0.1:8080/")))
    assert 'data-code="refused_address"' in events[0].data


def test_what_came_before_a_break_is_kept(people, pending):
    with upstream(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf of it") as server:
        run = pending(server.origin)
        list(Watcher(people.owner, run))
    run = kept(run)
    assert (run.state, run.cut, bytes(run.content.body)) == (Run.State.FAILED, "broken", b"half of it")


def test_a_secret_that_comes_back_is_shown_and_kept_masked(people, pending):
    with upstream(behaviour=lambda caller: caller.send(TEXT_HEAD, b"you sent sk-secr", 0.1, b"et-1234!")) as server:
        run = pending(server.origin, headers=(Parameter("Authorization", "Bearer sk-secret-1234"),))
        events = list(Watcher(people.owner, run))
    run = kept(run)
    assert bytes(run.content.body) == b"you sent **************!"
    stored = f"{run.content.request} {run.content.sent} {run.failure}"
    assert "sk-secret-1234" not in stored + "".join(event.data for event in events)
    assert b"Bearer sk-secret-1234" in server.requests[0]


def test_one_sends_and_another_follows(people, pending):
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        assert gate.wait(20)
        caller.send(b"data: two\n\n")

    with upstream(behaviour=slowly) as server:
        run = pending(server.origin)
        first = Watcher(people.owner, run)
        first.until("frame")
        history.mark_followed(run)  # as the page does that shows a running run
        second = Watcher(people.owner, run)
        assert second.until("live")[-1].event == "live"
        first.wait_while(lambda: not kept(run).decoded_bytes)  # whoever sends sees the follower, and saves what came
        seen = second.until("frame")
        assert "one" in seen[-1].data
        gate.set()
        first.until("end")
        end = second.until("end")[-1].data
    assert 'data-run-state="done"' in end and "two" in end
    assert len(server.requests) == 1


def test_a_run_that_is_over_is_shown_and_not_sent_again(people, pending):
    with upstream(answer(b"hello", "Content-Type: text/plain")) as server:
        run = pending(server.origin)
        list(Watcher(people.owner, run))
        again = list(Watcher(people.owner, run))
    assert names(again) == ["end"] and "hello" in again[0].data
    assert len(server.requests) == 1


def test_closing_the_page_stops_the_upstream_and_keeps_what_came(people, pending):
    def endlessly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        while True:
            caller.send(b": still here\n\n", 0.02)

    with upstream(behaviour=endlessly) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        watcher.until("frame")
        watcher.close()
        assert server.closed.wait(5)
    run = kept(run)
    assert (run.state, run.cut, run.status) == (Run.State.STOPPED, "stopped", 200)
    assert bytes(run.content.body).startswith(b"data: one\n\n")


def test_a_closed_page_that_somebody_follows_goes_on(people, pending):
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        assert gate.wait(20)
        caller.send(b"data: two\n\n")

    with upstream(behaviour=slowly) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        watcher.until("frame")
        people.owner.get(reverse("history:run_read", args=[run.pk]))
        threading.Timer(0.4, gate.set).start()
        watcher.close()
    run = kept(run)
    assert run.state == Run.State.DONE and b"two" in bytes(run.content.body)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_stop_ends_a_silent_upstream(people, pending, monkeypatch, elsewhere):
    if elsewhere:  # as another process would: it has the row alone
        monkeypatch.setattr(runs, "stop_here", lambda run: None)

    def silently(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n", 30.0)

    with upstream(behaviour=silently) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        watcher.until("frame")
        begun = time.monotonic()
        response = people.owner.post(reverse("runs:run_stop", args=[run.pk]), headers={"HX-Request": "true"})
        assert response.status_code == 204
        end = watcher.until("end")[-1].data
        assert time.monotonic() - begun < 10
    assert 'data-run-state="stopped"' in end and 'data-cut="stopped"' in end
    assert bytes(kept(run).content.body) == b"data: one\n\n"


def test_stop_before_anything_came(people, pending):
    with upstream(30.0) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        stopper = threading.Timer(0.3, runs.stop_here, [run])
        stopper.start()
        end = watcher.until("end")[-1].data
    assert 'data-run-state="stopped"' in end and 'data-code="stopped"' in end


def test_stop_of_a_run_that_did_not_begin(people, pending):
    run = pending("http://127.0.0.1:8080/")
    response = people.owner.post(reverse("runs:run_stop", args=[run.pk]))
    assert response.status_code == 302
    assert kept(run).state == Run.State.STOPPED
    assert names(list(Watcher(people.owner, run))) == ["end"]


def test_a_run_deleted_while_it_runs_is_stopped(people, pending):
    with upstream(behaviour=lambda caller: caller.send(STREAM_HEAD, b"data: one\n\n", 30.0)) as server:
        run = pending(server.origin)
        watcher = Watcher(people.owner, run)
        watcher.until("frame")
        people.owner.post(reverse("history:run_delete", args=[run.pk]))
        watcher.until("end")
    assert not Run.objects.exists()


def test_an_error_of_ours_leaves_no_run_running(people, pending, monkeypatch):
    def broken(*_args, **_options):
        raise RuntimeError("a bug")
        yield

    monkeypatch.setattr("playground.runs.performance.exchange", broken)
    run = pending("http://127.0.0.1:8080/")
    with pytest.raises(RuntimeError, match="a bug"):
        list(Watcher(people.owner, run))
    assert kept(run).state == Run.State.FAILED and kept(run).failure["code"] == "interrupted"


def test_without_room_for_another_thread_no_run_stays_running(people, pending, monkeypatch):
    def full(self):
        raise RuntimeError("can't start new thread")

    run = pending("http://127.0.0.1:8080/")
    monkeypatch.setattr(threading.Thread, "start", full)
    with pytest.raises(RuntimeError, match="new thread"):
        list(Watcher(people.owner, run))
    assert kept(run).state == Run.State.FAILED and kept(run).failure["code"] == "interrupted"


def test_silence_is_filled_with_heartbeats(people, pending):
    with upstream(0.8, answer(b"late", "Content-Type: text/plain")) as server:
        response = people.owner.get(reverse("runs:events_read", args=[pending(server.origin).pk]))
        pieces = list(response.streaming_content)
    assert pieces.count(b":\n\n") >= 2
    assert pieces[-1].startswith(b"event: end\n")


def test_to_the_end_without_a_page(people, pending):
    with upstream(answer(b"hello", "Content-Type: text/plain")) as server:
        run = runs.perform_to_end(pending(server.origin))
        assert run.state == Run.State.DONE and run.content.body == b"hello"
        runs.perform_to_end(run)
    assert len(server.requests) == 1


def test_strangers_follow_nothing(people, pending):
    run = pending("http://127.0.0.1:8080/")
    for other in people.others:
        assert other.get(reverse("runs:events_read", args=[run.pk])).status_code == 404
    assert kept(run).state == Run.State.PENDING


def test_a_very_long_text_is_shown_in_part_while_it_arrives(people, pending):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
    with upstream(head, *[b"x" * 65_536, 0.02] * 20, 0.2) as server:
        events = list(Watcher(people.owner, pending(server.origin)))
    assert 200_000 < len(data(events, "chunk")) <= 256 * 1024
    assert "1.3 MB" in events[-1].data


def chunk(**delta) -> bytes:
    value = {"object": "chat.completion.chunk", "id": "c", "choices": [{"index": 0, "delta": delta}]}
    return f"data: {json.dumps(value)}\n\n".encode()


def test_what_a_language_model_says_grows(people, pending):
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, chunk(role="assistant", content="Once "))
        assert gate.wait(20)
        caller.send(chunk(content="upon <a>"), 0.1, chunk(content=" time"), b"data: [DONE]\n\n")

    with upstream(behaviour=slowly) as server:
        watcher = Watcher(people.owner, pending(server.origin))
        first = watcher.until("told")[-1].data
        assert 'id="told-0-content">Once </div>' in first
        gate.set()
        rest = watcher.until("end")
    grown = data(rest, "told")
    assert 'hx-swap-oob="beforeend:#told-0-content"' in grown and "Once" not in grown
    assert "upon &lt;a&gt;" in grown
    assert "Once upon &lt;a&gt; time" in rest[-1].data and 'data-measure="first-token"' in rest[-1].data


def test_of_very_many_events_the_page_keeps_the_newest(people, pending):
    def quickly(caller):
        for begin in range(0, 1000, 50):
            caller.send(
                *([STREAM_HEAD] if begin == 0 else []), *[b"data: %d\n\n" % n for n in range(begin, begin + 50)], 0.06
            )

    with upstream(behaviour=quickly) as server:
        events = list(Watcher(people.owner, pending(server.origin)))
    shown: set[str] = set()
    for event in events:
        if event.event == "frame":
            gone = set(re.findall(r'<li id="(frame-\d+)" hx-swap-oob="delete">', event.data))
            assert gone <= shown
            shown = (shown - gone) | set(re.findall(r'<li class="frame"[^>]* id="(frame-\d+)"', event.data))
            assert len(shown) <= LIVE_FRAMES
    assert len(shown) == LIVE_FRAMES and "frame-1" not in shown
    assert "1000 events" in events[-1].data or "1,000 events" in events[-1].data


# Where only the end is waited for: one thread does it all


def test_to_the_end_a_run_is_stopped_by_what_its_row_says(people, pending, monkeypatch):
    take = history.Recorder.take

    def stopped_elsewhere(self, event):
        shown = take(self, event)
        if self.body:
            Run.objects.filter(pk=self.run.pk).update(stop_requested=True)
        return shown

    monkeypatch.setattr(history.Recorder, "take", stopped_elsewhere)
    with upstream(behaviour=lambda caller: caller.send(TEXT_HEAD, b"so far", 30.0)) as server:
        run = runs.perform_to_end(pending(server.origin))
    assert kept(run).state == Run.State.STOPPED and bytes(kept(run).content.body) == b"so far"


def test_to_the_end_what_came_so_far_is_saved_meanwhile(people, pending, monkeypatch):
    monkeypatch.setattr("playground.runs.performance.SAVE_S", 0.0)
    saved = []
    save = history.Recorder.save

    def noted(self):
        save(self)
        saved.append((kept(self.run).state, bytes(kept(self.run).content.body)))

    monkeypatch.setattr(history.Recorder, "save", noted)
    with upstream(behaviour=lambda caller: caller.send(TEXT_HEAD, b"so far", 1.0, b" and on")) as server:
        runs.perform_to_end(pending(server.origin))
    assert saved[0] == (Run.State.RUNNING, b"so far") and saved[-1] == (Run.State.DONE, b"so far and on")


def test_to_the_end_an_error_of_ours_leaves_no_run_running(people, monkeypatch):
    def broken(*_args, **_options):
        raise RuntimeError("a bug")
        yield

    monkeypatch.setattr("playground.runs.performance.exchange", broken)
    with pytest.raises(RuntimeError, match="a bug"):
        runs.send_to_end(people.person, RequestSpec("GET", "http://127.0.0.1:8080/"))
    run = Run.objects.get()
    assert run.state == Run.State.FAILED and run.failure["code"] == "interrupted"


def test_to_the_end_a_process_that_ends_says_so(people):
    def ending(caller):
        caller.send(TEXT_HEAD, b"so far")
        watch.end_all()
        caller.send(30.0)

    with upstream(behaviour=ending) as server:
        run = runs.send_to_end(people.person, RequestSpec("GET", server.origin))
    assert (kept(run).state, kept(run).failure["code"]) == (Run.State.FAILED, "interrupted")


def test_a_note_and_tags_that_were_given_meanwhile_are_found(people, pending):
    run = pending("http://127.0.0.1:8080/")
    assert history.claim(run)
    recorder = history.Recorder(run)
    history.describe(Run.objects.get(pk=run.pk), note="Zwischenstand", tags=["keepsake"])
    recorder.take(ExchangeCompleted(1.0, Timings(), 0, 0, ""))
    recorder.save()
    for text in ("Zwischenstand", "keepsake"):
        assert [found.pk for found in lists.page_of(people.person, lists.Wanted(text=text)).runs] == [run.pk]
