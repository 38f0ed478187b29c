"""A run as an event stream of the JSON API, and the limits that sending is held to there."""

from __future__ import annotations

import base64
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
from django.test import Client

from playground.accounts.models import ApiToken, Person
from playground.core.streams.framing import EventStreamReader
from playground.history.models import Run
from tests.people import leave
from tests.site import Site
from tests.transport.upstream import answer, upstream

pytestmark = pytest.mark.django_db

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


@pytest.fixture(autouse=True)
def loopback(settings) -> None:
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]


@pytest.fixture
def token() -> str:
    return ApiToken.issue(Person.objects.create())


@pytest.fixture
def send(token: str):
    def post(url: str, accept: str = "text/event-stream", options: dict[str, Any] | None = None, **request: Any) -> Any:
        body = {"request": {"method": "GET", "url": url, **request}, "options": options or {}}
        return Client().post(
            "/api/v1/send",
            json.dumps(body),
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}", "Accept": accept},
        )

    return post


def events(response: Any) -> list[tuple[str, Any]]:
    assert response.status_code == 200
    reader = EventStreamReader()
    found = [event for piece in response.streaming_content for event in reader.feed(piece)]
    return [(event.event, json.loads(event.data)) for event in found]


def content(found: list[tuple[str, Any]]) -> bytes:
    chunks = [data for name, data in found if name == "content-chunk"]
    return b"".join(
        base64.b64decode(data["text"]) if data.get("encoding") == "base64" else data["text"].encode() for data in chunks
    )


def test_everything_is_told_in_its_order(send) -> None:
    with upstream(HEAD, b"data: eins\n\n", 0.05, "data: zwölf\n\n".encode()) as server:
        response = send(server.origin)
        found = events(response)
    names = [name for name, _ in found]
    assert names[:2] == ["request-sent", "response-started"]
    assert set(names[2:-2]) == {"content-chunk"}
    assert names[-2:] == ["exchange-completed", "exchange"]
    assert content(found) == "data: eins\n\ndata: zwölf\n\n".encode()
    sent, started, completed = found[0][1], found[1][1], found[-2][1]
    assert sent["connection"]["address"] == "127.0.0.1"
    assert (started["status"], started["reason"]) == (200, "OK")
    assert {"name": "Content-Type", "value": "text/event-stream"} in started["fields"]
    assert completed["decoded_size"] == len(content(found)) and completed["timings"]["wait"] >= 0
    times = [data["at"] for _, data in found[:-1]]
    assert times == sorted(times)
    assert response.headers["Content-Type"] == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-store"


def test_the_last_event_is_the_plain_answer(send) -> None:
    with upstream(answer(b'{"a": 1}', "Content-Type: application/json")) as server:
        last = events(send(server.origin))[-1][1]
        plain = send(server.origin, accept="application/json").json()
    assert last.keys() == plain.keys() == {"exchange"}
    assert last["exchange"].keys() == plain["exchange"].keys()
    assert last["exchange"]["entry"].keys() == plain["exchange"]["entry"].keys()
    assert last["exchange"]["entry"]["response"]["content"]["text"] == '{"a": 1}'
    assert Run.objects.get(pk=last["exchange"]["id"]).state == Run.State.DONE


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("application/json, text/event-stream;q=0.5", "application/json"),
        ("text/event-stream, application/json;q=0.5", "text/event-stream"),
        ("text/event-stream; q=0, */*", "application/json"),
        ("text/html", "application/json"),
    ],
)
def test_what_is_accepted_decides(send, accept: str, media_type: str) -> None:
    with upstream(answer(b"x")) as server:
        response = send(server.origin, accept=accept)
        b"".join(response)
    assert response.headers["Content-Type"].split(";")[0] == media_type


def test_bytes_that_are_no_text_travel_in_base64(send) -> None:
    data = bytes(range(256))
    with upstream(answer(data, "Content-Type: application/octet-stream")) as server:
        found = events(send(server.origin))
    assert content(found) == data


def test_a_failure_is_told_and_kept(send, settings) -> None:
    settings.PLAYGROUND_ALLOW_NETWORKS = []
    (failed, data), (last, exchange) = events(send("http://127.0.0.1:8080/"))
    assert (failed, last) == ("exchange-failed", "exchange")
    assert data["failure"]["code"] == exchange["exchange"]["failure"]["code"] == "refused_address"


def test_secrets_that_come_back_are_masked_everywhere(send) -> None:
    secret = "sk-secret-0123456789"

    def echo(caller):
        caller.send(
            f"HTTP/1.1 302 {secret}\r\nLocation: /{secret}\r\nContent-Length: 0\r\n\r\n".encode()
            if caller.path == "/"
            else f"HTTP/1.1 200 {secret}\r\nX-Echo: {secret}\r\nContent-Type: {secret}/x\r\n"
            f"Content-Length: 20\r\n\r\n{secret}".encode()
        )

    with upstream(behaviour=echo) as server:
        headers = [{"name": "Authorization", "value": f"Bearer {secret}"}]
        response = send(server.origin, headers=headers)
        told = b"".join(response.streaming_content).decode()
    assert secret in server.requests[1].decode()
    assert "response-started" in told and '"hops": [{' in told
    assert secret not in told
    run = Run.objects.get()
    kept = [run.reason, run.media_type, run.content.fields, run.content.hops, run.failure, bytes(run.content.body)]
    assert secret not in str(kept)


def test_closing_the_stream_ends_the_upstream_and_keeps_what_came(send) -> None:
    def endlessly(caller):
        caller.send(HEAD, b"data: one\n\n")
        while True:
            caller.send(b": still here\n\n", 0.02)

    with upstream(behaviour=endlessly) as server:
        response = send(server.origin)
        pieces = iter(response.streaming_content)
        while b"content-chunk" not in next(pieces):
            pass
        leave(response)
        assert server.closed.wait(10)
    run = Run.objects.get()
    assert (run.state, run.cut) == (Run.State.STOPPED, "stopped")
    assert bytes(run.content.body).startswith(b"data: one\n\n")


def test_silence_is_filled(send) -> None:
    with upstream(0.8, answer(b"late")) as server:
        pieces = list(send(server.origin).streaming_content)
    assert b":\n\n" in pieces


@pytest.mark.parametrize(
    ("options", "pointer", "setting"),
    [
        ({"timeout_s": 601}, "/options/timeout_s", "PLAYGROUND_TOTAL_SECONDS"),
        ({"max_bytes": 64 * 1024 * 1024 + 1}, "/options/max_bytes", "PLAYGROUND_RESPONSE_BYTES"),
    ],
)
def test_options_stay_within_the_limits_of_the_site(send, options, pointer: str, setting: str) -> None:
    for accept in ("application/json", "text/event-stream"):
        response = send("http://127.0.0.1:8080/", accept=accept, options=options)
        problem = response.json()
        assert response.status_code == 422 and response.headers["Content-Type"] == "application/problem+json"
        assert problem["pointer"] == pointer and setting in problem["detail"]
    assert not Run.objects.exists()


@pytest.mark.parametrize("options", [{"timeout_s": 0}, {"timeout_s": -1}, {"max_bytes": 0}, {"timeout_s": "soon"}])
def test_options_that_mean_nothing_are_refused(send, options) -> None:
    assert send("http://127.0.0.1:8080/", options=options).status_code == 422


def test_options_are_obeyed(send) -> None:
    with upstream(answer(b"0123456789", "Content-Type: text/plain")) as server:
        found = events(send(server.origin, options={"max_bytes": 4}))
    assert content(found) == b"0123" and found[-2][1]["cut"] == "size"
    with upstream(answer(b"", "Location: /elsewhere", status="302 Found")) as server:
        found = events(send(server.origin, options={"follow_redirects": False}))
    assert found[1][1]["status"] == 302 and len(server.requests) == 1


def test_too_many_runs_are_a_problem_that_says_when(send, settings) -> None:
    settings.PLAYGROUND_RUNS_PER_MINUTE = 1
    with upstream(answer(b"x")) as server:
        assert send(server.origin, accept="application/json").status_code == 200
        for accept in ("application/json", "text/event-stream"):
            response = send(server.origin, accept=accept)
            assert response.status_code == 429
            assert response.headers["Content-Type"] == "application/problem+json"
            assert 1 <= int(response.headers["Retry-After"]) <= 60
            assert "within a minute" in response.json()["detail"]
    assert len(server.requests) == 1


def test_the_stream_is_described(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]["/api/v1/send"]["post"]["responses"]
    assert set(described["200"]["content"]) == {"application/json", "text/event-stream"}
    text = described["200"]["content"]["text/event-stream"]["schema"]["description"]
    for name in ("request-sent", "response-started", "content-chunk", "exchange-completed", "exchange-failed"):
        assert name in text
    assert "Retry-After" in described["429"]["headers"] and "413" in described


# Over real sockets


def _post(site: Site, token: str, url: str, **options: Any) -> requests.Response:
    return requests.post(
        f"{site.url}/api/v1/send",
        json={"request": {"method": "GET", "url": url}},
        headers={"Authorization": f"Bearer {token}", "Accept": "text/event-stream"},
        timeout=30,
        stream=True,
        **options,
    )


def test_a_client_that_goes_away_ends_a_silent_upstream(site: Site) -> None:
    def silently(caller):
        caller.send(HEAD, b"data: one\n\n")
        caller.sock.recv(1)  # returns when the other side closes

    with upstream(behaviour=silently) as server:
        response = _post(site, site.manage("create_token"), server.origin)
        lines = response.iter_lines()
        while next(lines) != b"event: content-chunk":
            pass
        assert not server.closed.is_set()
        response.close()
        assert server.closed.wait(15)


def test_of_many_that_start_at_once_just_so_many_start(site: Site) -> None:
    """Threads of the site count in the database, one after the other."""
    gate = threading.Event()
    token = site.manage("create_token")
    with upstream(behaviour=lambda caller: (gate.wait(20), caller.send(answer(b"x")))) as server:
        with ThreadPoolExecutor(26) as pool:
            answers = list(pool.map(lambda _: _post(site, token, server.origin), range(26)))
            gate.set()
        states = sorted(response.status_code for response in answers)
        for response in answers:
            response.close()
    assert states == [200] * 20 + [429] * 6
