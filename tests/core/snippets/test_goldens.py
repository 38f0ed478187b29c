"""The golden matrix: every target × every case. A missing file fails."""

from __future__ import annotations

import pytest

from playground.core.snippets import registry
from playground.core.snippets.base import Target
from tests.core.snippets import goldens


@pytest.mark.parametrize("target", registry.TARGETS, ids=lambda target: target.key)
def test_code_is_as_kept(target: Target) -> None:
    wrong = []
    for case in goldens.KEPT:
        path = goldens.path_of(target, case)
        if not path.exists():
            wrong.append(f"{case}: no golden file")
        elif path.read_bytes().decode("utf-8") != goldens.content_of(target, case):
            wrong.append(f"{case}: differs")
    assert not wrong, "; ".join(wrong) + " (python -m tests.core.snippets.write_goldens, then read the diff)"


def test_there_are_cases_enough() -> None:
    assert len(goldens.KEPT) >= 80
