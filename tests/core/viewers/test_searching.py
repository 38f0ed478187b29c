"""Text and expressions in a body, bounded in time and number."""

import pytest

from playground.core.errors import InvalidInput
from playground.core.viewers.searching import _PIECE, Hit, search

TEXT = "One two ONE three\none four ünd ÜND"


def spans(wanted, *, text=TEXT, expression=False, case=False, limit=100, seconds=5.0):
    found = search(text, wanted, expression=expression, case=case, limit=limit, seconds=seconds)
    return [text[hit.start : hit.end] for hit in found.hits]


@pytest.mark.parametrize(
    ("wanted", "options", "expected"),
    [
        ("one", {}, ["One", "ONE", "one"]),
        ("one", {"case": True}, ["one"]),
        ("ünd", {}, ["ünd", "ÜND"]),
        ("^o.e", {"expression": True}, ["One", "one"]),
        ("t[hw]\\w+", {"expression": True}, ["two", "three"]),
        (".", {}, []),
        ("", {}, []),
        ("x*", {"expression": True}, []),
    ],
)
def test_matches(wanted, options, expected):
    assert spans(wanted, **options) == expected


@pytest.mark.parametrize("case", [True, False])
def test_what_lies_across_two_pieces_is_found_once(case):
    for before in range(_PIECE - 4, _PIECE + 2):
        text = "." * before + "abcabc" + "." * _PIECE + "abc"
        assert spans("abc", text=text, case=case) == ["abc"] * 3
        assert spans("cab", text=text, case=case) == ["cab"]


def test_a_limit_says_that_there_is_more():
    found = search("ab" * 50, "a", expression=False, case=True, limit=10, seconds=5)
    assert len(found.hits) == 10 and found.more and not found.late
    assert not search("ab" * 10, "a", expression=False, case=True, limit=10, seconds=5).more


@pytest.mark.parametrize("pattern", ["(a+a+)+b", "(a|aa)+b", "(?:a*)*b", "(.*)*x"])
def test_no_pattern_hangs(pattern):
    found = search("a" * 60_000, pattern, expression=True, case=True, limit=10, seconds=0.2)
    assert found.hits == ()


@pytest.mark.parametrize("pattern", ["(", "[", "*", "(?P<a", "a{3,1}", "x" * 501])
def test_what_is_no_expression_is_said(pattern):
    with pytest.raises(InvalidInput):
        search("text", pattern, expression=True, case=True, limit=10, seconds=1)


def test_an_excerpt_is_short():
    text = "b" * 500 + "a" * 5000 + "c" * 500
    before, match, after = Hit(500, 5500).excerpt(text)
    assert len(before) == len(after) == 60 and set(before + after) == {"b", "c"} and len(match) == 240
