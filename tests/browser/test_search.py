"""Searching from any page with the keyboard: what only a browser can tell."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints
from tests.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


def hits(page: Page):
    return page.get_by_test_id("search-hit")


def test_from_the_documentation_by_a_slash(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/docs/create-chat-completion/")
    page.keyboard.press("/")
    page.keyboard.type("transcr", delay=5)
    expect(hits(page).first).to_contain_text("Transcribe audio")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hits(page).nth(1).locator(".hit")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_test_id("search-q")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("search-q")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("语音", delay=5)
    expect(hits(page).first).to_contain_text("语音")


def test_from_the_workbench_to_a_form_and_back_by_the_keyboard(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.get_by_test_id("body-json").focus()
    page.keyboard.press("Control+k")
    page.keyboard.type("create speech", delay=5)
    expect(hits(page).first).to_contain_text("/v1/audio/speech")
    # Enter opens what was found for all that is typed.
    expect(page.locator("#search-found")).to_have_attribute("data-query", "create speech")
    page.keyboard.press("Enter")
    page.wait_for_url("**/try/create-speech/")
    page.keyboard.press("/")
    expect(page.get_by_test_id("nav-search")).to_be_focused()


def test_without_javascript_the_field_leads_to_a_page(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site.url}/docs/")
    page.get_by_test_id("search-open").click()
    page.get_by_test_id("search-q").fill("语音")
    page.get_by_test_id("search-q").press("Enter")
    expect(hits(page).first).to_contain_text("语音")
    hits(page).first.locator("a").first.click()
    expect(page.locator("h1")).to_contain_text("音")
    context.close()
