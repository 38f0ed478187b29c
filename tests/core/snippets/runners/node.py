"""JavaScript in Node.js, all programs of a target in one process, each a module of its own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import Outcome, Program, run_batch

_DRIVER = Path(__file__).with_name("node_driver.mjs")
#: Where ``npm install`` puts what is imported by name.
MODULES = Path(__file__).parents[4] / "toolchains" / "node_modules"

_NEEDS = {"javascript_fetch": "", "node_fetch": "", "node_http": "", "javascript_axios": "axios", "node_axios": "axios"}


class NodeRunner:
    targets = tuple(_NEEDS)

    def missing(self, target: str) -> str:
        if not shutil.which("node"):
            return "node"
        package = _NEEDS[target]
        return "" if (MODULES / package).is_dir() else package

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        if _NEEDS[target]:
            (workspace.parent / "node_modules").symlink_to(MODULES)
        files = {program.name: (program, program.write("program.mjs")) for program in programs}
        return run_batch(["node", _DRIVER], files, workspace)


RUNNER = NodeRunner()
