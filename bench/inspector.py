"""What looking into a large body costs: ``make bench-inspector``.

The real program and Chromium. An upstream answers with 5 and with 50 MB of JSON. The clock runs from its last byte
until the response is on the screen, then from each click until what it asks for is there. Other requests are asked for
all the while. Prints milliseconds.

    python -m bench.inspector [--megabytes 5 50]
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS
from tests.site import Site
from tests.transport.upstream import Upstream, upstream

#: Milliseconds that anything may take.
PATIENCE = 30_000


def body_of(megabytes: int) -> bytes:
    """JSON of about so many millions of bytes."""
    rows = (f'{{"id":{number},"name":"Name {number}","text":"{"x" * 80}"}}' for number in range(megabytes * 8_300))
    return ('{"data":[' + ",".join(rows) + "]}").encode()


def timed(name: str, work: Callable[[], object]) -> None:
    began = time.perf_counter()
    work()
    print(f"  {name:<52}{(time.perf_counter() - began) * 1000:>9.0f}", flush=True)


def _since(ended: list[float]) -> float:
    return (time.perf_counter() - ended[-1]) * 1000


def send(page: Page, site: Site, server: Upstream, ended: list[float]) -> None:
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill(server.origin)
    page.get_by_test_id("send").click()
    page.locator("[name=send_anyway], #response:not([data-run-state=idle])").first.wait_for()
    if page.locator("[name=send_anyway]").count():
        page.locator("[name=send_anyway]").click()
    page.wait_for_selector('#response[data-run-state="done"]')
    print(f"  {'on the screen, after the last byte of the upstream':<52}{_since(ended):>9.0f}")


def look(page: Page, last: int) -> None:
    """Open the tree, and find what stands at the end."""

    def tree() -> None:
        page.get_by_test_id("tab-response-tree").click()
        page.get_by_test_id("tree").wait_for()

    def branch() -> None:
        page.get_by_test_id("tree").locator("summary").first.click()
        page.get_by_test_id("tree-more").wait_for()

    def find(what: str, how: str) -> None:
        page.get_by_test_id("body-find").fill("")
        page.get_by_test_id("body-find-how").select_option(how)
        page.get_by_test_id("body-find").fill(what)
        with page.expect_response(lambda response: "content/find" in response.url and "q=&" not in response.url):
            page.get_by_test_id("body-find-go").click()
        page.get_by_test_id("body-match").first.wait_for()

    timed("the tree", tree)
    timed("a branch of the tree", branch)
    timed("text at the end of the body", lambda: find(f"name {last}", "text"))
    timed("a regular expression", lambda: find(f"Name {last // 10}\\d", "regex"))
    timed("JSONPath by index", lambda: find(f"$.data[{last}].name", "jsonpath"))
    timed("JSONPath, every descendant", lambda: find("$..id", "jsonpath"))


@contextmanager
def beside(site: Site) -> Iterator[None]:
    """Ask for the start page all the while; says how long the slowest took."""
    over, times = threading.Event(), [0.0]

    def ask() -> None:
        while not over.wait(0.05):
            began = time.perf_counter()
            with urlopen(f"{site.url}/healthz", timeout=60) as answer:  # noqa: S310
                answer.read()
            times.append(time.perf_counter() - began)

    asking = threading.Thread(target=ask)
    asking.start()
    yield
    over.set()
    asking.join()
    print(f"  {'slowest of ' + str(len(times) - 1) + ' other requests meanwhile':<52}{max(times) * 1000:>9.0f}")


def measure(page: Page, site: Site, megabytes: int) -> None:
    body = body_of(megabytes)
    ended: list[float] = []

    def behave(caller: object) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        caller.send(head, body)  # type: ignore[attr-defined]
        ended.append(time.perf_counter())

    print(f"{len(body) / 1e6:.0f} MB of JSON{'ms':>48}")
    with upstream(behaviour=behave) as server, beside(site):
        send(page, site, server, ended)
        look(page, megabytes * 8_300 - 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, nargs="*", default=[5, 50])
    sizes = parser.parse_args().megabytes
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(Path(folder))
        site.prepare()
        site.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            for size in sizes:
                page = browser.new_context(locale="en-US").new_page()
                page.set_default_timeout(PATIENCE)
                measure(page, site, size)
                page.context.close()
        finally:
            browser.close()
            site.stop()


if __name__ == "__main__":
    main()
