"""Every recorded stream is folded into the object that its provider documents, however its bytes were cut."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import playground.core.streams.folding as package
from playground.core.streams.folding import registry
from playground.core.streams.folding.base import CALL, CONTENT, REASONING, REFUSAL, Part, Text, Usage
from playground.core.streams.folding.folder import Folder
from tests.core.streams.folding.recordings import folded, recordings, told

NAMES = sorted(recordings())
_OTHERS = {"__init__", "base", "growing", "folder", "registry"}


def test_the_list_holds_every_folding():
    files = {path.stem for path in Path(package.__file__).parent.glob("*.py")} - _OTHERS
    assert {folding.key for folding in registry.FOLDINGS} == files
    assert {name.partition("_")[0] for name in NAMES} == files


@pytest.mark.parametrize("name", NAMES)
def test_a_stream_is_folded_into_the_documented_object(name):
    folder = folded(name)
    assert folder.folding is not None and folder.folding.key == name.partition("_")[0]
    assert json.dumps(folder.result(), ensure_ascii=False, sort_keys=True) == json.dumps(
        recordings()[name].final, ensure_ascii=False, sort_keys=True
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_object_is_recognised_and_read_like_one_that_was_not_streamed(name):
    folder = folded(name)
    folding = registry.of_whole(recordings()[name].final)
    assert folding is folder.folding
    assert folding.read(recordings()[name].final) == folder.answer()


@pytest.mark.parametrize("name", NAMES)
def test_the_frames_add_up_to_what_is_read_in_the_end(name):
    recording = recordings()[name]
    _, deltas, folder = told([recording.content], recording.kind)
    for choice in folder.answer().choices:
        for kind in (CONTENT, REASONING, REFUSAL):
            pieces = "".join(delta.text for delta in deltas if (delta.choice, delta.kind) == (choice.index, kind))
            assert pieces == "".join(part.text for part in choice.parts if part.kind == kind)
        names = [delta.name for delta in deltas if delta.choice == choice.index and delta.name]
        assert names == [part.name for part in choice.parts if part.kind == CALL]


@given(st.sampled_from(NAMES), st.lists(st.integers(0, 20_000), max_size=40))
def test_any_split_gives_the_same_frames_and_the_same_object(name, places):
    recording = recordings()[name]
    whole_frames, whole_deltas, whole = told([recording.content], recording.kind)
    frames, deltas, folder = told(recording.cut(places), recording.kind)
    assert [(frame.data, frame.event) for frame in frames] == [(frame.data, frame.event) for frame in whole_frames]
    assert deltas == whole_deltas
    assert folder.result() == whole.result() and folder.notes == whole.notes


def _spelled(content: bytes, line_end: bytes, more: bytes) -> bytes:
    """The same event stream with another line end, and with more lines in every event."""
    events = content.strip().split(b"\n\n")
    return b"\xef\xbb\xbf" + b"".join((more + event + b"\n\n").replace(b"\n", line_end) for event in events)


@given(
    st.sampled_from([name for name in NAMES if recordings()[name].kind == "event_stream"]),
    st.sampled_from([b"\n", b"\r\n", b"\r"]),
    st.sampled_from([b"", b": keep-alive\n", b"retry: 3000\nid: 7\n", ": 注释\n\n".encode()]),
    st.lists(st.integers(0, 20_000), max_size=40),
)
def test_line_ends_a_byte_order_mark_and_comments_change_nothing(name, line_end, more, places):
    recording = recordings()[name]
    spelled = replace(recording, content=_spelled(recording.content, line_end, more))
    _, deltas, folder = told(spelled.cut(places), recording.kind)
    assert deltas == told([recording.content], recording.kind)[1]
    assert folder.result() == recording.final


@pytest.mark.parametrize("name", NAMES)
def test_byte_by_byte(name):
    recording = recordings()[name]
    pieces = [recording.content[at : at + 1] for at in range(len(recording.content))]
    assert told(pieces, recording.kind)[2].result() == recording.final


def test_reasoning_calls_and_refusals_are_read_apart():
    parts = {name: folded(name).answer().choices[0].parts for name in NAMES}
    assert parts["chat_reasoning"] == (Part(REASONING, "9.11 is less."), Part(CONTENT, "9.8 is greater."))
    assert [part.kind for part in parts["messages_tools"]] == [CONTENT, CALL, CALL]
    assert parts["chat_tools"][0] == Part(
        CALL, '{"location":"Paris, France"}', "get_weather", "call_DdmO9pD3xa9XTPNJ32zg2hcA"
    )
    assert parts["gemini_tools"][2].text == parts["ollama_tools"][1].text.replace("city", "location").replace(
        "Tokyo", "Paris"
    )
    assert parts["chat_refusal"] == (Part(REFUSAL, "I'm sorry, I can't help with that."),)


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("chat_choices", ["stop", "stop"]),
        ("completions", ["length"]),
        ("responses", ["completed"]),
        ("responses_incomplete", ["max_output_tokens"]),
        ("messages", ["end_turn"]),
        ("gemini", ["STOP"]),
        ("ollama_generate", ["length"]),
    ],
)
def test_finish_reasons_are_the_provider_s_own_words(name, reasons):
    assert [choice.finish_reason for choice in folded(name).answer().choices] == reasons


@pytest.mark.parametrize(
    ("name", "usage"),
    [
        ("chat_choices", Usage(19, 10, cached=4, reasoning=0)),
        ("chat_reasoning", Usage(13, 65, cached=0, reasoning=60)),
        ("chat_tools", None),
        ("responses", Usage(37, 11, cached=0, reasoning=0)),
        ("messages", Usage(25, 15, cached=0, written=0)),
        ("gemini_tools", Usage(11, 49, reasoning=31)),
        ("ollama_chat", Usage(26, 282)),
    ],
)
def test_usage_is_read(name, usage):
    assert folded(name).answer().usage == usage


def test_halves_of_a_character_in_two_frames_become_one():
    folder = Folder()
    frame = '{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"%s"}}]}'
    shown = [delta.text for data in ("a\\ud83d", "\\ude00b", "\\ud83d") for delta in folder.add(frame % data)]
    assert shown == ["a", "😀b"]
    assert folder.answer().choices[0].content == "a😀b\ufffd"
    assert folder.notes.halves == 2


def test_calls_that_are_all_numbered_0_are_told_apart_by_their_id():
    folder = Folder()
    for identity in ("a", "b"):
        call = {"index": 0, "id": identity, "function": {"name": identity, "arguments": "{}"}}
        folder.add(json.dumps({"choices": [{"index": 0, "delta": {"tool_calls": [call]}}]}))
    assert [part.id for part in folder.answer().choices[0].parts] == ["a", "b"]


def test_what_is_of_no_known_shape_is_left_alone():
    folder = Folder()
    for data in ('{"a": 1}', "[1]", "no json", "1e999", "NaN", "[" * 100_000):
        assert folder.add(data) == []
    assert folder.folding is None and folder.result() is None
    assert (folder.notes.frames, folder.notes.invalid) == (6, 3)


def test_frames_before_the_first_that_is_recognised_are_folded_too():
    folder = Folder()
    folder.add('{"id": "x", "choices": [], "prompt_filter_results": []}')
    assert folder.folding is None
    folder.add('{"id": "x", "choices": [{"index": 0, "delta": {"content": "a"}}]}')
    assert folder.result()["prompt_filter_results"] == []


_ODD = (
    None,
    True,
    -1,
    0,
    10**30,
    0.5,
    "",
    "a",
    "\ud83d",
    [],
    [None],
    [[]],
    [{}],
    {},
    {"index": 1},
    {"id": 0},
    {"type": []},
)


@given(st.sampled_from(NAMES), st.integers(0, 2**32))
def test_members_of_any_type_never_stop_it(name, seed):
    recording, chance = recordings()[name], random.Random(seed)
    folder = Folder()
    for frame in told([recording.content], recording.kind)[0]:
        if frame.data != "[DONE]":
            folder.add(json.dumps(_bent(json.loads(frame.data), chance)), frame.event)
    json.dumps(folder.result())
    folder.answer()
    if folder.fold:
        folder.fold.faults()


def _bent(value, chance):
    """The value with another one in some place."""
    if not isinstance(value, dict | list) or not value or not chance.randrange(5):
        return chance.choice(_ODD)
    copy = value.copy()
    key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
    copy[key] = _bent(value[key], chance)
    return copy


def test_text_grows_in_linear_time():
    text = Text()
    for _ in range(300_000):
        text.add("token ")
    assert len(str(text)) == 1_800_000
    folder = Folder()
    frame = '{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"xxxxx"}}]}}]}'
    for _ in range(100_000):
        folder.add(frame)
    assert len(folder.answer().choices[0].parts[0].text) == 500_000
