"""Draws docs/screenshots/ anew: ``make screenshots``.

The real program with a folder of its own, in Chromium: the start page on a desktop and on a phone, in both themes and
both languages; a stream that has just ended; the documentation of an endpoint; the history.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import FLAGS
from tests.site import ROOT, Site

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LANGUAGES = {"en": "en-US", "zh": "zh-CN"}
MAX_BYTES = 300_000

Draw = Callable[[Page, str], None]


def start_page(page: Page, base: str) -> None:
    page.goto(base)
    _settle(page)


def stream(page: Page, base: str) -> None:
    page.goto(f"{base}/try/create-chat-completion-stream/")
    _send(page)


def failure(page: Page, base: str) -> None:
    page.goto(f"{base}/try/list-models/")
    page.get_by_test_id("url").fill("http://169.254.169.254/latest/meta-data/")
    _send(page, "failed")


def documentation(page: Page, base: str) -> None:
    page.goto(f"{base}/docs/create-structured-output/")
    _settle(page)


def history(page: Page, base: str) -> None:
    """Of somebody who sent a few requests, one of which was refused."""
    for key in ("create-structured-output", "list-models", "create-embedding"):
        page.goto(f"{base}/try/{key}/")
        _send(page)
    failure(page, base)
    stream(page, base)
    page.goto(f"{base}/history/")
    _settle(page)


#: Name of the picture → what it shows, and in which sizes, themes and languages.
PICTURES: dict[str, tuple[Draw, tuple[tuple[str, str, str], ...]]] = {
    "": (
        start_page,
        tuple(product(SIZES, ("light", "dark"), LANGUAGES)),
    ),
    "response": (stream, (("desktop", "light", "en"), ("phone", "dark", "zh"))),
    "failure": (failure, (("desktop", "dark", "zh"),)),
    "documentation": (documentation, (("desktop", "light", "en"), ("desktop", "dark", "zh"), ("phone", "light", "zh"))),
    "history": (history, (("desktop", "light", "en"), ("phone", "dark", "zh"))),
}


def _settle(page: Page) -> None:
    """Wait for the editor, the fonts, and whatever is still loading."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")


def _send(page: Page, state: str = "done") -> None:
    _settle(page)
    page.locator("[data-testid=send]:visible, #send-foot:visible").first.click()
    page.wait_for_selector(f'#result[data-state="{state}"]')
    _settle(page)


@contextmanager
def _page(browser: Browser, size: str, theme: str, language: str) -> Iterator[Page]:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        locale=LANGUAGES[language],
        reduced_motion="reduce",
        has_touch=size == "phone",
        is_mobile=size == "phone",
    )
    yield context.new_page()
    context.close()


def draw_all(browser: Browser, base: str, folder: Path) -> None:
    for name, (draw, variants) in PICTURES.items():
        for size, theme, language in variants:
            path = folder / ("-".join(filter(None, (size, name, theme, language))) + ".png")
            with _page(browser, size, theme, language) as page:
                draw(page, base)
                page.screenshot(path=path, caret="hide")
            length = path.stat().st_size
            print(
                f"{path.relative_to(ROOT)}  {length / 1000:.0f} kB{'  TOO LARGE' if length > MAX_BYTES else ''}",
                flush=True,
            )


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="playground-screenshots-"))
    site = Site(folder)
    site.prepare()
    site.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            draw_all(browser, site.url, FOLDER)
            browser.close()
    finally:
        site.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
