"""JSONPath over a text: the same matches as over the value, each with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core import jsonpath
from playground.core.viewers import json_query
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_query import Query, TimeUp
from tests.core.viewers.test_json_document import VALUES

STORE = {
    "store": {
        "book": [
            {"title": "A", "price": 8.95, "tags": ["x", "y"]},
            {"title": "B", "price": 12.99},
            {"title": "C's", "price": 22, "isbn": "0-395"},
        ],
        "open": True,
    },
    "limit": 10,
}
QUERIES = [
    "$",
    "$.store.book[*].title",
    "$.store.book[0]",
    "$.store.book[-1].title",
    "$.store.book[9]",
    "$.store.book[0:2]",
    "$.store.book[::-1].price",
    "$.store.*",
    "$..price",
    "$..*",
    "$..['title','price']",
    "$..book[?@.isbn]",
    "$.store.book[?@.price < 10].title",
    "$.store.book[?@.price > $.limit].title",
    "$.store.book[?match(@.title, '[AB]')].title",
    "$.store.book[?length(@.tags) == 2]",
    "$.nothing",
]


def found(query, value):
    document = JsonDocument(json.dumps(value))
    return [(match.path, document.value(match.start)) for match in Query(document, query, 60).matches()]


def expected(query, value):
    nodes = jsonpath.compiled(query).find(value)
    return [("$" + "".join(jsonpath.step(step) for step in node.location), node.value) for node in nodes]


def in_any_order(pairs):
    return sorted(pairs, key=json.dumps)


@pytest.mark.parametrize("query", QUERIES)
def test_it_finds_what_the_library_finds(query):
    assert in_any_order(found(query, STORE)) == in_any_order(expected(query, STORE))


@given(VALUES, st.sampled_from(["$..*", "$..a", "$[0]", "$[-2:]", "$.*.*", "$..[?@ == 1]", "$[?@.a]"]))
def test_of_any_value(value, query):
    assert in_any_order(found(query, value)) == in_any_order(expected(query, value))


@pytest.mark.parametrize(
    "query", ["$[-1]", "$[-3000]", "$[-3001]", "$[2990:]", "$[5:8]", "$[-3:-1]", "$[::1000]", "$[9:5]", "$[2:1:-1]"]
)
def test_parts_of_a_long_array(query):
    value = [{"id": number, "text": "x" * 20} for number in range(3_000)]
    assert found(query, value) == expected(query, value)


def test_first_matches_come_before_the_rest_is_read():
    text = json.dumps([{"id": number} for number in range(50_000)])[:-1]
    matches = Query(JsonDocument(text), "$[*].id", 60).matches()
    assert [next(matches).path for _ in range(3)] == ["$[0].id", "$[1].id", "$[2].id"]


def test_the_time_is_bounded():
    document = JsonDocument(json.dumps([{"id": number} for number in range(1000)]))
    with pytest.raises(TimeUp):
        list(Query(document, "$[*].id", 0).matches())


def test_an_expression_inside_a_query_is_bounded():
    document = JsonDocument(json.dumps(["a" * 40 + "!"]))
    assert list(Query(document, "$[?match(@, '(a|aa)+')]", 60).matches()) == []


def test_a_filter_that_reads_the_whole_is_refused_where_that_is_long(monkeypatch):
    monkeypatch.setattr(json_query, "WHOLE", 50)
    with pytest.raises(jsonpath.InvalidPath, match="whole body"):
        found("$.store.book[?@.price > $.limit].title", STORE)
    assert found("$.store.book[?@.title != '$']", STORE) == expected("$.store.book[?@.title != '$']", STORE)


def test_what_is_no_query_is_said():
    with pytest.raises(jsonpath.InvalidPath):
        Query(JsonDocument("{}"), "$.[", 1)
