"""What a list of the history finds, in which order, and how it goes on."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from playground.core.messages import Failure, RequestSpec, TextBody
from playground.history import lists, retention
from playground.history import services as history
from playground.history.lists import Wanted
from playground.history.models import Run
from tests.history.recorded import SPEC, recorded
from tests.people import people as make_people

REFUSED = Failure("connection_refused", "The server refused the connection.")


def found(person, **wanted):
    return lists.page_of(person, Wanted(**wanted)).runs


def test_pages_by_cursor_hold_every_run_once_the_newest_first(people):
    made = [recorded(people.person).pk for _ in range(11)]
    for wanted in (Wanted(), Wanted(text="gpt-4o"), Wanted(status="2xx"), Wanted(text="gpt")):
        seen, before = [], ""
        for _ in range(10):
            page = lists.page_of(people.person, wanted, before, size=3)
            seen += [run.pk for run in page.runs]
            before = page.older
            if not before:
                break
        assert seen == made[::-1]


@pytest.mark.parametrize("cursor", ["", "x", "-1", "9" * 30, "2026-01-01_x", "'", "1.5", "١"])
def test_a_broken_cursor_is_the_first_page(people, cursor):
    run = recorded(people.person)
    assert lists.page_of(people.person, Wanted(), cursor).runs == [run]


@pytest.mark.parametrize(
    ("wanted", "hits"),
    [
        ({}, {200, 201, 404, None}),
        ({"method": "post"}, {200, 201, 404, None}),
        ({"method": "GET"}, set()),
        ({"status": "2xx"}, {200, 201}),
        ({"status": "4XX"}, {404}),
        ({"status": "404"}, {404}),
        ({"status": "500"}, set()),
        ({"status": "failed"}, {None}),
        ({"status": "stopped"}, set()),
        ({"status": "nonsense"}, set()),
        ({"text": "chat/compl"}, {200, 201, 404, None}),
        ({"text": "CHAT/Compl", "status": "2xx"}, {200, 201}),
        ({"text": "elsewhere"}, set()),
        ({"text": "404 OK"}, {404}),
        ({"text": "gp"}, {200, 201, 404, None}),
        ({"text": "qq"}, set()),
        ({"api": "api.example.com"}, {200, 201, 404, None}),
        ({"api": "other.example.com"}, set()),
        ({"operation": "create-structured-output"}, {200, 201, 404, None}),
        ({"operation": "x"}, set()),
        ({"tag": "x"}, set()),
        ({"pinned": "1"}, set()),
        ({"since": "2020-01-01", "until": "2999-12-31"}, {200, 201, 404, None}),
        ({"since": "2999-01-01"}, set()),
        ({"until": "2020-01-01"}, set()),
        ({"since": "soon"}, {200, 201, 404, None}),
    ],
)
def test_filters(people, wanted, hits):
    for status in (200, 201, 404):
        recorded(people.person, status=status)
    recorded(people.person, b"", status=0, failure=REFUSED)
    recorded(make_people().person)
    assert {run.status for run in found(people.person, **wanted)} == hits


@pytest.mark.parametrize(
    ("text", "content", "content_type"),
    [
        ("weather in Par", b'{"answer": "The Weather in Paris"}', "application/json"),
        ("\u5929\u6c14", json.dumps({"answer": "\u4eca\u5929\u5929\u6c14\u5f88\u597d"}).encode(), "application/json"),
        ("\u5929\u6c14\u5f88", "\u4eca\u5929\u5929\u6c14\u5f88\u597d".encode(), "text/plain"),
        ("100%_of", b"100%_of it", "text/plain"),
        ('say "so"', b'they say "so" there', "text/plain"),
        ("it's \\ a", b"it's \\ a slash", "text/plain"),
        (
            "Hello, world",
            b'data: {"d": {"t": "Hel"}}\n\ndata: {"d": {"t": "lo, wor"}}\n\ndata: {"d": {"t": "ld"}}\n\n',
            "text/event-stream",
        ),
        ("Hello, world", b'{"m": {"t": "Hello"}}\n{"m": {"t": ", world"}}\n', "application/x-ndjson"),
    ],
)
def test_text_of_an_answer_is_found(people, text, content, content_type):
    recorded(people.person, b"another")
    run = recorded(people.person, content, content_type)
    recorded(people.person, b"100 percent of it, and Hello to the world; they said so")
    assert found(people.person, text=text) == [run]


def test_text_of_a_request_and_of_header_fields_is_found(people):
    spec = RequestSpec(
        "PUT", "https://a.example/x", body=TextBody('{"question": "why is it blue"}', "application/json")
    )
    run = recorded(people.person, spec=spec, fields=[("X-Request-Id", "req_7f3a")])
    recorded(people.person)
    for text in ("why is it blue", "req_7f3a", "PUT https://a.example", "a.example"):
        assert found(people.person, text=text) == [run]


def test_no_base64_and_no_bytes_are_looked_through(people):
    recorded(people.person, b'{"image": "' + b"QUJD" * 100 + b'"}')
    recorded(people.person, b"\x00\x01QUJDQUJD\xff" * 9, "application/octet-stream")
    assert found(people.person, text="QUJDQUJD") == []


def test_what_others_sent_is_not_found(people):
    recorded(make_people().person, b"a secret of theirs")
    recorded(people.person)
    assert found(people.person, text="secret of theirs") == [] == lists.page_of(None, Wanted()).runs


def test_a_short_text_is_looked_for_a_part_at_a_time(people, monkeypatch):
    monkeypatch.setattr(lists, "LOOKED_THROUGH", 2)
    old = recorded(people.person, b"zq")
    for _ in range(3):
        recorded(people.person)
    first = lists.page_of(people.person, Wanted(text="zq"))
    assert (first.runs, first.is_partial) == ([], True)
    assert lists.page_of(people.person, Wanted(text="zq"), first.older).runs == [old]


def test_what_is_frequent_and_what_is_rare_is_found_alike(people, monkeypatch):
    monkeypatch.setattr(lists, "_LOOKS", (2, 4))
    rare = recorded(people.person, b"a needle")
    made = [recorded(people.person, b"hay") for _ in range(6)]
    assert found(people.person, text="needle") == [rare]
    assert found(people.person, text='"model"') == [*made[::-1], rare]
    assert [run.pk for run in lists.page_of(people.person, Wanted(text="hay"), size=4).runs] == [
        run.pk for run in made[:1:-1]
    ]


def test_time_is_by_days_both_included(people):
    runs = [recorded(people.person) for _ in range(3)]
    now = timezone.now()
    for run, days in zip(runs, (5, 2, 0), strict=True):
        Run.objects.filter(pk=run.pk).update(created=now - timedelta(days=days))
    day = (now - timedelta(days=2)).date().isoformat()
    assert found(people.person, since=day) == runs[:0:-1]
    assert found(people.person, until=day) == runs[1::-1]
    assert found(people.person, since=day, until=day) == [runs[1]]


# One's own words


def test_pins_notes_and_tags_are_filters_and_found(people):
    run, other = recorded(people.person), recorded(people.person)
    history.describe(run, note=" the one that worked ", tags=["good", " good ", "very  good", ""])
    history.pin(Run.objects.filter(pk=run.pk), True)
    run.refresh_from_db()
    assert run.note == "the one that worked" and {tag.name for tag in run.tags.all()} == {"good", "very good"}
    assert lists.tags_of(people.person) == ["good", "very good"]
    for wanted in ({"tag": "good"}, {"pinned": "1"}, {"text": "one that worked"}, {"text": "very good"}):
        assert found(people.person, **wanted) == [run]
    history.describe(run, note="", tags=[])
    assert found(people.person, text="one that worked") == [] == found(people.person, tag="good")
    assert set(found(people.person)) == {run, other}


# Groups


def test_groups_are_the_newest_of_each_operation(people, monkeypatch):
    monkeypatch.setattr(lists, "GROUPS", 2)
    made = {}
    for operation in ("b", "a", "c", ""):
        made[operation] = [history.create(people.person, SPEC, operation=operation, options={}) for _ in range(4)]
    first = lists.groups_of(people.person)
    assert [group.operation for group in first.groups] == ["a", "b"] and first.older == "b"
    assert first.groups[0].runs == made["a"][:0:-1]
    rest = lists.groups_of(people.person, first.older)
    assert [group.operation for group in rest.groups] == ["c", ""] and not rest.older
    assert lists.groups_of(None).groups == []


def test_choices_are_the_persons_own(people):
    recorded(make_people().person)
    assert lists.choices(people.person, "api") == []
    recorded(people.person)
    recorded(people.person, spec=RequestSpec("GET", "http://testserver/mock/catalog/v1/models"))
    assert lists.choices(people.person, "api") == ["api.example.com", "testserver"]


@pytest.mark.parametrize(
    ("url", "api"),
    [
        ("https://user:pw@API.example.com:8080/x?y=@z", "api.example.com:8080"),
        ("{{base}}/v1", "{{base}}"),
        ("https://{{host}}/v1", "{{host}}"),
        ("/mock/catalog/v1", "mock"),
        ("http://here/mock/catalog", "mock"),
        ("", ""),
    ],
)
def test_the_api_is_the_host_as_composed(url, api):
    assert history.api_of(url, "http://here/mock/") == api


def test_what_is_deleted_is_found_no_more(people):
    run = recorded(people.person, b"to be forgotten")
    assert found(people.person, text="forgotten") == [run]
    retention.delete(Run.objects.filter(pk=run.pk))
    again = recorded(people.person, b"something else")
    assert found(people.person, text="forgotten") == [] and found(people.person, text="else") == [again]
