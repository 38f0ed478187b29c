"""Run what is printed: every case of every target that has its toolchain here, against a recording server."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from playground.core.snippets import registry
from tests.core.snippets import runners, toolchains
from tests.core.snippets.cases import CASES
from tests.core.snippets.more_cases import MORE_CASES
from tests.core.snippets.running import run_cases

#: The SDKs are run in test_sdks.
_KEYS = [target.key for target in registry.TARGETS if target.suits is None]


_ALL = [(key, runner) for key in _KEYS for runner in runners.runners_of(key)]
_HERE = [(key, runner) for key, runner in _ALL if not runner.missing(key)]


@pytest.mark.toolchain
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("key", "runner"),
    _HERE,
    ids=[f"{key}-{type(runner).__name__.removesuffix('Runner').lower()}" for key, runner in _HERE],
)
def test_what_arrives_is_what_was_prepared(key: str, runner: runners.Runner, tmp_path: Path) -> None:
    complaints = run_cases(key, runner, CASES | MORE_CASES, tmp_path)
    assert not complaints, "\n" + "\n".join(complaints)


def test_every_target_is_run_or_says_why_not() -> None:
    unknown = [key for key in _KEYS if runners.runner_of(key) is None and key not in runners.NOT_RUN]
    assert unknown == []


def test_every_toolchain_is_here_where_that_is_asked_for() -> None:
    """What is absent is said in one line at the end of the whole run."""
    assert os.environ.get("CI_ALL_TOOLCHAINS") != "1" or not toolchains.absent(), toolchains.sentence()


def test_what_is_absent_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _command: None)
    said = toolchains.sentence()
    assert "go_nethttp (go)" in said
    assert "javascript_openai (openai)" in said
    assert "\n" not in said
