"""Does an instance conform to a schema? JSON Schema 2020-12 with formats, references inside the document only.

Nothing is ever fetched: a reference to another document is an error that is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import SchemaError, best_match
from referencing import Registry
from referencing.exceptions import Unresolvable

from playground.core.mocking.patterns import without_costly_patterns
from playground.core.openapi.document import Document

#: Problems that are told at once.
MOST = 50
_NOTHING = Document({})


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in a request and a sentence.

    location
        ``body``, ``path``, ``query``, ``header`` or ``cookie``.
    pointer
        RFC 6901 pointer into the body; for a parameter ``/name``.
    """

    pointer: str
    detail: str
    location: str = "body"


def problems(instance: Any, schema: Any, document: Document = _NOTHING, *, location: str = "body") -> list[Problem]:
    """What keeps the instance from conforming, in order of place, at most ``MOST``.

    References are resolved in the document, or in the schema itself where none is given.
    """
    if schema is None or schema is True:
        return []
    try:
        found = [_problem(error, location) for error in _errors(instance, schema, document)]
    except Unresolvable as error:
        return [Problem("", f"The schema refers to {error.ref}, which is not in the description.", location)]
    except RecursionError:
        return [Problem("", "The value is nested too deep.", location)]
    return sorted(dict.fromkeys(found), key=lambda problem: problem.pointer)[:MOST]


def conforms(instance: Any, schema: Any, document: Document = _NOTHING) -> bool:
    return not problems(instance, schema, document)


def schema_problem(schema: Any) -> str:
    """Why a value is not a JSON Schema, "" where it is one."""
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return f"{'/'.join(map(str, error.absolute_path)) or 'The schema'}: {_shortened(error.message)}"
    except RecursionError:
        return "The schema is nested too deep."
    return ""


def _errors(instance: Any, schema: Any, document: Document) -> Iterator[ValidationError]:
    # The root is what references are resolved against; only the schema itself is what the instance is held to.
    root = Draft202012Validator(
        dict(document.data) or schema, registry=Registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    validator = root.evolve(schema=schema)
    for count, error in enumerate(validator.iter_errors(instance)):
        if count == MOST:
            return
        yield error


def _problem(error: ValidationError, location: str) -> Problem:
    """The error, or the deepest one inside where alternatives failed."""
    deepest = best_match([error]) or error
    pointer = "".join(f"/{str(token).replace('~', '~0').replace('/', '~1')}" for token in deepest.absolute_path)
    return Problem(pointer, _sentence(deepest), location)


def _sentence(error: ValidationError) -> str:
    wanted: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "required":
        return f"{next((name for name in wanted if name not in instance), '')} is required."
    if error.validator == "type":
        return f"should be {wanted if isinstance(wanted, str) else ' or '.join(wanted)}."
    if error.validator == "enum":
        return _shortened(f"should be one of {', '.join(map(str, wanted))}.")
    return _shortened(error.message) + "."


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= 300 else sentence[:200] + " … " + sentence[-80:]


def safe_schema(schema: Any) -> Any:
    """A schema that came with a request, without the regular expressions that could take for ever."""
    return without_costly_patterns(schema)
