"""Time, bytes and redirects: what an exchange may take, and the running account of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

from playground.transport.failures import Fault

MIB = 1024 * 1024

#: Longest wait between two looks at the stop button and the clock, in seconds.
POLL_S = 0.2


@dataclass(frozen=True, slots=True)
class Limits:
    """The site's limits. Seconds and bytes.

    connect_s
        For a look-up; and again for connecting (every address tried) and the TLS handshake together.
    idle_s
        Without a byte in either direction.
    total_s
        By the wall clock, over everything, redirects included.
    response_bytes
        Of content, before and after decoding, each.
    header_bytes
        Of status line and header block, interim (1xx) ones included; of trailers too.
    request_bytes
        Of the whole request, head and content.
    redirects
        Followed at most.
    """

    connect_s: float = 10
    idle_s: float = 120
    total_s: float = 600
    response_bytes: int = 64 * MIB
    header_bytes: int = 256 * 1024
    request_bytes: int = 16 * MIB
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Options:
    """What a person chooses for one run, within the site's limits.

    timeout_s, max_bytes
        Lower the site's ``total_s`` and ``response_bytes``; they never raise them.
    secret_headers
        Lower-case names of the fields that were filled from secret variables: left behind when the origin changes.
    """

    follow_redirects: bool = True
    verify_tls: bool = True
    max_bytes: int | None = None
    timeout_s: float | None = None
    secret_headers: frozenset[str] = frozenset()


class Stop(Protocol):
    """Tells whether an exchange is to end; asked before every wait, by the thread that waits. An event is one."""

    def is_set(self) -> bool: ...


class Budget:
    """The running account of one exchange: when it began, when it must end, and whether it was told to stop."""

    def __init__(self, limits: Limits, options: Options, stop: Stop | None) -> None:
        self.limits = limits
        self.started = time.monotonic()
        total = limits.total_s if options.timeout_s is None else min(limits.total_s, options.timeout_s)
        self._total_s = total
        self._deadline = self.started + total
        self._stop = stop

    @property
    def elapsed_ms(self) -> float:
        """Milliseconds since the exchange began."""
        return (time.monotonic() - self.started) * 1000

    def check(self) -> None:
        """Raises ``Fault`` (``stopped``, ``total_timed_out``) where the exchange must not go on."""
        if self._stop is not None and self._stop.is_set():
            raise Fault("stopped")
        if time.monotonic() >= self._deadline:
            raise Fault("total_timed_out", f"The limit is {self._total_s:g} s.")

    def pause(self, until: float) -> float:
        """Seconds to wait at most before the next ``check``, never beyond ``until`` (monotonic)."""
        left = min(self._deadline, until) - time.monotonic()
        return min(POLL_S, max(left, 0.001))
