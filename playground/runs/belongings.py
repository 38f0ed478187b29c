"""What sending has of people: what counts against their limits, their table of prices, and what
they expect of answers."""

from __future__ import annotations

from collections.abc import Iterator

from playground.accounts.belongings import Belongings, File, as_json
from playground.accounts.models import Person
from playground.runs.models import AssertionRow, PriceRow, Start


def _move(source: Person, target: Person) -> None:
    """A model has one price: that of the one who keeps the account, where both have written one down."""
    Start.objects.filter(person_number=source.pk).update(person_number=target.pk)
    known = PriceRow.objects.filter(person=target).values_list("model", flat=True)
    prices = PriceRow.objects.filter(person=source)
    prices.filter(model__in=list(known)).delete()
    prices.update(person=target)
    AssertionRow.objects.filter(person=source).update(person=target)


def _files(person: Person) -> Iterator[File]:
    rows = PriceRow.objects.filter(person=person)
    yield "prices.json", as_json(list(rows.values("model", "input", "output", "cached", "written", "currency")))
    expected = AssertionRow.objects.filter(person=person)
    yield "assertions.json", as_json(list(expected.values("operation", "part", "place", "comparison", "expected")))


def _delete(person: Person) -> None:
    Start.objects.filter(person_number=person.pk).delete()


BELONGINGS = Belongings((PriceRow, AssertionRow), _move, _files, _delete)
