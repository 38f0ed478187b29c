"""What sending has of people: what counts against their limits, and their table of prices."""

from __future__ import annotations

from collections.abc import Iterator

from playground.accounts.belongings import Belongings, File, as_json
from playground.accounts.models import Person
from playground.runs.models import PriceRow, Start


def _move(source: Person, target: Person) -> None:
    """A model has one price: that of the one who keeps the account, where both have written one down."""
    Start.objects.filter(person_number=source.pk).update(person_number=target.pk)
    known = PriceRow.objects.filter(person=target).values_list("model", flat=True)
    prices = PriceRow.objects.filter(person=source)
    prices.filter(model__in=list(known)).delete()
    prices.update(person=target)


def _files(person: Person) -> Iterator[File]:
    rows = PriceRow.objects.filter(person=person)
    yield "prices.json", as_json(list(rows.values("model", "input", "output", "cached", "written", "currency")))


def _delete(person: Person) -> None:
    Start.objects.filter(person_number=person.pk).delete()


BELONGINGS = Belongings((PriceRow,), _move, _files, _delete)
