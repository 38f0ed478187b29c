"""What a person expects of an answer, without code: a part of it, a comparison, and a value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

import regex

from playground.core import jsonpath
from playground.core.errors import InvalidInput
from playground.core.fields import Fields
from playground.core.schema.text import InvalidJson, loads
from playground.core.schema.validation import schema_problems, validate
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_query import Query, TimeUp

STATUS, TIME, HEADER, JSONPATH = "status", "time", "header", "jsonpath"
PARTS = (STATUS, TIME, HEADER, JSONPATH)
COMPARISONS = ("equals", "not_equals", "less", "greater", "contains", "matches", "exists", "schema")
#: Characters of what is expected, and of what was found instead.
LONGEST, SHOWN = 20_000, 200
#: Seconds that a query and an expression may take, and values of a query that are compared.
_QUERY_S, _EXPRESSION_S, _VALUES = 1.0, 0.5, 1000
_CLASS = re.compile(r"([1-5])xx\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assertion:
    """``place`` is the name of a header field or a JSONPath; ``expected`` is as it was typed."""

    part: str
    comparison: str
    expected: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer is asked for."""

    status: int
    time_ms: float
    fields: Fields
    document: JsonDocument


@dataclass(frozen=True, slots=True)
class Outcome:
    """``actual`` is what stands there, "" where nothing does."""

    assertion: Assertion
    holds: bool
    actual: str = ""


def check(assertion: Assertion) -> None:
    """Raises ``InvalidInput`` for what can never be asked."""
    if assertion.part not in PARTS or assertion.comparison not in COMPARISONS:
        raise InvalidInput("There is no such assertion.")
    if len(assertion.expected) > LONGEST:
        raise InvalidInput("What is expected has %(limit)s characters at most.", limit=str(LONGEST))
    if assertion.part == JSONPATH:
        jsonpath.check(assertion.place)
    if assertion.part == HEADER and not assertion.place:
        raise InvalidInput("Write the name of a header.")
    if assertion.comparison in _CHECKS:
        _CHECKS[assertion.comparison](assertion.expected)


def dump(wanted: Iterable[Assertion]) -> list[dict[str, str]]:
    """As JSON, which ``load`` reads back as the same."""
    return [asdict(assertion) for assertion in wanted]


def load(data: Iterable[Mapping[str, Any]]) -> tuple[Assertion, ...]:
    """Raises ``InvalidInput``, ``TypeError`` or ``ValueError`` for what ``dump`` never wrote."""
    return tuple(_loaded(item) for item in data)


def _loaded(item: Mapping[str, Any]) -> Assertion:
    texts = {name: item.get(name, "") for name in ("part", "comparison", "expected", "place")}
    if not all(isinstance(text, str) for text in texts.values()):
        raise TypeError("an assertion that is no text")
    assertion = Assertion(**texts)
    check(assertion)
    return assertion


def _check_number(text: str) -> None:
    if _number(text) is None:
        raise InvalidInput("“%(text)s” is no number.", text=text[:SHOWN])


def _check_expression(text: str) -> None:
    try:
        regex.compile(text)
    except (regex.error, RecursionError, OverflowError) as error:
        raise InvalidInput(
            "“%(pattern)s” is no regular expression: %(reason)s.", pattern=text[:SHOWN], reason=str(error)
        ) from None


def _check_schema(text: str) -> None:
    try:
        problems = schema_problems(loads(text))
    except InvalidJson as error:
        raise InvalidInput("The schema is not valid JSON: %(reason)s", reason=str(error)) from None
    if problems:
        raise InvalidInput("This is no JSON Schema; look at %(place)s.", place=problems[0].pointer or "/")


_CHECKS: dict[str, Callable[[str], None]] = {
    "less": _check_number,
    "greater": _check_number,
    "matches": _check_expression,
    "schema": _check_schema,
}


def evaluate(assertion: Assertion, answered: Answered) -> Outcome:
    """Whether it holds; any of several values is enough. Never raises: what cannot be compared does not hold."""
    values = _values(assertion, answered)
    compare = _COMPARE[assertion.comparison]
    holds = any(_safely(compare, value, assertion.expected) for value in values)
    if assertion.comparison == "not_equals":
        holds = bool(values) and not any(_equals(value, assertion.expected) for value in values)
    return Outcome(assertion, holds, _text(values[0])[:SHOWN] if values else "")


def _values(assertion: Assertion, answered: Answered) -> list[Any]:
    if assertion.part == STATUS:
        return [answered.status]
    if assertion.part == TIME:
        return [round(answered.time_ms, 1)]
    if assertion.part == HEADER:
        return [value for name, value in answered.fields if name.lower() == assertion.place.lower()]
    return _found(assertion.place, answered.document)


def _found(query: str, document: JsonDocument) -> list[Any]:
    try:
        matches = islice(Query(document, query, _QUERY_S).matches(), _VALUES)
        return [document.value(match.start) for match in matches]
    except (TimeUp, InvalidInput, RecursionError):
        return []


def _safely(compare: Callable[[Any, str], bool], value: Any, expected: str) -> bool:
    try:
        return compare(value, expected)
    except (ValueError, TypeError, TimeoutError, RecursionError, InvalidInput, regex.error):
        return False


def _equals(value: Any, expected: str) -> bool:
    """Equal as text, or as a value of JSON; ``2xx`` is any status of that class."""
    class_ = _CLASS.match(expected.strip())
    if class_ and isinstance(value, int):
        return value // 100 == int(class_[1])
    if _text(value) == expected or isinstance(value, str):
        return bool(_text(value) == expected)
    try:
        wanted = json.loads(expected)
    except ValueError:
        return False
    return bool(wanted == value and isinstance(wanted, bool) == isinstance(value, bool))


def _contains(value: Any, expected: str) -> bool:
    if isinstance(value, list):
        return any(_equals(item, expected) for item in value)
    return expected in value if isinstance(value, dict) else expected in _text(value)


def _matches(value: Any, expected: str) -> bool:
    return regex.search(expected, _text(value), timeout=_EXPRESSION_S) is not None


def _schema(value: Any, expected: str) -> bool:
    schema = loads(expected)
    return not validate(schema, schema if isinstance(schema, dict) else {}, value)


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except (ValueError, OverflowError):
        return None


def _less(value: Any, expected: str) -> bool:
    left, right = _number(value), _number(expected)
    return left is not None and right is not None and left < right


def _greater(value: Any, expected: str) -> bool:
    left, right = _number(value), _number(expected)
    return left is not None and right is not None and left > right


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_COMPARE: dict[str, Callable[[Any, str], bool]] = {
    "equals": _equals,
    "not_equals": _equals,
    "less": _less,
    "greater": _greater,
    "contains": _contains,
    "matches": _matches,
    "exists": lambda value, expected: True,
    "schema": _schema,
}
