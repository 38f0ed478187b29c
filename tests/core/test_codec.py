"""What is stored can be read again, and says when it cannot."""

from __future__ import annotations

import json

import pytest

from playground.core import codec
from playground.core.errors import InvalidSaved
from playground.core.messages import (
    BinaryBody,
    Body,
    Credentials,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)

ROWS = (Parameter("a", "1"), Parameter("", "é", enabled=False))
BODIES: list[Body] = [
    NoBody(),
    TextBody("x\r\n{{v}}", "text/plain"),
    FormBody(ROWS),
    MultipartBody((Part("a", "b"), Part("f", b"\xff\x00", "f.bin", "a/b", enabled=False), Part("g", None, "g"))),
    BinaryBody(b"\x00", "a/b", "n"),
    BinaryBody(None, "a/b", "n"),
]


@pytest.mark.parametrize("body", BODIES)
def test_a_request_comes_back_as_it_was(body: Body) -> None:
    spec = RequestSpec("PUT", "http://a.test/{x}", ROWS, ROWS, ROWS, ROWS, (Credentials("basic", "p", "u"),), body)
    assert codec.load(json.loads(json.dumps(codec.dump(spec)))) == spec


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "other"},
        {"version": 99},
        {"version": None},
        {"version": True},
        {"version": 0},
        {"version": -1},
        {"method": 5},
        {"url": None},
        {"headers": [["a", 1, True]]},
        {"headers": [["a", "b", "yes"]]},
        {"headers": {"a": "b"}},
        {"auth": [{"kind": "bearer", "value": 1}]},
        {"auth": ["bearer"]},
        {"body": "x"},
        {"body": {"type": "text", "text": 5, "media_type": ""}},
        {"body": {"type": "text", "text": "x", "media_type": None}},
        {"body": {"type": "form", "fields": [], "media_type": 1}},
        {"body": {"type": "multipart", "parts": [{"name": 1}], "media_type": ""}},
        {"body": {"type": "binary", "base64": "é", "media_type": "", "file_name": None}},
        {"body": {"type": "x"}},
        {"query": [[1, 2, 3, 4]]},
        {"url": ...},
    ],
)
def test_what_cannot_be_read_says_so(change: dict[str, object]) -> None:
    data = {**codec.dump(RequestSpec()), **change}
    if data["url"] is ...:
        del data["url"]
    with pytest.raises(InvalidSaved) as error:
        codec.load(data)
    assert error.value.hint
