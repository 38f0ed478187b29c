"""Drafts that several pages write at once; the rest is tried through the page (workbench/test_keeping.py)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError

from playground.library import drafts
from playground.library.models import Draft
from tests.people import people

STATE: dict[str, Any] = {"request": {"url": "/v1/models"}, "mock_base": "", "options": {}}


def _first_fails(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """So many times somebody else makes the draft just before, and it is gone when one looks."""
    create, left = drafts._create, [None] * times

    def _create(*arguments: Any, **of: Any) -> Draft:
        if left:
            left.pop()
            raise IntegrityError("one_draft_of_an_operation")
        return create(*arguments, **of)

    monkeypatch.setattr(drafts, "_create", _create)


@pytest.mark.django_db
def test_a_draft_that_another_page_made_and_saved_meanwhile_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    person = people().person
    _first_fails(monkeypatch, 2)
    made = drafts.put(person, "list-models", None, STATE, drafts.Page(writer="a"))
    assert list(Draft.objects.filter(person=person)) == [made]


@pytest.mark.django_db
def test_a_draft_of_somebody_who_is_gone_is_no_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    person = people().person
    type(person).objects.filter(pk=person.pk).delete()
    _first_fails(monkeypatch, 1)
    with pytest.raises(IntegrityError):
        drafts.put(person, "list-models", None, STATE, drafts.Page(writer="a"))
