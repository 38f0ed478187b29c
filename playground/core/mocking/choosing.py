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
    """A page, and what the request carries as that page describes it."""

    operation: Operation
    content: MediaTypeDoc | None
    body: Any


@dataclass(frozen=True, slots=True)
class Choice:
    """The page that is meant, the example that the request looks most like ("" where there is none), and what is
    wrong with the request there."""

    candidate: Candidate
    example: str
    findings: tuple[Finding, ...]


Shapes = tuple[tuple[str, frozenset[str]], ...]


class Chooser:
    """Chooses among the pages of one description; the shapes of their examples are worked out once."""

    def __init__(self) -> None:
        self._shapes: dict[tuple[str, str], Shapes] = {}

    def choose(
        self,
        candidates: Iterable[Candidate],
        streams: Callable[[Candidate], bool],
        findings: Callable[[Candidate], Iterable[Finding]],
    ) -> Choice:
        """The likeliest page that the request is valid for; the likeliest of all where it is valid for none.

        ``streams`` says whether the request asks a page for a stream, ``findings`` what is wrong with it there; as few
        pages as possible are checked.
        """
        first: Choice | None = None
        for candidate, example in self._ranked(candidates, streams):
            choice = Choice(candidate, example, tuple(findings(candidate)))
            if not choice.findings:
                return choice
            first = first or choice
        assert first is not None  # there is at least one page
        return first

    def _ranked(
        self, candidates: Iterable[Candidate], streams: Callable[[Candidate], bool]
    ) -> Iterator[tuple[Candidate, str]]:
        """Candidates with their nearest example, the likeliest first."""
        bodies: dict[int, frozenset[str]] = {}
        ranked = []
        for item in candidates:
            wanted = bodies.get(id(item.body)) or bodies.setdefault(id(item.body), shape(item.body))
            likeness, position, example = self._nearest(item, wanted)
            # An example that several pages share belongs to the page that shows it first.
            ranked.append(((_can_answer(item.operation, streams(item)), likeness, -position), item, example))
        ranked.sort(key=lambda entry: entry[0], reverse=True)
        return ((item, example) for _, item, example in ranked)

    def _nearest(self, candidate: Candidate, wanted: frozenset[str]) -> tuple[float, int, str]:
        """Likeness to the nearest example, from 0 to 1, where it stands among the examples, and its name."""
        shapes = enumerate(self._examples(candidate))
        found = ((_likeness(wanted, known), -position, name) for position, (name, known) in shapes)
        likeness, position, name = max(found, default=(0.0, 0, ""))
        return likeness, -position, name

    def _examples(self, candidate: Candidate) -> Shapes:
        if candidate.content is None:
            return ()
        key = candidate.operation.key, candidate.content.media_type
        if key not in self._shapes:
            self._shapes[key] = tuple((item.name, shape(item.value)) for item in candidate.content.examples)
        return self._shapes[key]


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
