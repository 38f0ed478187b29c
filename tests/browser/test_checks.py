"""What an answer's checks do in a browser: lead to places, count down, mark the rows that an error names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_walk import control, send_and_wait
from tests.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


@contextmanager
def upstream(status: int, answer: object, **fields: str) -> Iterator[str]:
    """The address of a server that gives one answer to everything."""
    content = json.dumps(answer).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **fields}.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1/chat/completions"
    server.shutdown()
    server.server_close()


def send_to(page: Page, address: str) -> None:
    """Send to another address than the one before, and wait for its checks."""
    page.get_by_test_id("url").fill(address)
    page.wait_for_load_state("networkidle")
    before = page.locator("#response").get_attribute("data-run") if page.locator("#response[data-run]").count() else ""
    page.get_by_test_id("send").click()
    page.wait_for_selector(f'#response[data-run-state="done"]:not([data-run="{before}"]) [data-testid="checks"]')


def open_box(page: Page) -> None:
    page.locator(".checks-box > summary").click()


def test_an_answer_is_held_against_its_documentation(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-structured-output/")
    send_and_wait(page)
    badge = page.get_by_test_id("check").first
    expect(badge).to_have_attribute("data-verdict", "valid")
    with upstream(200, {"id": "x", "choices": 3}) as address:
        send_to(page, address)
        expect(badge).to_have_attribute("data-verdict", "problems")
    open_box(page)
    page.get_by_test_id("tab-response-raw").click()
    page.locator("a[data-solid]", has_text="$.choices").click()
    expect(page.locator("#response-pretty mark.gone-to")).to_contain_text('"choices"')


def test_an_error_marks_the_row_that_it_names_and_counts_down(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-structured-output/")
    answer = {"error": {"message": "Say more.", "type": "invalid_request_error", "param": "messages[1].content"}}
    with upstream(429, answer, Retry_After="90") as address:
        send_to(page, address)
    expect(page.get_by_test_id("advice")).to_contain_text("Too many requests")
    expect(page.get_by_test_id("retry-after")).to_contain_text("Send it again in 1:")
    row = control(page, "/messages/1/content")
    beside = page.locator(".control", has=row).last.locator(".beside")
    expect(beside).to_have_text("Say more.")
    expect(row).to_have_attribute("aria-invalid", "true")
    page.get_by_test_id("tab-headers").click()
    page.get_by_test_id("upstream-problem").locator("a").click()
    expect(row).to_be_focused()

    # Once the value is changed, what was said of it is gone.
    row.fill("how can I solve 8x + 7 = -23, and why?")
    expect(beside).to_have_count(0)
    expect(row).not_to_have_attribute("aria-invalid", "true")


def test_what_is_not_as_documented_stands_beside_its_control_and_in_the_list(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-structured-output/")
    body = page.get_by_test_id("body-json")
    menu = page.get_by_test_id("problem-menu")
    expect(menu).to_be_hidden()
    value = json.loads(body.input_value())
    value["messages"][1]["role"] = "nobody"
    body.fill(json.dumps(value | {"temperature": 9}))
    expect(menu).to_contain_text("2 problems")
    role = control(page, "/messages/1/role")
    expect(role).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".control", has=role).last.locator(".beside")).to_contain_text("Should be one of")

    page.get_by_test_id("tab-headers").click()
    menu.locator("summary").click()
    page.get_by_test_id("request-problem").filter(has_text="/temperature").locator("a").click()
    expect(control(page, "/temperature")).to_be_focused()

    # Mended in the form: nothing is left of it.
    control(page, "/temperature").fill("1")
    role.select_option("user")
    expect(menu).to_be_hidden()
    expect(page.locator(".beside")).to_have_count(0)
    page.wait_for_load_state("networkidle")
