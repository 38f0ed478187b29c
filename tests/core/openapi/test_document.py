import json

import pytest

from playground.core.errors import InvalidDocument
from playground.core.openapi import document as documents
from playground.core.openapi.document import Document, load


def described(**fields):
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, **fields}


@pytest.mark.parametrize(
    "text", [json.dumps(described()), "openapi: 3.1.0\ninfo: {title: T}\n", "\ufeffopenapi: 3.1.0"]
)
def test_json_and_yaml_are_read(text):
    assert load(text).data["openapi"] == "3.1.0"
    assert load(text.encode()).data["openapi"] == "3.1.0"


def test_yaml_scalars_are_those_of_json():
    data = load(
        "openapi: 3.1.0\n"
        "values: [2025-03-01, no, yes, on, 010, 1:30, 1e3, .5, 1.0, null, ~, true, 0x10, 2022-08-31T00:00:00Z]\n"
        "paths: {200: {y: n}}\n"
    ).data
    assert data["values"] == [
        "2025-03-01", "no", "yes", "on", 10, "1:30", 1000.0, 0.5, 1.0, None, None, True, "0x10", "2022-08-31T00:00:00Z",
    ]  # fmt: skip
    assert data["paths"] == {"200": {"y": "n"}}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [1", "not valid YAML, line"),
        ('{"openapi": "3.1.0"', "not valid JSON"),
        ("[]", "is an object"),
        ("", "is an object"),
        ("paths: {}", "openapi is missing"),
        ("openapi: 4.0.0", "OpenAPI 4.0.0 is not known"),
        ('swagger: "2.0"', "Swagger 2.0"),
        (b"\xff\xfe", "not UTF-8"),
        ("!!python/object/apply:os.system [ls]", "not valid YAML"),
        ("openapi: 3.1.0\na: &a [*a]", "recursive node"),
        ("[" * 100_000, "nested too deep"),
        ('{"openapi": "3.1.0", "info": {"title": "\\ud83d"}}', "half of a character"),
        ('{"openapi":"3.1.0","a":' + "[" * 5000 + "]" * 5000 + "}", "nested too deep"),
    ],
)
def test_what_cannot_be_read_says_why(text, sentence):
    with pytest.raises(InvalidDocument) as caught:
        load(text)
    assert sentence in caught.value.message


def test_an_escaped_pair_is_one_character():
    assert load('{"openapi": "3.1.0", "info": {"title": "\\ud83d\\ude00"}}').title == "😀"


def test_aliases_that_explode_are_refused():
    lines = ["openapi: 3.1.0", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    with pytest.raises(InvalidDocument, match="holds more than"):
        load("\n".join(lines))


SCHEMAS = {
    "Node": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}},
    "Alias": {"$ref": "#/components/schemas/Node", "description": "outer"},
    "Far": {"$ref": "#/components/schemas/Alias", "x-note": "far"},
    "a/b~c d": {"type": "integer"},
    "Loop": {"$ref": "#/components/schemas/Pool"},
    "Pool": {"$ref": "#/components/schemas/Loop"},
}
DOCUMENT = Document(described(components={"schemas": SCHEMAS}))


def test_a_reference_is_followed_to_its_end_and_what_stands_beside_wins():
    resolved = DOCUMENT.resolve({"$ref": "#/components/schemas/Far", "description": "mine"})
    assert resolved == {**SCHEMAS["Node"], "description": "mine", "x-note": "far"}
    assert DOCUMENT.resolve({"$ref": "#/components/schemas/Far"})["description"] == "outer"
    assert DOCUMENT.resolve(resolved["properties"]["next"]) is SCHEMAS["Node"]


def test_escaped_pointers():
    assert DOCUMENT.look_up("#/components/schemas/a~1b~0c%20d") == {"type": "integer"}


@pytest.mark.parametrize("reference", ["#/components/schemas/Loop", "#/nowhere", "other.yaml#/A", "https://x.test/a"])
def test_references_that_lead_nowhere_say_so(reference):
    with pytest.raises(InvalidDocument) as caught:
        DOCUMENT.resolve({"$ref": reference})
    assert caught.value.pointer == reference


def test_the_closure_holds_what_is_reached_and_nothing_else():
    closure = DOCUMENT.closure({"items": {"$ref": "#/components/schemas/Far"}}, {"$ref": "missing.yaml#/x"})
    assert set(closure["components"]["schemas"]) == {"Far", "Alias", "Node"}
    assert Document(closure).resolve({"$ref": "#/components/schemas/Far"})["x-note"] == "far"


def test_the_closure_keeps_references_into_the_middle():
    paths = {"/a": {"get": {"parameters": [{"name": "x", "schema": {"type": "string"}}]}}}
    whole = Document(described(paths=paths, components={"schemas": SCHEMAS}))
    inner = {"$ref": "#/components/schemas/Node/properties/next"}
    listed = {"$ref": "#/paths/~1a/get/parameters/0/schema"}
    closure = Document(whole.closure(inner, listed, {"$ref": "#/components/schemas/Node"}))
    assert closure.resolve(listed) == {"type": "string"}
    assert closure.resolve(inner)["type"] == "object"
    assert SCHEMAS["Node"]["properties"] == {"next": {"$ref": "#/components/schemas/Node"}}


def test_openapi_3_0_schemas_become_json_schema_2020_12():
    schema = {
        "type": "object",
        "properties": {
            "n": {"type": "integer", "minimum": 0, "exclusiveMinimum": True, "maximum": 9, "exclusiveMaximum": False},
            "s": {"type": "string", "nullable": True, "enum": ["a"], "example": "a"},
            "r": {"$ref": "#/components/schemas/X", "nullable": True},
            "any": {"oneOf": [{"type": "string"}], "nullable": True},
            "example": {"type": "string", "nullable": False},
        },
        "example": {"nullable": True},
    }
    old = described(
        paths={"/x": {"post": {"requestBody": {"content": {"application/json": {"schema": schema}}}}}},
        components={"schemas": {"X": {"type": "number", "nullable": True}}},
    )
    new = load(json.dumps({**old, "openapi": "3.0.3"}))
    assert new.data["openapi"] == "3.1.0"
    assert new.data["components"]["schemas"]["X"] == {"type": ["number", "null"]}
    content = new.data["paths"]["/x"]["post"]["requestBody"]["content"]["application/json"]
    assert content["schema"] == {
        "type": "object",
        "properties": {
            "n": {"type": "integer", "exclusiveMinimum": 0, "maximum": 9},
            "s": {"type": ["string", "null"], "enum": ["a", None], "examples": ["a"]},
            "r": {"$ref": "#/components/schemas/X"},
            "any": {"anyOf": [{"oneOf": [{"type": "string"}]}, {"type": "null"}]},
            "example": {"type": "string"},
        },
        "examples": [{"nullable": True}],
    }


def test_the_base_language_is_what_the_conventions_say(catalog):
    assert catalog.base_language == "zh-hans"
    assert documents.Document({}).base_language == ""
