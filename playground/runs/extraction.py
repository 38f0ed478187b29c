"""Variables taken from an answer: with one click, and by a rule after each run of an operation."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction

from playground.core import jsonpath
from playground.core.errors import InvalidInput, PlaygroundError
from playground.core.fields import Fields
from playground.core.variables import NAME
from playground.core.viewers.base import subject
from playground.core.viewers.frames import frames, stream_kind
from playground.core.viewers.registry import find
from playground.environments.models import Extraction
from playground.environments.services import set_variable
from playground.history.models import Run
from playground.web import statements

logger = logging.getLogger(__name__)

#: A larger answer is not searched, in bytes; and how many events of a stream are, at most.
MAX_BYTES, MAX_FRAMES = 8 * 1024 * 1024, 2_000
#: How many places of an answer are offered, and characters of each value shown.
OFFERED, SHOWN = 60, 120
#: Rules of a person for an operation, and characters of a value, at most.
MAX_RULES, MAX_VALUE = 50, 64 * 1024

_NAME = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of an answer that could be kept, and a name for it."""

    source: str
    expression: str
    value: str
    name: str


class NothingThere(InvalidInput):
    """A place that the answer does not have."""


def document_of(run: Run) -> Any:
    """The answer as a JSON value; a stream as the array of its events. None where it is neither."""
    body = bytes(run.content.body)
    if not body or len(body) > MAX_BYTES:
        return None
    seen = subject(body, run.media_type)
    kind = stream_kind(find(seen).key, body)
    if kind:
        found = (_parsed(frame.data) for frame in islice(frames(body, run.content.arrivals, kind), MAX_FRAMES))
        return [value for value in found if value is not None]
    return _parsed(body)


def _parsed(text: str | bytes) -> Any:
    """The JSON value of a text; None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def candidates(run: Run) -> Iterator[Candidate]:
    """What can be kept with one click: values of the content, then header fields."""
    document = document_of(run)
    for path, value in islice(jsonpath.leaves(document), OFFERED):
        text = value if isinstance(value, str) else json.dumps(value)
        yield Candidate("body", path, text[:SHOWN], _suggested(path, document))
    for name, value in run.content.fields[:OFFERED]:
        yield Candidate("header", name, value[:SHOWN], re.sub(r"\W+", "_", name).strip("_").lower() or "header")


def _suggested(path: str, document: Any) -> str:
    """``task_id`` for ``$.task.id``; an id at the top is named for what it is the id of."""
    steps: list[str] = re.findall(r"[^\W\d]\w*", path)
    if not steps:
        return "value"
    if steps[-1] == "id" and len(steps) > 1:
        return f"{steps[-2].removesuffix('s')}_id"
    if steps == ["id"]:
        kind = str(document.get("object", "")) if isinstance(document, dict) else ""
        return f"{re.sub(r'[^a-z]+', '_', kind.lower()).strip('_') or 'task'}_id"
    return steps[-1]


def value_of(run: Run, source: str, expression: str) -> str:
    """The value at a place of the answer.

    Raises ``InvalidPath`` and ``NothingThere``.
    """
    if source == Extraction.Source.HEADER:
        fields = Fields((name, value) for name, value in run.content.fields)
        found = fields.get(expression) if expression in fields else None
    else:
        found = jsonpath.first(expression, document_of(run))
    if not found:
        raise NothingThere("The answer has nothing at %(place)s.", hint="Look at it and try again.", place=expression)
    return found[:MAX_VALUE]


def take(run: Run, source: str, expression: str, name: str, *, secret: bool = False, always: bool = False) -> str:
    """Keep a part of an answer as a variable of the session; with ``always`` after each run of its operation too.

    Gives the value. Raises ``InvalidInput``.
    """
    if not _NAME.fullmatch(name) or len(name) > 100:
        raise InvalidInput("“%(name)s” is no name for a variable.", hint="Begin it with a letter or _.", name=name)
    value = value_of(run, source, expression)
    set_variable(run.person, name, value, secret=secret)
    if always and run.operation:
        _remember(run, source, expression, name, secret)
    return value


def _remember(run: Run, source: str, expression: str, name: str, secret: bool) -> None:
    if rules_of(run).exclude(name=name).count() >= MAX_RULES:
        raise InvalidInput("There are %(count)s rules already.", hint="Remove one first.", count=str(MAX_RULES))
    wanted = {"source": source, "expression": expression, "secret": secret}
    Extraction.objects.update_or_create(person=run.person, operation=run.operation, name=name, defaults=wanted)


def rules_of(run: Run) -> Any:
    """What is kept after each run of this operation."""
    return Extraction.objects.filter(person=run.person_id, operation=run.operation)


def apply_rules(run: Run) -> None:
    """After a run: keep what its rules say. What an answer does not have leaves the last value as it is."""
    if run.state != Run.State.DONE or not run.operation or run.status is None or run.status >= 400:
        return
    # Every run asks, and hardly any has one.
    if statements.find(Extraction, ("id",), person=run.person_id, operation=run.operation) is None:
        return
    for rule in rules_of(run):
        try:
            with transaction.atomic():
                take(run, rule.source, rule.expression, rule.name, secret=rule.secret)
        except (PlaygroundError, IntegrityError) as error:  # the latter where the person is deleted just now
            logger.info("rule %s of run %s: %s", rule.pk, run.pk, type(error).__name__)
