"""Schema → an instance of it: the same one each time, of bounded size, and valid where one can be found.

What the schema says of itself comes first: ``const``, ``examples``, ``default``, ``enum``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.errors import InvalidDocument
from playground.core.mocking.conformance import conforms
from playground.core.mocking.keywords import sound
from playground.core.mocking.patterns import matching
from playground.core.openapi.document import Document

#: Levels below which only what is required is made.
_FULL_DEPTH = 4
#: Levels below which nothing is made at all: a schema that requires itself for ever has no instance.
_DEEPEST = 16
#: Values in one instance.
_LARGEST = 3_000
_LONGEST_LIST = 200
_LONGEST_TEXT = 100_000

_FORMATS = {
    "date-time": "2025-03-30T14:24:45Z",
    "date": "2025-03-30",
    "time": "14:24:45Z",
    "duration": "PT1H",
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "iri": "https://example.com/",
    "uri-reference": "/path",
    "iri-reference": "/path",
    "uri-template": "/path/{id}",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "json-pointer": "/a/b",
    "relative-json-pointer": "0",
    "regex": "^a$",
    "byte": "aGVsbG8=",
}
_NOTHING = Document({})


class _NoInstance(Exception):
    """Nothing can be made within the bounds."""


def generate(schema: Any, document: Document = _NOTHING, *, name: str = "text") -> Any:
    """An instance of the schema; ``name`` is what texts in it are called.

    The fullest one that is valid: with optional properties, else with the required ones alone, else without the
    schema's own examples; where none is valid, the fullest all the same.
    """
    made: list[Any] = []
    for full_depth, own_examples in ((_FULL_DEPTH, True), (0, True), (_FULL_DEPTH, False), (0, False)):
        try:
            instance = _Maker(document, full_depth, own_examples).make(schema, name, 0)
        except (_NoInstance, RecursionError, OverflowError):
            continue
        if conforms(instance, schema, document):
            return instance
        made.append(instance)
    return made[0] if made else None


@dataclass
class _Maker:
    document: Document
    full_depth: int
    own_examples: bool
    count: int = 0

    def make(self, schema: Any, name: str, depth: int) -> Any:
        self.count += 1
        if depth > _DEEPEST or self.count > _LARGEST:
            raise _NoInstance
        if not isinstance(schema, Mapping):
            if schema is False:
                raise _NoInstance
            return name
        return self.of(self.merged(schema, depth), name, depth)

    def of(self, schema: Mapping[str, Any], name: str, depth: int) -> Any:
        if "const" in schema:
            return schema["const"]
        for candidate in self.told(schema):
            if conforms(candidate, schema, self.document):
                return candidate
        kind = _kind(schema)
        if kind == "object":
            return self.object(schema, depth)
        if kind == "array":
            return self.array(schema, name, depth)
        if kind in ("integer", "number"):
            return _number(schema, kind)
        if kind == "boolean":
            return True
        return None if kind == "null" else _text(schema, name)

    def told(self, schema: Mapping[str, Any]) -> Iterator[Any]:
        """What the schema gives as an instance of itself."""
        if self.own_examples:
            yield from schema.get("examples", ())
            for key in ("example", "default"):
                if schema.get(key) is not None:
                    yield schema[key]
        yield from schema.get("enum", ())

    # Composition

    def merged(self, schema: Mapping[str, Any], depth: int) -> Mapping[str, Any]:
        """The schema with its references, ``allOf`` and the first alternative that has an instance put into it."""
        try:
            resolved = self.document.resolve(schema)
        except InvalidDocument:
            return {}
        if not isinstance(resolved, Mapping):
            if resolved is False:
                raise _NoInstance
            return {}
        resolved = sound(resolved)
        whole = {key: value for key, value in resolved.items() if key not in ("allOf", "anyOf", "oneOf")}
        for part in resolved.get("allOf", ()):
            if isinstance(part, Mapping):
                whole = merge(whole, self.merged(part, depth + 1))
        for key in ("anyOf", "oneOf"):
            if key in resolved:
                whole = self.alternative(whole, resolved[key], depth)
        return whole

    def alternative(self, whole: dict[str, Any], choices: list[Any], depth: int) -> dict[str, Any]:
        if depth > _DEEPEST:
            raise _NoInstance
        # Deep down the lightest comes first, so that a schema that holds itself comes to an end.
        for choice in sorted(choices, key=self.weight) if depth >= self.full_depth else choices:
            if choice is True:
                return whole
            try:
                candidate = merge(whole, self.merged(choice, depth + 1)) if isinstance(choice, Mapping) else None
                if candidate is not None and self.ends(candidate, depth):
                    return candidate
            except _NoInstance:
                continue
        raise _NoInstance

    def ends(self, schema: Mapping[str, Any], depth: int) -> bool:
        """Whether the schema has an instance within the bounds."""
        maker = _Maker(self.document, 0, self.own_examples, self.count)
        try:
            maker.of(schema, "text", depth + 1)
        except _NoInstance:
            return False
        finally:
            self.count = maker.count
        return True

    def weight(self, choice: Any) -> int:
        """How much there is to make: nothing, a scalar, a list, an object."""
        try:
            resolved = self.document.resolve(choice)
        except InvalidDocument:
            return 9
        if not isinstance(resolved, Mapping) or "const" in resolved or "enum" in resolved:
            return 0
        return {"null": 0, "array": 2, "object": 3}.get(_kind(sound(resolved)), 1)

    # Kinds

    def object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required: list[str] = schema.get("required", [])
        properties: Mapping[str, Any] = schema.get("properties", {})
        made: dict[str, Any] = {}
        for name in dict.fromkeys([*properties, *required]):
            if name in required:
                made[name] = self.make(self.property(schema, name), name, depth + 1)
            elif depth < self.full_depth:
                self.optional(made, name, properties[name], depth)
        return self.to_least(made, schema, depth)

    def property(self, schema: Mapping[str, Any], name: str) -> Any:
        described = schema.get("properties", {}).get(name)
        if described is not None:
            return described
        for pattern, inner in schema.get("patternProperties", {}).items():
            if conforms(name, {"type": "string", "pattern": pattern}):
                return inner
        return schema.get("additionalProperties", True)

    def optional(self, made: dict[str, Any], name: str, schema: Any, depth: int) -> None:
        if isinstance(schema, Mapping) and (schema.get("writeOnly") is True or schema.get("deprecated") is True):
            return
        try:
            made[name] = self.make(schema, name, depth + 1)
        except _NoInstance:
            return

    def to_least(self, made: dict[str, Any], schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        """Names added until ``minProperties``; one where the names are free, so that the shape can be seen."""
        patterns = schema.get("patternProperties")
        named = next(iter(patterns.items()), None) if isinstance(patterns, Mapping) else None
        others = named[1] if named else schema.get("additionalProperties")
        free = (named or isinstance(others, Mapping)) and not made and depth < self.full_depth
        wanted = max(int(schema.get("minProperties") or 0), 1 if free else 0)
        for number in range(1, min(wanted, _LONGEST_LIST) + 1):
            if len(made) >= wanted:
                break
            name = (matching(named[0]) if named else None) or f"name{number}"
            made[name if name not in made else f"{name}{number}"] = self.make(others, "value", depth + 1)
        return made

    def array(self, schema: Mapping[str, Any], name: str, depth: int) -> list[Any]:
        first = schema.get("prefixItems")
        made = [self.make(item, name, depth + 1) for item in first] if isinstance(first, list) else []
        least = min(int(schema.get("minItems", 0)), _LONGEST_LIST)
        items = schema.get("items", schema.get("contains", True))
        wanted = max(least, 1 if depth < self.full_depth and items is not False and not made else 0)
        if "contains" in schema:
            made.append(self.make(schema["contains"], name, depth + 1))
        while len(made) < wanted:
            try:
                made.append(self.item(items, name, depth, made, unique=schema.get("uniqueItems") is True))
            except _NoInstance:
                if len(made) < least:
                    raise
                break
        most = schema.get("maxItems")
        return made[: int(most)] if isinstance(most, int | float) else made

    def item(self, schema: Any, name: str, depth: int, made: list[Any], *, unique: bool) -> Any:
        singular = name[:-1] if len(name) > 3 and name.endswith("s") and not name.endswith("ss") else name
        value = self.make(schema, singular, depth + 1)
        if not unique or value not in made:
            return value
        return self.another(schema, value, made)

    def another(self, schema: Any, value: Any, made: list[Any]) -> Any:
        """A value unlike those that are there already."""
        resolved = self.document.resolve(schema) if isinstance(schema, Mapping) else {}
        choices = list(resolved.get("enum") or ()) if isinstance(resolved, Mapping) else []
        if isinstance(value, int | float) and not isinstance(value, bool):
            choices += [value + step for step in range(1, len(made) + 2)]
        if isinstance(value, str):
            choices += [f"{value}{len(made) + 1}"]
        for choice in [*choices, not value if isinstance(value, bool) else None]:
            if choice not in made and conforms(choice, schema, self.document):
                return choice
        raise _NoInstance


def merge(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """A schema whose instances are those of both, as far as keywords can say it."""
    merged = dict(one)
    for key, value in other.items():
        merged[key] = _both(key, merged[key], value) if key in merged else value
    return merged


def _both(key: str, one: Any, other: Any) -> Any:
    if key == "properties" and isinstance(one, Mapping) and isinstance(other, Mapping):
        shared = {
            name: {"allOf": [one[name], other[name]]} for name in one if name in other and one[name] != other[name]
        }
        return {**one, **other, **shared}
    if key == "required":
        return list(dict.fromkeys([*one, *other]))
    if key == "type":
        return _shared_types(one, other)
    if key == "enum":
        return [value for value in one if value in other]
    if key in ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"):
        return max(one, other)
    if key in ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"):
        return min(one, other)
    if key == "additionalProperties":
        return one if other is True else other
    return other


def _shared_types(one: Any, other: Any) -> Any:
    ours = [one] if isinstance(one, str) else list(one)
    theirs = [other] if isinstance(other, str) else list(other)
    if "number" in ours and "integer" in theirs:
        ours.append("integer")
    if "number" in theirs and "integer" in ours:
        theirs.append("integer")
    shared = [kind for kind in ours if kind in theirs]
    if not shared:
        raise _NoInstance
    return "integer" if "integer" in shared else shared[0] if len(shared) == 1 else shared


def _kind(schema: Mapping[str, Any]) -> str:
    """The type of the instance to make: the first that is not null; guessed from the keywords where none is named."""
    named = schema.get("type")
    if isinstance(named, list):
        return next((kind for kind in named if kind != "null"), "null")
    if isinstance(named, str):
        return named
    for kind, keywords in (
        ("object", ("properties", "required", "additionalProperties", "patternProperties", "minProperties")),
        ("array", ("items", "prefixItems", "contains", "minItems")),
        ("number", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
    ):
        if any(keyword in schema for keyword in keywords):
            return kind
    return "string"


def _number(schema: Mapping[str, Any], kind: str) -> int | float:
    step = schema.get("multipleOf") or (1 if kind == "integer" else None)
    least, most = _bounds(schema, step)
    value = least if least is not None else min(most, 1) if most is not None else 1
    if step:
        value = math.ceil(round(value / step, 9)) * step
        if most is not None and value > most:
            value -= step
    if kind == "integer" or float(value).is_integer():
        return int(value)
    return round(float(value), 9)


def _bounds(schema: Mapping[str, Any], step: float | None) -> tuple[float | None, float | None]:
    """Least and greatest value; next to an exclusive bound by a step, or halfway to the other bound."""
    least, most = schema.get("minimum"), schema.get("maximum")
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    gap = step or (abs(below - above) / 2 if above is not None and below is not None else 0.5)
    if above is not None:
        least = above + gap if least is None else max(least, above + gap)
    if below is not None:
        most = below - gap if most is None else min(most, below - gap)
    return least, most


def _text(schema: Mapping[str, Any], name: str) -> str:
    if isinstance(schema.get("pattern"), str):
        found = matching(schema["pattern"])
        if found is not None:
            return _long_enough(found, schema) if conforms(_long_enough(found, schema), schema) else found
    if schema.get("format") in _FORMATS:
        return _FORMATS[str(schema["format"])]
    if schema.get("contentMediaType") == "application/json":
        return json.dumps({})
    return _long_enough(re.sub(r"[_\-]+", " ", name), schema)


def _long_enough(text: str, schema: Mapping[str, Any]) -> str:
    least = min(int(schema.get("minLength", 0)), _LONGEST_TEXT)
    most = schema.get("maxLength")
    if len(text) < least:
        text = (text or "a") * (least // max(len(text), 1) + 1)
        text = text[:least]
    return text[: int(most)] if most is not None else text
