"""What tests of several rooms share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from tests.messages import compile_messages
from tests.site import Site


def pytest_configure(config: pytest.Config) -> None:
    """Translations are compiled before anybody asks for one, once for all processes of a parallel run."""
    if not hasattr(config, "workerinput"):
        compile_messages()


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """A request leaves its language behind in the thread: the next test begins without."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The whole program, running. It must not have complained by the end."""
    running = Site(tmp_path_factory.mktemp("site"))
    running.prepare()
    running.start()
    yield running
    running.stop()
    assert "Traceback" not in running.output(), running.output()


@pytest.fixture
def catalog(db: None) -> None:
    """The shipped description, loaded."""
    load(SHIPPED, SHIPPED_FILE.read_bytes())
