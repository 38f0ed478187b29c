"""What is said about an answer that says no."""

from __future__ import annotations

import json
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from playground.core.fields import Fields
from playground.core.messages import FormBody, Parameter, RequestSpec, TextBody
from playground.history.models import Run
from playground.runs.advice import SENTENCES, Advice, advice
from tests.history.recorded import recorded

HTMX = {"HX-Request": "true"}
SPEC = RequestSpec(
    "POST",
    "https://api.example.com/v1/{kind}",
    path_params=(Parameter("kind", "x"),),
    query=(Parameter("limit", "0"),),
    headers=(Parameter("X-Mode", "a"),),
    body=TextBody('{"messages": []}', "application/json"),
)


def advised(people, status: int, answer: object = None, fields: tuple = (), spec: RequestSpec = SPEC) -> Advice | None:
    content = b"" if answer is None else json.dumps(answer).encode()
    run = recorded(people.person, content, status=status, spec=spec, fields=fields)
    return advice(run, Fields(run.content.fields))


def test_an_answer_that_is_no_error_needs_none(people):
    assert advised(people, 200) is None and advised(people, 404 - 100) is None
    assert advised(people, 418) is None


@pytest.mark.parametrize("status", [401, 402, 404, 429, 500, 503, 599])
def test_an_error_gets_a_sentence_in_both_languages(people, status):
    english = advised(people, status)
    with translation.override("zh-hans"):
        chinese = advised(people, status)
    assert english is not None and chinese is not None
    assert english.sentence == str(SENTENCES.get(status, SENTENCES[500])) and english.sentence != chinese.sentence


@pytest.mark.parametrize(
    ("fields", "seconds"),
    [
        ([("Retry-After", "20")], 20),
        ([("retry-after-ms", "1500"), ("Retry-After", "2")], 1.5),
        ([("Retry-After", "0")], 0),
        ([("Retry-After", "-1")], None),
        ([("Retry-After", "soon")], None),
        ([("Retry-After", "9" * 30)], None),
        ([("Retry-After", "²")], None),
        ([("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT")], None),
        ([], None),
    ],
)
def test_when_to_try_again_counts_from_the_answer(people, fields, seconds):
    found = advised(people, 429, fields=fields)
    arrived = Run.objects.get().created + timedelta(milliseconds=1240)
    assert found is not None
    assert (found.again - arrived).total_seconds() == seconds if found.again else seconds is None


def test_a_date_says_when_too(people):
    moment = (timezone.now() + timedelta(hours=1)).replace(microsecond=0)
    found = advised(people, 503, fields=[("Retry-After", format_datetime(moment, usegmt=True))])
    assert found.again == moment and 3500 < found.seconds_left <= 3600
    assert found.plain_time.endswith(f"{moment:%H:%M:%S} UTC")


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ({"error": {"message": "No.", "param": "messages[0].role"}}, [("body", "/messages/0/role", "No.")]),
        ({"error": {"message": "No.", "param": "limit"}}, [("query", "/limit", "No.")]),
        ({"detail": [{"loc": ["path", "kind"], "msg": "No."}]}, [("path", "/kind", "No.")]),
        ({"detail": [{"loc": ["header", "x-mode"], "msg": "No."}]}, [("header", "/x-mode", "No.")]),
        ({"detail": [{"loc": ["body", "limit"], "msg": "No."}]}, [("body", "/limit", "No.")]),
    ],
)
def test_a_place_that_the_answer_names_is_found_in_the_form(people, answer, marks):
    found = advised(people, 400, answer)
    assert [(each.group, each.pointer, each.message) for each in found.marks] == marks


def test_the_place_may_be_a_field_of_a_form(people):
    spec = RequestSpec("POST", "https://api.example.com/", body=FormBody((Parameter("a", "1"),)))
    found = advised(people, 422, {"detail": [{"loc": ["body", "a"], "msg": "No."}]}, spec=spec)
    assert [(each.group, each.pointer) for each in found.marks] == [("form", "/a")]


def test_it_stands_in_the_fragment_and_leads_to_the_form(people):
    answer = {"error": {"message": "<No>", "param": "messages[0].role"}}
    run = recorded(people.person, json.dumps(answer).encode(), status=429, spec=SPEC, fields=[("Retry-After", "20")])
    text = people.owner.get(reverse("runs:show_checks", args=[run.pk]), headers=HTMX).content.decode()
    assert 'data-testid="advice" data-status="429"' in text and "UTC" in text
    assert 'data-group="body" data-pointer="/messages/0/role"' in text and "&lt;No&gt;" in text
    assert f"?run={run.pk}#at-/messages/0/role" in text


def test_the_number_of_the_request_is_there_for_the_operator(people):
    found = advised(people, 500, fields=[("X-Request-Id", "req_1")])
    assert found is not None and found.number == "req_1"


def test_content_that_is_not_read_marks_nothing(people):
    assert advised(people, 400, "x" * 2_000_000) is None
    run = recorded(people.person, b"{", status=400)
    assert advice(run, Fields()) is None
