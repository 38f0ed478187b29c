"""A run that is sent at once by the request that asks for it, and shown by whoever comes for its events.

Most answers of an API under development are there within a few hundredths of a second: they are shown in the answer to
the very request that asked for them. Whatever takes longer is left here for the page's EventSource. Where another
process takes that one up, or nobody does, a thread goes on for a moment and the rows tell what comes (see ``live``).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from playground.history.models import Run
from playground.runs.performance import WAIT_S, Moment, Patience
from playground.runs.watch import is_followed
from playground.transport.events import ResponseStarted

#: Seconds that an answer is waited for in the request that asks for it. Nobody sees that it took so long.
AT_ONCE_S = 0.05
#: Seconds in which the page comes for the events.
_FETCH_S = 2.0
#: Seconds for which a run goes on after its page was closed, unless somebody follows it: a reload takes a moment.
_GRACE_S = 0.25
#: Seconds between two looks for a follower.
_LOOK_S = 0.05


@dataclass(eq=False)
class Begun:
    """A run on its way, with the one iterator that brings it on."""

    run: Run
    moments: Iterator[Moment] = field(init=False)
    #: How long the next moment may let wait, in seconds; whoever shows the run sets it.
    ask: Patience = field(default=lambda: WAIT_S)
    _seen: list[Moment] = field(default_factory=list)
    _taken: threading.Event = field(default_factory=threading.Event)

    def patience(self) -> float:
        return self.ask()

    def wait(self) -> bool:
        """Whether it ended at once. Not waited for: what has begun to stream."""
        until = time.monotonic() + AT_ONCE_S
        self.ask = lambda: max(0.0, until - time.monotonic())
        for moment in self.moments:
            self._seen.append(moment)
            if time.monotonic() >= until or _is_stream(moment):
                return False
        return True

    def leave(self) -> None:
        """For whoever comes for it, for as long as it takes a page to come."""
        self.ask = lambda: WAIT_S
        _left[self.run.pk] = self
        threading.Thread(target=self._watch, daemon=True, name=f"left run {self.run.pk}").start()

    def everything(self) -> Iterator[Moment]:
        """What came so far, and then what comes."""
        yield from self._seen
        yield from self.moments

    def _watch(self) -> None:
        try:
            if not self._is_taken() and _left.pop(self.run.pk, None) is not None:
                go_on(self.run, self.moments)
        finally:
            connection.close()  # this thread's own

    def _is_taken(self) -> bool:
        """Wait until somebody comes here, or shows up in the rows since they came to another process."""
        until = time.monotonic() + _FETCH_S
        while time.monotonic() < until:
            if self._taken.wait(_LOOK_S):
                return True
            if is_followed(self.run):
                return False
        return False


_left: dict[UUID, Begun] = {}


def take(run: Run) -> Begun | None:
    """The run, if it was left in this process and nobody took it yet."""
    begun = _left.pop(run.pk, None)
    if begun is not None:
        begun._taken.set()
    return begun


def go_on(run: Run, moments: Iterator[Moment]) -> None:
    """Without whoever showed it: go on while somebody else looks, else stop."""
    until = time.monotonic() + _GRACE_S
    looked = 0.0
    for _ in moments:
        now = time.monotonic()
        if now - looked >= _LOOK_S:
            looked = now
            until = now + _GRACE_S if is_followed(run) else until
        if now >= until:
            break
    moments.close()  # type: ignore[attr-defined]


def _is_stream(moment: Moment) -> bool:
    return isinstance(moment, ResponseStarted) and "stream" in (moment.fields.get("Content-Type") or "").lower()
