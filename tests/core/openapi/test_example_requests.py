import json

import pytest

from playground.core.errors import UnknownKey
from playground.core.messages import BinaryBody, FormBody, MultipartBody, NoBody, Parameter, Part, TextBody
from playground.core.openapi.example_requests import body_of, example_spec, serialise
from playground.core.openapi.operations import Example, MediaTypeDoc, ParameterDoc, fragment, operation, operations
from playground.core.prepare import prepare
from playground.core.variables import names
from tests.core.openapi.conftest import shipped

SERVER = "https://api.example.com"


def spec_of(key, **choice):
    page = operation(shipped(), key)
    return example_spec(page, SERVER, document=fragment(shipped(), page).document, **choice)


@pytest.mark.parametrize("page", operations(shipped()), ids=lambda page: page.key)
def test_every_example_can_be_prepared(page):
    spec = spec_of(page.key)
    prepared = prepare(spec)
    assert "{" not in prepared.url.replace("{{YOUR_API_KEY}}", "")
    asked = any(page.security) or "YOUR_API_KEY" in prepared.url
    assert ("YOUR_API_KEY" in names(spec)) == asked
    assert spec.auth == ()  # the catalog lists its credentials as rows
    assert isinstance(spec.body, NoBody) == (page.request_body is None)


def test_the_start_page_request():
    spec = spec_of("create-structured-output")
    assert spec.url == "https://api.example.com/v1/chat/completions"
    assert spec.headers == (
        Parameter("Content-Type", "application/json"),
        Parameter("Accept", "application/json"),
        Parameter("Authorization", "Bearer {{YOUR_API_KEY}}"),
    )
    assert spec.body.text.startswith('{\n  "model": "gpt-4o",\n  "messages": [\n    {\n      "role": "system",')
    assert list(json.loads(spec.body.text)) == ["model", "messages", "response_format"]


def test_chinese_stays_chinese_and_another_example_can_be_chosen():
    assert "今天是美好的一天。" in spec_of("create-speech").body.text
    assert json.loads(spec_of("create-speech", example="tone").body.text)["voice"] == "coral"
    with pytest.raises(UnknownKey):
        spec_of("create-speech", example="nothing")
    with pytest.raises(UnknownKey):
        spec_of("create-speech", media_type="text/csv")


def test_files_are_parts_that_a_person_chooses():
    parts = spec_of("create-transcription", example="verbose").body.parts
    assert parts[0] == Part("file", None, "audio.mp3", "audio/mpeg")
    assert parts[-1] == Part("timestamp_granularities[]", "word")
    assert "multipart/form-data" in {row.name: row.value for row in spec_of("create-transcription").headers}.values()


def test_one_alternative_of_security_is_on():
    rows = {row.name: row.enabled for row in spec_of("create-message").headers}
    assert rows["x-api-key"] and not rows.get("Authorization", False)
    assert spec_of("gemini-stream").query == (Parameter("alt", "sse"), Parameter("key", "{{YOUR_API_KEY}}", False))
    assert spec_of("gemini-generate").path_params == (Parameter("model", "gemini-2.5-flash"),)


def test_another_media_type_changes_the_content_type():
    spec = spec_of("create-video", media_type="multipart/form-data")
    assert isinstance(spec.body, MultipartBody)
    assert spec.headers[0] == Parameter("Content-Type", "multipart/form-data")


@pytest.mark.parametrize(
    ("fields", "value", "rows"),
    [
        ({"style": "form", "explode": True}, ["a", 1], [("p", "a"), ("p", "1")]),
        ({"style": "form"}, ["a", "b"], [("p", "a,b")]),
        ({"style": "pipeDelimited"}, ["a", "b"], [("p", "a|b")]),
        ({"style": "spaceDelimited"}, ["a", "b"], [("p", "a b")]),
        ({"style": "deepObject", "explode": True}, {"x": 1, "y": True}, [("p[x]", "1"), ("p[y]", "true")]),
        ({"style": "form", "explode": True}, {"x": 1, "y": None}, [("x", "1"), ("y", "")]),
        ({}, {"x": 1, "y": 2}, [("p", "x,1,y,2")]),
        ({"explode": True}, {"x": 1, "y": 2}, [("p", "x=1,y=2")]),
        ({"media_type": "application/json"}, {"x": [1]}, [("p", '{"x": [1]}')]),
        ({}, False, [("p", "false")]),
    ],
)
def test_parameters_are_serialised_by_style(fields, value, rows):
    item = ParameterDoc("p", "query", **fields)
    assert [(row.name, row.value) for row in serialise(item, value)] == rows


@pytest.mark.parametrize(
    ("media_type", "value", "body"),
    [
        ("application/vnd.api+json", {"ä": 1.0}, TextBody('{\n  "ä": 1.0\n}', "application/vnd.api+json")),
        ("application/json", None, TextBody("", "application/json")),
        ("text/plain", "hi", TextBody("hi", "text/plain")),
        ("application/xml", "<a/>", TextBody("<a/>", "application/xml")),
        ("application/x-www-form-urlencoded", {"a": ["x", 2]}, FormBody((Parameter("a", "x"), Parameter("a", "2")))),
        ("image/png", "@/tmp/cat.png", BinaryBody(None, "image/png", "cat.png")),
    ],
)
def test_bodies_by_media_type(media_type, value, body):
    assert body_of(MediaTypeDoc(media_type, examples=(Example("e", value),)), value) == body
