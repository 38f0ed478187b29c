"""R programs, all of a target in one process, each in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_batch

_PACKAGES = {"r_httr2": "httr2", "r_httr": "httr"}
_DRIVER = Path(__file__).with_name("r_driver.R")


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
        files = {program.name: (program, program.write("program.R")) for program in programs}
        return run_batch(["Rscript", "--vanilla", _DRIVER], files, workspace)


RUNNER = RRunner()
