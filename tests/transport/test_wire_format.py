"""What leaves is what was prepared, to the byte."""

from __future__ import annotations

import pytest

from playground.core.fields import Fields, encode_value
from playground.core.messages import BinaryBody, NoBody, Parameter, PreparedRequest, RequestSpec, TextBody
from playground.core.prepare import prepare
from tests.transport.upstream import answer, content, failure_code, send, upstream

HEADERS = (
    Parameter("x-LOWER-upper", "1"),
    Parameter("Accept", "text/html"),
    Parameter("X-Repeat", "a"),
    Parameter("X-Between", "b"),
    Parameter("x-repeat", "c"),
    Parameter("X-Empty", ""),
    Parameter("X-Latin", "naïve ÿ"),
    Parameter("X-Wide", "日本語 🎉"),
    Parameter("X-Tab", "a\tb"),
    Parameter("!#$%&'*+-.^_`|~", "odd"),
    Parameter("Connection", "keep-alive"),
    Parameter("X-Colon", ":a:b:"),
    Parameter("X-Long", "x" * 20000),
)


def as_bytes(prepared: PreparedRequest, target: str) -> bytes:
    lines = [f"{prepared.method} {target} HTTP/1.1".encode()]
    lines += [name.encode() + b": " + encode_value(value) for name, value in prepared.fields]
    return b"\r\n".join(lines) + b"\r\n\r\n" + prepared.content


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "query", "M-X!"]
)
@pytest.mark.parametrize("body", [NoBody(), TextBody("héllo", "text/plain"), BinaryBody(bytes(range(256)))])
def test_the_wire_is_the_prepared_request(method, body):
    with upstream(answer(b"")) as server:
        prepared = prepare(RequestSpec(method, f"{server.origin}/p", headers=HEADERS, body=body))
        assert failure_code(send(prepared)) == ""
        assert server.requests == [as_bytes(prepared, "/p")]


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "//",
        "//a//b",
        "/a%2fb",
        "/%7e",
        "/a/../b",
        "/./.",
        "/a;b=c",
        "/?",
        "/??",
        "/?a=%zz",
        "/%",
        "/?x=[1]&y='",
        "/a?b#c",
    ],
)
def test_the_target_is_not_touched(target):
    with upstream(answer(b"ok")) as server:
        prepared = prepare(RequestSpec("GET", server.origin + target))
        assert content(send(prepared)) == b"ok"
        assert server.requests[0].split(b" ")[1].decode() == target.partition("#")[0]


def test_a_bare_request_has_nothing_but_its_own_fields():
    with upstream(answer(b"")) as server:
        send(PreparedRequest("GET", f"{server.origin}/", Fields([("Host", "h")])))
        assert server.requests == [b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"]


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        ("GET", [("X", "a\r\nInjected: 1")]),
        ("GET", [("X\r\nInjected", "1")]),
        ("GET", [("X Y", "1")]),
        ("GET", [("", "1")]),
        ("GET", [("X", "\0")]),
        ("GET", [("X", "\ud83d")]),
        ("GET / HTTP/1.1\r\nX:", [("X", "1")]),
    ],
)
def test_what_would_break_the_message_never_leaves(method, fields):
    with upstream(answer(b"")) as server:
        events = send(PreparedRequest(method, f"{server.origin}/", Fields(fields)))
        assert failure_code(events) == "invalid_request"
        assert server.requests == []
