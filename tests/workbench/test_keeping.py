"""Saving and drafts on the page, by plain requests and as htmx makes them."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from playground.accounts.models import Person
from playground.catalog import services as catalog
from playground.core import codec
from playground.core.assertions import Assertion, dump
from playground.core.collected import Collected, Collection
from playground.core.exporters.formats import playground_json
from playground.core.exporters.registry import EXPORTERS
from playground.core.messages import RequestSpec
from playground.environments.models import Variable
from playground.environments.services import set_variable
from playground.history.models import Content, Run
from playground.library.assertions import add as expect
from playground.library.models import Draft, Folder, SavedRequest
from playground.runs.assertions import saved_of
from playground.sharing.models import Share
from playground.sharing.services import revoke
from tests.forms import fields
from tests.history.recorded import recorded
from tests.people import People, people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

PAGE = "/try/create-structured-output/"
SECRET = "sk-live-4f9a-secret"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def them() -> People:
    return people()


def form_of(client: Client, url: str = PAGE) -> dict[str, Any]:
    return fields(client.get(url).content.decode())


def keep(client: Client, form: dict[str, Any], **more: Any) -> Any:
    """The small request of a page where something was typed; what it says of the draft goes on with the form."""
    answer = client.post(PAGE + "draft/", {**form, **more}, **HTMX)
    if answer.status_code == 200:
        form.update(fields(answer.content.decode()))
    return answer


def save(client: Client, form: dict[str, Any], **more: Any) -> SavedRequest:
    answer = client.post(PAGE + "save/", {**form, "save": "new", "save_name": "Mine", **more})
    assert answer.status_code == 302
    return SavedRequest.objects.latest("created")


# What is expected goes along


EXPECTED = Assertion("status", "equals", "2xx")


def test_what_is_expected_goes_with_a_share_a_copy_of_it_and_an_export(them: People) -> None:
    saved = save(them.owner, form_of(them.owner))
    expect(saved, EXPECTED)
    set_variable(saved.person, "KEY", SECRET, secret=True)
    expect(saved, Assertion("jsonpath", "equals", b64encode(SECRET.encode()).decode(), "$.key"))
    form = form_of(them.owner, f"/?saved={saved.pk}")
    them.owner.post(PAGE + "share/", form)
    share = Share.objects.get()
    assert share.assertions == dump([EXPECTED])
    assert "Status equals 2xx" in them.guest.get(f"/s/{share.pk}/").content.decode()
    copied = save(them.stranger, form_of(them.stranger, f"/?share={share.pk}"))
    assert (copied.person, copied.assertions) != (saved.person, []) and copied.assertions == share.assertions
    again = save(them.owner, form_of(them.owner, f"/?saved={saved.pk}"))
    saved.refresh_from_db()
    assert again.pk != saved.pk and again.assertions == saved.assertions
    revoke(share)
    share.refresh_from_db()
    assert share.assertions == []


def test_a_run_knows_the_saved_request_that_it_was_sent_from(client: Client) -> None:
    saved = save(client, form_of(client))
    client.post(PAGE + "send/", form_of(client, f"/?saved={saved.pk}"))
    assert saved_of(Run.objects.get()) == saved
    client.post(PAGE + "send/", form_of(client))
    assert saved_of(Run.objects.latest("created")) is None
    assert Client().post(PAGE + "send/", form_of(client, f"/?saved={saved.pk}")).status_code == 404


# Drafts


def test_what_is_typed_is_found_again_and_on_another_device(client: Client) -> None:
    form = form_of(client)
    answer = keep(client, form, url="/v1/other?a=1")
    assert 'data-state="draft"' in answer.content.decode()
    another = Client()
    another.cookies["guest"] = client.cookies["guest"].value
    assert form_of(another)["url"] == ["/v1/other?a=1"]
    assert form_of(another, "/")["url"] == ["/v1/other?a=1"]


def test_nobody_comes_into_being_where_nothing_was_typed(client: Client) -> None:
    assert keep(client, form_of(client)).status_code == 200
    client.get(PAGE)
    assert (Person.objects.count(), Draft.objects.count()) == (0, 0)


def test_what_is_as_documented_again_is_no_draft(client: Client) -> None:
    form = form_of(client)
    keep(client, form, url="/v1/other")
    answer = keep(client, form)
    assert 'data-state="none"' in answer.content.decode()
    assert Draft.objects.get().discarded


def test_a_draft_is_discarded_and_brought_back(client: Client) -> None:
    form = form_of(client)
    documented = form["url"]
    keep(client, form, url="/v1/other")
    client.post(PAGE + "draft/change/", {**form, "draft": "discard"})
    page = client.get(PAGE).content.decode()
    assert fields(page)["url"] == documented
    assert 'data-testid="draft-back"' in page
    client.post(PAGE + "draft/change/", {"draft": "back"})
    assert form_of(client)["url"] == ["/v1/other"]


def test_the_later_of_two_tabs_is_told_and_chooses(client: Client) -> None:
    first = form_of(client)
    keep(client, first, url="/v1/first")
    second = form_of(client)
    keep(client, first, url="/v1/first-again")
    told = keep(client, second, url="/v1/second")
    assert told.status_code == 409
    assert 'data-testid="draft-conflict"' in told.content.decode()
    assert form_of(client)["url"] == ["/v1/first-again"]
    # It stays told until it chooses, and what it writes over can be brought back.
    assert keep(client, second, url="/v1/second").status_code == 409
    assert keep(client, second, url="/v1/second", draft_force="1").status_code == 200
    assert form_of(client)["url"] == ["/v1/second"]
    assert keep(client, first, url="/v1/first-more").status_code == 409
    client.post(PAGE + "draft/change/", {"draft": "back"})
    assert form_of(client)["url"] == ["/v1/first-again"]


def test_one_tab_goes_on_whichever_of_its_requests_comes_first(client: Client) -> None:
    form = form_of(client)
    keep(client, form, url="/v1/a")
    early = dict(form)
    keep(client, form, url="/v1/ab")
    assert keep(client, early, url="/v1/abc").status_code == 200
    assert form_of(client)["url"] == ["/v1/abc"]


def test_an_example_that_was_opened_writes_over_nothing_for_good(client: Client) -> None:
    form = form_of(client)
    keep(client, form, url="/v1/mine")
    example = catalog.page("create-structured-output").operation.request_body.media_types[0].examples[0]
    opened = form_of(client, f"{PAGE}?example={quote(example.name)}")
    assert opened["url"] != ["/v1/mine"]
    keep(client, opened, url="/v1/from-the-example")
    client.post(PAGE + "draft/change/", {"draft": "back"})
    assert form_of(client)["url"] == ["/v1/mine"]


@pytest.mark.parametrize(
    "typed",
    [
        {"auth_kind": "bearer", "auth_value": SECRET},
        {"row.header": "0", "header.0.name": "X-Api-Key", "header.0.value": SECRET, "header.0.on": "on"},
        {"row.header": "0", "header.0.name": "", "header.0.value": SECRET, "header.0.on": "on"},
        {"row.query": "0", "query.0.name": "access_token", "query.0.value": SECRET},
        {"url": f"https://me:{SECRET}@example.com/"},
        {"url": f"https://me:{SECRET}"},
        {"url": f"https://example.com/?api_key={SECRET}"},
        {"row.cookie": "0", "cookie.0.name": "sid", "cookie.0.value": SECRET, "cookie.0.on": "on"},
        {"variable.NAME": SECRET},
    ],
    ids=[
        "bearer",
        "header",
        "name-to-come",
        "query",
        "password",
        "half-a-password",
        "in-the-query",
        "cookie",
        "variable",
    ],
)
def test_a_draft_holds_no_secret_and_none_becomes_a_variable(client: Client, typed: dict[str, str]) -> None:
    form = form_of(client)
    answer = keep(client, form, **{"url": "/v1/x", **typed})
    assert answer.status_code == 200
    assert SECRET not in answer.content.decode()
    assert SECRET not in str([(row.request, row.options) for row in Draft.objects.all()])
    assert Draft.objects.count() == 1
    assert not Variable.objects.exists()


def test_a_port_and_a_variable_are_no_half_of_a_password(client: Client) -> None:
    for url in ("http://localhost:8080/a:b", "https://{{host}}:{{port}}/x", "http://[::1]:8000/"):
        keep(client, form_of(client), url=url, draft_force="1")
        assert form_of(client)["url"] == [url]


def test_files_are_kept_by_their_names_alone(client: Client) -> None:
    form = form_of(client)
    keep(client, form, body_type="binary", body_type_shown="binary", binary_name="voice.mp3")
    assert codec.load(Draft.objects.get().request).body.file_name == "voice.mp3"


def test_what_is_too_large_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.workbench.keeping.DRAFT_BYTES", 100)
    answer = keep(client, form_of(client), url="/x")
    assert answer.status_code == 422
    assert "too large" in answer.content.decode()


# Saving


def test_a_request_is_saved_with_name_note_and_a_new_folder(client: Client) -> None:
    saved = save(client, {**form_of(client), "url": "/v1/x"}, save_note="why", save_folder_new="API")
    assert (saved.name, saved.note, saved.folder.name, saved.operation) == (
        "Mine",
        "why",
        "API",
        "create-structured-output",
    )
    assert saved.path == "/v1/x"
    page = client.get(f"/?saved={saved.pk}").content.decode()
    assert fields(page)["url"] == ["/v1/x"]
    assert 'data-state="saved"' in page


def test_a_secret_that_is_typed_becomes_a_variable_as_when_it_is_sent(client: Client) -> None:
    saved = save(client, {**form_of(client), "auth_kind": "bearer", "auth_value": SECRET})
    assert SECRET not in str(saved.request)
    row = Variable.objects.get()
    assert row.open().value == SECRET
    assert "{{" + row.name + "}}" in str(saved.request["auth"])


def test_what_was_typed_since_is_marked_and_saved_or_discarded(client: Client) -> None:
    saved = save(client, form_of(client))
    url = f"{PAGE}?saved={saved.pk}"
    form = form_of(client, url)
    assert 'data-state="saved"' in keep(client, form).content.decode()
    answer = keep(client, form, url="/v1/changed")
    assert 'data-state="changed"' in answer.content.decode()
    page = client.get(url).content.decode()
    assert 'data-testid="changed"' in page
    assert fields(page)["url"] == ["/v1/changed"]
    assert form_of(client)["url"] != ["/v1/changed"], "the operation itself has a draft of its own"
    client.post(PAGE + "draft/change/", {**form, "draft": "discard"})
    page = client.get(url).content.decode()
    assert fields(page)["url"] != ["/v1/changed"]
    assert 'data-state="saved"' in page
    client.post(PAGE + "save/", {**fields(page), "url": "/v1/changed", "save": "changes"})
    assert SavedRequest.objects.get().path == "/v1/changed"


def test_htmx_is_told_the_address_of_what_was_saved(client: Client) -> None:
    answer = client.post(PAGE + "save/", {**form_of(client), "save": "new", "save_name": "A <b>"}, **HTMX)
    saved = SavedRequest.objects.get()
    shown = answer.content.decode()
    assert f'data-address="{PAGE}?saved={saved.pk}"' in shown
    assert 'id="nav-saved"' in shown
    assert "A &lt;b&gt;" in shown


def test_what_cannot_be_saved_comes_back_as_it_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.library.services.MAX_REQUESTS", 0)
    form = {**form_of(client), "url": "/v1/typed", "save": "new"}
    answer = client.post(PAGE + "save/", form)
    assert answer.status_code == 422
    assert fields(answer.content.decode())["url"] == ["/v1/typed"]
    assert client.post(PAGE + "save/", form, **HTMX).status_code == 422


def test_sending_without_a_script_keeps_the_draft_and_the_saved_request(client: Client) -> None:
    saved = save(client, form_of(client))
    form = form_of(client, f"{PAGE}?saved={saved.pk}")
    answer = client.post(PAGE + "send/", {**form, "url": "http://127.0.0.1:9/", "send_anyway": "1"})
    assert answer.headers["Location"].endswith(f"&saved={saved.pk}")
    page = client.get(answer.headers["Location"]).content.decode()
    assert fields(page)["saved"] == [str(saved.pk)]
    assert 'data-testid="changed"' in page


def test_a_saved_request_goes_to_the_mock_as_it_is_reached_now(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    saved = save(client, form_of(client))
    page = client.get(f"{PAGE}?saved={saved.pk}", headers={"host": "play.example"}).content.decode()
    assert fields(page)["server"] == ["mock"]
    assert 'data-state="saved"' in page


def test_others_neither_open_nor_write_what_is_saved(them: People) -> None:
    saved = save(them.owner, form_of(them.owner))
    key = str(saved.pk)
    for other in them.others:
        assert other.get(f"/?saved={key}").status_code == 404
        assert other.get(f"{PAGE}?saved={key}").status_code == 404
        form = {**form_of(other), "saved": key}
        for action in ("draft/", "draft/change/", "save/", "send/", ""):
            assert other.post(PAGE + action, form).status_code == 404, action
    assert them.owner.get(f"{PAGE}?saved={key}").status_code == 200


def test_drafts_of_others_are_not_found(them: People) -> None:
    keep(them.owner, form_of(them.owner), url="/v1/owner")
    for other in them.others:
        assert form_of(other)["url"] != ["/v1/owner"]
        other.post(PAGE + "draft/change/", {"draft": "discard"})
    assert form_of(them.owner)["url"] == ["/v1/owner"]


# Runs, export and import


def a_run(person: Person) -> Run:
    return recorded(person, spec=RequestSpec("GET", "https://api.example.com/v1/models"))


def test_a_run_is_saved_with_its_answer(them: People) -> None:
    run = a_run(them.person)
    page = f"/saved/runs/{run.pk}/"
    assert page in them.owner.get(f"/history/{run.pk}/").content.decode()
    form = {**fields(them.owner.get(page).content.decode()), "save_name": "Models", "save_folder_new": "F"}
    answer = them.owner.post(page, form, follow=True)
    saved = SavedRequest.objects.get()
    assert (saved.name, saved.folder.name, saved.spec().url) == ("Models", "F", "https://api.example.com/v1/models")
    assert 'data-testid="saved-response"' in answer.content.decode()
    example = saved.responses.get()
    assert example.status == run.status
    assert them.owner.get(f"/library/requests/{saved.pk}/responses/{example.pk}/").status_code == 200
    # A second answer stands beside the same request.
    them.owner.post(page, {"beside": str(saved.pk), "response_name": "Again"})
    assert [row.name for row in saved.responses.all()] == [example.name, "Again"]


def test_a_response_is_kept_beside_what_was_sent_and_the_folder_is_that_one_is_in(client: Client) -> None:
    saved = save(client, form_of(client), save_folder_new="Mine")
    opened = f"/?saved={saved.pk}"
    assert form_of(client, opened)["save_folder"] == [str(saved.folder_id)]
    run = recorded(saved.person)
    Content.objects.filter(pk=run.pk).update(options={"saved": str(saved.pk)})
    assert f"/saved/runs/{run.pk}/" in client.get(f"/?run={run.pk}").content.decode()
    asked = client.get(f"/saved/runs/{run.pk}/", **HTMX).content.decode()
    assert "<!doctype" not in asked.lower()
    form = fields(asked)
    assert form["save_folder"] == [str(saved.folder_id)] and form["beside"] == [str(saved.pk)] * 2
    kept = client.post(f"/saved/runs/{run.pk}/", {"beside": str(saved.pk)}, **HTMX)
    assert kept.status_code == 200 and 'data-testid="run-saved"' in kept.content.decode()
    assert saved.responses.get().status == run.status


def test_a_run_of_somebody_else_is_not_there_to_be_saved(them: People) -> None:
    run = a_run(them.person)
    for other in them.others:
        assert other.get(f"/saved/runs/{run.pk}/").status_code == 404
        assert other.post(f"/saved/runs/{run.pk}/", {"response": "on"}).status_code == 404
    saved = save(them.owner, form_of(them.owner))
    theirs = a_run(Person.objects.exclude(pk=them.person.pk).get())
    answer = them.stranger.post(f"/saved/runs/{theirs.pk}/", {"beside": str(saved.pk)})
    assert answer.status_code == 404
    assert not saved.responses.exists()


@pytest.mark.parametrize("key", [exporter.key for exporter in EXPORTERS])
def test_what_is_saved_is_a_file_to_take_along(client: Client, key: str) -> None:
    saved = save(client, form_of(client), save_folder_new='API "x"/ü')
    answer = client.get(f"/library/folders/{saved.folder.pk}/export/{key}")
    assert answer.status_code == 200
    assert "Mine" in json.dumps(answer.json())
    assert "filename*=UTF-8''API%20x%20%C3%BC." in answer.headers["Content-Disposition"]
    assert client.get(f"/library/export/{key}").status_code == 200
    assert Client().get(f"/library/export/{key}").status_code == 404
    assert client.get("/library/export/xml").status_code == 404


def test_an_export_is_imported_by_somebody_else_as_it_was(them: People) -> None:
    saved = save(them.owner, form_of(them.owner), save_folder_new="API")
    text = them.owner.get(f"/library/folders/{saved.folder.pk}/export/playground_json").content
    upload = SimpleUploadedFile("a.json", text, content_type="application/json")
    answer = them.stranger.post("/saved/import/", {"file": upload}, follow=True)
    assert "API" in answer.content.decode()
    copy = SavedRequest.objects.exclude(pk=saved.pk).get()
    assert (copy.name, copy.operation, copy.spec()) == (saved.name, saved.operation, saved.spec())
    assert copy.folder.person != saved.person


@pytest.mark.parametrize("text", ["", "{", '{"kind": "playground.collection", "version": 9}'])
def test_what_cannot_be_imported_is_said_and_makes_nobody(client: Client, text: str) -> None:
    answer = client.post("/saved/import/", {"text": text})
    assert answer.status_code == 422
    assert 'data-testid="import-problem"' in answer.content.decode()
    assert Person.objects.count() == 0


def test_an_import_that_is_too_much_leaves_nothing_behind(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.library.services.MAX_REQUESTS", 1)
    items = tuple(Collected(name, RequestSpec("GET", "https://a.example")) for name in "ab")
    text = json.dumps(playground_json.dump(Collection("c", requests=items)))
    assert client.post("/saved/import/", {"text": text}).status_code == 422
    assert (SavedRequest.objects.count(), Folder.objects.count()) == (0, 0)
