"""The table of prices that a person keeps, and what a run costs by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from playground.accounts.models import Person
from playground.core.streams.folding.base import Answer
from playground.core.streams.prices import Cost, Price, cost, find
from playground.runs.models import PriceRow
from playground.web import statements

#: Rows of a table.
MAX_ROWS = 200
#: Money for a million tokens.
MAX_PRICE = Decimal(1_000_000)
#: Columns with numbers; the first two have to be filled in.
NUMBERS = ("input", "output", "cached", "written")
COLUMNS = ("model", *NUMBERS, "currency")


@dataclass
class Line:
    """A row of the form, as typed, and what is wrong with it."""

    typed: Mapping[str, str]
    problems: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, Decimal | None] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(self.typed[name] for name in COLUMNS if name != "currency")


def prices_of(person: Person | None) -> list[Price]:
    # Every answer asks, and hardly anybody has one.
    if not person or statements.find(PriceRow, ("id",), person=person.pk) is None:
        return []
    rows = PriceRow.objects.filter(person=person)
    return [Price(row.model, row.input, row.output, row.cached, row.written, row.currency) for row in rows]


def cost_of(person: Person | None, answer: Answer) -> Cost | None:
    """What an answer cost; None without a price for its model, or without its usage."""
    price = find(prices_of(person), answer.model) if answer.usage and answer.model else None
    return cost(answer.usage, price) if price and answer.usage else None


def lines_of(prices: Sequence[Price]) -> list[Line]:
    return [Line({name: _shown(getattr(price, name)) for name in COLUMNS}) for price in prices]


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value or ""


def empty_line(model: str = "") -> Line:
    return Line(dict.fromkeys(COLUMNS, "") | {"model": model})


def cells(line: Line) -> list[dict[str, str]]:
    """What the template draws of a row."""
    labels = {
        "model": _("Model"),
        "input": _("Request"),
        "output": _("Answer"),
        "cached": _("Read from a cache"),
        "written": _("Written to a cache"),
        "currency": _("Currency"),
    }
    return [
        {"name": name, "value": line.typed[name], "label": labels[name], "problem": line.problems.get(name, "")}
        for name in COLUMNS
    ]


def read(posted: Mapping[str, Sequence[str]]) -> list[Line]:
    """The rows of a posted form; those without anything in them are left out."""
    columns = {name: posted.get(name, ()) for name in COLUMNS}
    count = min(max((len(values) for values in columns.values()), default=0), MAX_ROWS)
    lines = [Line({name: _at(values, row) for name, values in columns.items()}) for row in range(count)]
    lines = [line for line in lines if not line.is_empty]
    seen: set[str] = set()
    for line in lines:
        _check(line, seen)
    return lines


def _at(values: Sequence[str], row: int) -> str:
    return values[row].strip()[:120] if row < len(values) else ""


def _check(line: Line, seen: set[str]) -> None:
    model = line.typed["model"]
    if not model:
        line.problems["model"] = _("A name of a model is needed, or a pattern such as gpt-4o*.")
    elif model in seen:
        line.problems["model"] = _("This model has a price already.")
    seen.add(model)
    for name in NUMBERS:
        line.numbers[name], problem = _number(line.typed[name], required=name in NUMBERS[:2])
        if problem:
            line.problems[name] = problem


def _number(text: str, *, required: bool) -> tuple[Decimal | None, str]:
    if not text:
        return None, _("A number is needed here.") if required else ""
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None, _("This is not a number.")
    if not number.is_finite() or not 0 <= number <= MAX_PRICE:
        return None, _("A price is between 0 and 1,000,000.")
    return round(number, 6), ""


@transaction.atomic
def keep(person: Person, lines: Sequence[Line]) -> None:
    """The rows instead of those that were kept."""
    PriceRow.objects.filter(person=person).delete()
    PriceRow.objects.bulk_create(_rows(person, lines))


def _rows(person: Person, lines: Sequence[Line]) -> Iterator[PriceRow]:
    for line in lines:
        currency = line.typed["currency"][:8].upper() or "USD"
        yield PriceRow(person=person, model=line.typed["model"], currency=currency, **line.numbers)
