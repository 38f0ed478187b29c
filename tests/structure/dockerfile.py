"""Enough of Docker's language (docs.docker.com/reference/dockerfile) to run a Dockerfile's own commands without Docker.

A stage's ``/`` is a folder: every ``/app`` and ``/tmp`` in an instruction is taken for a folder below it. All stages
share that folder one after another, since a virtual environment knows its own path.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    word: str
    value: str


@dataclass
class Stage:
    base: str
    name: str
    instructions: list[Instruction] = field(default_factory=list)

    def values(self, word: str) -> list[str]:
        return [item.value for item in self.instructions if item.word == word]

    @property
    def environment(self) -> dict[str, str]:
        pairs = [pair for value in self.values("ENV") for pair in shlex.split(value)]
        return dict(pair.split("=", 1) for pair in pairs)


def parse(text: str) -> list[Stage]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    stages: list[Stage] = []
    for line in "\n".join(lines).replace("\\\n", "").splitlines():
        if not line.strip():
            continue
        word, value = line.split(None, 1)
        if word == "FROM":
            base, _, name = value.partition(" AS ")
            stages.append(Stage(base, name.strip()))
        else:
            stages[-1].instructions.append(Instruction(word, value.strip()))
    return stages


def command_of(stage: Stage, word: str) -> list[str]:
    """The command of a CMD or HEALTHCHECK in its JSON form."""
    value = stage.values(word)[-1]
    command: list[str] = json.loads(value[value.index("[") :])
    return command


class Build:
    """Builds in ``folder``, from the files of ``context``. ``python`` becomes the image's own.

    With ``lent``, a folder of programs with their packages installed, no environment is made and nothing is installed:
    the image has those programs instead, which saves a minute.
    """

    def __init__(self, folder: Path, context: Path, python: str, lent: Path | None = None) -> None:
        self.lent = lent
        self.root = folder / "root"
        self.kept = folder / "stages"
        self.context = context
        self.tools = folder / "bin"
        self.tools.mkdir(parents=True)
        (self.tools / "python").symlink_to(python)
        self.directory = self.root

    def inside(self, text: str) -> str:
        return re.sub(r"(?<![\w./])/(app|tmp)\b", lambda match: f"{self.root}/{match[1]}", text)

    def environment(self, stage: Stage) -> dict[str, str]:
        """Of a command in that stage: nothing from outside but how packages are found, and where tools are."""
        found = {
            key: value for key, value in os.environ.items() if key.startswith(("PIP_", "npm_config_", "HOME", "LANG"))
        }
        found["PATH"] = f"{self.tools}:{os.environ['PATH']}"
        for key, value in stage.environment.items():
            if key != "PIP_NO_CACHE_DIR":
                found[key] = self.inside(value).replace("$PATH", found["PATH"])
        return found

    def run(self, stage: Stage, *, commands: bool = True) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        (self.root / "tmp").mkdir(parents=True)
        self.directory = self.root
        for item in stage.instructions:
            if item.word == "WORKDIR":
                self.directory = Path(self.inside(item.value))
                self.directory.mkdir(parents=True, exist_ok=True)
            elif item.word == "COPY":
                self._copy(item.value)
            elif item.word == "RUN" and commands:
                self._execute(item.value, self.environment(stage))

    def keep(self, stage: Stage) -> None:
        """Put a finished stage where later ones find it."""
        (self.kept / stage.name).parent.mkdir(exist_ok=True)
        self.root.rename(self.kept / stage.name)

    def _execute(self, command: str, environment: dict[str, str]) -> None:
        if self.lent and command == "python -m venv .venv":
            self._lend(self.lent, self.directory / ".venv" / "bin")
            return
        if self.lent and command.startswith("pip install "):
            return
        done = subprocess.run(
            ["sh", "-ec", self.inside(command)], cwd=self.directory, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"

    @staticmethod
    def _lend(lent: Path, folder: Path) -> None:
        folder.mkdir(parents=True)
        for program in ("python", "pybabel", "gunicorn"):
            path = folder / program
            path.write_text(f'#!/bin/sh\nexec {shlex.quote(str(lent / program))} "$@"\n')
            path.chmod(0o755)

    def _copy(self, value: str) -> None:
        words = value.split()
        origin = self.context
        if words[0].startswith("--from="):
            origin = self.kept / words.pop(0).removeprefix("--from=")
        *sources, target = words
        into = Path(self.inside(target)) if target.startswith("/") else self.directory / target
        for source in sources:
            path = origin / source.lstrip("/")
            assert path.exists(), f"COPY {value}: there is no {path}"
            if path.is_dir():
                shutil.copytree(path, into, symlinks=True, dirs_exist_ok=True, ignore=_left_out)
            else:
                into.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, into)


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What .dockerignore keeps out of the context (a test compares)."""
    unwanted = {"node_modules", "__pycache__"} | ({"build"} if folder.endswith("/static") else set())
    in_context = "/stages/" not in folder
    return {name for name in names if in_context and (name in unwanted or name.endswith(".mo"))}
