"""Variables taken from an answer, with one click and by a rule."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.core import codec
from playground.core.messages import RequestSpec
from playground.core.variables import Secret
from playground.environments.models import Extraction
from playground.environments.services import variables_of
from playground.history import blobs
from playground.history.models import Content, Run
from playground.runs import extraction
from tests.people import People, people

pytestmark = pytest.mark.django_db

ANSWER = {"id": "video_123", "object": "video", "data": [{"id": 7, "ready": False}], "note": None}


@pytest.fixture
def everybody() -> People:
    return people()


def _run(
    owner: Any, body: bytes = json.dumps(ANSWER).encode(), media_type: str = "application/json", **more: Any
) -> Run:
    values = {"state": Run.State.DONE, "status": 200, "operation": "create-video", "media_type": media_type, **more}
    run = Run.objects.create(person=owner, method="POST", url="https://a.test/", **values)
    fields = [["Content-Type", media_type], ["X-Request-Id", "req-9"]]
    request, _ = blobs.keep_json(codec.dump(RequestSpec()))
    run.content = Content.objects.create(run=run, request_blob_id=request, partial=body, fields=fields)
    return run


def test_one_click_keeps_a_value(everybody: People) -> None:
    run = _run(everybody.person)
    url = f"/runs/{run.pk}/values"
    page = everybody.owner.get(url).content.decode()
    assert 'data-place="$.id"' in page and 'value="video_id"' in page
    assert 'data-place="$.data[0].id"' in page and 'value="data_id"' in page
    kept = everybody.owner.post(url, {"source": "body", "expression": "$.id", "name": "video_id", "action": "once"})
    assert "video_123" in kept.content.decode()
    everybody.owner.post(url, {"source": "header", "expression": "x-request-id", "name": "rid", "secret": "on"})
    assert variables_of(everybody.person) == {"video_id": "video_123", "rid": Secret("req-9")}
    assert not Extraction.objects.exists()


def test_a_rule_keeps_it_after_each_run_of_the_operation(everybody: People) -> None:
    url = f"/runs/{_run(everybody.person).pk}/values"
    rule = {"source": "body", "expression": "$.id", "name": "task_id", "action": "always"}
    assert "Kept after each run" in everybody.owner.post(url, rule).content.decode()
    extraction.apply_rules(_run(everybody.person, b'{"id": "next"}'))
    assert variables_of(everybody.person) == {"task_id": "next"}
    for other in (
        _run(everybody.person, b'{"id": "of a failure"}', status=500),
        _run(everybody.person, b'{"id": "of another"}', operation="other"),
        _run(everybody.person, b'{"id": "cut'),
        _run(everybody.person, b"{}"),
    ):
        extraction.apply_rules(other)
    assert variables_of(everybody.person) == {"task_id": "next"}
    everybody.owner.post(url, {"forget": str(Extraction.objects.get().pk)})
    assert not Extraction.objects.exists()


def test_a_stream_is_the_array_of_its_events(everybody: People) -> None:
    body = b'data: {"id": "chatcmpl-1"}\n\ndata: {"id": "chatcmpl-1", "usage": {"total": 9}}\n\ndata: [DONE]\n\n'
    run = _run(everybody.person, body, "text/event-stream")
    assert extraction.value_of(run, "body", "$[-1].usage.total") == "9"


@pytest.mark.parametrize(
    ("expression", "name"), [("$.missing", "a"), ("not a path", "a"), ("$.id", "1a"), ("$.id", ""), ("$.note.x", "a")]
)
def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(everybody: People, expression: str, name: str) -> None:
    url = f"/runs/{_run(everybody.person).pk}/values"
    answer = everybody.owner.post(url, {"source": "body", "expression": expression, "name": name})
    assert answer.status_code == 422
    assert f'value="{expression}"' in answer.content.decode()
    assert variables_of(everybody.person) == {}


def test_strangers_keep_nothing(everybody: People) -> None:
    url = f"/runs/{_run(everybody.person).pk}/values"
    for other in everybody.others:
        assert other.get(url).status_code == 404
        assert other.post(url, {"source": "body", "expression": "$.id", "name": "a"}).status_code == 404


def test_a_rule_of_somebody_else_stays(everybody: People) -> None:
    mine = _run(everybody.person)
    extraction.take(mine, "body", "$.id", "task_id", always=True)
    other = people()
    theirs = _run(other.person)
    other.owner.post(f"/runs/{theirs.pk}/values", {"forget": str(Extraction.objects.get().pk)})
    assert Extraction.objects.count() == 1
