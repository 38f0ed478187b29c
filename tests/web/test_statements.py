"""Rows that are written by statements made once are those that the ORM writes."""

import pytest
from django.db import connection
from django.utils import timezone

from playground.accounts.models import Person
from playground.history.models import NextNumber, Run
from playground.runs.models import PriceRow, Start
from playground.web import statements

pytestmark = pytest.mark.django_db

NUMBER = (("number", NextNumber.SQL[connection.vendor]),)


def run_of(person, **changes):
    return Run(person=person, method="GET", url="https://example.com/", alive_at=timezone.now(), **changes)


def values_of(run):
    row = Run.objects.filter(pk=run.pk).values().get()
    return {name: value for name, value in row.items() if name not in {"id", "number", "created", "alive_at"}}


def test_an_inserted_row_is_that_of_the_orm():
    person = Person.objects.create()
    changes = {"state": "done", "status": 404, "failure": {"code": "ü"}, "note": "it's %s", "duration_ms": 1.5}
    ours, theirs = run_of(person, **changes), run_of(person, **changes)
    theirs.save()
    (number,) = statements.insert(ours, sql=NUMBER, returning="number")
    assert values_of(ours) == values_of(theirs)
    kept, other = Run.objects.get(pk=ours.pk), Run.objects.get(pk=theirs.pk)
    assert (kept.number, kept.outcome, kept.failure) == (number, "4", {"code": "ü"})
    assert number == other.number + 1 and abs(kept.created - other.created).total_seconds() < 60
    assert kept.alive_at == ours.alive_at
    ours.note = "saved again"
    ours.save(update_fields=["note"])  # it counts as kept
    assert Run.objects.get(pk=ours.pk).note == "saved again"


def test_a_key_that_the_database_gives_is_left_to_it():
    for number in range(2):
        start = Start(run_number=f"0000000{number}-0000-4000-8000-000000000000", person_number=1)
        statements.insert(start)
    assert len(set(Start.objects.values_list("pk", flat=True))) == 2


def test_an_update_writes_the_named_fields_alone():
    run = run_of(Person.objects.create())
    statements.insert(run, sql=NUMBER)
    Run.objects.filter(pk=run.pk).update(note="theirs")
    run.state, run.status, run.failure, run.note = "failed", 502, None, "ours"
    assert statements.update(run, ("state", "status", "failure"), returning="note") == ("theirs",)
    kept = Run.objects.get(pk=run.pk)
    assert (kept.state, kept.status, kept.failure, kept.note) == ("failed", 502, None, "theirs")


def test_an_update_of_a_row_that_is_gone_says_so():
    assert statements.update(run_of(Person.objects.create()), ("state",)) is None


def test_a_row_is_found_by_what_it_has():
    person = Person.objects.create()
    price = PriceRow.objects.create(person=person, model="m", input=1, output=2)
    assert statements.find(PriceRow, ("model", "currency"), person=person.pk) == ("m", "USD")
    assert statements.find(PriceRow, ("id",), person=person.pk, model="m") == (price.pk,)
    assert statements.find(PriceRow, ("id",), person=person.pk, model="other") is None
