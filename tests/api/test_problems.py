"""Every error is problem details (RFC 9457), whoever makes it; limits are told in header fields."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from playground.accounts.models import ApiToken, Person

pytestmark = pytest.mark.django_db

JSON = "application/json"


@pytest.fixture
def api() -> Client:
    return Client(headers={"Authorization": f"Bearer {ApiToken.issue(Person.objects.create())}"})


@pytest.mark.parametrize(
    ("method", "path", "body", "media_type", "status"),
    [
        ("GET", "nothing", "", "", 404),
        ("GET", "exchanges/not-an-id", "", "", 404),
        ("PUT", "targets", "", "", 405),
        ("HEAD", "send", "", "", 405),
        ("POST", "snippets", "a=1", "application/x-www-form-urlencoded", 415),
        ("POST", "snippets", "{}", "", 415),
        ("POST", "snippets", "<a/>", "text/xml", 415),
        ("POST", "snippets", "{", JSON, 422),
        ("POST", "snippets", "", JSON, 422),
        ("POST", "snippets", "[]", JSON, 422),
        ("POST", "snippets", '{"request": {"method": "GET", "url": "\\ud800"}}', JSON, 422),
        ("GET", "exchanges?limit=many", "", "", 422),
    ],
)
def test_an_error_is_a_problem(api: Client, method: str, path: str, body: str, media_type: str, status: int) -> None:
    answer = api.generic(method, f"/api/v1/{path}", body, content_type=media_type)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    if method != "HEAD":
        problem = answer.json()
        assert problem["status"] == status
        assert problem["title"] and problem["type"] == "about:blank"
    if status == 405:
        assert answer.headers["Allow"]


def test_a_body_that_is_too_large(api: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = api.post("/api/v1/snippets", "x" * 1001, content_type=JSON)
    assert (answer.status_code, answer.json()["detail"]) == (413, "A body has 1,000 bytes at most.")


def test_a_bug_of_ours_is_a_problem_too(api: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("playground.core.snippets.generate_all", broken)
    api.raise_request_exception = False
    answer = api.post("/api/v1/snippets", {"request": {"method": "GET", "url": "https://a.test/"}}, JSON)
    assert (answer.status_code, answer.json()["status"]) == (500, 500)


def test_a_parameter_is_named_by_its_pointer(api: Client) -> None:
    assert api.get("/api/v1/exchanges?status=nine").json()["errors"][0]["pointer"] == "/status"
    wrong = api.post("/api/v1/send", {"request": {}, "options": {"timeout_s": 0}}, JSON)
    assert wrong.json()["errors"][0]["pointer"] == "/options/timeout_s"
    for options, pointer in (({"timeout": 5}, "/options/timeout"), ([], "/options")):
        unknown = api.post("/api/v1/send", {"request": {}, "options": options}, JSON)
        assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, pointer)


def test_what_is_left_of_the_calls_is_told(api: Client, settings: Any) -> None:
    settings.PLAYGROUND_API_PER_MINUTE = 3
    answers = [api.get("/api/v1/targets") for _ in range(4)]
    assert answers[0].headers["RateLimit-Policy"] == '"calls";q=3;w=60'
    assert [answer.headers["RateLimit"].split(";")[1] for answer in answers] == ["r=2", "r=1", "r=0", "r=0"]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[3].headers["Retry-After"]) <= 60
    other = Client(headers={"Authorization": f"Bearer {ApiToken.issue(Person.objects.create())}"})
    assert other.get("/api/v1/targets").status_code == 200


def test_somebody_without_a_token_is_told_so_before_anything_else() -> None:
    for token in ("", "pg_wrong"):
        stranger = Client(headers={"Authorization": f"Bearer {token}"} if token else {}, enforce_csrf_checks=True)
        answer = stranger.post("/api/v1/snippets", {"request": {}}, JSON)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_errors_of_pages_stay_pages(client: Client) -> None:
    assert client.get("/nothing/").headers["Content-Type"].startswith("text/html")
