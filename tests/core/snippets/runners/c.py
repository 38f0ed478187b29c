"""C programs: gcc, with every warning an error, and trigraphs as the standard has them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each

_FLAGS = ("-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Wno-trigraphs", "-Werror")


@cache
def _curl() -> str:
    """Options of the linker; "" where libcurl's headers are not here."""
    if not shutil.which("curl-config"):
        return ""
    return subprocess.run(["curl-config", "--libs"], capture_output=True, text=True, check=False).stdout.strip()


class CRunner:
    targets = ("c_libcurl",)

    def missing(self, target: str) -> str:
        if not shutil.which("gcc"):
            return "gcc"
        return "" if _curl() else "libcurl's headers"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, _run)


def _run(program: Program) -> Outcome:
    source, binary = program.write("program.c"), program.folder / "program"
    built = run_command(["gcc", *_FLAGS, "-o", binary, source, *_curl().split()], program)
    return run_command([binary], program) if built.returncode == 0 else built


RUNNER = CRunner()
