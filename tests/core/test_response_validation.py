"""An answer against its documentation: each part of it, streams frame by frame, and bounded whatever came."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.core import response_validation as room
from playground.core.fields import Fields
from playground.core.openapi.document import Document
from playground.core.openapi.operations import Fragment, fragment, operation
from playground.core.response_validation import Conformance, conformance

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "paths": {
        "/things": {
            "get": {
                "operationId": "things",
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {
                            "X-Left": {"required": True, "schema": {"type": "integer"}},
                            "X-Tags": {"schema": {"type": "array", "items": {"enum": ["a", "b"]}}},
                            "X-State": {"content": {"application/json": {"schema": {"type": "object"}}}},
                        },
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Answer"}},
                            "text/event-stream": {
                                "schema": {
                                    "type": "string",
                                    "x-sse-event-schema": {"$ref": "#/components/schemas/Frame"},
                                    "x-sse-terminator": "[DONE]",
                                }
                            },
                            "application/x-ndjson": {"schema": {"$ref": "#/components/schemas/Frame"}},
                            "text/plain": {"schema": {"type": "string", "maxLength": 3}},
                            "image/*": {"schema": {"type": "string", "format": "binary"}},
                        },
                    },
                    "204": {"description": ""},
                    "4XX": {"description": "", "content": {"application/problem+json": {"schema": {"type": "object"}}}},
                    "default": {"description": ""},
                },
            }
        },
        "/bare": {"get": {"operationId": "bare", "responses": {"200": {"description": ""}}}},
        "/none": {"get": {"operationId": "none"}},
    },
    "components": {
        "schemas": {
            "Answer": {
                "type": "object",
                "required": ["data"],
                "properties": {
                    "data": {"type": "object", "properties": {"id": {"type": "integer"}}},
                    "items": {"type": "array", "items": {"type": "object", "properties": {"a-b": {"type": "string"}}}},
                    "secret": {"type": "string", "writeOnly": True},
                },
            },
            "Frame": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}},
        }
    },
}


def described(key: str = "things") -> Fragment:
    document = Document(DESCRIPTION)
    return fragment(document, operation(document, key))


def check(
    content: bytes | dict[str, Any], media_type: str = "application/json", status: int = 200, **more
) -> Conformance:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    key, fields = more.pop("key", "things"), more.pop("fields", [("X-Left", "3")])
    rows = [("Content-Type", media_type), *fields] if media_type else fields
    return conformance(described(key), status, Fields(rows), raw, **more)


def said(found: Conformance) -> list[tuple[str, str, str]]:
    return [(each.part, each.path, each.problem.message) for each in found.findings]


def notes(found: Conformance) -> list[str]:
    return [each.keyword for each in found.unchecked]


def test_an_answer_as_documented_is_valid():
    found = check({"data": {"id": 1}, "more": True})
    assert (found.verdict, found.findings, found.unchecked) == ("valid", (), ())
    assert (found.status, found.media_type) == ("200", "application/json")


@pytest.mark.parametrize(
    ("content", "path", "message"),
    [
        ({"data": {"id": "x"}}, "$.data.id", "Should be integer, not string."),
        ({}, "$.data", "data is required."),
        ({"data": {}, "items": [{}, {"a-b": 1}]}, "$.items[1]['a-b']", "Should be string, not number."),
        (b"[]", "$", "Should be object, not array."),
    ],
)
def test_what_is_wrong_in_the_content_is_named_by_its_place(content, path, message):
    found = check(content)
    assert said(found) == [("body", path, message)] and found.verdict == "problems"


def test_what_only_a_request_has_need_not_come_back():
    assert check({"data": {}}).verdict == "valid"


def test_other_properties_are_problems_where_that_is_asked():
    content = {"data": {"id": 1, "more": 2}}
    assert check(content).verdict == "valid"
    message = "more is not a property that is described here."
    assert said(check(content, strict=True)) == [("body", "$.data.more", message)]


@pytest.mark.parametrize(
    ("status", "key", "applies", "verdict"),
    [
        (204, "things", "204", "valid"),
        (404, "things", "4XX", "problems"),  # no content, where some is documented
        (500, "things", "default", "valid"),
        (500, "bare", "", "undocumented"),
        (200, "none", "", "unchecked"),
    ],
)
def test_the_status_chooses_the_documentation(status, key, applies, verdict):
    found = check(b"", "", status, key=key)
    assert (found.status, found.verdict) == (applies, verdict)


def test_an_undocumented_status_says_what_is_documented():
    assert said(check(b"", "", 500, key="bare")) == [("status", "", "500 is not a documented status. Documented: 200.")]
    assert notes(check(b"", "", 200, key="none")) == ["no-responses"]


def test_an_undocumented_media_type_is_said_and_its_content_left_alone():
    found = check(b"<p>", "text/html; charset=utf-8", 404)
    message = "text/html is not documented for the status 404. Documented: application/problem+json."
    assert said(found) == [("media-type", "", message)] and found.verdict == "undocumented"
    (each,) = check(b"{}", "", 404).findings
    assert each.problem.keyword == "no-media-type"


@pytest.mark.parametrize("media_type", ["image/png", "IMAGE/webp; q=1"])
def test_a_range_of_media_types_is_documented(media_type):
    assert check(b"\x89PNG\r\n", media_type).verdict == "valid"


def test_text_is_a_string():
    assert check(b"abc", "text/plain").verdict == "valid"
    assert said(check(b"abcd", "text/plain")) == [("body", "$", "Too long: 4 of at most 3 characters.")]


@pytest.mark.parametrize(("method", "status"), [("HEAD", 200), ("GET", 304)])
def test_some_answers_have_no_content(method, status):
    assert check(b"", "application/json", status, method=method).verdict == "valid"


def test_content_where_none_is_documented_is_not_checked():
    assert notes(check(b"x", "text/plain", key="bare", fields=[])) == ["no-description"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([], [("header", "X-Left", "X-Left is required.")]),
        ([("x-left", "many")], [("header", "X-Left", "Should be integer, not string.")]),
        ([("X-Left", "1"), ("X-Tags", "a,c")], [("header", "X-Tags", "Should be one of: a, b.")]),
        ([("X-Left", "1"), ("X-Tags", "a"), ("X-Tags", "b"), ("X-State", '{"a": 1}')], []),
        ([("X-Left", "1"), ("X-State", "{")], [("header", "X-State", "Should be object, not string.")]),
    ],
)
def test_header_fields_are_read_as_their_schema_says(fields, expected):
    assert said(check({"data": {}}, fields=fields)) == expected


def test_content_that_is_not_json_says_where_it_stops():
    found = check(b'{"data": \n}')
    assert said(found) == [
        ("body", "", "Not JSON. Line 2, column 1: expected a value: a string, a number, true, false, null, [ or {.")
    ]
    assert check(b'{"data": {{NAME}}}').verdict == "problems"


# Streams


def frames(*values: object, end: str = "data: [DONE]\n\n") -> bytes:
    return ("".join(f"data: {json.dumps(value)}\n\n" for value in values) + end).encode()


def test_a_stream_is_checked_frame_by_frame():
    found = check(frames({"n": 1}, {"n": "2"}, {"n": 3}, {}), "text/event-stream; charset=utf-8")
    assert [(each.frame, each.path, each.problem.message) for each in found.findings] == [
        (2, "$.n", "Should be integer, not string."),
        (4, "$.n", "n is required."),
    ]
    assert found.frames == 5 and found.verdict == "problems"
    assert check(frames({"n": 1}), "text/event-stream").verdict == "valid"


def test_a_problem_of_many_frames_is_told_once():
    (each,) = check(frames(*[{"n": "x"}] * 7), "text/event-stream").findings
    assert (each.frame, each.frames) == (1, 7)


def test_a_frame_that_is_not_json_is_a_problem_of_its_own():
    found = check(frames({"n": 1}, end="data: {\n\n"), "text/event-stream")
    assert [(each.frame, each.problem.keyword) for each in found.findings] == [(2, "not-json")]


def test_lines_are_frames_too():
    found = check(b'{"n": 1}\n{"n": null}\n\n{"n": 2}', "application/x-ndjson")
    assert [(each.frame, each.path) for each in found.findings] == [(2, "$.n")] and found.frames == 3


def test_of_a_stream_that_was_cut_off_what_came_is_checked():
    found = check(frames({"n": 1}, {"n": "x"}, end='data: {"n"'), "text/event-stream", cut=True)
    assert len(found.findings) == 1 and notes(found) == ["cut"]


def test_a_stream_without_documented_frames_is_left_alone():
    plain = {"schema": {"type": "string"}}
    document = Document(
        {"openapi": "3.1.0", "paths": {"/": {"get": {"operationId": "s", "responses": {
            "200": {"description": "", "content": {"text/event-stream": plain}}}}}}}
    )  # fmt: skip
    found = conformance(
        fragment(document, operation(document, "s")),
        200,
        Fields([("Content-Type", "text/event-stream")]),
        b"data: x\n\n",
    )
    assert (found.verdict, found.frames) == ("valid", 0)


# Bounds


def test_json_that_was_cut_off_is_not_checked():
    found = check(b'{"data": 1', cut=True)
    assert (found.verdict, notes(found)) == ("unchecked", ["cut"])


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000 + b"]" * 100_000, b"[" + b"{}," * 600_000 + b"{}]", b"[" + b"1," * 600_000 + b"1]"],
    ids=["deep", "many", "numbers"],
)
def test_content_that_is_too_much_is_not_checked_and_that_is_said(content):
    found = check(content)
    assert (found.verdict, notes(found)) == ("unchecked", ["too-large"])


def test_a_long_text_of_few_values_is_checked():
    long = b'{"data": {"id": "' + b"A" * 20_000_000 + b'"}}'
    (each,) = check(long).findings
    assert each.path == "$.data.id" and len(each.problem.message) < 200


def test_what_takes_too_long_is_checked_in_part(monkeypatch):
    monkeypatch.setattr(room, "SECONDS", 0.0)
    found = check({"data": {}, "items": [{"a-b": "x"}] * 2000})
    assert (found.verdict, notes(found)) == ("unchecked", ["work"])
    found = check(frames(*[{"n": 1}] * 50), "text/event-stream")
    assert (found.frames, notes(found)) == (1, ["frames"])


def test_a_stream_with_problems_without_end_is_checked_in_part():
    found = check(
        frames(*({"n": "x" * number} for number in range(3)), *({f"p{number}": 1} for number in range(10))),
        "text/event-stream",
    )
    assert len(found.findings) == 2
    many = check(b"".join(b'data: {"n": 1}x%d\n\n' % number * 2 for number in range(500)), "text/event-stream")
    assert len(many.findings) <= room.MAX_PROBLEMS
