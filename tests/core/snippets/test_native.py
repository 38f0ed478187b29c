"""The body as a value of the language: offered only where it is the same JSON, and run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground.core import snippets
from playground.core.importers.formats import har
from playground.core.snippets import registry
from tests.core.snippets import runners
from tests.core.snippets.cases import CASES
from tests.core.snippets.comparison import differences
from tests.core.snippets.recorder import Recorder
from tests.core.snippets.running import trial

_KEYS = [target.key for target in registry.TARGETS if target.has_native]
_RUNNERS = {key: runner for key in _KEYS for runner in runners.runners_of(key)[:1] if not runner.missing(key)}


def _offering(key: str) -> list[str]:
    return [name for name, case in CASES.items() if case.run and snippets.offers_native(har.load(case.har), key)]


@pytest.mark.toolchain
@pytest.mark.timeout(300)
@pytest.mark.parametrize("key", _RUNNERS)
def test_the_same_json_arrives(key: str, tmp_path: Path) -> None:
    names = _offering(key)
    assert len(names) > 10
    with Recorder() as recorder:
        trials = {name: trial(key, name, CASES[name], recorder, tmp_path, native=True) for name in names}
        workspace = tmp_path / "workspace"
        workspace.mkdir()
        _RUNNERS[key].run(key, [made.program for made in trials.values()], workspace)
    for name, made in trials.items():
        arrived = recorder.arrived[name]
        content = arrived[0].content if arrived else b""
        # What is not sent at all with a GET was warned of.
        assert not content or json.loads(content) == json.loads(made.content), name
        assert differences(made.expected, content, arrived, made.snippet.warnings) == [], name


@pytest.mark.parametrize(
    "name", ["json-numbers", "json-repeated-keys", "json-with-variable", "json-scalar", "text-quotes", "get", "form"]
)
def test_it_is_not_offered_where_it_would_be_other_json(name: str) -> None:
    case = CASES[name]
    assert not snippets.offers_native(har.load(case.har), "python_requests")
    written = snippets.generate_from_har(case.har, "python_requests")
    assert snippets.generate_from_har(case.har, "python_requests", native=True) == written


def test_it_is_offered_by_targets_that_have_it() -> None:
    spec = har.load(CASES["start-page"].har)
    assert snippets.offers_native(spec, "python_requests")
    assert not snippets.offers_native(spec, "shell_curl")
