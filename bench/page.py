"""What the page costs: ``make bench``.

The real program as ``make run`` starts it, with a folder of its own, asked over HTTP and in Chromium. Beside what
goes to the mock upstream stands a bare ``requests.post`` to the same address in the same run, by turns, so that
whatever else the machine does meets both alike. Prints one table in milliseconds, and the bytes of the start page on
the wire.

    python -m bench.page [--count N] [--loads N]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from playwright.sync_api import Browser, Page, sync_playwright

from bench.transport import percentile
from tests.browser.conftest import FLAGS
from tests.site import Site

KEY = "create-structured-output"
WARM_UP = 10
#: Longer than any answer here takes, for a request that hangs.
TIMEOUT = 30


@dataclass
class Row:
    name: str
    values: list[float]
    aim: str = ""

    def __str__(self) -> str:
        middle, high = percentile(self.values, 50), percentile(self.values, 95)
        return f"{self.name:<54}{middle:>9.1f}{high:>9.1f}{len(self.values):>7}  {self.aim}".rstrip()


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def by_turns(count: int, works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Milliseconds of each work; the first rounds warm up."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(count + WARM_UP):
        for name, work in works.items():
            taken = timed(work)
            if number >= WARM_UP:
                times[name].append(taken)
    return times


# Over HTTP


class Visitor:
    """A browser's requests without the browser: its cookies, its form, one connection."""

    def __init__(self, site: Site, page: Page) -> None:
        self.base = site.url
        self.session = requests.Session()
        self.session.headers["Accept-Encoding"] = "br"
        for cookie in page.context.cookies():
            self.session.cookies.set(cookie["name"], cookie["value"])
        entries = (
            "[...new FormData(document.querySelector('#composer'))].filter(([, value]) => typeof value === 'string')"
        )
        self.form: list[tuple[str, str]] = [(name, value) for name, value in page.evaluate(entries)]
        self.model: str = page.locator('[data-testid=control][data-pointer="/model"]').get_attribute("name") or ""
        self.typed = 0

    def start_page(self) -> None:
        self._checked(self.session.get(f"{self.base}/", timeout=TIMEOUT))

    def live(self, pane: str) -> None:
        """What follows a keystroke in the form: the model has one more letter."""
        self.typed += 1
        changed = {"pane": pane, self.model: f"gpt-{self.typed}"}
        form = [(name, changed.get(name, value)) for name, value in self.form]
        self._checked(self._post("live", form))

    def send(self) -> None:
        """From the click to the answer: there at once, or at the end of the events."""
        shown = self._checked(self._post("send", self.form)).text
        for events in re.findall(r'sse-connect="([^"]+)"', shown):
            shown = self._checked(self.session.get(self.base + events, timeout=TIMEOUT)).text
        assert "200 OK" in shown, shown

    def _post(self, action: str, form: list[tuple[str, str]]) -> requests.Response:
        address = f"{self.base}/try/{KEY}/{action}/"
        return self.session.post(address, data=form, headers={"HX-Request": "true"}, timeout=TIMEOUT)

    @staticmethod
    def _checked(answer: requests.Response) -> requests.Response:
        assert answer.status_code == 200, f"{answer.status_code} {answer.text[:500]}"
        return answer


def over_http(site: Site, page: Page, count: int) -> Iterator[Row]:
    visitor = Visitor(site, page)
    upstream = f"{site.url}/mock/catalog/v1/chat/completions"
    body = dict(visitor.form)["body"].replace("\r\n", "\n")
    fields = {"Authorization": "Bearer mock-key", "Content-Type": "application/json"}
    asked = {
        "method": "POST",
        "url": upstream,
        "headers": [{"name": name, "value": value} for name, value in fields.items()],
        "postData": {"mimeType": "application/json", "text": body},
    }
    api = requests.Session()
    api.headers["Authorization"] = f"Bearer {site.manage('create_token')}"

    def bare() -> None:
        assert requests.post(upstream, data=body.encode(), headers=fields, timeout=TIMEOUT).status_code == 200

    def through_api() -> None:
        answer = api.post(f"{site.url}/api/v1/send", json={"request": asked}, timeout=TIMEOUT)
        assert answer.json()["exchange"]["entry"]["response"]["status"] == 200

    reading = by_turns(
        count,
        {
            "start page": visitor.start_page,
            "live preview": lambda: visitor.live("preview"),
            "live code": lambda: visitor.live("code"),
        },
    )
    sending = by_turns(count, {"bare": bare, "api": through_api, "page": visitor.send})
    yield Row("GET /", reading["start page"])
    yield Row("live preview, POST", reading["live preview"])
    yield Row("live code, POST", reading["live code"])
    yield Row("bare requests.post to the mock", sending["bare"])
    yield Row("POST /api/v1/send to the mock", sending["api"])
    yield Row("send by the page, to the answer", sending["page"])


# In Chromium

#: Marks a time once the frame that shows a change has been painted.
PAINTED = """
window.afterPaint = (done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.now());
  channel.port2.postMessage(0);
});
"""

TYPING = """
window.times = [];
let pressed = 0;
document.addEventListener("keydown", () => { pressed = performance.now(); }, true);
new MutationObserver(() => {
  const began = pressed;
  if (began) afterPaint((now) => { if (pressed === began) { times.push(now - began); pressed = 0; } });
}).observe(document.querySelector(".pane-preview"), { childList: true, subtree: true });
"""

SENDING = """
window.times = [];
let clicked = 0;
let before = "";
const shown = () => document.querySelector("#response")?.dataset ?? {};
document.querySelector("#send").addEventListener("click", () => {
  clicked = performance.now();
  before = shown().run;
}, true);
new MutationObserver(() => {
  if (!clicked || shown().run === before || shown().runState !== "done") return;
  const began = clicked;
  clicked = 0;
  afterPaint((now) => times.push(now - began));
}).observe(document.querySelector(".pane-response"), { childList: true, subtree: true });
"""

#: When htmx had taken Send up, so that a click neither waits nor leaves the page. Nothing here asks again and again
#: before that, which would take from the page what it measures.
LOADING = """
window.sendUsable = 0;
window.editorThere = 0;
document.addEventListener("htmx:afterProcessNode", (event) => {
  if (event.target.id !== "send" || sendUsable) return;
  window.sendUsable = performance.now();
  (function look() {
    if (document.querySelector(".editor-host")) window.editorThere = performance.now();
    else setTimeout(look, 10);
  })();
}, true);
"""


def typing(page: Page, base: str, count: int) -> list[float]:
    """Milliseconds from a key press in the form until the preview that has it is painted."""
    _open(page, base)
    page.evaluate(PAINTED + TYPING)
    page.locator('[data-testid=control][data-pointer="/model"]').click()
    for number in range(count + WARM_UP):
        page.keyboard.press("End")
        page.evaluate("pressed = 0")
        page.keyboard.press("Backspace" if number % 2 else "x")
        page.wait_for_function("number => times.length > number", arg=number, polling=20)
    return list(page.evaluate("times"))[WARM_UP:]


#: Milliseconds until the next click: what comes behind an answer is there by then.
LOOKS = 200


def sending(page: Page, base: str, count: int) -> list[float]:
    """Milliseconds from the click on Send until the answer is painted."""
    _open(page, base)
    page.evaluate(PAINTED + SENDING)
    for number in range(count + WARM_UP):
        page.locator("#send").click()
        page.wait_for_function("number => times.length > number", arg=number, polling=20)
        page.wait_for_timeout(LOOKS)
    return list(page.evaluate("times"))[WARM_UP:]


def loading(browser: Browser, base: str, count: int) -> dict[str, list[float]]:
    """Milliseconds from the start of the navigation, in a browser that was never here."""
    script = """() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
      document: performance.getEntriesByType("navigation")[0].responseEnd,
      usable: Math.max(sendUsable, performance.getEntriesByName("first-contentful-paint")[0].startTime),
      editor: editorThere,
    })"""
    times: dict[str, list[float]] = {}
    for number in range(count + 3):
        with _visit(browser) as page:
            page.add_init_script(LOADING)
            _open(page, base)
            page.wait_for_function("() => sendUsable && editorThere")
            if number >= 3:
                for name, value in page.evaluate(script).items():
                    times.setdefault(name, []).append(value)
    return times


def floor(browser: Browser, base: str, count: int) -> list[float]:
    """Milliseconds until the two letters of the health check are painted: what this browser takes for nothing."""
    script = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    times = []
    for _ in range(count):
        with _visit(browser) as page:
            page.goto(f"{base}/healthz")
            times.append(page.wait_for_function(script).json_value())
    return times


def in_chromium(browser: Browser, base: str, count: int, loads: int) -> Iterator[Row]:
    nothing = floor(browser, base, loads)
    cold = loading(browser, base, loads)
    with _visit(browser) as page:
        pressed = typing(page, base, count)
    with _visit(browser) as page:
        clicked = sending(page, base, count)
    yield Row("key press to painted preview", pressed, "50")
    yield Row("click on Send to painted answer", clicked, "40")
    yield Row("cold load: first contentful paint of /healthz", nothing)
    yield Row("cold load: document received", cold["document"])
    yield Row("cold load: first contentful paint", cold["paint"])
    yield Row("cold load: Send usable", cold["usable"], "200")
    yield Row("cold load: the editor is there", cold["editor"])


def _open(page: Page, base: str) -> None:
    page.goto(base)
    page.wait_for_load_state("networkidle")


#: Milliseconds that a new tab is left alone: its own beginning takes the processors for a while, and a person who goes
#: somewhere has had it open.
SETTLES = 1500


@contextmanager
def _visit(browser: Browser) -> Iterator[Page]:
    """A tab of a browser that was never here."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US")
    context.set_default_timeout(TIMEOUT * 1000)
    page = context.new_page()
    page.wait_for_timeout(SETTLES)
    yield page
    context.close()


# Bytes


def bytes_on_the_wire(base: str) -> list[tuple[str, int]]:
    """Content of the start page and of what it names, as sent to a browser that takes brotli."""
    document = requests.get(f"{base}/", headers={"Accept-Encoding": "br"}, timeout=TIMEOUT).text
    named = dict.fromkeys(re.findall(r'(?:src|href|editor-script)="(/static/[^"]+)"', document))
    groups = {"document": ["/"], "css": [], "js": [], "icon": [], "editor": []}
    for path in named:
        kind = "editor" if "/build/" in path else {"css": "css", "js": "js"}.get(path.rpartition(".")[2], "icon")
        groups[kind].append(path)
    sizes = [(kind, sum(_length(base + path) for path in paths)) for kind, paths in groups.items()]
    before = sum(size for kind, size in sizes if kind != "editor")
    return [*sizes[:-1], ("all before the editor", before), sizes[-1]]


def _length(address: str) -> int:
    with requests.get(address, headers={"Accept-Encoding": "br"}, timeout=TIMEOUT, stream=True) as answer:
        return len(answer.raw.read(decode_content=False))


def report(rows: Iterator[Row], sizes: list[tuple[str, int]]) -> None:
    load = os.getloadavg()[0]
    print(f"\n{'milliseconds':<54}{'p50':>9}{'p95':>9}{'times':>7}  aim")
    for row in rows:
        print(row, flush=True)
    print(f"\n{'bytes of the start page on the wire':<54}{'bytes':>9}")
    for name, size in sizes:
        aim = "  under 60000" if name.startswith("all") else ""
        print(f"{name:<54}{size:>9}{' ' * 16 if aim else ''}{aim}")
    print(f"\n{os.cpu_count()} processors; load when this began {load:.1f}. A frame of Chromium lasts 16.7 ms.")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=100, help="times that each is measured")
    parser.add_argument("--loads", type=int, default=30, help="cold loads of the page")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="playground-bench-"))
    site = Site(folder, {"PLAYGROUND_RUNS_PER_MINUTE": "1000000"})
    site.prepare()
    site.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
            with _visit(browser) as page:
                _open(page, site.url)
                first = list(over_http(site, page, options.count))
            rows = [*first, *in_chromium(browser, site.url, options.count, options.loads)]
            browser.close()
        report(iter(rows), bytes_on_the_wire(site.url))
    finally:
        site.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
