"""Time, bytes, and Stop."""

from __future__ import annotations

import gc
import gzip
import socket
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest

from playground.core.messages import BinaryBody, Parameter, RequestSpec
from playground.core.prepare import prepare
from playground.transport.client import exchange
from playground.transport.events import ContentChunk, ExchangeCompleted, ResponseStarted
from playground.transport.limits import MIB, Limits, Options
from tests.transport.upstream import LOOPBACK, SMALL, answer, content, failure_code, get, send, upstream

OK = b"HTTP/1.1 200 OK\r\n\r\n"
FOREVER = 30.0
BRIEF = Limits(connect_s=0.3, idle_s=0.3, total_s=1)


def test_the_defaults_are_those_that_are_documented():
    assert Limits() == Limits(10, 120, 600, 64 * MIB, 256 * 1024, 16 * MIB, 10)


def drip(caller) -> None:
    """A byte now and then, for ever, never silent for long."""
    while True:
        caller.send(b"x", 0.1)


def head_drip(caller) -> None:
    caller.send(b"HTTP/1.1 200 OK\r\nX-Drip: ")
    drip(caller)


def body_drip(caller) -> None:
    caller.send(OK)
    drip(caller)


@pytest.mark.parametrize("pieces", [(FOREVER,), (b"HTTP/1.1 200", FOREVER), (OK, FOREVER), (OK + b"hello", FOREVER)])
def test_silence(pieces):
    with upstream(*pieces) as server:
        events = get(f"{server.origin}/", limits=BRIEF)
        assert failure_code(events) == "idle_timed_out"
        assert content(events) in {b"", b"hello"}


@pytest.mark.parametrize("behaviour", [head_drip, body_drip])
def test_a_drip_does_not_outlive_the_total(behaviour):
    with upstream(behaviour=behaviour) as server:
        events = get(f"{server.origin}/", limits=BRIEF)
        assert failure_code(events) == "total_timed_out"
        assert server.closed.wait(2)
    assert (content(events) != b"") == (behaviour is body_drip)


def test_the_total_runs_over_redirects_too():
    def slowly(caller) -> None:
        caller.send(0.2, answer(b"", "Location: /again", status="302 Found"))

    with upstream(behaviour=slowly) as server:
        events = get(f"{server.origin}/", limits=replace(BRIEF, redirects=100))
    assert failure_code(events) == "total_timed_out"
    assert len(events[-1].hops) >= 2


def test_a_person_can_lower_the_time_but_not_raise_it():
    with upstream(behaviour=body_drip) as server:
        assert failure_code(get(f"{server.origin}/", options=Options(timeout_s=0.2))) == "total_timed_out"
        events = get(f"{server.origin}/", limits=BRIEF, options=Options(timeout_s=1000))
        assert failure_code(events) == "total_timed_out"


def test_a_server_that_does_not_read():
    with upstream(FOREVER, reads=False) as server:
        body = BinaryBody(bytes(15 * MIB))
        events = send(prepare(RequestSpec("POST", f"{server.origin}/", body=body)), limits=BRIEF)
    assert failure_code(events) == "idle_timed_out"


def test_a_server_that_does_not_accept():
    with full() as port:
        events = get(f"http://127.0.0.1:{port}/", limits=BRIEF)
    assert failure_code(events) == "connection_timed_out"
    assert events[-1].timings.connect > 0


def test_an_address_that_is_silent_does_not_hold_up_the_next(dialled):
    """The time for connecting is long: only the stagger of RFC 8305 can bring the answer before it is over."""
    with full() as port, upstream(answer(b"ok"), host="127.0.0.2", port=port):
        limits = Limits(connect_s=20)
        events = get(f"http://h.example:{port}/", limits=limits, resolver=lambda host: ["127.0.0.1", "127.0.0.2"])
    assert content(events) == b"ok"
    assert events[0].connection.address == "127.0.0.2"
    assert "127.0.0.2" in dialled


@contextmanager
def full() -> Iterator[int]:
    """A port of 127.0.0.1 whose queue is full: nobody is refused and nobody is let in."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as server, ExitStack() as stack:
        for _ in range(4):
            sock = stack.enter_context(socket.socket())
            sock.setblocking(False)
            sock.connect_ex(server.getsockname())
        yield server.getsockname()[1]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{closed}/",
        "https://127.0.0.1:{plain}/",
        "http://127.0.0.1:{plain}/",
        "http://10.0.0.1/",
        "http://h.x/",
    ],
)
def test_nothing_stays_open(url):
    with upstream(b"nonsense", reads=False) as server, socket.create_server(("127.0.0.1", 0)) as closing:
        closed = closing.getsockname()[1]
        closing.close()
        address = url.format(plain=server.port, closed=closed)
        with warnings.catch_warnings(record=True) as unclosed:
            warnings.simplefilter("always", ResourceWarning)
            for _ in range(5):
                get(address, resolver=lambda host: [])
            gc.collect()
        assert [str(warning.message) for warning in unclosed] == []


def test_nothing_stays_open_of_addresses_that_lost_the_race():
    with full() as port, upstream(answer(b"ok"), host="127.0.0.2", port=port):
        with warnings.catch_warnings(record=True) as unclosed:
            warnings.simplefilter("always", ResourceWarning)
            get(f"http://h.example:{port}/", resolver=lambda host: ["127.0.0.1", "127.0.0.2"])
            gc.collect()
        assert [str(warning.message) for warning in unclosed] == []


# Bytes


def endless(caller) -> None:
    caller.send(OK)
    while True:
        caller.send(bytes(65536))


def endless_chunks(caller) -> None:
    caller.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        caller.send(b"2\r\n..\r\n" * 1000)


@pytest.mark.parametrize("behaviour", [endless, endless_chunks])
def test_an_endless_body_is_cut_and_kept(behaviour):
    with upstream(behaviour=behaviour) as server:
        events = get(f"{server.origin}/", limits=replace(SMALL, response_bytes=100_000))
        assert isinstance(events[-1], ExchangeCompleted)
        assert (events[-1].cut, events[-1].decoded_size) == ("size", 100_000)
        assert len(content(events)) == 100_000
        assert server.closed.wait(2)


@pytest.mark.parametrize(("size", "cut"), [(999, ""), (1000, ""), (1001, "size")])
def test_the_limit_is_exact(size, cut):
    with upstream(answer(b"x" * size)) as server:
        events = get(f"{server.origin}/", options=Options(max_bytes=1000))
    assert (events[-1].cut, len(content(events))) == (cut, min(size, 1000))


def test_a_person_cannot_raise_the_size():
    with upstream(answer(b"x" * 2000)) as server:
        events = get(f"{server.origin}/", limits=replace(SMALL, response_bytes=1000), options=Options(max_bytes=5000))
    assert (events[-1].cut, len(content(events))) == ("size", 1000)


def test_padding_after_the_end_of_a_coded_content_does_not_go_on_for_ever():
    def padded(caller) -> None:
        caller.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"hello"))
        while True:
            caller.send(bytes(10_000))

    with upstream(behaviour=padded) as server:
        events = get(f"{server.origin}/", limits=replace(SMALL, response_bytes=100_000))
    assert (events[-1].cut, content(events)) == ("size", b"hello")


def test_chunk_extensions_do_not_go_on_for_ever():
    def padded(caller) -> None:
        caller.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            caller.send((b"1;" + b"x" * 16000 + b"\r\n.\r\n") * 10)

    with upstream(behaviour=padded) as server:
        events = get(f"{server.origin}/")
    assert events[-1].cut == "size"
    assert len(content(events)) < 10_000


def header_flood(caller) -> None:
    caller.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        caller.send(b"X-Flood: 1\r\n" * 1000)


def long_line(caller) -> None:
    caller.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        caller.send(b"x" * 10000)


def long_status(caller) -> None:
    caller.send(b"HTTP/1.1 200 ")
    while True:
        caller.send(b"x" * 10000)


def interim_flood(caller) -> None:
    while True:
        caller.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100)


def trailer_flood(caller) -> None:
    caller.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
    while True:
        caller.send(b"X-Flood: 1\r\n" * 1000)


@pytest.mark.parametrize("behaviour", [header_flood, long_line, long_status, interim_flood, trailer_flood])
def test_header_floods(behaviour):
    with upstream(behaviour=behaviour) as server:
        assert failure_code(get(f"{server.origin}/")) == "response_headers_too_large"
        assert server.closed.wait(2)


def test_many_headers_within_the_limit():
    many = b"".join(b"X-%d: %d\r\n" % (index, index) for index in range(5000))
    with upstream(b"HTTP/1.1 200 OK\r\n" + many + b"Content-Length: 2\r\n\r\nok") as server:
        events = get(f"{server.origin}/")
    assert content(events) == b"ok"
    started = next(event for event in events if isinstance(event, ResponseStarted))
    assert len(started.fields) == 5001


def test_a_header_block_that_comes_byte_by_byte_within_the_limit():
    block = b"HTTP/1.1 200 OK\r\nX: " + b"y" * 3000 + b"\r\nContent-Length: 0\r\n\r\n"
    with upstream(*(block[i : i + 1] for i in range(len(block)))) as server:
        assert failure_code(get(f"{server.origin}/")) == ""


@pytest.mark.parametrize("size", [900, 1100])
def test_a_request_that_is_too_large_is_not_sent(size, dialled):
    limits = replace(SMALL, request_bytes=2000)
    with upstream(answer()) as server:
        spec = RequestSpec(
            "POST", f"{server.origin}/", headers=(Parameter("X", "y" * 900),), body=BinaryBody(bytes(size))
        )
        events = send(prepare(spec), limits=limits)
        assert failure_code(events) == ("" if size < 1000 else "request_too_large")
        assert bool(dialled) == (size < 1000)


def test_a_file_that_was_not_chosen(dialled):
    spec = RequestSpec("POST", "http://127.0.0.1:1/", body=BinaryBody(None, file_name="cat.png"))
    events = send(prepare(spec))
    assert (failure_code(events), dialled) == ("missing_file", [])
    assert "cat.png" in events[-1].failure.detail


# Stop


def stop_when(events, wanted, stop: threading.Event) -> list:
    """Iterate in a thread; press Stop once an event of the kind has come."""
    seen = []
    come = threading.Event()

    def run() -> None:
        for event in events:
            seen.append(event)
            if wanted is None or isinstance(event, wanted):
                come.set()

    thread = threading.Thread(target=run)
    thread.start()
    if wanted is not None:
        assert come.wait(5)
    time.sleep(0.1)
    stop.set()
    thread.join(1)
    assert not thread.is_alive(), "still running a second after Stop"
    return seen


@pytest.mark.parametrize("pieces", [(FOREVER,), (b"HTTP/1.1 200 OK\r\n", FOREVER)])
def test_stop_before_the_answer(pieces):
    stop = threading.Event()
    with upstream(*pieces) as server:
        prepared = prepare(RequestSpec("GET", f"{server.origin}/"))
        events = stop_when(exchange(prepared, policy=LOOPBACK, stop=stop), None, stop)
    assert failure_code(events) == "stopped"


def test_stop_in_a_silent_stream_keeps_what_came():
    stop = threading.Event()
    with upstream(OK + b"data: 1\n\n", FOREVER) as server:
        prepared = prepare(RequestSpec("GET", f"{server.origin}/"))
        events = stop_when(exchange(prepared, policy=LOOPBACK, stop=stop), ContentChunk, stop)
    assert isinstance(events[-1], ExchangeCompleted)
    assert (events[-1].cut, content(events)) == ("stopped", b"data: 1\n\n")


def test_stop_in_a_flood():
    stop = threading.Event()
    with upstream(behaviour=endless) as server:
        prepared = prepare(RequestSpec("GET", f"{server.origin}/"))
        events = stop_when(
            exchange(prepared, policy=LOOPBACK, stop=stop, limits=Limits(response_bytes=10**12)), ContentChunk, stop
        )
        assert events[-1].cut == "stopped"
        assert server.closed.wait(1)


def test_stop_while_sending():
    stop = threading.Event()
    with upstream(FOREVER, reads=False) as server:
        prepared = prepare(RequestSpec("POST", f"{server.origin}/", body=BinaryBody(bytes(15 * MIB))))
        events = stop_when(exchange(prepared, policy=LOOPBACK, stop=stop), None, stop)
    assert failure_code(events) == "stopped"


def test_stop_while_looking_up():
    stop = threading.Event()
    prepared = prepare(RequestSpec("GET", "http://slow.example/"))
    events = stop_when(exchange(prepared, stop=stop, resolver=lambda host: time.sleep(3) or []), None, stop)
    assert failure_code(events) == "stopped"


def test_stop_before_it_began(dialled):
    stop = threading.Event()
    stop.set()
    events = get("http://127.0.0.1:1/", stop=stop)
    assert (failure_code(events), dialled) == ("stopped", [])


def test_closing_the_generator_closes_the_connection():
    with upstream(behaviour=body_drip) as server:
        events = exchange(prepare(RequestSpec("GET", f"{server.origin}/")), policy=LOOPBACK)
        while not isinstance(next(events), ContentChunk):
            pass
        events.close()
        assert server.closed.wait(2)


def test_a_byte_is_given_out_when_it_comes():
    """The upstream sends the next byte only once the one before has been seen."""
    seen = threading.Event()

    def one_by_one(caller) -> None:
        caller.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(20):
            caller.send(b"1\r\n.\r\n")
            if not seen.wait(3):
                return
            seen.clear()
        caller.send(b"0\r\n\r\n")

    with upstream(behaviour=one_by_one) as server:
        count = 0
        for event in exchange(prepare(RequestSpec("GET", f"{server.origin}/")), policy=LOOPBACK, limits=SMALL):
            if isinstance(event, ContentChunk):
                assert event.data == b"."
                count += 1
                seen.set()
    assert count == 20
    assert isinstance(event, ExchangeCompleted)
