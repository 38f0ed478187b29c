"""What a hostile person types is text wherever it is shown or given out, and no address leads elsewhere.

Somebody enters commands for a browser and for a spreadsheet into every text that they can enter; then every address of
the URL configuration is asked for, as its owner and as somebody who has a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from markdown_it import MarkdownIt

from playground.accounts.models import ApiToken, Invitation, Person
from playground.core.assertions import Assertion
from playground.core.messages import Credentials, FormBody, Parameter, RequestSpec, TextBody
from playground.environments.models import Environment, Extraction, Variable
from playground.history import services as history
from playground.history.models import Run
from playground.library import assertions
from playground.library import services as library
from playground.library.models import Draft
from playground.runs.models import AssertionRow, PriceRow
from playground.sharing import services as sharing
from playground.sharing.embedding import frame, markdown
from tests.history.recorded import recorded
from tests.site import ROOT
from tests.structure.addresses import Address, World, addresses, url_of, world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

#: Ends whatever it may stand in, and begins an element that no page of ours has.
HOSTILE = "=1+1'\"></textarea></title></script></style>--><xss onx=1>"
SHORT = "\"'><xss onx=1>"
SCRIPT = "javascript:alert(1)//"
HTMX = {"HX-Request": "true"}

#: Every parameter that a view reads by its name.
_READ = re.compile(r"""(?:GET|POST|post|given|query)\.get(?:list)?\(\s*["']([\w.]+)["']""")
PARAMETERS = sorted({name for file in (ROOT / "playground").rglob("*.py") for name in _READ.findall(file.read_text())})


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    @property
    def commands(self) -> list[Any]:
        """What would run."""
        links = ("href", "src", "action", "formaction", "data", "hx-get", "hx-post")
        return [
            *(name for name in self.names if name == "xss"),
            *(pair for pair in self.attributes if pair[0].startswith("on")),
            *((name, value) for name, value in self.attributes if name in links and "script:" in value[:20].lower()),
        ]


def _spec(body: Any, method: str = SHORT, url: str = SCRIPT + HOSTILE, header: str = SHORT) -> RequestSpec:
    return RequestSpec(
        method,
        url,
        path_params=(Parameter(HOSTILE, HOSTILE),),
        query=(Parameter(HOSTILE, HOSTILE),),
        headers=(Parameter(header, HOSTILE),),
        cookies=(Parameter(HOSTILE, HOSTILE),),
        auth=(Credentials("bearer", "{{" + "KEY" + "}}"),),
        body=body,
    )


def _sendable(body: Any) -> RequestSpec:
    """As hostile as what leaves can be."""
    return _spec(body, "X'XSS", "https://api.example.com/" + HOSTILE, "X-'A")


def _fill(person: Person) -> World:
    """One of everything, with the hostile text in each place that takes text."""
    json = f'{{"a": "{SCRIPT}", "b": {HOSTILE!r}}}'.encode()
    run = recorded(
        person, json, spec=_sendable(TextBody(HOSTILE, SHORT)), fields=[("X-A", HOSTILE), ("Set-Cookie", SHORT)]
    )
    Run.objects.filter(pk=run.pk).update(reason=HOSTILE, media_type="application/json")
    history.describe(run, note=HOSTILE, tags=[SHORT])
    table = recorded(
        person, f"{HOSTILE},=1+1\n@x,-1".encode(), "text/csv", spec=_sendable(FormBody((Parameter("a", HOSTILE),)))
    )
    folder = library.add_folder(person, HOSTILE, note=HOSTILE)
    saved = library.save_request(person, _spec(TextBody("{}", "application/json")), name=HOSTILE, note=HOSTILE)
    assertions.add(saved, Assertion("header", "equals", HOSTILE, HOSTILE))
    library.delete(library.add_folder(person, HOSTILE))
    kept = library.add_response(saved, history.entry_of(run), HOSTILE)
    draft = Draft.objects.create(person=person, operation="create-structured-output", request=saved.request)
    environment = Environment.objects.create(person=person, name=HOSTILE, server=HOSTILE)
    Variable.objects.create(person=person, environment=environment, name="a", stored=HOSTILE)
    Variable.objects.create(person=person, name="KEY", stored=HOSTILE)
    PriceRow.objects.create(person=person, model=HOSTILE, input=1, output=1, currency="<xss>")
    AssertionRow.objects.create(
        person=person, operation=run.operation, part="status", place=HOSTILE, comparison="equals", expected=HOSTILE
    )
    Extraction.objects.create(person=person, operation=run.operation, name="a", source="body", expression=HOSTILE)
    ApiToken.issue(person, HOSTILE)
    Invitation.objects.create(note=HOSTILE)
    share = sharing.share_run(person, run)
    sharing.change(share, title=HOSTILE)
    sharing.add_answer(share)
    ids = {"run": run.pk, "environment": environment.key, "folder": folder.pk, "saved": saved.pk, "response": kept.pk}
    return World(
        person, {**ids, "share": share.pk, "draft": draft.pk, "token": person.tokens.get().pk, "table": table.pk}
    )


def _pages(made: World) -> Iterator[str]:
    query = "&".join(f"{name}={HOSTILE}" for name in PARAMETERS if name not in _CHOOSING)
    for address in addresses():
        if not address.name.startswith("mock:"):
            yield url_of(address, made.ids)
            yield url_of(address, made.ids) + "?" + query
    table = made.ids["table"]
    yield from (f"/history/{table}/", f"/?run={table}", f"/?run={made.ids['run']}", f"/?saved={made.ids['saved']}")
    yield f"/?share={made.ids['share']}"
    yield f"/try/create-structured-output/?query[{SHORT}]={HOSTILE}&header[X]={HOSTILE}&env[a]={HOSTILE}&url={SCRIPT}"
    yield f"/docs/{SHORT}/"


#: With these a view shows something else, or nothing.
_CHOOSING = {"run", "saved", "share", "download", "end", "at"}


def test_no_text_that_a_person_enters_is_a_command() -> None:
    user = User.objects.create_user("ada")
    made = _fill(Person.objects.create(user=user))
    owner = Client()
    owner.force_login(user)
    seen = kinds = 0
    for url in _pages(made):
        for client in (owner, Client()):
            for headers in ({}, HTMX):
                answer = client.get(url, headers=headers)
                kind = answer.headers.get("Content-Type", "")
                assert answer.status_code < 500, url
                assert "csv" not in kind, "a spreadsheet would run a formula in it"
                if not answer.streaming and kind.startswith(("text/html", "image/svg")):
                    page = answer.content.decode()
                    assert Elements(page).commands == [], url
                    seen += "xss onx" in page
                    kinds += 1
    assert kinds > 200 and seen > 40, "the text is shown, where it belongs"


def test_operators_read_text_too() -> None:
    made = _fill(Person.objects.create(user=User.objects.create_user("ada", first_name=SHORT, last_name=SHORT)))
    operator = Client()
    operator.force_login(User.objects.create_superuser("root"))
    person = made.person
    for path in ("accounts/person/", f"accounts/person/{person.pk}/change/", f"accounts/person/{person.pk}/delete/",
                 "accounts/invitation/", "auth/user/", f"auth/user/{person.user_id}/change/"):  # fmt: skip
        answer = operator.get(f"/admin/{path}")
        assert answer.status_code == 200, path
        assert "xss" not in Elements(answer.content.decode()).names, path


@pytest.mark.parametrize("method", [SHORT, "a](https://evil.example)![", '" onload="x', "`a` *b* <i>\n# c", "GET"])
def test_what_is_copied_into_a_readme_is_one_badge_and_nothing_else(method: str) -> None:
    text = markdown(method, "https://site.test/s/x/badge.svg", "https://site.test/s/x/")
    (paragraph,) = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    opened, image, closed = paragraph.children or []
    assert (opened.type, image.type, closed.type) == ("link_open", "image", "link_close")
    assert opened.attrs == {"href": "https://site.test/s/x/"}
    assert image.attrs["src"] == "https://site.test/s/x/badge.svg"
    assert image.content.replace("\\", "") == method.replace("\n", " ")
    found = Elements(frame(method, "https://site.test/s/x/embed"))
    assert found.names == ["iframe"]
    assert [name for name, _ in found.attributes] == ["src", "title", "width", "height", "loading"]
    assert dict(found.attributes)["title"] == method.replace("\n", " ")


# No address leads elsewhere


ELSEWHERE = (
    "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "https:evil.example",
    "\t//evil.example", "https://testserver@evil.example/", "http://testserver.evil.example/", SCRIPT,
)  # fmt: skip
#: Forms that are sent back to where they were: what else they need.
FORMS = {
    "/preferences/": {"language": "en"},
    "/environments/choose/": {"environment": "mock"},
    "/account/sign-in/": {"username": "ada", "password": "correct horse"},
    "/account/sign-up/": {
        "username": "eve",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    },
}


def _leads(answer: Any) -> str:
    """Where a browser goes next, "" where it stays."""
    names = ("Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "HX-Replace-Url", "Refresh")
    return next((answer.headers[name] for name in names if name in answer.headers), "")


def _is_ours(url: str) -> bool:
    read = urlsplit(re.sub(r"[\t\r\n]", "", url).replace("\\", "/"))
    return read.netloc in {"", "testserver"} and read.scheme in {"", "http"} and "evil" not in read.netloc


@pytest.mark.parametrize("address", [row for row in addresses() if not row.is_api], ids=lambda row: row.name)
def test_no_view_leads_elsewhere(address: Address) -> None:
    if address.name.startswith("mock:"):
        return
    made = world()
    url = url_of(address, made.ids)
    owner = Client()
    owner.force_login(made.person.user)
    elsewhere = ELSEWHERE[1]
    said: dict[str, Any] = {"headers": {"Referer": elsewhere, "HX-Current-URL": elsewhere}}
    evil = dict.fromkeys(PARAMETERS, elsewhere)
    for answer in (owner.get(url, evil, **said), owner.post(url, evil, **said), owner.post(f"{url}?next={elsewhere}")):
        answer.close()
        assert _is_ours(_leads(answer)), (url, answer.headers)


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_what_comes_back_to_where_it_was_comes_back_here(elsewhere: str) -> None:
    User.objects.create_user("ada", password="correct horse")
    for url, form in FORMS.items():
        answer = Client().post(url, {**form, "next": elsewhere})
        assert (answer.status_code, answer.headers["Location"]) == (302, "/"), url
    assert Client().post("/preferences/", {"next": "/history/?a=b"}).headers["Location"] == "/history/?a=b"


@pytest.mark.parametrize("path", ["//evil.example/docs", "/%5C%5Cevil.example/docs", "//evil.example/%2e%2e"])
def test_a_slash_that_is_added_leads_nowhere_else(path: str) -> None:
    assert _is_ours(_leads(Client().get(path)))
