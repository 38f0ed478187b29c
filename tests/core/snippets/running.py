"""Generates the programs of a target, runs them, and says what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from playground.core.importers.formats import har
from playground.core.messages import FileReference, PreparedRequest
from playground.core.prepare import prepare
from playground.core.snippets import generate_from_har, registry
from playground.core.snippets.base import Snippet, bytes_file, draft
from playground.core.variables import Scopes
from tests.core.snippets.cases import ADDRESS, FILES, Case
from tests.core.snippets.comparison import differences
from tests.core.snippets.recorder import ANSWER, EVENTS, Recorder
from tests.core.snippets.runners.base import Outcome, Program, Runner


@dataclass(frozen=True)
class Trial:
    """A case at the port where it is to arrive."""

    case: Case
    snippet: Snippet
    expected: PreparedRequest
    content: bytes
    program: Program


def run_cases(target: str, runner: Runner, cases: Mapping[str, Case], folder: Path) -> list[str]:
    """Run every case that can be run; one line for each thing that is not as it should be."""
    with Recorder() as recorder:
        kept = {name: _plain(case) if hasattr(runner, "plain_values") else case for name, case in cases.items()}
        trials = {name: trial(target, name, case, recorder, folder) for name, case in kept.items() if case.run}
        workspace = folder / "workspace"
        workspace.mkdir(parents=True)
        outcomes = runner.run(target, [trial.program for trial in trials.values()], workspace)
    return [
        f"{target} {name}: {line}"
        for name, trial in trials.items()
        for line in _complaints(trial, recorder, name, outcomes[name])
    ]


def _plain(case: Case) -> Case:
    """The case with a key in which nothing is odd, for a shell that reads values as if they had been typed."""
    return replace(case, environment=dict(case.environment) | {"YOUR_API_KEY": "sk-plain"})


def trial(target: str, name: str, case: Case, recorder: Recorder, folder: Path, *, native: bool = False) -> Trial:
    address = f"127.0.0.1:{recorder.open(name, status=case.status, events=name.startswith('stream-by'))}"
    request = json.loads(_at(json.dumps(case.har), address))
    environment = {key: _at(value, address) for key, value in case.environment.items()}
    snippet = generate_from_har(request, target, native=native)
    expected = prepare(har.load(request), Scopes((environment,)), reveal=True)
    place = folder / name
    place.mkdir(parents=True)
    for file_name, content in FILES.items():
        (place / file_name).write_bytes(content)
    for index, piece in enumerate(draft(prepare(har.load(request))).body):
        if isinstance(piece, bytes):
            (place / bytes_file(index)).write_bytes(piece)
    if any(loss.code == "body_in_file" for loss in snippet.warnings):
        (place / bytes_file(0)).write_bytes(_content(expected))
    names = {_identifier(key): value for key, value in environment.items()} | {"ADDRESS": address}
    return Trial(case, snippet, expected, _content(expected), Program(name, snippet.code, place, names))


def _at(text: str, address: str) -> str:
    port = address.rpartition(":")[2]
    return text.replace(ADDRESS, address).replace(":8765", f":{port}")


def _identifier(name: str) -> str:
    return name.replace("-", "_")


def _content(expected: PreparedRequest) -> bytes:
    return b"".join(
        FILES[segment.file_name] if isinstance(segment, FileReference) else segment for segment in expected.segments
    )


def _complaints(trial: Trial, recorder: Recorder, name: str, outcome: Outcome) -> list[str]:
    lines = differences(trial.expected, trial.content, recorder.arrived[name], trial.snippet.warnings)
    if lines:
        return [*lines, *([f"stderr: {_shortened(outcome.stderr)}"] if outcome.stderr.strip() else [])]
    return _printing_complaints(trial, name, outcome)


def _printing_complaints(trial: Trial, name: str, outcome: Outcome) -> list[str]:
    lines = []
    events = name.startswith("stream-by")
    wanted = "\n".join("\n".join(EVENTS).split()) if events else ANSWER
    printed = outcome.stdout.decode("utf-8", "replace")
    seen = "\n".join(printed.split()) if events else printed.strip()
    if trial.expected.method != "HEAD" and seen != wanted:
        lines.append(f"printed {printed[:300]!r}")
    failed = outcome.returncode != 0
    if failed != (trial.case.status >= 400):
        lines.append(f"ended with {outcome.returncode}; stderr: {_shortened(outcome.stderr)}")
    return lines


def default_keys() -> list[str]:
    return [target.key for target in registry.TARGETS]


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) < 700 else f"{text[:350]} … {text[-350:]}"
