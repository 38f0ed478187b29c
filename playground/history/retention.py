"""How long, how many and how large: what a person keeps at most, and what the site does. Pinned runs stay, unless the
site as a whole has too much.

It is looked after in passing, a few runs at a time, by whoever sends; and as a whole by ``manage.py purge_history``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from playground.accounts.models import Person
from playground.history import blobs, words
from playground.history.models import Content, Retention, Run, Tag

#: Runs that are deleted at once: in passing, and by the command.
_IN_PASSING, _BATCH = 50, 500
#: Seconds between two looks, in each process: at a person, and at the site.
_PERSON_S, _SITE_S = 60, 300

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
    if _is_time(person.pk, _PERSON_S):
        purge_person(person, _IN_PASSING)
    if _is_time(_SITE, _SITE_S):
        purge_site(_IN_PASSING)


def _is_time(key: int, seconds: float) -> bool:
    now = time.monotonic()
    if now - _looked.get(key, -seconds) < seconds:
        return False
    if len(_looked) > 10_000:
        _looked.clear()
    _looked[key] = now
    return True


def purge_person(person: Person, at_most: int | None = None) -> int:
    """Delete what is more than this person keeps, the oldest first."""
    limits = of_person(person)
    mine = Run.objects.filter(person=person)
    last = max(_over_count(mine, limits.runs), _over_size("person_id = %s", [person.pk], limits.size))
    disposable = mine.filter(pinned=False)
    return _purge(disposable, limits.days, last, at_most)


def purge_site(at_most: int | None = None) -> int:
    """Delete what is too old for anybody, and what is more than the site keeps of all people together."""
    limits = of_site()
    every = Run.objects.all()
    last = max(_over_count(every, limits.runs), _over_size("1 = 1", [], limits.size))
    too_old = _purge(every.filter(pinned=False), settings.PLAYGROUND_HISTORY_DAYS, 0, at_most)
    return too_old + _purge(every, 0, last, at_most)


def _purge(runs: QuerySet[Run], days: int, last: int, at_most: int | None) -> int:
    """Delete runs older than so many days, and those up to a number; what is on its way is left alone."""
    over = runs.exclude(state__in=(Run.State.PENDING, Run.State.RUNNING))
    deleted = delete(over.filter(number__lte=last), at_most) if last else 0
    if days:
        deleted += delete(over.filter(created__lt=timezone.now() - timedelta(days=days)), at_most)
    return deleted


def _over_count(runs: QuerySet[Run], most: int) -> int:
    """The number of the newest run that is one too many; 0 for none."""
    if not most:
        return 0
    return runs.order_by("-number").values_list("number", flat=True)[most : most + 1].first() or 0


def _over_size(condition: str, values: list[Any], most: int) -> int:
    """The number of the newest run that with all newer ones takes too much; 0 for none."""
    if not most:
        return 0
    sql = (
        "SELECT number FROM (SELECT number, SUM(kept_bytes) OVER (ORDER BY number DESC) AS total FROM history_run"
        f" WHERE {condition}) AS summed WHERE total > %s ORDER BY number DESC LIMIT 1"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, most])
        row = cursor.fetchone()
    return row[0] if row else 0
