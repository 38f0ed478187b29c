"""R programs, a process each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each

_PACKAGES = {"r_httr2": "httr2", "r_httr": "httr"}


@cache
def _has(package: str) -> bool:
    command = ["Rscript", "--vanilla", "-e", f'quit(status = !requireNamespace("{package}", quietly = TRUE))']
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


class RRunner:
    targets = tuple(_PACKAGES)

    def missing(self, target: str) -> str:
        if not shutil.which("Rscript"):
            return "Rscript"
        return "" if _has(_PACKAGES[target]) else _PACKAGES[target]

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, _run)


def _run(program: Program) -> Outcome:
    return run_command(["Rscript", "--vanilla", program.write("program.R")], program)


RUNNER = RRunner()
