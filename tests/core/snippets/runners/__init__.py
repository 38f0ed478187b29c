"""The languages that can be run: one line for each."""

from __future__ import annotations

from tests.core.snippets.runners import python
from tests.core.snippets.runners.base import Runner

RUNNERS: tuple[Runner, ...] = (python.RUNNER,)

#: Targets that are parsed and not run, and why.
NOT_RUN: dict[str, str] = {}


def runner_of(target: str) -> Runner | None:
    return next((runner for runner in RUNNERS if target in runner.targets), None)
