"""How often somebody may do something: counted in the database, so that it holds across processes.

Time is cut into stretches of equal length. One statement counts and tells the count, so that of two who come at once
each sees another number. Who it is stands there as a keyed hash, to be told apart and not to be read.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from hashlib import blake2b

from django.conf import settings
from django.db import connection

from playground.accounts.models import Tally

#: Seconds between two clearings of what counts no more, in each process.
_CLEAR_EVERY_S = 60

_cleared = 0.0


@dataclass(frozen=True, slots=True)
class Policy:
    """``limit`` times within a stretch of ``seconds``."""

    name: str
    limit: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Count:
    """What a policy says of somebody now. ``reset`` is in seconds from now."""

    policy: Policy
    taken: int
    reset: int

    @property
    def remaining(self) -> int:
        return max(0, self.policy.limit - self.taken)

    @property
    def is_over(self) -> bool:
        return self.taken > self.policy.limit


def sign_up() -> Policy:
    """New accounts, of one address."""
    return Policy("sign-up", settings.PLAYGROUND_SIGN_UPS_PER_HOUR, 3600)


def take(policy: Policy, who: str) -> Count:
    """Count once more. The caller refuses what ``is_over``."""
    _clear()
    until, reset = _until(policy)
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [_key(policy, who), until])
        (taken,) = cursor.fetchone()
    return Count(policy, taken, reset)


def give_back(policy: Policy, who: str) -> None:
    """Count once less: it was no attempt of the kind that is limited."""
    until, _ = _until(policy)
    with connection.cursor() as cursor:
        cursor.execute(_GIVE_BACK, [_key(policy, who), until])


_TAKE = (
    "INSERT INTO accounts_tally (key, until, taken) VALUES (%s, %s, 1)"
    " ON CONFLICT (key, until) DO UPDATE SET taken = accounts_tally.taken + 1 RETURNING taken"
)
_GIVE_BACK = "UPDATE accounts_tally SET taken = taken - 1 WHERE key = %s AND until = %s AND taken > 0"


def _until(policy: Policy) -> tuple[int, int]:
    now = int(time.time())
    until = (now // policy.seconds + 1) * policy.seconds
    return until, until - now


def _key(policy: Policy, who: str) -> str:
    key = settings.SECRET_KEY.encode()[:64]
    return blake2b(f"{policy.name} {who}".encode(), digest_size=16, key=key, person=b"pg throttle").hexdigest()


def _clear() -> None:
    global _cleared  # noqa: PLW0603
    if time.monotonic() - _cleared > _CLEAR_EVERY_S:
        _cleared = time.monotonic()
        Tally.objects.filter(until__lt=int(time.time())).delete()
