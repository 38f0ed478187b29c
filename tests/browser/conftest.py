"""A real Chromium, and pages whose every complaint fails the test."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
EDITOR = ROOT / "static" / "build" / "editor.js"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: Playwright's synchronous interface runs an event loop in the test's thread, where Django would refuse its database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`content security policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`));
"""


class Complaints(list[str]):
    """What a page complained of: errors in its console, exceptions, violations of its content security policy."""

    def __init__(self) -> None:
        super().__init__()
        self.expected: tuple[str, ...] = ()

    def expect(self, *parts: str) -> None:
        """Complaints that contain one of these parts are part of the test."""
        self.expected += parts

    def unexpected(self) -> list[str]:
        return [text for text in self if not any(part in text for part in self.expected)]

    def listen(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.append(f"exception: {error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a machine that does much else may let a test wait in vain: it has a second try, which pytest counts.

    What fails twice is red.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> Complaints:
    return Complaints()


@pytest.fixture
def page(chromium: Browser, complaints: Complaints) -> Iterator[Page]:
    """A page in a context of its own (no cookies); after the test it must have had nothing to complain of."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    context.set_default_timeout(10_000)
    context.add_init_script(REPORT_VIOLATIONS)
    page = context.new_page()
    complaints.listen(page)
    yield page
    context.close()
    assert complaints.unexpected() == []


@pytest.fixture(scope="session")
def editor_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages that the editor is made of, installed where they are missing."""
    packages = FRONTEND / "node_modules"
    with _alone(tmp_path_factory):
        if not packages.is_dir():
            subprocess.run(["npm", "ci"], cwd=FRONTEND, check=True)
    return packages


@pytest.fixture(scope="session")
def editor_script(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The editor's bundle, built where it is missing or older than its source."""
    if _is_stale():
        request.getfixturevalue("editor_packages")
        with _alone(tmp_path_factory):
            subprocess.run(["npm", "run", "build"], cwd=FRONTEND, check=True)
    return EDITOR


@contextmanager
def _alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One process of a parallel run at a time."""
    with (tmp_path_factory.getbasetemp().parent / "frontend.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _is_stale() -> bool:
    sources = [path for path in FRONTEND.iterdir() if path.suffix in {".js", ".mjs", ".json"}]
    return not EDITOR.exists() or EDITOR.stat().st_mtime < max(path.stat().st_mtime for path in sources)
