"""What a person expects of each answer, kept with an operation or with a saved request, and held against an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from playground.accounts.words import check_secrets
from playground.core import assertions
from playground.core.assertions import Answered, Assertion, Outcome
from playground.core.fields import Fields
from playground.history.models import Run
from playground.history.opened import opened
from playground.library import assertions as kept
from playground.library import services as library
from playground.library.models import SavedRequest
from playground.runs.models import AssertionRow
from playground.runs.sections import Answer, Section


@dataclass(frozen=True, slots=True)
class Line:
    """An outcome in words; ``key`` is by which it is removed."""

    key: str
    outcome: Outcome
    #: Whether it is kept with the saved request, and not with the operation.
    is_saved: bool = False

    @property
    def said(self) -> str:
        return kept.said(self.outcome.assertion)


def saved_of(run: Run) -> SavedRequest | None:
    """The saved request that a run was sent from, if it is still there."""
    key = run.content.options.get("saved")
    return library.find_request(run.person, str(key)) if key else None


def key_of(run: Run) -> str:
    """What else assertions are kept with: the operation, or else method and address without its query."""
    return run.operation or f"{run.method} {run.url.partition('?')[0]}"[:200]


def rows_of(run: Run) -> QuerySet[AssertionRow]:
    """Those of its operation."""
    return AssertionRow.objects.filter(person=run.person_id, operation=key_of(run))


def keep(run: Run, wanted: Assertion, *, with_saved: bool = False, session_key: str = "") -> None:
    """One more, with the operation of a run or with the saved request that it was sent from.

    Raises ``InvalidInput``, also where the value of a secret stands in it: what is expected is kept as it is typed.
    """
    assertions.check(wanted)
    check_secrets(run.person, (wanted.expected, wanted.place), session_key)
    saved = saved_of(run) if with_saved else None
    if saved is not None:
        kept.add(saved, wanted)
        return
    kept.check_room(rows_of(run).count())
    columns = {name: getattr(wanted, name) for name in _COLUMNS}
    AssertionRow.objects.create(person=run.person, operation=key_of(run), **columns)


_COLUMNS = ("part", "place", "comparison", "expected")


def remove(run: Run, keys: Collection[str]) -> None:
    """Take away those that lines of this run name."""
    rows_of(run).filter(pk__in=[key for key in keys if key.isdecimal() and len(key) < 16]).delete()
    if saved := saved_of(run):
        kept.remove(saved, [key.removeprefix(_SAVED) for key in keys if key.startswith(_SAVED)])


#: What the keys of those begin with that are kept with a saved request.
_SAVED = "saved:"


def lines(run: Run) -> list[Line]:
    """Every assertion of the saved request and of the operation, held against the answer."""
    if run.status is None:
        return []
    saved = saved_of(run)
    wanted = [(_SAVED + kept.key_of(each), each, True) for each in assertions.load(saved.assertions if saved else ())]
    wanted += [(str(row.pk), Assertion(*(getattr(row, name) for name in _FIELDS)), False) for row in rows_of(run)]
    if not wanted:
        return []
    found = outcomes(run, [each for _key, each, _is_saved in wanted])
    return [Line(key, outcome, is_saved) for (key, _each, is_saved), outcome in zip(wanted, found, strict=True)]


def outcomes(run: Run, wanted: Iterable[Assertion]) -> list[Outcome]:
    """Assertions held against an answer that there is."""
    answered = _answered(run)
    return [assertions.evaluate(each, answered) for each in wanted]


_FIELDS = ("part", "comparison", "expected", "place")


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
