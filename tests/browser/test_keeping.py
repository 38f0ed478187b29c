"""Save, change, discard; what is typed is found again; the tree ordered by dragging and by keys."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_accessibility import violations
from tests.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one; a draft that another tab wrote is answered with 409."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object", "409", "htmx:responseError")


def save(page: Page, name: str) -> None:
    page.locator("#save-menu > summary").click()
    page.get_by_test_id("save-name").fill(name)
    page.get_by_test_id("save-new").click()
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "saved")


def test_save_change_discard(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-chat-completion/")
    save(page, "My chat")
    expect(page.get_by_test_id("saved-item")).to_contain_text("My chat")
    expect(page).to_have_url(re.compile(r"\?saved="))
    address = page.url
    page.get_by_test_id("url").fill("/v1/chat/completions?changed=1")
    expect(page.get_by_test_id("changed")).to_be_visible()
    page.locator("#save-menu > summary").click()
    assert violations(page) == []
    # Sending goes on under the same name.
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    page.reload()
    expect(page.get_by_test_id("changed")).to_be_visible()
    page.get_by_test_id("discard").click()
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "saved")
    expect(page.get_by_test_id("url")).to_have_value("/v1/chat/completions")
    assert page.url == address
    page.get_by_test_id("draft-back").click()
    page.get_by_test_id("save-changes").click()
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "saved")
    page.reload()
    expect(page.get_by_test_id("url")).to_have_value("/v1/chat/completions?changed=1")


def test_what_was_typed_a_moment_before_the_page_was_left_is_there_again(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill("/v1/models?first=1")
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "draft")
    page.get_by_test_id("url").fill("/v1/models?second=2")
    page.goto(f"{site.url}/history/")
    page.goto(f"{site.url}/try/list-models/")
    expect(page.get_by_test_id("url")).to_have_value("/v1/models?second=2")
    page.get_by_test_id("discard").click()
    expect(page.get_by_test_id("url")).to_have_value("/v1/models")


def test_the_later_of_two_tabs_is_told(site: Site, page: Page, complaints: Complaints) -> None:
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill("/v1/models?a=1")
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "draft")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_test_id("url").fill("/v1/models?b=2")
    with other.expect_response("**/draft/"):
        pass
    page.get_by_test_id("url").fill("/v1/models?a=11")
    expect(page.get_by_test_id("draft-conflict")).to_be_visible()
    page.get_by_role("button", name="Keep what is here").click()
    expect(page.get_by_test_id("kept")).to_have_attribute("data-state", "draft")
    other.reload()
    expect(other.get_by_test_id("url")).to_have_value("/v1/models?a=11")
    other.close()


def test_the_way_to_send_is_as_short_as_before(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/")
    presses = 0
    while page.evaluate("document.activeElement.id") != "send":
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 10
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.parentElement.id") == "save-menu"


def in_order(page: Page, *names: str) -> None:
    expect(page.locator("#library-form .library-name")).to_have_text(list(names))


def test_the_tree_is_ordered_by_dragging_and_by_keys(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/list-models/")
    for name in ("one", "two", "three"):
        save(page, name)
    page.goto(f"{site.url}/library/")
    page.get_by_test_id("folder-new").fill("Folder")
    page.keyboard.press("Enter")
    in_order(page, "Folder", "one", "two", "three")
    assert violations(page) == []
    rows = page.get_by_test_id("saved-request")
    rows.nth(2).drag_to(rows.nth(0), target_position={"x": 60, "y": 4})
    in_order(page, "Folder", "three", "one", "two")
    page.get_by_role("link", name="one", exact=True).focus()
    page.keyboard.press("Alt+ArrowDown")
    in_order(page, "Folder", "three", "two", "one")
    page.keyboard.press("Alt+ArrowUp")
    in_order(page, "Folder", "three", "one", "two")
    folder = page.get_by_test_id("saved-folder")
    rows.nth(1).drag_to(folder.locator(".library-row").first, target_position={"x": 60, "y": 19})
    expect(folder.get_by_test_id("saved-request")).to_have_count(1)
    page.reload()
    in_order(page, "Folder", "one", "three", "two")
    rows.nth(2).get_by_test_id("saved-delete").click()
    in_order(page, "Folder", "one", "three")
    page.get_by_test_id("undo").click()
    in_order(page, "Folder", "one", "three", "two")


LONG = "Averyveryverylongwordwithoutanyspaces" * 3


def test_long_names_and_open_boxes_stand_within_a_phone(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.set_extra_http_headers({"Accept-Language": "zh-CN"})
    page.goto(f"{site.url}/environments/mock/")
    page.get_by_test_id("environment-new").fill(LONG[:100])
    page.get_by_test_id("environment-new").press("Enter")
    expect(page.get_by_test_id("environment-name")).to_have_value(LONG[:100])
    page.goto(f"{site.url}/try/list-models/")
    save(page, LONG)
    page.get_by_test_id("share-make").click()
    share = page.get_by_test_id("share-link").input_value()
    for path, box in (
        ("/try/list-models/", "#environment-menu"),
        ("/try/list-models/", "#save-menu"),
        ("/library/", "#library-export"),
        ("/history/", "#environment-menu"),
        (share.removeprefix(site.url), ".share-embedding"),
    ):
        page.goto(site.url + path)
        page.locator(f"{box} > summary").click()
        expect(page.locator(f"{box} > .menu-box")).to_be_visible()
        assert page.evaluate(WITHIN, f"{box} > .menu-box") == [True, True], (path, box)


#: Whether a box stands within the page, and the page within the window.
WITHIN = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const page = document.documentElement;
  return [box.left >= 0 && box.right <= page.clientWidth, page.scrollWidth <= page.clientWidth];
}"""


def test_on_a_phone_no_button_of_the_header_covers_another(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("/", "/docs/", "/docs/create-speech/", "/history/", "/library/", "/account/"):
        page.goto(site.url + path)
        shown = page.locator(".site-header a, .site-header summary, .site-header label, .site-end a, .site-end button")
        boxes = [box for each in shown.all() if (box := each.bounding_box()) and box["width"] > 1]
        edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes)
        assert all(end <= start + 1 for (_, end), (start, _) in pairwise(edges)), (path, edges)
        assert len(edges) > 5
