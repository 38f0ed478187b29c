"""The JSON API as other programs use it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from playground.accounts.models import ApiToken, Person
from playground.environments.services import add_environment, set_variable
from playground.history.models import Run
from tests.site import Site
from tests.transport.upstream import answer, upstream

pytestmark = pytest.mark.django_db

REQUEST = {
    "method": "POST",
    "url": "https://api.example.com/v1/chat/completions",
    "headers": [{"name": "Authorization", "value": "Bearer {{YOUR_API_KEY}}"}],
    "postData": {"mimeType": "application/json", "text": '{"a": 1.0}'},
}


class Api:
    def __init__(self, token: str = "") -> None:
        self.client = Client()
        self.headers = {"HTTP_AUTHORIZATION": f"Bearer {token}"} if token else {}

    def get(self, path: str) -> Any:
        return self.client.get(f"/api/v1/{path}", **self.headers)

    def post(self, path: str, data: Any) -> Any:
        body = data if isinstance(data, str) else json.dumps(data)
        return self.client.post(f"/api/v1/{path}", body, content_type="application/json", **self.headers)


@pytest.fixture
def api() -> Api:
    return Api(ApiToken.issue(Person.objects.create()))


def test_targets(api: Api) -> None:
    targets = api.get("targets").json()["targets"]
    assert {"key", "language", "client", "title", "syntax", "extension", "is_default"} == set(targets[0])
    defaults = [target["language"] for target in targets if target["is_default"]]
    assert defaults == [
        "shell", "javascript", "java", "swift", "go", "php", "python", "http",
        "c", "csharp", "objc", "ruby", "ocaml", "dart", "r",
    ]  # fmt: skip


def test_snippets_of_the_targets_that_are_asked_for(api: Api) -> None:
    made = api.post("snippets", {"request": REQUEST, "targets": ["python_requests", "shell_curl"]}).json()["snippets"]
    assert [snippet["target"] for snippet in made] == ["python_requests", "shell_curl"]
    assert 'os.environ["YOUR_API_KEY"]' in made[0]["code"]
    assert '{"a": 1.0}' in made[0]["code"]
    assert made[0]["warnings"] == []


def test_snippets_with_placeholders_and_with_json_as_a_value_of_the_language(api: Api) -> None:
    asked = {"request": REQUEST, "targets": ["python_requests"], "variables": "placeholders", "native": True}
    code = api.post("snippets", asked).json()["snippets"][0]["code"]
    assert "{{YOUR_API_KEY}}" in code
    assert 'payload = {\n    "a": 1.0,\n}' in code
    assert api.post("snippets", {**asked, "variables": "real"}).status_code == 422


def test_without_targets_the_default_of_each_language(api: Api) -> None:
    made = api.post("snippets", {"request": REQUEST}).json()["snippets"]
    assert len({snippet["language"] for snippet in made}) == len(made) == 15


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ({"request": {"method": "GET"}}, "url"),
        ({"request": {"url": "http://a.test/"}}, "method"),
        ({"request": {"method": "GET", "url": "nowhere"}}, "http"),
        ({"request": {**REQUEST, "headers": [{"name": "a b", "value": ""}]}}, "header"),
        ({"request": {**REQUEST, "postData": {"mimeType": "a/b", "text": "!", "encoding": "base64"}}}, "base64"),
        ({"request": []}, "request"),
        ({}, "request"),
        ({"request": REQUEST, "targets": ["cobol_soap"]}, "cobol_soap"),
        ("{", "JSON"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_422(api: Api, data: Any, word: str) -> None:
    for path in ("snippets", "send") if not (isinstance(data, dict) and "targets" in data) else ("snippets",):
        response = api.post(path, data)
        assert response.status_code == 422
        assert response.headers["Content-Type"] == "application/problem+json"
        problem = response.json()
        assert problem["status"] == 422
        assert word in problem["title"] + problem["detail"]


def test_a_token_is_needed_and_says_how(api: Api) -> None:
    for stranger in (Api(), Api("pg_wrong")):
        response = stranger.get("targets")
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"].startswith("Bearer")
        assert "create_token" in response.json()["detail"]


def test_a_signed_in_session_works_with_its_csrf_token() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_user("ada"))
    data = json.dumps({"request": REQUEST})
    assert client.get("/api/v1/targets").status_code == 200
    refused = client.post("/api/v1/snippets", data, content_type="application/json")
    assert refused.status_code == 403
    client.cookies["csrftoken"] = "a" * 32
    allowed = client.post("/api/v1/snippets", data, content_type="application/json", HTTP_X_CSRFTOKEN="a" * 32)
    assert allowed.status_code == 200


def test_it_describes_itself(client: Client) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.")
    assert {"/api/v1/targets", "/api/v1/snippets", "/api/v1/send"} <= set(described["paths"])


def test_the_command_prints_the_token_alone(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("create_token")
    token = capsys.readouterr().out.strip()
    assert Api(token).get("targets").status_code == 200
    User.objects.create_user("ada")
    call_command("create_token", user="ada")
    assert ApiToken.objects.last().person.user.username == "ada"
    with pytest.raises(CommandError, match="createsuperuser"):
        call_command("create_token", user="nobody")


def test_a_refused_address_is_recorded_and_shown(api: Api) -> None:
    answer = api.post("send", {"request": {"method": "GET", "url": "http://10.0.0.1/"}}).json()["exchange"]
    assert answer["failure"]["code"] == "refused_address"
    assert answer["failure"]["hint"]
    assert answer["entry"]["response"]["status"] == 0
    assert Run.objects.get(pk=answer["id"]).state == Run.State.FAILED


def test_an_environment_by_its_id_or_its_name_fills_the_names(api: Api) -> None:
    person = Person.objects.get()
    staging = add_environment(person, "Staging")
    set_variable(person, "host", "10.0.0.1", secret=False, environment=staging)
    asked = {"method": "GET", "url": "http://{{host}}/"}
    for name in ("staging", staging.key):
        exchange = api.post("send", {"request": asked, "options": {"environment": name}}).json()["exchange"]
        assert exchange["failure"]["code"] == "refused_address"
        assert exchange["entry"]["request"]["url"] == "http://10.0.0.1/"
        assert Run.objects.get(pk=exchange["id"]).content.options["environment"] == staging.key
    add_environment(person, "staging")
    add_environment(Person.objects.create(), "Theirs")
    for name in ("staging", "Theirs", "nothing"):
        answer = api.post("send", {"request": asked, "options": {"environment": name}})
        assert answer.status_code == 422
        assert answer.json()["pointer"] == "/options/environment"


def test_send_against_the_running_site(site: Site) -> None:
    import requests

    token = site.manage("create_token")
    url = f"{site.url}/mock/catalog/v1/models"
    answer = requests.post(
        f"{site.url}/api/v1/send",
        json={
            "request": {
                "method": "GET",
                "url": url,
                "headers": [{"name": "Authorization", "value": "Bearer sk-any-key"}, {"name": "X-Twice", "value": "1"},
                            {"name": "X-Twice", "value": "2"}],
            },
            "options": {"timeout_s": 20},
        },
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    ).json()["exchange"]  # fmt: skip
    assert answer["failure"] is None
    entry = answer["entry"]
    assert entry["response"]["status"] == 200
    assert json.loads(entry["response"]["content"]["text"])["data"]
    sent = [(row["name"], row["value"]) for row in entry["request"]["headers"]]
    assert [value for name, value in sent if name == "X-Twice"] == ["1", "2"]
    assert "sk-any-key" not in json.dumps(answer)
    assert entry["timings"]["wait"] >= 0


def test_a_send_takes_so_many_statements_and_no_more(api: Api, settings: Any) -> None:
    """Token, count of calls, variables · limits, request, run, content, start · answer, run, content, search."""
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]
    with upstream(answer(b'{"a": 1}', "Content-Type: application/json")) as server:
        request = {"method": "POST", "url": server.origin, "headers": [], "postData": {"text": "{}"}}
        api.post("send", {"request": request})  # now and then, what is old is cleared in passing
        with CaptureQueriesContext(connection) as captured:
            sent = api.post("send", {"request": request}).json()["exchange"]
    assert sent["entry"]["response"]["status"] == 200
    said = [query["sql"].removeprefix("1 times: ") for query in captured]
    statements = [sql for sql in said if sql.startswith(("SELECT", "INSERT", "UPDATE")) and "FOR UPDATE" not in sql]
    assert len(statements) == 12, statements
