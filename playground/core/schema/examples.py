"""A value to start from: what a schema gives as an example, or the least that it asks for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from playground.core.schema import patterns
from playground.core.schema.resolution import (
    Definitions,
    Schema,
    alternatives,
    fits_type,
    item_schema,
    member_schema,
    properties,
    required,
    types,
)

#: Objects inside one another; what would be deeper is left out or empty.
MAX_LEVELS = 8
#: Values in one example: a schema that multiplies at each level comes to an end.
MAX_VALUES = 2_000

#: One valid string of each format (JSON Schema Validation §7.3, OpenAPI 3.1 §4.4).
STRINGS = {
    "date-time": "2026-01-01T00:00:00Z",
    "date": "2026-01-01",
    "time": "00:00:00Z",
    "duration": "PT1S",
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "uri-reference": "/",
    "iri": "https://example.com/",
    "iri-reference": "/",
    "uri-template": "https://example.com/{id}",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "json-pointer": "/a",
    "relative-json-pointer": "0",
    "regex": ".*",
    "byte": "",
}


def example(schema: Any, definitions: Mapping[str, Any] | Definitions, *, complete: bool = False) -> Any:
    """An example of a schema: its own where it has one, else made from what it requires.

    ``complete`` adds the optional properties and one item to every array.
    """
    return Maker(Definitions.of(definitions, schema), complete).make(schema, 0)


class Maker:
    """Makes one example and keeps count."""

    def __init__(self, definitions: Definitions, complete: bool = False) -> None:
        self.definitions = definitions
        self.complete = complete
        self.count = 0

    def make(self, schema: Any, level: int = 0) -> Any:
        """A value for a schema; null where it says nothing or is too deep."""
        self.count += 1
        merged = self.definitions.resolve(schema)
        given = given_examples(merged)
        if given:
            return given[0]
        options = alternatives(merged, self.definitions)
        if options and level <= MAX_LEVELS:
            return self.make(_first_that_is_something(options), level + 1)
        kind = next((kind for kind in types(merged) if kind != "null"), "null")
        return self.of_type(kind, merged, level)

    def of_type(self, kind: str, schema: Schema, level: int) -> Any:
        """A value of a JSON type, null for one that is not known."""
        if kind == "object":
            return self.object(schema, level)
        if kind == "array":
            return self.array(schema, level)
        if kind == "string":
            return _string(schema)
        if kind in {"number", "integer"}:
            return _number(schema, kind)
        return False if kind == "boolean" else None

    def may_go_on(self, level: int) -> bool:
        """Whether depth and size still allow arrays and objects."""
        return level < MAX_LEVELS and self.count < MAX_VALUES

    def object(self, schema: Schema, level: int) -> dict[str, Any]:
        """An object with the required members, and with all where the example is to be complete."""
        if not self.may_go_on(level):
            return {}
        needed = set(required(schema))
        names = [name for name in properties(schema) if name in needed or self.complete]
        names += [name for name in required(schema) if name not in names]
        return {name: self.make(member_schema(schema, name), level + 1) for name in names}

    def array(self, schema: Schema, level: int) -> list[Any]:
        """An array of the least length, at most 100 items."""
        if not self.may_go_on(level):
            return []
        least = schema.get("minItems")
        count = max(least if isinstance(least, int) else 0, 1 if self.complete else 0)
        return [self.make(item_schema(schema, index), level + 1) for index in range(min(count, 100))]


def given_examples(schema: Schema) -> list[Any]:
    """The values that a merged schema itself gives, the most telling first, if they have an allowed type."""
    values: list[Any] = [schema["example"]] if "example" in schema else []
    values += schema["examples"] if isinstance(schema.get("examples"), list) else []
    values += [schema[keyword] for keyword in ("default", "const") if keyword in schema]
    values += schema["enum"][:1] if isinstance(schema.get("enum"), list) else []
    hints = schema.get("x-enum-hint")
    values += hints[:1] if isinstance(hints, list) else []
    allowed = types(schema)
    return [value for value in values if not allowed or fits_type(value, allowed)]


def _first_that_is_something(options: list[Schema]) -> Schema:
    return next((option for option in options if types(option) != ("null",)), options[0])


def _string(schema: Schema) -> str:
    """A string of the pattern, else of the format, else of the least length."""
    least = schema.get("minLength")
    least = min(least, 1_000) if isinstance(least, int) else 0
    made = patterns.sample(schema["pattern"], least) if isinstance(schema.get("pattern"), str) else None
    return made or STRINGS.get(str(schema.get("format"))) or "x" * least


def _number(schema: Schema, kind: str) -> int | float:
    """The number nearest to 0 that the bounds allow."""
    step = schema.get("multipleOf") if _is_number(schema.get("multipleOf")) else 1 if kind == "integer" else None
    low, high = _bound(schema, "minimum", "exclusiveMinimum", 1), _bound(schema, "maximum", "exclusiveMaximum", -1)
    value: float = 0
    if low is not None and low > 0:
        value = math.ceil(low / step) * step if step else low
    elif high is not None and high < 0:
        value = math.floor(high / step) * step if step else high
    return int(value) if float(value).is_integer() else value


def _bound(schema: Schema, closed: str, opened: str, direction: int) -> float | None:
    """The bound as a number that is itself allowed: half a unit further where the bound is exclusive."""
    value = schema.get(closed) if _is_number(schema.get(closed)) else None
    edge = schema.get(opened)
    if edge is True and value is not None:  # OpenAPI 3.0: a boolean beside the bound
        return float(value) + 0.5 * direction
    return float(edge) + 0.5 * direction if _is_number(edge) and edge is not None else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
