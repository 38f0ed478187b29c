"""Error answers of many makers, and the places of the request that they name."""

from __future__ import annotations

import pytest

from playground.core.complaints import MAX_COMPLAINTS, complaints, path_tokens

ANSWERS = {
    "openai": (
        {
            "error": {
                "message": "Invalid value.",
                "type": "invalid_request_error",
                "param": "messages[0].role",
                "code": None,
            }
        },
        [("", "/messages/0/role", "Invalid value.")],
    ),
    "openai, whole request": ({"error": {"message": "No.", "param": None}}, []),
    "anthropic": (
        {"type": "error", "error": {"type": "invalid_request_error", "message": "messages.0.content: Field required"}},
        [("body", "/messages/0/content", "Field required")],
    ),
    "anthropic, no place": ({"type": "error", "error": {"type": "x", "message": "Overloaded"}}, []),
    "google": (
        {
            "error": {
                "code": 400,
                "details": [{"fieldViolations": [{"field": "contents[0].parts", "description": "Empty."}]}],
            }
        },
        [("", "/contents/0/parts", "Empty.")],
    ),
    "fastapi": (
        {
            "detail": [
                {"loc": ["body", "messages", 0, "role"], "msg": "Field required"},
                {"loc": ["query", "n"], "msg": "Bad"},
            ]
        },
        [("body", "/messages/0/role", "Field required"), ("query", "/n", "Bad")],
    ),
    "fastapi, a sentence": ({"detail": "Not Found"}, []),
    "rfc 9457": (
        {"title": "Wrong", "errors": [{"detail": "must be positive", "pointer": "#/a~1b/%C3%A9"}]},
        [("body", "/a~1b/é", "must be positive")],
    ),
    "rfc 9457, of the mock": (
        {"errors": [{"pointer": "#/limit", "in": "query", "detail": "Should be integer."}]},
        [("query", "/limit", "Should be integer.")],
    ),
    "rfc 7807": ({"invalid-params": [{"name": "age", "reason": "too young"}]}, [("", "/age", "too young")]),
    "json:api": (
        {
            "errors": [
                {"title": "No", "source": {"pointer": "/data/id"}},
                {"detail": "x", "source": {"parameter": "sort"}},
            ]
        },
        [("body", "/data/id", "No"), ("query", "/sort", "x")],
    ),
    "laravel": ({"errors": {"items.0.id": ["The id is taken.", "x"]}}, [("", "/items/0/id", "The id is taken.")]),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_the_place_that_an_error_names_is_found(answer, expected):
    assert [(each.location, each.pointer, each.message) for each in complaints(answer)] == expected


@pytest.mark.parametrize(
    ("path", "tokens"),
    [
        ("messages.[0].role", ("messages", "0", "role")),
        ("$.a['b.c'][\"d\"][2]", ("a", "b.c", "d", "2")),
        ("/a~1b/0", ("a/b", "0")),
        ("", ()),
        ("[", ()),
    ],
)
def test_a_place_is_read_as_people_write_it(path, tokens):
    assert path_tokens(path) == tokens


@pytest.mark.parametrize(
    "answer",
    [None, [], "x", {}, {"error": "x"}, {"error": {"param": 1}}, {"detail": [{"loc": "x"}, 1, {"loc": [None, {}]}]},
     {"errors": [{"pointer": "no", "detail": "x"}, {"source": 1}]}, {"errors": {"a": []}}, {"error": {"details": {}}},
     {"errors": [{"pointer": "/" * 9000, "detail": "x"}]}, {"error": {"param": "a" * 9000}}],
)  # fmt: skip
def test_what_has_no_such_shape_says_nothing(answer):
    assert complaints(answer) == ()


def test_only_so_many_are_read():
    many = {"errors": [{"pointer": f"/{number}", "detail": "x" * 5000} for number in range(10_000)]}
    found = complaints(many)
    assert len(found) == MAX_COMPLAINTS and len(found[0].message) == 1000
