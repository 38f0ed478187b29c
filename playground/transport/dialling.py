"""Connecting to one of several vetted addresses: in turn, without waiting long for one that is silent (RFC 8305)."""

from __future__ import annotations

import errno
import selectors
import socket
import time
from collections.abc import Sequence
from ipaddress import ip_address

from playground.transport.failures import Fault
from playground.transport.limits import Budget

#: Seconds of silence after which the next address is tried beside the others (RFC 8305 §5).
STAGGER_S = 0.25

_UNDER_WAY = frozenset({0, errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EINTR})


def dial(addresses: Sequence[str], port: int, budget: Budget, until: float) -> tuple[socket.socket, str]:
    """The first connection that is made, and the address it leads to; the others are closed.

    Raises ``Fault``: that of the last address where none answers.
    """
    race = _Race(port, budget)
    try:
        return race.run(list(addresses), until)
    finally:
        race.close()


class _Race:
    """Attempts under way. ``close`` ends all of them but the winner."""

    def __init__(self, port: int, budget: Budget) -> None:
        self._port = port
        self._budget = budget
        self._selector = selectors.DefaultSelector()
        self._attempts: dict[socket.socket, str] = {}
        self._fault = Fault("unreachable")

    def run(self, waiting: list[str], until: float) -> tuple[socket.socket, str]:
        next_at = 0.0
        while waiting or self._attempts:
            self._budget.check()
            if waiting and (not self._attempts or time.monotonic() >= next_at):
                self._start(waiting.pop(0))
                next_at = time.monotonic() + STAGGER_S
            winner = self._wait(min(until, next_at) if waiting else until)
            if winner is not None:
                return winner
            if time.monotonic() >= until:
                raise Fault("connection_timed_out", f"The limit is {self._budget.limits.connect_s:g} s.")
        raise self._fault

    def _start(self, address: str) -> None:
        try:
            sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        except OSError as error:  # a machine without IPv6
            self._fault = _fault_of(error.errno or 0)
            return
        self._attempts[sock] = address
        self._selector.register(sock, selectors.EVENT_WRITE)
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        status = sock.connect_ex((address, self._port))
        if status not in _UNDER_WAY:
            self._drop(sock, status)

    def _wait(self, until: float) -> tuple[socket.socket, str] | None:
        if not self._attempts:
            return None
        for key, _ in self._selector.select(self._budget.pause(until)):
            sock = key.fileobj
            assert isinstance(sock, socket.socket)
            status = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not status:
                return self._won(sock)
            self._drop(sock, status)
        return None

    def _won(self, sock: socket.socket) -> tuple[socket.socket, str]:
        """The other end must be the one that was vetted, said by the system rather than by ourselves."""
        address = self._attempts[sock]
        if sock.getsockname() == sock.getpeername():
            raise Fault("connection_refused")  # a closed port of our own that TCP let us connect from and to
        if ip_address(str(sock.getpeername()[0])) != ip_address(address):
            raise Fault("refused_address", "The connection led to another address than the one that was checked.")
        self._selector.unregister(sock)
        return sock, self._attempts.pop(sock)

    def _drop(self, sock: socket.socket, status: int) -> None:
        self._fault = _fault_of(status)
        self._selector.unregister(sock)
        self._attempts.pop(sock)
        sock.close()

    def close(self) -> None:
        self._selector.close()
        for sock in self._attempts:
            sock.close()


def _fault_of(number: int) -> Fault:
    if number in {errno.ECONNREFUSED, errno.ECONNRESET}:
        return Fault("connection_refused")
    if number == errno.ETIMEDOUT:
        return Fault("connection_timed_out")
    return Fault("unreachable", f"{errno.errorcode.get(number, number)}.")
