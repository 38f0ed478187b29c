"""The inspector in a real browser: what runs nowhere, what is shown, and what goes on after a reload."""

from __future__ import annotations

import json
import re
import threading
from io import BytesIO

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints
from tests.core.viewers.test_viewers import PNG
from tests.site import Site
from tests.transport.upstream import answer, upstream

pytestmark = pytest.mark.browser

STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def send(page: Page, site: Site, address: str) -> None:
    """Send a GET from the page of an operation, whatever of it has no value here."""
    if "/try/" not in page.url:
        page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill(address)
    page.get_by_test_id("send").click()
    page.locator("[name=send_anyway], #response:not([data-run-state=idle])").first.wait_for()
    if page.locator("[name=send_anyway]").count():
        page.locator("[name=send_anyway]").click()


def send_and_wait(page: Page, site: Site, address: str) -> None:
    send(page, site, address)
    page.wait_for_selector('#response[data-run-state="done"]')


def choose(page: Page, view: str) -> None:
    page.get_by_test_id(f"tab-response-{view}").click()


@pytest.fixture(autouse=True)
def _refusals_are_expected(complaints: Complaints) -> None:
    complaints.expect("status of 422", "htmx:sendAbort", "htmx:afterRequest, [object")


def font() -> bytes:
    """A font whose every letter is a box."""
    names = [".notdef", "A"]
    pen = TTGlyphPen(None)
    for place in ((0, 0), (0, 500), (500, 500), (500, 0)):
        (pen.lineTo if place != (0, 0) else pen.moveTo)(place)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict.fromkeys(range(33, 127), "A"))
    builder.setupGlyf(dict.fromkeys(names, box))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Box", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def test_html_is_shown_and_nothing_in_it_runs(site: Site, page: Page, complaints: Complaints) -> None:
    complaints.expect("frame is sandboxed")
    html = b"<h1 id=h>Hello</h1><script>document.getElementById('h').textContent = top.document.title = 'RAN'</script>"
    with upstream(answer(html, "Content-Type: text/html")) as server:
        send_and_wait(page, site, server.origin)
    expect(page.get_by_test_id("response-body")).to_contain_text("<h1 id=h>")
    choose(page, "preview")
    frame = page.frame_locator(".seen-frame")
    expect(frame.locator("#h")).to_have_text("Hello")
    assert page.evaluate("document.querySelector('.seen-frame').contentDocument") is None
    assert "RAN" not in page.title()


def test_images_are_shown_and_svg_runs_nothing(site: Site, page: Page) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='120' height='60'><script>parent.RAN = 1</script></svg>"
    with upstream(answer(svg, "Content-Type: image/svg+xml")) as server:
        send_and_wait(page, site, server.origin)
    expect(page.locator(".seen-media img")).to_have_js_property("naturalWidth", 120)
    assert page.evaluate("window.RAN") is None


def test_a_long_body_comes_in_pages(site: Site, page: Page) -> None:
    body = json.dumps([{"number": number, "text": "x" * 40} for number in range(60_000)]).encode()
    with upstream(answer(body, "Content-Type: application/json")) as server:
        send_and_wait(page, site, server.origin)
    first = page.get_by_test_id("response-body")
    expect(first).to_contain_text('"number": 0,')
    more = page.locator('[data-view="pretty"] .seen-more a')
    more.click()
    expect(page.locator('[data-view="pretty"] pre')).to_have_count(2)
    texts = page.locator('[data-view="pretty"] pre').all_text_contents()
    last, following = re.findall(r'"number": (\d+),', texts[0])[-1], re.search(r'"number": (\d+),', texts[1])[1]
    assert int(following) - int(last) in {0, 1}
    expect(more).to_have_count(1)


def test_bytes_are_shown_as_hex(site: Site, page: Page) -> None:
    with upstream(answer(bytes(range(256)), "Content-Type: application/octet-stream")) as server:
        send_and_wait(page, site, server.origin)
    expect(page.get_by_test_id("response-body")).to_contain_text("00000010  10 11 12")


def test_a_reload_in_the_middle_shows_what_came_and_goes_on(site: Site, page: Page) -> None:
    gate = threading.Event()

    def slowly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        assert gate.wait(60)
        caller.send(b"data: two\n\n")

    with upstream(behaviour=slowly) as server:
        send(page, site, server.origin)
        expect(page.get_by_test_id("stream-event")).to_have_text(re.compile("one"))
        run = page.locator("#response").get_attribute("data-run")
        page.goto(f"{site.url}/history/{run}/")
        expect(page.get_by_test_id("stream-event")).to_have_text(re.compile("one"))
        page.reload()
        expect(page.get_by_test_id("stream-event")).to_have_text(re.compile("one"))
        gate.set()
        page.wait_for_selector('#response[data-run-state="done"]')
    expect(page.get_by_test_id("stream-event")).to_have_count(2)
    assert len(server.requests) == 1


def test_leaving_the_page_ends_the_upstream(site: Site, page: Page) -> None:
    def endlessly(caller):
        caller.send(STREAM_HEAD, b"data: one\n\n")
        while True:
            caller.send(b": here\n\n", 0.05)

    with upstream(behaviour=endlessly) as server:
        send(page, site, server.origin)
        expect(page.get_by_test_id("stream-event")).to_have_count(1)
        page.goto("about:blank")
        assert server.closed.wait(10)


def test_a_silent_stream_is_stopped_and_kept(site: Site, page: Page) -> None:
    with upstream(STREAM_HEAD, b"data: one\n\n", 60.0) as server:
        send(page, site, server.origin)
        expect(page.get_by_test_id("stream-event")).to_have_count(1)
        page.get_by_test_id("stop").click()
        page.wait_for_selector('#response[data-run-state="stopped"]')
    expect(page.get_by_test_id("stream-event")).to_have_count(1)
    expect(page.get_by_test_id("cut")).to_be_visible()


def test_text_arrives_to_the_letter(site: Site, page: Page) -> None:
    gate = threading.Event()
    text = "  <b>å</b> &amp; \n\n\tsecond line\n"

    def slowly(caller):
        caller.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n")
        for byte in text.encode():
            caller.send(bytes([byte]), 0.005)
        assert gate.wait(60)

    with upstream(behaviour=slowly) as server:
        send(page, site, server.origin)
        live = page.locator(".seen-live pre")
        while len(shown := live.evaluate("node => node.textContent")) < len(text):
            page.wait_for_timeout(20)
        assert shown == text
        gate.set()
        page.wait_for_selector('#response[data-run-state="done"]')
    assert page.get_by_test_id("response-body").evaluate("node => node.textContent") == text


def test_the_history_without_a_script(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="en-US")
    page = context.new_page()
    with upstream(answer(PNG, "Content-Type: image/png"), 0.1) as server:
        page.goto(f"{site.url}/try/list-models/")
        page.get_by_test_id("url").fill(server.origin + "/picture")
        page.get_by_test_id("send").click()
        if page.locator("[name=send_anyway]").count():
            page.locator("[name=send_anyway]").click()
        expect(page.get_by_test_id("response-status")).to_contain_text("200 OK")
        page.goto(f"{site.url}/history/?text=picture")
        page.get_by_test_id("history-item").first.locator("a").click()
        choose(page, "headers")
        expect(page.get_by_test_id("response-headers")).to_be_visible()
        page.get_by_test_id("repeat").click()
        expect(page.get_by_test_id("response-status")).to_contain_text("200 OK")
    assert len(server.requests) == 2
    page.get_by_test_id("delete").click()
    page.goto(f"{site.url}/history/clear")
    page.get_by_test_id("clear").click()
    expect(page.get_by_test_id("history-item")).to_have_count(0)
    context.close()


def large(count: int) -> bytes:
    """Some 120 bytes of JSON for each row."""
    rows = (f'{{"id":{number},"name":"Name {number}","text":"{"x" * 80}"}}' for number in range(count))
    return ('{"data":[' + ",".join(rows) + '],"end":1.0}').encode()


def test_fifty_megabytes_of_json_are_looked_into(site: Site, page: Page) -> None:
    body = large(450_000)
    assert len(body) > 50_000_000
    page.set_default_timeout(60_000)
    with upstream(answer(body, "Content-Type: application/json")) as server:
        send_and_wait(page, site, server.origin)
    expect(page.get_by_test_id("response-body")).to_contain_text('"Name 0"')
    choose(page, "tree")
    tree = page.get_by_test_id("tree")
    expect(tree.locator(".tree-key").first).to_have_text("data", timeout=30_000)
    tree.locator("summary").first.click()
    expect(tree.get_by_text("Name 99", exact=False).first).to_be_visible(timeout=30_000)
    tree.get_by_test_id("tree-more").click()
    expect(tree.get_by_text('"Name 199"')).to_be_visible(timeout=30_000)
    page.get_by_test_id("body-find").fill("name 449999")
    page.get_by_test_id("body-find-go").click()
    match = page.get_by_test_id("body-match")
    expect(match).to_contain_text("$.data[449999].name", timeout=30_000)
    match.locator("a").click()
    expect(match.locator("mark").last).to_have_text("Name 449999", timeout=30_000)
    page.get_by_test_id("body-find").fill("$.data[123456].id")
    page.get_by_test_id("body-find-how").select_option("jsonpath")
    page.get_by_test_id("body-find-go").click()
    expect(match).to_contain_text("$.data[123456].id", timeout=30_000)


def find(page: Page, what: str, how: str) -> None:
    """Look for something, and wait until the text that is shown has its marks."""
    page.get_by_test_id("body-find").fill(what)
    page.get_by_test_id("body-find-how").select_option(how)
    with page.expect_response(lambda response: "/content/page?" in response.url and "q=&" not in response.url):
        page.get_by_test_id("body-find-go").click()


def test_xml_folds_and_its_branches_are_fetched(site: Site, page: Page) -> None:
    rows = "".join(f'<row n="{number}"><name>Name {number}</name></row>' for number in range(120))
    with upstream(answer(f"<a:doc xmlns:a='urn:x'>{rows}</a:doc>".encode(), "Content-Type: text/xml")) as server:
        send_and_wait(page, site, server.origin)
    choose(page, "tree")
    tree = page.get_by_test_id("tree")
    expect(tree.get_by_text("Name 99")).to_be_visible()
    row = tree.locator("summary", has_text='n="99"')
    row.click()
    expect(tree.get_by_text("Name 99")).to_be_hidden()
    row.click()
    expect(tree.get_by_text("Name 99")).to_be_visible()
    tree.get_by_test_id("tree-more").click()
    expect(tree.get_by_text("Name 119")).to_be_visible()
    expect(tree.locator(".tree-attribute").first).to_have_text("xmlns:a")


def test_matches_are_marked_in_the_text_and_in_the_tree(site: Site, page: Page) -> None:
    body = b'{"rows": [{"name": "one"}, {"name": "two"}, {"name": "one more"}], "long": [%s]}' % b",".join(
        [b"1"] * 4000
    )
    with upstream(answer(body, "Content-Type: application/json")) as server:
        send_and_wait(page, site, server.origin)
    find(page, "one", "text")
    marks = page.locator("#response-pretty mark")
    expect(marks).to_have_text(["one", "one"])
    page.get_by_test_id("body-match").first.wait_for()
    page.locator("#response-pretty").focus()
    page.keyboard.press("n")
    expect(page.locator("#response-pretty mark.is-current")).to_have_count(1)
    expect(page.get_by_test_id("body-match").first.locator(".found-place mark").first).to_be_visible()
    page.keyboard.press("n")
    expect(marks.nth(1)).to_have_class("is-current")
    page.keyboard.press("Shift+N")
    expect(marks.nth(0)).to_have_class("is-current")
    choose(page, "tree")
    expect(page.locator(".tree-row.is-found > .tree-string")).to_have_text(['"one"', '"one more"'])
    find(page, "$.rows[*].name", "jsonpath")
    expect(page.locator("#response-pretty mark")).to_have_text(['"one"', '"two"', '"one more"'])
    expect(page.locator(".tree-row.is-found")).to_have_count(3)
    choose(page, "pretty")
    page.get_by_test_id("view-as").first.select_option("hex")
    expect(page.locator("#response-pretty")).to_contain_text("00000000  7b 22 72 6f")


def test_a_font_is_shown_by_a_specimen(site: Site, page: Page, complaints: Complaints) -> None:
    complaints.expect("Slow network is detected")  # said of a font that takes its time, on a machine that is busy
    with upstream(answer(font(), "Content-Type: font/ttf")) as server:
        send_and_wait(page, site, server.origin + "/box.ttf")
    expect(page.locator(".specimen")).to_be_visible()
    page.wait_for_function(
        "[...document.fonts].some((font) => font.family.includes('Answered') && font.status === 'loaded')"
    )
    family = page.locator(".specimen p").first.evaluate("node => getComputedStyle(node).fontFamily")
    assert "Answered" in family


def test_a_document_is_shown_and_can_be_opened(site: Site, page: Page, complaints: Complaints) -> None:
    complaints.expect("frame")
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF"
    with upstream(answer(pdf, "Content-Type: application/pdf")) as server:
        send_and_wait(page, site, server.origin + "/paper")
    link = page.locator('[data-view="preview"] a[target=_blank]')
    expect(link).to_be_visible()
    answered = page.request.get(site.url + link.get_attribute("href"))
    assert (answered.headers["content-type"], answered.body()) == ("application/pdf", pdf)
    with page.expect_download() as download:
        page.locator('[data-view="preview"] a[href$="download=1"]').click()
    assert download.value.suggested_filename == "paper.pdf"


def test_sound_of_the_mock_is_played_from_any_place(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-speech/")
    page.get_by_test_id("send").click()
    page.locator("[name=send_anyway], #response:not([data-run-state=idle])").first.wait_for()
    if page.locator("[name=send_anyway]").count():
        page.locator("[name=send_anyway]").click()
    page.wait_for_selector('#response[data-run-state="done"]')
    player = page.locator(".seen-media audio")
    expect(player).to_be_visible()
    played = player.evaluate(
        """async (player) => {
          player.muted = true;
          await player.play();
          player.currentTime = player.duration / 2;
          await new Promise((done) => player.addEventListener("seeked", done, { once: true }));
          return [player.duration > 0, player.currentTime >= player.duration / 2, player.error === null];
        }"""
    )
    assert played == [True, True, True]


def test_svg_opened_by_itself_runs_nothing(site: Site, page: Page, complaints: Complaints) -> None:
    complaints.expect("frame is sandboxed", "content security policy", "Content Security Policy")
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>document.title='RAN'</script></svg>"
    with upstream(answer(svg, "Content-Type: image/svg+xml")) as server:
        send_and_wait(page, site, server.origin)
    page.goto(site.url + page.locator(".seen-media img").get_attribute("src"))
    assert "RAN" not in page.title()
