"""Controls: every kind from the schema and the text that ask for it, nothing hidden, everything bounded."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from playground.core.errors import InvalidInput
from playground.core.schema import controls as module
from playground.core.schema.control import KINDS, LEAVES, leaves
from playground.core.schema.controls import CONTROLS, controls
from playground.core.schema.files import File, file_text
from playground.core.schema.kinds import LONG
from playground.core.schema.resolution import Definitions
from tests.core.schema.forms import every
from tests.core.schema.json_texts import texts

LONG_TEXT = "x" * (LONG + 1)


def control(schema, text="", definitions=None, name=None):
    """The control of a schema, at the root or as the member ``name`` of an object."""
    if name is None:
        return controls(schema, definitions or {}, text)
    whole = controls({"type": "object", "properties": {name: schema}}, definitions or {}, f'{{"{name}": {text}}}')
    return whole.children[0]


def test_every_kind_has_its_function():
    assert set(CONTROLS) == set(KINDS) and set(KINDS) >= LEAVES


@pytest.mark.parametrize(
    ("schema", "text", "kind", "value"),
    [
        ({"type": "string"}, '"a"', "text", "a"),
        ({"type": "string"}, r'"\u0061\"b"', "text", 'a"b'),
        ({"type": "string"}, r'"a\nb"', "textarea", "a\nb"),
        ({"type": "string"}, f'"{LONG_TEXT}"', "textarea", LONG_TEXT),
        ({"type": "string"}, r'"\u0000"', "json", r'"\u0000"'),
        ({"type": "string"}, r'"\ud800"', "json", r'"\ud800"'),
        ({"type": "string"}, r'"a\rb"', "json", r'"a\rb"'),
        ({"type": "string"}, r'"a\r\nb\n"', "json", r'"a\r\nb\n"'),
        ({"type": "string"}, r'"a\r\nb"', "textarea", "a\r\nb"),
        ({"type": "string", "format": "password"}, '"a"', "secret", "a"),
        ({"type": "string", "format": "binary"}, '"a"', "file", "a"),
        ({"type": "string", "format": "byte"}, '"YQ=="', "file", "YQ=="),
        ({"type": "string", "contentEncoding": "base64"}, '"YQ=="', "file", "YQ=="),
        ({"minLength": 1}, '"a"', "text", "a"),
        ({"type": "number"}, "1.0", "number", "1.0"),
        ({"type": "number"}, "-1e400", "number", "-1e400"),
        ({"type": "integer"}, str(2**70), "integer", str(2**70)),
        ({"type": "integer"}, "1.0", "integer", "1.0"),
        ({"type": "integer"}, "1.5", "integer", "1.5"),
        ({"type": "integer"}, "{{ n }}", "integer", "{{ n }}"),
        ({"type": "boolean"}, "{{ b }}", "json", "{{ b }}"),
        ({"minimum": 1}, "2", "number", "2"),
        ({"type": "boolean"}, "true", "boolean", "true"),
        ({"type": "null"}, "null", "null", ""),
        ({"enum": ["a", "b"]}, '"b"', "enum", "b"),
        ({"enum": ["1", 1]}, "1", "enum", "1"),
        ({"enum": ["1", 1]}, '"1"', "enum", '"1"'),
        ({"const": "a"}, '"a"', "const", "a"),
        ({"const": 1}, "1.0", "const", "1.0"),
        ({"const": "a"}, '"b"', "json", '"b"'),
        ({"type": "array", "items": {}}, "[]", "array", ""),
        ({"type": "array"}, "[1, 2]", "json", "[1, 2]"),
        ({"prefixItems": [{}]}, "[]", "array", ""),
        ({"type": "object", "properties": {"a": {}}}, "{}", "object", ""),
        ({"type": "object"}, '{"a":  1}', "json", '{"a":  1}'),
        ({"additionalProperties": {"type": "string"}}, "{}", "map", ""),
        ({"patternProperties": {"^x": {}}}, "{}", "map", ""),
        ({"type": ["string", "integer"]}, "1", "switch", ""),
        ({"type": ["number", "integer"]}, "1", "number", "1"),
        ({"type": "string", "nullable": True}, "null", "switch", ""),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, "[]", "switch", ""),
        ({"oneOf": [{"type": "string"}]}, '"a"', "text", "a"),
        ({"anyOf": [{"type": "string"}, {"enum": ["a", "b"]}]}, '"c"', "text", "c"),
        ({"anyOf": [{"enum": ["a"]}, {"const": "b"}]}, '"b"', "enum", "b"),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {}}}, "{}", "object", ""),
        ({}, '{"a": 1}', "json", '{"a": 1}'),
        (True, "1", "json", "1"),
        (False, "1", "json", "1"),
        ({"type": "string"}, "[1]", "json", "[1]"),
        ({"type": "number"}, '"{{x}}"', "json", '"{{x}}"'),
        ({"type": "array", "items": {}}, "{}", "json", "{}"),
        ({"type": "sting"}, "1", "json", "1"),
    ],
)
def test_the_kind_fits_the_schema_and_the_text(schema, text, kind, value):
    made = control(schema, text)
    assert (made.kind, made.value) == (kind, value)


@pytest.mark.parametrize("name", ["content", "prompt", "negative_prompt", "system", "description", "instructions"])
def test_prose_has_room(name):
    assert control({"type": "string"}, '"a"', name=name).kind == "textarea"
    assert control({"type": "string", "maxLength": 20}, '"a"', name=name).kind == "text"
    assert control({"type": "string", "format": "uri"}, '"a"', name=name).kind == "text"


def test_only_what_is_there_and_what_is_required_is_open():
    schema = {
        "type": "object",
        "required": ["b", "undescribed"],
        "properties": {"a": {"type": "string", "description": "An a."}, "b": {"type": "integer"}, "c": {}},
    }
    made = control(schema, '{"x": "unknown", "c": 1}')
    assert [(each.name, each.present, each.known, each.required) for each in made.children] == [
        ("b", False, True, True),
        ("c", True, True, False),
        ("undescribed", False, False, True),
        ("x", True, False, False),
    ]
    assert [(each.action, each.name, each.description, each.type_label) for each in made.addable] == [
        ("add:/a", "a", "An a.", "string")
    ]
    assert [each.removable for each in made.children] == [False, True, False, True]
    assert [each.renamable for each in made.children] == [False, False, False, True]


def test_members_keep_their_place_while_they_are_filled():
    schema = {"required": ["a", "b"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    orders = [
        [each.name for each in control(schema, text).children] for text in ("", "{}", '{"b": "1"}', '{"b":"","a":""}')
    ]
    assert orders == [["a", "b"]] * 4


def test_an_array_says_where_each_item_stands():
    made = control({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}, '["a", 1, 2]')
    assert [(each.pointer, each.kind) for each in made.children] == [
        ("/0", "text"),
        ("/1", "integer"),
        ("/2", "integer"),
    ]
    assert [(each.can_move_up, each.can_move_down) for each in made.children] == [
        (False, True),
        (True, True),
        (True, False),
    ]
    assert made.item.action == "add-item:" and made.item.type_label == "integer"


def test_a_map_has_rows_that_can_be_renamed():
    made = control(
        {"additionalProperties": {"type": "integer"}, "patternProperties": {"^s": {"type": "string"}}},
        '{"a": 1, "s": "x"}',
    )
    assert [(each.name, each.kind, each.renamable) for each in made.children] == [
        ("a", "integer", True),
        ("s", "text", True),
    ]
    assert made.item.action == "add-row:" and made.open
    assert control({"properties": {"a": {}}, "additionalProperties": False}, "{}").item is None


def test_a_switch_tells_its_options_and_the_one_that_fits():
    union = {
        "oneOf": [
            {"title": "Plain", "type": "string"},
            {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"const": "image"}, "url": {"type": "string"}},
            },
            {"$ref": "#/components/schemas/Audio"},
        ]
    }
    definitions = {
        "components": {"schemas": {"Audio": {"type": "object", "required": ["data"], "properties": {"data": {}}}}}
    }
    for text, chosen in (('"a"', "Plain"), ('{"type": "image"}', "image"), ('{"data": 1}', "Audio"), ("", "Plain")):
        made = control(union, text, definitions)
        assert [option.label for option in made.options] == ["Plain", "image", "Audio"]
        assert made.chosen.label == chosen
        assert made.children[0].pointer == made.pointer


def test_a_discriminator_decides():
    kind = {"properties": {"kind": {"type": "string"}}}
    definitions = {"components": {"schemas": {"Cat": kind, "Dog": kind, "Bird": kind}}}
    references = [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog", "Bird")]
    rule = {"propertyName": "kind", "mapping": {"woof": "#/components/schemas/Dog"}}
    union = {"oneOf": references, "discriminator": rule}
    assert control(union, '{"kind": "woof"}', definitions).chosen.label == "Dog"
    assert control(union, '{"kind": "Bird"}', definitions).chosen.label == "Bird"


def test_alternatives_of_alternatives_are_one_question():
    union = {"anyOf": [{"anyOf": [{"type": "string"}, {"type": "integer"}]}, {"type": ["boolean", "null"]}]}
    assert [option.label for option in control(union, "true").options] == ["string", "integer", "boolean", "null"]
    assert control(union, "true").chosen.label == "boolean"


def test_all_of_is_merged():
    definitions = {
        "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "minLength": 1}}}
    }
    schema = {
        "allOf": [
            {"$ref": "#/Base"},
            {"properties": {"id": {"maxLength": 5, "minLength": 2}, "n": {"type": "integer"}}},
        ],
        "description": "Both",
    }
    made = control(schema, '{"n": 1}', definitions)
    assert made.description == "Both" and [each.name for each in made.children] == ["id", "n"]
    assert made.children[0].kind == "text"
    assert dict(made.children[0].constraints) == {"minLength": "2", "maxLength": "5"}


def test_what_is_said_of_a_place():
    schema = {
        "type": "number",
        "title": "T",
        "description": "中",
        "x-description-en": "E",
        "minimum": 0,
        "maximum": 2,
        "default": 1,
        "examples": [0.7],
        "deprecated": True,
        "readOnly": True,
        "writeOnly": True,
        "x-enum-hint": [0.5],
    }
    made = control(schema, "1")
    assert (made.title, made.description, made.bounds, made.default) == ("T", "E", (0.0, 2.0), "1")
    assert made.deprecated and made.read_only and made.write_only
    assert (made.examples, made.hints) == (("0.7",), ("0.5", "0.7"))
    assert made.constraints == (("minimum", "0"), ("maximum", "2"))
    assert controls(schema, {}, "1", "zh").description == "中"


def test_a_value_that_is_not_listed_is_one_more_choice():
    made = control({"enum": ["a", "b"], "nullable": True}, '"c"')
    assert [(choice.value, choice.known) for choice in made.choices] == [
        ('"a"', True), ('"b"', True), ("null", True), ('"c"', False),
    ]  # fmt: skip
    assert [choice.json for choice in control({"enum": [1, 2]}, "1.0").choices] == ["1.0", "2"]
    assert control({"enum": [1, 2]}, "1.0").value == "1.0"


@pytest.mark.parametrize(
    ("schema", "label"),
    [
        ({"type": "array", "items": {"type": "object", "properties": {"a": {}, "b": {}}}}, "array [object {2}]"),
        ({"type": "string"}, "string"),
        ({"type": "string", "format": "uri"}, "string<uri>"),
        ({"enum": ["a"]}, "enum<string>"),
        ({"const": 1}, "const<number>"),
        (
            {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            "any of: string | array [string]",
        ),
        ({"oneOf": [{"type": "string"}, {"type": "null"}]}, "one of: string | null"),
        ({"type": ["string", "null"]}, "string | null"),
        ({"type": "string", "nullable": True}, "string | null"),
        ({"additionalProperties": {"type": "integer"}}, "map [integer]"),
        ({"type": "object"}, "object"),
        ({}, "any"),
        ({"type": "array", "items": {"$ref": "#"}}, "array [array [array […]]]"),
    ],
)
def test_type_labels(schema, label):
    assert control(schema).type_label == label


@pytest.mark.parametrize(
    ("schema", "upload", "text"),
    [
        ({"type": "string", "format": "binary"}, "part", None),
        ({"type": "string", "format": "byte"}, "base64", "AP8="),
        ({"type": "string", "contentEncoding": "base64"}, "base64", "AP8="),
        ({"type": "string", "description": "图片链接，或 data:image/…"}, "data-url", "data:image/png;base64,AP8="),
        ({"type": "string", "x-description-en": "Base64 audio"}, "base64", "AP8="),
        ({"type": "string", "description": "plain"}, "", None),
        ({"type": "object", "description": "base64"}, "", None),
    ],
)
def test_a_file_becomes_what_the_schema_says(schema, upload, text):
    made = control(schema)
    assert made.upload == upload
    if text is None:
        with pytest.raises(InvalidInput):
            file_text(made.upload, File(b"\x00\xff", "image/png"))
    else:
        assert file_text(made.upload, File(b"\x00\xff", "image/png")) == text


# --- Bounds -----------------------------------------------------------------------------------------------------------

CYCLES = [
    {"$ref": "#"},
    {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
    {"allOf": [{"$ref": "#"}], "type": "object", "properties": {"a": {"$ref": "#"}}},
    {"type": "object", "required": ["a", "b"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}},
    {"type": "array", "minItems": 1, "items": {"$ref": "#"}},
    {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
    {"oneOf": [{"oneOf": [{"$ref": "#"}, {"$ref": "#"}]}, {"$ref": "#"}]},
]


@pytest.mark.parametrize("schema", CYCLES)
@pytest.mark.parametrize("text", ["", "{}", '{"a": {"a": {"a": 1}}}', "[[[1]]]", "null", "[" * 200 + "]" * 200])
def test_cycles_are_opened_as_far_as_the_text_goes(schema, text):
    assert sum(1 for _ in every(control(schema, text))) < 200


def test_a_big_container_is_a_text():
    numbers = {"type": "array", "items": {"type": "integer"}}
    assert control(numbers, json.dumps([1] * module.MAX_CHILDREN)).kind == "array"
    assert control(numbers, json.dumps([1] * (module.MAX_CHILDREN + 1))).kind == "json"
    table = {"type": "array", "items": numbers}
    assert sum(1 for _ in every(control(table, json.dumps([[1] * 100] * 100)))) < module.MAX_CONTROLS + 300


@given(texts)
def test_whatever_the_text_is_every_scalar_can_be_reached(text):
    value = json.loads(text)
    for schema in ({}, {"type": "object", "properties": {"a": {"type": "string"}}}, {"items": {"type": "number"}}):
        assert all(leaf.kind in LEAVES for leaf in leaves(control(schema, text)))
        if value not in ({}, [], None):
            assert list(leaves(control(schema, text)))


def test_definitions_that_are_kept_do_not_grow():
    definitions = Definitions(
        {"A": {"type": "object", "properties": {"a": {"$ref": "#/A"}, "l": {"items": {}}, "f": True}}}
    )
    schema = {"$ref": "#/A"}
    text = '{"a": {"l": [1, {}], "x": {}, "f": 1}, "y": 1}'
    sizes = set()
    for _ in range(5):
        controls(schema, definitions, text)
        sizes.add(len(definitions._known))
    assert len(sizes) == 1
