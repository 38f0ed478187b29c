"""The list of runs by its keys: what is chosen, what an export of it holds, what is deleted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_walk import send_and_wait
from tests.site import Site

pytestmark = pytest.mark.browser

KEY = "sk-live-0123456789abcdef"


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


@pytest.fixture
def history(site: Site, page: Page) -> Page:
    """The history of somebody who sent three requests, the newest of them with a key of their own."""
    for operation in ("create-chat-completion", "list-models"):
        page.goto(f"{site.url}/try/{operation}/")
        send_and_wait(page)
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("tab-authorization").click()
    page.get_by_test_id("key-value").first.fill(KEY)
    send_and_wait(page)
    expect(page.get_by_test_id("key-value").first).to_have_attribute("placeholder", re.compile("sk-…cdef"))
    page.goto(f"{site.url}/history/")
    expect(page.get_by_test_id("history-item")).to_have_count(3)
    return page


def chosen(page: Page) -> list[bool]:
    return [box.is_checked() for box in page.locator(".history-item input[name=run]").all()]


def test_keys_move_and_choose(history: Page) -> None:
    links = history.locator(".history-item > a")
    for key, at in (("j", 0), ("j", 1), ("k", 0), ("k", 0), ("j", 1)):
        history.keyboard.press(key)
        expect(links.nth(at)).to_be_focused()
    history.keyboard.press("x")
    assert chosen(history) == [False, True, False]
    history.locator(".history-item input[name=run]").nth(2).click(modifiers=["Shift"])
    assert chosen(history) == [False, True, True]
    history.keyboard.press("/")
    expect(history.get_by_test_id("history-search")).to_be_focused()
    history.keyboard.type("chat/completions")
    expect(history.get_by_test_id("history-item")).to_have_count(1)


def test_what_is_chosen_is_exported_without_its_secrets_and_deleted_when_one_is_sure(
    history: Page, tmp_path: Path
) -> None:
    history.keyboard.press("j")
    history.keyboard.press("x")
    history.keyboard.press("j")
    history.keyboard.press("x")
    with history.expect_download() as download:
        history.get_by_role("button", name="HAR").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == ".har" and KEY not in file.read_text(encoding="utf-8")
    entries = json.loads(file.read_text(encoding="utf-8"))["log"]["entries"]
    assert [entry["request"]["method"] for entry in entries] == ["GET", "GET"]

    history.get_by_test_id("delete-chosen").click()
    history.get_by_test_id("sure").click()
    expect(history.get_by_test_id("history-item")).to_have_count(1)
    expect(history.get_by_test_id("history-item")).to_contain_text("/v1/chat/completions")


def test_runs_stand_by_operation(history: Page) -> None:
    history.get_by_role("link", name="By operation").click()
    expect(history.get_by_role("heading", level=2)).to_have_text(["Create chat completion", "List models"])
    expect(history.locator("#history-list > section").last.get_by_test_id("history-item")).to_have_count(2)
