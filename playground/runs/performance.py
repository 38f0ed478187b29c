"""Performing a claimed run: reading the wire, and recording what it brings.

Where somebody is shown what happens, a thread reads the wire and the caller's own thread records. Where only the end
is waited for, the caller's thread does both: handing events over takes longer than the wire does.

The wire may be silent for minutes. So that a run can be stopped and followed from other processes meanwhile, the
caller's thread wakes several times a second, and the rows are looked at (see ``watch``).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, Queue

from django.conf import settings
from django.db import DatabaseError

from playground.core import auth
from playground.core.errors import InvalidInput
from playground.core.exporters.formats import har
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.prepare import prepare
from playground.core.variables import Scopes, names, uses_dynamic
from playground.history import services as history
from playground.history.models import Run
from playground.runs import terms, watch
from playground.transport.client import exchange
from playground.transport.events import Event
from playground.transport.limits import Stop

logger = logging.getLogger(__name__)

#: The longest wait between two moments, in seconds.
WAIT_S = 0.25
#: Seconds between two savings of what came so far: while somebody follows, and otherwise, for a process that crashes. A
#: saving may moreover take no more than a tenth of the time, so that a long answer is not written again and again.
SAVE_FOLLOWED_S, SAVE_S = 0.25, 10.0

#: An event, or None for a moment in which nothing came.
Moment = Event | None
#: Seconds to wait at most for the next event.
Patience = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Filled:
    """A request with the variables that fill it.

    ``prepared`` is the request with its secrets, for bytes that are sent and then dropped; None where it is still to
    be made.
    """

    spec: RequestSpec
    scopes: Scopes
    prepared: PreparedRequest | None = field(default=None, repr=False)

    def revealed(self) -> PreparedRequest:
        """What leaves. Raises ``InvalidInput``."""
        agent = settings.PLAYGROUND_USER_AGENT
        return self.prepared or prepare(self.spec, self.scopes, reveal=True, user_agent=agent)

    def masked(self, revealed: PreparedRequest) -> PreparedRequest:
        """What may be kept and shown of it: the same where it holds no variable. Raises ``InvalidInput``."""
        if not names(self.spec) and not uses_dynamic(self.spec):
            return revealed
        return prepare(self.spec, self.scopes, user_agent=settings.PLAYGROUND_USER_AGENT)


def attend(run: Run, request: Filled, patience: Patience) -> Iterator[Moment]:
    """Send a claimed run and record it: the events as they happen, with None in between.

    ``patience`` says how long to wait at most for the next event. Whoever closes the iterator before its end stops
    the run: what came is kept.
    """
    try:
        performance = _Performance(run, request)
    except InvalidInput as error:  # a variable was changed since it was asked for
        yield history.refuse(run, error)
        return
    try:
        yield from performance.moments(patience)
    finally:
        performance.finish()


def attend_to_end(run: Run, request: Filled) -> None:
    """Send a claimed run and record it, in the caller's own thread alone."""
    try:
        performance = _Performance(run, request)
    except InvalidInput as error:
        history.refuse(run, error)
        return
    try:
        performance.wait()
    finally:
        performance.finish()


class _Performance:
    def __init__(self, run: Run, request: Filled) -> None:
        self.run = run
        self._request = request
        self._queue: Queue[Event | BaseException | None] = Queue(maxsize=64)
        self._ended = False
        self._looked = self._saved = time.monotonic()
        self._saving_took = 0.0
        self._bytes_saved = 0
        self._limits = terms.limits(run.person)
        self._prepared = request.revealed()
        run.content.sent = har.dump_prepared(request.masked(self._prepared))
        masks = request.scopes.secrets() | auth.made_of_secrets(self._prepared)
        self._recorder = history.Recorder(run, masks=masks)
        self._watched = watch.begin(run)

    def _wire(self, stop: Stop) -> Iterator[Event]:
        """The exchange."""
        stored = self.run.content.options
        return exchange(
            self._prepared,
            policy=terms.policy(stored.get("mock_base", ""), stored.get("api_base", "")),
            limits=self._limits,
            options=terms.options(stored, self._request.spec, self._request.scopes),
            stop=stop,
        )

    # In one thread

    def wait(self) -> None:
        """Read the wire to its end, and look at the rows meanwhile."""
        try:
            for event in self._wire(self):
                self._recorder.take(event)
                self._look_in_time()
        finally:
            self._ended = True

    def is_set(self) -> bool:
        """The ``Stop`` of one's own thread: before every wait it is the moment to look at the rows."""
        self._look_in_time()
        return self._watched.stop.is_set()

    # In two

    def _read(self) -> None:
        """In a thread of its own, without the database."""
        try:
            for event in self._wire(self._watched.stop):
                self._queue.put(event)
        except Exception as error:
            self._queue.put(error)
        finally:
            self._queue.put(None)

    def moments(self, patience: Patience) -> Iterator[Moment]:
        self._ended = True  # nothing comes, should there be no room for another thread
        threading.Thread(target=self._read, daemon=True, name=f"run {self.run.pk}").start()
        self._ended = False
        while not self._ended:
            try:
                item = self._queue.get(timeout=patience())
            except Empty:
                yield None
            else:
                yield from self._take(item)
            self._look_in_time()

    def _take(self, item: Event | BaseException | None) -> tuple[Event, ...]:
        if item is None:
            self._ended = True
            return ()
        if isinstance(item, BaseException):
            raise item
        return self._recorder.take(item)

    def finish(self) -> None:
        """Hear the exchange out, which ends at once where it was stopped, and write down what came."""
        try:
            while not self._ended:
                self._watched.stop.set()
                self._take(self._queue.get())
        finally:
            watch.end(self._watched)
            if not self.run.is_over or (self._watched.is_ending and self.run.state == Run.State.STOPPED):
                self._recorder.interrupted()
            self._recorder.save()

    def _look_in_time(self) -> None:
        if time.monotonic() - self._looked < WAIT_S or self._ended:
            return
        self._looked = time.monotonic()
        watch.look()
        try:
            self._save_progress()
        except DatabaseError:
            logger.warning("run %s could not be saved for a moment", self.run.pk, exc_info=True)

    def _save_progress(self) -> None:
        wait = max(SAVE_FOLLOWED_S if self._watched.is_followed else SAVE_S, 10 * self._saving_took)
        begun = time.monotonic()
        size = len(self._recorder.body) + (self.run.status is not None)
        if begun - self._saved < wait or size == self._bytes_saved or self.run.is_over:
            return
        self._recorder.save()
        self._saved = time.monotonic()
        self._saving_took, self._bytes_saved = self._saved - begun, size
