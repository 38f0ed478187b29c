"""Two tabs, two processes, somebody who deletes meanwhile: nothing is lost, and nothing is sent twice.

Over real connections to the running program and to an upstream that counts what came.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any, TypeVar

import requests

from tests.forms import fields
from tests.site import Site
from tests.transport.upstream import Caller, answer, upstream

AT_ONCE = 6
PAGE = "/try/create-structured-output/"
HTMX = {"HX-Request": "true"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
T = TypeVar("T")


def at_once(work: Callable[[int], T], many: int = AT_ONCE) -> list[T]:
    """What so many threads get that begin in the same moment."""
    barrier = Barrier(many)

    def one(number: int) -> T:
        barrier.wait(30)
        return work(number)

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(one, range(many)))


class Tab:
    """A tab of a browser: its cookies are those of the browser, its form is its own."""

    def __init__(self, site: Site, browser: requests.Session | None = None) -> None:
        self.site, self.browser = site, browser or requests.Session()
        self.form: dict[str, Any] = {}

    def open(self, path: str = PAGE) -> Tab:
        self.form = fields(self.get(path).text)
        return self

    def another(self, path: str = PAGE) -> Tab:
        return Tab(self.site, self.browser).open(path)

    def get(self, path: str, **options: Any) -> requests.Response:
        return self.browser.get(self.site.url + path, timeout=60, **options)

    def post(self, path: str, htmx: bool = True, **typed: Any) -> requests.Response:
        form = {**self.form, **typed, "csrfmiddlewaretoken": self.browser.cookies["csrftoken"]}
        headers = HTMX if htmx else {}
        url = self.site.url + path
        return self.browser.post(url, data=form, headers=headers, timeout=60, allow_redirects=False)

    def keep(self, url: str, **more: str) -> int:
        return self.post(PAGE + "draft/", url=url, **more).status_code

    def send(self, url: str) -> requests.Response:
        """Press Send."""
        return self.post(PAGE + "send/", url=url, method="GET", body_type="none", send_anyway="1")


def told(site: Site, command: str) -> str:
    """What the database says, asked by a process of its own."""
    return site.manage("shell", "--no-imports", "--command", command)


# The same draft, the same saved request


def _one_wins(tabs: list[Tab], write: Callable[[int], int]) -> int:
    """The number of the one whose words were kept; all others were told."""
    statuses = at_once(write, len(tabs))
    assert sorted(statuses) == [200] + [409] * (len(tabs) - 1)
    return statuses.index(200)


def test_of_tabs_that_write_the_same_draft_at_once_one_is_kept_and_the_others_are_told(site: Site) -> None:
    first = Tab(site).open()
    assert first.keep("/v1/first") == 200
    tabs = [first.another() for _ in range(AT_ONCE)]
    winner = _one_wins(tabs, lambda number: tabs[number].keep(f"/v1/tab-{number}"))
    assert first.another().form["url"] == [f"/v1/tab-{winner}"]
    loser = tabs[winner - 1]
    assert loser.keep("/v1/insists", draft_force="1") == 200
    assert first.another().form["url"] == ["/v1/insists"]
    loser.post(PAGE + "draft/change/", draft="back")
    assert first.another().form["url"] == [f"/v1/tab-{winner}"]


def test_of_tabs_that_begin_the_same_draft_at_once_one_is_kept(site: Site) -> None:
    first = Tab(site).open()
    first.post(PAGE + "save/", save="new", save_name="makes a guest")
    tabs = [first.another() for _ in range(AT_ONCE)]
    winner = _one_wins(tabs, lambda number: tabs[number].keep(f"/v1/tab-{number}"))
    assert first.another().form["url"] == [f"/v1/tab-{winner}"]


def test_of_tabs_that_save_the_same_request_at_once_one_does_and_the_others_are_told(site: Site) -> None:
    first = Tab(site).open()
    saved = first.post(PAGE + "save/", htmx=False, save="new", save_name="Mine").headers["Location"]
    tabs = [first.another(saved) for _ in range(AT_ONCE)]
    for tab in tabs[1:]:
        tab.form["draft_apart"] = "1"

    def save(number: int) -> int:
        return tabs[number].post(PAGE + "save/", save="changes", url=f"/v1/tab-{number}").status_code

    winner = _one_wins(tabs, save)
    assert first.another(saved).form["url"] == [f"/v1/tab-{winner}"]
    # What is typed on keeps what it was drawn from: it is told again, until it chooses.
    loser = tabs[winner - 1]
    kept = loser.post(PAGE + "draft/", url="/v1/more")
    loser.form.update(fields(kept.text))
    assert loser.post(PAGE + "save/", save="changes", url="/v1/more").status_code == 409
    assert loser.post(PAGE + "save/", save_force="1", url="/v1/more").status_code == 200
    assert first.another(saved).form["url"] == ["/v1/more"]


def test_one_tab_saves_what_another_types_on(site: Site) -> None:
    first = Tab(site).open()
    assert first.keep("/v1/first") == 200
    for round_number in range(4):
        tabs = [first.another() for _ in range(4)]

        def act(number: int, tabs: list[Tab] = tabs, round_number: int = round_number) -> int:
            if number == 0:
                return tabs[0].post(PAGE + "save/", save="new", save_name="Mine").status_code
            if number == 1:
                return tabs[1].post(PAGE + "draft/change/", draft="discard").status_code
            return tabs[number].keep(f"/v1/{round_number}-{number}")

        assert set(at_once(act, 4)) <= {200, 302, 409}


# Runs


def test_however_many_ask_for_the_events_of_a_run_it_is_sent_once(site: Site) -> None:
    with upstream(answer(b'{"a": 1}', "Content-Type: application/json")) as server:
        tab = Tab(site).open()
        number = _begun(tab, server.origin + "/once")
        pending = tab.post(f"/runs/{number}/repeat").text
        again = next(found for found in re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", pending) if found != number)
        streams = at_once(lambda _: tab.get(f"/runs/{again}/events").text)
        assert len(server.requests) == 2, "the first, and its repetition"
    assert all("event: end" in text and "200 OK" in text for text in streams)


def test_a_run_that_is_deleted_on_its_way_ends_and_leaves_nothing(site: Site) -> None:
    with upstream(behaviour=_silent_after(b"data: deleted-on-its-way\n\n")) as server:
        tab = Tab(site).open()
        number = _begun(tab, server.origin + "/deleted")
        reader = _reader(tab, number)
        assert tab.post(f"/history/{number}/delete", htmx=False).status_code == 302
        assert server.closed.wait(20), "the upstream is not kept waiting"
        reader.join(20)
        assert not reader.is_alive() and len(server.requests) == 1
    assert tab.get(f"/history/{number}/").status_code == 404
    assert told(site, _LEFT.format(marker="deleted-on-its-way", number=number)) == "0 0 0"


def test_an_account_that_is_deleted_during_a_run_takes_it_along(site: Site) -> None:
    with upstream(behaviour=_silent_after(b"data: account-on-its-way\n\n")) as server:
        tab = _member(site, "leaving")
        number = _begun(tab, server.origin + "/leaving")
        reader = _reader(tab, number)
        gone = tab.post("/account/delete/", htmx=False, password=PASSWORD)
        assert gone.status_code == 302, gone.text
        assert server.closed.wait(20)
        reader.join(20)
        assert not reader.is_alive() and len(server.requests) == 1
    assert told(site, _LEFT.format(marker="account-on-its-way", number=number)) == "0 0 0"
    assert told(site, _PEOPLE.format(name="leaving")) == "0"


def test_what_others_do_while_an_account_is_deleted_is_refused_and_leaves_nothing(site: Site) -> None:
    with upstream(answer(b"ok", "Content-Type: text/plain")) as server:
        for round_number in range(3):
            name = f"busy{round_number}"
            tab = _member(site, name)
            tab.keep("/v1/first")
            tabs = [tab.another() for _ in range(AT_ONCE)]
            cookies = dict(tab.browser.cookies)

            def act(number: int, tabs: list[Tab] = tabs, cookies: dict[str, str] = cookies) -> int:
                mine = tabs[number]
                mine.browser = requests.Session()
                mine.browser.cookies.update(cookies)
                match number:
                    case 0:
                        return mine.post("/account/delete/", htmx=False, password=PASSWORD).status_code
                    case 1 | 2:
                        return mine.send(server.origin).status_code
                    case 3:
                        return mine.post(PAGE + "save/", save="new", save_name="Mine").status_code
                    case 4:
                        return mine.post("/environments/add/", htmx=False, name="Mine").status_code
                return mine.keep("/v1/while")

            statuses = at_once(act)
            assert statuses[0] == 302
            assert max(statuses) < 500, statuses
            assert told(site, _PEOPLE.format(name=name)) == "0"
        sent = len(server.requests)
        assert sent <= 6, "each click sends once at most"
    assert told(site, _ORPHANS) == "[]"


def test_a_guest_who_signs_in_during_a_run_finds_it(site: Site) -> None:
    gate = threading.Event()

    def slowly(caller: Caller) -> None:
        caller.send(HEAD, b"data: begun\n\n")
        assert gate.wait(30)
        caller.send(b"data: signed-in-meanwhile\n\n")

    _member(site, "arriving")
    with upstream(behaviour=slowly) as server:
        tab = Tab(site).open()
        number = _begun(tab, server.origin + "/arriving")
        reader = _reader(tab, number)
        signed = tab.post("/account/sign-in/", htmx=False, username="arriving", password=PASSWORD)
        assert signed.status_code == 302
        gate.set()
        reader.join(20)
        assert len(server.requests) == 1
    assert "signed-in-meanwhile" in tab.get(f"/history/{number}/").text
    assert number in tab.get("/history/?text=signed-in-meanwhile").text, "the search knows whose it is"


PASSWORD = "correct horse battery"


def _member(site: Site, name: str) -> Tab:
    tab = Tab(site).open("/account/sign-up/")
    signed = tab.post("/account/sign-up/", htmx=False, username=name, password1=PASSWORD, password2=PASSWORD)
    assert signed.status_code == 302, signed.text
    return tab.open()


def _silent_after(data: bytes) -> Callable[[Caller], None]:
    def silently(caller: Caller) -> None:
        caller.send(HEAD, data)
        caller.sock.recv(1)  # returns when the other side closes

    return silently


def _begun(tab: Tab, url: str) -> str:
    """Press Send; gives the id of the run."""
    answered = tab.send(url)
    assert answered.status_code == 200, answered.text
    return re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", answered.text)[0]


def _reader(tab: Tab, number: str) -> threading.Thread:
    """Reads the events of a run to their end, in a thread; the first of them is there."""
    begun = threading.Event()
    cookies = dict(tab.browser.cookies)

    def read() -> None:
        url = f"{tab.site.url}/runs/{number}/events"
        with requests.get(url, cookies=cookies, stream=True, timeout=60) as events:
            for line in events.iter_lines():
                if line:
                    begun.set()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    assert begun.wait(30)
    return reader


_LEFT = """
from playground.history import blobs
from playground.history.models import Blob, Run, Words
held = [key for key in Blob.objects.values_list("digest", flat=True) if b"{marker}" in blobs.read(key)]
words = Words.objects.filter(text__contains="{marker}").count()
print(Run.objects.filter(pk="{number}").count(), words, len(held))
"""
_PEOPLE = """
from playground.accounts.models import Person
print(Person.objects.filter(user__username="{name}").count())
"""
#: Rows whose owner is not there.
_ORPHANS = """
from playground.accounts.belongings import owners
from playground.accounts.models import Person
people = Person.objects.values("pk")
fields = [field for field in owners() if field.model._base_manager.exclude(person__in=people).exists()]
print([field.model._meta.label for field in fields])
"""
