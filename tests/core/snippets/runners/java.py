"""Java programs: compiled by one javac, each in a package of its own; most share a virtual machine.

One that sets a system property or reads a file has a machine, and a working directory, of its own. One that ends the
machine is noted, and the others go on in the next.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote_plus

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command, run_each

_JARS = {
    "java_nethttp": (),
    "java_okhttp": ("/usr/share/java/okhttp.jar", "/usr/share/java/okio.jar"),
}
_JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8")
#: What the driver changes, so that each program finds its own environment.
_OPENED = ("--add-opens", "java.base/java.util=ALL-UNNAMED", "--add-opens", "java.base/java.lang=ALL-UNNAMED")
DRIVER = Path(__file__).with_name("Driver.java")


class JavaRunner:
    targets = tuple(_JARS)

    def missing(self, target: str) -> str:
        if not shutil.which("javac"):
            return "javac"
        return next((Path(jar).name for jar in _JARS[target] if not Path(jar).exists()), "")

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        path = os.pathsep.join([str(workspace), *_JARS[target]])
        packages = {program.name: f"case{number}" for number, program in enumerate(programs)}
        for program in programs:
            place = workspace / packages[program.name] / "Main.java"
            place.parent.mkdir()
            place.write_text(f"package {packages[program.name]}; {program.code}", encoding="utf-8", newline="")
        _compile(path, workspace)
        return run_compiled(path, packages, programs, workspace)


def run_compiled(
    path: str, packages: dict[str, str], programs: Sequence[Program], workspace: Path
) -> dict[str, Outcome]:
    """Run the ``Main`` of each program's package."""
    alone = [program for program in programs if "setProperty(" in program.code or _reads_file(program)]
    java = [*_JAVA, "-cp", path]
    outcomes = run_each(alone, lambda program: run_command([*java, f"{packages[program.name]}.Main"], program), 2)
    left = [program for program in programs if program.name not in outcomes]
    halves = [left[start::2] for start in (0, 1) if left[start::2]]
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(lambda half: _run_group(java, half, packages, workspace), halves):
            outcomes |= found
    return outcomes


def _reads_file(program: Program) -> bool:
    return "Path.of(" in program.code or "new File(" in program.code or "File(" in program.code


def _run_group(
    java: list[str], programs: list[Program], packages: dict[str, str], workspace: Path
) -> dict[str, Outcome]:
    """Programs in one machine, and in a next one after each that ended it."""
    outcomes: dict[str, Outcome] = {}
    left = programs
    while left:
        log, plan = (workspace / f"{what}-{packages[left[0].name]}" for what in ("done", "plan"))
        plan.write_text("".join(_planned(packages[program.name], program) for program in left))
        shared = Program("", "", workspace, {})
        whole = run_command([*java, *_OPENED, "Driver", log, plan], shared, BATCH_SECONDS)
        codes = dict(line.split() for line in log.read_text().splitlines()) if log.exists() else {}
        reached = left[: len(codes) + 1]
        for program in reached:
            package = packages[program.name]
            outcomes[program.name] = _outcome(workspace / package, int(codes.get(package, whole.returncode)))
        left = left[len(reached) :]
    return outcomes


def _planned(package: str, program: Program) -> str:
    pairs = [f"{name}={quote_plus(value)}" for name, value in program.environment.items()]
    return "\t".join([package, *pairs]) + "\n"


def _outcome(stem: Path, code: int) -> Outcome:
    stdout, stderr = stem.with_suffix(".out"), stem.with_suffix(".err")
    return Outcome(
        code, stdout.read_bytes() if stdout.exists() else b"", stderr.read_text() if stderr.exists() else "not started"
    )


def _compile(path: str, workspace: Path) -> None:
    sources = [*map(str, workspace.rglob("*.java")), str(DRIVER)]
    command = ["javac", "-encoding", "UTF-8", "-Xlint:all", "-Werror", "-cp", path, "-d", str(workspace), *sources]
    done = subprocess.run(command, capture_output=True, text=True, timeout=BATCH_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


RUNNER = JavaRunner()
