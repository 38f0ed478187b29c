"""The JSON-Schema-Test-Suite of draft 2020-12: validation says the same, and every schema has a form."""

from __future__ import annotations

import json

import pytest

from playground.core.schema.control import LEAVES, leaves
from playground.core.schema.controls import controls
from playground.core.schema.examples import example
from playground.core.schema.instances import apply_edits, written
from playground.core.schema.pointers import look_up
from playground.core.schema.text import dumps
from playground.core.schema.validation import Validator
from tests.core.schema import suite
from tests.core.schema.forms import posted

#: Files whose tests ask for what is not done here on purpose.
NOT_MEANT = {
    "refRemote": "nothing is fetched",
    "vocabulary": "every schema is read by the vocabularies of 2020-12",
    "format": "there a format is a mere annotation; here it is checked",
    "optional/cross-draft": "nothing is fetched",
    "optional/ecmascript-regex": "patterns are Python's with JavaScript's digits, words and ends",
    "optional/format/ecmascript-regex": "the same",
    "optional/format/email": "an address with an @ is taken, as mail servers decide the rest",
    "optional/format/time": "leap seconds are taken at any time",
    "optional/format/date-time": "the same",
}


@pytest.fixture(scope="module")
def groups():
    found = suite.groups()
    assert len({name for name, _ in found}) > 60 and sum(len(group["tests"]) for _, group in found) > 1_500
    return found


def asks_for_another_document(problems, schema):
    return any(each.keyword == "$ref" for each in problems) and "http://localhost:1234/" in json.dumps(schema)


def test_valid_is_valid_and_invalid_is_invalid(groups):
    wrong = []
    for name, group in groups:
        schema = group["schema"]
        validator = Validator(schema, schema if isinstance(schema, dict) else {})
        for test in group["tests"]:
            problems = validator.problems(test["data"])
            assert all(each.message for each in problems)
            if (problems == ()) is not test["valid"] and not asks_for_another_document(problems, schema):
                wrong.append((name, group["description"], test["description"]))
    assert [each for each in wrong if each[0] not in NOT_MEANT] == []
    assert {name for name, *_ in wrong} <= set(NOT_MEANT)


def test_every_instance_goes_through_the_form_of_its_schema_unchanged(groups):
    for _, group in groups:
        schema = group["schema"]
        definitions = schema if isinstance(schema, dict) else {}
        for test in group["tests"]:
            text = dumps(test["data"], indent="  ")
            form = controls(schema, definitions, text)
            assert apply_edits(schema, definitions, text, text, posted(form)).text == text
            for leaf in leaves(form):
                assert leaf.kind in LEAVES
                if leaf.present:
                    assert json.loads(written(leaf, leaf.value)) == look_up(json.loads(text), leaf.pointer)


def test_every_schema_has_an_empty_form_and_an_example(groups):
    for _, group in groups:
        definitions = group["schema"] if isinstance(group["schema"], dict) else {}
        assert controls(group["schema"], definitions, "").pointer == ""
        dumps(example(group["schema"], definitions, complete=True))
