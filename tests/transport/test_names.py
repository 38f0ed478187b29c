"""Names: one look-up for each hop, every answer checked, the vetted address dialled, and Host left as it was."""

from __future__ import annotations

import socket
import threading
import time
from ipaddress import ip_network

import pytest

from playground.core.messages import Parameter, RequestSpec
from playground.core.prepare import prepare
from playground.transport.guard import LocalRoute, Policy
from playground.transport.limits import Limits
from playground.transport.names import by_turns, system_resolver
from tests.transport.upstream import answer, content, failure_code, get, send, upstream


class Names:
    """A stub resolver: gives its answers one after the other, the last for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str) -> list[str]:
        self.asked.append(host)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def test_the_address_that_was_checked_is_dialled_and_the_name_stays_in_host(dialled):
    names = Names(["127.0.0.1"])
    with upstream(answer(b"ok")) as server:
        events = get(f"http://API.example:{server.port}/x", resolver=names)
        assert content(events) == b"ok"
        assert server.requests[0].startswith(f"GET /x HTTP/1.1\r\nHost: api.example:{server.port}\r\n".encode())
    assert names.asked == ["api.example"]
    assert dialled == ["127.0.0.1"]


def test_a_name_is_looked_up_once_so_that_it_cannot_change_between_check_and_connection(dialled):
    names = Names(["127.0.0.2"], ["10.0.0.1"])
    policy = Policy(allow_networks=(ip_network("127.0.0.2/32"),))
    with upstream(answer(b"ok"), host="127.0.0.2") as server:
        assert content(get(f"http://rebind.example:{server.port}/", resolver=names, policy=policy)) == b"ok"
        assert len(names.asked) == 1
        events = get(f"http://rebind.example:{server.port}/", resolver=names, policy=policy)
    assert failure_code(events) == "refused_address"
    assert dialled == ["127.0.0.2"]


def test_a_name_that_turns_inside_on_the_redirect(dialled):
    names = Names(["127.0.0.1"], ["10.0.0.1"])
    with upstream(answer(b"", "Location: /again", status="307 Temporary Redirect")) as server:
        events = get(f"http://rebind.example:{server.port}/", resolver=names)
    assert failure_code(events) == "refused_address"
    assert len(events[-1].hops) == 1
    assert names.asked == ["rebind.example"] * 2
    assert dialled == ["127.0.0.1"]


FORBIDDEN = [
    "10.0.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "fe80::1%lo",
    "0.0.0.0",
]


@pytest.mark.parametrize("forbidden", FORBIDDEN)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_mixed_answers_refuse_the_name(forbidden, place, dialled):
    answers = ["127.0.0.1", "127.0.0.2"]
    answers.insert(place, forbidden)
    policy = Policy(allow_networks=(ip_network("127.0.0.0/8"),))
    events = get("http://mixed.example/", resolver=Names(answers), policy=policy)
    assert failure_code(events) == "refused_address"
    assert dialled == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://10.0.0.1:8080/",
        "http://10.0.0.1:25/",
        "https://192.168.0.1/",
        "http://0.0.0.0/",
        "http://localhost/",
        "http://localhost.:8000/",
    ],
)
def test_nothing_is_dialled_inside(url, dialled):
    events = list(get(url, policy=Policy(), resolver=lambda host: ["127.0.0.1"]))
    assert failure_code(events) == "refused_address"
    assert dialled == []


@pytest.mark.parametrize(
    "url", ["http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://[::1%25lo]/", "http://a@b@127.0.0.1/"]
)
def test_odd_spellings_are_refused_before_anything(url, dialled):
    unparsed = prepare(RequestSpec("GET", "http://example.com/"))
    events = send(type(unparsed)("GET", url, unparsed.fields))
    assert (failure_code(events), dialled) == ("invalid_address", [])


@pytest.mark.parametrize(
    "url", ["ftp://example.com/", "file:///etc/passwd", "gopher://127.0.0.1:70/_x", "WS://example.com/"]
)
def test_other_schemes(url, dialled):
    unparsed = prepare(RequestSpec("GET", "http://example.com/"))
    events = send(type(unparsed)("GET", url, unparsed.fields))
    assert (failure_code(events), dialled) == ("refused_scheme", [])


def test_a_refused_port_is_not_even_looked_up(dialled):
    names = Names(["127.0.0.1"])
    assert failure_code(get("http://example.com:25/", resolver=names)) == "refused_port"
    assert (names.asked, dialled) == ([], [])


def test_a_denied_host_is_not_even_looked_up(dialled):
    names = Names(["127.0.0.1"])
    events = get("http://x.evil.test/", resolver=names, policy=Policy(deny_hosts=(".evil.test",)))
    assert (failure_code(events), names.asked, dialled) == ("refused_host", [], [])


def test_an_allowed_host_may_be_inside():
    with upstream(answer(b"ok")) as server:
        events = get(
            f"http://api.internal:{server.port}/",
            resolver=Names(["127.0.0.1"]),
            policy=Policy(allow_hosts=("api.internal",)),
        )
    assert content(events) == b"ok"


def without_times(event) -> tuple:
    return event.failure, event.hops, event.wire_size


def test_inside_an_open_and_a_closed_port_look_the_same(dialled):
    with upstream(answer(b"open")) as server:
        opened = get(f"http://127.0.0.1:{server.port}/", policy=Policy())
        port = server.port
    with socket.create_server(("127.0.0.1", 0)) as closing:
        shut = closing.getsockname()[1]
    closed = get(f"http://127.0.0.1:{shut}/", policy=Policy())
    assert [without_times(event) for event in opened] == [without_times(event) for event in closed]
    assert str(port) not in str(opened[-1].failure)
    assert dialled == []


# Several answers


def test_public_answers_are_tried_in_turn(dialled):
    with upstream(answer(b"ok"), host="127.0.0.3") as server:
        events = get(
            f"http://h.example:{server.port}/", resolver=Names(["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4"])
        )
    assert content(events) == b"ok"
    assert events[0].connection.address == "127.0.0.3"
    assert dialled == ["127.0.0.1", "127.0.0.2", "127.0.0.3"]


def test_when_none_answers_the_last_says_why(dialled):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    events = get(f"http://h.example:{port}/", resolver=Names(["127.0.0.1", "127.0.0.2"]))
    assert failure_code(events) == "connection_refused"
    assert dialled == ["127.0.0.1", "127.0.0.2"]


def test_ipv6():
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listening:
        port = listening.getsockname()[1]

        def serve() -> None:
            sock, _ = listening.accept()
            sock.recv(65536)
            sock.sendall(answer(b"six"))
            sock.close()

        threading.Thread(target=serve, daemon=True).start()
        events = get(f"http://[0:0::1]:{port}/")
    assert content(events) == b"six"
    assert events[0].connection.address == "::1"


def test_a_connection_that_leads_elsewhere_is_dropped(monkeypatch):
    """What the system says of the other end counts, not what was asked for."""
    with upstream(answer(b"ok")) as server:
        monkeypatch.setattr(socket.socket, "getpeername", lambda self: ("127.0.0.9", server.port), raising=False)
        events = get(f"{server.origin}/")
        assert failure_code(events) == "refused_address"
        assert server.requests in ([], [b""])


# Names that are not found


def raising(error: Exception):
    def resolver(host: str) -> list[str]:
        raise error

    return resolver


@pytest.mark.parametrize(
    "resolver",
    [
        raising(socket.gaierror(socket.EAI_NONAME, "Name or service not known")),
        raising(socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")),
        raising(UnicodeError("label too long")),
        lambda host: [],
    ],
)
def test_name_not_found(resolver, dialled):
    events = get("http://nowhere.example/", resolver=resolver)
    assert (failure_code(events), dialled) == ("name_not_found", [])
    assert "nowhere.example" in events[-1].failure.detail


def test_a_look_up_that_takes_too_long():
    limits = Limits(connect_s=0.2)
    events = get("http://slow.example/", resolver=lambda host: time.sleep(1) or ["127.0.0.1"], limits=limits)
    assert failure_code(events) == "name_timed_out"
    assert events[-1].timings.dns > 0


def test_the_look_up_is_measured():
    with upstream(answer(b"")) as server:
        events = get(f"http://h.example:{server.port}/", resolver=lambda host: time.sleep(0.05) or ["127.0.0.1"])
    assert events[-1].timings.dns >= 50


def test_the_resolver_of_the_system():
    assert system_resolver("127.0.0.1") == ["127.0.0.1"]
    assert set(system_resolver("localhost")) <= {"127.0.0.1", "::1"}
    with pytest.raises(socket.gaierror):
        system_resolver("does-not-exist.invalid")


def test_families_take_turns():
    assert by_turns(["2001::1", "2001::2", "2001::3", "1.1.1.1"]) == ["2001::1", "1.1.1.1", "2001::2", "2001::3"]
    assert by_turns(["1.1.1.1", "2001::1", "2001::2"]) == ["1.1.1.1", "2001::1", "2001::2"]


# Local routes


def test_a_local_route_is_dialled_as_plain_http_whatever_the_policy_says(dialled):
    with upstream(answer(b"mock")) as server:
        route = LocalRoute("https://play.example/mock/", "127.0.0.1", server.port)
        names = Names(["10.0.0.1"])
        policy = Policy(local_routes=(route,))
        events = get("https://play.example/mock/v1/x?y=1", policy=policy, resolver=names)
        assert content(events) == b"mock"
        assert server.requests[0].startswith(b"GET /mock/v1/x?y=1 HTTP/1.1\r\nHost: play.example\r\n")
        for other in [
            "https://play.example/admin",
            "https://play.example/mock/../admin",
            "https://play.example/mock/%2e%2e/admin",
        ]:
            assert failure_code(get(other, policy=policy, resolver=names)) == "refused_address"
        assert len(server.requests) == 1
    assert names.asked == ["play.example"] * 3
    assert dialled == ["127.0.0.1"]


def test_a_redirect_never_takes_a_local_route(dialled):
    with (
        upstream(answer(b"mock")) as local,
        upstream(answer(b"", "Location: https://play.example/mock/x", status="302 Found"), host="127.0.0.2") as outside,
    ):
        policy = Policy(
            allow_networks=(ip_network("127.0.0.2/32"),),
            local_routes=(LocalRoute("https://play.example/mock/", "127.0.0.1", local.port),),
        )
        events = get(f"http://127.0.0.2:{outside.port}/", policy=policy, resolver=Names(["127.0.0.1"]))
        assert failure_code(events) == "refused_address"
        assert local.requests == []
    assert dialled == ["127.0.0.2"]


# Nothing ambient


def test_nothing_of_the_surroundings_is_used(monkeypatch, tmp_path, dialled):
    (tmp_path / ".netrc").write_text("default login root password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]:
        monkeypatch.setenv(name, "http://127.0.0.77:3128")
    with upstream(answer(b"ok", "Set-Cookie: a=b; Path=/")) as server:
        for _ in range(2):
            get(f"{server.origin}/")
        assert server.requests == [f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()] * 2
    assert dialled == ["127.0.0.1"] * 2


def test_every_exchange_has_a_connection_of_its_own():
    with upstream(answer(b"ok", "Connection: keep-alive")) as server:
        for _ in range(3):
            send(prepare(RequestSpec("GET", f"{server.origin}/", headers=(Parameter("Connection", "keep-alive"),))))
            assert server.closed.wait(2)
            server.closed.clear()
        assert len(server.requests) == 3
