"""Answers of every kind, well formed and not: each ends in exactly one last event."""

from __future__ import annotations

import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.core.fields import Fields
from playground.core.messages import BinaryBody, RequestSpec
from playground.core.prepare import prepare
from playground.transport.events import ContentChunk, ExchangeCompleted, ExchangeFailed, RequestSent, ResponseStarted
from tests.transport.upstream import answer, content, failure_code, get, response, send, upstream

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
HELLO = OK + b"Content-Length: 5\r\n\r\nhello"


def kinds(events) -> list[type]:
    return [type(event) for event in events if not isinstance(event, ContentChunk)]


def test_a_whole_exchange():
    with upstream(answer(b"hello", "X-A: 1", "x-b: 2", "X-A: 3", status="201 Made it")) as server:
        events = get(f"{server.origin}/")
    sent, started, chunk, completed = events
    assert isinstance(sent, RequestSent)
    assert (sent.connection.address, sent.connection.port) == ("127.0.0.1", server.port)
    assert isinstance(started, ResponseStarted)
    assert (started.status, started.reason, started.http_version) == (201, "Made it", "HTTP/1.1")
    assert started.fields == Fields([("X-A", "1"), ("x-b", "2"), ("X-A", "3"), ("Content-Length", "5")])
    assert started.url == f"{server.origin}/"
    assert isinstance(chunk, ContentChunk)
    assert isinstance(completed, ExchangeCompleted)
    assert (completed.wire_size, completed.decoded_size, completed.cut) == (5, 5, "")
    assert sent.at <= started.at <= chunk.at <= completed.at
    timings = completed.timings
    assert (timings.dns, timings.ssl) == (-1, -1)
    assert min(timings.connect, timings.send, timings.wait, timings.receive) >= 0
    assert timings.total <= completed.at


WELL_FORMED = {
    "length": (OK + b"Content-Length: 5\r\n\r\nhello", b"hello"),
    "no reason": (b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "empty reason": (b"HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "only line feeds": (b"HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", b"hello"),
    "http 1.0 to the end": (b"HTTP/1.0 200 OK\r\n\r\nhello", b"hello"),
    "to the end": (OK + b"\r\nhello", b"hello"),
    "to the end, said so": (OK + b"Connection: close\r\n\r\nhello", b"hello"),
    "identity": (OK + b"Transfer-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "nothing": (OK + b"Content-Length: 0\r\n\r\n", b""),
    "more than its length": (OK + b"Content-Length: 5\r\n\r\nhello, world", b"hello"),
    "the same length twice": (OK + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "the same length in a list": (OK + b"Content-Length: 5, 5\r\n\r\nhello", b"hello"),
    "chunks": (CHUNKED + b"3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n", b"hello"),
    "chunks and a length": (
        OK + b"Content-Length: 3\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        b"hello",
    ),
    "chunk extensions": (CHUNKED + b'5;a="b;c" \r\nhello\r\n0;x\r\n\r\n', b"hello"),
    "chunks with zeros before": (CHUNKED + b"0005\r\nhello\r\n000\r\n\r\n", b"hello"),
    "chunks by line feeds": (CHUNKED + b"5\nhello\n0\n\n", b"hello"),
    "trailers": (CHUNKED + b"5\r\nhello\r\n0\r\nX-Sum: 1\r\nY: 2\r\n\r\n", b"hello"),
    "hints before": (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + HELLO, b"hello"),
    "several before": (b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 P\r\n\r\n" + HELLO, b"hello"),
    "204": (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", b""),
    "304": (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello", b""),
    "101": (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\nhello", b""),
    "status 999": (b"HTTP/1.1 999 Odd\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "unknown charset": (OK + b"Content-Type: text/plain; charset=klingon\r\n\r\n\xff\xfe", b"\xff\xfe"),
    "unknown coding": (OK + b"Content-Encoding: rot13\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "two codings": (OK + b"Content-Encoding: gzip, br\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
    "folded": (OK + b"X-Fold: a\r\n  b\r\n\tc\r\nContent-Length: 5\r\n\r\nhello", b"hello"),
}  # fmt: skip


@pytest.mark.parametrize("name", WELL_FORMED)
def test_well_formed(name):
    raw, expected = WELL_FORMED[name]
    with upstream(raw) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == ""
    assert content(events) == expected
    assert kinds(events) == [RequestSent, ResponseStarted, ExchangeCompleted]


@pytest.mark.parametrize("name", WELL_FORMED)
def test_well_formed_byte_by_byte(name):
    raw, expected = WELL_FORMED[name]
    with upstream(*(raw[i : i + 1] for i in range(len(raw)))) as server:
        events = get(f"{server.origin}/")
    assert (failure_code(events), content(events)) == ("", expected)


def test_header_values_as_they_came():
    raw = OK + b"X-Latin: na\xefve\r\nX-Utf: \xe6\x97\xa5\r\nX-Empty:\r\nX-Spaces: \t a  b \t\r\n"
    raw += b"X-CR: a\rB: c\r\nX-Fold: a\r\n b\r\nContent-Length: 0\r\n\r\n"
    with upstream(raw) as server:
        fields = response(get(f"{server.origin}/")).fields
    assert list(fields)[:-1] == [
        ("X-Latin", "naïve"),
        ("X-Utf", b"\xe6\x97\xa5".decode("latin-1")),
        ("X-Empty", ""),
        ("X-Spaces", "a  b"),
        ("X-CR", "a B: c"),
        ("X-Fold", "a b"),
    ]


BROKEN = {
    "nothing at all": (b"", "connection_lost"),
    "half a status line": (b"HTTP/1.1 20", "truncated_response"),
    "half a head": (OK + b"X: 1\r\n", "truncated_response"),
    "http 2": (b"\x00\x00\x12\x04\x00\x00\x00\x00\x00", "malformed_response"),
    "http 0.9": (b"<html>hello</html>", "malformed_response"),
    "another protocol": (b"SSH-2.0-OpenSSH_9.6\r\n", "malformed_response"),
    "a tls alert": (b"\x15\x03\x01\x00\x02\x02\x16", "malformed_response"),
    "blank line first": (b"\r\n" + OK + b"\r\n", "malformed_response"),
    "version 2": (b"HTTP/2 200 OK\r\n\r\n", "malformed_response"),
    "version 1.x": (b"HTTP/1.x 200 OK\r\n\r\n", "malformed_response"),
    "lower case": (b"http/1.1 200 OK\r\n\r\n", "malformed_response"),
    "no status": (b"HTTP/1.1\r\n\r\n", "malformed_response"),
    "two digits": (b"HTTP/1.1 20 OK\r\n\r\n", "malformed_response"),
    "four digits": (b"HTTP/1.1 2000 OK\r\n\r\n", "malformed_response"),
    "status 000": (b"HTTP/1.1 000 OK\r\n\r\n", "malformed_response"),
    "status -1": (b"HTTP/1.1 -20 OK\r\n\r\n", "malformed_response"),
    "status not a number": (b"HTTP/1.1 OK\r\n\r\n", "malformed_response"),
    "header without colon": (OK + b"nonsense\r\nContent-Length: 0\r\n\r\n", "malformed_response"),
    "header without name": (OK + b": x\r\n\r\n", "malformed_response"),
    "space before colon": (OK + b"Content-Length : 5\r\n\r\nhello", "malformed_response"),
    "space in name": (OK + b"X Y: 5\r\n\r\n", "malformed_response"),
    "folded first line": (OK + b" X: 5\r\n\r\n", "malformed_response"),
    "nul": (OK + b"X: a\0b\r\n\r\n", "malformed_response"),
    "two lengths": (OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "malformed_response"),
    "two lengths in a list": (OK + b"Content-Length: 5, 6\r\n\r\nhello", "malformed_response"),
    "negative length": (OK + b"Content-Length: -5\r\n\r\nhello", "malformed_response"),
    "signed length": (OK + b"Content-Length: +5\r\n\r\nhello", "malformed_response"),
    "length with underscore": (OK + b"Content-Length: 0_5\r\n\r\nhello", "malformed_response"),
    "hexadecimal length": (OK + b"Content-Length: 0x5\r\n\r\nhello", "malformed_response"),
    "length in other digits": (OK + "Content-Length: ²\r\n\r\nhello".encode("latin-1"), "malformed_response"),
    "empty length": (OK + b"Content-Length:\r\n\r\nhello", "malformed_response"),
    "huge length": (OK + b"Content-Length: 99999999999999999999\r\n\r\nhello", "malformed_response"),
    "unknown transfer coding": (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "malformed_response"),
    "chunked twice": (OK + b"Transfer-Encoding: chunked\r\n" * 2 + b"\r\n0\r\n\r\n", "malformed_response"),
    "chunked almost": (OK + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "malformed_response"),
    "chunk size not a number": (CHUNKED + b"xyz\r\n", "malformed_response"),
    "chunk size with 0x": (CHUNKED + b"0x5\r\nhello\r\n0\r\n\r\n", "malformed_response"),
    "chunk size negative": (CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n", "malformed_response"),
    "chunk size signed": (CHUNKED + b"+5\r\nhello\r\n0\r\n\r\n", "malformed_response"),
    "chunk size empty": (CHUNKED + b"\r\nhello\r\n0\r\n\r\n", "malformed_response"),
    "chunk size enormous": (CHUNKED + b"f" * 17 + b"\r\n", "malformed_response"),
    "chunk size endless": (CHUNKED + b"5" * 40000, "malformed_response"),
    "chunk extension endless": (CHUNKED + b"5;" + b"x" * 40000, "malformed_response"),
    "chunk too long": (CHUNKED + b"3\r\nhello\r\n0\r\n\r\n", "malformed_response"),
    "interim, then nothing": (b"HTTP/1.1 100 Continue\r\n\r\n", "connection_lost"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken(name):
    raw, code = BROKEN[name]
    with upstream(raw) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == code
    assert kinds(events)[-1] is ExchangeFailed
    assert events[-1].failure.hint


def test_several_lengths_are_named():
    with upstream(OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello") as server:
        events = get(f"{server.origin}/")
    assert events[-1].failure.detail == "It has several lengths: 5, 6."


TRUNCATED = {
    "length": OK + b"Content-Length: 50\r\n\r\nhello",
    "in a chunk": CHUNKED + b"50\r\nhello",
    "between chunks": CHUNKED + b"5\r\nhello\r\n",
    "before the end of a chunk": CHUNKED + b"5\r\nhello",
    "in a size": CHUNKED + b"5\r\nhello\r\n1",
    "in the trailers": CHUNKED + b"5\r\nhello\r\n0\r\nX: 1\r\n",
}


@pytest.mark.parametrize("name", TRUNCATED)
def test_truncated_and_what_came_is_kept(name):
    with upstream(TRUNCATED[name]) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == "truncated_response"
    assert content(events) == b"hello"
    assert (events[-1].wire_size, events[-1].decoded_size) == (5, 5)


@pytest.mark.parametrize("chunk", [b"zz\r\n", b"5\r\nhelloXX\r\n"])
def test_what_came_before_a_broken_chunk_is_kept(chunk):
    with upstream(CHUNKED + b"5\r\nhello\r\n", 0.05, chunk) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == "malformed_response"
    assert content(events).startswith(b"hello")


@pytest.mark.parametrize(
    "field",
    [
        b"Content-Length: 5\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\nContent-Length: 9\r\n",
        b"",
    ],
)
def test_head_has_no_content_whatever_its_headers_say(field):
    with upstream(OK + field + b"\r\n", 0.05) as server:
        events = send(prepare(RequestSpec("HEAD", f"{server.origin}/")))
    assert (failure_code(events), content(events)) == ("", b"")


def test_a_broken_length_is_reported_also_where_there_is_no_content():
    with upstream(OK + b"Content-Length: 5, 6\r\n\r\n") as server:
        assert failure_code(send(prepare(RequestSpec("HEAD", f"{server.origin}/")))) == "malformed_response"


def test_an_answer_that_comes_before_the_request_was_read():
    """A server may refuse a large body and close (RFC 9112 §9.5): its answer is what counts."""

    def refuse(caller) -> None:
        caller.send(answer(b"too large", status="413 Content Too Large"))
        caller.sock.shutdown(socket.SHUT_WR)

    body = BinaryBody(bytes(8 * 1024 * 1024))
    with upstream(behaviour=refuse, reads=False) as server:
        events = send(prepare(RequestSpec("POST", f"{server.origin}/", body=body)))
    assert (response(events).status, content(events)) == (413, b"too large")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60), st.sampled_from([b"", b"HTTP/1.1 ", OK, OK + b"Transfer-Encoding: chunked\r\n\r\n"]))
def test_noise_never_raises(noise, start):
    with upstream(start + noise) as server:
        events = get(f"{server.origin}/")
    assert isinstance(events[-1], (ExchangeCompleted, ExchangeFailed))
    assert sum(isinstance(event, (ExchangeCompleted, ExchangeFailed)) for event in events) == 1
