"""Validation (JSON Schema 2020-12; OpenAPI 3.0's ``nullable`` and boolean bounds are read too).

The one place where validators are made: always with a registry of their own, so that no ``$ref`` is ever fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry

from playground.core.schema import pointers
from playground.core.schema.control import Control, leaves
from playground.core.schema.keywords import KEYWORDS, RUN, Budget, Run, TooMuch
from playground.core.schema.problems import Problem, problem
from playground.core.schema.resolution import json_type, typed
from playground.core.schema.text import JsonText, loads
from playground.core.variables import VARIABLE

#: Problems beyond this are not listed.
MAX_PROBLEMS = 100
#: Characters of a value that are repeated in a sentence.
MAX_SHOWN = 120

_Checker: Any = extend(Draft202012Validator, validators=KEYWORDS)  # type: ignore[no-untyped-call]


def _evolve(self: Any, **changes: Any) -> Any:
    """A validator for a subschema, of the same class whatever its ``$schema`` says: no other has our limits."""
    kept = {"schema": self.schema, "format_checker": None, "registry": self._registry, "_resolver": self._resolver}
    return type(self)(**(kept | changes))


_Checker.evolve = _evolve


class Validator:
    """Checks instances against one schema; made once and kept, it may be used by several threads.

    ``definitions`` is the document in which local ``$ref`` are looked up, ``direction`` is ``request`` or
    ``response`` (which properties must travel), ``closed`` refuses properties that are not described.
    """

    def __init__(
        self, schema: Any, definitions: Mapping[str, Any], *, direction: str = "", closed: bool = False
    ) -> None:
        self._direction = direction
        self._closed = closed
        self._validator = _Checker(_rooted(schema, definitions), registry=Registry())

    def problems(self, instance: Any, budget: Budget | None = None) -> tuple[Problem, ...]:
        """What is wrong with an instance, none where it is valid. Bounded in time, memory and number."""
        token = RUN.set(Run(self._direction, self._closed, budget or Budget()))
        found: dict[tuple[str, str, str], Problem] = {}
        try:
            for each in islice(self._all(instance), MAX_PROBLEMS):
                found.setdefault((each.pointer, each.keyword, each.message), each)
        except RecursionError:
            found["", "depth", ""] = problem("", "depth")
        except TooMuch:
            found["", "work", ""] = problem("", "work")
        finally:
            RUN.reset(token)
        return tuple(found.values())

    def problems_in(self, document: JsonText, budget: Budget | None = None) -> tuple[Problem, ...]:
        """The same for a text, but for places where a ``{{variable}}`` stands: what it will be is not known yet."""
        found = self.problems(document.value, budget)
        return tuple(each for each in found if not _holds_variable(document, each.pointer))

    def is_valid(self, instance: Any) -> bool:
        return not self.problems(instance)

    def _all(self, instance: Any) -> Iterator[Problem]:
        for error in self._validator.iter_errors(instance):
            yield from problems_of(error)


def validate(schema: Any, definitions: Mapping[str, Any], instance: Any, *, direction: str = "") -> tuple[Problem, ...]:
    """The problems of one instance; keep a ``Validator`` to check several."""
    return Validator(schema, definitions, direction=direction).problems(instance)


def schema_problems(schema: Any) -> tuple[Problem, ...]:
    """What is wrong with a schema itself, by the meta-schema of 2020-12."""
    if not isinstance(schema, dict | bool):
        return (problem("", "type", expected="object or boolean", actual=json_type(schema)),)
    return _METASCHEMA.problems(schema)


def _holds_variable(document: JsonText, pointer: str) -> bool:
    node = document.find(pointer)
    if node is None or node.kind not in {"string", "variable"}:
        return False
    return node.kind == "variable" or VARIABLE.search(document.string(node)) is not None


def embedded_problems(root: Control) -> tuple[Problem, ...]:
    """What is wrong with the schemas that a body holds (a tool's parameters, a response format)."""
    found: list[Problem] = []
    for control in leaves(root):
        if control.holds == "json-schema" and control.present:
            said = _schema_problems_of(control.value)
            found += [replace(each, pointer=control.pointer + each.pointer) for each in said]
    return tuple(found)


@lru_cache(maxsize=64)
def _schema_problems_of(text: str) -> tuple[Problem, ...]:
    """Those of a schema as JSON text: the same one stands there at every keystroke beside it."""
    return schema_problems(loads(text))


def _rooted(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """The schema as the root of the document, so that ``#/components/…`` is found from it.

    Members of the document that are keywords of their own stay out: they would be conditions.
    """
    if not isinstance(schema, dict):
        return schema
    held = {key: value for key, value in definitions.items() if not key.startswith("$") and key not in KEYWORDS}
    named = {"$defs": definitions["$defs"]} if "$defs" in definitions else {}
    return {**held, **named, **{key: value for key, value in schema.items() if key != "$schema"}}


_METASCHEMA = Validator(Draft202012Validator.META_SCHEMA, {})


# --- From errors to sentences -----------------------------------------------------------------------------------------


def problems_of(error: ValidationError) -> Iterator[Problem]:
    """The problems that an error stands for: alternatives are told by the one that was most likely meant."""
    if error.validator in {"anyOf", "oneOf"} and error.context:
        yield from _of_alternatives(error)
    else:
        keyword = str(error.validator or "false")
        parameters = PARAMETERS.get(keyword, _nothing)(error)
        yield problem(pointers.build(error.absolute_path), _spoken(keyword, error), **parameters)


def _spoken(keyword: str, error: ValidationError) -> str:
    if keyword in {"anyOf", "oneOf"}:
        return "oneOf-several"
    if keyword == "contains":
        return "contains"
    return keyword if keyword in PARAMETERS or keyword in {"not", "multipleOf"} else "false"


def _of_alternatives(error: ValidationError) -> Iterator[Problem]:
    branches = [list(errors) for _, errors in groupby(error.context or (), key=_branch)]
    fitting = [branch for branch in branches if not _has_other_type(branch)]
    tags = [_tag(branch) for branch in fitting]
    if not fitting:
        yield _none_of_the_types(error, branches)
    elif len(fitting) > 1 and all(tags) and len({tuple(tag.absolute_path) for tag in tags if tag}) == 1:
        yield _none_of_the_tags([tag for tag in tags if tag])
    else:
        for each in min(fitting, key=_distance):
            yield from problems_of(each)


def _branch(error: ValidationError) -> object:
    """The index of the alternative that an error comes from; a schema ``false`` has none."""
    return error.relative_schema_path[0] if error.relative_schema_path else None


def _has_other_type(branch: Sequence[ValidationError]) -> bool:
    """Whether an alternative is for values of another type altogether."""
    return any(error.validator == "type" and not _below(error) for error in branch)


def _below(error: ValidationError) -> int:
    """How many steps below the place of the alternatives an error is."""
    return len(error.relative_path)


def _tag(branch: Sequence[ValidationError]) -> ValidationError | None:
    """The error that says: this alternative is for another ``type`` member, or another constant."""
    tags = (error for error in branch if error.validator in {"const", "enum"} and _below(error) <= 1)
    return next(tags, None)


def _distance(branch: Sequence[ValidationError]) -> tuple[bool, int]:
    """How far an instance is from an alternative."""
    return _tag(branch) is not None, len(branch)


def _none_of_the_types(error: ValidationError, branches: Sequence[Sequence[ValidationError]]) -> Problem:
    types = [
        each.validator_value for branch in branches for each in branch if each.validator == "type" and not _below(each)
    ]
    named = dict.fromkeys(kind for value in types for kind in (value if isinstance(value, list) else [value]))
    pointer = pointers.build(error.absolute_path)
    return problem(pointer, "type", expected=_or(named), actual=json_type(error.instance))


def _none_of_the_tags(tags: Sequence[ValidationError]) -> Problem:
    allowed: list[Any] = []
    for tag in tags:
        allowed += _values(tag)
    return problem(
        pointers.build(tags[0].absolute_path), "enum", allowed=_listed(allowed), actual=_shown(tags[0].instance)
    )


Parameters = Callable[[ValidationError], dict[str, object]]


def _nothing(_error: ValidationError) -> dict[str, object]:
    return {}


def _expected(error: ValidationError) -> dict[str, object]:
    value = error.validator_value
    return {"expected": _or(value if isinstance(value, list) else [value]), "actual": json_type(error.instance)}


def _or(names: Any) -> str:
    *first, last = [str(name) for name in names]
    return f"{', '.join(first)} or {last}" if first else last


def _allowed(error: ValidationError) -> dict[str, object]:
    return {"allowed": _listed(_values(error)), "actual": _shown(error.instance)}


def _values(error: ValidationError) -> list[Any]:
    """The values that ``enum`` or ``const`` allows."""
    value: Any = error.validator_value
    return list(value) if error.validator == "enum" else [value]


def _listed(values: Sequence[Any]) -> str:
    shown = [_shown(value) for value in dict.fromkeys(map(typed, values))]
    return ", ".join(shown[:20]) + (", …" if len(shown) > 20 else "")


def _shown(value: Any) -> str:
    text = typed(value)
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _bound(error: ValidationError) -> dict[str, object]:
    limit = error.validator_value if not isinstance(error.validator_value, bool) else error.message
    return {"limit": typed(limit), "actual": _shown(error.instance)}


def _length(error: ValidationError) -> dict[str, object]:
    held: Any = error.instance
    return {"limit": typed(error.validator_value), "actual": len(held)}


def _named(error: ValidationError) -> dict[str, object]:
    return {"name": _shown(str(error.path[-1])) if error.path else ""}


def _told(name: str) -> Parameters:
    """What a check has said in its message: a name, an index, a reference."""
    return lambda error: {**_named(error), name: error.message}


def _value(name: str) -> Parameters:
    return lambda error: {name: _shown(error.validator_value), "actual": _shown(error.instance)}


#: Keyword → the named parameters of its sentence.
PARAMETERS: Mapping[str, Parameters] = {
    "type": _expected,
    "enum": _allowed,
    "const": _allowed,
    "minimum": _bound,
    "maximum": _bound,
    "exclusiveMinimum": _bound,
    "exclusiveMaximum": _bound,
    "multipleOf": _value("limit"),
    "minLength": _length,
    "maxLength": _length,
    "minItems": _length,
    "maxItems": _length,
    "minProperties": _length,
    "maxProperties": _length,
    "pattern": _value("pattern"),
    "format": _value("format"),
    "required": _named,
    "dependentRequired": _told("other"),
    "propertyNames": _named,
    "additionalProperties": _named,
    "unevaluatedProperties": _named,
    "unevaluatedItems": _nothing,
    "uniqueItems": _told("first"),
    "contains": _nothing,
    "minContains": _value("limit"),
    "maxContains": _value("limit"),
    "not": _nothing,
    "$ref": _told("reference"),
}
