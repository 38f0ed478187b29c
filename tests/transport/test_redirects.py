"""Redirects: followed by hand, every check again, and nothing secret carried to another origin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.core.messages import Parameter, RequestSpec, TextBody
from playground.core.prepare import prepare
from playground.transport.guard import Policy
from playground.transport.limits import Options
from tests.transport.upstream import LOOPBACK, SMALL, answer, content, failure_code, get, response, send, upstream

REASONS = {
    301: "Moved Permanently",
    302: "Found",
    303: "See Other",
    307: "Temporary Redirect",
    308: "Permanent Redirect",
}


def redirecting(status: int, location: str):
    """Every path but /end leads on."""

    def behave(caller) -> None:
        if caller.path.startswith("/end"):
            caller.send(answer(b"end"))
        else:
            caller.send(answer(b"ignored", f"Location: {location}", status=f"{status} Elsewhere"))

    return behave


def head_of(request: bytes) -> list[str]:
    return request.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")


METHODS = [
    # RFC 9110 §15.4, Fetch HTTP-redirect fetch step 12
    ("GET", 301, "GET"), ("GET", 302, "GET"), ("GET", 303, "GET"), ("GET", 307, "GET"), ("GET", 308, "GET"),
    ("HEAD", 301, "HEAD"), ("HEAD", 302, "HEAD"), ("HEAD", 303, "HEAD"), ("HEAD", 307, "HEAD"), ("HEAD", 308, "HEAD"),
    ("POST", 301, "GET"), ("POST", 302, "GET"), ("POST", 303, "GET"), ("POST", 307, "POST"), ("POST", 308, "POST"),
    ("PUT", 301, "PUT"), ("PUT", 302, "PUT"), ("PUT", 303, "GET"), ("PUT", 307, "PUT"), ("PUT", 308, "PUT"),
    ("DELETE", 301, "DELETE"), ("DELETE", 302, "DELETE"), ("DELETE", 303, "GET"), ("DELETE", 307, "DELETE"),
    ("PATCH", 301, "PATCH"), ("PATCH", 303, "GET"), ("PATCH", 308, "PATCH"),
    ("QUERY", 302, "QUERY"), ("QUERY", 303, "GET"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "status", "following"), METHODS)
def test_methods_and_content(method, status, following):
    body = TextBody("content", "text/plain")
    with upstream(behaviour=redirecting(status, "/end")) as server:
        headers = (Parameter("Content-Language", "en"), Parameter("X-Kept", "1"))
        events = send(prepare(RequestSpec(method, f"{server.origin}/", headers=headers, body=body)))
        first, second = server.requests
    assert failure_code(events) == ""
    assert second.startswith(f"{following} /end HTTP/1.1\r\n".encode())
    assert first.endswith(b"\r\n\r\ncontent")
    hop = response(events).hops[0]
    assert (hop.status, hop.url, hop.location, hop.method) == (status, f"{server.origin}/", "/end", method)
    assert 0 < (hop.at or 0) < response(events).at
    if following == method:
        assert second.endswith(b"\r\n\r\ncontent")
        assert hop.dropped == ()
    else:
        assert second.endswith(b"X-Kept: 1\r\n\r\n")
        assert hop.dropped == ("Content-Language", "Content-Type", "Content-Length")


@pytest.mark.parametrize("status", [200, 300, 304, 305, 306, 399, 401, 500])
def test_other_statuses_are_not_followed(status):
    with upstream(behaviour=redirecting(status, "/end")) as server:
        events = get(f"{server.origin}/")
        assert len(server.requests) == 1
    assert response(events).status == status


def test_a_redirect_without_a_location_is_the_answer():
    with upstream(answer(b"here", status="302 Found")) as server:
        events = get(f"{server.origin}/")
    assert (response(events).status, content(events)) == (302, b"here")


def test_following_can_be_switched_off():
    with upstream(behaviour=redirecting(302, "/end")) as server:
        events = get(f"{server.origin}/", options=Options(follow_redirects=False))
        assert len(server.requests) == 1
    assert (response(events).status, content(events)) == (302, b"ignored")
    assert response(events).fields.get("Location") == "/end"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/end", "/end"),
        ("end", "/a/end"),
        ("../end?x=1", "/end?x=1"),
        ("./../../../end", "/end"),
        ("/end#fragment", "/end"),
        ("//{authority}/end", "/end"),
        ("HTTP://{authority}/end", "/end"),
        ("http://user:password@{authority}/end", "/end"),
        ("/end/a b", "/end/a%20b"),
        ("/end/é", "/end/%C3%A9"),
    ],
)
def test_locations(location, target):
    authority: list[str] = []

    def behave(caller) -> None:
        if "end" in caller.path:
            caller.send(answer(b"end"))
            return
        place = location.format(authority=authority[0]).encode()
        caller.send(b"HTTP/1.1 302 Found\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n")

    with upstream(behaviour=behave) as server:
        authority.append(f"127.0.0.1:{server.port}")
        events = get(f"{server.origin}/a/b?c")
        second = server.requests[1]
    assert content(events) == b"end"
    assert head_of(second)[0] == f"GET {target} HTTP/1.1"
    assert response(events).url == f"{server.origin}{target}"
    assert b"uthorization" not in second


@pytest.mark.parametrize("limit", [0, 1, 10])
def test_a_loop_ends(limit):
    with upstream(behaviour=redirecting(302, "/loop")) as server:
        events = get(f"{server.origin}/", limits=replace(SMALL, redirects=limit))
        assert len(server.requests) == limit + 1
    assert failure_code(events) == "too_many_redirects"
    assert len(events[-1].hops) == limit


FORBIDDEN = [
    ("http://10.0.0.1/", "refused_address"),
    ("http://169.254.169.254/latest/meta-data/", "refused_address"),
    ("http://[::ffff:127.0.0.1]/", "refused_address"),
    ("https://192.168.0.1/", "refused_address"),
    ("//10.0.0.1/", "refused_address"),
    ("http://127.0.0.1:25/", "refused_port"),
    ("http://x.evil.test/", "refused_host"),
    ("ftp://127.0.0.1/", "redirect_refused"),
    ("file:///etc/passwd", "redirect_refused"),
    ("javascript:alert(1)", "redirect_refused"),
    ("data:text/plain,x", "redirect_refused"),
    ("http://2130706433/", "redirect_refused"),
    ("http://127.1/", "redirect_refused"),
    ("http:///x", "redirect_refused"),
    ("http://[::1", "redirect_refused"),
    ("http://a@b@127.0.0.1/", "redirect_refused"),
    ("\\\\10.0.0.1\\", "redirect_refused"),
    ("/\\10.0.0.1/", "redirect_refused"),
    ("/a\tb", "redirect_refused"),
]


@pytest.mark.parametrize(("location", "code"), FORBIDDEN)
def test_every_check_is_made_again(location, code, dialled):
    policy = Policy(allow_networks=LOOPBACK.allow_networks, deny_hosts=(".evil.test",))
    with upstream(behaviour=redirecting(302, location)) as server:
        events = get(f"{server.origin}/", policy=policy)
    assert failure_code(events) == code
    assert dialled == ["127.0.0.1"]
    assert [hop.location for hop in events[-1].hops] == [location]


def test_two_places_to_go():
    with upstream(answer(b"", "Location: /a", "Location: /b", status="302 Found")) as server:
        assert failure_code(get(f"{server.origin}/")) == "redirect_refused"


SECRETS = (
    Parameter("authorization", "Bearer s3cret"),
    Parameter("X-Api-Key", "s3cret"),
    Parameter("Cookie", "session=s3cret"),
    Parameter("Proxy-Authorization", "Basic s3cret"),
    Parameter("X-Plain", "kept"),
)


def test_credentials_stay_behind_when_the_origin_changes():
    options = Options(secret_headers=frozenset({"x-api-key"}))
    with (
        upstream(answer(b"end")) as other,
        upstream(behaviour=redirecting(307, f"{other.origin}/end")) as server,
    ):
        spec = RequestSpec("POST", f"{server.origin}/", headers=SECRETS, body=TextBody("hi", "text/plain"))
        events = send(prepare(spec), options=options)
        assert head_of(other.requests[0]) == [
            "POST /end HTTP/1.1",
            f"Host: 127.0.0.1:{other.port}",
            "X-Plain: kept",
            "Content-Type: text/plain",
            "Content-Length: 2",
        ]
        assert b"s3cret" in server.requests[0]
    assert response(events).hops[0].dropped == ("authorization", "X-Api-Key", "Cookie", "Proxy-Authorization")


def test_credentials_that_were_left_behind_do_not_come_back():
    """There and back again: the first origin does not get them a second time."""
    place: list[str] = []

    def home(caller) -> None:
        status = "200 OK" if caller.path == "/back" else "302 Found"
        caller.send(answer(b"", f"Location: {place[0]}/there", status=status))

    with upstream(behaviour=home) as server, upstream(behaviour=redirecting(302, f"{server.origin}/back")) as other:
        place.append(other.origin)
        send(prepare(RequestSpec("GET", f"{server.origin}/", headers=SECRETS)))
        assert b"Bearer s3cret" in server.requests[0]
        assert b"Bearer s3cret" not in other.requests[0] + server.requests[1]


def test_credentials_stay_within_the_origin():
    with upstream(behaviour=redirecting(302, "/end")) as server:
        events = send(prepare(RequestSpec("GET", f"{server.origin}/", headers=SECRETS)))
        assert head_of(server.requests[1])[1:] == head_of(server.requests[0])[1:]
    assert response(events).hops[0].dropped == ()


def test_another_name_of_the_same_address_is_another_origin():
    place: list[str] = []

    def behave(caller) -> None:
        redirecting(302, place[0])(caller)

    with upstream(behaviour=behave) as server:
        place.append(f"http://other.example:{server.port}/end")
        spec = RequestSpec("GET", f"http://one.example:{server.port}/", headers=SECRETS)
        send(prepare(spec), resolver=lambda host: ["127.0.0.1"])
        assert head_of(server.requests[1])[1:] == [
            f"Host: other.example:{server.port}",
            "X-Api-Key: s3cret",
            "X-Plain: kept",
        ]


def test_a_written_host_stays_within_the_origin_and_is_left_behind_outside():
    with (
        upstream(answer(b"end")) as other,
        upstream(behaviour=redirecting(302, f"{other.origin}/end")) as server,
    ):
        headers = (Parameter("A", "1"), Parameter("host", "virtual.example"))
        events = send(prepare(RequestSpec("GET", f"{server.origin}/", headers=headers)))
        assert head_of(server.requests[0])[1:] == ["A: 1", "host: virtual.example"]
        assert head_of(other.requests[0])[1:] == ["A: 1", f"Host: 127.0.0.1:{other.port}"]
    assert response(events).hops[0].dropped == ("host",)


def test_userinfo_of_the_address_becomes_credentials_that_stay_behind():
    with (
        upstream(answer(b"end")) as other,
        upstream(behaviour=redirecting(302, f"{other.origin}/end")) as server,
    ):
        events = send(prepare(RequestSpec("GET", f"http://user:pw@127.0.0.1:{server.port}/")))
        assert b"Authorization: Basic dXNlcjpwdw==" in server.requests[0]
        assert b"Authorization" not in other.requests[0]
    assert response(events).hops[0].dropped == ("Authorization",)
