"""A guest works, signs up, and finds the work in another browser; a response is kept beside its request."""

from __future__ import annotations

from secrets import token_hex

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_accessibility import violations
from tests.browser.test_keeping import save
from tests.site import Site

pytestmark = pytest.mark.browser

PASSWORD = "correct horse battery"
SIZES = ((1440, 900), (390, 844))


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


def test_the_work_of_a_guest_is_found_in_another_browser(site: Site, page: Page, chromium: Browser) -> None:
    name = f"wanderer-{token_hex(4)}"
    page.goto(f"{site.url}/try/create-chat-completion/")
    save(page, "Kept as a guest")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    keep_response(page)
    page.goto(f"{site.url}/account/sign-up/")
    page.locator("[name=username]").fill(name)
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("[name=password2]").fill(PASSWORD)
    page.get_by_test_id("sign-up").click()
    expect(page.get_by_test_id("sign-up")).to_have_count(0)
    page.goto(f"{site.url}/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    other = chromium.new_context(locale="en-US").new_page()
    other.goto(f"{site.url}/account/sign-in/?next=/library/")
    other.locator("[name=username]").fill(name)
    other.locator("[name=password]").fill(PASSWORD)
    other.get_by_test_id("sign-in").click()
    expect(other.get_by_test_id("saved-request")).to_contain_text("Kept as a guest")
    other.get_by_test_id("saved-edit").click()
    expect(other.get_by_test_id("saved-response")).to_contain_text("200")
    other.goto(f"{site.url}/history/")
    expect(other.get_by_test_id("history-item")).to_have_count(1)
    for path in ("/account/", "/library/", "/history/"):
        for width, height in SIZES:
            other.set_viewport_size({"width": width, "height": height})
            other.goto(site.url + path)
            assert other.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(other) == [], path
    other.context.close()


def keep_response(page: Page) -> None:
    """With one click, beside the saved request that was sent."""
    page.get_by_test_id("save-response").locator("summary").click()
    expect(page.get_by_test_id("save-example")).to_contain_text("Kept as a guest")
    assert violations(page) == []
    page.get_by_test_id("save-example").click()
    expect(page.get_by_test_id("run-saved")).to_contain_text("Kept as a guest")
