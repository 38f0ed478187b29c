"""Where the golden files are, and how they are made: the code of each case, and the warnings in one file a target."""

from __future__ import annotations

from pathlib import Path

from playground.core.snippets import generate_from_har
from playground.core.snippets.base import Target
from tests.core.snippets.cases import CASES

ROOT = Path(__file__).with_name("golden")
KEPT = {name: case for name, case in CASES.items() if case.golden}


def files_of(target: Target) -> dict[Path, str]:
    """What the golden files of a target should hold."""
    snippets = {name: generate_from_har(case.har, target.key) for name, case in KEPT.items()}
    folder = ROOT / target.key
    files = {folder / f"{name}.{target.extension}": snippet.code for name, snippet in snippets.items()}
    lines = [f"{name}: {warning}\n" for name, snippet in snippets.items() for warning in snippet.warnings]
    return files | {folder / "warnings.txt": "".join(lines)}


def kept_files(target: Target) -> set[Path]:
    folder = ROOT / target.key
    return set(folder.iterdir()) if folder.is_dir() else set()
