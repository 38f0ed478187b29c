"""Several pages share a route: which of them does a request mean?

The one that the request is valid for, that can answer in the way that is asked for (whole or as a stream), and one of
whose examples looks most like it; the plain page where nothing tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.mocking.conformance import Finding
from playground.core.openapi.operations import MediaTypeDoc, Operation, ResponseDoc, is_stream

#: Texts that say what kind of thing stands beside them.
_TELLING = frozenset(["type", "role", "model", "response_format", "stream_format"])


#: What lies deeper is the content of a request and no longer its kind.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page, what the request is to it, and what is wrong with it there."""

    operation: Operation
    content: MediaTypeDoc | None
    body: Any
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    candidate: Candidate
    #: Name of the documented example that the request looks most like, "" where there is none.
    example: str


def choose(candidates: Iterable[Candidate], streams: Callable[[Candidate], bool]) -> Choice:
    """The page that is meant; ``streams`` says whether the request asks a page for a stream."""
    ranked = [(candidate, *_nearest(candidate)) for candidate in candidates]

    def rank(entry: tuple[Candidate, float, int, str]) -> tuple[bool, bool, float, int]:
        candidate, likeness, position, _ = entry
        # An example that several pages share belongs to the page that shows it first.
        return not candidate.findings, _can_answer(candidate.operation, streams(candidate)), likeness, -position

    best = max(ranked, key=rank)
    return Choice(best[0], best[3])


def success(operation: Operation) -> ResponseDoc | None:
    """The documented answer to a request that went well."""
    for response in operation.responses:
        if response.is_success:
            return response
    return next((response for response in operation.responses if response.status == "default"), None)


def _can_answer(operation: Operation, as_stream: bool) -> bool:
    response = success(operation)
    if response is None or not response.media_types:
        return True
    return any(is_stream(media) == as_stream for media in response.media_types)


def _nearest(candidate: Candidate) -> tuple[float, int, str]:
    """Likeness to the nearest example, from 0 to 1, where it stands among the examples, and its name."""
    wanted = shape(candidate.body)
    examples = candidate.content.examples if candidate.content else ()
    found = (
        (_likeness(wanted, shape(example.value)), -position, example.name) for position, example in enumerate(examples)
    )
    likeness, position, name = max(found, default=(0.0, 0, ""))
    return likeness, -position, name


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def shape(value: Any) -> frozenset[str]:
    """The places in a value and the kinds of what stands there."""
    return frozenset(_places(value, "", 0))


def _places(value: Any, place: str, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping) and depth < _DEEPEST:
        yield place + "{}"
        for key, inner in value.items():
            yield from _places(inner, f"{place}/{key}", depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST:
        yield place + "[]"
        for inner in value[:20]:
            yield from _places(inner, place + "/*", depth + 1)
    elif isinstance(value, str) and place.rpartition("/")[2] in _TELLING:
        yield f"{place}={value[:60]}"
    elif isinstance(value, bool):
        yield f"{place}={value}"
    else:
        yield f"{place}:{type(value).__name__}"
