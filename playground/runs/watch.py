"""The runs that this process performs, and what their rows say of them: whether to stop, and whether somebody follows.

The rows are looked at for all runs together: whichever run's turn it is looks for the others too, so that five hundred
runs cost one query and not five hundred.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError
from django.utils import timezone

from playground.history.models import Run

logger = logging.getLogger(__name__)

#: Seconds between two looks at the rows.
LOOK_S = 0.4
#: Seconds between two notes that this process still works on its runs.
ALIVE_S = 5
#: A follower who was seen this long ago is still there.
FOLLOWED = timedelta(seconds=3)


@dataclass(eq=False)
class Watched:
    """A run that is performed here. ``stop`` ends it; ``is_ending`` says that the process does, and not the person."""

    number: UUID
    stop: threading.Event = field(default_factory=threading.Event)
    followed_at: datetime | None = None
    is_ending: bool = False

    @property
    def is_followed(self) -> bool:
        return is_recent(self.followed_at)


_runs: dict[UUID, Watched] = {}
_looking = threading.Lock()
_looked = _noted = 0.0


def begin(run: Run) -> Watched:
    watched = _runs[run.pk] = Watched(run.pk)
    return watched


def end(watched: Watched) -> None:
    _runs.pop(watched.number, None)


def stop_here(run: Run) -> None:
    """Stop a run if it is performed by this process; another process learns it from the row."""
    watched = _runs.get(run.pk)
    if watched is not None:
        watched.stop.set()


def end_all() -> None:
    """The process is about to end: so do its runs, and what came is kept."""
    for watched in list(_runs.values()):
        watched.is_ending = True
        watched.stop.set()


def is_followed(run: Run) -> bool:
    """Whether somebody else looks at the run just now."""
    return is_recent(Run.objects.filter(pk=run.pk).values_list("followed_at", flat=True).first())


def is_recent(followed_at: datetime | None) -> bool:
    return followed_at is not None and timezone.now() - followed_at < FOLLOWED


def look() -> None:
    """Read the rows of all runs of this process, if it is time to and nobody else is doing it."""
    if time.monotonic() - _looked < LOOK_S or not _looking.acquire(blocking=False):
        return
    try:
        _look()
    except DatabaseError:
        logger.warning("the rows of the runs could not be reached for a moment", exc_info=True)
    finally:
        _looking.release()


def _look() -> None:
    global _looked, _noted  # noqa: PLW0603
    _looked = time.monotonic()
    watched = list(_runs.values())
    numbers = [run.number for run in watched]
    rows = Run.objects.filter(pk__in=numbers).values_list("pk", "stop_requested", "followed_at")
    found = {pk: (stop, followed) for pk, stop, followed in rows}
    for run in watched:
        stop, run.followed_at = found.get(run.number, (True, None))
        if stop:  # from elsewhere; and one that is gone was deleted
            run.stop.set()
    if time.monotonic() - _noted >= ALIVE_S:
        _noted = time.monotonic()
        Run.objects.filter(pk__in=numbers, state=Run.State.RUNNING).update(alive_at=timezone.now())
