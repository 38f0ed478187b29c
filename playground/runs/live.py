"""A run as Server-Sent Events that carry pieces of the page, for the SSE extension of htmx.

``head``: the status line so far · ``live``: an empty place for what follows · ``told``: what a language model says ·
``frame``: items of the list of frames · ``chunk``: text of any other content · ``end``: the finished response, and the
list of the latest runs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils.translation import get_language, override

from playground.core import media_types
from playground.core.viewers import charsets, registry
from playground.core.viewers.base import subject
from playground.core.viewers.frames import chunks, stream_kind
from playground.environments.services import choice_of
from playground.history import services as history
from playground.history.models import Run
from playground.history.telling import text_html
from playground.runs import handover
from playground.runs import services as runs
from playground.runs.arriving import Arriving
from playground.runs.performance import WAIT_S, Moment
from playground.transport.events import ContentChunk, ResponseStarted

#: An answer that ends within this many seconds of its head is shown whole, and not piece by piece.
_WHOLE_S = 0.015
#: Seconds between two pieces.
_FLUSH_S = 0.05
#: Characters that are shown while they arrive; the rest is counted, and shown at the end, in pages.
_LIVE_CHARACTERS = 256 * 1024

#: Content that means nothing to the eye while it arrives.
_UNSEEN = frozenset({"hex", "image", "audio", "video", "pdf", "font", "archive"})

HEARTBEAT = b":\n\n"


class Clock:
    """Seconds as they pass."""

    now = staticmethod(time.monotonic)
    sleep = staticmethod(time.sleep)


#: What every wait here goes by.
CLOCK = Clock()


def stream(request: HttpRequest, run: Run) -> Iterator[bytes]:
    """Send a pending run and show it; follow one that runs already; show one that is over."""
    page = Page(request)
    begun = handover.take(run)
    if begun is not None:
        screen = _Screen(page, begun.run)
        begun.ask = screen.patience
        yield from _perform(page, screen, begun.run, begun.everything())
    elif history.claim(run):
        screen = _Screen(page, run)
        yield from _perform(page, screen, run, runs.moments(run, screen.patience, page.session_key))
    elif not run.is_over:
        yield from _follow(page, run)
    else:
        yield page.end(run)


def replay(request: HttpRequest, run: Run) -> Iterator[bytes]:
    """Show a run that is over as it came, chunk by chunk at its pace; nothing is sent."""
    page = Page(request)
    screen = _Screen(page, run)
    began = CLOCK.now()
    for at, data in chunks(bytes(run.content.body), run.content.arrivals):
        yield from _wait(screen, began + (at or 0) / 1000)
        yield from screen.take(ContentChunk(at or 0, data))
    yield from _wait(screen, began + (run.duration_ms or 0) / 1000)
    yield page.end(run)


def _wait(screen: _Screen, until: float) -> Iterator[bytes]:
    """Wait, and show meanwhile what is due."""
    while (left := until - CLOCK.now()) > 0:
        CLOCK.sleep(min(left, screen.patience() or _FLUSH_S))
        yield from screen.take(None)


def _perform(page: Page, screen: _Screen, run: Run, moments: Iterator[Moment]) -> Iterator[bytes]:
    try:
        for moment in moments:
            yield from screen.take(moment)
        yield page.end(run)
    except GeneratorExit:
        handover.go_on(run, moments)
        raise


def _follow(page: Page, run: Run) -> Iterator[bytes]:
    """Show what another request, perhaps of another process, brings."""
    yield page.event("live", page.render("history/_live.html", {}))
    screen = _Screen(page, run)
    marked = 0.0
    while True:
        if CLOCK.now() - marked > 1:
            history.mark_followed(run)
            history.close_lost_runs(run.person)
            marked = CLOCK.now()
        now = Run.objects.select_related("content", "person").filter(pk=run.pk).first()
        if now is None:  # deleted
            return
        if now.is_over:
            yield page.end(now)
            return
        yield from screen.catch_up(now) or (HEARTBEAT,)
        CLOCK.sleep(WAIT_S)


class Page:
    """Pieces of the page, in the language of the one who looks at it."""

    def __init__(self, request: HttpRequest) -> None:
        self.language = get_language() or "en"
        self._token = get_token(request)
        self.session_key = choice_of(request).session_key
        #: Whether the page has no list of the latest runs beside it.
        self._alone = "alone" in request.GET

    def render(self, template: str, context: dict[str, Any]) -> str:
        with override(self.language):
            return get_template(template).render({"csrf_token": self._token, **context})

    def event(self, name: str, html: str) -> bytes:
        """A frame of an event stream. A CR would end a line there, so it goes as a character reference."""
        lines = "".join(f"data: {line}\n" for line in html.replace("\r", "&#13;").split("\n"))
        return f"event: {name}\n{lines}\n".encode("utf-8", "replace")

    def end(self, run: Run) -> bytes:
        return self.event("end", self.finished(run))

    def finished(self, run: Run) -> str:
        """The response as it is seen first; what stands behind it asks for itself, with the list of the latest runs."""
        return self.render("history/_response.html", {"run": run, "alone": self._alone, "rest_later": True})


@dataclass
class _Screen:
    """What the page shows of a running run, and what it is still to be told."""

    page: Page
    run: Run
    _kind: str = ""
    _stream: Arriving | None = None
    _decoder: Any = None
    #: What came before it was known how to show it.
    _held: list[tuple[bytes, float]] = field(default_factory=list)
    _html: list[str] = field(default_factory=list)
    _room: int = _LIVE_CHARACTERS
    _received: int = 0
    _due: float | None = None
    _head_changed: bool = False
    _flushed: float = 0.0
    _head_sent: float = 0.0
    _began: float = field(default_factory=lambda: CLOCK.now())  # noqa: PLW0108 - whichever clock it is by then

    def patience(self) -> float:
        """Seconds until there is something to send."""
        return WAIT_S if self._due is None else min(WAIT_S, max(0.0, self._due - CLOCK.now()))

    def take(self, moment: Moment) -> Iterator[bytes]:
        if isinstance(moment, ResponseStarted):
            self._head_changed = True
            self._plan(_WHOLE_S)
        elif isinstance(moment, ContentChunk):
            self._feed(moment.data, moment.at)
            self._plan(max(0.0, self._flushed + _FLUSH_S - CLOCK.now()))
        elif moment is None and self._due is None and self._head_is_due():
            self._plan(0)
        elif moment is None and self._due is None and CLOCK.now() - self._flushed >= WAIT_S:
            self._flushed = CLOCK.now()
            yield HEARTBEAT
        if self._due is not None and CLOCK.now() >= self._due:
            yield from self._flush()

    def catch_up(self, now: Run) -> list[bytes]:
        """What a row says beyond what is shown."""
        if now.status is None or (now.decoded_bytes == self._received and self.run.status is not None):
            return []
        self.run = now
        content = bytes(self.run.content.body)
        self._feed(content[self._received :], now.first_byte_ms or 0)
        self._head_changed = True
        return list(self._flush())

    def _plan(self, seconds: float) -> None:
        if self._due is None:
            self._due = CLOCK.now() + seconds

    def _feed(self, data: bytes, at: float) -> None:
        if not data:
            return
        self._received += len(data)
        self._head_changed = True
        self._held.append((data, at))
        if self._decoder is None and not self._begins():
            return
        for piece, its_time in self._held:
            self._show(piece, its_time)
        self._held.clear()

    def _show(self, data: bytes, at: float) -> None:
        if self._stream is not None:
            self._stream.feed(data, at)
        elif self._kind not in _UNSEEN and self._room > 0:
            text = self._decoder.decode(data)[: self._room]
            self._room -= len(text)
            self._html.append(text_html(text))

    def _begins(self) -> bool:
        """Whether enough came to know how to show it."""
        beginning = b"".join(data for data, _ in self._held)
        self._kind = self._kind or registry.find(subject(beginning, self.run.media_type)).key
        framed = stream_kind(self._kind, beginning, more=True)
        if framed is None:
            return False
        self._stream = Arriving(framed) if framed else None
        self._decoder = charsets.decoder(media_types.parse(self.run.media_type).get("charset"))
        return True

    def _flush(self) -> Iterator[bytes]:
        now = CLOCK.now()
        if self._head_is_due():
            yield self.page.event("head", self._head())
            self._head_changed, self._head_sent = False, now
        for name, html in self._pieces():
            yield self.page.event(name, html)
        self._due, self._flushed = None, now

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """Name and HTML of what came since the last time."""
        if self._stream is not None:
            with override(self.page.language):
                yield from list(self._stream.flush())
        elif text := "".join(self._html):
            yield "chunk", text
        self._html.clear()

    def _head_is_due(self) -> bool:
        """Whether the status line says less than is known, and was not sent just now."""
        return self._head_changed and CLOCK.now() - self._head_sent >= self._head_every()

    def _head_every(self) -> float:
        """Seconds between two status lines: the longer it goes on, the less each of them says."""
        return min(1.0, max(WAIT_S, (self._head_sent - self._began) / 4))

    def _head(self) -> str:
        stream = self._stream
        first_token = stream.folder.pace.first if stream else None
        context = {
            "run": self.run,
            "received": self._received,
            "count": stream.count if stream else 0,
            "first_token_ms": first_token,
        }
        return self.page.render("history/_head.html", context)
