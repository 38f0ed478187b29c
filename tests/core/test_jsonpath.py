"""JSONPath as RFC 9535 has it, and the way back from a value to its path."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.jsonpath import InvalidPath, check, first, leaves

#: The store of RFC 9535 §1.5, in part.
STORE = {"store": {"book": [{"title": "Sayings", "price": 8.95}, {"title": "Moby", "price": 8.99, "isbn": "0-553"}]}}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("$.store.book[0].title", "Sayings"),
        ("$..isbn", "0-553"),
        ("$.store.book[-1].price", "8.99"),
        ("$.store.book[?@.price > 8.96].title", "Moby"),
        ("$['store']['book'][1]['title']", "Moby"),
        ("$.store.book[1]", '{"title": "Moby", "price": 8.99, "isbn": "0-553"}'),
        ("$.nothing", None),
    ],
)
def test_the_first_value_as_text(query: str, found: str | None) -> None:
    assert first(query, STORE) == found


@pytest.mark.parametrize("query", ["", "id", "$.", "$[", "$..", "$.a b", "$[?@.a ==]", "$" * 600])
def test_what_is_no_jsonpath_is_refused(query: str) -> None:
    with pytest.raises(InvalidPath):
        check(query)


def test_nothing_is_found_where_there_is_no_document() -> None:
    assert first("$.a", None) is None


@given(
    st.recursive(
        st.text(max_size=5) | st.integers() | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    )
)
def test_every_path_that_is_offered_leads_to_its_value(document: object) -> None:
    for path, value in leaves(document):
        found = first(path, document)
        assert found == value if isinstance(value, str) else found is not None
