"""What the checks say of an answer of a language model."""

from __future__ import annotations

import json
import re

import pytest
from django.urls import reverse

from playground.core.messages import RequestSpec, TextBody
from playground.history.models import Run
from tests.core.streams.folding.recordings import recordings
from tests.history.recorded import recorded

pytestmark = pytest.mark.usefixtures("catalog")

SCHEMA = {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"]}
ASKED = {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA}}}


def request(**body) -> RequestSpec:
    return RequestSpec(
        "POST", "https://api.example.com/v1/chat/completions", body=TextBody(json.dumps(body), "application/json")
    )


def answer(content: str, finish: str = "stop") -> bytes:
    message = {"role": "assistant", "content": content}
    value = {"object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    return json.dumps(value).encode()


def streamed(content: str, finish: str = "stop") -> bytes:
    head = {"object": "chat.completion.chunk", "id": "c", "created": 1, "model": "m"}
    deltas = [
        ({"role": "assistant", "content": ""}, None),
        *(({"content": each}, None) for each in content),
        ({}, finish),
    ]
    choices = [{"index": 0, "delta": delta, "finish_reason": reason} for delta, reason in deltas]
    frames = [json.dumps({**head, "choices": [choice]}) for choice in choices]
    return "".join(f"data: {frame}\n\n" for frame in [*frames, "[DONE]"]).encode()


def checks(people, run: Run, operation: str = "create-structured-output") -> str:
    Run.objects.filter(pk=run.pk).update(operation=operation)
    response = people.owner.get(reverse("runs:show_checks", args=[run.pk]) + "?open=1", headers={"HX-Request": "true"})
    assert response.status_code == 200
    return response.content.decode()


def verdicts(html: str) -> dict[str, str]:
    return dict(re.findall(r'data-testid="check" data-check="([^"]+)" data-verdict="([^"]+)"', html))


@pytest.mark.parametrize(
    ("content", "finish", "state", "verdict", "said"),
    [
        ('{"x": 1}', "stop", "valid", "valid", "structured output valid"),
        ('{"x": "1"}', "stop", "invalid", "problems", "structured output: 1 violation"),
        ('{"x": ', "length", "cut_off", "problems", "structured output cut off (length)"),
        ("sorry", "stop", "not_json", "problems", "structured output: not JSON"),
    ],
)
@pytest.mark.parametrize("make", [answer, streamed])
def test_structured_output_has_a_badge_and_its_violations(people, make, content, finish, state, verdict, said):
    media_type = "text/event-stream" if make is streamed else "application/json"
    run = recorded(people.person, make(content, finish), media_type, spec=request(**ASKED), pieces=9)
    html = checks(people, run)
    assert verdicts(html)["structured-output"] == verdict and said in html
    assert f'data-testid="structured-output" data-state="{state}" data-choice="0"' in html
    if state == "invalid":
        assert 'data-testid="check-problem" data-pointer="/x"' in html


def test_a_request_that_asks_for_no_schema_has_no_such_badge(people):
    assert "structured-output" not in checks(people, recorded(people.person, answer("hi"), spec=request(model="m")))


def test_what_is_wrong_with_a_stream_is_said_in_the_language_of_the_page(people):
    content = streamed("hello").replace(b"data: [DONE]\n\n", b"")
    run = recorded(people.person, content, "text/event-stream", spec=request(stream=True), pieces=9)
    html = checks(people, run)
    assert verdicts(html)["stream"] == "problems" and "stream: 1 finding" in html
    assert 'data-code="no_terminator" data-level="warning"' in html and "The stream does not end with [DONE]" in html
    people.owner.cookies["django_language"] = "zh-hans"
    assert "流没有以 [DONE] 结束" in checks(people, run)


def test_a_stream_that_is_as_it_should_be(people):
    run = recorded(people.person, streamed("hello"), "text/event-stream", spec=request(stream=True), pieces=9)
    assert verdicts(checks(people, run))["stream"] == "valid"


def test_an_answer_that_should_have_been_a_stream(people):
    html = checks(people, recorded(people.person, answer("hi"), spec=request(stream=True)))
    assert 'data-code="not_streamed"' in html


def test_an_error_inside_a_success(people):
    html = checks(people, recorded(people.person, b'{"error": {"message": "overloaded"}}', spec=request()))
    assert 'data-code="error_whole"' in html and "overloaded" in html


@pytest.mark.parametrize(
    ("name", "operation"),
    [
        ("chat_choices", "create-chat-completion"),
        ("chat_tools", "create-chat-completion-stream"),
        ("responses", "create-response-stream"),
        ("messages", "create-message-stream"),
        ("messages_tools", "create-message"),
        ("gemini", "gemini-stream"),
        ("completions", "create-completion-stream"),
    ],
)
def test_the_final_object_is_held_against_the_documented_answer(people, name, operation):
    """On the page of the stream too, which documents its frames alone."""
    run = recorded(people.person, recordings()[name].content, "text/event-stream", spec=request(), pieces=40)
    html = checks(people, run, operation)
    assert verdicts(html)["final-object"] == "valid", html


def test_a_final_object_that_is_not_as_documented(people):
    content = recordings()["chat_choices"].content.replace(b'"created":1694268190', b'"created":"now"')
    html = checks(people, recorded(people.person, content, "text/event-stream", spec=request()))
    assert verdicts(html)["final-object"] == "problems" and 'data-pointer="/created"' in html
