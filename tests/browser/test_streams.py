"""A stream of a language model in the page: it grows as a person reads it, however many events it has."""

from __future__ import annotations

import json
import threading

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.site import Site
from tests.transport.upstream import upstream

pytestmark = pytest.mark.browser

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
WORDS = [f"word{number} " for number in range(1000)]


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object", "status of 422")


def frame(delta: dict, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    value = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(value)}\n\n".encode()


def send_to(page: Page, site: Site, origin: str) -> None:
    page.goto(f"{site.url}/try/create-chat-completion-stream/")
    page.get_by_test_id("url").fill(f"{origin}/v1/chat/completions")
    page.get_by_test_id("send").click()
    # The key of the documentation has no value here.
    page.locator("[name=send_anyway], #response:not([data-run-state=idle])").first.wait_for()
    if page.locator("[name=send_anyway]").count():
        page.locator("[name=send_anyway]").click()


def test_a_thousand_events(site: Site, page: Page) -> None:
    seen = threading.Event()

    def model(caller) -> None:
        caller.send(HEAD, frame({"role": "assistant", "reasoning_content": "Let me count."}))
        for number, word in enumerate(WORDS):
            caller.send(frame({"content": word}), 0.002)
            if number == 700:
                assert seen.wait(20)
        call = {"index": 0, "id": "x", "type": "function", "function": {"name": "count", "arguments": '{"to":'}}
        caller.send(frame({"tool_calls": [call]}), 0.1)
        caller.send(frame({"tool_calls": [{"index": 0, "function": {"arguments": " 1000}"}}]}))
        caller.send(frame({}, "tool_calls"), b"data: [DONE]\n\n")

    with upstream(behaviour=model) as server:
        send_to(page, site, server.origin)
        told = page.get_by_test_id("told")
        # While it arrives: the text grows, the newest events alone are kept, all are counted, the page answers.
        expect(told).to_contain_text("word700 ")
        expect(page.locator('#result[data-state="running"]')).to_be_visible()
        expect(told.locator('[data-kind="reasoning"]')).to_contain_text("Let me count.")
        text = told.locator('[data-kind="content"] .told-text')
        assert text.evaluate("element => element.textContent") == "".join(WORDS[:701])
        assert page.get_by_test_id("stream-event").count() <= 200
        assert page.locator("#response *").count() < 900
        expect(page.get_by_test_id("response-status")).to_contain_text("702 events")
        page.get_by_test_id("tab-preview").click()
        expect(page.get_by_test_id("preview")).to_be_visible()
        page.get_by_test_id("tab-response").click()
        seen.set()
        page.wait_for_selector('#result[data-state="done"]')
    expect(page.get_by_test_id("response-status")).to_contain_text("1005 events")
    assert text.evaluate("element => element.textContent") == "".join(WORDS)
    call = page.locator('[data-testid="told-part"][data-kind="call"]')
    expect(call).to_contain_text("count")
    expect(call.locator(".told-text")).to_have_text('{"to": 1000}')
    expect(page.get_by_test_id("finish-reason")).to_have_text("tool_calls")
    page.get_by_test_id("tab-response-folded").click()
    final = json.loads(page.get_by_test_id("final-object").inner_text())
    assert final["choices"][0]["message"]["content"] == "".join(WORDS)


def test_a_replay_without_the_upstream(site: Site, page: Page) -> None:
    def model(caller) -> None:
        caller.send(HEAD, frame({"role": "assistant", "content": "Once "}), 0.6, frame({"content": "upon a time"}))
        caller.send(frame({}, "stop"), b"data: [DONE]\n\n")

    with upstream(behaviour=model) as server:
        send_to(page, site, server.origin)
        page.wait_for_selector('#result[data-state="done"]')
        asked = len(server.requests)
    page.get_by_test_id("replay").click()
    page.wait_for_selector('#result[data-state="running"]')
    expect(page.get_by_test_id("told")).to_contain_text("Once")
    page.wait_for_selector('#result[data-state="done"]')
    expect(page.get_by_test_id("told")).to_contain_text("Once upon a time")
    assert len(server.requests) == asked == 1
