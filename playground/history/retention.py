"""How long, how many and how large: what a person keeps at most, and what the site does. Pinned runs stay, unless the
site as a whole has too much.

It is looked after in passing, a few runs at a time, by whoever sends; and as a whole by ``manage.py purge_history``.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from playground.accounts.models import Person
from playground.history import blobs, words
from playground.history.models import Content, Retention, Run, Tag

#: Runs that are deleted at once: in passing, and by the command.
_IN_PASSING, _BATCH = 50, 500
#: Seconds between two looks, in each process: at a person, and at the site. A look at very many runs takes longer, and
#: is taken so seldom that between two of them there is this many times as long.
_PERSON_S, _SITE_S, _APART = 60, 300, 600

#: When to look again.
_looked: dict[int, float] = {}
_SITE = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """At most; 0 is no limit. ``size`` is in bytes as they are kept, compressed."""

    days: int = 0
    runs: int = 0
    size: int = 0

    def within(self, other: Limits) -> Limits:
        """The stricter of both, limit by limit."""
        pairs = ((self.days, other.days), (self.runs, other.runs), (self.size, other.size))
        return Limits(*(min(mine or theirs, theirs or mine) for mine, theirs in pairs))


def of_each() -> Limits:
    """What the site lets each person keep."""
    return Limits(settings.PLAYGROUND_HISTORY_DAYS, settings.PLAYGROUND_HISTORY_RUNS, settings.PLAYGROUND_HISTORY_BYTES)


def of_site() -> Limits:
    """What all people may keep together."""
    return Limits(0, settings.PLAYGROUND_HISTORY_SITE_RUNS, settings.PLAYGROUND_HISTORY_SITE_BYTES)


def of_person(person: Person) -> Limits:
    own = Retention.objects.filter(person=person).first()
    if own is None:
        return of_each()
    return Limits(own.days or 0, own.runs or 0, (own.megabytes or 0) * 1_000_000).within(of_each())


def choose(person: Person, *, days: int | None, runs: int | None, megabytes: int | None) -> None:
    """What a person wants to keep, within what the site lets them; it holds from now on."""
    wishes: dict[str, Any] = {"days": days, "runs": runs, "megabytes": megabytes}
    Retention.objects.update_or_create(person=person, defaults=wishes)
    purge_person(person, _BATCH)


# Deleting


def delete(runs: QuerySet[Run], at_most: int | None = None) -> int:
    """Delete runs with all that they have, in batches; gives how many there were."""
    deleted = 0
    while at_most is None or deleted < at_most:
        room = _BATCH if at_most is None else min(_BATCH, at_most - deleted)
        found = list(runs.order_by()[:room].values_list("pk", "number"))
        if not found:
            break
        _delete(found)
        deleted += len(found)
    return deleted


def _delete(found: list[tuple[Any, int]]) -> None:
    keys = [pk for pk, _ in found]
    contents = Content.objects.filter(pk__in=keys)
    digests = {digest for row in contents.values_list(*_BLOBS) for digest in row}
    with transaction.atomic():
        words.remove(number for _, number in found)
        Tag.objects.filter(run__in=keys)._raw_delete("default")
        contents._raw_delete("default")
        Run.objects.filter(pk__in=keys).delete()
    blobs.give_back(digests)


_BLOBS = ("request_blob_id", "sent_blob_id", "body_blob_id")


# Purging


def tend(person: Person) -> None:
    """Now and then, delete a little of what is too much: of this person, and of the site."""
    _look(person.pk, _PERSON_S, lambda: purge_person(person, _IN_PASSING))
    _look(_SITE, _SITE_S, lambda: purge_site(_IN_PASSING))


def _look(key: int, seconds: float, purge: Callable[[], object]) -> None:
    begun = time.monotonic()
    if begun < _looked.get(key, begun):
        return
    if len(_looked) > 10_000:
        _looked.clear()
    _looked[key] = begun + seconds
    purge()
    _looked[key] = begun + max(seconds, (time.monotonic() - begun) * _APART)


def purge_person(person: Person, at_most: int | None = None) -> int:
    """Delete what is more than this person keeps, the oldest first."""
    limits = of_person(person)
    mine = Run.objects.filter(person=person)
    return _purge(mine.filter(pinned=False), limits.days, _last_over(mine, limits), at_most)


def purge_site(at_most: int | None = None) -> int:
    """Delete what is too old for anybody, and what is more than the site keeps of all people together."""
    every = Run.objects.all()
    last = _last_over(every, of_site())
    too_old = _purge(every.filter(pinned=False), settings.PLAYGROUND_HISTORY_DAYS, 0, at_most)
    return too_old + _purge(every, 0, last, at_most)


def _purge(runs: QuerySet[Run], days: int, last: int, at_most: int | None) -> int:
    """Delete runs older than so many days, and those up to a number; what is on its way is left alone."""
    over = runs.exclude(state__in=(Run.State.PENDING, Run.State.RUNNING))
    deleted = delete(over.filter(number__lte=last), at_most) if last else 0
    if days:
        deleted += delete(over.filter(created__lt=timezone.now() - timedelta(days=days)), at_most)
    return deleted


def _last_over(runs: QuerySet[Run], limits: Limits) -> int:
    """The number of the newest run that with all newer ones is too many, or too much; 0 for none.

    All that there is is summed along an index. What is too much of it is little, and counted from the oldest run on.
    """
    if not (limits.runs or limits.size):
        return 0
    kept = runs.order_by().aggregate(runs=Count("*"), size=Coalesce(Sum("kept_bytes"), 0))
    many = kept["runs"] - limits.runs if limits.runs else 0
    much = kept["size"] - limits.size if limits.size else 0
    last = 0
    for number, size in runs.order_by("number").values_list("number", "kept_bytes").iterator():
        if many <= 0 and much <= 0:
            break
        last, many, much = number, many - 1, much - size
    return last
