"""What the response pane shows of each kind of answer."""

import gzip
import io
import re
import tarfile
import zipfile
from html import unescape
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.core.messages import Connection, Failure, Hop
from playground.history.inspection import FRAMES
from playground.transport.failures import FAILURES
from tests.core.viewers.test_viewers import MP3, PNG
from tests.history.recorded import recorded

VOID = {"input", "img", "br", "path", "rect", "polyline", "circle", "meta", "link"}


class Balance(HTMLParser):
    """Complains of a tag that is not closed where it should be."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"an attribute twice in {tag}"
        assert "style" not in names and not any(name.startswith("on") for name in names)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        assert tag in VOID

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag


def drawn(run):
    html = render_to_string("history/_response.html", {"run": run, "csrf_token": "x"})
    balance = Balance()
    balance.feed(html)
    assert not balance.open
    assert html.count('data-testid="response-body"') == (1 if run.status is not None else 0)
    assert html.lstrip().startswith('<div id="response"')
    return html


def text_of(html, testid):
    """The text inside the element of that name."""
    found = re.search(rf'<(\w+)[^>]*data-testid="{testid}"[^>]*>(.*?)</\1>', html, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", found[2])).split()) if found else ""


def views(html):
    return re.findall(r'name="response-view" value="(\w+)"', html)


def test_status_line(people):
    html = drawn(recorded(people.person, b"x" * 2_100, "text/plain"))
    assert text_of(html, "response-status") == "200 OK 1.24 s first byte 310 ms 2.1 kB text/plain"
    assert "2100 bytes on the wire, 2100 decoded" in html


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (b'{"a": 1}', "application/json", ["pretty", "tree", "raw", "headers", "timing", "sent"]),
        (b"<a><b/></a>", "text/xml", ["pretty", "tree", "raw", "headers", "timing", "sent"]),
        (b"data: 1\n\n", "text/event-stream", ["frames", "raw", "headers", "timing", "sent"]),
        (b'{"a":1}\n{"a":2}\n', "application/x-ndjson", ["frames", "raw", "headers", "timing", "sent"]),
        (b"<p>x", "text/html", ["pretty", "preview", "headers", "timing", "sent"]),
        (PNG, "image/png", ["preview", "pretty", "headers", "timing", "sent"]),
        (MP3, "audio/mpeg", ["preview", "pretty", "headers", "timing", "sent"]),
        (b"hello", "text/plain", ["pretty", "headers", "timing", "sent"]),
        (b"\x00\x01", "", ["pretty", "headers", "timing", "sent"]),
        (b"", "application/json", ["pretty", "headers", "timing", "sent"]),
    ],
)
def test_views_of_a_kind(people, content, content_type, expected):
    assert views(drawn(recorded(people.person, content, content_type))) == expected


def test_json_is_pretty_and_raw(people):
    html = drawn(recorded(people.person, b'{"b":1.0,"a":"<&>"}'))
    assert text_of(html, "response-body") == '{ "b": 1.0, "a": "<&>" }'
    assert '{"b":1.0,"a":"&lt;&amp;&gt;"}' in html


def test_frames_with_their_times(people):
    stream = b"".join(b'event: delta\ndata: {"n": %d}\n\n' % number for number in range(3))
    html = drawn(recorded(people.person, stream, "text/event-stream", pieces=3))
    assert html.count('data-testid="stream-event"') == 3
    assert text_of(html, "stream-event") == '320 msdelta{"n": 0}'


def test_many_frames_are_paged(people):
    stream = b"".join(b"data: %d\n\n" % number for number in range(FRAMES + 20))
    run = recorded(people.person, stream, "text/event-stream")
    html = drawn(run)
    assert html.count('data-testid="stream-event"') == FRAMES
    more = unescape(re.search(r'hx-get="([^"]+view=frames[^"]+)"', html)[1])
    page = people.owner.get(more, headers={"HX-Request": "true"}).content.decode()
    assert page.count('data-testid="stream-event"') == 20 and f'<code class="frame-data">{FRAMES}</code>' in page
    assert "hx-get" not in page


def test_a_long_body_is_paged(people):
    run = recorded(people.person, b"[" + b",".join(b'"%06d"' % number for number in range(60_000)) + b"]")
    html = drawn(run)
    assert len(html) < 450_000
    more = unescape(re.search(r'href="([^"]+view=pretty[^"]+)"', html)[1])
    page = people.owner.get(more)
    assert page.status_code == 200 and "<!doctype html>" in page.content.decode()
    fragment = people.owner.get(more, headers={"HX-Request": "true"}).content.decode()
    assert fragment.lstrip().startswith("<pre")
    first, second = (
        re.findall(r'"(\d{6})"', unescape(part.partition('id="response-raw"')[0])) for part in (html, fragment)
    )
    assert int(second[0]) == int(first[-1]) + 1


def test_headers_in_order_with_repeats(people):
    html = drawn(recorded(people.person, fields=[("Set-Cookie", "a=1"), ("X-A", "<b>"), ("Set-Cookie", "b=2")]))
    rows = re.findall(r'<tr><th scope="row">([^<]*)</th><td>([^<]*)(?:<span[^>]*>[^<]*</span>)?</td></tr>', html)
    assert rows == [
        ("Content-Type", "application/json"),
        ("Set-Cookie", "a=1"),
        ("X-A", "&lt;b&gt;"),
        ("Set-Cookie", "b=2"),
    ]


def test_html_is_shown_where_it_can_do_nothing(people):
    html = drawn(recorded(people.person, b"<script>alert(1)</script>", "text/html"))
    frame = re.search(r"<iframe[^>]*>", html)[0]
    assert re.search(r"\ssandbox(\s|>)", frame) and "srcdoc" not in frame
    assert "<script>alert" not in html


def test_svg_is_an_image_and_never_inline(people):
    html = drawn(recorded(people.person, b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/svg+xml"))
    assert re.search(r'<img src="/history/[^"]+/content"', html)
    assert "<svg xmlns" not in html


@pytest.mark.parametrize("cut", ["size", "time", "stopped", "broken"])
def test_what_was_cut_is_labelled(people, cut):
    run = recorded(people.person, b"half", "text/plain")
    run.cut = cut
    assert f'data-cut="{cut}"' in drawn(run)


def test_failure_says_what_happened_and_what_to_do(people):
    title, hint = FAILURES["connection_refused"]
    run = recorded(people.person, b"", status=0, failure=Failure("connection_refused", title, "127.0.0.1:9", hint))
    html = drawn(run)
    assert 'data-run-state="failed"' in html and 'data-code="connection_refused"' in html
    assert title in html and hint in html and "127.0.0.1:9" in html
    assert views(html) == ["timing", "sent"]


def test_failure_after_the_beginning_keeps_what_came(people):
    run = recorded(people.person, b'{"a": 1', failure=Failure("truncated_response", *FAILURES["truncated_response"]))
    html = drawn(run)
    assert run.cut == "broken" and 'data-code="truncated_response"' in html
    assert text_of(html, "response-body") == '{ "a": 1'


def test_no_content_is_a_sentence(people):
    assert text_of(drawn(recorded(people.person, b"", "", status=204)), "response-body") == "The answer has no content."


def test_connection_and_hops(people):
    hops = (Hop(302, "http://a.example/x", "https://b.example/y", "POST", ("authorization",)),)
    made = Connection(
        "203.0.113.7", 443, "HTTP/1.1", "TLSv1.3", "AES", "b.example", "CA", "2026", "2027", verified=False
    )
    html = drawn(recorded(people.person, hops=hops, connection=made))
    assert "203.0.113.7 : 443" in html and "TLSv1.3" in html and "left behind: authorization" in html
    assert "not trusted" in html and 'role="alert"' in html


def test_bars_of_the_timing_lie_within_the_whole(people):
    html = drawn(recorded(people.person))
    bars = [(float(x), float(width)) for x, width in re.findall(r'x="([\d.]+)" y="0" width="([\d.]+)"', html)]
    assert len(bars) == 6 and all(x >= 0 and x + width <= 1002 for x, width in bars)


def test_sent_shows_the_message_with_secrets_as_variables(people):
    html = drawn(recorded(people.person))
    sent = text_of(html, "response-sent")
    assert sent.startswith("POST /v1/chat/completions HTTP/1.1 Host: api.example.com")
    assert "Authorization: Bearer {{TOKEN}}" in sent and '{"model": "gpt-4o"}' in sent


def test_a_run_that_is_not_over_is_followed(people):
    run = recorded(people.person)
    run.state = "running"
    html = render_to_string("history/_response.html", {"run": run, "csrf_token": "x"})
    assert 'data-run-state="running"' in html and f"/runs/{run.pk}/events" in html and 'data-testid="stop"' in html


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))),
    st.sampled_from(
        ["", "application/json", "text/html", "text/csv", "text/markdown", "application/zip", "application/pdf",
         "font/ttf",
         "application/gzip", "text/event-stream", "application/x-ndjson", "image/svg+xml", "image/png",
         "application/xml", "audio/mpeg", "text/plain; charset=utf-16", "multipart/form-data; boundary=x", "💥/;;"]
    ),
)  # fmt: skip
def test_any_answer_is_drawn(people, content, content_type):
    run = recorded(people.person, content, content_type)
    drawn(run)
    for name, query in (
        ("content_tree", {}),
        ("content_find", {"q": "a", "how": "text"}),
        ("content_find", {"q": "$..*", "how": "jsonpath"}),
        ("content_page", {"view": "pretty", "q": "[a-z]", "how": "regex"}),
        ("content_page", {"view": "table"}),
        ("content_page", {"view": "base64", "charset": "utf-16"}),
        ("content_read", {}),
    ):
        assert people.owner.get(reverse(f"history:{name}", args=[run.pk]), query).status_code == 200


def test_headers_are_explained_and_cookies_parsed(people):
    fields = [("ETag", '"x"'), ("X-Nobody-Knows", "1"), ("Set-Cookie", "sid=a=b; Path=/; HttpOnly; Max-Age=60")]
    html = drawn(recorded(people.person, fields=fields))
    assert "A name of this version, by which one asks whether it changed." in html
    assert html.count('class="header-note') == 3
    assert text_of(html, "response-cookies") == "NameValueAttributes sida=bPath=/ HttpOnly Max-Age=60"


def test_events_of_a_run_are_in_order(people):
    html = drawn(recorded(people.person, b"x" * 100, "text/plain", pieces=20))
    told = text_of(html, "response-events")
    names = ["Started", "Name looked up", "Connected to 203.0.113.7", "TLS agreed: TLSv1.3", "Request sent"]
    names += ["First byte of the answer", "5 B came", "8 more chunks, 40 B", "The answer ended"]
    places = [told.index(name) for name in names]
    assert places == sorted(places)
    assert all(0 <= float(x) <= 1000 for x in re.findall(r'cx="([\d.]+)"', html))


def test_redirects_stand_on_the_time_line_when_they_came(people):
    hops = tuple(Hop(302, f"http://a.example/{n}", f"/{n + 1}", "GET", at=40.0 * (n + 1)) for n in range(2))
    told = text_of(drawn(recorded(people.person, hops=hops)), "response-events")
    assert "Redirected: 302 /1 40 ms" in told and "Redirected: 302 /2 80 ms" in told
    assert "Request sent" not in told and "First byte of the answer 310 ms" in told


def test_bytes_keep_their_lines(people):
    run = recorded(people.person, bytes(range(64)), "application/octet-stream")
    assert 'class="hl seen-body seen-hex"' in drawn(run) and "seen-hex" not in drawn(recorded(people.person))
    for query, expected in (({"view": "hex"}, True), ({"view": "base64"}, False)):
        page = people.owner.get(reverse("history:content_page", args=[run.pk]), query).content.decode()
        assert ("seen-hex" in page) == expected


def zipped():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.txt", "a" * 5_000)
        archive.writestr("b<.bin", b"123")
    return file.getvalue()


def tarred(mode):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        info = tarfile.TarInfo("inside.txt")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"abc"))
    return file.getvalue()


MULTIPART = (
    b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\none\r\n'
    b'--B\r\nContent-Disposition: form-data; name="f"; filename="x.bin"\r\n\r\n\x00\x01\r\n--B--\r\n'
)


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (b'a,b\n1,"x, y\nz"\n', "text/csv", ["<td>a</td><td>b</td>", "<td>1</td><td>x, y\nz</td>"]),
        (b"a;b\n1;2\n", "text/csv", ["<td>1</td><td>2</td>"]),
        (b"# Title\n\n*em*\n\n<script>x</script>", "text/markdown", ["Title</h", "<em>em</em>"]),
        (b"%PDF-1.7\n\x00\x01\x02", "application/pdf", ["<iframe", "/content"]),
        (b"wOF2" + bytes(40), "font/woff2", ["/content/font.css", "specimen"]),
        (zipped(), "application/zip", ["folder/a.txt", "5.0 kB", "b&lt;.bin"]),
        (tarred("w"), "application/x-tar", ["inside.txt", "3 B"]),
        (tarred("w:gz"), "application/gzip", ["inside.txt"]),
        (gzip.compress(b"x" * 100, mtime=0), "application/gzip", ["100 B"]),
        (MULTIPART, "multipart/form-data; boundary=B", ["<h3>a", "one", "x.bin", "2 B"]),
    ],
)
def test_each_kind_is_shown_as_what_it_is(people, content, content_type, expected):
    html = drawn(recorded(people.person, content, content_type))
    assert views(html)[0] == "preview"
    preview = html.partition('data-view="preview"')[2].partition('data-view="pretty"')[0]
    assert [part for part in expected if part not in preview] == []
    assert "<script>x" not in preview


@pytest.mark.parametrize("cut", [4, 30, 60, 100])
def test_a_damaged_archive_is_still_one(people, cut):
    for content in (zipped(), tarred("w:gz")):
        assert "seen-panel" in drawn(recorded(people.person, content[:cut], "application/zip"))


def test_a_table_has_pages(people):
    rows = b"".join(b"%d,row\n" % number for number in range(450))
    run = recorded(people.person, rows, "text/csv")
    more = unescape(re.search(r'hx-get="([^"]+view=table[^"]+)"', drawn(run))[1])
    page = people.owner.get(more, headers={"HX-Request": "true"}).content.decode()
    assert "<td>200</td>" in page and "<td>199</td>" not in page and "view=table" in page


def test_the_specimen_has_a_style_sheet_of_its_own(people):
    run = recorded(people.person, b"wOF2" + bytes(40), "font/woff2")
    answer = people.owner.get(f"/history/{run.pk}/content/font.css")
    assert (
        answer.headers["Content-Type"].startswith("text/css")
        and f"/history/{run.pk}/content" in answer.content.decode()
    )
    assert people.owner.get(f"/history/{run.pk}/content").headers["Content-Type"] == "font/woff2"
