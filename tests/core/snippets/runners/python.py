"""Python programs, all of a target in one interpreter, each in a namespace of its own."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, python, run_batch

_MODULES = {
    "python_requests": "requests",
    "python_httpx": "httpx",
    "python_http_client": "http.client",
    "python_aiohttp": "aiohttp",
}

_DRIVER = Path(__file__).with_name("python_driver.py")


class PythonRunner:
    targets = tuple(_MODULES)

    def missing(self, target: str) -> str:
        module = _MODULES[target]
        return "" if importlib.util.find_spec(module) else module

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        files = {program.name: (program, program.write("program.py")) for program in programs}
        return run_batch([python(), "-P", _DRIVER], files, workspace)


RUNNER = PythonRunner()
