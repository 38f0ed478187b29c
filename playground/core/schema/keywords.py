"""The keywords of JSON Schema 2020-12, as this program checks them.

jsonschema walks and resolves; the functions here take the place of those of its own that a stranger's schema or
instance could turn against us (patterns that never end, quadratic comparisons, messages that repeat a megabyte), read
OpenAPI 3.0's dialect, or say more exactly where something is wrong: each missing and each unknown property by itself.

A keyword whose value makes no sense says nothing, as if it were not there.
"""

from __future__ import annotations

import functools
import operator
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing.exceptions import Unresolvable

from playground.core.schema import patterns

#: Keywords checked in one run, and seconds; alternatives inside alternatives multiply.
MAX_STEPS = 200_000
MAX_SECONDS = 2.0
#: Patterns that did not end in time, after which a run tries no more of them.
MAX_SLOW_PATTERNS = 5
#: Longer strings have no format that is checked (characters).
MAX_FORMAT_LENGTH = 4_000

Errors = Iterator[ValidationError]
Check = Callable[[Any, Any, Any, Any], Errors]


class TooMuch(Exception):
    """A run came to the end of its budget."""


@dataclass(slots=True)
class Budget:
    """What one validation, or several together, may cost: so many keywords, and seconds from when it was made."""

    steps: int = MAX_STEPS
    seconds: float = MAX_SECONDS
    started: float = field(default_factory=time.monotonic)

    @property
    def is_spent(self) -> bool:
        return self.steps < 0 or time.monotonic() - self.started > self.seconds

    def spend(self) -> None:
        """One more step; the clock is looked at now and then."""
        self.steps -= 1
        if self.steps < 0 or (self.steps % 256 == 0 and self.is_spent):
            raise TooMuch


@dataclass(slots=True)
class Run:
    """One validation: what it may still cost, and what it is asked for.

    ``direction`` is ``request`` or ``response``: a request need not have what is ``readOnly``, nor a response what is
    ``writeOnly`` (OpenAPI 3.1 §4.8.24). ``closed`` refuses properties that no schema speaks of.
    """

    direction: str = ""
    closed: bool = False
    budget: Budget = field(default_factory=Budget)
    slow_patterns: int = 0
    composed: int = 0
    #: References that are being followed: the schema and the instance at which each stands.
    following: set[tuple[int, int]] = field(default_factory=set)


RUN: ContextVar[Run] = ContextVar("RUN")


def _guarded(check: Check) -> Check:
    """A keyword that counts its work and is silent where the schema itself is broken."""

    @functools.wraps(check)
    def guarded(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        RUN.get().budget.spend()
        try:
            yield from check(validator, value, instance, schema) or ()
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, Unresolvable):
            return

    return guarded


def _below(
    validator: Any, instance: Any, schema: Any, step: str | int, keyword_step: str | int | None = None
) -> Errors:
    """The errors of a member or an item; jsonschema itself forgets the place where the schema is ``false``."""
    if schema is False:
        yield ValidationError("", path=[step], validator="false", instance=instance, schema=schema)
    else:
        yield from validator.descend(instance, schema, path=step, schema_path=keyword_step)


# --- Conditions on one value ------------------------------------------------------------------------------------------


def _type(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    kinds = value if isinstance(value, list) else [value]
    known = [kind for kind in kinds if kind in _TYPES]
    null_allowed = instance is None and schema.get("nullable") is True
    if known and not null_allowed and not any(validator.is_type(instance, kind) for kind in known):
        yield ValidationError("")


_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})


def _enum(_validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    null_allowed = instance is None and schema.get("nullable") is True
    held = canonical(instance)
    if not null_allowed and not any(canonical(each) == held for each in value):
        yield ValidationError("")


def _const(_validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if canonical(value) != canonical(instance):
        yield ValidationError("")


def canonical(value: Any) -> Any:
    """A hashable twin of a JSON value: equal where JSON Schema says equal (1 is 1.0, true is not 1)."""
    if isinstance(value, bool) or value is None:
        return (type(value), value)
    if isinstance(value, list):
        return ("array", tuple(canonical(item) for item in value))
    if isinstance(value, dict):
        return ("object", frozenset((name, canonical(member)) for name, member in value.items()))
    return value


def _unique_items(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if value is True and validator.is_type(instance, "array"):
        seen: dict[Any, int] = {}
        for index, item in enumerate(instance):
            first = seen.setdefault(canonical(item), index)
            if first != index:
                yield ValidationError(str(first), path=[index])
                return


def _limit(kind: str, measure: Callable[[Any], Any], holds: Callable[[Any, Any], bool]) -> Check:
    """A keyword that compares something measured in values of one type with a number."""

    def check(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
        if not isinstance(value, bool) and validator.is_type(instance, kind) and not holds(measure(instance), value):
            yield ValidationError("")

    return check


def _itself(value: Any) -> Any:
    return value


def _exclusive(bound: str, holds: Callable[[Any, Any], bool]) -> Check:
    """``exclusiveMinimum``: a number, or in OpenAPI 3.0 a boolean that speaks of ``minimum``."""

    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        edge = schema.get(bound) if value is True else None if value is False else value
        if edge is not None and validator.is_type(instance, "number") and not holds(instance, edge):
            yield ValidationError(str(edge))

    return check


def _multiple_of(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if isinstance(instance, float) and not instance.is_integer() and abs(instance) == float("inf"):
        return
    yield from Draft202012Validator.VALIDATORS["multipleOf"](validator, value, instance, _schema)


def _pattern(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if validator.is_type(instance, "string") and not matches(value, instance):
        yield ValidationError("")


def matches(pattern: str, text: str) -> bool:
    """Whether a pattern (ECMA-262) is found in a text; True where that cannot be told in time."""
    run = RUN.get()
    if run.slow_patterns >= MAX_SLOW_PATTERNS:
        return True
    try:
        return patterns.is_found(pattern, text)
    except TimeoutError:
        run.slow_patterns += 1
    except patterns.Unusable:
        pass
    return True


def _format(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    too_long = isinstance(instance, str) and len(instance) > MAX_FORMAT_LENGTH
    if isinstance(value, str) and not too_long and not FORMATS.conforms(instance, value):
        yield ValidationError("")


def _formats() -> FormatChecker:
    """The formats of JSON Schema and OpenAPI that are checked."""
    checker = FormatChecker(formats=())
    checker.checkers.update(Draft202012Validator.FORMAT_CHECKER.checkers)
    for name, bits in (("int32", 32), ("int64", 64)):
        checker.checks(name)(functools.partial(_is_within, bits))
    for name in ("uri", "uri-reference"):
        checker.checks(name.replace("u", "i", 1))(functools.partial(_is_iri, name))
    return checker


def _is_iri(name: str, instance: object) -> bool:
    """An IRI is a URI once its other characters are percent-encoded (RFC 3987 §3.1)."""
    ascii_only = quote(instance, safe=_ASCII) if isinstance(instance, str) else instance
    return FORMATS.conforms(ascii_only, name)


_ASCII = "".join(map(chr, range(128)))


def _is_within(bits: int, instance: object) -> bool:
    is_number = isinstance(instance, int | float) and not isinstance(instance, bool)
    return not is_number or -(2 ** (bits - 1)) <= instance < 2 ** (bits - 1)


FORMATS = _formats()


# --- Objects ----------------------------------------------------------------------------------------------------------


def _required(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    if isinstance(value, list) and validator.is_type(instance, "object"):
        for name in value:
            if name not in instance and not _is_left_out(schema, name):
                yield ValidationError("", path=[name])


def _is_left_out(schema: Any, name: str) -> bool:
    """Whether a property does not travel in this direction."""
    keyword = {"request": "readOnly", "response": "writeOnly"}.get(RUN.get().direction)
    held = schema.get("properties")
    below = held.get(name) if isinstance(held, dict) else None
    return keyword is not None and isinstance(below, dict) and below.get(keyword) is True


def _dependent_required(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if validator.is_type(instance, "object"):
        for name, needed in value.items():
            for other in needed if name in instance else ():
                if other not in instance:
                    yield ValidationError(name, path=[other])


def _dependencies(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    """``dependencies`` of the drafts before 2019-09: names or a schema, for each property that is there."""
    if validator.is_type(instance, "object"):
        for name, needed in value.items():
            if name not in instance:
                continue
            if isinstance(needed, list):
                missing = (other for other in needed if other not in instance)
                yield from (ValidationError(name, path=[other], validator="dependentRequired") for other in missing)
            else:
                yield from validator.descend(instance, needed, schema_path=name)


def _property_names(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if validator.is_type(instance, "object"):
        for name in instance:
            if next(validator.descend(name, value), None) is not None:
                yield ValidationError("", path=[name])


def _pattern_properties(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if validator.is_type(instance, "object"):
        for pattern, below in value.items():
            for name, member in instance.items():
                if matches(pattern, name):
                    yield from _below(validator, member, below, name, pattern)


def _additional_properties(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    if validator.is_type(instance, "object"):
        yield from _unknown(validator, value, instance, _spoken_of(instance, schema))


def _spoken_of(instance: Any, schema: Any) -> set[str]:
    """The members that ``properties`` and ``patternProperties`` of one schema speak of."""
    patterns = schema.get("patternProperties") or {}
    named = set(schema.get("properties") or {})
    return {name for name in instance if name in named or any(matches(pattern, name) for pattern in patterns)}


def _unknown(validator: Any, value: Any, instance: Any, known: set[str]) -> Errors:
    for name, member in instance.items():
        if name in known:
            continue
        if value is False:
            yield ValidationError("", path=[name])
        elif isinstance(value, dict):
            yield from _below(validator, member, value, name)


def _unevaluated_properties(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    if validator.is_type(instance, "object"):
        rest = {key: below for key, below in schema.items() if key != "unevaluatedProperties"}
        yield from _unknown(validator, value, instance, _evaluated(validator, instance, rest))


def _evaluated(validator: Any, instance: Any, schema: Any) -> set[str]:
    """The members that a schema has spoken of where they are valid (JSON Schema 2020-12, Core §11.3)."""
    if not isinstance(schema, dict):
        return set()
    known = _spoken_of(instance, schema)
    if {"additionalProperties", "unevaluatedProperties"} & schema.keys():
        known |= _valid_rest(validator, instance, schema, known)
    for keyword in ("$ref", "$dynamicRef"):
        if keyword in schema:
            found = validator._resolver.lookup(schema[keyword])
            there = validator.evolve(schema=found.contents, _resolver=found.resolver)
            known |= _evaluated(there, instance, found.contents)
    for branch in _applied_branches(validator, instance, schema):
        known |= _evaluated(validator, instance, branch)
    return known


def _valid_rest(validator: Any, instance: Any, schema: Any, known: set[str]) -> set[str]:
    keyword = "additionalProperties" if "additionalProperties" in schema else "unevaluatedProperties"
    below = schema[keyword]
    rest = (name for name in instance if name not in known)
    return {name for name in rest if next(validator.descend(instance[name], below), None) is None}


def _applied_branches(validator: Any, instance: Any, schema: Any) -> Iterable[Any]:
    """The subschemas at the same place that an instance is valid under."""
    for name, branch in (schema.get("dependentSchemas") or {}).items():
        if name in instance:
            yield branch
    for keyword in ("allOf", "oneOf", "anyOf"):
        yield from (each for each in schema.get(keyword) or () if _is_valid(validator, instance, each))
    if "if" in schema:
        holds = _is_valid(validator, instance, schema["if"])
        yield from [schema["if"], schema.get("then")] if holds else [schema.get("else")]


def _is_valid(validator: Any, instance: Any, schema: Any) -> bool:
    return next(validator.descend(instance, schema), None) is None


def _properties(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    if not validator.is_type(instance, "object"):
        return
    for name, below in value.items():
        if name in instance:
            yield from _below(validator, instance[name], below, name, name)
    run = RUN.get()
    if run.closed and not run.composed and not _OPENING & schema.keys():
        extra = (name for name in instance if name not in value)
        yield from (ValidationError("", path=[name], validator="additionalProperties") for name in extra)


#: With one of these beside ``properties``, other members may be spoken of elsewhere.
_OPENING = frozenset(
    {"additionalProperties", "unevaluatedProperties", "patternProperties", "allOf", "anyOf", "oneOf", "$ref", "if"}
)


# --- Arrays and references --------------------------------------------------------------------------------------------


def _items(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
    """``items``; a list of schemas is what 2020-12 calls ``prefixItems`` (up to 2019-09)."""
    if not validator.is_type(instance, "array"):
        return
    if isinstance(value, list):
        yield from _each(validator, value, instance, schema)
        return
    start = len(schema.get("prefixItems") or ())
    for index in range(start, len(instance)):
        yield from _below(validator, instance[index], value, index)


def _each(validator: Any, value: Any, instance: Any, _schema: Any) -> Errors:
    if not validator.is_type(instance, "array"):
        return
    for index, (item, below) in enumerate(zip(instance, value, strict=False)):
        yield from _below(validator, item, below, index, index)


def _reference(keyword: str) -> Check:
    follow = Draft202012Validator.VALIDATORS[keyword]

    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        following, here = RUN.get().following, (id(schema), id(instance))
        if here in following:  # it leads back to itself
            raise RecursionError
        following.add(here)
        try:
            yield from follow(validator, value, instance, schema)
        except Unresolvable:
            yield ValidationError(str(value)[:200], validator="$ref")
        finally:
            following.discard(here)

    return check


def _composed(keyword: str) -> Check:
    """``allOf`` and its like: what one part does not speak of, another may."""
    follow = Draft202012Validator.VALIDATORS[keyword]

    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Errors:
        run = RUN.get()
        closed = keyword == "allOf" or "properties" in schema
        run.composed += closed
        try:
            errors = list(follow(validator, value, instance, schema))
        finally:
            run.composed -= closed
        yield from errors

    return check


_OWN: Mapping[str, Check] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "uniqueItems": _unique_items,
    "minimum": _limit("number", _itself, operator.ge),
    "maximum": _limit("number", _itself, operator.le),
    "exclusiveMinimum": _exclusive("minimum", operator.gt),
    "exclusiveMaximum": _exclusive("maximum", operator.lt),
    "minLength": _limit("string", len, operator.ge),
    "maxLength": _limit("string", len, operator.le),
    "minItems": _limit("array", len, operator.ge),
    "maxItems": _limit("array", len, operator.le),
    "minProperties": _limit("object", len, operator.ge),
    "maxProperties": _limit("object", len, operator.le),
    "multipleOf": _multiple_of,
    "pattern": _pattern,
    "format": _format,
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependencies": _dependencies,
    "propertyNames": _property_names,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "unevaluatedProperties": _unevaluated_properties,
    "items": _items,
    "prefixItems": _each,
    "$ref": _reference("$ref"),
    "$dynamicRef": _reference("$dynamicRef"),
    "allOf": _composed("allOf"),
    "anyOf": _composed("anyOf"),
    "oneOf": _composed("oneOf"),
}

#: Keyword → its check: jsonschema's own where there is no other here, all of them guarded.
KEYWORDS: Mapping[str, Check] = {
    keyword: _guarded(check) for keyword, check in {**Draft202012Validator.VALIDATORS, **_OWN}.items()
}
