"""What a person expects of each answer of an operation, kept, and held against an answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from playground.core import assertions
from playground.core.assertions import Answered, Assertion, Outcome
from playground.core.errors import InvalidInput
from playground.core.fields import Fields
from playground.history.models import Run
from playground.history.opened import opened
from playground.runs.models import AssertionRow
from playground.runs.sections import Answer, Section

#: Assertions of a person for one operation, at most.
MOST = 50

PARTS = {
    "status": gettext_lazy("Status"),
    "time": gettext_lazy("Time in ms"),
    "header": gettext_lazy("Header"),
    "jsonpath": gettext_lazy("JSONPath"),
}
COMPARISONS = {
    "equals": gettext_lazy("equals"),
    "not_equals": gettext_lazy("does not equal"),
    "less": gettext_lazy("is less than"),
    "greater": gettext_lazy("is greater than"),
    "contains": gettext_lazy("contains"),
    "matches": gettext_lazy("matches"),
    "exists": gettext_lazy("exists"),
    "schema": gettext_lazy("is valid against"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An outcome in words; ``number`` is the row's, to remove it."""

    number: int
    outcome: Outcome

    @property
    def said(self) -> str:
        wanted = self.outcome.assertion
        words = [str(PARTS[wanted.part]), wanted.place, str(COMPARISONS[wanted.comparison]), wanted.expected[:200]]
        return " ".join(word for word in words if word)


def key_of(run: Run) -> str:
    """What assertions are kept with: the operation, or else method and address without its query."""
    return run.operation or f"{run.method} {run.url.partition('?')[0]}"[:200]


def rows_of(run: Run) -> QuerySet[AssertionRow]:
    return AssertionRow.objects.filter(person=run.person_id, operation=key_of(run))


def keep(run: Run, wanted: Assertion) -> None:
    """Raises ``InvalidInput``."""
    assertions.check(wanted)
    if rows_of(run).count() >= MOST:
        raise InvalidInput("There are %(count)s assertions already.", hint="Remove one first.", count=str(MOST))
    AssertionRow.objects.create(
        person=run.person,
        operation=key_of(run),
        part=wanted.part,
        place=wanted.place,
        comparison=wanted.comparison,
        expected=wanted.expected,
    )


def lines(run: Run) -> list[Line]:
    """Every assertion of the operation, held against the answer."""
    rows = list(rows_of(run))
    if not rows or run.status is None:
        return []
    answered = _answered(run)
    return [Line(row.pk, assertions.evaluate(_assertion(row), answered)) for row in rows]


def _assertion(row: AssertionRow) -> Assertion:
    return Assertion(row.part, row.comparison, row.expected, row.place)


def _answered(run: Run) -> Answered:
    fields = Fields((name, value) for name, value in run.content.fields)
    return Answered(run.status or 0, run.duration_ms or 0, fields, opened(run).document)


def section(answer: Answer) -> Section | None:
    """The assertions as a check of the answer; None where nobody made any."""
    found = lines(answer.run)
    if not found:
        return None
    failed = sum(not line.outcome.holds for line in found)
    badge = ngettext("{count} assertion failed", "{count} assertions failed", failed).format(count=failed)
    return Section(
        key="assertions",
        title=_("Assertions"),
        verdict="problems" if failed else "valid",
        badge=badge if failed else _("all assertions hold"),
        template="runs/checks/_assertions.html",
        details=found,
    )
