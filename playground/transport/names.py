"""Looking up a host name: once, bounded in time, and never so often that look-ups use up the machine."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Callable, Sequence

from playground.transport.failures import Fault
from playground.transport.limits import Budget

#: Host name → its addresses in the order in which to try them. Raises ``OSError`` where there is none.
Resolver = Callable[[str], Sequence[str]]

#: Look-ups at once in this process; ``getaddrinfo`` cannot be interrupted, so a stuck one holds its place.
_PLACES = threading.BoundedSemaphore(64)


def system_resolver(host: str) -> list[str]:
    """The addresses that the system knows, families by turns (RFC 8305 §4)."""
    answers = socket.getaddrinfo(host.encode("ascii"), None, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    return by_turns(addresses)


def by_turns(addresses: list[str]) -> list[str]:
    """IPv4 and IPv6 in alternation, beginning with the family that the system prefers."""
    if not addresses:
        return []
    first_is_v6 = ":" in addresses[0]
    preferred = [address for address in addresses if (":" in address) == first_is_v6]
    others = [address for address in addresses if (":" in address) != first_is_v6]
    mixed: list[str] = []
    while preferred or others:
        mixed += preferred[:1] + others[:1]
        preferred, others = preferred[1:], others[1:]
    return mixed


def look_up(host: str, resolver: Resolver, budget: Budget) -> Sequence[str]:
    """One look-up, in a thread of its own so that it can be given up.

    Raises ``Fault`` (``name_not_found``, ``name_timed_out``, ``stopped``, ``total_timed_out``).
    """
    until = time.monotonic() + budget.limits.connect_s
    while not _PLACES.acquire(timeout=budget.pause(until)):
        _still_time(host, until, budget)
    answer: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()
    threading.Thread(target=_answer, args=(host, resolver, answer), name=f"look up {host}", daemon=True).start()
    while True:
        try:
            return _addresses(host, answer.get(timeout=budget.pause(until)))
        except queue.Empty:
            _still_time(host, until, budget)


def _answer(host: str, resolver: Resolver, answer: queue.SimpleQueue[Sequence[str] | Exception]) -> None:
    try:
        answer.put(resolver(host))
    except Exception as error:
        answer.put(error)
    finally:
        _PLACES.release()


def _addresses(host: str, answer: Sequence[str] | Exception) -> Sequence[str]:
    if isinstance(answer, (OSError, UnicodeError)):
        raise Fault("name_not_found", f"{host}: {getattr(answer, 'strerror', None) or answer}.")
    if isinstance(answer, Exception):
        raise answer
    if not answer:
        raise Fault("name_not_found", f"{host} has no address.")
    return answer


def _still_time(host: str, until: float, budget: Budget) -> None:
    budget.check()
    if time.monotonic() >= until:
        raise Fault("name_timed_out", f"{host} was not looked up within {budget.limits.connect_s:g} s.")
