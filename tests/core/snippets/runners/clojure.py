"""Clojure programs, most in one virtual machine, each in a namespace of its own; what reads a file has its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command

_JARS = (
    "clj-http",
    "clj-tuple",
    "clojure",
    "commons-codec",
    "commons-io",
    "commons-logging",
    "core.specs.alpha",
    "httpclient",
    "httpcore",
    "httpmime",
    "potemkin",
    "riddley",
    "slingshot",
    "spec.alpha",
)
_FOLDER = Path("/usr/share/java")
_DRIVER = Path(__file__).with_name("clojure_driver.clj")


class ClojureRunner:
    targets = ("clojure_cljhttp",)

    def missing(self, target: str) -> str:
        return next((jar for jar in _JARS if not (_FOLDER / f"{jar}.jar").exists()), "")

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        alone = [program for program in programs if "io/file" in program.code]
        together = [program for program in programs if program not in alone]
        outcomes = _run(together, workspace)
        for program in alone:
            outcomes |= _run([program], program.folder)
        return outcomes


def _run(programs: Sequence[Program], folder: Path) -> dict[str, Outcome]:
    path = os.pathsep.join(str(_FOLDER / f"{jar}.jar") for jar in _JARS)
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", path]
    places = [
        str(place) for program in programs for place in (program.write("program.clj"), program.folder / "printed")
    ]
    # The cases agree on the values of their variables.
    environment = {name: value for program in programs for name, value in program.environment.items()}
    shared = Program("", "", folder, environment)
    whole = run_command([*java, "clojure.main", _DRIVER, *places], shared, BATCH_SECONDS)
    return {program.name: _outcome(program.folder / "printed", whole) for program in programs}


def _outcome(stem: Path, whole: Outcome) -> Outcome:
    code, printed, errors = (stem.with_suffix(suffix) for suffix in (".code", ".out", ".err"))
    if not code.exists():
        return whole
    return Outcome(int(code.read_text()), printed.read_bytes(), errors.read_text() if errors.exists() else "")


RUNNER = ClojureRunner()
