"""Code is as the language's own formatter would leave it: the golden files, through the formatter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from playground.core.snippets import registry
from tests.core.snippets import goldens
from tests.core.snippets.runners.node import MODULES

_PYTHON = [
    "python_requests",
    "python_httpx",
    "python_http_client",
    "python_aiohttp",
    "python_openai",
    "python_anthropic",
    "python_google_genai",
]
_JAVASCRIPT = [
    "javascript_fetch",
    "javascript_axios",
    "javascript_xhr",
    "node_fetch",
    "node_axios",
    "node_http",
    "javascript_openai",
    "javascript_anthropic",
    "javascript_google_genai",
]

#: Long lines that are left as they are: Prettier takes an emoji for two columns; and values beyond Latin-1, which few
#: requests have, go through a conversion that is not broken.
_LONG = {"text-emoji", "header-utf-8-and-quotes", "variable-in-header-beyond-ascii", "header-latin-1-and-quotes"}

_PRETTIER = MODULES / "prettier" / "bin" / "prettier.cjs"


@pytest.mark.parametrize("key", _PYTHON)
def test_ruff_format_changes_nothing(key: str) -> None:
    files = [str(path) for path in sorted((goldens.ROOT / key).glob("*.py")) if path.stem not in _LONG]
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--check", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.toolchain
def test_prettier_changes_nothing() -> None:
    here = _PRETTIER.exists() and shutil.which("node") is not None
    assert here or os.environ.get("CI_ALL_TOOLCHAINS") != "1", "toolchains/install.sh installs Prettier"
    folders = [str(goldens.ROOT / key) for key in _JAVASCRIPT] if here else []
    command = ["node", str(_PRETTIER), "--list-different", *folders] if folders else [sys.executable, "-c", ""]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    different = [line for line in done.stdout.splitlines() if Path(line).stem not in _LONG]
    assert not different, "\n".join(different)
    assert not done.stderr, done.stderr


def test_every_client_of_these_languages_is_checked() -> None:
    keys = {target.key for target in registry.TARGETS if target.language in {"python", "javascript", "node"}}
    assert keys == {*_PYTHON, *_JAVASCRIPT}
