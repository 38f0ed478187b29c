"""What the families share: the doorway, and cutting text into the pieces that a model would send."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.mocking.conformance import conforms
from playground.core.mocking.generate import generate
from playground.core.openapi.document import Document
from playground.core.streams.framing import StreamEvent

Body = Mapping[str, Any]

_PIECE = re.compile(
    r"\s*[A-Za-z0-9_'’]+|\s*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2}|\s*[^\w\s]{1,2}|\s+|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Family:
    """One provider's shape of answers.

    recognises, recognises_frame
        Whether a whole answer, or the JSON of the first frame of a stream, is of this family.
    whole
        The JSON values of a stream → the whole answer that they tell.
    text, with_text
        The text of an answer's first choice, and the answer with another text in its place.
    asked_schema
        Path into the request to the JSON Schema that the text has to conform to, and that schema; None where
        nothing was asked.
    fit
        The documented answer → one that is of this request: number of choices, tools, usage.
    events
        The whole answer → the events of its stream.
    """

    key: str
    recognises: Callable[[dict[str, Any]], bool]
    recognises_frame: Callable[[dict[str, Any]], bool]
    whole: Callable[[list[dict[str, Any]]], dict[str, Any]]
    text: Callable[[dict[str, Any]], str]
    with_text: Callable[[dict[str, Any], str], dict[str, Any]]
    asked_schema: Callable[[Body], tuple[str, Any] | None]
    fit: Callable[[dict[str, Any], Body], dict[str, Any]]
    events: Callable[[dict[str, Any], Body], Iterator[StreamEvent]]


def pieces(text: str) -> list[str]:
    """The text in pieces about the size of tokens; joined they are the text."""
    return _PIECE.findall(text)


def event(value: Any, name: str = "") -> StreamEvent:
    return StreamEvent(compact(value), name)


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def follow(value: Any, *path: str | int) -> Any:
    """What stands at a path, None where it ends before."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a list, [] where it is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def conforming_text(texts: Iterable[str], schema: Any) -> str:
    """The first of the texts that is JSON of that schema, else one that is generated from it."""
    for text in texts:
        try:
            value = json.loads(text)
        except ValueError:
            continue
        if conforms(value, schema):
            return text
    return compact(_generated(schema))


def _generated(schema: Any) -> Any:
    """An instance; references in a schema that came with a request are relative to that schema."""
    return generate(schema, Document(schema if isinstance(schema, Mapping) else {}))


def fitting_call(
    name: str, arguments: Any, tools: Iterable[tuple[str, Any]], wanted: str | None = None
) -> tuple[str, Any]:
    """Name and arguments of a tool call that fits the tools of the request.

    The documented call where the request has such a tool and its arguments conform; else a call of the tool that the
    request wants, or of its first, with generated arguments.
    """
    known = dict(tools)
    if not known or ((wanted in (None, name)) and name in known and conforms(arguments, known[name])):
        return name, arguments
    chosen = wanted if wanted in known else name if name in known else next(iter(known))
    schema = known[chosen] or {"type": "object"}
    made = _generated(schema)
    return chosen, made if isinstance(made, dict) else {}
