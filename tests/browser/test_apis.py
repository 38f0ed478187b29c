"""The program's own API is tried in its own page: found in the navigation, opened with a token, answered here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_accessibility import violations
from tests.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


def test_our_own_api_answers_in_its_own_page(site: Site, page: Page) -> None:
    token = site.manage("create_token")
    page.goto(site.url)
    page.get_by_test_id("api-menu").locator("summary").click()
    page.locator('[data-testid="api-choice"][data-api="playground"]').click()
    page.wait_for_url(f"{site.url}/apis/playground/try/targets-list/")
    assert violations(page) == []

    server, environment = page.get_by_test_id("server"), page.get_by_test_id("environment").locator("summary")
    expect(server).to_have_value(site.url)
    expect(environment).to_have_text("Environment This site", use_inner_text=True)
    server.select_option("mock")
    expect(environment).to_have_text("Environment Mock", use_inner_text=True)
    server.select_option(site.url)
    expect(environment).to_have_text("Environment This site", use_inner_text=True)
    page.get_by_test_id("tab-authorization").click()
    page.get_by_test_id("key-value").fill(token)
    expect(page.get_by_test_id("preview")).to_contain_text("Authorization: Bearer")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    expect(page.get_by_test_id("response-status")).to_contain_text("200 OK")
    expect(page.get_by_test_id("response-body").locator("visible=true").first).to_contain_text("python_requests")
    expect(page.locator('[data-testid="check"][data-check="documented-response"]')).to_have_attribute(
        "data-verdict", "valid"
    )
