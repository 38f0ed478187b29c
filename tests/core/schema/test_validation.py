"""Validation: the right places, one sentence each, bounded whatever the schema and the instance are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.schema import validation
from playground.core.schema.controls import controls
from playground.core.schema.keywords import KEYWORDS
from playground.core.schema.problems import MESSAGES, problem
from playground.core.schema.text import JsonText, dumps
from playground.core.schema.validation import Validator, embedded_problems, schema_problems, validate
from tests.core.schema.conftest import request_bodies


def said(schema, instance, definitions=None, **more):
    """``(pointer, message)`` of each problem."""
    return [(each.pointer, each.message) for each in Validator(schema, definitions or {}, **more).problems(instance)]


A_STRING = {"type": "string"}
SENTENCES = [
    ({"type": "integer"}, "a", "", "Should be integer, not string."),
    ({"type": ["string", "null"]}, 1, "", "Should be string or null, not number."),
    ({"properties": {"a": {"enum": ["x", 1, None]}}}, {"a": "y"}, "/a", "Should be one of: x, 1, null."),
    ({"const": {"a": 1}}, 2, "", 'Should be {"a": 1}.'),
    ({"minimum": 1}, 0, "", "Should be 1 or more."),
    ({"maximum": 1.5}, 2, "", "Should be 1.5 or less."),
    ({"exclusiveMinimum": 0}, 0, "", "Should be more than 0."),
    ({"exclusiveMaximum": 0}, 0, "", "Should be less than 0."),
    ({"multipleOf": 2}, 3, "", "Should be a multiple of 2."),
    ({"minLength": 2}, "é", "", "Too short: 1 of at least 2 characters."),
    ({"maxLength": 1}, "ab", "", "Too long: 2 of at most 1 characters."),
    ({"pattern": "^a+$"}, "b", "", "Should match the pattern ^a+$."),
    ({"format": "date"}, "soon", "", "Should have the format date."),
    ({"format": "int32"}, 2**31, "", "Should have the format int32."),
    ({"minItems": 1}, [], "", "Too few items: 0 of at least 1."),
    ({"maxItems": 1}, [1, 2], "", "Too many items: 2 of at most 1."),
    ({"uniqueItems": True}, [{"a": 1}, {"a": 1.0}], "/1", "The same as item 0; the items should differ."),
    ({"contains": A_STRING}, [1], "", "None of the items is as one of them should be."),
    (
        {"contains": A_STRING, "minContains": 2},
        ["a"],
        "",
        "Fewer than 2 of the items are as they should be.",
    ),
    (
        {"contains": A_STRING, "maxContains": 1},
        ["a", "b"],
        "",
        "More than 1 of the items are as only so many may be.",
    ),
    ({"minProperties": 1}, {}, "", "Too few properties: 0 of at least 1."),
    ({"maxProperties": 0}, {"a": 1}, "", "Too many properties: 1 of at most 0."),
    ({"required": ["a/b"]}, {}, "/a~1b", "a/b is required."),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "/b", "b is required where a is given."),
    ({"dependencies": {"a": ["b"]}}, {"a": 1}, "/b", "b is required where a is given."),
    ({"additionalProperties": False}, {"x": 1}, "/x", "x is not a property that is described here."),
    ({"unevaluatedProperties": False}, {"x": 1}, "/x", "x is not a property that is described here."),
    ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, "/ab", "ab is not allowed as a name here."),
    ({"prefixItems": [{}], "unevaluatedItems": False}, [1, 2], "", "There are more items than are described here."),
    ({"not": A_STRING}, "a", "", "Is what is ruled out here."),
    (
        {"oneOf": [A_STRING, {"minLength": 1}]},
        "a",
        "",
        "Fits more than one of the alternatives; it should fit exactly one.",
    ),
    ({"properties": {"a": False}}, {"a": 1}, "/a", "Nothing is allowed here."),
    ({"if": A_STRING, "then": {"minLength": 3}}, "a", "", "Too short: 1 of at least 3 characters."),
    (
        {"$ref": "#/nowhere"},
        1,
        "",
        "The description refers to #/nowhere, which it does not hold; this part was not checked.",
    ),
]


@pytest.mark.parametrize(("schema", "instance", "pointer", "message"), SENTENCES)
def test_each_keyword_has_its_sentence(schema, instance, pointer, message):
    assert said(schema, instance) == [(pointer, message)]


def test_no_sentence_is_without_a_test():
    tested = {validate(schema, {}, instance)[0].keyword for schema, instance, *_ in SENTENCES}
    typed = {"json", "json-limit", "number-text", "choice", "no-place", "no-name", "same-name"}
    answers = {"status", "method", "no-responses", "no-description", "media-type", "no-media-type", "no-content"}
    answers |= {
        "not-json",
        "cut",
        "too-large",
        "frames",
        "no-body",
        "body-media-type",
    }  # tests/core/test_response_validation.py
    assert tested | typed | answers | {"depth", "work"} == set(MESSAGES)


def test_a_sentence_can_be_said_in_another_language():
    (each,) = validate({"type": "integer"}, {}, "a")
    assert each.template == MESSAGES["type"] and dict(each.parameters) == {"expected": "integer", "actual": "string"}
    assert each.message == each.template % each.parameters


def test_1_0_is_an_integer_and_true_is_not_1():
    assert said({"type": "integer"}, 1.0) == said({"const": 1}, 1.0) == said({"enum": [1]}, 1.0) == []
    assert said({"type": "integer"}, True) and said({"const": 1}, True) and said({"enum": [0]}, False)
    assert said({"type": "number", "multipleOf": 0.5, "minimum": 5}, float("inf")) == []


def test_openapi_3_0_is_read():
    schema = {"type": "number", "nullable": True, "minimum": 0, "exclusiveMinimum": True, "enum": [0, 1]}
    assert said(schema, None) == said(schema, 1) == []
    assert said(schema, 0) == [("", "Should be more than 0.")]
    assert said({"items": [{"type": "string"}]}, [1]) == [("/0", "Should be string, not number.")]


CHAT = {
    "components": {
        "schemas": {"Name": {"type": "string", "maxLength": 3}, "Loop": {"$ref": "#/components/schemas/Loop"}}
    }
}


def test_references_are_looked_up_in_the_document():
    schema = {"properties": {"name": {"$ref": "#/components/schemas/Name"}}}
    assert said(schema, {"name": "abcd"}, CHAT) == [("/name", "Too long: 4 of at most 3 characters.")]


def test_a_keyword_in_the_document_is_no_condition():
    assert said({"type": "string"}, "a", {"type": "object", "required": ["x"], "openapi": "3.1.0"}) == []


PART = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "required": ["type", "text"], "properties": {"type": {"const": "text"}, "text": A_STRING}},
        {"type": "object", "required": ["type", "url"], "properties": {"type": {"const": "image"}, "url": A_STRING}},
        {"type": "null"},
    ]
}


@pytest.mark.parametrize(
    ("instance", "problems"),
    [
        (1, [("", "Should be string, object or null, not number.")]),
        ({"type": "image"}, [("/url", "url is required.")]),
        ({"type": "text", "text": 5}, [("/text", "Should be string, not number.")]),
        ({"type": "video"}, [("/type", "Should be one of: text, image.")]),
    ],
)
@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_of_alternatives_the_one_that_was_meant_is_told(keyword, instance, problems):
    assert said({keyword: PART["anyOf"]}, instance) == problems
    assert said({"items": {keyword: PART["anyOf"]}}, [instance]) == [("/0" + place, text) for place, text in problems]


def test_what_does_not_travel_is_not_required():
    schema = {"required": ["id", "key"], "properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}}}
    assert said(schema, {}, direction="request") == [("/key", "key is required.")]
    assert said(schema, {}, direction="response") == [("/id", "id is required.")]
    assert len(said(schema, {})) == 2


def test_extra_properties_are_refused_by_a_switch():
    inner = {"properties": {"a": {"properties": {"b": {}}}}}
    assert said(inner, {"a": {"x": 1}, "y": 1}) == []
    assert [place for place, _ in said(inner, {"a": {"x": 1}, "y": 1}, closed=True)] == ["/a/x", "/y"]
    composed = {"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}
    assert said(composed, {"a": 1, "b": 2}, closed=True) == []
    assert said({"properties": {"a": {}}, "additionalProperties": True}, {"b": 2}, closed=True) == []


# --- Bounds -----------------------------------------------------------------------------------------------------------


def nested(depth, leaf=None):
    for _ in range(depth):
        leaf = {"a": leaf}
    return leaf


def test_a_cycle_without_end_is_a_sentence():
    assert said({"$ref": "#/components/schemas/Loop"}, 1, CHAT) == [("", problem("", "depth").message)]
    assert said({"allOf": [{"$ref": "#"}]}, 1) == [("", problem("", "depth").message)]


def test_a_recursive_schema_is_followed_as_deep_as_the_instance():
    schema = {"type": "object", "properties": {"a": {"$ref": "#"}}}
    assert said(schema, nested(30, {})) == []
    assert said(schema, nested(30, 1)) == [("/a" * 30, "Should be object, not number.")]
    assert {each.keyword for each in validate(schema, {}, nested(5_000, {}))} <= {"depth"}


def test_alternatives_inside_alternatives_have_an_end():
    branch = {"properties": {"a": {"$ref": "#"}}, "required": ["x"]}
    assert said({"anyOf": [branch, dict(branch), dict(branch)]}, nested(40, {})) == [("", problem("", "work").message)]


def test_a_pattern_that_does_not_end_is_left_alone():
    endless, text = "^(a|a)*$", "a" * 40 + "!"
    assert said({"pattern": endless}, text) == []
    # A thousand of them may use up the time for the whole check, which is then said.
    assert said({"items": {"pattern": endless}}, [text] * 1_000) in ([], [("", MESSAGES["work"])])
    by_name = {"patternProperties": {endless: A_STRING}, "additionalProperties": False, "unevaluatedProperties": False}
    assert said(by_name, {text: 1}) == [("/" + text, "Should be string, not number.")]


@pytest.mark.parametrize("pattern", ["x{999999999}", "((a{99}){99}){99}", "(" * 3_000, "[", "a" * 10_000, "x{2,1}"])
def test_a_pattern_that_cannot_be_used_says_nothing(pattern):
    schema = {"pattern": pattern, "patternProperties": {pattern: False}, "properties": {"a": {}}}
    assert said({"pattern": pattern}, "x") == []
    assert controls(schema | {"type": "object"}, {}, '{"a": 1, "b": 2}').children


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"^\d$", "٣", False), (r"^[\d]$", "٣", False), (r"^\w$", "é", False), ("^a$", "a\n", False),
        (r"^\p{Letter}+$", "é", True), (r"^\S$", "é", True), (r"^[^\d]$", "x", True), (r"\$", "$", True),
        ("[$]", "$", True),
    ],
)  # fmt: skip
def test_patterns_mean_what_javascript_means(pattern, text, found):
    assert (said({"pattern": pattern}, text) == []) is found


def test_many_items_are_compared_in_one_pass():
    items = [{"n": index} for index in range(20_000)]
    assert said({"uniqueItems": True}, items) == []
    assert said({"uniqueItems": True}, [*items, {"n": 7.0}])[0][0] == "/20000"


def test_problems_are_bounded_in_number_and_length():
    problems = validate({"items": {"const": "y"}}, {}, ["x" * 10_000] * 10_000)
    assert len(problems) == validation.MAX_PROBLEMS
    assert all(len(str(each)) < 500 for each in problems)


def test_nothing_is_ever_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the network was asked"))
    for reference in ("http://127.0.0.1:9/schema.json", "file:///etc/passwd", "other.json", "#nowhere"):
        assert validate({"$ref": reference}, {}, 1)[0].keyword == "$ref"


NONSENSE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2)
)
INSTANCES = st.recursive(NONSENSE | st.floats(), lambda below: st.dictionaries(st.text(max_size=2), below, max_size=3))


@given(st.dictionaries(st.sampled_from([*KEYWORDS, "nullable"]), NONSENSE | st.just({}), max_size=4), INSTANCES)
def test_a_broken_schema_is_never_an_exception(schema, instance):
    for each in Validator(schema, {}, direction="request", closed=True).problems(instance):
        assert each.message


def test_a_schema_is_checked_as_one():
    assert schema_problems({"type": "object", "properties": {"a": {"type": ["string", "null"]}}}) == ()
    assert [each.pointer for each in schema_problems({"type": "objct", "required": "a"})] == ["/type", "/required"]
    assert schema_problems([])[0].keyword == "type"


def test_schemas_inside_a_body_are_checked_too(document):
    schema = next(body[2] for body in request_bodies() if body[0] == "/v1/chat/completions#function-calling")
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "objct", "properties": {"a": 1}}}}
    form = controls(schema, document, dumps({"tools": [tool]}))
    assert {each.pointer for each in embedded_problems(form)} == {
        "/tools/0/function/parameters/type",
        "/tools/0/function/parameters/properties/a",
    }
    tool["function"]["parameters"] = {"type": "object", "properties": {}}
    assert embedded_problems(controls(schema, document, dumps({"tools": [tool]}))) == ()


def test_of_a_variable_nothing_is_said():
    validator = Validator({"properties": {name: {"type": "integer", "format": "int32"} for name in "abc"}}, {})
    document = JsonText('{"a": {{n}}, "b": "{{ n }}", "c": "{n}"}')
    assert [each.pointer for each in validator.problems_in(document)] == ["/c"]


# --- The catalog ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "examples"),
    [pytest.param(schema, examples, id=path) for path, media, schema, examples in request_bodies() if "json" in media],
)
def test_every_example_of_the_catalog_is_valid(schema, examples, document):
    validator = Validator(schema, document, direction="request")
    assert {name: validator.problems(value) for name, value in examples.items()} == dict.fromkeys(examples, ())
