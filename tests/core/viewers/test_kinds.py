"""What each kind makes of its content."""

import pytest

from playground.core.viewers import registry
from playground.core.viewers.kinds import form, hex, json, xml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a":1.50e+2}', '{\n  "a": 1.50e+2\n}'),
        ('{"b":1,"a":2,"b":3}', '{\n  "b": 1,\n  "a": 2,\n  "b": 3\n}'),
        ('"\\u4e2d\\/\\n"', '"\\u4e2d\\/\\n"'),
        ("[123456789012345678901234567890,-0.0]", "[\n  123456789012345678901234567890,\n  -0.0\n]"),
        ('{"a":[ ],"b":{\n}}', '{\n  "a": [],\n  "b": {}\n}'),
        (" \n null ", "null"),
        ('{}\n{"a":1}', '{}\n{\n  "a": 1\n}'),
        ('"a, b: {c}"', '"a, b: {c}"'),
        ("", ""),
    ],
)
def test_json_changes_white_space_alone(text, expected):
    assert json.pretty(text) == expected


@pytest.mark.parametrize("text", ["[1 2]", '{"a": tru', '{"a": "cut of', "nope {", '[1, "\\', "[NaN]"])
def test_what_is_no_json_stands_as_it_came_from_there_on(text):
    view = registry.view(text.encode(), "application/json")
    assert view.note == "invalid_json"
    assert "".join(view.text.split()) == "".join(text.split())
    assert view.text.endswith(text[-3:])


def test_json_with_a_byte_order_mark():
    view = registry.view(b'\xef\xbb\xbf{"a": 1}', "application/json")
    assert view.text == '{\n  "a": 1\n}'
    assert registry.view('{"a": "中"}'.encode("utf-16"), "application/json").text == '{\n  "a": "中"\n}'


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 300_000,
        b'{"a":' * 200_000,
        b'"' + b"\\u4e2d" * 200_000 + b'"',
        b'["' + b"A" * 3_000_000 + b'"]',
        b'"' + b"\\" * 1_000_001,
    ],
)
def test_json_of_any_depth_and_length_is_cut_into_pages(content):
    view = registry.view(content, "application/json")
    assert 0 < len(view.text) <= 300_000
    following = registry.view(content, "application/json", view.next)
    assert 0 < len(following.text) <= 300_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a><b>text</b><c/></a>", "<a>\n  <b>text</b>\n  <c/>\n</a>"),
        ("<p>some <b>bold</b> words</p>", "<p>some <b>bold</b> words</p>"),
        ("<a> </a>", "<a> </a>"),
        ("<a>\n<b></b></a>", "<a>\n  <b></b>\n</a>"),
        ("<a x=\"1>2\" y='<'/>", "<a x=\"1>2\" y='<'/>"),
        ("<a><![CDATA[<x>]]></a>", "<a>\n  <![CDATA[<x>]]>\n</a>"),
        ("<a b='><c/></a>", "<a b='><c/></a>"),
        ("<?xml version='1.0'?><!-- c --><a/>", "<?xml version='1.0'?>\n<!-- c -->\n<a/>"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a><b/></a>', '<!DOCTYPE a [<!ENTITY b "c">]>\n<a>\n  <b/>\n</a>'),
        ("a < b", "a < b"),
        ("<!-- never ends", "<!-- never ends"),
    ],
)
def test_xml_has_one_element_on_a_line(text, expected):
    assert xml.pretty(text) == expected


def test_form_pairs_are_decoded_in_order():
    assert form.pretty("a=1+2&b=%E4%B8%AD&a=&c") == "a = 1 2\nb = 中\na = \nc = "


def test_hex_has_offset_bytes_and_text():
    assert hex.dump(b"Hello, world!\x00\xff\n123") == (
        "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 00 ff 0a  |Hello, world!...|\n"
        "00000010  31 32 33                                          |123|\n"
    )


@pytest.mark.parametrize(
    ("content_type", "content", "charset", "text"),
    [
        ("text/plain", "ü".encode(), "utf-8", "ü"),
        ("text/plain", b"\xfc", "iso8859-1", "ü"),
        ("text/plain; charset=gbk", "中".encode("gbk"), "gbk", "中"),
        ("text/plain; charset=no-such", "ü".encode(), "utf-8", "ü"),
        ("text/plain; charset=hex", b"6162", "utf-8", "6162"),
        ("text/plain; charset=utf-8", "中文".encode()[:-1], "utf-8", "中\ufffd"),
        ("text/plain; charset=ascii", "ü".encode(), "utf-8", "ü"),
        ("text/plain", b"\xff\xfea\x00", "utf-16", "a"),
    ],
)
def test_charset_is_declared_or_found(content_type, content, charset, text):
    view = registry.raw(content, content_type)
    assert (view.charset, view.text) == (charset, text)
