import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.streams.framing import (
    ArrayReader,
    EventStreamReader,
    LineReader,
    StreamEvent,
    read_events,
    read_lines,
    write_event,
    write_line,
)


@pytest.mark.parametrize(
    ("stream", "events"),
    [
        ("data: a\n\n", [StreamEvent("a")]),
        ("data:a\r\n\r\ndata:  b\r\rdata\n\n", [StreamEvent("a"), StreamEvent(" b"), StreamEvent("")]),
        ("data: a\ndata: b\ndata\n\n", [StreamEvent("a\nb\n")]),
        (": comment\n\nevent: ping\n\ndata: x\n\n", [StreamEvent("x")]),
        ("event: add\nid: 7\nretry: 250\ndata: 1\n\ndata: 2\n\n", [
            StreamEvent("1", "add", "7", 250), StreamEvent("2", "", "7"),
        ]),
        ("retry: 1s\nid: a\0b\nunknown: x\ndata: y\n\n", [StreamEvent("y")]),
        ("\ufeffdata: bom\n\n", [StreamEvent("bom")]),
        ("data: unfinished\n", []),
        ("data\n\ndata\ndata\n\ndata:", [StreamEvent(""), StreamEvent("\n")]),
        ("data: [DONE]\n\n", [StreamEvent("[DONE]")]),
    ],
)  # fmt: skip
def test_events_are_read_as_the_standard_says(stream, events):
    assert read_events(stream) == events


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_however_the_bytes_are_cut(size):
    stream = "event: 消息\r\ndata: 你好 👋\r\ndata: b\r\n\r\ndata: c\r\n\r\n".encode()
    reader = EventStreamReader()
    events = [event for at in range(0, len(stream), size) for event in reader.feed(stream[at : at + size])]
    assert events == [StreamEvent("你好 👋\nb", "消息"), StreamEvent("c")]
    assert reader.rest == ""


def test_what_is_cut_off_is_known():
    reader = EventStreamReader()
    assert reader.feed(b'data: {"a": 1}\n\nevent: x\ndata: {"b') == [StreamEvent('{"a": 1}')]
    assert reader.rest == 'event: x\ndata: {"b'


def test_bytes_that_are_not_utf_8_do_not_stop_a_stream():
    assert read_events(b"data: \xff\n\n") == [StreamEvent("\ufffd")]


def test_a_million_small_pieces_are_read_in_linear_time():
    reader = LineReader()
    for _ in range(300_000):
        assert reader.feed(b"xxxx") == []
    assert reader.feed(b"\n") == ["xxxx" * 300_000]


names = st.text(st.characters(blacklist_characters="\r\n\0", blacklist_categories=["Cs"]))
datas = st.text(st.characters(blacklist_characters="\r", blacklist_categories=["Cs"]))


@given(st.lists(st.builds(StreamEvent, datas, names)), st.integers(1, 9))
def test_what_is_written_is_read_again(events, size):
    stream = b"".join(map(write_event, events))
    reader = EventStreamReader()
    assert [event for at in range(0, len(stream), size) for event in reader.feed(stream[at : at + size])] == events


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=9)
    | st.sampled_from(['"', "\\", "]}", "a,b", "{[", "👋"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.lists(values, max_size=5),
    st.sampled_from([None, 1]),
    st.booleans(),
    st.lists(st.integers(0, 400), max_size=12),
)
def test_the_elements_of_an_array_are_read_however_it_is_spelled_and_cut(found, indent, ascii_, places):
    content = b"\xef\xbb\xbf \r\n" + json.dumps(found, indent=indent, ensure_ascii=ascii_).encode() + b"\r\n"
    ends = sorted({place % (len(content) + 1) for place in places} | {0, len(content)})
    reader = ArrayReader()
    texts = [text for begin, end in zip(ends, ends[1:], strict=False) for text in reader.feed(content[begin:end])]
    assert [json.loads(text) for text in texts] == found
    assert reader.rest == ""


def test_an_element_is_there_with_its_last_bracket():
    reader = ArrayReader()
    assert reader.feed(b'[{"a": "}') == [] and reader.rest == '{"a": "}'
    assert reader.feed(b'"}') == ['{"a": "}"}']
    assert reader.feed(b"\n,\r\n1") == [] and reader.feed(b"2]") == ["12"]
    assert reader.feed(b", [3]") == [] and reader.rest == ""


@pytest.mark.parametrize("content", [b"", b"{}", b"1", b'"["', b"]", b"}[1]"])
def test_what_is_no_array_has_no_elements(content):
    assert ArrayReader().feed(content, final=True) == []


def test_ndjson():
    lines = write_line({"a": "ü\n"}) + write_line([1.0, None])
    assert lines == '{"a":"ü\\n"}\n[1.0,null]\n'.encode()
    assert read_lines(lines + b"\n \n" + b'{"last":1}') == ['{"a":"ü\\n"}', "[1.0,null]", '{"last":1}']
