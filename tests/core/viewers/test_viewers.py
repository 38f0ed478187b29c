"""Content of every kind shows something, whatever was said of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers import registry
from playground.core.viewers.base import START, Position

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x00" + bytes(60)
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2"

CASES = [
    ("application/json", b'{"a": 1}', "json", ""),
    ("application/problem+json", b'{"a": 1}', "json", ""),
    ("", b" [1, 2]\n", "json", ""),
    ("text/plain", b'{"a": 1}', "json", ""),
    ("text/plain", b"{not json}", "text", ""),
    ("text/plain", b"[draft] a note", "text", ""),
    ("text/event-stream", b"data: 1\n\n", "event_stream", ""),
    ("text/plain", b'event: a\ndata: {"x": 1}\n\n', "event_stream", ""),
    ("application/x-ndjson", b'{"a":1}\n{"a":2}\n', "json_lines", ""),
    ("application/json", b'{"a":1}\n{"a":2}\n', "json_lines", ""),
    ("application/json", b'{"a":{},\n"b":{}}', "json", ""),
    ("application/xml", b"<a><b/></a>", "xml", ""),
    ("application/atom+xml", b"<feed/>", "xml", ""),
    ("", b"<?xml version='1.0'?><a/>", "xml", ""),
    ("text/html; charset=utf-8", b"<p>x", "html", "html"),
    ("", b"<!DOCTYPE html><p>x", "html", "html"),
    ("application/x-www-form-urlencoded", b"a=1&b=2+3", "form", ""),
    ("image/png", PNG, "image", "image"),
    ("application/octet-stream", PNG, "image", "image"),
    ("application/json", PNG, "image", "image"),
    ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image", "image"),
    ("image/png", b'{"error": "no image"}', "text", ""),
    ("audio/mpeg", MP3, "audio", "audio"),
    ("audio/mpeg", b'{"error": "no sound"}', "text", ""),
    ("audio/pcm", bytes(range(64)), "hex", ""),
    ("video/mp4", MP4, "video", "video"),
    ("audio/mp4", MP4, "audio", "audio"),
    ("application/pdf", b"%PDF-1.7\n\x00\x01\x02\x03", "pdf", "pdf"),
    ("text/plain", b"hello", "text", ""),
    ("text/plain; charset=gbk", "中文".encode("gbk"), "text", ""),
    ("application/octet-stream", b"plain after all", "text", ""),
    ("application/json", b"\x00\x01\x02\x03", "hex", ""),
    ("nonsense", b"\xfd\xfc\xfb", "hex", ""),
    ("", b"", "text", ""),
]


@pytest.mark.parametrize(("content_type", "content", "kind", "preview"), CASES)
def test_kind_is_chosen_by_type_and_by_content(content_type, content, kind, preview):
    view = registry.view(content, content_type)
    assert (view.kind, view.preview) == (kind, preview)


def test_each_viewer_has_a_key_of_its_own_and_a_file_of_that_name():
    keys = [viewer.key for viewer in registry.VIEWERS]
    assert len(set(keys)) == len(keys)
    files = {name for name in dir(registry) if hasattr(getattr(registry, name), "VIEWER")}
    assert set(keys) == files


content_types = st.one_of(
    st.sampled_from(sorted({case[0] for case in CASES})),
    st.text(max_size=30),
    st.builds(
        "{}; charset={}".format,
        st.sampled_from(["application/json", "text/html", "text/event-stream", "application/xml"]),
        st.sampled_from(["utf-8", "utf-16", "gbk", "hex", "idna", "no-such", "\0", "iso-2022-jp", "unicode_escape"]),
    ),
)
contents = st.one_of(
    st.binary(max_size=400),
    st.builds(lambda head, tail: head + tail, st.sampled_from([case[1] for case in CASES]), st.binary(max_size=60)),
    st.text(alphabet='{}[]",:\\ \n\tabc019-.eu<>/!?&=+', max_size=200).map(str.encode),
)


@given(contents, content_types)
def test_any_bytes_of_any_type_show_something(content, content_type):
    assert registry.view(content, content_type).kind in {viewer.key for viewer in registry.VIEWERS}
    shown = registry.raw(content, content_type)
    begins_with_mark = content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))
    if content and not begins_with_mark and "charset" not in content_type:
        assert shown.text


@given(contents, content_types, st.integers(90, 200))
def test_pages_end_and_every_one_moves_on(content, content_type, limit):
    start: Position | None = START
    seen = set()
    while start is not None:
        assert start not in seen
        seen.add(start)
        start = registry.view(content, content_type, start, limit).next
    assert len(seen) <= 2 + len(content)


@given(st.text(max_size=2000), st.integers(80, 300))
def test_pages_of_raw_text_are_the_text(text, limit):
    content = text.encode("utf-8", "replace")
    pieces, start = [], START
    while start is not None:
        view = registry.raw(content, "text/plain; charset=utf-8", start, limit)
        pieces.append(view.text)
        start = view.next
    if view.kind == "text":
        assert "".join(pieces) == content.decode().removeprefix("\ufeff")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(json_values.filter(lambda value: isinstance(value, (list, dict))), st.integers(80, 200))
def test_pages_of_json_are_the_same_json(value, limit):
    content = json.dumps(value).encode()
    pieces, start = [], START
    while start is not None:
        view = registry.view(content, "application/json", Position.parse(str(start)), limit)
        assert view.note == ""
        pieces.append(view.text)
        start = view.next
    text = "".join(pieces)
    assert json.loads(text) == value
    assert text == json.dumps(value, indent=2)


@given(st.text(max_size=40))
def test_a_position_from_an_address_is_a_position(text):
    assert Position.parse(str(Position.parse(text))) == Position.parse(text)
