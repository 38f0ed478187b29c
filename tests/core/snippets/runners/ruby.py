"""Ruby programs, all of a target in one interpreter, each evaluated by itself."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_batch

_LIBRARIES = {"ruby_nethttp": "net/http", "ruby_faraday": "faraday"}
_DRIVER = Path(__file__).with_name("ruby_driver.rb")


class RubyRunner:
    targets = tuple(_LIBRARIES)

    def missing(self, target: str) -> str:
        if not shutil.which("ruby"):
            return "ruby"
        library = _LIBRARIES[target]
        found = subprocess.run(["ruby", "-r", library, "-e", "1"], capture_output=True, check=False)
        return library if found.returncode else ""

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        files = {program.name: (program, program.write("program.rb")) for program in programs}
        return run_batch(["ruby", _DRIVER], files, workspace)


RUNNER = RubyRunner()
