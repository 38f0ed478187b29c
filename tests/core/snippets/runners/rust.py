"""Rust programs: one binary of them all, which runs the one that it is asked for.

reqwest comes from Debian's packages of crates (``librust-reqwest-dev``). ``fn main`` is made public, and nothing else
is changed. What cargo built is kept between runs, because it takes a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command, run_each

_CRATES = Path("/usr/share/cargo/registry")

_MANIFEST = """\
[package]
name = "snippets"
version = "0.1.0"
edition = "2021"

[dependencies]
reqwest = { version = "*", default-features = false, features = ["blocking"] }

[profile.dev]
debug = 0
"""

_CONFIG = f"""\
[source.crates-io]
replace-with = "debian"

[source.debian]
directory = "{_CRATES}"
"""


class RustRunner:
    targets = ("rust_reqwest",)

    def missing(self, target: str) -> str:
        if not shutil.which("cargo"):
            return "cargo"
        return "" if any(_CRATES.glob("reqwest-*")) else "librust-reqwest-dev"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        modules = {program.name: f"case{number}" for number, program in enumerate(programs)}
        (workspace / ".cargo").mkdir()
        (workspace / ".cargo" / "config.toml").write_text(_CONFIG)
        (workspace / "Cargo.toml").write_text(_MANIFEST)
        (workspace / "src").mkdir()
        for program in programs:
            code = program.code.replace("\nfn main()", "\npub fn main()", 1)
            (workspace / "src" / f"{modules[program.name]}.rs").write_text(code, encoding="utf-8", newline="")
        (workspace / "src" / "main.rs").write_text(_main(list(modules.values())))
        binary = _build(workspace)
        return run_each(programs, lambda program: run_command([binary, modules[program.name]], program))


def _main(modules: list[str]) -> str:
    declared = "".join(f"mod {module};\n" for module in modules)
    choices = "".join(f'        "{module}" => {module}::main(),\n' for module in modules)
    return (
        f"{declared}\nfn main() -> Result<(), Box<dyn std::error::Error>> {{\n"
        f'    match std::env::args().nth(1).unwrap().as_str() {{\n{choices}        _ => Err("no such case".into()),\n'
        "    }\n}\n"
    )


def _build(workspace: Path) -> Path:
    kept = Path(tempfile.gettempdir()) / f"playground-cargo-{os.getuid()}"
    command = ["cargo", "build", "--offline", "--quiet", "--target-dir", str(kept)]
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, timeout=BATCH_SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    binary = workspace / "programs"
    shutil.copy(kept / "debug" / "snippets", binary)
    return binary


RUNNER = RustRunner()
