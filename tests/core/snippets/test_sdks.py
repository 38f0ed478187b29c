"""Code with official SDKs: offered only where it makes the same request; run, and its JSON compared by meaning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from playground.core import snippets
from playground.core.fields import encode_value
from playground.core.messages import PreparedRequest
from playground.core.snippets import registry
from playground.core.snippets.base import Target, split_url
from playground.core.snippets.exact import exact_json
from tests.core.snippets import toolchains
from tests.core.snippets.cases import CASES
from tests.core.snippets.goldens import suits
from tests.core.snippets.recorder import Arrived, Recorder
from tests.core.snippets.runners.base import Program, python, run_batch
from tests.core.snippets.runners.node import MODULES
from tests.core.snippets.running import trial

_RUNNERS = Path(__file__).with_name("runners")

_SDKS = [target for target in registry.TARGETS if target.suits is not None]


def _run(target: Target, programs: Sequence[Program], workspace: Path) -> None:
    if target.language == "python":
        command = [python(), "-P", str(_RUNNERS / "python_driver.py")]
    else:
        command = ["node", str(_RUNNERS / "node_driver.mjs")]
        (workspace.parent / "node_modules").symlink_to(MODULES)
    name = "program.py" if target.language == "python" else "program.mjs"
    run_batch(command, {program.name: (program, program.write(name)) for program in programs}, workspace)


def _differences(expected: PreparedRequest, content: bytes, arrived: Sequence[Arrived]) -> list[str]:
    """The SDKs add fields of their own; those of the request, its target and the meaning of its JSON must be there."""
    if len(arrived) != 1:
        return [f"{len(arrived)} requests arrived"]
    (request,) = arrived
    found = []
    address = split_url(expected.url)
    assert address is not None
    if (request.method, request.target) != (expected.method, address.target):
        found.append(f"{request.method} {request.target}, not {address.target}")
    if json.loads(request.content) != json.loads(content):
        found.append(f"{request.content!r}, not {content!r}")
    for name, value in expected.fields:
        if name.lower() not in {"content-length", "accept"} and encode_value(value) not in request.values(name.lower()):
            found.append(f"{name}: {request.values(name.lower())!r}, not {value!r}")
    return found


@pytest.mark.toolchain
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "target", [target for target in _SDKS if toolchains.has_sdk(target)], ids=lambda target: target.key
)
def test_the_sdk_makes_the_same_request(target: Target, tmp_path: Path) -> None:
    cases = {name: case for name, case in CASES.items() if suits(target, case)}
    assert len(cases) >= 2
    with Recorder() as recorder:
        trials = {name: trial(target.key, name, case, recorder, tmp_path) for name, case in cases.items()}
        workspace = tmp_path / "workspace"
        workspace.mkdir()
        _run(target, [made.program for made in trials.values()], workspace)
    wrong = {name: _differences(made.expected, made.content, recorder.arrived[name]) for name, made in trials.items()}
    assert {name: lines for name, lines in wrong.items() if lines} == {}


def test_sdks_are_offered_for_their_shapes_alone() -> None:
    def offered(name: str) -> set[str]:
        spec = snippets.har_format.load(CASES[name].har)
        return {target.client for target in snippets.offered(spec) if target.suits is not None}

    assert offered("get") == set()
    assert offered("start-page") == {"openai"}
    assert offered("anthropic-messages") == {"anthropic"}
    assert offered("gemini-generate") == {"google-genai"}
    assert offered("openai-with-odd-numbers") == set()


def test_another_client_stands_in_where_the_sdk_cannot() -> None:
    snippet = snippets.generate_from_har(CASES["form"].har, "python_openai")
    assert snippet.code == snippets.generate_from_har(CASES["form"].har, "python_requests").code
    assert snippet.warnings == ("The request is not one that openai can make; the code sends it without the SDK.",)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": 1e400}',
        "[12345678901234567890]",
        "-0.0",
        "-0",
        "0.1000000000000000055511151231257827",
        '"\\ud83d"',
        "NaN",
    ],
)
def test_json_that_a_language_would_change_is_not_exact(text: str) -> None:
    assert exact_json(text) is None


@pytest.mark.parametrize("text", ['{"a": 1.0, "b": [0.1, -3, 1E+2, true, null, "x"]}', "[9007199254740992]", '"é"'])
def test_json_that_every_language_keeps_is_exact(text: str) -> None:
    assert exact_json(text) == json.loads(text)
