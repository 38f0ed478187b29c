"""A file that somebody else wrote: whatever stands in it, nothing breaks, and no key is kept."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from playground.core.collected import Collected, Collection
from playground.core.exporters.formats import playground_json
from playground.core.messages import RequestSpec
from playground.library.models import SavedResponse

pytestmark = pytest.mark.django_db

_ANSWER = {"status": 200, "statusText": "OK", "headers": [], "content": {"text": "x"}}
KEY = {"name": "X-Api-Key", "value": "sk-somebody-elses-0123"}


def _import(client: Client, entry: Any) -> int:
    data = playground_json.dump(Collection("c", requests=(Collected("r", RequestSpec("GET", "https://a.example/")),)))
    data["requests"][0]["responses"] = [{"name": "e", "entry": entry}]
    return client.post("/saved/import/", {"text": json.dumps(data)}).status_code


@pytest.mark.parametrize(
    "entry",
    [
        *({"request": sent, "response": _ANSWER} for sent in (5, None, [], {"headers": 5}, {"headers": [1, {}, []]})),
        {"response": {"status": 200}},
        {"response": {**_ANSWER, "headers": 5, "content": []}},
        {"response": {**_ANSWER, "status": "x"}},
        {"response": {**_ANSWER, "status": 10**9}},
        {"response": []},
        5,
    ],
    ids=str,
)
def test_an_entry_that_is_none_breaks_nothing(client: Client, entry: Any) -> None:
    assert _import(client, entry) in {302, 422}
    for row in SavedResponse.objects.all():
        assert client.get(f"/library/requests/{row.saved_id}/responses/{row.pk}/").status_code == 200
        for key in ("playground_json", "postman", "openapi", "har_log"):
            assert client.get(f"/library/export/{key}").status_code == 200


def test_a_key_in_what_was_sent_is_not_kept(client: Client) -> None:
    rows = [KEY, {"name": "Authorization", "value": "Bearer {{KEY}}"}, {"name": "Accept", "value": "*/*"}]
    assert _import(client, {"request": {"headers": rows}, "response": _ANSWER}) == 302
    kept = SavedResponse.objects.get().entry["request"]["headers"]
    assert [row["value"] for row in kept] == ["••••••", "Bearer {{KEY}}", "*/*"]
