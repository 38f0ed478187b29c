"""What sharing has of people: their links, which go on working whoever they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from playground.accounts.belongings import Belongings, File, as_json
from playground.accounts.models import Person
from playground.sharing.models import Share


def _move(source: Person, target: Person) -> None:
    Share.objects.filter(person=source).update(person=target)


def _files(person: Person) -> Iterator[File]:
    columns = ("id", "created", "expires", "revoked", "title", "operation", "opened", "request", "assertions", "answer")
    yield "shares.json", as_json(list(Share.objects.filter(person=person).values(*columns)))


BELONGINGS = Belongings((Share,), _move, _files)
