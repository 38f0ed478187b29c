"""Collections in every format: what they say of a request, and that the project's own comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.core.assertions import Assertion, dump
from playground.core.collected import Collected, Collection, Example
from playground.core.errors import InvalidSaved, UnknownKey
from playground.core.exporters import registry
from playground.core.exporters.formats import har, har_log, openapi, playground_json, postman
from playground.core.importers import registry as importers
from playground.core.importers.formats.har import load as load_har
from playground.core.messages import (
    BinaryBody,
    Credentials,
    FormBody,
    MultipartBody,
    Parameter,
    Part,
    RequestSpec,
    Response,
    TextBody,
)
from playground.core.openapi.document import load as load_openapi
from playground.core.openapi.operations import operations
from tests.site import ROOT

JSON = '{"model": "gpt-4o", "n": 1.0}'
CHAT = RequestSpec(
    "POST",
    "https://api.example.com:8443/v1/{org}/chat?trace=a%20b",
    path_params=(Parameter("org", "acme"),),
    query=(Parameter("q", "ü &"), Parameter("off", "x", enabled=False)),
    headers=(Parameter("Accept", "*/*"), Parameter("X-Team", "{{TEAM}}")),
    cookies=(Parameter("sid", "{{SID}}"),),
    auth=(Credentials("bearer", "{{KEY}}"),),
    body=TextBody(JSON, "application/json"),
)
ENTRY = {
    "request": {"method": "POST"},
    "response": {
        "status": 201,
        "statusText": "Created",
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "content": {"mimeType": "application/json; charset=utf-8", "text": '{"id": 7}'},
    },
}
BODIES = {
    "form": FormBody((Parameter("a", "1"), Parameter("b", "2", enabled=False))),
    "multipart": MultipartBody(
        (Part("t", "x"), Part("f", None, "voice.mp3", "audio/mpeg"), Part("o", "", enabled=False))
    ),
    "file": BinaryBody(None, "audio/mpeg", "voice.mp3"),
    "text": TextBody("hello", "text/plain; charset=utf-8"),
    "broken": TextBody("{", "application/json"),
}
OPTIONS = {"follow_redirects": False, "timeout_s": 2.5}
EXPECTED = (
    Assertion("status", "equals", "2xx"),
    Assertion("jsonpath", "schema", '{"type": "string"}', "$.id"),
    Assertion("header", "matches", "^ü", "X-Name"),
)
COLLECTION = Collection(
    "My API",
    "What it is for.",
    folders=(Collection("Chat", requests=(Collected("Talk", CHAT, "A note.", "op", (Example("Made", ENTRY),)),)),),
    requests=(
        *(Collected(name, RequestSpec("PUT", f"{{{{base}}}}/v1/{name}", body=body)) for name, body in BODIES.items()),
        Collected("plain", RequestSpec("GET", "https://example.com")),
        Collected(
            "plain", RequestSpec("GET", "https://example.com", headers=(Parameter("Authorization", "Bearer {{K}}"),))
        ),
        Collected("custom", RequestSpec("PURGE", "not an address")),
        Collected("expected", RequestSpec("GET", "https://example.com/e"), options=OPTIONS, assertions=EXPECTED),
    ),
)


@pytest.mark.parametrize("exporter", registry.EXPORTERS, ids=lambda item: item.key)
def test_every_format_writes_json_and_is_named_as_its_file(exporter: Any) -> None:
    assert json.loads(json.dumps(exporter.dump(COLLECTION)))
    assert json.loads(json.dumps(exporter.dump(Collection(""))))
    assert registry.get(exporter.key) is exporter
    assert (ROOT / f"playground/core/exporters/formats/{exporter.key}.py").exists()


def test_an_unknown_format_is_none() -> None:
    with pytest.raises(UnknownKey):
        registry.get("xml")


def test_our_own_comes_back_as_it_was() -> None:
    assert importers.load(json.dumps(playground_json.dump(COLLECTION))) == COLLECTION


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", '{"kind": "playground.request"}', "[" * 100_000, '{"kind": "playground.collection"}']
    + [
        json.dumps({"kind": "playground.collection", "version": 1, **more})
        for more in (
            {"name": 1},
            {"folders": 3},
            {"folders": [None]},
            {"requests": [{"name": "x"}]},
            {"requests": [{"name": "x", "request": {"kind": "playground.request", "version": 1}}]},
            {
                "requests": [
                    {"request": {**playground_json.dump(COLLECTION)["folders"][0]["requests"][0]["request"], "url": 1}}
                ]
            },
            *(
                {"requests": [{"request": playground_json.dump(COLLECTION)["requests"][0]["request"], **wrong}]}
                for wrong in (
                    {"assertions": 1},
                    {"assertions": [1]},
                    {"assertions": [{"part": "body", "comparison": "equals"}]},
                    {"assertions": [{"part": "status", "comparison": "less", "expected": "x"}]},
                    {"assertions": [{"part": 1}]},
                    {"assertions": [{"part": "status", "comparison": "exists"}] * 51},
                    {"options": []},
                )
            ),
            {"version": 2},
            {"version": True},
        )
    ],
)
def test_what_is_no_collection_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidSaved) as caught:
        importers.load(text)
    assert caught.value.message.endswith(".")


def test_folders_that_never_end_are_refused() -> None:
    data: dict[str, Any] = {"name": "x"}
    for _ in range(50):
        data = {"name": "x", "folders": [data]}
    with pytest.raises(InvalidSaved):
        importers.load(json.dumps({"kind": "playground.collection", "version": 1, **data}))


def test_postman_has_folders_addresses_bodies_and_answers() -> None:
    dumped = postman.dump(COLLECTION)
    assert dumped["info"]["schema"].endswith("/v2.1.0/collection.json")
    talk = dumped["item"][0]["item"][0]
    request = talk["request"]
    assert request["url"] == {
        "raw": "https://api.example.com:8443/v1/:org/chat?trace=a b&q=ü &",
        "protocol": "https",
        "host": ["api", "example", "com"],
        "port": "8443",
        "path": ["v1", ":org", "chat"],
        "query": [
            {"key": "trace", "value": "a b"},
            {"key": "q", "value": "ü &"},
            {"key": "off", "value": "x", "disabled": True},
        ],
        "variable": [{"key": "org", "value": "acme"}],
    }
    assert request["auth"] == {"type": "bearer", "bearer": [{"key": "token", "value": "{{KEY}}", "type": "string"}]}
    assert request["body"] == {"mode": "raw", "raw": JSON, "options": {"raw": {"language": "json"}}}
    assert {"key": "Cookie", "value": "sid={{SID}}"} in request["header"]
    answer = talk["response"][0]
    assert (answer["name"], answer["code"], answer["status"], answer["body"]) == ("Made", 201, "Created", '{"id": 7}')
    form, multipart, file = (item["request"]["body"] for item in dumped["item"][1:4])
    assert form["urlencoded"][1] == {"key": "b", "value": "2", "disabled": True}
    assert multipart["formdata"][1] == {"key": "f", "type": "file", "src": "voice.mp3", "contentType": "audio/mpeg"}
    assert file == {"mode": "file", "file": {"src": "voice.mp3"}}
    assert dumped["item"][1]["request"]["url"]["host"] == ["{{base}}"]


def test_har_has_an_entry_for_each_answer_and_each_request_without_one() -> None:
    entries = har_log.dump(COLLECTION)["log"]["entries"]
    assert len(entries) == 1 + len(BODIES) + 4
    talk = entries[0]
    assert (talk["comment"], talk["_folder"], talk["response"]["status"]) == ("Talk", "Chat", 201)
    assert talk["request"]["url"] == "https://api.example.com:8443/v1/acme/chat?trace=a%20b&q=%C3%BC%20%26"
    assert {"name": "Authorization", "value": "Bearer {{KEY}}"} in talk["request"]["headers"]
    assert load_har(talk["request"]).body == TextBody(JSON, "application/json")
    for entry in entries:
        assert {"startedDateTime", "time", "request", "response", "cache", "timings"} <= set(entry) or entry is talk
        assert {"method", "url", "httpVersion", "cookies", "headers", "queryString"} <= set(entry["request"])
    assert entries[-1]["response"] == har.dump_response(Response(status=0))
    assert entries[-1]["_assertions"] == dump(EXPECTED)
    assert "_assertions" not in talk


def test_openapi_is_a_description_that_can_be_read() -> None:
    described = openapi.dump(COLLECTION)
    document = load_openapi(json.dumps(described))
    assert {item.method for item in operations(document)} == {"POST", "PUT", "GET"}
    operation = described["paths"]["/v1/{org}/chat"]["post"]
    assert operation["servers"] == [{"url": "https://api.example.com:8443"}]
    assert operation["security"] == [{"bearer": []}]
    found = {(item["name"], item["in"]): item.get("example") for item in operation["parameters"]}
    assert found == {
        ("org", "path"): "acme",
        ("trace", "query"): "a b",
        ("q", "query"): "ü &",
        ("off", "query"): "x",
        ("X-Team", "header"): "{{TEAM}}",
        ("sid", "cookie"): "{{SID}}",
    }
    body = operation["requestBody"]["content"]["application/json"]["examples"]
    assert body == {"Talk": {"summary": "Talk", "value": json.loads(JSON)}}
    answer = operation["responses"]["201"]["content"]["application/json"]["examples"]["Made"]["value"]
    assert answer == {"id": 7}
    assert described["paths"]["/v1/form"]["put"]["servers"] == [
        {"url": "{base}", "variables": {"base": {"default": "base"}}}
    ]
    assert described["x-not-described"] == ["PURGE custom"]
    assert described["paths"]["/e"]["get"]["x-assertions"] == {"expected": dump(EXPECTED)}
    every = [one for item in described["paths"].values() for one in item.values()]
    assert len({one["operationId"] for one in every}) == len(every)
    assert all(one["responses"] for one in every)


def test_requests_of_one_operation_are_its_examples() -> None:
    same = [
        Collected(name, RequestSpec("POST", "https://a.example/x", body=TextBody("1", "text/plain"))) for name in "ab"
    ]
    operation = openapi.dump(Collection("c", requests=tuple(same)))["paths"]["/x"]["post"]
    assert set(operation["requestBody"]["content"]["text/plain"]["examples"]) == {"a", "b"}


def test_variables_in_a_path_are_parameters() -> None:
    spec = RequestSpec("GET", "https://{{host}}/v1/tasks/{{task_id}}")
    described = openapi.dump(Collection("c", requests=(Collected("n", spec),)))
    operation = described["paths"]["/v1/tasks/{task_id}"]["get"]
    assert operation["parameters"] == [
        {"name": "task_id", "in": "path", "schema": {"type": "string"}, "required": True}
    ]
    assert operation["servers"][0]["variables"] == {"host": {"default": "host"}}
