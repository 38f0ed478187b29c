"""JSON that is opened where one looks: spans, children and ways, of any text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers.json_document import JsonDocument

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


def rebuilt(document, start):
    """The value, put together from what is seen of the tree alone."""
    kind = document.kind(start)
    if kind == "object":
        return {child.step: rebuilt(document, child.start) for child in document.children(start)}
    if kind == "array":
        return [rebuilt(document, child.start) for child in document.children(start)]
    return json.loads(document.text[start : document.end(start)])


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_the_tree_is_the_value(value, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    document = JsonDocument(text)
    assert rebuilt(document, document.root) == value
    assert document.end(document.root) == len(text)


@given(VALUES)
def test_a_way_leads_to_every_place(value):
    document = JsonDocument(json.dumps(value))

    def walk(start, above):
        for child in document.children(start):
            way = [*above, child.step]
            assert [each.step for each, _container in document.way(child.start)] == way
            walk(child.start, way)

    walk(document.root, [])


@given(st.text(alphabet='{}[]",:\\ 1ae', max_size=40))
def test_any_text_has_an_end(text):
    document = JsonDocument(text)

    def walk(start, depth=0):
        assert document.end(start) <= len(text)
        for child in document.children(start):
            assert start < child.at <= child.start < len(text)
            document.count(child.start)
            document.value(child.start)
            walk(child.start)

    walk(document.root)
    document.way(len(text) // 2)


def test_keys_that_come_twice_and_spellings_stay():
    document = JsonDocument('{"a":1.0,"a":1e400,"\\u4e2d":[]}')
    found = [(child.step, document.text[child.start : document.end(child.start)]) for child in document.children(0)]
    assert found == [("a", "1.0"), ("a", "1e400"), ("中", "[]")]
    assert document.count(0) == 3


@pytest.mark.parametrize(
    "text", ["[" * 200_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000, '["' + "\\" * 300_001]
)
def test_depth_and_length_cost_time_in_proportion(text):
    document = JsonDocument(text)
    assert document.end(document.root) == len(text)
    assert len(list(document.children(document.root))) <= 1


def test_children_go_on_from_any_of_them():
    document = JsonDocument(json.dumps([{"n": number, "t": "x" * 20} for number in range(3_000)]))
    every = list(document.children(0))
    later = list(document.children(0, every[2_500].at, 2_500))
    assert later == every[2_500:]
    assert document.way(every[2_999].start)[0][0] == every[2_999]


def test_what_follows_an_error_has_an_end_and_a_way():
    rows = ",".join(f'{{"n":{number},"t":"{"x" * 20}"}}' for number in range(3_000))
    text = f'{{"wrong" 1, "rows":[{rows}]}}'
    start = text.index("[")
    document = JsonDocument(text)
    assert document.end(0) == len(text) and document.end(start) == len(text) - 1
    assert len(list(document.children(start))) == 3_000
