"""How much may run at once and begin within a minute; and that nothing runs for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from playground.accounts.models import Person
from playground.core.errors import InvalidInput
from playground.core.messages import Parameter, RequestSpec
from playground.environments.models import Variable
from playground.environments.services import set_variable
from playground.history import services as history
from playground.history.models import Run
from playground.runs import limits
from playground.runs import services as runs
from playground.runs.limits import TooManyRuns
from playground.runs.models import Start
from playground.web.clients import client_address
from tests.forms import fields
from tests.people import client_of

pytestmark = pytest.mark.django_db

GET = RequestSpec("GET", "http://api.example.com/v1/models")
MOCK = "http://testserver/mock/"

Begin = Callable[..., Run]


@pytest.fixture(autouse=True)
def few(settings) -> None:
    settings.PLAYGROUND_RUNS_AT_ONCE = 3
    settings.PLAYGROUND_RUNS_PER_MINUTE = 5


@pytest.fixture
def person() -> Person:
    return Person.objects.create()


def begin(person: Person, count: int = 1, url: str = GET.url, client: str = "", over: bool = False) -> list[Run]:
    """So many runs, each of them over at once if that is asked for."""
    made = [runs.start(person, RequestSpec("GET", url), mock_base=MOCK, client=client) for _ in range(count)]
    if over:
        end(made)
    return made


def end(made: list[Run], state: str = Run.State.DONE) -> None:
    Run.objects.filter(pk__in=[run.pk for run in made]).update(state=state)


def age(seconds: float) -> None:
    """All that was begun so far, so many seconds ago."""
    for start in Start.objects.all():
        Start.objects.filter(pk=start.pk).update(created=start.created - timedelta(seconds=seconds))


def refused(person: Person, **options: object) -> TooManyRuns:
    with pytest.raises(TooManyRuns) as caught:
        begin(person, **options)  # type: ignore[arg-type]
    return caught.value


# A person


def test_so_many_at_once_and_no_more(person: Person) -> None:
    made = begin(person, 3)
    error = refused(person)
    assert "3 of your requests" in error.message and error.retry_after > 0
    assert Run.objects.count() == Start.objects.count() == 3
    begin(Person.objects.create())  # others are not concerned
    end(made[:1])
    begin(person)
    refused(person)


@pytest.mark.parametrize("state", [Run.State.DONE, Run.State.FAILED, Run.State.STOPPED])
def test_what_is_over_does_not_count_as_running(person: Person, state: str) -> None:
    end(begin(person, 3), state)
    begin(person)


def test_running_runs_count_as_pending_ones_do(person: Person) -> None:
    for run in begin(person, 3):
        assert history.claim(run)
    refused(person)


def test_runs_without_a_process_do_not_count(person: Person) -> None:
    made = begin(person, 3)
    lost = timezone.now() - history.LOST_AFTER - timedelta(seconds=1)
    Run.objects.filter(pk=made[0].pk).update(state=Run.State.RUNNING, alive_at=lost)
    begin(person)
    refused(person)
    unclaimed = timezone.now() - history.UNCLAIMED_AFTER - timedelta(seconds=1)
    Run.objects.filter(pk=made[1].pk).update(created=unclaimed)
    begin(person)


def test_so_many_within_a_minute_and_no_more(person: Person) -> None:
    begin(person, 2, over=True)
    age(50)
    begin(person, 3, over=True)
    error = refused(person)
    assert "5 requests within a minute" in error.message
    assert 1 <= error.retry_after <= 10
    assert str(error.retry_after) in error.message
    age(10)  # the first two are out of the window by now
    begin(person, 2, over=True)
    refused(person)


def test_clearing_the_history_clears_no_count(person: Person) -> None:
    for _ in range(5):
        begin(person, over=True)
    client_of(person).post(reverse("history:runs_clear"))
    assert not Run.objects.exists()
    assert "within a minute" in refused(person).message


# Guests by their address


def test_guests_count_by_their_address(person: Person) -> None:
    for _ in range(3):
        begin(Person.objects.create(), client="203.0.113.7")
    assert "guests at your address" in refused(person, client="203.0.113.7").message
    begin(person, client="203.0.113.8")
    for _ in range(2):
        begin(Person.objects.create(), client="", over=True)


def test_guests_count_by_their_address_within_a_minute(person: Person) -> None:
    for _ in range(5):
        begin(Person.objects.create(), client="203.0.113.7", over=True)
    assert "Guests at your address" in refused(person, client="203.0.113.7").message


def test_an_ipv6_subscriber_counts_as_one(person: Person) -> None:
    for host in ("1", "2:3", "ffff:4"):
        begin(Person.objects.create(), client=f"2001:db8:0:7::{host}")
    refused(person, client="2001:db8:0:7::9")
    begin(person, client="2001:db8:0:8::9")


def test_people_with_an_account_do_not_count_by_address() -> None:
    for number in range(5):
        user = User.objects.create_user(f"user{number}")
        begin(Person.objects.create(user=user), client="203.0.113.7")
    assert set(Start.objects.values_list("client", flat=True)) == {""}


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "198.51.100.1", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.9.9.9, 198.51.100.1", "198.51.100.1"),
        (2, "10.9.9.9, 198.51.100.1, 192.0.2.5", "198.51.100.1"),
        (2, "198.51.100.1", "127.0.0.1"),
    ],
)
def test_the_address_is_that_which_a_proxy_of_ours_saw(settings, proxies: int, forwarded: str, expected: str) -> None:
    settings.PLAYGROUND_PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", **headers)) == expected


# Destinations


def test_a_destination_takes_so_many_at_once(settings, person: Person) -> None:
    settings.PLAYGROUND_DESTINATION_AT_ONCE = 4
    for url in ("http://api.example.com/", "https://API.example.com:8443/x", "http://api.example.com./"):
        begin(Person.objects.create(), url=url)
    begin(Person.objects.create(), url="http://user:word@api.example.com/y")
    assert "to this host are on their way" in refused(person).message
    begin(person, url="http://www.example.com/")


def test_a_destination_takes_so_many_within_a_minute(settings, person: Person) -> None:
    settings.PLAYGROUND_DESTINATION_PER_MINUTE = 8
    for _ in range(8):
        begin(Person.objects.create(), over=True)
    assert "to this host within a minute" in refused(person).message
    begin(person, url="http://www.example.com/")


def test_the_mock_upstream_is_no_destination(settings, person: Person) -> None:
    settings.PLAYGROUND_DESTINATION_AT_ONCE = 1
    for _ in range(3):
        begin(Person.objects.create(), url=MOCK + "catalog/v1/models")
    assert set(Start.objects.values_list("destination", flat=True)) == {""}


def test_the_host_behind_a_variable_is_what_counts_and_is_not_readable(settings, person: Person) -> None:
    settings.PLAYGROUND_DESTINATION_AT_ONCE = 1
    set_variable(person, "HOST", "secret-host.example.com", secret=True)
    begin(person, url="http://{{HOST}}/")
    refused(Person.objects.create(), url="http://secret-host.example.com/")
    assert not Start.objects.filter(destination__contains="secret").exists()


# Nothing is kept of what is refused


def test_a_refused_run_keeps_nothing(person: Person) -> None:
    begin(person, 3)
    with pytest.raises(TooManyRuns):
        runs.start(person, RequestSpec("GET", GET.url, headers=(Parameter("Authorization", "Bearer sk-typed"),)))
    assert not Variable.objects.exists()
    with pytest.raises(InvalidInput):
        runs.start(person, RequestSpec("GET", "nowhere", headers=(Parameter("Authorization", "Bearer sk-typed"),)))
    assert not Variable.objects.exists()
    assert Run.objects.count() == Start.objects.count() == 3


def test_starts_are_forgotten_when_they_count_no_more(settings, person: Person, monkeypatch) -> None:
    settings.PLAYGROUND_TOTAL_SECONDS = 10
    begin(person, 2)
    age(100)
    monkeypatch.setattr(limits, "_cleared", -1e9)
    begin(person)
    assert Start.objects.count() == 3  # they may still wait to be sent
    age(100)
    monkeypatch.setattr(limits, "_cleared", -1e9)
    begin(Person.objects.create())
    assert Start.objects.count() == 2


def test_counting_takes_few_queries_along_indexes(person: Person, django_assert_max_num_queries) -> None:
    begin(person)
    with django_assert_max_num_queries(11):  # of which two count, and two keep the transaction
        begin(person)


# In the page


@pytest.fixture
def form(client: Client, catalog: None) -> dict[str, list[str]]:
    return fields(client.get("/").content.decode())


SEND = "/try/create-structured-output/send/"


def _send_three(client: Client, form: dict[str, list[str]]) -> None:
    """Three that are on their way, as far as their rows say: nothing listens where they go."""
    for _ in range(3):
        assert client.post(SEND, form, HTTP_HX_REQUEST="true").status_code == 200
    Run.objects.update(state=Run.State.RUNNING, alive_at=timezone.now())


def test_the_page_answers_429_and_says_when(client: Client, form) -> None:
    _send_three(client, form)
    response = client.post(SEND, form, HTTP_HX_REQUEST="true")
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    text = response.content.decode()
    assert 'id="response"' in text and 'data-testid="refused"' in text and "3 of your requests" in text


def test_without_javascript_the_form_comes_back_as_it_was(client: Client, form) -> None:
    _send_three(client, form)
    body = form["body"][0].replace("how can I solve", "my own words")
    response = client.post(SEND, {**form, "body": [body]})
    assert response.status_code == 429 and "Retry-After" in response.headers
    text = response.content.decode()
    assert 'data-testid="refused"' in text
    assert "my own words" in body and fields(text)["body"] == [body]


def test_a_robot_that_drops_its_cookie_gains_nothing(client: Client, form) -> None:
    _send_three(client, form)
    client.cookies.clear()
    assert client.post(SEND, form, HTTP_HX_REQUEST="true", REMOTE_ADDR="127.0.0.1").status_code == 429
    assert client.post(SEND, form, HTTP_HX_REQUEST="true", REMOTE_ADDR="127.0.0.2").status_code == 200


@pytest.mark.parametrize("htmx", [{}, {"HTTP_HX_REQUEST": "true"}])
def test_running_again_is_held_to_the_limits(person: Person, htmx) -> None:
    made = begin(person, 3)
    response = client_of(person).post(reverse("runs:run_repeat", args=[made[0].pk]), **htmx)
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0
    assert 'data-testid="refused"' in response.content.decode()


# Nothing runs for ever


def _lost(person: Person) -> Run:
    (run,) = begin(person)
    died = timezone.now() - history.LOST_AFTER - timedelta(seconds=1)
    Run.objects.filter(pk=run.pk).update(state=Run.State.RUNNING, alive_at=died)
    return run


@pytest.mark.parametrize("look", ["history:run_list", "history:run_read", "workbench:page_start", "runs:events_read"])
def test_a_lost_run_is_closed_when_somebody_looks(person: Person, catalog: None, look: str) -> None:
    run = _lost(person)
    (alive,) = begin(person)
    history.claim(alive)
    number = [run.pk] if look in {"history:run_read", "runs:events_read"} else []
    response = client_of(person).get(reverse(look, args=number))
    b"".join(response) if response.streaming else response.content
    run.refresh_from_db()
    alive.refresh_from_db()
    assert (run.state, run.failure["code"]) == (Run.State.FAILED, "interrupted")
    assert alive.state == Run.State.RUNNING


def test_whoever_begins_a_run_closes_the_lost_ones_of_everybody(person: Person, monkeypatch) -> None:
    lost = [_lost(person), _lost(Person.objects.create())]
    (unclaimed,) = begin(person)
    Run.objects.filter(pk=unclaimed.pk).update(created=timezone.now() - history.UNCLAIMED_AFTER)
    (pending,) = begin(Person.objects.create())
    monkeypatch.setattr(limits, "_cleared", -1e9)
    begin(Person.objects.create())
    states = dict(Run.objects.values_list("pk", "state"))
    assert [states[run.pk] for run in lost] == [Run.State.FAILED] * 2
    assert (states[unclaimed.pk], states[pending.pk]) == (Run.State.STOPPED, Run.State.PENDING)
