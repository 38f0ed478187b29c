"""Go programs: one binary of them all, which runs the one that it is asked for.

Linking one program takes longer than compiling all of them; so ``package main`` and ``func main()`` are renamed, and
nothing else.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command, run_each


class GoRunner:
    targets = ("go_nethttp",)

    def missing(self, target: str) -> str:
        return "" if shutil.which("go") else "go"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        packages = {program.name: f"case{number}" for number, program in enumerate(programs)}
        (workspace / "go.mod").write_text("module snippets\n\ngo 1.19\n")
        for program in programs:
            package = packages[program.name]
            code = program.code.replace("package main\n", f"package {package}\n", 1)
            code = code.replace("\nfunc main() {\n", "\nfunc Main() {\n", 1)
            (workspace / package).mkdir()
            (workspace / package / "program.go").write_text(code, encoding="utf-8", newline="")
        (workspace / "main.go").write_text(_main(list(packages.values())))
        _must(["gofmt", "-l", *sorted(packages.values())], workspace)
        _must(["go", "build", "-o", "programs", "."], workspace)
        binary = workspace / "programs"
        return run_each(programs, lambda program: run_command([binary, packages[program.name]], program))


def _main(packages: list[str]) -> str:
    imports = "".join(f'\t"snippets/{package}"\n' for package in packages)
    choices = "".join(f'\tcase "{package}":\n\t\t{package}.Main()\n' for package in packages)
    return (
        f'package main\n\nimport (\n\t"os"\n{imports})\n\nfunc main() {{\n\tswitch os.Args[1] {{\n{choices}\t}}\n}}\n'
    )


def _must(command: list[str], workspace: Path) -> None:
    """Run a tool that has nothing to say where all is well: gofmt names what it would format otherwise."""
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, timeout=BATCH_SECONDS, check=False)
    assert done.returncode == 0 and not done.stdout, done.stdout + done.stderr


RUNNER = GoRunner()
