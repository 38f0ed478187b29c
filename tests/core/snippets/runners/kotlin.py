"""Kotlin programs: compiled by one kotlinc, each in a package of its own, and run as Java's are.

Debian's compiler (1.3) and OkHttp (3.13) are older than what the code is for; where OkHttp 4 has properties and an
extension, ``Standins.kt`` and the older spelling are put in their place.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners import java
from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program

_JARS = ("/usr/share/java/okhttp.jar", "/usr/share/java/okio.jar", "/usr/share/java/kotlin-stdlib.jar")

_STANDIN = """\
package standins

import okhttp3.RequestBody

fun ByteArray.toRequestBody(): RequestBody = RequestBody.create(null, this)
"""

_OLDER = (
    ("import okhttp3.RequestBody.Companion.toRequestBody\n", "import standins.toRequestBody\n"),
    ("println(response.body?.string())", "println(response.body()?.string())"),
    ("response.body!!.source()", "response.body()!!.source()"),
    ("${response.code}", "${response.code()}"),
)


class KotlinRunner:
    targets = ("kotlin_okhttp",)

    def missing(self, target: str) -> str:
        if not shutil.which("kotlinc"):
            return "kotlinc"
        return next((Path(jar).name for jar in _JARS if not Path(jar).exists()), "")

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        packages = {program.name: f"case{number}" for number, program in enumerate(programs)}
        for program in programs:
            _write(program, workspace / packages[program.name])
        (workspace / "Standins.kt").write_text(_STANDIN)
        path = os.pathsep.join([str(workspace), *_JARS])
        sources = sorted(map(str, workspace.rglob("*.kt")))
        _must(["kotlinc", "-nowarn", "-no-stdlib", "-cp", path, "-d", str(workspace), *sources])
        _must(["javac", "-d", str(workspace), str(java.DRIVER)])
        return java.run_compiled(path, packages, programs, workspace)


def _write(program: Program, folder: Path) -> None:
    code = program.code
    for newer, older in _OLDER:
        head, found, tail = code.rpartition(newer)
        code = head + older + tail if found else code
    folder.mkdir()
    named = f'@file:JvmName("Main")\npackage {folder.name}\n{code}'
    (folder / "Program.kt").write_text(named, encoding="utf-8", newline="")


def _must(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=BATCH_SECONDS, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


RUNNER = KotlinRunner()
