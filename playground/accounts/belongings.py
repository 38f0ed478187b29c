"""What belongs to people, room by room: how it moves to another person, how it is taken along, how it is deleted.

Rooms above this one keep things of people that this one does not know. Each of them has a file ``belongings.py`` with
a ``BELONGINGS``, and a line in the setting ``PLAYGROUND_BELONGINGS``; a test finds a model with an owner that no room
names.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import IO, Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from playground.accounts.models import Person

#: Name of a file and its content, piece by piece.
File = tuple[str, Iterable[str]]


def _nothing(person: Person) -> None:
    """What the database deletes along with the person."""


@dataclass(frozen=True, slots=True)
class Belongings:
    """What a room keeps of a person.

    ``models`` are those with an owner. ``move`` gives all that one person has to another, in the caller's transaction:
    nothing is lost, and what the other has stays as it is. ``files`` are all of it for the person to keep, without the
    value of a secret. ``delete`` is for what does not go along with the person's row by itself.
    """

    models: tuple[type[models.Model], ...]
    move: Callable[[Person, Person], None]
    files: Callable[[Person], Iterator[File]]
    delete: Callable[[Person], None] = _nothing


def rooms() -> list[Belongings]:
    return [import_string(name) for name in settings.PLAYGROUND_BELONGINGS]


def owners() -> list[models.ForeignKey[Any, Any]]:
    """Every field of a model of the site that names the person whose it is, those of other rooms and of this one."""
    fields = (field for model in apps.get_models() for field in model._meta.get_fields())
    found = (field for field in fields if isinstance(field, models.ForeignKey) and field.related_model is Person)
    return [field for field in found if field.remote_field.on_delete is models.CASCADE]


def free_name(name: str, taken: Collection[str], pattern: str = "{name} ({number})", longest: int = 100) -> str:
    """The name, or where it is taken the same with the first number that is free."""
    if name not in taken:
        return name
    numbered = (pattern.format(name=name[: longest - 8], number=number) for number in count(2))
    return next(found for found in numbered if found not in taken)


def as_json(data: Any) -> Iterator[str]:
    yield json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"


def write_archive(person: Person, file: IO[bytes]) -> None:
    """All that a person has, as a ZIP archive of JSON files; no value of a secret is in it."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in _files(person):
            with archive.open(name, "w") as entry:
                for piece in pieces:
                    entry.write(piece.encode("utf-8", "replace"))


def _files(person: Person) -> Iterator[File]:
    yield "account.json", as_json(_account(person))
    for room in rooms():
        yield from room.files(person)


def _account(person: Person) -> dict[str, Any]:
    user = person.user
    return {
        "version": 1,
        "name": user.get_username() if user else None,
        "created": person.created,
        "preferences": {"language": person.language, "theme": person.theme, "target": person.target},
        "tokens": [
            {"name": row.name, "ends": row.ends, "scopes": row.scopes.split(), "last_used": row.last_used}
            for row in person.tokens.all()
        ],
    }
