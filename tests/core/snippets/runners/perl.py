"""Perl programs, a process each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each


class PerlRunner:
    targets = ("perl_lwp",)

    def missing(self, target: str) -> str:
        if not shutil.which("perl"):
            return "perl"
        found = subprocess.run(["perl", "-MLWP::UserAgent", "-e", "1"], capture_output=True, check=False)
        return "LWP" if found.returncode else ""

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, lambda program: run_command(["perl", program.write("program.pl")], program))


RUNNER = PerlRunner()
