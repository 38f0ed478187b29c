"""What belongs to whoever calls, and to nobody else."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from playground.accounts.models import Person
from playground.api.problems import NotFound

Row = TypeVar("Row", bound=Model)


def person_of(request: HttpRequest) -> Person:
    """Who calls, as ``access`` found out."""
    person: Person = request.person  # type: ignore[attr-defined]
    return person


def found(rows: QuerySet[Row], missing: str, **key: Any) -> Row:
    """The one of a person's ``rows`` with that key.

    Raises ``NotFound`` with the sentence ``missing``, whether there is none or it is somebody else's.
    """
    row = rows.filter(**key).first()
    if row is None:
        raise NotFound(missing)
    return row
