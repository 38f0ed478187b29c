"""What tests of several rooms share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.utils import translation

from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from tests.core.snippets import toolchains
from tests.messages import compile_messages
from tests.postgres import SITE_DATABASE, Postgres
from tests.site import Site


def pytest_configure(config: pytest.Config) -> None:
    """Translations are compiled before anybody asks for one, once for all processes of a parallel run."""
    if not hasattr(config, "workerinput"):
        compile_messages()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Where snippets were run: in one line, the languages that were not."""
    ran = [report.nodeid for report in terminalreporter.stats.get("passed", ()) if "test_running.py" in report.nodeid]
    if ran and (line := toolchains.sentence()):
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """A request leaves its language behind in the thread: the next test begins without."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The whole program, running. It must not have complained by the end."""
    database = os.environ.get(SITE_DATABASE)
    running = Site(tmp_path_factory.mktemp("site"), {"DATABASE_URL": database} if database else None)
    running.prepare()
    running.start()
    yield running
    running.stop()
    assert "Traceback" not in running.output(), running.output()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of this process of the suite."""
    with Postgres() as running:
        yield running


@pytest.fixture
def catalog(db: None) -> None:
    """The shipped description, loaded."""
    load(SHIPPED, SHIPPED_FILE.read_bytes())
