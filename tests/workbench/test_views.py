"""The page by plain requests: what a browser without JavaScript does, and what htmx asks for."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from playground.accounts.models import Person
from playground.core.messages import MultipartBody
from playground.environments.models import Variable
from playground.history.models import Content, Run
from playground.history.services import spec_of
from tests.forms import fields
from tests.transport.upstream import answer, upstream

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

START = "/try/create-structured-output/"
LIVE = START + "live/"
SEND = START + "send/"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def form(client: Client) -> dict[str, Any]:
    return fields(client.get("/").content.decode())


def text_of(response: Any) -> str:
    return response.content.decode()


def test_the_start_page_has_form_preview_and_code(client: Client) -> None:
    page = text_of(client.get("/"))
    assert "POST</span> /mock/catalog/v1/chat/completions HTTP/1.1" in page
    assert "Bearer mock-key" in page
    assert 'data-pointer="/messages/0/content"' in page
    assert "curl" in page


def test_posting_the_form_as_it_is_changes_nothing(client: Client, form: dict[str, Any]) -> None:
    again = fields(text_of(client.post(START, form)))
    changed = {name for name in form if again.get(name) != form[name]}
    assert changed <= {"csrfmiddlewaretoken", "next"}


def test_live_answers_for_the_chosen_pane_alone(client: Client, form: dict[str, Any]) -> None:
    preview = text_of(client.post(LIVE, form, **HTMX))
    assert 'data-testid="preview"' in preview
    assert 'data-testid="code"' not in preview
    code = text_of(client.post(LIVE, {**form, "pane": "code", "target": "python_requests"}, **HTMX))
    assert "import requests" in re.sub(r"<[^>]+>", "", code)
    assert 'data-testid="preview"' not in code


def test_an_edit_in_a_control_is_made_in_the_text_at_its_place_alone(client: Client, form: dict[str, Any]) -> None:
    answer = fields(text_of(client.post(LIVE, {**form, "at:/model": "other"}, **HTMX)))
    assert answer["body"][0] == form["body"][0].replace('"gpt-4o"', '"other"', 1)
    assert answer["body_base"] == answer["body"]


def test_edits_in_text_and_control_at_once_are_both_kept(client: Client, form: dict[str, Any]) -> None:
    text = form["body"][0].replace("how can I solve", "HOW can I solve")
    answer = fields(text_of(client.post(LIVE, {**form, "body": text, "at:/model": "other"}, **HTMX)))
    assert answer["body"][0] == text.replace('"gpt-4o"', '"other"', 1)
    assert answer["at:/messages/1/content"][0].startswith("HOW")


def test_text_that_the_person_is_typing_in_is_not_sent_back(client: Client, form: dict[str, Any]) -> None:
    text = form["body"][0].replace("gpt-4o", "gpt-5")
    answer = fields(text_of(client.post(LIVE, {**form, "body": text}, **HTMX)))
    assert "body" not in answer
    assert answer["at:/model"] == ["gpt-5"]


def test_broken_json_keeps_text_and_controls_and_says_where(client: Client, form: dict[str, Any]) -> None:
    answer = text_of(client.post(LIVE, {**form, "body": '{"model": }'}, **HTMX))
    assert 'data-testid="problem"' in answer
    assert "Line 1" in answer
    assert "at:/model" not in answer
    page = fields(text_of(client.post(START, {**form, "body": '{"model": }'})))
    assert page["body"] == ['{"model": }']


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"url": "http:///x"}, "no host"),
        ({"url": "ftp://a.test/"}, "ftp"),
        ({"url": "", "server": "custom"}, "empty"),
        ({"method": "NO SPACE"}, "method"),
        ({"row.header": ["9"], "header.9.name": "X", "header.9.value": "a\nb", "header.9.on": "on"}, "line break"),
        ({"row.header": ["9"], "header.9.name": "a b", "header.9.value": "", "header.9.on": "on"}, "name of a header"),
    ],
)
def test_what_cannot_be_sent_is_said_with_4xx_and_nothing_is_lost(
    client: Client, form: dict[str, Any], change: dict[str, Any], sentence: str
) -> None:
    for extra in ({}, HTMX):
        response = client.post(SEND, {**form, **change}, **extra)
        assert response.status_code == 422
        assert sentence in text_of(response)
    page = fields(text_of(client.post(SEND, {**form, **change})))
    for name, value in change.items():
        wanted = value if isinstance(value, list) else [value.replace("\n", "\n")]
        assert page[name] == wanted or name == "header.9.value"
    assert not Run.objects.exists()


def test_a_header_with_a_line_break_keeps_what_was_typed(client: Client, form: dict[str, Any]) -> None:
    change = {"row.header": ["9"], "header.9.name": "X", "header.9.value": "a\nb", "header.9.on": "on"}
    assert 'value="a\nb"' in text_of(client.post(SEND, {**form, **change}))


def test_a_body_over_the_limit_is_refused_with_413(client: Client, form: dict[str, Any]) -> None:
    response = client.post(SEND, {**form, "body": "x" * (20 * 1024 * 1024), "body_type": "text"}, **HTMX)
    assert response.status_code == 413
    assert "16,777,216" in text_of(response)
    assert not Run.objects.exists()


def test_a_form_over_the_limit_of_the_site_is_refused_with_413(client: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = client.post(SEND, "x=" + "y" * 2000, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 413
    assert "still in the form" in text_of(response)


def test_a_form_without_its_token_is_refused_in_words(form: dict[str, Any]) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(SEND, form)
    assert response.status_code == 403
    assert "expired" in text_of(response)


@pytest.mark.parametrize("path", ["/try/nothing-like-this/", "/?run=0", "/?run=7d4c2f4e-0000-4000-8000-000000000000"])
def test_what_is_not_there_is_404(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "does not exist" in text_of(response)


def test_a_name_without_a_value_is_named_before_sending(client: Client, form: dict[str, Any]) -> None:
    change = {"url": "https://api.example.com/{{where}}"}
    assert 'data-set="false"' in text_of(client.post(LIVE, {**form, **change}, **HTMX))
    response = client.post(SEND, {**form, **change}, **HTMX)
    assert response.status_code == 422
    assert "{{where}}" in text_of(response)
    assert "{{YOUR_API_KEY}}" in text_of(response)


def test_a_click_on_send_reads_variables_and_operation_once(
    client: Client, form: dict[str, Any], settings: Any
) -> None:
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]
    with upstream(answer(b'{"a": 1}', "Content-Type: application/json")) as server:
        posted = {**form, "url": server.origin, "named": ["YOUR_API_KEY"]}
        client.post(SEND, posted, **HTMX)
        with CaptureQueriesContext(connection) as captured:
            assert client.post(SEND, posted, **HTMX).status_code == 200
    said = " ".join(query["sql"] for query in captured)
    for table in ("environments_variable AS", "FROM accounts_person AS", 'FROM "catalog_description"'):
        assert said.count(table) == 1, said


def test_sending_keeps_a_run_without_any_secret(client: Client, form: dict[str, Any]) -> None:
    header = next(name for name, value in form.items() if value == ["Bearer {{YOUR_API_KEY}}"])
    response = client.post(SEND, {**form, header: "Bearer sk-very-secret-value"}, **HTMX)
    assert response.status_code == 200
    run = Run.objects.get()
    assert f'data-run="{run.pk}"' in text_of(response)
    assert "sk-very-secret-value" not in text_of(response)
    stored = json.dumps(Content.objects.get().request)
    assert "sk-very-secret-value" not in stored
    assert "Bearer {{YOUR_API_KEY}}" in stored
    variable = Variable.objects.get()
    assert "sk-very" not in variable.stored
    assert variable.open().value == "sk-very-secret-value"


def test_a_guest_comes_into_being_only_when_there_is_something_to_keep(client: Client, form: dict[str, Any]) -> None:
    client.get("/")
    client.post(LIVE, form, **HTMX)
    assert not Person.objects.exists()
    client.post(SEND, form, **HTMX)
    assert Person.objects.count() == 1
    client.post(SEND, form, **HTMX)
    assert Person.objects.count() == 1
    assert Run.objects.filter(person=Person.objects.get()).count() == 2


def test_a_run_is_opened_in_the_form_by_its_owner_alone(client: Client, form: dict[str, Any]) -> None:
    client.post(SEND, {**form, "at:/model": "mine"}, **HTMX)
    run = Run.objects.get()
    page = fields(text_of(client.get(f"/?run={run.pk}")))
    assert page["at:/model"] == ["mine"]
    assert page["server"] == ["mock"]
    assert Client().get(f"/?run={run.pk}").status_code == 404


def test_files_travel_with_the_request(client: Client) -> None:
    page = text_of(client.get("/try/create-transcription/"))
    form = fields(page)
    upload = (
        next(name for name in form if name.endswith(".kind") and form[name] == ["file"]).removesuffix("kind") + "file"
    )
    refused = client.post("/try/create-transcription/send/", form, **HTMX)
    assert refused.status_code == 422
    assert "No file was chosen" in text_of(refused)
    file = SimpleUploadedFile("a.wav", b"RIFF\x00\xff", "audio/wav")
    assert client.post("/try/create-transcription/send/", {**form, upload: file}, **HTMX).status_code == 200
    body = spec_of(Run.objects.get()).body
    assert isinstance(body, MultipartBody)
    assert any(part.content == b"RIFF\x00\xff" and part.file_name == "a.wav" for part in body.parts)


def test_a_named_example_fills_the_form_and_leaves_the_rest(client: Client) -> None:
    from playground.catalog.models import OperationRow
    from playground.catalog.services import page as fragment_of

    key, name = next(
        (key, content.examples[1].name)
        for key in OperationRow.objects.values_list("key", flat=True)
        if (body := fragment_of(key).operation.request_body)
        for content in body.media_types[:1]
        if len(content.examples) > 1
    )
    form = fields(text_of(client.get(f"/try/{key}/")))
    answer = fields(text_of(client.post(f"/try/{key}/live/", {**form, "action": f"example:{name}"}, **HTMX)))
    assert answer["body"] != form["body"]
    assert json.loads(answer["body"][0])


def test_code_downloads_under_the_name_of_its_language(client: Client, form: dict[str, Any]) -> None:
    response = client.post(START + "code/", {**form, "target": "python_requests"})
    assert response.headers["Content-Disposition"] == 'attachment; filename="request.py"'
    assert text_of(response).startswith("import")


def test_the_chosen_language_is_remembered(client: Client, form: dict[str, Any]) -> None:
    client.post(LIVE, {**form, "pane": "code", "target": "go_nethttp"}, **HTMX)
    assert client.cookies["target"].value == "go_nethttp"
    assert 'data-target="go_nethttp"' in text_of(client.get("/"))


def test_a_stored_value_fills_the_name_shows_in_no_page_and_can_be_forgotten(
    client: Client, form: dict[str, Any]
) -> None:
    change = {"url": "https://api.example.com/x", "variable.YOUR_API_KEY": "sk-0123456789abcdef"}
    assert client.post(SEND, {**form, **change}, **HTMX).status_code == 200
    page = text_of(client.get("/"))
    assert "sk-0123456789" not in page
    assert "sk-…cdef" in page
    assert client.post("/variables/YOUR_API_KEY/forget/").status_code == 302
    assert "sk-…cdef" not in text_of(client.get("/"))


def test_every_page_carries_the_policy(client: Client) -> None:
    for path in ("/", "/history/", "/docs/", "/nothing"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
