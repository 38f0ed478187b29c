"""JSON text: every place found, every edit surgical, every error a sentence with a place."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from playground.core.errors import InvalidInput
from playground.core.schema import pointers
from playground.core.schema.text import (
    MAX_DEPTH,
    MAX_LENGTH,
    InvalidJson,
    JsonText,
    duplicate,
    get,
    insert,
    loads,
    move,
    remove,
    set_value,
)
from tests.core.schema.json_texts import scalars, texts, values


def places(value, pointer=""):
    """Every pointer into a value."""
    yield pointer
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in below:
        yield from places(member, pointers.child(pointer, key))


def spelled(text):
    """A value in which numbers are their spelling, so that equality is equality of text."""
    return json.loads(text, parse_int=lambda digits: "int " + digits, parse_float=lambda digits: "float " + digits)


def applied(value, pointer, change):
    """``change(container, key)`` done on a copy of a value."""
    value = copy.deepcopy(value)
    above, step = pointers.parent(pointer)
    container = pointers.look_up(value, above)
    change(container, step if isinstance(container, dict) else int(step))
    return value


@given(texts)
def test_every_value_of_a_text_is_found_by_its_pointer(text):
    for pointer in places(json.loads(text)):
        assert spelled(get(text, pointer)) == pointers.look_up(spelled(text), pointer)


@given(texts, values, st.data())
def test_setting_a_value_changes_its_span_and_nothing_else(text, new, data):
    pointer = data.draw(st.sampled_from(list(places(json.loads(text)))))
    node = JsonText(text).find(pointer)
    result = set_value(text, pointer, new)
    assert result == text[: node.start] + new + text[node.end :]
    assert get(result, pointer) == new


@given(texts, scalars, st.data())
def test_a_missing_member_is_added_at_the_end_of_its_object(text, new, data):
    objects = [
        place for place in places(json.loads(text)) if isinstance(pointers.look_up(json.loads(text), place), dict)
    ]
    assume(objects)
    pointer = pointers.child(data.draw(st.sampled_from(objects)), "a new/name~")
    result = set_value(text, pointer, new)
    assert spelled(result) == applied(spelled(text), pointer, lambda held, key: held.update({key: spelled(new)}))
    assert surrounding(text, result)


def surrounding(old, new):
    """Whether a text is another one with something put in at one place (white space of an empty container aside)."""
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = old[start:].lstrip(" \t\r\n")
    return new.endswith(rest)


@given(texts, st.data())
def test_removing_leaves_the_other_values_as_they_were_spelled(text, data):
    pointer = data.draw(st.sampled_from(list(places(json.loads(text)))))
    assume(pointer)
    result = remove(text, pointer)
    assert spelled(result) == applied(spelled(text), pointer, lambda held, key: held.pop(key))


def arrays(text, least=0):
    return [
        place
        for place in places(json.loads(text))
        if isinstance(value := pointers.look_up(json.loads(text), place), list) and len(value) >= least
    ]


@given(texts, scalars, st.data())
def test_inserting_an_item(text, new, data):
    assume(arrays(text))
    pointer = data.draw(st.sampled_from(arrays(text)))
    index = data.draw(st.integers(0, len(pointers.look_up(json.loads(text), pointer))))
    expected = spelled(text)
    pointers.look_up(expected, pointer).insert(index, spelled(new))
    assert spelled(insert(text, pointer, index, new)) == expected


@given(texts, st.data())
def test_moving_and_duplicating_items(text, data):
    assume(arrays(text, 1))
    pointer = data.draw(st.sampled_from(arrays(text, 1)))
    length = len(pointers.look_up(json.loads(text), pointer))
    old, new = data.draw(st.integers(0, length - 1)), data.draw(st.integers(0, length - 1))
    expected = spelled(text)
    items = pointers.look_up(expected, pointer)
    items.insert(new, items.pop(old))
    moved = move(text, pointer, old, new)
    assert spelled(moved) == expected
    assert move(moved, pointer, new, old) == text
    items.insert(new, items[new])
    assert spelled(duplicate(moved, pointers.child(pointer, new))) == expected


@given(st.text())
def test_any_text_is_json_or_has_a_place_where_it_is_not(text):
    try:
        loads(text)
    except InvalidJson as error:
        assert 0 <= error.offset <= len(text) and error.line >= 1 and error.column >= 1
        assert error.found == text[error.offset : error.offset + 1]
    else:
        json.loads(text)


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("", 1, 1, "empty"),
        ("  \n ", 1, 1, "empty"),
        ("{", 1, 2, "name"),
        ('{"a"', 1, 5, "colon"),
        ('{"a" 1}', 1, 6, "colon"),
        ('{"a":}', 1, 6, "value"),
        ('{"a":1 "b":2}', 1, 8, "comma"),
        ('{\n  "a": 1,\n}', 2, 9, "trailing-comma"),
        ("[1, ]", 1, 3, "trailing-comma"),
        ("[1 2]", 1, 4, "comma"),
        ('{"a": "b\n"}', 1, 9, "control"),
        ('["abc', 1, 2, "unterminated"),
        (r'["\x"]', 1, 3, "escape"),
        ("1 2", 1, 3, "extra"),
        ('["NaN", NaN]', 1, 9, "constant"),
        ("-Infinity", 1, 1, "constant"),
        ("{'a': 1}", 1, 2, "name"),
        ("[}", 1, 2, "value"),
        ("]", 1, 1, "value"),
        ("[]]", 1, 3, "extra"),
        ("nul", 1, 1, "value"),
        ("[01]", 1, 3, "comma"),
        ("\ufeff{}", 1, 1, "value"),
    ],
)
def test_invalid_json_says_where_and_what_was_expected(text, line, column, code):
    with pytest.raises(InvalidJson) as caught:
        loads(text)
    assert (caught.value.line, caught.value.column, caught.value.code) == (line, column, code)
    assert str(caught.value).startswith(f"Line {line}, column {column}: ")


@pytest.mark.parametrize("deep", ["[", '{"a":'])
def test_nesting_is_bounded_without_recursion(deep):
    close = "]" if deep == "[" else "}"
    assert JsonText(deep * MAX_DEPTH + "1" + close * MAX_DEPTH).find(
        "/a" * MAX_DEPTH if deep != "[" else "/0" * MAX_DEPTH
    )
    for text in (deep * (MAX_DEPTH + 1) + "1" + close * (MAX_DEPTH + 1), deep * 1_000_000):
        with pytest.raises(InvalidInput, match="nested more than 200 deep"):
            loads(text)


def test_size_is_bounded():
    with pytest.raises(InvalidInput, match="characters"):
        loads(" " * (MAX_LENGTH + 1))
    with pytest.raises(InvalidInput, match="500,000 arrays"):
        loads("[" + ",".join(["[]"] * 600_000) + "]")


def test_an_unclosed_string_after_many_brackets_costs_one_pass():
    with pytest.raises(InvalidJson):
        loads('["' + "[{" * 2_000_000)


def test_an_integer_of_any_length_is_kept():
    text = '{"n": ' + "9" * 10_000 + ', "b": 1}'
    assert get(set_value(text, "/b", "2"), "/n") == "9" * 10_000


def test_a_key_that_comes_twice_means_the_last_and_is_removed_whole():
    text = '{"a": 1, "b": 2, "a": 3}'
    assert get(text, "/a") == "3"
    assert set_value(text, "/a", "4") == '{"a": 1, "b": 2, "a": 4}'
    assert remove(text, "/a") == '{"b": 2}'


@pytest.mark.parametrize(
    ("text", "pointer", "result"),
    [
        ('{"a":1}', "/b", '{"a":1,"b":9}'),
        ('{"a": 1}', "/b", '{"a": 1, "b": 9}'),
        ('{"a":1,"c":2}', "/b", '{"a":1,"c":2,"b":9}'),
        ('{\n  "a": 1\n}', "/b", '{\n  "a": 1,\n  "b": 9\n}'),
        ('{\r\n\t"a" : 1\r\n}\r\n', "/b", '{\r\n\t"a" : 1,\r\n\t"b" : 9\r\n}\r\n'),
        ('{\n    "a": {}\n}', "/a/b", '{\n    "a": {\n        "b": 9\n    }\n}'),
        ('{\n  "a": [{"x": 1}]\n}', "/a/0/y", '{\n  "a": [{"x": 1, "y": 9}]\n}'),
        ("{}", "/a/b", '{"a": {"b": 9}}'),
        ("{ }", "/a~1b", '{"a/b": 9}'),
        ("[]", "/-", "[9]"),
        ("[1,2]", "/2", "[1,2,9]"),
        ("[\n  1\n]", "/-", "[\n  1,\n  9\n]"),
    ],
)
def test_what_is_added_looks_like_its_neighbours(text, pointer, result):
    assert set_value(text, pointer, "9") == result


@pytest.mark.parametrize(
    ("text", "pointer", "result"),
    [
        ('{"a": 1, "b": 2, "c": 3}', "/a", '{"b": 2, "c": 3}'),
        ('{"a": 1, "b": 2, "c": 3}', "/b", '{"a": 1, "c": 3}'),
        ('{"a": 1, "b": 2, "c": 3}', "/c", '{"a": 1, "b": 2}'),
        ('{\n  "a": 1,\n  "b": 2\n}', "/b", '{\n  "a": 1\n}'),
        ('{\n  "a": 1,\n  "b": 2\n}', "/a", '{\n  "b": 2\n}'),
        ('{\n  "a": 1\n}', "/a", "{}"),
        ("[1, 2]", "/0", "[2]"),
    ],
)
def test_what_is_removed_takes_its_comma_along(text, pointer, result):
    assert remove(text, pointer) == result


@pytest.mark.parametrize("pointer", ["/x/y", "/a/b", "/l/5", "/l/01", "/l/x", "/a/-", "no-slash", "/x" * 1000])
def test_a_place_that_is_not_there_is_an_error(pointer):
    text = '{"a": 1, "l": [1]}'
    if pointer != "/x/y":
        with pytest.raises(InvalidInput):
            set_value(text, pointer, "1")
    with pytest.raises(InvalidInput):
        remove(text, pointer)
    with pytest.raises(InvalidInput):
        duplicate(text, pointer)


def test_what_is_put_in_must_be_json():
    for edit in (lambda: set_value("[1]", "/0", "{"), lambda: insert("[1]", "", 0, "1, 2")):
        with pytest.raises(InvalidJson):
            edit()


def test_a_variable_may_stand_where_a_value_stands():
    text = '{"n": {{count}}, "s": "{{ name }}", "l": [{{ a }}, {{$guid}}], "o": {"x": 1}}'
    document = JsonText(text)
    assert document.find("/n").kind == "variable" and get(text, "/n") == "{{count}}"
    assert document.find("/s").kind == "string" and get(text, "/l/0") == "{{ a }}"
    assert set_value(text, "/n", "5") == text.replace("{{count}}", "5")
    assert get(set_value(text, "/o/x", "{{y}}"), "/o/x") == "{{y}}"
    assert remove(text, "/l/0") == text.replace("{{ a }}, ", "")
