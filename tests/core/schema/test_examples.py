"""Examples: what a schema gives, else the least it asks for, and always an end."""

from __future__ import annotations

import json

import pytest

from playground.core.schema.examples import MAX_VALUES, STRINGS, example
from playground.core.schema.validation import Validator, validate
from tests.core.schema.conftest import request_bodies


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"example": 1, "examples": [2], "default": 3}, 1),
        ({"examples": [2], "default": 3, "type": "integer"}, 2),
        ({"examples": ["wrong"], "default": 3, "type": "integer"}, 3),
        ({"const": "c", "type": "string"}, "c"),
        ({"enum": ["a", "b"]}, "a"),
        ({"x-enum-hint": ["s"], "type": "string"}, "s"),
        ({"type": "string"}, ""),
        ({"type": "string", "minLength": 2}, "xx"),
        ({"type": "integer"}, 0),
        ({"type": "integer", "minimum": 1.5}, 2),
        ({"type": "integer", "maximum": -1}, -1),
        ({"type": "integer", "exclusiveMinimum": 3}, 4),
        ({"type": "integer", "minimum": 3, "exclusiveMinimum": True}, 4),
        ({"type": "number", "minimum": 0.1}, 0.1),
        ({"type": "integer", "minimum": 5, "multipleOf": 4}, 8),
        ({"type": "boolean"}, False),
        ({"type": "null"}, None),
        ({"type": ["null", "string"]}, ""),
        ({"anyOf": [{"type": "null"}, {"type": "integer"}]}, 0),
        ({"type": "array", "items": {"type": "string"}}, []),
        ({"type": "array", "minItems": 2, "prefixItems": [{"const": 1}], "items": {"const": 2}}, [1, 2]),
        ({"type": "object", "properties": {"a": {}}}, {}),
        ({"required": ["a", "b"], "properties": {"b": {"const": 2}, "a": {"const": 1}, "c": {}}}, {"b": 2, "a": 1}),
        ({"allOf": [{"required": ["a"]}, {"properties": {"a": {"default": 1}}}]}, {"a": 1}),
        ({}, None),
        (False, None),
    ],
)
def test_the_least_that_a_schema_asks_for(schema, value):
    made = example(schema, {})
    assert made == value and type(made) is type(value)


def test_a_complete_example_has_the_optional_properties_too():
    schema = {"properties": {"a": {"type": "array", "items": {"properties": {"b": {"type": "string"}}}}}}
    assert example(schema, {}) == {} and example(schema, {}, complete=True) == {"a": [{"b": ""}]}


@pytest.mark.parametrize("name", STRINGS)
def test_every_format_has_a_valid_string(name):
    schema = {"type": "string", "format": name}
    assert validate(schema, {}, example(schema, {})) == ()


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"anyOf": [{"$ref": "#"}]},
        {"type": "array", "minItems": 1, "items": {"$ref": "#"}},
        {"required": ["a", "b", "c"], "properties": {name: {"$ref": "#"} for name in "abc"}},
        {
            "type": "array",
            "minItems": 10**9,
            "items": {"type": "array", "minItems": 10**9, "items": {"type": "string"}},
        },
    ],
)
def test_a_schema_without_end_has_an_example(schema):
    assert len(json.dumps(example(schema, {}, complete=True))) < 100 * MAX_VALUES


@pytest.mark.parametrize(
    "pattern",
    [
        "^[A-Za-z0-9_-]+$", r"^\d{4}-\d{2}$", "^(asst|thread)_[a-z]{3,}$", "^#[0-9a-f]{6}$", r"^v\d+(\.\d+)*$", "a|b",
        "",
        r"^\w+@\w+\.com$", "^(?:x|)$", "^.{2,5}$", r"^[^\s]+$", r"^\+?[1-9]\d{1,14}$", r"^\/api\/.*$", "^[b-d]$",
    ],
)  # fmt: skip
def test_a_pattern_has_a_sample(pattern):
    made = example({"type": "string", "pattern": pattern, "minLength": 1}, {})
    assert validate({"pattern": pattern, "minLength": 1}, {}, made) == ()


@pytest.mark.parametrize(
    "pattern", ["(?=b)a", "(", "[", "a" * 1_000, "(" * 200, "((a{99}){99}){99}", "\\", "x{999999999}"]
)
def test_a_pattern_without_a_sample_does_no_harm(pattern):
    assert len(example({"type": "string", "pattern": pattern}, {})) < 1_000


@pytest.mark.parametrize(
    ("path", "schema"), [pytest.param(path, schema, id=path) for path, _, schema, _ in request_bodies()]
)
def test_examples_made_for_the_catalog_are_valid(path, schema, document):
    validator = Validator(schema, document)
    for complete in (False, True):
        made = example(schema, document, complete=complete)
        assert validator.problems(made) == ()
