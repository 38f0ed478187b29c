"""Error answers that name a place of the request: whose words they are, and where they belong.

Read are the shapes of OpenAI (``error.param``), Anthropic (``error.message`` that begins with a place), Google
(``fieldViolations``), FastAPI (``detail[].loc``), problem details (RFC 9457 ``errors[].pointer``, and
``invalid-params`` of RFC 7807), JSON:API (``errors[].source``), and a list of messages under each name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote

from playground.core.schema import pointers

#: More are not read, and no more characters of each.
MAX_COMPLAINTS, MAX_CHARACTERS = 50, 1_000

LOCATIONS = frozenset({"body", "query", "path", "header", "cookie"})


@dataclass(frozen=True, slots=True)
class Complaint:
    """What an answer says of one place of its request.

    ``location`` is ``body``, ``query``, ``path``, ``header``, ``cookie``, or "" where that is not said. ``pointer``
    is a JSON Pointer (RFC 6901) into the body, or ``/name`` of a parameter.
    """

    message: str
    pointer: str
    location: str = ""


def complaints(answer: Any) -> tuple[Complaint, ...]:
    """What an error answer, as a JSON value, says of places of its request; nothing where it names none."""
    if not isinstance(answer, dict):
        return ()
    found = (complaint for read in _SHAPES for complaint in read(answer))
    return tuple(dict.fromkeys(islice(found, MAX_COMPLAINTS)))


def _complaint(message: Any, tokens: Iterable[str | int], location: Any = "") -> Iterator[Complaint]:
    steps = tuple(tokens)
    if not steps or len(steps) > pointers.MAX_TOKENS or not isinstance(message, str):
        return
    place = str(location).lower()
    yield Complaint(message[:MAX_CHARACTERS], pointers.build(steps), place if place in LOCATIONS else "")


def _openai(answer: dict[str, Any]) -> Iterator[Complaint]:
    error = answer.get("error")
    if isinstance(error, dict) and isinstance(error.get("param"), str):
        yield from _complaint(error.get("message"), path_tokens(error["param"]))


#: A place at the start of a sentence, as Anthropic writes it: ``messages.0.content: Field required``.
_LEADING_PLACE = re.compile(r"([A-Za-z_][\w-]*(?:\.[\w-]+|\[\d+\])*): (?=\S)")


def _anthropic(answer: dict[str, Any]) -> Iterator[Complaint]:
    error = answer.get("error")
    if answer.get("type") != "error" or not isinstance(error, dict) or not isinstance(error.get("message"), str):
        return
    place = _LEADING_PLACE.match(error["message"])
    if place:
        yield from _complaint(error["message"][place.end() :], path_tokens(place[1]), "body")


def _google(answer: dict[str, Any]) -> Iterator[Complaint]:
    error = answer.get("error")
    for detail in _objects(error.get("details") if isinstance(error, dict) else None):
        for each in _objects(detail.get("fieldViolations")):
            yield from _complaint(each.get("description"), path_tokens(str(each.get("field") or "")))


def _fastapi(answer: dict[str, Any]) -> Iterator[Complaint]:
    for each in _objects(answer.get("detail")):
        place = each.get("loc")
        steps = [step for step in place if isinstance(step, str | int)] if isinstance(place, list) else []
        if steps and str(steps[0]) in LOCATIONS:
            yield from _complaint(each.get("msg"), steps[1:], steps[0])
        else:
            yield from _complaint(each.get("msg"), steps)


def _problem_details(answer: dict[str, Any]) -> Iterator[Complaint]:
    for each in _objects(answer.get("errors")):
        source = each.get("source")
        source = source if isinstance(source, dict) else {}
        message = each.get("detail") or each.get("message") or each.get("title")
        pointer = each.get("pointer") or source.get("pointer")
        if isinstance(pointer, str):
            yield from _complaint(message, _pointed(pointer), each.get("in") or "body")
        for location, name in (("query", source.get("parameter")), ("header", source.get("header"))):
            if isinstance(name, str):
                yield from _complaint(message, [name], location)


def _pointed(pointer: str) -> tuple[str, ...]:
    """The tokens of a JSON Pointer, plain or as a URI fragment (RFC 6901 §6); none where it is none."""
    plain = unquote(pointer[1:]) if pointer.startswith("#") else pointer
    if not plain.startswith("/") or plain.count("/") > pointers.MAX_TOKENS:
        return ()
    return pointers.parse(plain)


def _invalid_params(answer: dict[str, Any]) -> Iterator[Complaint]:
    for name in ("invalid-params", "invalid_params", "invalidParams"):
        for each in _objects(answer.get(name)):
            yield from _complaint(each.get("reason") or each.get("detail"), path_tokens(str(each.get("name") or "")))


def _by_name(answer: dict[str, Any]) -> Iterator[Complaint]:
    """``{"errors": {"name": ["must be given"]}}``, as Laravel, Rails and ASP.NET answer."""
    errors = answer.get("errors")
    for name, messages in errors.items() if isinstance(errors, dict) else ():
        first = messages[0] if isinstance(messages, list) and messages else messages
        yield from _complaint(first, path_tokens(name))


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    yield from (each for each in (value if isinstance(value, list) else ()) if isinstance(each, dict))


#: The shapes, each of which finds nothing in an answer of another.
_SHAPES: tuple[Callable[[dict[str, Any]], Iterator[Complaint]], ...] = (
    *(_openai, _anthropic, _google, _fastapi, _problem_details, _invalid_params, _by_name),
)

_STEP = re.compile(r"""\[(?:'([^']*)'|"([^"]*)"|([^\]'"]*))\]|([^.\[\]]+)""")


def path_tokens(path: str) -> tuple[str, ...]:
    """The steps of a place as people write it: ``messages[0].content``, ``messages.0``, ``$.a['b']``, ``/a/b``."""
    text = path[:MAX_CHARACTERS]
    if text.startswith(("/", "#/")):
        return _pointed(text)
    steps = (next((part for part in match if part), "") for match in _STEP.findall(text))
    found = [step for step in steps if step]
    return tuple(found[1:] if found[:1] == ["$"] else found)
