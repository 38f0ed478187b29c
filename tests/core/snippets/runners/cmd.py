"""Commands for Windows' cmd.exe: a model of cmd.exe and of the C runtime makes arguments of them, and curl is run.

The model follows how cmd.exe reads what is typed: percent signs first, then carets and quotes; and Microsoft's
"Parsing C++ command-line arguments" for what the program is given.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_command, run_each


class CmdRunner:
    targets = ("shell_curl_cmd",)
    #: A value is read by cmd.exe as if it had been typed, so that quotes in it cannot work.
    plain_values = True

    def missing(self, target: str) -> str:
        return "" if shutil.which("curl") else "curl"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, _run)


def _run(program: Program) -> Outcome:
    return run_command(arguments(program.code.removesuffix("\n"), program.environment), program)


def arguments(typed: str, environment: Mapping[str, str]) -> list[str]:
    """What a program finds in ``argv`` after this was typed."""
    return split(without_carets(with_values(typed, environment)))


def with_values(typed: str, environment: Mapping[str, str]) -> str:
    """``%NAME%`` replaced where there is such a variable, and left where there is none."""
    done = ""
    while match := re.search(r"%([^%\n]*)%", typed):
        if match[1] in environment:
            done, typed = done + typed[: match.start()] + environment[match[1]], typed[match.end() :]
        else:
            done, typed = done + typed[: match.start() + 1], typed[match.start() + 1 :]
    return done + typed


def without_carets(line: str) -> str:
    """Carets taken away; raises ``ValueError`` for an operator, or a line end, that nothing protects."""
    done: list[str] = []
    quoted = False
    place = 0
    while place < len(line):
        character = line[place]
        if character == "^" and not quoted:
            place += 2 if line[place + 1 : place + 2] == "\n" else 1
            done.append(line[place : place + 1])
        elif character in "&|<>" and not quoted:
            raise ValueError(f"operator at {place}: {line[place - 20 : place + 20]!r}")
        elif character == "\n":
            raise ValueError(f"the command ends at {place}")
        else:
            quoted ^= character == '"'
            done.append(character)
        place += 1
    return "".join(done)


def split(line: str) -> list[str]:
    """The command line as the C runtime splits it."""
    found: list[str] = []
    current: list[str] | None = None
    quoted = False
    for backslashes, character in re.findall(r'(\\*)("|[^\\]|\Z)', line):
        if character == '"':
            current = (current or []) + ["\\" * (len(backslashes) // 2)]
            if len(backslashes) % 2:
                current.append('"')
            else:
                quoted = not quoted
        elif character in {" ", "\t", ""} and not quoted:
            if current is not None or backslashes:
                found.append("".join((current or []) + [backslashes]))
            current = None
        else:
            current = (current or []) + [backslashes, character]
    return found


RUNNER = CmdRunner()
