"""More cases for the default clients of compiled languages, run where their tools are here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.snippets import runners
from tests.core.snippets.more_cases import MORE_CASES
from tests.core.snippets.running import run_cases

_KEYS = ("java_nethttp", "go_nethttp", "c_libcurl", "csharp_httpclient", "objc_nsurlsession", "ocaml_cohttp", "r_httr2")


def _is_here(key: str) -> bool:
    runner = runners.runner_of(key)
    return runner is not None and not runner.missing(key)


@pytest.mark.toolchain
@pytest.mark.timeout(900)
@pytest.mark.parametrize("key", [key for key in _KEYS if _is_here(key)])
def test_what_arrives_is_what_was_prepared(key: str, tmp_path: Path) -> None:
    runner = runners.runner_of(key)
    assert runner is not None
    complaints = run_cases(key, runner, MORE_CASES, tmp_path)
    assert not complaints, "\n" + "\n".join(complaints)
