"""Objective-C programs: clang with GNUstep's Foundation, which has no NSURLSession.

A stand-in for that class (``objc_standins``) sends the request object by libcurl. So addresses, fields, contents and
literals are proven, and what NSURLSession itself does with them is not.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each

_STANDINS = Path(__file__).with_name("objc_standins")


def _output(*command: str) -> list[str]:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


@cache
def _flags() -> list[str]:
    include = Path(_output("gcc", "-print-file-name=include")[0])
    kept = [flag for flag in _output("gnustep-config", "--objc-flags") if flag.startswith(("-D", "-I/usr", "-f"))]
    return ["-fblocks", "-pthread", "-fobjc-runtime=gcc", "-Wall", f"-I{_STANDINS}", f"-I{include}", *kept]


@cache
def _libraries() -> list[str]:
    return [*_output("gnustep-config", "--base-libs"), "-lBlocksRuntime", *_output("curl-config", "--libs")]


class ObjectiveCRunner:
    targets = ("objc_nsurlsession",)

    def missing(self, target: str) -> str:
        tools = ("clang", "gcc", "gnustep-config", "curl-config")
        absent = next((tool for tool in tools if not shutil.which(tool)), "")
        blocks = Path("/usr/include/Block.h")
        return absent or ("" if blocks.exists() else "libblocksruntime-dev")

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        header, standin = workspace / "NSURLSession.pch", workspace / "NSURLSession.o"
        _must(["clang", *_flags(), "-x", "objective-c-header", _STANDINS / "NSURLSession.h", "-o", header])
        _must(["clang", *_flags(), "-c", _STANDINS / "NSURLSession.m", "-o", standin])
        return run_each(programs, lambda program: _run(program, header, standin))


def _must(command: Sequence[str | Path]) -> None:
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr


def _run(program: Program, header: Path, standin: Path) -> Outcome:
    source, binary = program.write("program.m"), program.folder / "program"
    flags = [*_flags(), "-Werror", "-include-pch", header]
    built = run_command(["clang", *flags, source, standin, "-o", binary, "-fuse-ld=gold", *_libraries()], program)
    return run_command([binary], program) if built.returncode == 0 else built


RUNNER = ObjectiveCRunner()
