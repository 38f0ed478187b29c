"""How programs of a language are run: one file for each language beside this one, listed in ``RUNNERS``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

#: Seconds that one program, or one batch of them, may take.
PROGRAM_SECONDS = 60
BATCH_SECONDS = 600


@dataclass(frozen=True)
class Program:
    """A generated program. ``name`` is that of its case; ``folder`` its working directory, with the files in it."""

    name: str
    code: str
    folder: Path
    environment: Mapping[str, str]

    def write(self, file_name: str) -> Path:
        path = self.folder / file_name
        # newline="": line ends inside of literals are part of the program.
        path.write_text(self.code, encoding="utf-8", newline="")
        return path


@dataclass(frozen=True)
class Outcome:
    """What a program printed, and whether it ended well (0)."""

    returncode: int
    stdout: bytes
    stderr: str


class Runner(Protocol):
    """Runs programs of some targets with the language's own tools."""

    #: Keys of the targets that it can run.
    targets: tuple[str, ...]

    def missing(self, target: str) -> str:
        """What this machine lacks to run a target, in a word or two; "" where all is there."""

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        """The outcome of each program by its name. ``workspace`` is an empty folder for what is built on the way."""


def run_command(command: Sequence[str | Path], program: Program, seconds: float = PROGRAM_SECONDS) -> Outcome:
    """One process for one program."""
    return _run(list(map(str, command)), program.folder, program.environment, seconds)


def _run(command: list[str], folder: Path, environment: Mapping[str, str], seconds: float) -> Outcome:
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return Outcome(-1, error.stdout or b"", f"took more than {seconds} s")
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def run_each(programs: Sequence[Program], run: Callable[[Program], Outcome], workers: int = 4) -> dict[str, Outcome]:
    """Several programs at the same time, a process each."""
    with ThreadPoolExecutor(workers) as pool:
        return dict(zip((program.name for program in programs), pool.map(run, programs), strict=True))


def run_batch(
    command: Sequence[str | Path], files: Mapping[str, tuple[Program, Path]], workspace: Path
) -> dict[str, Outcome]:
    """Many programs in one process: a driver that gets a plan (JSON) and writes the outcomes to a file (JSON).

    The plan is ``{"result": path, "programs": [{"name", "path", "folder", "environment"}]}``; the result
    ``{name: {"returncode", "stdout" (text), "stderr"}}``. What the driver did not reach counts as failed.
    """
    plan, result = workspace / "plan.json", workspace / "result.json"
    listed = [
        {"name": name, "path": str(path), "folder": str(program.folder), "environment": dict(program.environment)}
        for name, (program, path) in files.items()
    ]
    plan.write_text(json.dumps({"result": str(result), "programs": listed}), encoding="utf-8")
    whole = _run([*map(str, command), str(plan)], workspace, {}, BATCH_SECONDS)
    done = json.loads(result.read_text(encoding="utf-8")) if result.exists() else {}
    failed = {"returncode": -1, "stdout": "", "stderr": f"the driver ended early: {whole.stderr[-2000:]}"}
    return {name: _outcome(done.get(name, failed)) for name in files}


def _outcome(row: Mapping[str, object]) -> Outcome:
    return Outcome(int(str(row["returncode"])), str(row["stdout"]).encode("utf-8", "replace"), str(row["stderr"]))


def python() -> str:
    return sys.executable
