"""What a guest has moves to an account: nothing is lost, and nothing there is overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from playground.accounts import services
from playground.accounts.belongings import free_name, owners, rooms
from playground.accounts.models import ApiToken, Limits, Person
from playground.environments.models import Environment, Extraction, Variable
from playground.history import lists
from playground.history.models import Run, Tag
from playground.runs.models import PriceRow
from tests.history.recorded import SPEC, recorded

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest() -> Person:
    return Person.objects.create()


@pytest.fixture
def ada() -> Person:
    return Person.objects.create()


def _variable(person: Person, name: str, value: str, environment: Environment | None = None, key: str = "") -> Variable:
    row = Variable(person=person, name=name, environment=environment, secret=value.startswith("sk-"))
    row.keep(value, key)
    row.save()
    return row


def _session(person: Person) -> dict[str, str]:
    rows = Variable.objects.filter(person=person, environment=None)
    return {row.name: getattr(row.open(), "value", row.open()) for row in rows}


def test_every_model_with_an_owner_has_a_room_that_moves_it() -> None:
    named = {model for room in rooms() for model in room.models}
    owned = {field.model for field in owners()} - {ApiToken, Limits}
    assert owned == named, "give each room a belongings.py and a line in PLAYGROUND_BELONGINGS"


def test_runs_are_found_by_their_new_owner_alone(guest: Person, ada: Person) -> None:
    run = recorded(guest, spec=replace(SPEC, url="https://api.example.com/v1/zebra"))
    Tag.objects.create(run=run, person=guest, name="mine")
    services.move(guest, ada)
    assert not Person.objects.filter(pk=guest.pk).exists()
    found = lists.page_of(ada, lists.Wanted(text="zebra", tag="mine")).runs
    assert [row.pk for row in found] == [run.pk]
    other = Person.objects.create()
    assert lists.page_of(other, lists.Wanted(text="zebra")).runs == []


def test_names_that_are_taken_stand_beside_each_other(guest: Person, ada: Person) -> None:
    _variable(ada, "region", "eu-1")
    _variable(ada, "KEY", "sk-of-ada")
    _variable(ada, "same", "1")
    for name, value in (("region", "us-2"), ("KEY", "sk-of-guest"), ("same", "1"), ("new", "2")):
        _variable(guest, name, value)
    services.move(guest, ada)
    assert _session(ada) == {
        "region": "eu-1", "region_2": "us-2", "KEY": "sk-of-ada", "KEY_2": "sk-of-guest", "same": "1", "new": "2",
    }  # fmt: skip


def test_a_secret_of_a_browser_session_still_opens_there(guest: Person, ada: Person) -> None:
    _variable(guest, "KEY", "sk-brief", key="this browser")
    services.move(guest, ada)
    row = Variable.objects.get(person=ada)
    assert row.open() is None
    assert getattr(row.open("this browser"), "value", "") == "sk-brief"


def _production(person: Person, server: str, **variables: str) -> Environment:
    made = Environment.objects.create(person=person, kind="production", server=server)
    for name, value in variables.items():
        _variable(person, name, value, made)
    return made


def _drawn(person: Person) -> dict[str, tuple[str, dict[str, str]]]:
    return {
        row.label: (row.server, dict(row.variables.values_list("name", "stored")))
        for row in Environment.objects.filter(person=person)
    }


def test_environments_that_agree_become_one(guest: Person, ada: Person) -> None:
    _production(ada, "", a="1")
    _production(guest, "https://api.test", a="1", b="2")
    services.move(guest, ada)
    assert _drawn(ada) == {"Production": ("https://api.test", {"a": "1", "b": "2"})}


@pytest.mark.parametrize(("server", "value"), [("https://other.test", "1"), ("https://api.test", "9")])
def test_environments_that_do_not_agree_stand_beside_each_other(
    guest: Person, ada: Person, server: str, value: str
) -> None:
    _production(ada, "https://api.test", a="1")
    _production(guest, server, a=value)
    Environment.objects.create(person=ada, name="Staging")
    Environment.objects.create(person=guest, name="Staging")
    services.move(guest, ada)
    assert _drawn(ada) == {
        "Production": ("https://api.test", {"a": "1"}),
        "Production (2)": (server, {"a": value}),
        "Staging": ("", {}),
        "Staging (2)": ("", {}),
    }
    assert not Variable.objects.exclude(person=ada).exists()


def test_rules_and_prices_and_tokens_come_along(guest: Person, ada: Person) -> None:
    for person, expression in ((ada, "$.id"), (guest, "$.data.id")):
        Extraction.objects.create(person=person, operation="o", source="body", expression=expression, name="id")
        PriceRow.objects.create(person=person, model="gpt-*", input=1 if person is ada else 2, output=3)
    PriceRow.objects.create(person=guest, model="claude-*", input=5, output=6)
    token = ApiToken.issue(guest)
    services.move(guest, ada)
    assert dict(Extraction.objects.filter(person=ada).values_list("name", "expression")) == {
        "id": "$.id", "id_2": "$.data.id",
    }  # fmt: skip
    assert dict(PriceRow.objects.filter(person=ada).values_list("model", "input")) == {"gpt-*": 1, "claude-*": 5}
    found = services.token_of(token)
    assert found is not None and found.person == ada


def test_moving_twice_moves_once(guest: Person, ada: Person) -> None:
    recorded(guest)
    again = Person.objects.get(pk=guest.pk)
    services.move(guest, ada)
    services.move(again, ada)
    services.move(ada, ada)
    assert Run.objects.filter(person=ada).count() == 1


def test_a_run_that_ends_after_its_owner_moved_is_found_by_the_new_one(guest: Person, ada: Person) -> None:
    from playground.history import words

    run = recorded(guest, spec=replace(SPEC, url="https://api.example.com/v1/okapi"))
    services.move(guest, ada)
    words.put(run)  # as the process does it that performed the run and knows the guest
    assert [row.pk for row in lists.page_of(ada, lists.Wanted(text="okapi")).runs] == [run.pk]


def test_a_free_name() -> None:
    assert free_name("a", {"b"}) == "a"
    assert free_name("a", {"a", "a (2)"}) == "a (3)"
    assert len(free_name("a" * 100, {"a" * 100})) <= 100
