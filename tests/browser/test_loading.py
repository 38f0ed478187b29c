"""What nobody sees at first comes once the page is there, or before the first thing that a person does."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site import Site

#: A browser that is never idle.
NEVER_IDLE = "window.requestIdleCallback = () => 0"
LATER = "noscript.later"


def links(page: Page) -> list[str]:
    return page.locator("#nav-tree a").evaluate_all("found => found.map(link => link.getAttribute('href'))")


def without_scripts(chromium: Browser, site: Site) -> Page:
    page = chromium.new_context(java_script_enabled=False, locale="en-US").new_page()
    page.goto(site.url)
    return page


def test_once_the_page_is_there_all_of_it_is(page: Page, site: Site, chromium: Browser) -> None:
    page.goto(site.url)
    expect(page.locator(LATER)).to_have_count(0)
    plain = without_scripts(chromium, site)
    assert links(page) == links(plain)
    assert len(links(page)) > 50
    plain.context.close()


@pytest.mark.parametrize(("deed", "shown"), [("/", "#nav-search"), ("?", "#keys dl"), ("Shift+Digit2", "#code-text")])
def test_a_key_finds_what_it_leads_to(page: Page, site: Site, deed: str, shown: str) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(site.url)
    expect(page.locator(LATER)).not_to_have_count(0)
    page.keyboard.press(deed)
    expect(page.locator(LATER)).to_have_count(0)
    expect(page.locator(shown)).to_be_visible()


def test_the_filter_finds_what_is_in_closed_groups(page: Page, site: Site) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(site.url)
    page.get_by_test_id("nav-search").fill("embeddings")
    expect(page.locator("#nav-tree a:visible").first).to_contain_text("embedding", ignore_case=True)


def test_the_code_follows_from_the_first_click_on(page: Page, site: Site) -> None:
    page.add_init_script(NEVER_IDLE)
    page.goto(site.url)
    page.get_by_test_id("tab-code").click()
    page.locator("[data-testid=code-language][data-target=python_requests]").click()
    expect(page.get_by_test_id("code")).to_contain_text("import requests")


def test_without_scripts_nothing_waits(chromium: Browser, site: Site) -> None:
    page = without_scripts(chromium, site)
    page.get_by_test_id("tab-code").click()
    expect(page.get_by_test_id("code")).to_be_visible()
    group = page.locator("#nav-tree > ul > li > details").last
    group.locator("summary").first.click()
    expect(group.locator("li").first).to_be_visible()
    page.context.close()
