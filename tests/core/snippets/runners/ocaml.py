"""OCaml programs: one binary of them all, which runs the one that it is asked for.

Linking one program takes longer than compiling all of them; so the top-level ``let () =`` becomes a function, and
nothing else is changed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command, run_each


@cache
def _has(package: str) -> bool:
    return subprocess.run(["ocamlfind", "query", package], capture_output=True, check=False).returncode == 0


class OcamlRunner:
    targets = ("ocaml_cohttp",)

    def missing(self, target: str) -> str:
        if not shutil.which("ocamlfind"):
            return "ocamlfind"
        return "" if _has("cohttp-lwt-unix") else "cohttp-lwt-unix"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        modules = {program.name: f"case{number}" for number, program in enumerate(programs)}
        for program in programs:
            code = program.code.replace("\nlet () =\n  Lwt_main.run", "\nlet main () =\n  Lwt_main.run", 1)
            (workspace / f"{modules[program.name]}.ml").write_text(code, encoding="utf-8", newline="")
        names = list(modules.values())
        (workspace / "main.ml").write_text(_main(names))
        files = [f"{name}.ml" for name in [*names, "main"]]
        command = [
            "ocamlfind",
            "ocamlopt",
            "-thread",
            "-package",
            "cohttp-lwt-unix",
            "-linkpkg",
            *files,
            "-o",
            "programs",
        ]
        done = subprocess.run(
            command, cwd=workspace, capture_output=True, text=True, timeout=BATCH_SECONDS, check=False
        )
        assert done.returncode == 0, done.stderr
        binary = workspace / "programs"
        return run_each(programs, lambda program: run_command([binary, modules[program.name]], program))


def _main(modules: list[str]) -> str:
    choices = "".join(f'  | "{module}" -> {module.capitalize()}.main ()\n' for module in modules)
    return f"let () =\n  match Sys.argv.(1) with\n{choices}  | _ -> exit 2\n"


RUNNER = OcamlRunner()
