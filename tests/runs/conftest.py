from __future__ import annotations

from collections.abc import Callable

import pytest

from playground.core.messages import RequestSpec
from playground.history import services as history
from playground.history.models import Run
from playground.runs import services as runs
from tests.people import People
from tests.people import people as make_people

Pending = Callable[..., Run]


@pytest.fixture
def people(db: None, settings) -> People:
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]
    settings.PLAYGROUND_CONNECT_SECONDS = 10
    return make_people()


@pytest.fixture
def pending(people: People) -> Pending:
    """A run of the owner, kept and not sent."""

    def make(url: str, **parts: object) -> Run:
        run = runs.start(people.person, RequestSpec("GET", url, **parts))  # type: ignore[arg-type]
        return history.with_content(run)

    return make
