"""What a person expects of each answer of a saved request, and assertions in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from playground.accounts.models import Person
from playground.accounts.words import check_secrets
from playground.core import assertions
from playground.core.assertions import Assertion
from playground.core.errors import InvalidInput
from playground.library.models import SavedRequest

#: Assertions of one request, at most.
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


def said(wanted: Assertion) -> str:
    """An assertion in words, in the language of the page."""
    words = [str(PARTS[wanted.part]), wanted.place, str(COMPARISONS[wanted.comparison]), wanted.expected[:200]]
    return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Shown:
    """One of them, with the key of its button."""

    key: str
    said: str


def shown(saved: SavedRequest) -> list[Shown]:
    return [Shown(key_of(each), said(each)) for each in assertions.load(saved.assertions)]


def check_room(count: int) -> None:
    """Raises ``InvalidInput`` where one more would be too many."""
    if count >= MOST:
        raise InvalidInput("There are %(count)s assertions already.", hint="Remove one first.", count=str(MOST))


def key_of(wanted: Assertion) -> str:
    """By which a button removes it: the same for what is the same."""
    return blake2b(repr(wanted).encode("utf-8", "replace"), digest_size=8).hexdigest()


def add(saved: SavedRequest, wanted: Assertion) -> None:
    """Keep one more with a saved request. Raises ``InvalidInput``."""
    assertions.check(wanted)
    _change(saved, lambda kept: _with(kept, wanted))


def _with(kept: list[Assertion], wanted: Assertion) -> list[Assertion]:
    check_room(len(kept))
    return [*(each for each in kept if each != wanted), wanted]


def dumped(person: Person, wanted: Iterable[Assertion]) -> list[dict[str, str]]:
    """As they are kept. Raises ``InvalidInput``, also where the value of a secret stands in one."""
    kept = tuple(wanted)
    for each in kept:
        assertions.check(each)
    check_secrets(person, (text for each in kept for text in (each.expected, each.place)))
    return assertions.dump(kept)


def replace(saved: SavedRequest, wanted: list[Assertion]) -> None:
    """Keep these and no others. Raises ``InvalidInput``."""
    dumped(saved.person, wanted)
    check_room(len(wanted) - 1)
    _change(saved, lambda _kept: list(dict.fromkeys(wanted)))


def remove(saved: SavedRequest, keys: list[str]) -> None:
    _change(saved, lambda kept: [each for each in kept if key_of(each) not in keys])


@transaction.atomic
def _change(saved: SavedRequest, change: Callable[[list[Assertion]], list[Assertion]]) -> None:
    """Of two who change them at once the second sees what the first made."""
    row: Any = SavedRequest.objects.select_for_update().only("assertions").get(pk=saved.pk)
    saved.assertions = assertions.dump(change(list(assertions.load(row.assertions))))
    SavedRequest.objects.filter(pk=saved.pk).update(assertions=saved.assertions)
