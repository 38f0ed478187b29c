"""Known secrets sent down every road of the product, and then looked for wherever something is kept or given out."""

from __future__ import annotations

import json
import logging
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from io import StringIO
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from playground.accounts.models import ApiToken, Person
from playground.core.assertions import Assertion
from playground.core.collected import Collected, Collection, Example
from playground.core.exporters.formats import playground_json
from playground.core.exporters.registry import EXPORTERS
from playground.core.messages import Parameter, RequestSpec
from playground.environments.services import set_variable
from playground.history import blobs
from playground.history.models import Blob, Run
from playground.library.models import SavedRequest
from playground.sharing.models import Share
from tests.forms import fields
from tests.site import free_port
from tests.transport.upstream import Upstream, upstream

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("catalog")]

START = "/try/create-structured-output/"
#: One for each road, so that a leak says where it came from; with letters that every encoding writes differently.
ROADS = (
    "header",
    "bearer",
    "basic",
    "query",
    "url",
    "cookie",
    "form",
    "variable",
    "environment",
    "ephemeral",
    "api",
    "import",
)
SECRETS = {
    road: f'sk-{road}/+"ö 0123456789' if road in {"variable", "environment"} else f"sk-{road}-0123456789"
    for road in ROADS
}


def _spellings(secret: str) -> Iterator[bytes]:
    inside = json.dumps(secret)[1:-1]
    addresses = (quote(secret, safe=""), quote_plus(secret), quote(secret, safe="/+"))
    texts = (secret, *addresses, inside, json.dumps(secret, ensure_ascii=False)[1:-1])
    for text in (*texts, escape(secret), json.dumps(inside)[1:-1], secret.encode().hex()):
        yield text.encode()
    for before in range(3):
        padded = b"\0" * before + secret.encode()
        for encode in (b64encode, urlsafe_b64encode):
            yield encode(padded)[(before * 8 + 5) // 6 : len(padded) * 8 // 6]


def _leaks(content: bytes) -> list[str]:
    return [road for road, secret in SECRETS.items() if any(spelling in content for spelling in _spellings(secret))]


def _dump() -> bytes:
    """Every value of every table, bytes as they are, and those that are kept compressed as they were."""
    rows = [blobs.read(digest) for digest in Blob.objects.values_list("digest", flat=True)]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                for value in row:
                    rows.append(
                        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode("utf-8", "replace")
                    )
    return b"\n".join(rows)


def _echo(request: bytes) -> tuple[bytes | float, ...]:
    """The whole request, written back in every encoding, and cut in the midst of things."""
    text = request.decode("utf-8", "replace")
    content = "\n".join(
        (
            text,
            json.dumps(text),
            json.dumps({"in": json.dumps(text)}),
            quote(text, safe=""),
            quote_plus(text),
            escape(text),
        )
    ).encode()
    content += b"\n" + b64encode(request) + b"\n" + urlsafe_b64encode(b"x" + request)
    line = next((line for line in text.split("\r\n") if line.lower().startswith("authorization:")), "A: b")
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Echo: {line[15:]}\r\nConnection: close\r\n\r\n"
    pieces = [content[at : at + 61] for at in range(0, len(content), 61)]
    return (head.encode(), *(part for piece in pieces for part in (piece, 0.0005)))


@pytest.fixture
def echo(settings: Any) -> Iterator[Upstream]:
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]
    with upstream(behaviour=lambda caller: caller.send(*_echo(server.requests[-1]))) as server:
        yield server


class _Logs(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.text = StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        self.text.write(self.format(record))


@pytest.fixture
def logs() -> Iterator[StringIO]:
    handler = _Logs()
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler.text
    root.removeHandler(handler)
    root.setLevel(level)


def _save(client: Client, key: str, **row: str) -> None:
    url = f"/environments/{key}/"
    form = fields(client.get(url).content.decode())
    answer = client.post(url, {**form, **{f"row.new.{name}": value for name, value in row.items()}, "action": "save"})
    assert answer.status_code == 302


def _form(client: Client, url: str, **more: Any) -> dict[str, Any]:
    form = fields(client.get(START).content.decode())
    return {**form, "server": "custom", "url": url, "body_type": "none", **more}


def _rows(group: str, *rows: tuple[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {f"row.{group}": [str(number) for number in range(len(rows))]}
    for number, (name, value) in enumerate(rows):
        made |= {f"{group}.{number}.name": name, f"{group}.{number}.value": value, f"{group}.{number}.on": "on"}
    return made


def _send(client: Client, form: dict[str, Any]) -> tuple[Run, bytes]:
    """Sent as the page does it: the run, and everything that the page was told."""
    answer = client.post(START + "send/", form, HTTP_HX_REQUEST="true")
    assert answer.status_code == 200, answer.content.decode()
    run = Run.objects.order_by("-created").first()
    assert run is not None
    told = b"".join(client.get(f"/runs/{run.pk}/events").streaming_content)
    return run, answer.content + told


def test_no_secret_is_found_anywhere_by_whichever_road_it_came(
    client: Client, echo: Upstream, logs: StringIO, settings: Any
) -> None:
    given: list[bytes] = []
    # Variables, an environment, a secret of this browser session.
    _save(client, "session", name="VARIABLE", value=SECRETS["variable"], secret="on")
    _save(client, "production", name="ENVIRONMENT", value=SECRETS["environment"], secret="on")
    _save(client, "session", name="EPHEMERAL", value=SECRETS["ephemeral"], ephemeral="on")
    client.post("/environments/choose/", {"environment": "production"})
    # The form: what is typed in full into each place, and the variables.
    address = f"{echo.origin}/p?api_key={SECRETS['url']}&v={{{{VARIABLE}}}}&e={{{{ENVIRONMENT}}}}"
    everywhere = _form(
        client,
        address,
        auth_kind="basic",
        auth_username="someone",
        auth_value=SECRETS["basic"],
        **_rows("header", ("X-API-Key", SECRETS["header"]), ("X-Variable", "{{EPHEMERAL}}")),
        **_rows("query", ("access_token", SECRETS["query"])),
        **_rows("cookie", ("sid", SECRETS["cookie"])),
    )
    bearer = _form(
        client,
        f"{echo.origin}/form",
        auth_kind="",
        body_type="form",
        body_type_shown="form",  # the form itself is not drawn again
        **_rows("header", ("Authorization", f"Bearer {SECRETS['bearer']}")),
        **_rows("form", ("password", SECRETS["form"]), ("kept", "{{VARIABLE}}")),
    )
    failing = {**everywhere, "url": f"http://127.0.0.1:{free_port()}/{{{{VARIABLE}}}}"}
    for form in (everywhere, bearer, failing):
        for pane in ("preview", "code"):
            given.append(client.post(START + "live/", {**form, "pane": pane, "target": "shell_curl"}).content)
        given.append(client.post(START + "code/", {**form, "target": "python_requests"}).content)
        # As a draft before it is sent, when nothing of it is known yet; and saved.
        drafted = client.post(START + "draft/", form, HTTP_HX_REQUEST="true")
        assert 'data-state="draft"' in drafted.content.decode()
        given.append(drafted.content)
        run, told = _send(client, form)
        given.append(told)
        assert client.post(f"/runs/{run.pk}/repeat").status_code == 302
        # Shared, with the answer and without, and as an address.
        assert client.post(f"/shares/run/{run.pk}/", {"answer": "1"}).status_code == 302
        given.append(client.post(START + "share/", form, HTTP_HX_REQUEST="true").content)
        given.append(client.post(START + "link/", form, HTTP_HX_REQUEST="true").content)
        given.append(client.post(START + "save/", {**form, "save": "new"}, HTTP_HX_REQUEST="true").content)
        assert client.post(f"/saved/runs/{run.pk}/", {"response": "on"}).status_code == 302
    # The JSON API.
    person = Person.objects.get()
    token = ApiToken.issue(person)
    har = {
        "method": "GET",
        "url": f"{echo.origin}/api",
        "headers": [{"name": "Authorization", "value": f"Bearer {SECRETS['api']}"}],
    }
    for accept in ("application/json", "text/event-stream"):
        answer = client.post(
            "/api/v1/send",
            {"request": har},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}", "Accept": accept},
        )
        assert answer.status_code == 200
        given.append(b"".join(answer.streaming_content) if answer.streaming else answer.content)

    # A collection of somebody else's making.
    collection = _collection(f"{echo.origin}/import", f"Bearer {SECRETS['import']}")
    assert client.post("/saved/import/", {"text": json.dumps(collection)}).status_code == 302
    given.append(_send(client, fields(client.get(f"/?saved={_newest().pk}").content.decode()))[1])

    # Each of them did leave, in full: what follows is no empty promise.
    sent = b"\n".join(echo.requests)
    assert b64encode(f"someone:{SECRETS['basic']}".encode()) in sent
    for road in set(ROADS) - {"basic"}:
        assert any(spelling in sent for spelling in _spellings(SECRETS[road])), road

    # Their own words: names and notes, typed and sent by a program, and what is expected of an answer.
    _in_words(client, SECRETS["variable"], str(token))

    given += _pages(client)
    for content in given:
        assert _leaks(content) == []
    assert _leaks(_dump()) == []
    assert _leaks(logs.getvalue().encode()) == []


def _in_words(client: Client, secret: str, token: str) -> None:
    words = {"name": f"n {secret}", "note": f"the key is {secret}."}
    saved, run = _newest(), Run.objects.order_by("created")[0]
    assert client.post(f"/library/requests/{saved.pk}/", {**words, "folder": ""}).status_code == 302
    share = Share.objects.order_by("created")[0]
    title = f"{secret} and {SECRETS['ephemeral']}"
    assert client.post(f"/shares/{share.pk}/", {"title": title}).status_code in {200, 302}
    share.refresh_from_db()
    assert share.title == "{{VARIABLE}} and {{EPHEMERAL}}"
    saved.refresh_from_db()
    assert saved.note == "the key is {{VARIABLE}}."
    assert client.post("/library/new", words).status_code in {200, 302}
    assert client.post(f"/history/{run.pk}/describe", {"note": secret, "tags": "x"}).status_code in {200, 302}
    assert client.post("/environments/add/", words).status_code == 302
    said = {"content_type": "application/json", "headers": {"Authorization": f"Bearer {token}"}}
    for path in ("folders", "environments"):
        assert client.post(f"/api/v1/{path}", {"name": words["name"]}, **said).status_code == 201
    assert client.patch(f"/api/v1/requests/{saved.pk}", words, **said).status_code == 200
    expected = [{"part": "header", "comparison": "equals", "expected": secret, "place": "X-A"}]
    har = {"request": {"method": "GET", "url": "https://a.example/"}, "name": "x", "assertions": expected}
    assert client.post("/api/v1/requests", har, **said).status_code == 422
    assert client.patch(f"/api/v1/requests/{saved.pk}", {"assertions": expected}, **said).status_code == 422
    spec = RequestSpec("GET", "https://a.example/")
    entry = {
        "request": {"headers": [{"name": "Authorization", "value": f"Bearer {SECRETS['import']}"}]},
        "response": {"status": 200, "statusText": secret, "content": {"text": f"it is {secret}"}},
    }
    theirs = Collected("One", spec, note=secret, examples=(Example(f"E {secret}", entry),))
    for each, status in ((theirs, 302), (replace(theirs, assertions=(Assertion(**expected[0]),)), 422)):
        text = json.dumps(playground_json.dump(Collection(f"C {secret}", secret, requests=(each,))))
        assert client.post("/saved/import/", {"text": text}).status_code == status


def _collection(url: str, authorization: str) -> dict[str, Any]:
    spec = RequestSpec("GET", url, headers=(Parameter("Authorization", authorization),))
    return playground_json.dump(Collection("Theirs", requests=(Collected("One", spec),)))


def _newest() -> SavedRequest:
    return SavedRequest.objects.latest("created")


def _pages(client: Client) -> Iterator[bytes]:
    """Every page and export that shows a run or a variable."""
    urls = ["/", "/history/", "/environments/session/", "/environments/production/", "/environments/names/"]
    urls += ["/library/", *(f"/library/export/{exporter.key}" for exporter in EXPORTERS)]
    for saved in SavedRequest.objects.all():
        urls += [f"/library/requests/{saved.pk}/", f"/?saved={saved.pk}"]
        urls += [f"/library/requests/{saved.pk}/responses/{row.pk}/" for row in saved.responses.all()]
    for run in Run.objects.all():
        urls += [f"/history/{run.pk}/", f"/?run={run.pk}", f"/runs/{run.pk}/values", f"/runs/{run.pk}/checks"]
        urls += [f"/history/{run.pk}/har", f"/history/{run.pk}/content"]
    assert Share.objects.count() == 6
    for share in Share.objects.all():
        urls += [f"/s/{share.pk}/{page}" for page in ("", "embed", "badge.svg", "content", "?code=python_requests")]
        urls += [f"/shares/{share.pk}/", f"/?share={share.pk}", "/shares/"]
    for url in urls:
        answer = client.get(url)
        assert answer.status_code in {200, 404}, url
        yield b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_search_finds_what_is_there() -> None:
    """A search that finds nothing would always pass."""
    set_variable(Person.objects.create(), "plain", SECRETS["header"], secret=False)
    assert _leaks(_dump()) == ["header"]
    for spelling in _spellings(SECRETS["variable"]):
        assert "variable" in _leaks(b"before" + spelling + b"after")


def test_the_backup_of_the_tables_holds_no_secret(client: Client) -> None:
    _save(client, "session", name="VARIABLE", value=SECRETS["variable"], secret="on")
    out = StringIO()
    call_command("dumpdata", stdout=out)
    assert _leaks(out.getvalue().encode()) == []
