"""CPU time to write code: each language, and the 15 defaults together.

``make bench-snippets`` prints the best of several rounds, in microseconds, for the start page's request and for one
with a body of 100 kB. The request is prepared once; what is measured is what a keystroke costs after that. Beside it
stands what this machine takes, in the same run, to write the same request as JSON fifteen times, which is a
quoting of every string and nothing more.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from playground.core.importers.formats import har
from playground.core.messages import PreparedRequest
from playground.core.prepare import prepare
from playground.core.snippets import generate_all, registry
from playground.core.snippets.base import draft

_ROUNDS = 30

_SCHEMA = {
    "type": "object",
    "properties": {
        "steps": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"explanation": {"type": "string"}, "output": {"type": "string"}},
                "required": ["explanation", "output"],
                "additionalProperties": False,
            },
        },
        "final_answer": {"type": "string"},
    },
    "required": ["steps", "final_answer"],
    "additionalProperties": False,
}
_START = {
    "model": "gpt-4o",
    "messages": [
        {
            "role": "system",
            "content": "You are a helpful math tutor. Guide the user through the solution step by step.",
        },
        {"role": "user", "content": "how can I solve 8x + 7 = -23"},
    ],
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "math_reasoning", "schema": _SCHEMA, "strict": True},
    },
}
_LARGE = {"messages": [{"role": "user", "content": f'line {n}: "quoted", \\, tab\t, grüße 世界'} for n in range(1150)]}


def _prepared(document: object) -> PreparedRequest:
    request = {
        "method": "POST",
        "url": "https://api.example.com/v1/chat/completions",
        "headers": [
            {"name": "Content-Type", "value": "application/json"},
            {"name": "Accept", "value": "application/json"},
            {"name": "Authorization", "value": "Bearer {{YOUR_API_KEY}}"},
        ],
        "postData": {"mimeType": "application/json", "text": json.dumps(document, indent=2, ensure_ascii=False)},
    }
    return prepare(har.load(request))


def _best(work: Callable[[], object], rounds: int, repeats: int) -> float:
    """Microseconds of one call, the best of several rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(repeats):
            work()
        times.append((time.process_time() - start) / repeats)
    return min(times) * 1e6


def _as_json(prepared: PreparedRequest) -> None:
    """The baseline: the parts of the request as JSON, once for each language."""
    text = prepared.content.decode()
    for _ in registry.defaults():
        json.dumps([prepared.method, prepared.url, list(prepared.fields), text], indent=2)


def _table(title: str, aim_us: float, prepared: PreparedRequest, repeats: int) -> None:
    made = draft(prepared)
    print(f"{title} ({len(prepared.content):,} bytes)")
    for target in registry.defaults():
        spent = _best(lambda target=target: target.generate(made), _ROUNDS, repeats)  # type: ignore[misc]
        print(f"  {target.key:22}{spent:10.1f} µs")
    print(f"  {'reading the request':22}{_best(lambda: draft(prepared), _ROUNDS, repeats):10.1f} µs")
    total = _best(lambda: generate_all(prepared), _ROUNDS, repeats)
    baseline = _best(lambda: _as_json(prepared), _ROUNDS, repeats)
    print(f"  {'all defaults':22}{total:10.1f} µs   aim {aim_us:,.0f} µs: {'met' if total < aim_us else 'MISSED'}")
    print(f"  {'15 times as JSON':22}{baseline:10.1f} µs   the code takes {total / baseline:.1f} times that\n")


def main() -> None:
    _table("start page", 300, _prepared(_START), 60)
    _table("large body", 20_000, _prepared(_LARGE), 2)


if __name__ == "__main__":
    main()
