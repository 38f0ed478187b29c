"""What is expected of an answer, compared."""

import pytest

from playground.core.assertions import Answered, Assertion, check, evaluate
from playground.core.errors import InvalidInput
from playground.core.fields import Fields
from playground.core.viewers.json_document import JsonDocument

BODY = '{"id": "a1", "n": 1.50, "ok": true, "tags": ["x", "y"], "data": [{"n": 1}, {"n": 2}], "none": null}'
ANSWERED = Answered(201, 120.0, Fields([("X-A", "one"), ("x-a", "two")]), JsonDocument(BODY))
SCHEMA = '{"type": "array", "items": {"$ref": "#/$defs/n"}, "$defs": {"n": {"required": ["n"]}}}'


@pytest.mark.parametrize(
    ("part", "place", "comparison", "expected", "holds"),
    [
        ("status", "", "equals", "201", True),
        ("status", "", "equals", "2xx", True),
        ("status", "", "equals", "3xx", False),
        ("status", "", "less", "300", True),
        ("status", "", "not_equals", "200", True),
        ("time", "", "less", "1000", True),
        ("time", "", "less", "100", False),
        ("header", "X-a", "equals", "two", True),
        ("header", "x-b", "exists", "", False),
        ("header", "x-b", "not_equals", "1", False),
        ("header", "x-a", "matches", "^o.e$", True),
        ("jsonpath", "$.id", "equals", "a1", True),
        ("jsonpath", "$.n", "equals", "1.5", True),
        ("jsonpath", "$.ok", "equals", "true", True),
        ("jsonpath", "$.ok", "equals", "1", False),
        ("jsonpath", "$.none", "equals", "null", True),
        ("jsonpath", "$.none", "exists", "", True),
        ("jsonpath", "$.tags", "contains", "y", True),
        ("jsonpath", "$.tags", "equals", '["x","y"]', True),
        ("jsonpath", "$.id", "contains", "1", True),
        ("jsonpath", "$.id", "greater", "0", False),
        ("jsonpath", "$.data[*].n", "equals", "2", True),
        ("jsonpath", "$.data", "schema", SCHEMA, True),
        ("jsonpath", "$.tags", "schema", '{"items": {"type": "integer"}}', False),
        ("jsonpath", "$.nothing", "exists", "", False),
    ],
)
def test_comparisons(part, place, comparison, expected, holds):
    assertion = Assertion(part, comparison, expected, place)
    check(assertion)
    assert evaluate(assertion, ANSWERED).holds is holds


def test_what_stands_there_is_told():
    assert evaluate(Assertion("jsonpath", "equals", "b", "$.id"), ANSWERED).actual == "a1"
    assert evaluate(Assertion("jsonpath", "equals", "b", "$.x"), ANSWERED).actual == ""


@pytest.mark.parametrize(
    "assertion",
    [
        Assertion("body", "equals"),
        Assertion("status", "is"),
        Assertion("status", "less", "many"),
        Assertion("header", "exists"),
        Assertion("header", "matches", "(", "a"),
        Assertion("jsonpath", "exists", "", "data"),
        Assertion("jsonpath", "schema", "{", "$"),
        Assertion("jsonpath", "schema", '{"type": 1}', "$"),
        Assertion("jsonpath", "equals", "x" * 20_001, "$"),
    ],
)
def test_what_can_never_be_asked_is_refused(assertion):
    with pytest.raises(InvalidInput):
        check(assertion)


def test_an_expression_that_does_not_end_does_not_hold():
    answered = Answered(200, 1, Fields([]), JsonDocument('"' + "a" * 5000 + '"'))
    assert not evaluate(Assertion("jsonpath", "matches", "(a|aa)+(a|aa)+$b", "$"), answered).holds
