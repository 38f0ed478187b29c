"""Commands of the shell, a process each; run by /bin/sh, so that nothing of bash alone slips in."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each

_COMMANDS = {"shell_curl": "curl", "shell_httpie": "http", "shell_wget": "wget"}


class ShellRunner:
    targets = tuple(_COMMANDS)

    def missing(self, target: str) -> str:
        command = _COMMANDS[target]
        return "" if shutil.which(command) else command

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, lambda program: run_command(["sh", program.write("program.sh")], program))


RUNNER = ShellRunner()
