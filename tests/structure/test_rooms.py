"""The house is as it is drawn: import contracts, and lists that name every file."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from playground.core.snippets import registry
from playground.core.viewers import registry as viewers
from tests.site import ROOT

BIN = Path(sys.executable).parent


def test_import_contracts() -> None:
    done = subprocess.run([BIN / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "broken" not in done.stdout.replace("0 broken", "")


def _files(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / "playground" / folder).glob("*.py")} - {"__init__"}


def test_every_snippet_target_is_listed() -> None:
    assert [target.key for target in registry.TARGETS if target.key not in _files("core/snippets/targets")] == []
    assert _files("core/snippets/targets") - {target.key for target in registry.TARGETS} == set()


@pytest.mark.parametrize("key", sorted(_files("core/snippets/targets")))
def test_a_target_is_named_as_its_file(key: str) -> None:
    module = importlib.import_module(f"playground.core.snippets.targets.{key}")
    assert key == module.TARGET.key
    assert module.TARGET.key.split("_")[0] == module.TARGET.language


def test_every_language_has_one_default() -> None:
    defaults = [target.language for target in registry.TARGETS if target.is_default]
    assert len(defaults) == len(set(defaults)) == 15


def test_every_viewer_is_listed() -> None:
    listed = Path(viewers.__file__ or "").read_text(encoding="utf-8")
    assert [name for name in sorted(_files("core/viewers/kinds")) if name not in listed] == []


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc"])
def test_a_file_is_named_for_what_it_knows(word: str) -> None:
    assert list((ROOT / "playground").rglob(f"{word}*")) == []
