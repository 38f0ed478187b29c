"""A hook on every connection of the process: the system itself reports where it is asked to connect to."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

_dialled: list[str] | None = None


def _watch(event: str, args: tuple) -> None:
    if event == "socket.connect" and _dialled is not None:
        _dialled.append(str(args[1][0]))


sys.addaudithook(_watch)  # a hook cannot be taken away again; it does nothing outside the fixture


@pytest.fixture
def dialled() -> Iterator[list[str]]:
    """Every address that a connection was started to, whatever became of it."""
    global _dialled
    _dialled = []
    yield _dialled
    _dialled = None
