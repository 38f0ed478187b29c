"""Looking into a content: the tree branch by branch, media inside JSON, and what is found in it."""

import json
import math
import re
import struct
from base64 import b64encode
from html import unescape

import pytest
from django.urls import reverse

from playground.history import blobs, indexing, opened
from tests.core.viewers.test_viewers import MP3, PNG
from tests.history.recorded import recorded
from tests.history.test_response import Balance, drawn, text_of

HTMX = {"HX-Request": "true"}
IMAGE = PNG + bytes(range(256)) * 40


def get(people, run, name, **query):
    return people.owner.get(reverse(f"history:{name}", args=[run.pk]), query, headers=HTMX)


def html_of(people, run, name, **query):
    html = get(people, run, name, **query).content.decode()
    balance = Balance()
    balance.feed(html)
    assert not balance.open
    return html


def links(html, pattern):
    return [unescape(found) for found in re.findall(rf'(?:hx-get|href|src)="([^"]*{pattern}[^"]*)"', html)]


# The tree


def test_a_small_tree_is_there_at_once_as_it_was_spelled(people):
    run = recorded(people.person, b'{"b": 1.50, "a": ["<x>", {"c": null}], "b": 1e400, "e": {}}')
    html = html_of(people, run, "content_tree")
    assert text_of(html, "tree") == 'b: 1.50a: […] 2 items0: "<x>"1: {…} 1 memberc: nullb: 1e400e: {}'
    assert "hx-get" not in html


def test_branches_are_fetched_where_one_opens_them(people):
    rows = [{"id": number, "text": "x" * 50} for number in range(250)]
    run = recorded(people.person, json.dumps({"data": rows}).encode())
    root = html_of(people, run, "content_tree")
    assert "250 items" in root and '"x' not in root
    (branch,) = set(links(root, "/tree"))
    first = people.owner.get(branch, headers=HTMX).content.decode()
    assert first.count('<span class="tree-key">id</span>') == 100
    more = links(first, "from=")[0]
    second = people.owner.get(more, headers=HTMX).content.decode()
    assert '<span class="tree-index">100</span>' in second and '<span class="tree-index">99</span>' not in second
    page = people.owner.get(more).content.decode()
    assert "<!doctype html>" in page and "$.data" in page


def test_the_index_of_a_long_content_is_made_once_and_goes_with_it(people, monkeypatch):
    content = json.dumps({"data": [{"id": number, "text": "x" * 50} for number in range(18_000)]}).encode()
    assert len(content) > indexing.LARGE
    run = recorded(people.person, content)
    for _ in range(2):
        opened.SHELF.clear()
        assert "18,000 items" in html_of(people, run, "content_tree")
        monkeypatch.setattr(indexing, "begin", None)  # a second one would fail
    assert blobs.read_places(run.content.body_blob_id)
    run.delete()
    blobs.sweep()
    assert not blobs.read_places(run.content.body_blob_id)


def test_a_content_without_a_process_for_its_index_is_opened_all_the_same(people, monkeypatch):
    monkeypatch.setattr(indexing.sys, "executable", "/nowhere/python")
    content = json.dumps({"data": [{"id": number, "text": "y" * 50} for number in range(18_000)]}).encode()
    assert "18,000 items" in html_of(people, recorded(people.person, content), "content_tree")


def test_a_long_branch_says_how_large_it_is(people):
    run = recorded(people.person, json.dumps({"data": [{"n": number} for number in range(20_000)]}).encode())
    assert "20,000 items · 269 kB" in text_of(html_of(people, run, "content_tree"), "tree")


def test_the_tree_tab_comes_on_demand(people):
    html = drawn(recorded(people.person, b'{"secret-looking": 1}'))
    assert 'data-testid="tab-response-tree"' in html and 'hx-trigger="intersect once"' in html
    assert 'data-testid="tab-response-tree"' not in drawn(recorded(people.person, b"3"))


def test_what_is_nested_very_deeply_is_opened_step_by_step(people):
    run = recorded(people.person, b'{"a":' * 400 + b"1" + b"}" * 400)
    html = html_of(people, run, "content_tree")
    assert html.count("<details") < 50
    (deeper,) = set(links(html, "/tree"))
    assert "<details" in people.owner.get(deeper, headers=HTMX).content.decode()


XML = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]>
<a:feed xmlns:a="urn:x" v='2 > 1'><entry n="1">&lol;&file; <b>bold</b></entry><e/><![CDATA[<x>]]></a:feed>"""


def test_xml_is_a_tree_as_it_was_spelled_and_nothing_in_it_is_followed(people):
    html = html_of(people, recorded(people.person, XML, "application/xml"), "content_tree")
    rows = [re.sub("<[^>]+>", "", row) for row in re.findall("<li.*?(?=<ul|<li|</ul)", html)]
    assert [unescape(row).strip() for row in rows] == [
        '<?xml version="1.0"?>',
        '<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]>',
        "<a:feed xmlns:a=\"urn:x\" v='2 > 1'>",
        '<entry n="1"> 1 element',
        "&lol;&file;",
        "<b>bold</b>",
        "<e/>",
        "<![CDATA[<x>]]>",
    ]


def test_branches_of_xml_are_fetched_where_one_opens_them(people):
    rows = "".join(f"<row><id>{number}</id><text>{'x' * 50}</text></row>" for number in range(250))
    run = recorded(people.person, f"<doc><rows>{rows}</rows></doc>".encode(), "text/xml")
    root = html_of(people, run, "content_tree")
    assert re.search(r">\d\d\.\d kB<", root) and "xxx" not in root
    (branch,) = set(links(root, "/tree"))
    first = people.owner.get(branch, headers=HTMX).content.decode()
    assert first.count('title="/doc/rows/row/id"') == 100
    second = people.owner.get(links(first, "from=")[0], headers=HTMX).content.decode()
    assert ">100</span>" in second and ">99</span>" not in second
    page = people.owner.get(branch).content.decode()
    assert "<!doctype html>" in page and "/doc/rows" in page


@pytest.mark.parametrize(
    "content",
    [b"no element", b"<a" * 3000, b"<a>" * 3000, b"<" + b"a" * 200_000 + b">", b"<!-- <a>", b"</a>", b"<\xff\xfe>"],
)
def test_what_is_no_xml_has_a_tree_that_says_so_or_shows_what_there_is(people, content):
    run = recorded(people.person, content, "application/xml")
    assert 'data-testid="tree"' in html_of(people, run, "content_tree")


@pytest.mark.parametrize(
    "query", [{"at": "x"}, {"at": 10**9}, {"at": 3, "from": 99, "index": -1}, {"at": 1, "path": "<b>"}]
)
def test_odd_places_of_a_tree_are_empty(people, query):
    assert get(people, recorded(people.person, b'{"a": 1}'), "content_tree", **query).status_code == 200


# Media inside JSON


def test_an_image_is_folded_in_the_text_and_shown_beside_it(people):
    content = json.dumps({"data": [{"b64_json": b64encode(IMAGE).decode()}], "after": 1}).encode()
    run = recorded(people.person, content)
    html = drawn(run)
    pretty = html.partition('id="response-raw"')[0]
    assert re.search(r"iVBORw0KGgo\S+ 10.\d kB base64 · view · save", re.sub("<[^>]+>", "", pretty))
    assert len(pretty) < 12_000 and '"after"' in unescape(pretty)
    address = links(html, "content/part")[0]
    assert f'<img class="part-image" src="{address}"' in html
    answer = people.owner.get(address)
    assert answer.getvalue() == IMAGE and answer.headers["Content-Type"] == "image/png"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    saved = people.owner.get(address + "&download=1")
    assert saved.headers["Content-Disposition"].endswith('.png"') and saved.headers["Content-Disposition"][0] == "a"
    assert address in html_of(people, run, "content_tree", at=content.index(b"[{") + 1, path="$.data[0]")


@pytest.mark.parametrize("written", ["data:audio/mpeg;base64,{}", "{}"])
def test_sound_is_played_from_where_it_stands(people, written):
    sound = MP3 + bytes(300)
    run = recorded(people.person, json.dumps({"audio": written.format(b64encode(sound).decode())}).encode())
    address = links(drawn(run), "content/part")[0]
    ranged = people.owner.get(address, headers={"Range": "bytes=3-5"})
    assert ranged.status_code == 206 and ranged.getvalue() == sound[3:6]
    assert ranged.headers["Content-Type"] == "audio/mpeg"
    assert "<audio" in html_of(people, run, "content_tree")


def test_markup_in_a_data_url_stays_in_its_box(people):
    run = recorded(people.person, b'{"a": "data:text/html,<script>top.RAN=1</script>"}')
    answer = people.owner.get(links(html_of(people, run, "content_tree"), "content/part")[0])
    assert answer.getvalue() == b"<script>top.RAN=1</script>"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_embeddings_are_drawn_with_dimension_and_norm(people):
    numbers = [3.0 if number == 5 else 4.0 if number == 9 else 0.0 for number in range(64)]
    packed = b64encode(struct.pack("<400f", *(math.sin(number) for number in range(400)))).decode()
    content = json.dumps({"embedding": numbers, "other": {"embedding": packed}}).encode()
    html = html_of(people, recorded(people.person, content), "content_tree")
    assert text_of(html, "vector") == "dimension 64 · norm 5 · 0 to 4"
    assert "dimension 400" in html_of(
        people, recorded(people.person, json.dumps({"embedding": packed}).encode()), "content_tree"
    )


def test_addresses_can_be_opened(people):
    run = recorded(people.person, b'{"url": "https://img.example/a.png?x=1&y=2", "page": "http:\\/\\/b.example"}')
    html = html_of(people, run, "content_tree")
    assert 'href="https://img.example/a.png?x=1&amp;y=2" target="_blank" rel="noopener noreferrer"' in html
    assert "open the image" in html and 'href="http://b.example"' in html


@pytest.mark.parametrize("text", ["A" * 5000, "Lorem ipsum " * 400, "0123456789" * 300, "deadbeef" * 200])
def test_long_text_is_no_media(people, text):
    assert 'data-testid="folded"' not in drawn(recorded(people.person, json.dumps([text]).encode()))


@pytest.mark.parametrize("at", ["", "x", "0", "1", "7", "999999"])
def test_where_no_media_are_nothing_is_found(people, at):
    assert get(people, recorded(people.person, b'{"a": "text"}'), "content_part", at=at).status_code == 404


def test_owner_alone_has_the_media(people):
    run = recorded(people.person, json.dumps([b64encode(IMAGE).decode()]).encode())
    address = links(drawn(run), "content/part")[0]
    assert people.owner.get(address).status_code == 200
    assert [other.get(address).status_code for other in people.others] == [404, 404]


# Finding


def found(people, run, q, how="text", **query):
    html = html_of(people, run, "content_find", q=q, how=how, **query)
    entries = re.findall(r'<li data-testid="body-match">(.*?)</li>', html, re.DOTALL)
    return [unescape(re.sub("<[^>]+>", "", entry)).strip() for entry in entries], html


ROWS = json.dumps([{"id": number, "name": f"Name {number}"} for number in range(30_000)]).encode()


def test_text_is_found_in_the_whole_body_with_its_path(people):
    run = recorded(people.person, ROWS)
    (entry,), html = found(people, run, "name 29876")
    assert entry.startswith("$[29876].name") and "Name 29876" in entry
    place = people.owner.get(links(html, "content/page")[0], headers=HTMX).content.decode()
    assert marks(place) == ["Name 29876"]
    assert found(people, run, "name 29876", case="1")[0] == []


def marks(html):
    return [unescape(re.sub("<[^>]+>", "", found)) for found in re.findall("<mark[^>]*>(.*?)</mark>", html, re.DOTALL)]


MARKED = b'{"a": [1, 21, "1 <b> &amp; 1"],"b":{"c":"x 1"},  "d1":true}'


@pytest.mark.parametrize(
    ("q", "how", "expected"),
    [
        ("1", "text", ["1", "1", "1", "1", "1", "1"]),
        ("<B> &amp;", "text", ["<b> &amp;"]),
        ('},  "d', "text", ["},", '"d']),
        ("[xa]", "regex", ["a", "a", "x"]),
        ("$.a[1]", "jsonpath", ["21"]),
        ("$..c", "jsonpath", ['"x 1"']),
        ("$.b", "jsonpath", ["{", '"c"', ":", '"x 1"', "}"]),
        ("(", "regex", []),
        ("$[", "jsonpath", []),
    ],
)
def test_what_is_found_is_marked_in_the_pretty_text(people, q, how, expected):
    run = recorded(people.person, MARKED)
    html = html_of(people, run, "content_page", view="pretty", q=q, how=how)
    assert [found.strip() for found in marks(html) if found.strip()] == expected
    plain = html_of(people, run, "content_page", view="pretty")
    assert re.sub("<[^>]+>", "", html) == re.sub("<[^>]+>", "", plain)


@pytest.mark.parametrize("query", [{"view": "hex"}, {"view": "base64"}, {"view": "table"}, {"view": "frames"}])
def test_where_the_text_is_not_shown_nothing_is_marked(people, query):
    assert marks(html_of(people, recorded(people.person, MARKED), "content_page", q="1", **query)) == []


def test_marks_go_on_on_the_next_page_and_over_what_is_folded(people):
    content = json.dumps({"image": b64encode(IMAGE).decode(), "rows": ["row"] * 60_000, "end": "needle"}).encode()
    run = recorded(people.person, content)
    page = html_of(people, run, "content_page", view="pretty", q=b64encode(IMAGE).decode()[400:440])
    assert len(marks(page)) == 1 and 'data-testid="folded"' in re.search("<mark.*?</mark>", page)[0]
    page = html_of(people, run, "content_page", view="pretty", q="needle")
    while following := links(page, "content/page"):
        assert marks(page) == []
        page = people.owner.get(following[0], headers=HTMX).content.decode()
    assert marks(page) == ["needle"]


def test_an_expression_is_found(people):
    entries, html = found(people, recorded(people.person, b"one\nTWO\nthree", "text/plain"), "^t\\w+", "regex")
    assert ["TWO" in entries[0], "three" in entries[1]] == [True, True]
    assert marks(people.owner.get(links(html, "content/page")[0], headers=HTMX).content.decode()) == ["TWO", "three"]


def test_a_query_gives_matches_with_places(people):
    run = recorded(people.person, ROWS)
    entries, html = found(people, run, "$[?@.id >= 29999].name", "jsonpath")
    assert entries == ['$[29999].name "Name 29999"']
    place = people.owner.get(links(html, "content/page")[0], headers=HTMX).content.decode()
    assert re.sub("<[^>]+>", "", unescape(place)).strip().startswith('"name": "Name 29999"')
    many, html = found(people, run, "$..id", "jsonpath")
    assert len(many) == 200 and "The first 200 matches" in html


@pytest.mark.parametrize(("q", "how"), [("(", "regex"), ("$.[", "jsonpath"), ("x" * 600, "text")])
def test_what_cannot_be_looked_for_is_said(people, q, how):
    answer = get(people, recorded(people.person), "content_find", q=q, how=how)
    assert answer.status_code == 422 and "notice danger" in answer.content.decode()
    page = people.owner.get(answer.request["PATH_INFO"], {"q": q, "how": how})
    assert page.status_code == 422 and (q[:500] in unescape(page.content.decode()))


# As something else


@pytest.mark.parametrize(
    ("view", "charset", "expected"),
    [
        ("hex", "", "00000000  d6 d0 ce c4"),
        ("base64", "", "1tDOxA=="),
        ("text", "", "ÖÐÎÄ"),
        ("text", "gb18030", "中文"),
        ("pretty", "gbk", "中文"),
        ("text", "no-such", "ÖÐÎÄ"),
    ],
)
def test_any_content_as_text_hex_and_base64(people, view, charset, expected):
    run = recorded(people.person, "中文".encode("gbk"), "text/plain")
    html = html_of(people, run, "content_page", view=view, charset=charset)
    assert expected in unescape(re.sub("<[^>]+>", "", html))
