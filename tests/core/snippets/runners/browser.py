"""JavaScript for browsers, in a real Chromium: every program a module of a page of its own.

The page may send anywhere (``--disable-web-security``): what is checked is what the code sends, not what a server
allows. ``process.env`` and the file module stand for what a bundler and an ``<input type=file>`` give.
"""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.core.snippets.runners.base import Outcome, Program

_FILE_MODULE = """\
export const readFile = async (name) =>
  Uint8Array.from(atob(window.FILES[name]), (c) => c.charCodeAt(0));
"""

_PAGE = """\
<!doctype html>
<script type="importmap">{"imports": {"node:fs/promises": "http://page.test/files.js"}}</script>
"""

#: What Chromium says by itself: an answer that is an error, a header that code may not set (a warning said so).
_REMARKS = ("Failed to load resource", "Refused to set unsafe header")

#: Tells when nothing is open any more.
_WATCH = """\
window.open_requests = 0;
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (body) {
  window.open_requests += 1;
  this.addEventListener("loadend", () => setTimeout(() => (window.open_requests -= 1)));
  return send.call(this, body);
};
"""

_RUN = """\
async ([code, environment, files]) => {
  window.process = { env: environment };
  window.FILES = files;
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  try {
    await import(address);
  } catch (error) {
    return String(error);
  }
  while (window.open_requests > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  return "";
}
"""


class BrowserRunner:
    targets = ("javascript_xhr", "javascript_fetch")

    def missing(self, target: str) -> str:
        try:
            import playwright  # noqa: F401
        except ImportError:
            return "playwright"
        return "" if _executable() else "chromium"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=_executable(), args=["--disable-web-security", "--no-sandbox"]
            )
            page = browser.new_page()
            page.add_init_script(_WATCH)
            page.route("http://page.test/files.js", lambda route: _fulfil(route, "text/javascript", _FILE_MODULE))
            page.route("http://page.test/", lambda route: _fulfil(route, "text/html", _PAGE))
            outcomes = {program.name: _run(page, program) for program in programs}
            browser.close()
        return outcomes


def _executable() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _fulfil(route: Any, content_type: str, body: str) -> None:
    route.fulfill(status=200, headers={"Content-Type": content_type, "Access-Control-Allow-Origin": "*"}, body=body)


def _run(page: Any, program: Program) -> Outcome:
    printed: list[str] = []
    errors: list[str] = []

    def listen(message: Any) -> None:
        {"log": printed, "error": errors}.get(message.type, []).append(message.text)

    page.on("console", listen)
    page.goto("http://page.test/")
    files = {
        path.name: base64.b64encode(path.read_bytes()).decode() for path in program.folder.iterdir() if path.is_file()
    }
    failure = page.evaluate(_RUN, [program.code, json.loads(json.dumps(dict(program.environment))), files])
    page.remove_listener("console", listen)
    errors = [error for error in errors if not error.startswith(_REMARKS)]
    return Outcome(int(bool(errors or failure)), "\n".join(printed).encode(), "\n".join([*errors, failure]))


RUNNER = BrowserRunner()
