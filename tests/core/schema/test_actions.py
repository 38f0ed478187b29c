"""What buttons do: the text changes at the place of the button, and what can be kept is kept."""

from __future__ import annotations

import json

import pytest

from playground.core.errors import InvalidInput
from playground.core.schema.actions import ACTIONS, apply_action
from playground.core.schema.controls import controls
from playground.core.schema.instances import apply_edits
from playground.core.schema.validation import Validator
from tests.core.schema.conftest import request_bodies
from tests.core.schema.forms import posted

PART_TEXT = {
    "type": "object",
    "required": ["type", "text"],
    "properties": {"type": {"const": "text"}, "text": {"type": "string"}},
}
PART_IMAGE = {
    "type": "object",
    "required": ["type", "url"],
    "properties": {
        "type": {"const": "image"},
        "url": {"type": "string", "examples": ["https://e/x.png"]},
        "text": {"type": "string"},
    },
}
SCHEMA = {
    "type": "object",
    "properties": {
        "t": {"type": "number", "default": 0.7},
        "list": {"type": "array", "items": {"type": "integer", "minimum": 3}},
        "inner": {
            "type": "object",
            "properties": {"x": {"type": "object", "required": ["y"], "properties": {"y": {"enum": ["e"]}}}},
        },
        "meta": {"additionalProperties": {"type": "string", "default": "v"}},
        "content": {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"anyOf": [PART_TEXT, PART_IMAGE]}},
                {"type": "null"},
            ]
        },
        "part": {"oneOf": [PART_TEXT, PART_IMAGE]},
        "n": {"type": ["string", "integer", "boolean"]},
    },
}


def act(text, action, schema=SCHEMA):
    return apply_action(schema, {}, text, action)


@pytest.mark.parametrize(
    ("text", "action", "result"),
    [
        ("", "add:/t", '{"t": 0.7}'),
        ("{}", "add:/t", '{"t": 0.7}'),
        ('{"t": 1}', "add:/t", '{"t": 1}'),
        ('{"a":1}', "add:/inner", '{"a":1,"inner":{}}'),
        ('{"inner": {}}', "add:/inner/x", '{"inner": {"x": {"y": "e"}}}'),
        ("{}", "add:/inner/x", '{"inner": {"x": {"y": "e"}}}'),
        ('{\n  "inner": {}\n}', "add:/inner/x", '{\n  "inner": {\n    "x": {\n      "y": "e"\n    }\n  }\n}'),
        ('{"t": 1, "a": 2.0}', "remove:/t", '{"a": 2.0}'),
        ('{"content": "abc", "a": 1.0}', "clear:/content", '{"content": "", "a": 1.0}'),
        ('{"list": [1.0]}', "add-item:/list", '{"list": [1.0, 3]}'),
        ("{}", "add-item:/list", '{"list": [3]}'),
        ('{"list": null}', "add-item:/list", '{"list": [3]}'),
        ('{"meta": {"name": "a"}}', "add-row:/meta", '{"meta": {"name": "a", "name2": "v"}}'),
        ("{}", "add-row:/meta", '{"meta": {"name": "v"}}'),
        ('{"list": [1.0, 2]}', "duplicate:/list/0", '{"list": [1.0, 1.0, 2]}'),
        ('{"list": [1.0,  2]}', "up:/list/1", '{"list": [2,  1.0]}'),
        ('{"list": [1.0,  2]}', "down:/list/0", '{"list": [2,  1.0]}'),
        # another alternative, keeping what is common
        ('{"content": "hi"}', "switch:/content:1", '{"content": [{"type": "text", "text": "hi"}]}'),
        (
            '{"content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}',
            "switch:/content:0",
            '{"content": "a\\nb"}',
        ),
        ('{"content": "hi"}', "switch:/content:2", '{"content": null}'),
        ('{"content": null}', "switch:/content:0", '{"content": ""}'),
        ('{"content": "hi"}', "switch:/content:0", '{"content": "hi"}'),
        ("{}", "switch:/content:1", '{"content": []}'),
        (
            '{"part": {"type": "text", "text": "\\u0061", "mine": 1.0}}',
            "switch:/part:1",
            '{"part": {"type": "image", "text": "\\u0061", "mine": 1.0, "url": "https://e/x.png"}}',
        ),
        (
            '{"part": {"type": "image", "url": "u", "text": "t"}}',
            "switch:/part:0",
            '{"part": {"type": "text", "text": "t"}}',
        ),
        (
            '{"content": [{"type": "text", "text": "a"}]}',
            "switch:/content/0:1",
            '{"content": [{"type": "image", "text": "a", "url": "https://e/x.png"}]}',
        ),
        ('{"n": "12"}', "switch:/n:1", '{"n": 12}'),
        ('{"n": 12}', "switch:/n:0", '{"n": "12"}'),
        ('{"n": 12}', "switch:/n:2", '{"n": false}'),
    ],
)  # fmt: skip
def test_an_action(text, action, result):
    assert act(text, action) == result


def test_every_verb_has_a_test():
    assert set(ACTIONS) == {
        "add",
        "remove",
        "add-item",
        "add-part",
        "add-row",
        "clear",
        "duplicate",
        "up",
        "down",
        "switch",
    }


@pytest.mark.parametrize(
    "action",
    [
        "", "explode:/t", "add", "remove:", "remove:/gone", "duplicate:/t", "duplicate:/list/9", "up:/list/0", "up:/t",
        "down:/list/1", "down:/gone/1", "down:", "add-item:/t", "add-row:/list", "switch:/t:0", "switch:/n:9",
        "switch:/n:x", "switch:",
        "clear:", "clear:/t", "clear:/gone", "switch:/n:²",
        "add:no-slash", "add:/t/deeper", "add:" + "/a" * 500, "up:/list/-",
    ],
)  # fmt: skip
def test_an_action_that_does_not_apply_is_an_error(action):
    text = '{"t": 1, "list": [1, 2], "n": 1}'
    if action == "add":
        assert act(text, action) == text
    else:
        with pytest.raises(InvalidInput):
            act(text, action)


def test_from_an_empty_form_to_the_start_pages_request(document):
    """Everything by buttons and inputs, nothing by the text."""
    schema = next(body[2] for body in request_bodies() if body[0] == "/v1/chat/completions#create-structured-output")
    text = ""

    def fill(**edits):
        named = {name.replace("_", ":/", 1).replace("__", "/"): value for name, value in edits.items()}
        done = apply_edits(schema, document, text, text, posted(controls(schema, document, text)) | named)
        assert done.problems == ()
        return done.text

    def press(action):
        return apply_action(schema, document, text, action)

    text = fill(at_model="gpt-4o")
    for _ in range(2):
        text = press("add-item:/messages")
    for place, value in (("messages/0/role", "system"), ("messages/1/role", "user")):
        if f"at:/{place}" not in posted(controls(schema, document, text)):
            text = press(f"add:/{place}")
        text = fill(**{"at_" + place.replace("/", "__"): value})
    for place, value in (("messages/0/content", "Be brief."), ("messages/1/content", "8x + 7 = -23?")):
        if f"at:/{place}" not in posted(controls(schema, document, text)):
            text = press(f"add:/{place}")
        text = fill(**{"at_" + place.replace("/", "__"): value})
    text = press("add:/response_format")
    options = next(each for each in controls(schema, document, text).children if each.name == "response_format").options
    text = press(f"switch:/response_format:{next(each.index for each in options if 'chema' in each.label)}")
    inner = '{"type": "object", "properties": {"x": {"type": "number"}}, "required": ["x"]}'
    for name, value in (("name", "math"), ("schema", inner)):
        if f"at:/response_format/json_schema/{name}" not in posted(controls(schema, document, text)):
            text = press(f"add:/response_format/json_schema/{name}")
        text = fill(**{f"at_response_format__json_schema__{name}": value})
    made = json.loads(text)
    assert made["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "8x + 7 = -23?"},
    ]
    assert made["response_format"]["type"] == "json_schema"
    assert made["response_format"]["json_schema"]["schema"] == json.loads(inner)
    assert Validator(schema, document).problems(made) == ()
