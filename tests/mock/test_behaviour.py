"""What the mock does with requests that are not the documented ones."""

import json
from base64 import b64decode
from dataclasses import replace

import pytest
from django.test import Client

from playground.core.messages import Parameter, Part
from playground.core.mocking import tasks
from playground.core.mocking.conformance import conforms
from playground.core.streams.framing import EventStreamReader, read_events
from tests.mock.conftest import content_of, documented, page, send, with_json

CHAT = "create-chat-completion"


def body_of(key, **choice):
    return json.loads(documented(key, **choice).body.text)


def post(key, prefer="pace=0", **changes):
    body = {name: value for name, value in {**body_of(key), **changes}.items() if value is not ...}
    return send(with_json(documented(key, prefer=prefer), json.dumps(body)))


def text_of(stream):
    frames = [json.loads(event.data) for event in read_events(stream) if event.data != "[DONE]"]
    return "".join((frame["choices"] or [{}])[0].get("delta", {}).get("content") or "" for frame in frames)


# Which page is meant


@pytest.mark.parametrize(
    ("key", "changes", "told"),
    [
        (CHAT, {"messages": [{"role": "user", "content": "anything"}], "model": "other"}, "你好"),
        ("create-chat-function-call", {}, "get_current_weather"),
        ("create-chat-vision", {"model": "qwen-vl"}, "木栈道"),
        ("create-chat-json-mode", {}, "fruits"),
        ("create-chat-deep-seek-reasoner", {}, "reasoning_content"),
        ("create-message-tools", {}, "tool_use"),
        ("create-message-thinking", {}, "thinking"),
        ("create-chat-gpts", {}, "cat"),
    ],
)
def test_the_page_that_looks_most_like_the_request_answers(key, changes, told):
    assert told in post(key, **changes).content.decode()


def test_the_second_turn_of_a_tool_call_answers_in_words():
    answer = send(documented("create-chat-function-call", example="answer")).json()
    assert "22°C" in answer["choices"][0]["message"]["content"]


# Fitted to the request


@pytest.mark.parametrize("stream", [False, True])
def test_the_model_that_was_asked_for_answers(stream):
    content = content_of(post(CHAT, model="my-model", stream=stream)).decode()
    assert '"my-model"' in content.replace(": ", ":").replace('model":', "") and "gpt-4o" not in content


def test_the_model_in_a_path_answers():
    spec = documented("gemini-generate")
    answer = send(replace(spec, path_params=(Parameter("model", "gemini-9"),))).json()
    assert answer["modelVersion"] == "gemini-9"


def test_as_many_choices_as_asked_for():
    answer = post("create-chat-n-choices", n=3).json()
    assert [choice["index"] for choice in answer["choices"]] == [0, 1, 2]


@pytest.mark.parametrize(
    ("changes", "count", "length"),
    [({"input": ["a", "b", "c"]}, 3, 3), ({"input": "a", "dimensions": 8}, 1, 8), ({"input": [1, 2]}, 1, 3)],
)
def test_embeddings_are_as_many_and_as_long_as_asked_for(changes, count, length):
    entries = post("create-embedding", **changes).json()["data"]
    assert [entry["index"] for entry in entries] == list(range(count))
    assert {len(entry["embedding"]) for entry in entries} == {length}


def test_embeddings_have_a_bound():
    entries = post("create-embedding", input=["x"] * 2048, dimensions=10_000).json()["data"]
    assert sum(len(entry["embedding"]) for entry in entries) <= 200_000


def test_embeddings_in_base64_are_floats_of_four_bytes():
    entry = post("create-embedding", encoding_format="base64", dimensions=16).json()["data"][0]
    assert len(b64decode(entry["embedding"])) == 64


def test_a_tool_of_the_request_is_called():
    tool = {
        "type": "function",
        "function": {
            "name": "book_table",
            "parameters": {
                "type": "object",
                "properties": {
                    "people": {"type": "integer", "minimum": 2},
                    "when": {"type": "string", "format": "date"},
                },
                "required": ["people", "when"],
                "additionalProperties": False,
            },
        },
    }
    call = post("create-chat-function-call", tools=[tool], tool_choice="auto").json()["choices"][0]["message"][
        "tool_calls"
    ]
    assert call[0]["function"]["name"] == "book_table"
    assert conforms(json.loads(call[0]["function"]["arguments"]), tool["function"]["parameters"])


SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 3, "maxLength": 8},
        "code": {"type": "string", "pattern": "^[A-Z]{3}-\\d{4}$"},
        "tags": {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"enum": ["a", "b", "c"]}},
        "child": {"anyOf": [{"$ref": "#"}, {"type": "null"}]},
        "kind": {"$ref": "#/$defs/Kind"},
        "ratio": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.1},
    },
    "required": ["name", "code", "tags", "child", "kind", "ratio"],
    "additionalProperties": False,
    "$defs": {"Kind": {"const": "leaf"}},
}


@pytest.mark.parametrize("stream", [False, True])
def test_a_structured_answer_is_of_the_very_schema(stream):
    asked = {"type": "json_schema", "json_schema": {"name": "mine", "strict": True, "schema": SCHEMA}}
    response = post("create-structured-output", response_format=asked, stream=stream)
    content = content_of(response)
    text = text_of(content) if stream else json.loads(content)["choices"][0]["message"]["content"]
    assert conforms(json.loads(text), SCHEMA)


def test_the_documented_structured_answer_stands_where_it_conforms():
    answer = send(documented("create-structured-output")).json()
    assert json.loads(answer["choices"][0]["message"]["content"])["final_answer"] == "x = -3.75"


def test_structured_answers_of_the_other_families():
    asked = {"type": "json_schema", "name": "mine", "schema": SCHEMA}
    answer = post("create-response-structured", text={"format": asked}).json()
    assert conforms(json.loads(answer["output"][0]["content"][0]["text"]), SCHEMA)
    config = {"responseMimeType": "application/json", "responseSchema": {"type": "ARRAY", "items": {"type": "INTEGER"}}}
    answer = post("gemini-structured", generationConfig=config).json()
    assert conforms(json.loads(answer["candidates"][0]["content"]["parts"][0]["text"]), {"items": {"type": "integer"}})


@pytest.mark.parametrize("schema", [{"type": "nothing"}, {"properties": 3}, {"$ref": "https://example.com/s.json"}])
def test_a_schema_that_is_none_does_no_harm(schema):
    asked = {"type": "json_schema", "json_schema": {"name": "mine", "schema": schema}}
    response = post("create-structured-output", response_format=asked)
    if "$ref" in schema:
        assert response.status_code == 200
    else:
        assert response.status_code == 422
        assert response.json()["errors"][0]["pointer"] == "#/response_format/json_schema/schema"


@pytest.mark.timeout(20)
def test_a_pattern_that_never_ends_is_not_run():
    schema = {"type": "object", "properties": {"a": {"type": "string", "pattern": "^(a+)+$"}}, "required": ["a"]}
    asked = {"type": "json_schema", "json_schema": {"name": "mine", "schema": schema}}
    assert post("create-structured-output", response_format=asked).status_code == 200


# Files


def test_pictures_are_of_the_size_and_format_that_was_asked_for():
    for changes, start in (
        ({"size": "64x32"}, b"\x89PNG"),
        ({"output_format": "jpeg"}, b"\xff\xd8"),
        ({"output_format": "webp"}, b"RIFF"),
    ):
        entry = post("create-image", **changes).json()["data"][0]
        assert b64decode(entry["b64_json"]).startswith(start)
    png = b64decode(post("create-image", size="64x32").json()["data"][0]["b64_json"])
    assert (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")) == (64, 32)


@pytest.mark.parametrize(
    ("wanted", "media_type", "start"),
    [
        ("mp3", "audio/mpeg", b"\xff\xfb"),
        ("opus", "audio/opus", b"OggS"),
        ("aac", "audio/aac", b"\xff\xf1"),
        ("flac", "audio/flac", b"fLaC"),
        ("wav", "audio/wav", b"RIFF"),
        ("pcm", "audio/pcm", b""),
    ],
)
def test_speech_is_of_the_format_that_was_asked_for(wanted, media_type, start):
    response = post("create-speech", response_format=wanted)
    assert response.headers["Content-Type"] == media_type
    assert response.content.startswith(start) and len(response.content) > 300


def test_speech_as_a_stream_is_a_whole_file_in_pieces():
    frames = [json.loads(event.data) for event in read_events(content_of(post("create-speech", stream_format="sse")))]
    pieces = [frame["audio"] for frame in frames if "audio" in frame]
    assert len(pieces) > 4
    assert b64decode("".join(pieces)) == post("create-speech").content


def test_addresses_in_answers_answer():
    spec = documented("create-image-dalle3")
    address = send(spec).json()["data"][0]["url"]
    assert address.startswith("http://testserver/mock/catalog/-/files/")
    response = Client().get(address.removeprefix("http://testserver"))
    assert response.status_code == 200 and response.content.startswith(b"\x89PNG")
    assert Client().get("/mock/catalog/-/files/cat.exe").status_code == 404


@pytest.mark.parametrize(("wanted", "start"), [("srt", "1\n00:00"), ("vtt", "WEBVTT\n"), ("text", "你好")])
def test_transcripts_as_text(wanted, start):
    spec = documented("create-transcription")
    spec = replace(spec, body=replace(spec.body, parts=(*spec.body.parts, Part("response_format", wanted))))
    response = send(spec)
    assert response.headers["Content-Type"] == "text/plain"
    assert response.content.decode().startswith(start)


def test_a_verbose_transcript():
    assert send(documented("create-transcription", example="verbose")).json()["words"]


# Tasks


def at(monkeypatch, seconds):
    monkeypatch.setattr("playground.mock.views.time.time", lambda: 1_750_000_000 + seconds)


def poll(key, task_id):
    spec = documented(key)
    name = spec.path_params[0].name
    return send(replace(spec, path_params=(Parameter(name, task_id),)))


@pytest.mark.parametrize(
    ("submit", "poll_key", "status", "words"),
    [
        ("create-video", "get-video", "/status", ["queued", "in_progress", "completed"]),
        ("mj-imagine", "mj-fetch-task", "/status", ["SUBMITTED", "IN_PROGRESS", "SUCCESS"]),
        ("suno-lyrics", "suno-fetch-task", "/data/status", ["SUBMITTED", "IN_PROGRESS", "SUCCESS"]),
        ("create-kling-text2-video", "get-kling-text2-video", "/data/status", ["SUBMITTED", "IN_PROGRESS", "SUCCESS"]),
        ("create-luma-generation", "get-luma-generation", "/state", ["queued", "dreaming", "completed"]),
        ("create-runway-video", "get-runway-task", "/status", ["PENDING", "RUNNING", "SUCCEEDED"]),
    ],
)
def test_a_task_goes_from_submitted_to_done(monkeypatch, submit, poll_key, status, words):
    at(monkeypatch, 0)
    task = tasks.task_of(page(submit))
    task_id = str(tasks.look_up(send(documented(submit)).json(), task.id_pointer))
    told, outputs = [], []
    for seconds in (0.5, 3, 7):
        at(monkeypatch, seconds)
        answer = poll(poll_key, task_id).json()
        told.append(tasks.look_up(answer, status))
        outputs.append(any(tasks.look_up(answer, pointer) for pointer in task.outputs))
        assert task_id in json.dumps(answer)
    assert told == words
    assert outputs == [False, False, True]


def test_two_tasks_are_two():
    assert send(documented("create-video")).json()["id"] != send(documented("create-video")).json()["id"]


def test_a_film_is_there_when_its_task_is_done(monkeypatch):
    at(monkeypatch, 0)
    task_id = send(documented("create-video")).json()["id"]
    early = poll("get-video-content", task_id)
    assert early.status_code == 400 and "not done yet" in early.json()["message"]
    at(monkeypatch, 7)
    film = poll("get-video-content", task_id)
    assert film.headers["Content-Type"] == "video/mp4" and film.content[4:8] == b"ftyp"


# What is refused


def test_what_does_not_conform_is_told_place_by_place():
    response = post(CHAT, messages=[{"role": "nobody", "content": 3}], temperature="hot", model=...)
    assert response.status_code == 422
    assert response.headers["Content-Type"] == "application/problem+json"
    places = {error["pointer"]: error["detail"] for error in response.json()["errors"]}
    assert places["#/model"] == "model is required."
    assert places["#/temperature"] == "Should be number, not string."
    assert "#/messages/0/role" in places


def test_parameters_are_held_to_their_schema_too():
    spec = documented("search-gpts")
    response = send(replace(spec, query=(Parameter("id", "no-prefix"),)))
    assert response.status_code == 422
    assert response.json()["errors"][0] | {"detail": ""} == {"pointer": "#/id", "in": "query", "detail": ""}
    assert send(replace(spec, query=())).json()["errors"][0]["detail"] == "id is required."


@pytest.mark.parametrize("text", ['{"model": ', "[1,", "NaN", "[" * 100_000, "\ud800"[:0] + "not json"])
def test_malformed_json_is_400(text):
    response = send(with_json(documented(CHAT), text))
    assert response.status_code == 400
    assert response.json()["status"] == 400 and "JSON" in response.json()["title"]


def test_no_body_another_body_and_too_large_a_body():
    spec = documented(CHAT)
    assert send(with_json(spec, "")).status_code == 400
    xml = replace(spec, headers=(Parameter("Content-Type", "text/xml"), *spec.headers[1:]))
    assert send(xml).status_code == 415
    assert send(with_json(spec, " " * (16 * 1024 * 1024 + 1))).status_code == 413


def test_nested_200_deep_is_read():
    deep = "x"
    for _ in range(200):
        deep = [deep]
    assert post(CHAT, metadata=deep).status_code == 200


def test_unknown_paths_tell_what_is_near():
    response = Client().get("/mock/catalog/v1/chat/completion")
    assert response.status_code == 404
    assert "/v1/chat/completions" in response.json()["near"]
    assert Client().get("/mock/nothing/v1").status_code == 404


def test_a_method_that_is_not_described():
    response = Client().put("/mock/catalog/v1/chat/completions")
    assert response.status_code == 405 and response.headers["Allow"] == "POST, OPTIONS"


def test_head_is_answered_without_content():
    response = send(documented("list-models"), method="HEAD")
    assert response.status_code == 200 and response.content == b""


def test_variants_of_a_path():
    spec = documented("mj-fetch-task")
    assert send(replace(spec, url=spec.url.replace("/mj/", "/mj-fast/mj/"))).status_code == 200


def test_what_is_there_is_listed():
    listed = Client().get("/mock/catalog/").json()["operations"]
    assert len(listed) == 107 and listed[0]["url"].startswith("http://testserver/mock/catalog/v1/")


# Keys


def test_each_alternative_of_security_will_do():
    spec = documented("gemini-generate")
    bare = replace(spec, headers=tuple(row for row in spec.headers if row.name != "x-goog-api-key"), query=())
    assert send(bare).status_code == 401
    assert send(replace(bare, query=(Parameter("key", "any"),))).status_code == 200
    assert send(replace(bare, headers=(*bare.headers, Parameter("Authorization", "Bearer any")))).status_code == 200
    assert (
        send(replace(bare, headers=(*bare.headers, Parameter("Authorization", "Bearer sk-refused")))).status_code == 401
    )


# Browsers


def test_every_origin_may_ask():
    headers = {
        "Origin": "https://elsewhere.test",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,x-custom",
    }
    response = Client().options("/mock/catalog/v1/chat/completions", headers=headers)
    assert response.status_code == 204 and response.content == b""
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "POST"
    assert response.headers["Access-Control-Allow-Headers"] == "authorization,content-type,x-custom"
    for answer in (post(CHAT), Client().get("/mock/catalog/nowhere"), Client().get("/mock/nothing/")):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_no_csrf_token_is_asked_for():
    assert Client(enforce_csrf_checks=True).post("/mock/catalog/v1/chat/completions").status_code == 401


# Preferences


def test_another_status_another_example_and_a_generated_answer():
    spec = documented("create-video-generation")
    assert send(documented(CHAT, prefer="status=503")).status_code == 503
    assert send(documented(CHAT, prefer="status=503")).json()["error"]["message"].startswith("Failed on demand")
    assert send(documented("create-message", prefer="status=529")).json()["error"]["type"] == "api_error"
    assert send(documented("get-video-generation", prefer="example=flat")).json()["status"] == "succeeded"
    assert send(documented("get-video-generation", prefer="example=nothing")).status_code == 404
    assert send(documented(CHAT, prefer="code=418")).status_code == 404
    dynamic = send(documented(CHAT, prefer="dynamic=true"))
    assert dynamic.json()["choices"][0]["message"]["content"] != "你好！有什么可以帮你的吗？"
    assert dynamic.headers["Preference-Applied"] == "dynamic=true"
    assert spec.url.endswith("/v1/video/generations")


def test_a_rate_limit():
    response = send(documented(CHAT, prefer="rate-limit=7"))
    assert response.status_code == 429 and response.headers["Retry-After"] == "7"
    assert response.json()["error"]["code"] == "rate_limit_exceeded"
    assert send(documented(CHAT, prefer="rate-limit")).headers["Retry-After"] == "3"


def test_delay_and_pace(monkeypatch):
    waits = []
    monkeypatch.setattr("playground.mock.views.time.sleep", waits.append)
    content = content_of(post(CHAT, prefer="delay=250, pace=40", stream=True))
    frames = content.count(b"\n\n")
    assert waits == [0.25] + [0.04] * (frames - 1)


def test_a_stream_cut_within_a_frame():
    response = post(CHAT, prefer="cut=3, pace=0", stream=True)
    received = b""
    with pytest.raises(ConnectionResetError):
        for piece in response.streaming_content:
            received += piece
    reader = EventStreamReader()
    assert len(reader.feed(received)) == 3
    assert reader.rest.startswith("data: {")


def test_a_malformed_frame_and_a_malformed_answer():
    events = read_events(content_of(post(CHAT, prefer="malformed=1, pace=0", stream=True)))
    broken = [event for event in events if event.data != "[DONE]" and not _is_json(event.data)]
    assert len(broken) == 1 and len(events) > 5
    assert not _is_json(post(CHAT, prefer="malformed=1").content)


def _is_json(text):
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_the_text_of_a_stream_is_that_of_the_whole_answer():
    whole = post(CHAT).json()["choices"][0]["message"]["content"]
    content = content_of(post(CHAT, stream=True))
    assert text_of(content) == whole
    assert content.count(b"\n\n") > len(whole) / 3
    assert content.endswith(b"data: [DONE]\n\n")
