"""What a language model says, in pieces of the page while it arrives, and whole."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from playground.core.streams.folding.base import CALL, CONTENT, REASONING, Delta, Usage
from playground.core.streams.pace import Pace
from playground.history import inspection
from playground.history.telling import Teller, pace_measures, whole_measures
from tests.core.streams.folding.recordings import folded, recordings, told
from tests.history.recorded import recorded


def shown(people, run, path: str = "history:run_read") -> str:
    return people.owner.get(reverse(path, args=[run.pk])).content.decode()


def inner(html: str, testid: str) -> str:
    """The text of the first element with a hook, up to the end of its list or paragraph."""
    found = re.search(rf'data-testid="{testid}"[^>]*>(.*?)</(?:dl|pre|code|section)>', html, re.DOTALL)
    assert found, testid
    return unescape(re.sub("<[^>]+>", "", found[1]))


@pytest.mark.parametrize("name", sorted(recordings()))
def test_a_kept_stream_is_told_and_folded(people, name):
    recording = recordings()[name]
    html = shown(people, recorded(people.person, recording.content, recording.media_type, pieces=7))
    assert json.loads(inner(html, "final-object")) == recording.final
    frames, _, folder = told([recording.content], recording.kind)
    assert html.count('data-testid="stream-event"') == len(frames)
    assert html.count('data-testid="told-choice"') == len(folder.answer().choices)
    for choice in folder.answer().choices:
        for part in choice.parts:
            assert f'data-kind="{part.kind}"' in html
            assert part.text in unescape(html)


def test_measures_of_a_stream(people):
    recording = recordings()["chat_choices"]
    html = shown(people, recorded(people.person, recording.content, "text/event-stream", pieces=30))
    measures = dict(re.findall(r'data-measure="([^"]+)"><dt>[^<]*</dt><dd>([^<]*)', html))
    assert measures["first-byte"] == "310 ms" and measures["stalls"] == "none"
    assert (measures["usage-input"], measures["usage-output"], measures["usage-cached"]) == ("19", "10", "4")
    assert measures["tokens-per-second"].endswith("tokens/s")
    assert html.count(measures["tokens-per-second"]) == 2  # in the status line too


@pytest.mark.parametrize("name", sorted(recordings()))
def test_an_answer_that_came_whole_is_told_too(people, name):
    final, folder = recordings()[name].final, folded(name)
    html = shown(people, recorded(people.person, json.dumps(final).encode()))
    assert html.count('data-testid="told-choice"') == len(folder.answer().choices)
    for choice in folder.answer().choices:
        assert all(part.text in unescape(html) for part in choice.parts)
    found = dict(re.findall(r'data-measure="([^"]+)"><dt>[^<]*</dt><dd>([^<]*)', html))
    usage = folder.answer().usage
    assert found.get("usage-output", "") == (str(usage.output) if usage else "")
    assert "tab-response-folded" not in html and 'data-testid="replay"' not in html


def test_the_speed_of_a_whole_answer_includes_the_wait():
    found = {each.key: each.text for each in whole_measures(310.0, 2_000.0, Usage(7, 50))}
    assert found["tokens-per-second"] == "25 tokens/s" and found["first-byte"] == "310 ms"
    assert "tokens-per-second" not in {each.key for each in whole_measures(1.0, 9.0, Usage(7, 50))}


@pytest.mark.parametrize("content", [b'{"object": "list", "data": []}', b"[1]", b'"a"', b'{"a', b"{}", b"[" * 9_000])
def test_what_no_model_answered_is_not_told(people, content):
    assert 'data-testid="told"' not in shown(people, recorded(people.person, content))


# Streams that are very long


@pytest.fixture
def long_run(people, monkeypatch):
    monkeypatch.setattr(inspection, "FOLDED", 100)
    return recorded(people.person, recordings()["chat_choices"].content, "text/event-stream", pieces=7)


def test_a_very_long_stream_is_put_together_when_one_asks_for_it(people, long_run):
    html = shown(people, long_run)
    address = reverse("history:told_read", args=[long_run.pk])
    assert "longer than 16 MB" in html and address in html and 'data-testid="told"' not in html
    assert 'data-testid="stream-event"' in html
    for headers in ({}, {"HX-Request": "true"}):
        whole = people.owner.get(address, headers=headers).content.decode()
        assert 'data-testid="told"' in whole and ("<html" in whole) == (not headers)
        assert json.loads(inner(whole, "final-object")) == recordings()["chat_choices"].final


def test_the_final_object_is_a_file_and_its_owner_s_alone(people, long_run):
    address = reverse("history:told_read", args=[long_run.pk])
    answer = people.owner.get(address + "?download=1")
    assert answer.json() == recordings()["chat_choices"].final and "attachment" in answer["Content-Disposition"]
    assert {other.get(address).status_code for other in people.others} == {404}
    plain = recorded(people.person, b"data: a\n\n", "text/event-stream")
    assert people.owner.get(reverse("history:told_read", args=[plain.pk])).status_code == 404


def test_of_a_very_long_object_the_beginning_is_shown(people, monkeypatch):
    monkeypatch.setattr(inspection, "FINAL", 50)
    monkeypatch.setattr(inspection, "LIMIT", 40)
    run = recorded(people.person, recordings()["chat_choices"].content, "text/event-stream")
    html = shown(people, run)
    assert len(inner(html, "final-object")) == 50 and "This is its beginning; the download has the whole." in html


def test_a_very_long_stream_is_checked_when_one_asks_for_it(people, long_run):
    address = reverse("runs:show_checks", args=[long_run.pk])
    html = people.owner.get(address).content.decode()
    assert 'data-check="stream" data-verdict="unchecked"' in html and f"{address}?whole=1" in html
    assert 'data-check="stream" data-verdict="valid"' in people.owner.get(address + "?whole=1").content.decode()


def test_a_stream_of_no_known_provider_has_its_events_alone(people):
    html = shown(people, recorded(people.person, b"data: a\n\ndata: b\n\n", "text/event-stream"))
    assert html.count('data-testid="stream-event"') == 2
    assert 'data-testid="told"' not in html and "tab-response-folded" not in html


def test_what_a_model_says_is_no_html(people):
    frame = {"object": "chat.completion.chunk", "choices": [{"index": 0, "delta": {"content": "<img src=x> & \"'"}}]}
    html = shown(people, recorded(people.person, f"data: {json.dumps(frame)}\n\n".encode(), "text/event-stream"))
    assert "<img src=x>" not in html and "&lt;img src=x&gt; &amp;" in html


def test_a_half_of_a_character_can_be_shown(people):
    frame = b'data: {"id": "\\ud83d", "choices": [{"index": 0, "delta": {"content": "\\ud83d"}}]}\n\n'
    assert 'data-testid="told"' in shown(people, recorded(people.person, frame, "text/event-stream"))


def apply(pages: list[str]) -> dict[str, str]:
    """The texts of a page after out-of-band swaps into it, by id; a piece for a place that is not there fails."""
    texts: dict[str, str] = {}
    for html in pages:
        for number, text in re.findall(r'<div class="told-text" id="([^"]+)">(.*?)</div>', html, re.DOTALL):
            assert number not in texts
            texts[number] = text
        for number, text in re.findall(r'<div hx-swap-oob="beforeend:#([^"]+)">([^<]*)</div>', html, re.DOTALL):
            texts[number] += text
    return texts


def test_only_what_changed_is_sent():
    teller = Teller()
    pages = []
    for deltas in (
        [Delta(0, REASONING, "r", "Hm"), Delta(0, REASONING, "r", "m.")],
        [Delta(0, CONTENT, "c", " a <"), Delta(1, CONTENT, "c", "x")],
        [Delta(0, CONTENT, "c", " b\n"), Delta(0, CALL, "call-0", "", "f"), Delta(1, CONTENT, "c", "y")],
        [Delta(0, CALL, "call-0", "{}")],
    ):
        teller.add(deltas)
        pages.append(teller.flush())
    assert apply(pages) == {"told-0-r": "Hmm.", "told-0-c": " a &lt; b\n", "told-1-c": "xy", "told-0-call-0": "{}"}
    assert "Hm" not in pages[1] and "f" in pages[2] and len(pages[3]) < 80
    assert teller.flush() == ""


@pytest.mark.parametrize("name", sorted(recordings()))
def test_the_pieces_add_up_to_the_whole(name):
    recording, teller, pages = recordings()[name], Teller(), []
    deltas = told([recording.content], recording.kind)[1]
    for delta in deltas:
        teller.add([delta])
        pages.append(teller.flush())
    assert unescape("".join(apply(pages).values())) == "".join(
        delta.text for _, delta in sorted(enumerate(deltas), key=lambda row: _first(deltas, row[1]))
    )


def _first(deltas, wanted):
    return next(at for at, delta in enumerate(deltas) if (delta.choice, delta.part) == (wanted.choice, wanted.part))


def test_stalls_are_counted():
    pace = Pace()
    for at in (100, 200, 2200, 4200):
        pace.add(at, 10)
    found = {measure.key: measure.text for measure in pace_measures(90, pace, Usage(1234, 41))}
    assert found["stalls"] == "2, together 4 s" and found["longest-gap"] == "2 s, after 200 ms"
    assert found["tokens-per-second"] == "10 tokens/s" and found["usage-input"] == "1,234"
