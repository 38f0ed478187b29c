"""Where the golden files are, and how they are made."""

from __future__ import annotations

from pathlib import Path

from playground.core.snippets import generate_from_har, registry
from playground.core.snippets.base import Target
from tests.core.snippets.cases import CASES

ROOT = Path(__file__).with_name("golden")
KEPT = {name: case for name, case in CASES.items() if case.golden}


def path_of(target: Target, case: str) -> Path:
    return ROOT / target.key / f"{case}.{target.extension}"


def content_of(target: Target, case: str) -> str:
    """The code, and after it the warnings, which people see beside it."""
    snippet = generate_from_har(KEPT[case].har, target.key)
    return snippet.code + "".join(f"\n[warning] {warning}" for warning in snippet.warnings)


def expected_files() -> set[Path]:
    return {path_of(target, case) for target in registry.TARGETS for case in KEPT}
