"""Frames of a stream carry the time at which they were complete."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers.frames import FrameReader, frames, stream_kind

STREAM = 'event: a\ndata: {"x": 1}\n\n: comment\n\ndata: 中\ndata: 2\n\nid: 7\ndata: [DONE]\n\n'.encode()


def test_a_frame_arrives_with_its_last_byte():
    end_of_first = STREAM.index(b"\n\n") + 2
    arrivals = [[10.0, 5], [20.0, end_of_first], [30.0, len(STREAM)]]
    found = list(frames(STREAM, arrivals, "event_stream"))
    assert [(frame.number, frame.at, frame.event, frame.data) for frame in found] == [
        (1, 20.0, "a", '{"x": 1}'),
        (2, 30.0, "", "中\n2"),
        (3, 30.0, "", "[DONE]"),
    ]


def test_a_last_line_needs_no_end():
    found = list(frames(b'{"a":1}\n\n{"a":2}', [[5.0, 3], [9.0, 16]], "json_lines"))
    assert [(frame.number, frame.data) for frame in found] == [(1, '{"a":1}'), (2, '{"a":2}')]


def test_what_was_begun_and_not_ended_is_known():
    reader = FrameReader("event_stream")
    assert reader.feed(b"data: 1\n\ndata: 2") and reader.rest == "data: 2"


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
def test_any_split_gives_the_same_frames(cuts):
    arrivals = [[float(index), end] for index, end in enumerate(sorted(cuts))]
    whole = [(frame.number, frame.event, frame.id, frame.data) for frame in frames(STREAM, [], "event_stream")]
    split = [(frame.number, frame.event, frame.id, frame.data) for frame in frames(STREAM, arrivals, "event_stream")]
    assert split == whole and len(whole) == 3


ANSWER = json.dumps({"candidates": [{"content": {"parts": [{"text": "a"}]}}]}).encode()


@pytest.mark.parametrize(
    ("viewer", "content", "kind"),
    [
        ("event_stream", b"", "event_stream"),
        ("json_lines", b"{}", "json_lines"),
        ("json", b"[" + ANSWER, "json_array"),
        ("json", b"\xef\xbb\xbf\r\n [\n" + ANSWER + b"\n,\r\n", "json_array"),
        ("json", ANSWER, ""),
        ("json", b'[{"id": 1}, ' + ANSWER, ""),
        ("json", b"[1, " + ANSWER, ""),
        ("json", b"[NaN, x", ""),
        ("json", b"[" * 100_000, ""),
        ("text", b"[" + ANSWER, ""),
    ],
)
def test_a_stream_is_known_by_its_beginning(viewer, content, kind):
    assert stream_kind(viewer, content) == kind


def test_an_array_is_known_as_soon_as_its_first_element_is_whole():
    content = b"[" + ANSWER
    assert {stream_kind("json", content[:size], more=True) for size in range(1, len(content))} == {None}
    assert stream_kind("json", content, more=True) == "json_array"
    assert stream_kind("json", b'["' + b"x" * 70_000, more=True) == ""
