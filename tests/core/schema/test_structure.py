"""What documentation says of a schema."""

import pytest

from playground.core.errors import InvalidDocument
from playground.core.openapi.document import Document
from playground.core.schema.structure import MAX_ENTRIES, structure, type_label


def draw(schema, language="", **schemas):
    return structure(Document({"s": schema, "components": {"schemas": schemas}}), "#/s", language)


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def flat(tree):
    """Every entry of a tree."""
    yield tree
    for below in (*tree.children, *tree.alternatives):
        yield from flat(below)


PAIR = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("schema", "label"),
    [
        ({}, "any"),
        (True, "any"),
        (False, "never"),
        ({"type": "string"}, "string"),
        ({"type": "string", "format": "date-time"}, "string <date-time>"),
        ({"type": ["string", "null"]}, "string | null"),
        ({"type": ["string", "integer"]}, "string | integer"),
        ({"type": "null"}, "null"),
        ({"enum": ["a", "b"]}, "enum<string>"),
        ({"enum": ["a", 1, True, 1.5, None]}, "enum<string> | enum<integer> | enum<boolean> | enum<number> | null"),
        ({"type": "string", "enum": ["a"]}, "enum<string>"),
        ({"const": 3}, "integer"),
        ({"const": {"a": 1}}, "object"),
        ({"type": "object"}, "object"),
        (PAIR, "object {2}"),
        ({"properties": {"a": {}}}, "object {1}"),
        ({"type": "array"}, "array"),
        ({"type": "array", "items": {"type": "string"}}, "array[string]"),
        ({"items": PAIR}, "array [object {2}]"),
        ({"type": "array", "items": {"type": "array", "items": {"type": "number"}}}, "array [array[number]]"),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "string | integer"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string | null"),
        ({"oneOf": [PAIR, PAIR, {"type": "null"}]}, "object {2} | null"),
        ({"allOf": [PAIR, {"properties": {"c": {}}}]}, "object {3}"),
        ({"$ref": "#/nowhere"}, "any"),
    ],
)
def test_type_labels(schema, label):
    assert type_label(Document({}), schema) == label


def test_properties_with_what_is_said_of_each():
    tree = draw(
        {
            "type": "object",
            "required": ["n"],
            "additionalProperties": False,
            "properties": {
                "n": {"type": "integer", "minimum": 0, "maximum": 9, "default": 0, "examples": [3, 4]},
                "s": {"enum": ["a", "b"], "deprecated": True, "readOnly": True, "x-enum-hint": ["c"]},
            },
        }
    )
    n, s = tree.children
    assert (n.name, n.required, s.required) == ("n", True, False)
    assert n.constraints == (("minimum", "0"), ("maximum", "9"))
    assert (n.default, n.examples) == ("0", ("3", "4"))
    assert (s.choices, s.hints, s.deprecated, s.read_only, s.default) == (('"a"', '"b"'), ('"c"',), True, True, None)
    assert tree.constraints == (("additionalProperties", "false"),)


def test_a_default_of_null_is_a_default():
    assert draw({"default": None}).default == "null"


def test_texts_are_in_the_language_that_is_asked_for():
    schema = {"description": "中文", "x-description-en": "English", "title": "标题"}
    assert draw(schema, "zh-hans").description == "中文"
    assert draw(schema, "en").description == "English"
    assert draw(schema, "en").title == "标题"


def test_what_stands_beside_a_reference_wins():
    tree = draw({**ref("Pet"), "description": "mine"}, Pet={**PAIR, "description": "theirs", "title": "Pet"})
    assert (tree.description, tree.title, len(tree.children)) == ("mine", "Pet", 2)


def test_all_of_is_one_object():
    tree = draw({"allOf": [ref("Base"), {"required": ["a", "c"], "properties": {"c": {}}}]}, Base=PAIR)
    assert [(child.name, child.required) for child in tree.children] == [("a", True), ("b", False), ("c", True)]


def test_members_of_the_objects_of_an_array_are_its_children():
    tree = draw({"type": "array", "items": {**PAIR, "description": "one"}, "minItems": 1})
    assert [child.name for child in tree.children] == ["a", "b"]
    assert tree.items_description == "one"


def test_items_with_something_to_say_have_a_row():
    tree = draw({"type": "array", "items": {"enum": ["a", "b"]}})
    assert [(child.role, child.choices) for child in tree.children] == [("item", ('"a"', '"b"'))]


def test_items_with_nothing_to_say_have_none():
    assert draw({"type": "array", "items": {"type": "string"}}).children == ()


def test_alternatives_of_items_are_those_of_the_array():
    tree = draw({"type": "array", "items": {"anyOf": [PAIR, {"type": "string", "maxLength": 3}]}})
    assert [one.type_label for one in tree.alternatives] == ["object {2}", "string"]


def test_items_one_by_one():
    tree = draw({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False})
    assert [(child.role, child.name, child.type_label) for child in tree.children] == [
        ("item", "0", "string"),
        ("item", "1", "integer"),
    ]


def test_maps_have_a_row_for_any_name():
    tree = draw({"type": "object", "additionalProperties": PAIR, "patternProperties": {"^x-": {"type": "string"}}})
    assert [(child.role, child.name) for child in tree.children] == [("pattern", "^x-"), ("additional", "")]
    assert len(tree.children[1].children) == 2


def test_alternatives_are_named_by_what_tells_them_apart():
    tree = draw(
        {
            "oneOf": [
                {"title": "By title", "type": "object"},
                {"type": "object", "properties": {"type": {"const": "text"}}},
                ref("Named"),
                {"type": "string", "format": "uri"},
            ]
        },
        Named={"type": "object", "properties": {"x": {}}},
    )
    assert [one.name for one in tree.alternatives] == ["By title", "text", "Named", "string <uri>"]


def test_alternatives_whose_types_say_it_all_are_not_listed():
    assert draw({"anyOf": [{"type": "string"}, {"type": "integer"}]}).alternatives == ()


def test_one_alternative_beside_null_is_no_alternative():
    tree = draw({"anyOf": [PAIR, {"type": "null"}], "description": "maybe"})
    assert (tree.type_label, tree.alternatives, len(tree.children)) == ("object {2} | null", (), 2)


def test_required_names_that_are_not_described_are_said():
    tree = draw({"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]})
    assert [one.constraints for one in tree.alternatives] == [(("required", '["a"]'),), (("required", '["b"]'),)]


def test_a_cycle_is_cut_and_its_place_opens():
    node = {"type": "object", "title": "Node", "properties": {"next": ref("Node"), "name": {"type": "string"}}}
    document = Document({"s": ref("Node"), "components": {"schemas": {"Node": node}}})
    tree = structure(document, "#/s")
    again = tree.children[0]
    assert (again.name, again.cut, again.title, again.children) == ("next", "cycle", "Node", ())
    opened = structure(document, again.place)
    assert [child.name for child in opened.children] == ["next", "name"]


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"$ref": "#/components/schemas/A"}},
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}]}},
        {"A": {"items": {"$ref": "#/components/schemas/A"}}},
        {"A": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "array", "items": ref("A")}]}},
        {"A": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]}},
        {"A": {"additionalProperties": ref("B")}, "B": {"additionalProperties": ref("A")}},
    ],
)
def test_every_cycle_ends(schemas):
    assert sum(1 for _ in flat(draw(ref("A"), **schemas))) < 20


def test_what_is_deep_is_cut_and_its_place_opens():
    schema = {"type": "string"}
    for level in range(20):
        schema = {"type": "object", "properties": {f"p{level}/~ ü": schema}}
    document = Document({"s": schema})
    deepest = list(flat(structure(document, "#/s")))[-1]
    assert deepest.cut == "depth"
    below = structure(document, deepest.place)
    assert below.children and list(flat(below))[-1].cut == "depth"


def test_what_is_wide_is_drawn_less_deep():
    inner = {"type": "object", "properties": {f"p{n}": PAIR for n in range(30)}}
    tree = draw({"type": "object", "properties": {f"q{n}": inner for n in range(30)}})
    entries = list(flat(tree))
    assert len(tree.children) == 30
    assert len(entries) <= MAX_ENTRIES
    assert {entry.cut for entry in entries if entry.name.startswith("q")} == {"depth"}


def test_the_first_level_is_always_whole():
    tree = draw({"type": "object", "properties": {f"p{n}": PAIR for n in range(MAX_ENTRIES * 2)}})
    assert len(tree.children) == MAX_ENTRIES * 2


def test_ids_are_unique():
    part = {"anyOf": [PAIR, {"type": "array", "items": {"enum": [1]}}], "additionalProperties": PAIR}
    schema = {"type": "object", "properties": {"x": part, "y": part}, "patternProperties": {"a": part, "b": part}}
    ids = [entry.id for entry in flat(draw(schema))]
    assert len(ids) == len(set(ids)) > 20


def test_a_place_that_is_not_there_is_refused():
    with pytest.raises(InvalidDocument):
        structure(Document({}), "#/nowhere")


@pytest.mark.parametrize("schema", [None, 3, "x", [], {"properties": 3, "anyOf": {}, "required": "a", "enum": 1}])
def test_what_is_no_schema_says_nothing(schema):
    assert draw(schema).children == ()
