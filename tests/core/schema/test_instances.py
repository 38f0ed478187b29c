"""A form and a text in step: only what a person changed is changed, and nothing typed is lost."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.errors import InvalidInput
from playground.core.schema import pointers
from playground.core.schema.control import leaves
from playground.core.schema.controls import controls
from playground.core.schema.instances import MAX_PAIRS, apply_edits, written
from playground.core.schema.text import JsonText, get
from tests.core.schema.forms import every, posted
from tests.core.schema.json_texts import texts

SCHEMA = {
    "type": "object",
    "required": ["model"],
    "properties": {
        "model": {"type": "string"},
        "n": {"type": "integer"},
        "t": {"type": "number"},
        "on": {"type": "boolean"},
        "size": {"enum": ["s", "m"]},
        "mixed": {"enum": ["1", 1, None]},
        "kind": {"const": "k"},
        "text": {"type": "string"},
        "free": {},
        "tags": {"type": "array", "items": {"type": "string"}},
        "meta": {"type": "object", "additionalProperties": {"type": "string"}},
        "either": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "inner": {"type": "object", "required": ["x"], "properties": {"x": {"type": "string"}}},
    },
}
TEXT = """{
  "model" : "gpt\\u002d4o", "n": 1.0,
  "t": 1e400, "on": true, "size": "s", "mixed": 1, "kind": "k",
  "text": "a\\r\\nb", "free": {"z":   [1, 2]}, "tags": ["x", "y"], "meta": {"k": "v"}, "either": "e",
  "unknown": "u", "n2": -0.0
}
"""


def edit(body=TEXT, base=TEXT, schema=SCHEMA, **edits):
    """``edits`` are by place, with ``_`` for ``/``, e.g. ``at_tags_0``."""
    named = {name.replace("_", ":/", 1).replace("_", "/"): value for name, value in edits.items()}
    return apply_edits(schema, {}, body, base, posted(controls(schema, {}, base)) | named)


@pytest.mark.parametrize(
    ("name", "value", "old", "new"),
    [
        ("at_model", "other", '"gpt\\u002d4o"', '"other"'),
        ("at_model", 'say "hi" \\ 日本', '"gpt\\u002d4o"', '"say \\"hi\\" \\\\ 日本"'),
        ("at_model", "", '"gpt\\u002d4o"', '""'),
        ("at_model", "7", '"gpt\\u002d4o"', '"7"'),
        ("at_n", " 2 ", "1.0", "2"),
        ("at_n", "1", "1.0", "1"),
        ("at_n", "{{count}}", "1.0", "{{count}}"),
        ("at_t", "0.10", "1e400", "0.10"),
        ("at_t", str(2**70), "1e400", str(2**70)),
        ("at_on", "false", "true", "false"),
        ("at_size", "m", '"s"', '"m"'),
        ("at_size", "xl", '"s"', '"xl"'),
        ("at_mixed", '"1"', '"mixed": 1', '"mixed": "1"'),
        ("at_mixed", "null", '"mixed": 1', '"mixed": null'),
        ("at_text", "c\r\nd", '"a\\r\\nb"', '"c\\r\\nd"'),
        ("at_free", '{"z": [3]}\r\n', '{"z":   [1, 2]}', '{"z": [3]}'),
        ("at_free", "1e2", '{"z":   [1, 2]}', "1e2"),
        ("at_tags_1", "yy", '"y"', '"yy"'),
        ("at_meta_k", "w", '"v"', '"w"'),
        ("key_meta_k", "kk", '"k": "v"', '"kk": "v"'),
        ("key_unknown", "known?", '"unknown": "u"', '"known?": "u"'),
        ("at_unknown", "v", '"unknown": "u"', '"unknown": "v"'),
        ("at_n2", "0", "-0.0", "0"),
        ("at_either", "f", '"e"', '"f"'),
        ("switch_either", "1", '"either": "e"', '"either": 0'),
    ],
)
def test_one_edit_changes_one_place(name, value, old, new):
    assert TEXT.count(old) == 1
    done = edit(**{name: value})
    assert (done.text, done.problems) == (TEXT.replace(old, new), ())
    assert done.edited == ("/" + name.split("_", 1)[1].replace("_", "/"),)


@pytest.mark.parametrize(
    ("name", "value", "keyword"),
    [
        ("at_n", "two", "number-text"),
        ("at_n", "", "number-text"),
        ("at_n", "007", "number-text"),
        ("at_t", "1,5", "number-text"),
        ("at_t", "NaN", "number-text"),
        ("at_t", "0x10", "number-text"),
        ("at_on", "yes", "choice"),
        ("at_mixed", "2", "choice"),
        ("at_kind", "j", "choice"),
        ("at_free", '{"z": ', "json"),
        ("at_free", "", "json"),
        ("at_free", "[" * 201 + "]" * 201, "json-limit"),
        ("at_gone", "x", "no-place"),
        ("at_tags_9", "x", "no-place"),
        ("at_tags", "x", "no-place"),
        ("key_model", "x", "no-place"),
        ("key_meta_k", "", "no-name"),
        ("key_unknown", "n2", "same-name"),
        ("switch_either", "9", "choice"),
        ("switch_either", "-1", "choice"),
        ("switch_model", "0", "no-place"),
    ],
)
def test_what_cannot_be_written_is_a_problem_and_leaves_the_text(name, value, keyword):
    done = edit(**{name: value})
    assert done.text == TEXT and done.edited == ()
    assert [(each.pointer, each.keyword) for each in done.problems] == [
        ("/" + name.split("_", 1)[1].replace("_", "/"), keyword)
    ]
    assert done.problems[0].message


def test_a_problem_does_not_hold_other_edits_back():
    done = edit(at_n="two", at_model="m", at_tags_0="t")
    assert done.text == TEXT.replace('"gpt\\u002d4o"', '"m"').replace('"x"', '"t"')
    assert done.edited == ("/model", "/tags/0") and [each.pointer for each in done.problems] == ["/n"]


def test_both_views_may_be_edited_at_once():
    body = TEXT.replace('"u"', '"changed in the text"').replace('"y"]', '"y", "z"]')
    assert edit(body, TEXT, at_model="m").text == body.replace('"gpt\\u002d4o"', '"m"')


def test_an_edit_whose_place_went_from_the_text_comes_back_or_is_told():
    assert get(edit('{"n": 1}', TEXT, at_model="m").text, "/model") == '"m"'
    done = edit('{"tags": "none"}', TEXT, at_tags_0="m")
    assert done.text == '{"tags": "none"}' and done.problems[0].keyword == "no-place"


def test_json_in_the_making_stays_as_it_is():
    broken = TEXT[:-4]
    assert edit(broken, TEXT).text == broken and edit(broken, TEXT).problems == ()
    done = edit(broken, TEXT, at_model="m")
    assert done.text == broken and done.edited == () and "Line" in done.problems[0].message
    assert apply_edits(SCHEMA, {}, TEXT, broken, {"at:/model": "m"}).text == TEXT


def test_what_is_required_and_absent_is_added_when_it_is_typed():
    assert edit("{}", "{}", at_model="m").text == '{"model": "m"}'
    assert edit("", "", at_model="m").text == '{"model": "m"}'
    assert edit("", "").text == ""
    text = '{\n  "inner": {}\n}'
    assert edit(text, text, at_inner_x="v").text == '{\n  "inner": {\n    "x": "v"\n  }\n}'


def test_deep_required_places_are_added_with_their_parents():
    schema = {"required": ["a"], "properties": {"a": {"required": ["b"], "properties": {"b": {"type": "integer"}}}}}
    assert json.loads(edit("{}", "{}", schema, at_a_b="5").text) == {"a": {"b": 5}}


def test_renaming_two_members_to_one_name_is_refused():
    schema = {"additionalProperties": {"type": "string"}}
    done = edit('{"a": "1", "b": "2"}', '{"a": "1", "b": "2"}', schema, key_a="c", key_b="c")
    assert done.text == '{"a": "1", "b": "2"}' and {each.keyword for each in done.problems} == {"same-name"}


def test_pairs_of_other_names_are_left_alone():
    assert apply_edits(SCHEMA, {}, TEXT, TEXT, {"csrf": "x", "body": "y", "atlas": "z"}) == edit()


def test_a_form_of_a_million_rows_is_refused():
    with pytest.raises(InvalidInput, match="1,000,000"):
        apply_edits(SCHEMA, {}, TEXT, TEXT, {f"at:/tags/{index}": "x" for index in range(1_000_000)})


def test_as_many_pairs_as_are_read_cost_little():
    pairs = {f"at:/tags/{index}": "x" for index in range(MAX_PAIRS)}
    assert len(apply_edits(SCHEMA, {}, TEXT, TEXT, pairs).problems) == MAX_PAIRS - 2


@given(texts)
def test_any_text_survives_a_form_that_was_only_looked_at(text):
    for schema in (
        SCHEMA,
        {"items": {"type": "string"}},
        {"additionalProperties": {"type": ["string", "number", "null"]}},
        {},
    ):
        assert apply_edits(schema, {}, text, text, posted(controls(schema, {}, text))).text == text


@given(texts, st.sampled_from([SCHEMA, {"items": {"type": ["string", "number"]}}, {"additionalProperties": {}}, {}]))
def test_what_a_control_shows_is_what_it_would_write(text, schema):
    document = JsonText(text)
    for leaf in leaves(controls(schema, {}, text)):
        if leaf.present:
            again = json.loads(
                written(leaf, leaf.value.replace("\n", "\r\n") if leaf.kind != "textarea" else leaf.value)
            )
            assert again == pointers.look_up(document.value, leaf.pointer)


@given(texts, st.text(), st.data())
def test_a_string_typed_into_a_control_is_in_the_value(text, typed, data):
    schema = {"additionalProperties": {"type": "string"}, "items": {"type": "string"}}
    inputs = [leaf for leaf in leaves(controls(schema, {}, text)) if leaf.kind in {"text", "textarea"}]
    if inputs:
        leaf = data.draw(st.sampled_from(inputs))
        pairs = posted(controls(schema, {}, text)) | {leaf.input_name: typed}
        done = apply_edits(schema, {}, text, text, pairs)
        expected = typed.replace("\r\n", "\n").replace("\r", "\n")
        got = pointers.look_up(json.loads(done.text), leaf.pointer)
        assert got.replace("\r\n", "\n") == expected
        node = JsonText(text).find(leaf.pointer)
        assert done.text.startswith(text[: node.start]) and done.text.endswith(text[node.end :])


def test_every_control_of_the_test_schema_was_seen():
    assert {each.kind for each in every(controls(SCHEMA, {}, TEXT))} == {
        "object", "text", "textarea", "integer", "number", "boolean", "enum", "const", "json", "array", "map", "switch",
    }  # fmt: skip
