"""Drafts: what was typed and not saved, kept so that neither two pages nor two devices lose anything of each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from playground.accounts.models import Person
from playground.library.models import Draft, SavedRequest

#: For how long what was discarded or written over can be taken back.
KEPT_FORMER = timedelta(days=7)
#: Drafts of one person, at most: the oldest give way.
MAX_DRAFTS = 500


class DraftConflict(Exception):
    """Somebody else wrote the draft since this page was drawn: another tab, or another device."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("the draft was changed elsewhere")
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Page:
    """What a page knows of the draft that it shows.

    ``version`` is that which it was drawn from, 0 for none; ``writer`` its own name. ``apart`` says that it was drawn
    from something else (a run, an example) while there was a draft; ``force`` that the person wants this one.
    """

    version: int = 0
    writer: str = ""
    apart: bool = False
    force: bool = False


def find(person: Person | None, operation: str, saved: SavedRequest | None) -> Draft | None:
    if not person:
        return None
    rows = Draft.objects.filter(person=person)
    return (rows.filter(saved=saved) if saved else rows.filter(saved=None, operation=operation)).first()


def put(
    person: Person,
    operation: str,
    saved: SavedRequest | None,
    state: Mapping[str, Any],
    page: Page,
) -> Draft:
    """Keep ``state`` ("request", "mock_base", "options"). The caller has taken the secrets out of it.

    Raises ``DraftConflict`` where another page wrote it since.
    """
    draft = find(person, operation, saved)
    try:
        with transaction.atomic():
            if draft is None:
                return _create(person, state, page, operation=operation, saved=saved)
            if not draft.discarded and _state_of(draft) == state:
                return draft
            return _write(draft, page, {**state, "discarded": False})
    except (IntegrityError, Draft.DoesNotExist):
        # Another page was faster: it made the draft, or saved it, or one after the other. Where the person is gone, or
        # what it is a draft of, so is what they typed.
        if not _stand(person, saved):
            raise
        return put(person, operation, saved, state, page)


def _stand(person: Person, saved: SavedRequest | None) -> bool:
    return Person.objects.filter(pk=person.pk).exists() and (
        saved is None or SavedRequest.objects.filter(pk=saved.pk).exists()
    )


def _create(person: Person, state: Mapping[str, Any], page: Page, **of: Any) -> Draft:
    _make_room(person)
    return Draft.objects.create(person=person, writer=page.writer, **of, **state)


def _write(draft: Draft, page: Page, columns: Mapping[str, Any]) -> Draft:
    """Write it, if nobody else did in between. Raises ``DraftConflict``, ``Draft.DoesNotExist``."""
    if draft.writer != page.writer and draft.version != page.version and not page.force:
        raise DraftConflict(draft)
    replaces = (page.apart or page.force) and draft.writer != page.writer and not draft.discarded
    if replaces or (columns["discarded"] and not draft.discarded):
        columns = {**columns, "former": _state_of(draft)}
    elif draft.former and draft.changed < timezone.now() - KEPT_FORMER:
        columns = {**columns, "former": None}
    columns = {**columns, "version": draft.version + 1, "writer": page.writer, "changed": timezone.now()}
    if not Draft.objects.filter(pk=draft.pk, version=draft.version).update(**columns):
        draft.refresh_from_db()
        return _write(draft, page, columns)
    draft.refresh_from_db()
    return draft


def _state_of(draft: Draft) -> dict[str, Any]:
    return {"request": draft.request, "mock_base": draft.mock_base, "options": draft.options}


def discard(draft: Draft, page: Page) -> Draft:
    """Nothing is typed any more; what was can be taken back. Raises as ``put`` does."""
    try:
        return draft if draft.discarded else _write(draft, page, {"discarded": True})
    except Draft.DoesNotExist:  # another page saved it
        return draft


def take_back(draft: Draft, page: Page) -> Draft:
    """What was discarded or written over, in exchange for what is there now. Raises as ``put`` does."""
    if draft.former is None:
        return draft
    now = None if draft.discarded else _state_of(draft)
    changed = _write(draft, page, {**draft.former, "discarded": False})
    Draft.objects.filter(pk=changed.pk).update(former=now)
    changed.former = now
    return changed


def _make_room(person: Person) -> None:
    oldest = Draft.objects.filter(person=person).order_by("-changed").values_list("pk", flat=True)[MAX_DRAFTS - 1 :]
    Draft.objects.filter(pk__in=list(oldest)).delete()
