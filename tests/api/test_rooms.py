"""Documents, the history, environments: what the pages do, for programs; and nobody else's."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from playground.accounts.models import ApiToken, Person
from playground.core import codec
from playground.core.messages import Parameter
from playground.environments.models import Environment, Variable
from playground.environments.services import MAX_ENVIRONMENTS
from playground.history.models import Run
from playground.library import drafts
from tests.history.recorded import SPEC, recorded

pytestmark = pytest.mark.django_db

SECRET = "sk-hush-0123456789abcdef"


class Api:
    def __init__(self, person: Person, scopes: tuple[str, ...] = ("read", "write", "send")) -> None:
        self.person = person
        self.client = Client(headers={"Authorization": f"Bearer {ApiToken.issue(person, scopes=scopes)}"})

    def __call__(self, method: str, path: str, data: Any = None) -> Any:
        body = {} if data is None else {"data": json.dumps(data), "content_type": "application/json"}
        return self.client.generic(method, f"/api/v1/{path}", **body)

    def items(self, path: str) -> list[dict[str, Any]]:
        """All pages of a list."""
        found, cursor = [], ""
        while True:
            page = self("GET", f"{path}{'&' if '?' in path else '?'}limit=2&cursor={cursor}").json()
            assert len(page["items"]) <= 2
            found += page["items"]
            if not (cursor := page["next"]):
                return found


@pytest.fixture
def api() -> Api:
    return Api(Person.objects.create())


@pytest.fixture
def stranger() -> Api:
    return Api(Person.objects.create())


# Documents


def test_documents_and_operations(api: Api, catalog: None) -> None:
    assert [item["key"] for item in api.items("documents")] == ["catalog"]
    about = api("GET", "documents/catalog").json()
    assert about["operations"] == 107 and set(about["title"]) == {"en", "zh-hans"}
    page = api("GET", "documents/catalog/operations?limit=200").json()
    assert len(page["items"]) == 107 and page["next"] is None
    first = api("GET", "documents/catalog/operations?limit=3").json()
    second = api("GET", f"documents/catalog/operations?limit=3&cursor={first['next']}").json()
    assert [*first["items"], *second["items"]] == page["items"][:6]
    one = api("GET", "documents/catalog/operations/create-structured-output").json()
    assert one["method"] == "POST"
    assert list(one["openapi"]["paths"]) == [one["path"]]


@pytest.mark.parametrize("path", ["documents/x", "documents/x/operations", "documents/catalog/operations/x"])
def test_what_the_catalog_has_not(api: Api, catalog: None, path: str) -> None:
    assert api("GET", path).status_code == 404


# The history


def test_the_history_in_pages_with_filters(api: Api) -> None:
    runs = [recorded(api.person, status=status) for status in (200, 404, 200, 500, 200)]
    assert [item["id"] for item in api.items("exchanges")] == [str(run.pk) for run in reversed(runs)]
    assert [item["status"] for item in api.items("exchanges?status=4xx")] == [404]
    assert [item["status"] for item in api.items("exchanges?status=500")] == [500]
    assert api.items("exchanges?text=nothing+like+it") == []
    assert len(api.items("exchanges?method=post&since=2020-01-01")) == 5
    assert api.items("exchanges?until=2020-01-01&pinned=true") == []
    for wrong in ("status=9xx", "since=yesterday", "limit=0", "limit=1000", "cursor=x"):
        assert api("GET", f"exchanges?{wrong}").status_code == 422


def test_a_run_is_a_har_entry_until_it_is_deleted(api: Api) -> None:
    run = recorded(api.person, b'{"told": 1}', spec=replace(SPEC, url="https://api.example.com/v1/mine"))
    told = api("GET", f"exchanges/{run.pk}").json()
    assert told["entry"]["request"]["url"] == "https://api.example.com/v1/mine"
    assert json.loads(told["entry"]["response"]["content"]["text"]) == {"told": 1}
    assert (told["state"], told["tags"]) == ("done", [])
    assert api("DELETE", f"exchanges/{run.pk}").status_code == 204
    assert api("GET", f"exchanges/{run.pk}").status_code == 404
    assert not Run.objects.exists()


# Environments


def test_an_environment_from_its_beginning_to_its_end(api: Api) -> None:
    assert [item["key"] for item in api.items("environments")] == ["mock", "production"]
    made = api("POST", "environments", {"name": "Staging", "server": "https://staging.test"})
    assert made.status_code == 201
    key = made.json()["key"]
    assert api("PATCH", f"environments/{key}", {"server": "https://other.test"}).json()["name"] == "Staging"
    assert api("GET", f"environments/{key}").json()["server"] == "https://other.test"
    assert [item["name"] for item in api.items("environments")] == ["Mock", "Production", "Staging"]
    assert api("DELETE", f"environments/{key}").status_code == 204
    assert api("GET", f"environments/{key}").status_code == 404


def test_what_an_environment_may_not_be(api: Api) -> None:
    for wrong in ({}, {"name": ""}, {"name": "  "}, {"name": "x", "server": "ftp://x"}, {"name": 1}, []):
        assert api("POST", "environments", wrong).status_code == 422
    assert api("DELETE", "environments/mock").status_code == 409
    assert api("PATCH", "environments/production", {"name": "x"}).status_code == 409
    assert api("PATCH", "environments/mock", {"server": "https://x.test"}).status_code == 409
    Environment.objects.bulk_create(Environment(person=api.person, name="x") for _ in range(MAX_ENVIRONMENTS))
    assert api("POST", "environments", {"name": "x"}).status_code == 409


@pytest.mark.parametrize("environment", ["production", "session"])
def test_a_secret_is_written_and_never_read(api: Api, environment: str) -> None:
    path = f"environments/{environment}/variables"
    assert api("GET", path).json() == {"items": [], "next": None}
    assert api("PUT", f"{path}/region", {"value": "eu-1"}).json()["value"] == "eu-1"
    kept = api("PUT", f"{path}/KEY", {"value": SECRET, "secret": True}).json()
    assert (kept["value"], kept["ends"]) == (None, "sk-…cdef")
    assert SECRET not in json.dumps(api.items(path)) + Variable.objects.get(name="KEY").stored
    assert api("PUT", f"{path}/region", {"value": "eu-2"}).json()["value"] == "eu-2"
    assert [item["name"] for item in api.items(path)] == ["KEY", "region"]
    assert api("DELETE", f"{path}/KEY").status_code == 204
    assert api("DELETE", f"{path}/KEY").status_code == 404
    for name, data in (("$uuid", {"value": "x"}), ("1a", {"value": "x"}), ("a", {"value": ""}), ("a", {})):
        assert api("PUT", f"{path}/{name}", data).status_code == 422


# Saved requests and shares

HAR = {"method": "GET", "url": "https://api.example.com/v1/mine", "headers": []}


def test_a_saved_request_from_its_beginning_to_its_end(api: Api, stranger: Api) -> None:
    folder = api("POST", "folders", {"name": "Mine"}).json()["id"]
    secret = {**HAR, "headers": [{"name": "Authorization", "value": f"Bearer {SECRET}"}]}
    made = api("POST", "requests", {"request": secret, "name": "First", "folder": folder})
    assert made.status_code == 201 and SECRET not in json.dumps(made.json())
    path = f"requests/{made.json()['id']}"
    assert api("PATCH", path, {"name": "Second", "request": {**HAR, "method": "PUT"}}).json()["method"] == "PUT"
    told = api("GET", path).json()
    assert (told["name"], told["folder"], told["request"]["url"]) == ("Second", folder, HAR["url"])
    assert [item["name"] for item in api.items("requests")] == ["Second"]
    assert [item["name"] for item in api.items("folders")] == ["Mine"]
    assert stranger("POST", "requests", {"request": HAR, "folder": folder}).status_code == 404
    assert stranger("GET", path).status_code == stranger("DELETE", path).status_code == 404
    assert api("DELETE", path).status_code == 204
    assert api.items("requests") == []


def test_folders_and_requests_are_moved_and_ordered(api: Api, stranger: Api) -> None:
    one, two = (api("POST", "folders", {"name": name}).json()["id"] for name in ("One", "Two"))
    first, second = (
        api("POST", "requests", {"request": HAR, "name": name, "folder": one}).json()["id"] for name in "ab"
    )
    assert api("PATCH", f"requests/{second}", {"before": first}).status_code == 200
    assert [item["name"] for item in api.items("requests")] == ["b", "a"]
    assert api("PATCH", f"requests/{first}", {"folder": two}).json()["folder"] == two
    assert api("PATCH", f"requests/{first}", {"name": "c"}).json()["folder"] == two
    assert api("PATCH", f"requests/{first}", {"folder": None}).json()["folder"] is None
    assert api("PATCH", f"folders/{two}", {"before": one, "name": "Zwei"}).json()["name"] == "Zwei"
    assert [item["name"] for item in api.items("folders")] == ["Zwei", "One"]
    assert api("PATCH", f"folders/{two}", {"parent": one}).json()["parent"] == one
    assert api("PATCH", f"folders/{one}", {"parent": two}).status_code == 422, "a folder in itself"
    foreign = stranger("POST", "folders", {"name": "x"}).json()["id"]
    for data in ({"folder": foreign}, {"before": str(uuid4())}):
        assert api("PATCH", f"requests/{first}", data).status_code == 404
    for call in (("PATCH", f"folders/{foreign}", {"name": "y"}), ("DELETE", f"folders/{foreign}", None)):
        assert api(*call).status_code == 404
    assert api("DELETE", f"folders/{one}").status_code == 204
    assert api("GET", f"folders/{one}").status_code == 404


def test_what_is_expected_is_kept_with_a_saved_request(api: Api) -> None:
    expected = [{"part": "status", "comparison": "equals", "expected": "2xx", "place": ""}]
    made = api("POST", "requests", {"request": HAR, "assertions": expected}).json()
    assert made["assertions"] == expected
    path = f"requests/{made['id']}"
    assert api("PATCH", path, {"name": "x"}).json()["assertions"] == expected
    assert api("PATCH", path, {"assertions": []}).json()["assertions"] == []
    for wrong in ({**expected[0], "part": "body"}, {**expected[0], "comparison": "less", "expected": "many"}):
        assert api("PATCH", path, {"assertions": [wrong]}).status_code == 422


def test_a_collection_goes_out_and_comes_in(api: Api, stranger: Api) -> None:
    folder = api("POST", "folders", {"name": "Mine"}).json()["id"]
    api("POST", "requests", {"request": HAR, "name": "First", "folder": folder})
    file = api("GET", f"folders/{folder}/export/playground_json").json()
    assert stranger("GET", f"folders/{folder}/export/playground_json").status_code == 404
    secret = Parameter("Authorization", f"Bearer {SECRET}")
    file["requests"][0]["request"] = codec.dump(replace(SPEC, headers=(secret,)))
    assert stranger("POST", "import", file).status_code == 201
    assert [item["name"] for item in stranger.items("folders")] == ["Mine"]
    everything = stranger("GET", "export/playground_json").json()
    assert everything["folders"][0]["requests"][0]["name"] == "First" and SECRET not in json.dumps(everything)
    assert api("GET", "export/postman").json()["info"]["schema"].endswith("collection.json")
    assert api("GET", "export/xml").status_code == 404
    for wrong in ({}, {"kind": "playground.collection", "version": 99}, []):
        assert stranger("POST", "import", wrong).status_code == 422


def test_a_draft_is_kept_and_nobody_s_words_are_written_over_unseen(api: Api, stranger: Api, catalog: None) -> None:
    path = "documents/catalog/operations/create-structured-output/draft"
    secret = {**HAR, "headers": [{"name": "Authorization", "value": f"Bearer {SECRET}"}]}
    made = api("PUT", path, {"request": secret, "version": 0}).json()
    assert SECRET not in json.dumps(made) and made["request"]["url"] == HAR["url"]
    assert [item["id"] for item in api.items("drafts")] == [made["id"]]
    page = drafts.Page(made["version"], "a tab")
    state = {"request": codec.dump(SPEC), "mock_base": "", "options": {}}
    drafts.put(api.person, "create-structured-output", None, state, page)
    told = api("PUT", path, {"request": HAR, "version": made["version"]})
    assert (told.status_code, told.headers["Content-Type"]) == (409, "application/problem+json")
    assert api("GET", f"drafts/{made['id']}").json()["request"]["url"] == SPEC.url
    assert api("PUT", path, {"request": HAR}).status_code == 200
    for call in (("GET", f"drafts/{made['id']}", None), ("DELETE", f"drafts/{made['id']}", None)):
        assert stranger(*call).status_code == 404
    assert api("PUT", "documents/catalog/operations/nothing/draft", {"request": HAR}).status_code == 404
    assert api("DELETE", f"drafts/{made['id']}").status_code == 204
    assert api.items("drafts") == []


def test_a_share_opens_until_it_is_ended(api: Api, stranger: Api) -> None:
    run = recorded(api.person)
    for wrong in ({}, {"request": HAR, "exchange": str(run.pk)}, {"request": HAR, "answer": True}, {"period": "2"}):
        assert api("POST", "shares", wrong).status_code == 422
    assert stranger("POST", "shares", {"exchange": str(run.pk)}).status_code == 404
    made = api("POST", "shares", {"exchange": str(run.pk), "answer": True, "title": "Look"}).json()
    assert (made["title"], made["has_answer"], made["ended"]) == ("Look", True, False)
    api("POST", "shares", {"request": HAR, "period": "never"})
    assert [item["expires"] is None for item in api.items("shares")] == [True, False]
    link = made["url"].removeprefix("http://testserver")
    assert Client().get(link).status_code == 200
    assert stranger("DELETE", f"shares/{made['id']}").status_code == 404
    assert api("DELETE", f"shares/{made['id']}").status_code == 204
    assert api("GET", f"shares/{made['id']}").json()["ended"] is True
    assert Client().get(link).status_code == 410


# Nobody else's


def test_a_foreign_id_is_404(api: Api, stranger: Api) -> None:
    run = recorded(api.person)
    key = Environment.objects.create(person=api.person, name="Mine").key
    api("PUT", f"environments/{key}/variables/a", {"value": "1"})
    calls = [
        ("GET", f"exchanges/{run.pk}", None),
        ("DELETE", f"exchanges/{run.pk}", None),
        ("GET", f"environments/{key}", None),
        ("PATCH", f"environments/{key}", {"name": "x"}),
        ("DELETE", f"environments/{key}", None),
        ("GET", f"environments/{key}/variables", None),
        ("PUT", f"environments/{key}/variables/a", {"value": "2"}),
        ("DELETE", f"environments/{key}/variables/a", None),
    ]
    for call in calls:
        assert stranger(*call).status_code == 404, call
        assert Client().generic(call[0], f"/api/v1/{call[1]}").status_code == 401, call
    assert Variable.objects.get().stored == "1"
    assert stranger.items("exchanges") == []
    assert len(stranger.items("environments")) == 2
    assert [api(*call).status_code for call in calls if call[0] == "GET"] == [200, 200, 200]


def test_a_token_does_what_its_scopes_say() -> None:
    person = Person.objects.create()
    calls = {
        "read": ("GET", "exchanges", None, 200),
        "write": ("DELETE", f"exchanges/{uuid4()}", None, 404),
        "send": ("POST", "send", {"request": {"method": "GET", "url": "nowhere"}}, 422),
    }
    for scope in calls:
        reader = Api(person, (scope,))
        for needed, (method, path, data, status) in calls.items():
            answer = reader(method, path, data)
            assert answer.status_code == (status if needed == scope else 403), (scope, needed)
            if needed != scope:
                assert f'scope="{needed}"' in answer.headers["WWW-Authenticate"]
    snippets = {"request": {"method": "GET", "url": "https://a.test/"}}
    assert Api(person, ("read",))("POST", "snippets", snippets).status_code == 200
