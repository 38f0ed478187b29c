"""Every kind of page in both themes: axe-core finds nothing, nothing shifts while it loads, nothing is too wide."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.site import Site

pytestmark = pytest.mark.browser

PAGES = {
    "start": "/",
    "multipart": "/try/create-transcription/",
    "docs": "/docs/create-structured-output/",
    "guide": "/docs/guides/making-requests/",
    "index": "/docs/",
    "search": "/search/?q=speech",
    "history": "/history/",
    "saved": "/library/",
    "import": "/saved/import/",
    "not-found": "/nothing-here/",
}

OBSERVE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(
  ...list.getEntries().filter((entry) => !entry.hadRecentInput).map((entry) => [
    entry.value, entry.sources.map((source) => `${source.node?.nodeName}.${source.node?.className} ` +
      `${JSON.stringify(source.previousRect)} → ${JSON.stringify(source.currentRect)}`),
  ])
)).observe({type: "layout-shift", buffered: true});
"""


def open_page(chromium: Browser, width: int, height: int, theme: str, language: str = "en-US") -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, locale=language, reduced_motion="reduce"
    )
    context.add_init_script(OBSERVE_SHIFTS)
    return context.new_page()


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(site: Site, chromium: Browser, theme: str) -> None:
    page = open_page(chromium, 1440, 900, theme)
    for name, path in PAGES.items():
        page.goto(site.url + path)
        assert violations(page) == [], name
    page.goto(site.url)
    for tab in ("parameters", "headers", "authorization", "documentation"):
        page.get_by_test_id(f"tab-{tab}").click()
        assert violations(page) == [], tab
    page.get_by_test_id("tab-code").click()
    page.wait_for_selector('[data-testid="code"]')
    assert violations(page) == [], "code"
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    assert violations(page) == [], "response"
    page.get_by_test_id("history-item").first.locator("a").first.click()
    assert violations(page) == [], "run"
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_nothing_shifts_or_is_too_wide(
    site: Site, chromium: Browser, editor_script: object, width: int, height: int, language: str
) -> None:
    page = open_page(chromium, width, height, "light", language)
    for name, path in PAGES.items():
        page.goto(site.url + path, wait_until="networkidle")
        page.wait_for_timeout(300)
        shifts = page.evaluate("window.shifts")
        # What Web Vitals call good. On a machine that is busy a first paint may come before the whole form is read.
        assert sum(value for value, _ in shifts) < 0.1, (name, shifts)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
    page.context.close()
