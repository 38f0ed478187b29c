"""The golden matrix: every target × every case. A missing file fails."""

from __future__ import annotations

import pytest

from playground.core.snippets import registry
from playground.core.snippets.base import Target
from tests.core.snippets import goldens


@pytest.mark.parametrize("target", registry.TARGETS, ids=lambda target: target.key)
def test_code_is_as_kept(target: Target) -> None:
    files, kept = goldens.files_of(target), goldens.kept_files(target)
    wrong = [f"{path.name}: not in the table of cases" for path in sorted(kept - set(files))]
    for path, content in files.items():
        if path not in kept:
            wrong.append(f"{path.name}: no golden file")
        elif path.read_bytes() != content.encode("utf-8"):
            wrong.append(f"{path.name}: differs")
    assert not wrong, "; ".join(wrong) + " (python -m tests.core.snippets.write_goldens, then read the diff)"


def test_there_are_cases_enough() -> None:
    assert len(goldens.KEPT) >= 80
