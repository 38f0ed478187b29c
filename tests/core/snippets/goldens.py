"""Where the golden files are, and how they are made: the code of each case, and the warnings in one file a target."""

from __future__ import annotations

from pathlib import Path

from playground.core.importers.formats import har
from playground.core.prepare import prepare
from playground.core.snippets import generate_from_har
from playground.core.snippets.base import Target, draft
from tests.core.snippets.cases import CASES, Case

ROOT = Path(__file__).with_name("golden")
KEPT = {name: case for name, case in CASES.items() if case.golden}


def files_of(target: Target) -> dict[Path, str]:
    """What the golden files of a target should hold."""
    snippets = {name: generate_from_har(case.har, target.key) for name, case in KEPT.items() if suits(target, case)}
    folder = ROOT / target.key
    files = {folder / f"{name}.{target.extension}": snippet.code for name, snippet in snippets.items()}
    lines = [f"{name}: {warning}\n" for name, snippet in snippets.items() for warning in snippet.warnings]
    return files | {folder / "warnings.txt": "".join(lines)}


def suits(target: Target, case: Case) -> bool:
    """Whether the target makes the request itself; what stands in for an SDK has golden files of its own."""
    return target.suits is None or target.suits(draft(prepare(har.load(case.har))))


def kept_files(target: Target) -> set[Path]:
    folder = ROOT / target.key
    return set(folder.iterdir()) if folder.is_dir() else set()
