"""PHP programs, a process each."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each

#: Where Debian's php-guzzlehttp-guzzle puts its loader.
_GUZZLE = Path("/usr/share/php/GuzzleHttp/autoload.php")


class PhpRunner:
    targets = ("php_curl", "php_guzzle")

    def missing(self, target: str) -> str:
        if not shutil.which("php"):
            return "php"
        if "curl" not in _modules():
            return "php-curl"
        return "" if target == "php_curl" or _GUZZLE.exists() else "guzzle"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        if target == "php_guzzle":
            for program in programs:
                loader = program.folder / "vendor" / "autoload.php"
                loader.parent.mkdir()
                loader.write_text(f"<?php require '{_GUZZLE}';\n")
        # Deprecations count as failures: they are printed, and what is printed is compared.
        command = ["php", "-d", "error_reporting=-1", "-d", "display_errors=1"]
        return run_each(programs, lambda program: run_command([*command, program.write("program.php")], program))


@cache
def _modules() -> frozenset[str]:
    listed = subprocess.run(["php", "-m"], capture_output=True, text=True, check=False)
    return frozenset(listed.stdout.split())


RUNNER = PhpRunner()
