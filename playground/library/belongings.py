"""What this room keeps of a person: how it moves to another, and how it is taken along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext as _

from playground.accounts.belongings import Belongings, File, as_json
from playground.accounts.models import Person
from playground.core.exporters.formats import playground_json
from playground.library import services
from playground.library.exporting import collection_of
from playground.library.models import Draft, Folder, SavedRequest


def _move(source: Person, target: Person) -> None:
    """The one's tree comes after the other's. A draft that both have becomes a saved request of its own."""
    for draft in Draft.objects.filter(person=source, saved=None):
        _move_draft(draft, target)
    Draft.objects.filter(person=source).update(person=target)
    _append(Folder.objects.filter(person=source), Folder.objects.filter(person=target, parent=None), target)
    _append(SavedRequest.objects.filter(person=source), SavedRequest.objects.filter(person=target, folder=None), target)


def _append(rows: QuerySet[Any], after: QuerySet[Any], target: Person) -> None:
    last = after.aggregate(last=Max("position"))["last"]
    rows.update(person=target, position=F("position") + (0 if last is None else last + 1))


def _move_draft(draft: Draft, target: Person) -> None:
    other = Draft.objects.filter(person=target, saved=None, operation=draft.operation).first()
    if other is None:
        return
    if not draft.discarded and draft.request != other.request:
        name = _("Draft of {operation}").format(operation=draft.operation)
        kept = {"operation": draft.operation, "mock_base": draft.mock_base, "options": draft.options}
        services.save_request(target, draft.spec(), name=name, **kept)
    draft.delete()


def _files(person: Person) -> Iterator[File]:
    yield "saved.playground.json", as_json(playground_json.dump(collection_of(person, None, "")))
    drafts = Draft.objects.filter(person=person, discarded=False)
    yield "drafts.json", as_json([{"operation": row.operation, "request": row.request} for row in drafts])


BELONGINGS = Belongings((Folder, SavedRequest, Draft), _move, _files)
