"""Every operation of the catalog: its documented requests are answered, and as its description says."""

import json
from dataclasses import replace

import pytest

from playground.core.messages import MultipartBody, Part
from playground.core.mocking.choosing import success
from playground.core.mocking.conformance import findings
from playground.core.openapi.operations import operations
from playground.core.streams.framing import EventStreamReader
from tests.mock.conftest import DOCUMENT, content_of, documented, fragment_of, page, send, with_json

ALL = operations(DOCUMENT)
EXAMPLES = [
    pytest.param(item.key, content.media_type, example.name, id=f"{item.key}-{content.media_type[-9:]}-{example.name}")
    for item in ALL
    for content in (item.request_body.media_types if item.request_body else ())
    for example in content.examples
]
WITHOUT_BODY = [pytest.param(item.key, None, None, id=item.key) for item in ALL if not item.request_body]


def described(item, response):
    media_type = response.headers["Content-Type"]
    return next(media for media in success(item).media_types if media.media_type == media_type)


def told(content, media):
    """The JSON of each event, once the terminator is off."""
    reader = EventStreamReader()
    events = reader.feed(content, final=True)
    assert reader.rest == ""
    if media.terminator:
        assert events.pop().data == media.terminator
    return [json.loads(event.data) for event in events]


@pytest.mark.parametrize(("key", "media_type", "example"), EXAMPLES + WITHOUT_BODY)
@pytest.mark.parametrize("prefer", ["pace=0", "pace=0, dynamic=true"])
def test_documented_requests_are_answered_as_described(key, media_type, example, prefer):
    item = page(key)
    document = fragment_of(item).document
    response = send(documented(key, prefer=prefer, media_type=media_type, example=example))
    if item.transport == "websocket":
        assert response.status_code == 426
        return
    content = content_of(response)
    assert 200 <= response.status_code < 300, content
    media = described(item, response)
    if media.media_type == "text/event-stream":
        frames = told(content, media)
        assert len(frames) > 1
        assert [findings(frame, media.event_schema, document) for frame in frames] == [[]] * len(frames)
    elif media.media_type == "application/json":
        assert findings(json.loads(content), media.schema, document) == []
    else:
        assert content
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Set-Cookie" not in response.headers


STREAMED = [item.key for item in ALL if item.stream]


@pytest.mark.parametrize("key", STREAMED)
def test_what_can_be_streamed_is_streamed_when_asked(key):
    item = page(key)
    spec = documented(key)
    wanted = item.stream["when"].get("body", {})
    if isinstance(spec.body, MultipartBody):
        fields = (Part(name, json.dumps(value)) for name, value in wanted.items())
        spec = replace(spec, body=replace(spec.body, parts=(*spec.body.parts, *fields)))
    else:
        spec = with_json(spec, json.dumps({**json.loads(spec.body.text), **wanted}))
    response = send(spec)
    assert response.headers["Content-Type"] == "text/event-stream", content_of(response)
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert response.streaming
    media = next(media for media in success(item).media_types if media.media_type == "text/event-stream")
    frames = told(content_of(response), media)
    assert len(frames) > 1
    document = fragment_of(item).document
    assert [findings(frame, media.event_schema, document) for frame in frames] == [[]] * len(frames)


@pytest.mark.parametrize("key", [item.key for item in ALL if item.security])
def test_every_guarded_operation_wants_a_key(key):
    item = page(key)
    spec = documented(key)
    bare = replace(
        spec,
        headers=tuple(row for row in spec.headers if "YOUR_API_KEY" not in row.value),
        query=tuple(row for row in spec.query if "YOUR_API_KEY" not in row.value),
    )
    for response in (send(bare), send(spec, key="sk-refused")):
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"]
        answer = json.loads(response.content)
        documented_401 = next((entry for entry in item.responses if entry.status == "401"), None)
        if documented_401:
            schema = documented_401.media_types[0].schema
            assert findings(answer, schema, fragment_of(item).document) == []


@pytest.mark.parametrize("key", [item.key for item in ALL])
def test_every_documented_error_can_be_had(key):
    item = page(key)
    for described_error in item.responses:
        if described_error.status[0] not in "45" or item.transport == "websocket":
            continue
        response = send(documented(key, prefer=f"code={described_error.status}"))
        assert response.status_code == int(described_error.status)
        assert json.loads(response.content) == described_error.media_types[0].examples[0].value
