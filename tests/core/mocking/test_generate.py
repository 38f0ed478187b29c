"""An instance of every schema: valid where one can be found, bounded and the same each time."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.core.mocking.conformance import conforms, findings, schema_finding
from playground.core.mocking.generate import generate
from playground.core.mocking.patterns import matching
from playground.core.openapi.document import Document

SCHEMAS = [
    True,
    {},
    {"type": "null"},
    {"const": {"a": 1}},
    {"enum": [3, "x"]},
    {"type": "string", "minLength": 40},
    {"type": "string", "maxLength": 2},
    {"type": "string", "enum": ["b"], "default": "a"},
    {"type": "string", "examples": [3, "right"]},
    *({"type": "string", "format": name} for name in (
        "date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid",
        "json-pointer", "regex", "uri-template", "iri", "idn-email", "byte", "password", "binary",
    )),
    *({"type": "string", "pattern": pattern} for pattern in (
        "^[A-Z]{3}-\\d{4}$", "^g-", "^(a|b)+$", "^[^a-z]+$", "colou?r", "^\\S+@\\S+$", "^.{5,10}$", "(?:x|y){2}z",
        "^\\w+\\.(png|jpg)$", "^https?://", "a*", "^[\\w.-]+$",
    )),
    {"type": "integer", "minimum": 5},
    {"type": "integer", "maximum": -5},
    {"type": "integer", "exclusiveMinimum": 7, "multipleOf": 5},
    {"type": "integer", "minimum": 3, "maximum": 3},
    {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.001},
    {"type": "number", "minimum": 0.1, "multipleOf": 0.25},
    {"type": "number", "exclusiveMaximum": 0},
    {"type": ["null", "integer"], "minimum": 2},
    {"type": "array"},
    {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"type": "integer"}},
    {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"enum": ["a", "b"]}},
    {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"type": "string"}},
    {"type": "array", "maxItems": 0, "items": {"type": "string"}},
    {"type": "array", "prefixItems": [{"type": "integer"}, {"const": "x"}], "items": False},
    {"type": "array", "contains": {"const": 5}, "items": {"type": "integer"}},
    {"type": "object", "required": ["a", "free"], "properties": {"a": {"type": "integer"}}},
    {"type": "object", "minProperties": 3, "additionalProperties": {"type": "boolean"}},
    {"type": "object", "patternProperties": {"^x-\\d$": {"type": "integer"}}, "additionalProperties": False},
    {"type": "object", "additionalProperties": False, "properties": {"a": {"type": "string"}}},
    {"properties": {"a": {"type": "string"}, "b": False}},
    {"allOf": [{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}},
               {"properties": {"a": {"minLength": 9}, "b": {"type": "null"}}, "required": ["b"]}]},
    {"type": "object", "required": ["k"],
     "oneOf": [{"properties": {"k": {"const": 1}}}, {"properties": {"k": {"const": 2}}}]},
    {"anyOf": [False, {"type": "integer"}]},
    {"type": "number", "allOf": [{"type": "integer"}, {"minimum": 4}]},
    {"type": "object", "properties": {"a": {"type": "string"}}, "dependentRequired": {"a": ["z"]}},
    {"type": "object", "properties": {"a": {}, "b": {}}, "maxProperties": 1},
    {"not": {"type": "string"}, "type": ["string", "integer"], "examples": [4]},
]  # fmt: skip


@pytest.mark.parametrize("schema", SCHEMAS, ids=repr)
def test_what_is_made_conforms(schema):
    instance = generate(schema)
    assert conforms(instance, schema), instance
    assert generate(schema) == instance


TREE = Document(
    {
        "components": {
            "schemas": {
                "Node": {
                    "type": "object",
                    "required": ["value", "next", "all"],
                    "properties": {
                        "value": {"type": "integer"},
                        "next": {"anyOf": [{"$ref": "#/components/schemas/Node"}, {"type": "null"}]},
                        "all": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
                    },
                },
                "Endless": {
                    "type": "object",
                    "required": ["e"],
                    "properties": {"e": {"$ref": "#/components/schemas/Endless"}},
                },
                "Wide": {
                    "type": "object",
                    "properties": {f"p{n}": {"$ref": "#/components/schemas/Wide"} for n in range(30)},
                },
                "Loop": {"$ref": "#/components/schemas/Loop"},
            }
        }
    }
)


@pytest.mark.parametrize("name", ["Node", "Wide"])
def test_schemas_that_hold_themselves_come_to_an_end(name):
    schema = {"$ref": f"#/components/schemas/{name}"}
    assert conforms(generate(schema, TREE), schema, TREE)


@pytest.mark.parametrize(
    "schema", [{"$ref": "#/components/schemas/Endless"}, False, {"allOf": [{"type": "string"}, {"type": "null"}]}]
)
def test_what_has_no_instance_does_not_hang(schema):
    generate(schema, TREE)


@pytest.mark.parametrize(
    "schema", [{"$ref": "#/components/schemas/Loop"}, {"$ref": "https://example.com/x"}, {"$ref": "#/no"}]
)
def test_references_that_lead_nowhere(schema):
    generate(schema, TREE)
    assert findings({}, {"$ref": "https://example.com/x"})


def test_a_million_items_are_not_made():
    assert len(generate({"type": "array", "minItems": 10**6, "items": {"type": "integer"}})) <= 1000


scalars = st.sampled_from(
    [{"type": "string"}, {"type": "integer", "minimum": 3}, {"type": "boolean"}, {"type": "null"}, {"enum": ["a", 1]}]
)
schemas = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.builds(lambda items, least: {"type": "array", "items": items, "minItems": least}, inner, st.integers(0, 3)),
        st.builds(
            lambda properties, extra: {
                "type": "object",
                "properties": properties,
                "required": [*list(properties)[:2], *extra],
            },
            st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
            st.lists(st.sampled_from("xyz"), unique=True, max_size=2),
        ),
        st.builds(lambda one, other: {"anyOf": [one, other]}, inner, inner),
        st.builds(lambda one: {"allOf": [one]}, inner),
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(schemas)
def test_whatever_is_described_is_made(schema):
    assert conforms(generate(schema), schema)


@pytest.mark.parametrize("pattern", ["^(a+)+$", "(", "x" * 600, "(a*)*b", "^(?=b)a$"])
@pytest.mark.timeout(30)
def test_patterns_that_are_odd_do_no_harm(pattern):
    assert isinstance(generate({"type": "object", "required": ["a"], "properties": {"a": {"pattern": pattern}}}), dict)
    matching(pattern)


@pytest.mark.parametrize(
    "pattern", ["^g-", "^[A-Za-z0-9_-]+$", "^\\S+@\\S+\\.\\S+$", "^(a|b){2,3}$", "^\\d{4}-\\d{2}$"]
)
def test_texts_that_match(pattern):
    assert re.search(pattern, matching(pattern))


def test_findings_say_where_and_what():
    schema = {"required": ["a"], "properties": {"b/c": {"type": "array", "items": {"type": "integer"}}}}
    found = findings({"b/c": [1, "x"]}, schema, location="query")
    assert sorted((item.pointer, item.detail, item.location) for item in found) == [
        ("/a", "a is required.", "query"),
        ("/b~1c/1", "Should be integer, not string.", "query"),
    ]


def test_what_is_no_schema_is_said():
    assert schema_finding({"type": "integer"}) == ""
    assert schema_finding({"properties": {"a": {"type": "int"}}}).startswith("/properties/a/type: ")


ODD = [None, True, -1, 1.5, 10**400, float("nan"), "x", "(", [], [None], [[]], {}, {"a": None}, {"$ref": "#"}]
KEYWORDS = [
    "type", "format", "pattern", "enum", "examples", "example", "default", "minLength", "maxLength", "minimum",
    "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "properties", "patternProperties",
    "additionalProperties", "required", "minProperties", "maxProperties", "items", "prefixItems", "contains",
    "minItems", "maxItems", "uniqueItems", "allOf", "anyOf", "oneOf", "contentMediaType",
]  # fmt: skip


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_a_keyword_of_the_wrong_type_stops_nothing(keyword):
    for value in ODD:
        for kind in ("string", "integer", "array", "object"):
            odd = {"type": kind, "properties": {"a": {keyword: value}}, "items": {keyword: value}, keyword: value}
            json.dumps(generate(odd))
            json.dumps(generate({"allOf": [{"type": kind, keyword: 1}, odd]}))


def test_a_text_is_of_bounded_length_whatever_the_schema_asks_for():
    assert len(generate({"type": "string", "minLength": 10**12})) == 100_000
