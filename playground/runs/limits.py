"""How much may run at once, and begin within a minute: for each person, each guest's address and each destination.

The counts stand in the database, so that they hold across processes. One query for each start, over what runs just
now and over what began within the last minute, each along an index.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from django.conf import settings
from django.db import connection
from django.utils import timezone

from playground.accounts.limits import limit, longest_seconds
from playground.accounts.models import Person
from playground.core import uris
from playground.core.errors import InvalidAddress, PlaygroundError
from playground.history import services as history
from playground.history.models import Run
from playground.runs.models import Start
from playground.web import statements
from playground.web.clients import network_of

MINUTE = timedelta(minutes=1)
#: What to answer in Retry-After while others run: nobody knows when one of them ends. Seconds.
_WHEN_ONE_ENDS_S = 5
#: Seconds between two clearings of what counts no more, in each process.
_CLEAR_EVERY_S = 10

_cleared = 0.0


class TooManyRuns(PlaygroundError):
    """Over a limit (RFC 6585 §4 in an answer)."""

    @property
    def retry_after(self) -> int:
        """Whole seconds until it may be tried again."""
        return int(self.parameters["seconds"])


@dataclass(frozen=True, slots=True)
class Origin:
    """Who begins a run, and where it goes: what is counted. ``client`` and ``destination`` may be ""."""

    person: Person
    client: str = ""
    destination: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """The limits of one of the fields of ``Start``, where that has this value."""

    field: str
    value: int | str
    at_once: int
    per_minute: int


def origin_of(person: Person, client: str, url: str, mock_base: str) -> Origin:
    """What to count for a request to ``url``, a full address, by somebody at the IP address ``client``.

    Guests count by their address too, since a guest who drops the cookie is a new person. The built-in mock upstream
    is no destination.
    """
    is_guest = person.user_id is None
    to_mock = bool(mock_base) and url.startswith(mock_base)
    return Origin(person, _hash(network_of(client)) if is_guest else "", "" if to_mock else _hash(_host(url)))


def _host(url: str) -> str:
    try:
        return uris.parse(url).host.removesuffix(".")
    except InvalidAddress:
        return ""  # nothing will be sent to it


def _hash(text: str) -> str:
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(text.encode(), digest_size=16, key=key, person=b"pg limits").hexdigest() if text else ""


def clear() -> None:
    """Now and then, forget what can count no more, and end what no process is working on any more."""
    global _cleared  # noqa: PLW0603
    if time.monotonic() - _cleared < _CLEAR_EVERY_S:
        return
    _cleared = time.monotonic()
    longest = history.UNCLAIMED_AFTER + timedelta(seconds=longest_seconds()) + history.LOST_AFTER
    Start.objects.filter(created__lt=timezone.now() - longest).delete()
    history.close_lost_runs()


def check(origin: Origin) -> None:
    """Raises ``TooManyRuns`` where one more would be over a limit.

    To be called in the transaction that ``note`` ends, so that of two who start at once the second sees the first.
    PostgreSQL locks the person for it; there, starts of different people in the very same moment do not see each other.
    """
    if connection.features.has_select_for_update:
        Person.objects.select_for_update().get(pk=origin.person.pk)
    rules = _rules(origin)
    now = timezone.now()
    for rule, running, begun in _counts(rules, now):
        if running >= rule.at_once:
            raise TooManyRuns(_running(rule.field), hint=_LATER, limit=str(rule.at_once), seconds=str(_WHEN_ONE_ENDS_S))
        if begun >= rule.per_minute:
            seconds = _seconds_until(_room_at(rule, now), now)
            raise TooManyRuns(_begun(rule.field), hint=_LATER, limit=str(rule.per_minute), seconds=str(seconds))


def note(origin: Origin, run: Run) -> None:
    """Count a run that begins."""
    start = Start(
        run_number=run.pk,
        person_number=origin.person.pk,
        client=origin.client,
        destination=origin.destination,
    )
    statements.insert(start)


def _rules(origin: Origin) -> list[_Rule]:
    """Those that count for this start."""
    person = origin.person
    theirs = limit(person, "destination_at_once"), limit(person, "destination_per_minute")
    rules = (
        _Rule("person_number", person.pk, limit(person, "runs_at_once"), limit(person, "runs_per_minute")),
        _Rule("client", origin.client, limit(None, "runs_at_once"), limit(None, "runs_per_minute")),
        _Rule("destination", origin.destination, *theirs),
    )
    return [rule for rule in rules if rule.value]


def _counts(rules: list[_Rule], now: datetime) -> Iterator[tuple[_Rule, int, int]]:
    """Each rule with how many are on their way, and how many began within the last minute.

    In SQL, one statement for all: every send waits for it, and the ORM takes several times as long to write it as it
    takes to run. Runs without a process are no longer on their way.
    """
    moment = connection.ops.adapt_datetimefield_value
    columns = ", ".join(f"{_RUNNING}, {_BEGUN}" % (rule.field, rule.field) for rule in rules)
    minute = moment(now - MINUTE)
    values = [value for rule in rules for value in (rule.value, rule.value, minute)]
    waiting = [Run.State.PENDING, moment(now - history.UNCLAIMED_AFTER)]
    alive = [Run.State.RUNNING, moment(now - history.LOST_AFTER)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} {_ON_THEIR_WAY}", [*values, *waiting, *alive])
        counts = cursor.fetchone()
    return zip(rules, counts[::2], counts[1::2], strict=True)


#: All along an index: the few runs that are on their way, and what counts for one rule.
_ON_THEIR_WAY = (
    "FROM runs_start WHERE run_number IN (SELECT id FROM history_run"
    " WHERE (state = %s AND created > %s) OR (state = %s AND alive_at > %s))"
)
_RUNNING = "COUNT(CASE WHEN %s = %%s THEN 1 END)"
_BEGUN = "(SELECT COUNT(*) FROM runs_start AS begun WHERE begun.%s = %%s AND begun.created > %%s)"


def _room_at(rule: _Rule, now: datetime) -> datetime:
    """When the oldest of those that fill the minute is out of it."""
    mine = Start.objects.filter(**{rule.field: rule.value}, created__gt=now - MINUTE)
    return mine.order_by("-created")[rule.per_minute - 1].created + MINUTE


def _seconds_until(then: datetime, now: datetime) -> int:
    return max(1, math.ceil((then - now).total_seconds()))


_LATER = "Nothing that you typed is lost: send it again a little later."


def _running(field: str) -> str:
    match field:
        case "person_number":
            return "%(limit)s of your requests are on their way, and no more at once are sent from here."
        case "client":
            return "%(limit)s requests of guests at your address are on their way, and no more at once are sent."
    return "%(limit)s requests to this host are on their way, and no more at once are sent from here."


def _begun(field: str) -> str:
    match field:
        case "person_number":
            return "You sent %(limit)s requests within a minute, the most allowed; wait %(seconds)s s."
        case "client":
            return "Guests at your address sent %(limit)s requests in a minute, the most allowed; wait %(seconds)s s."
    return "%(limit)s requests went to this host within a minute, the most allowed; wait %(seconds)s s."
