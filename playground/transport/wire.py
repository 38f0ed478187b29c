"""One connection: secured for the name, read and written under the budget."""

from __future__ import annotations

import functools
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

import certifi
from cryptography import x509

from playground.core.messages import Connection
from playground.transport.dialling import dial
from playground.transport.failures import Fault
from playground.transport.limits import Budget

#: Bytes asked of the system at once.
CHUNK = 64 * 1024


class Stopwatch:
    """Milliseconds of each phase of HAR's timings, added up over the hops."""

    def __init__(self) -> None:
        self.phases: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Counts the time inside of the block to a phase."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.add(name, time.monotonic() - began)

    def add(self, name: str, seconds: float) -> None:
        """Counts seconds to a phase."""
        self.phases[name] = self.phases.get(name, 0) + seconds * 1000


@dataclass(frozen=True, slots=True)
class Route:
    """Where to connect: vetted addresses to try in turn, and the name that TLS is made for ("" for none)."""

    addresses: tuple[str, ...]
    port: int
    tls_name: str = ""
    verify: bool = True
    ca_bundle: str = ""


@dataclass(slots=True)
class Wire:
    """A connected socket whose every wait is short, so that Stop and the clock are heeded.

    It stands where urllib3 and http.client expect a socket, and has no more of one than they use.
    """

    sock: socket.socket
    budget: Budget
    connection: Connection
    #: When the first byte came since something was sent (monotonic).
    first_byte_at: float | None = field(default=None)
    _timeout: float = field(default=-1.0)

    def sendall(self, data: bytes) -> None:
        """Raises ``Fault``, and ``ConnectionError`` where the other side has closed."""
        self.first_byte_at = None
        view = memoryview(data)
        idle_until = self._idle_until()
        while view:
            self._before_waiting(idle_until)
            try:
                sent = self.sock.send(view[:CHUNK])
            except (TimeoutError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
                self._check_idle(idle_until)
                continue
            except (ConnectionError, ssl.SSLError) as error:
                raise ConnectionError from error
            except OSError as error:
                raise Fault("connection_lost", _plain(error)) from error
            view = view[sent:]
            idle_until = self._idle_until()

    def receive(self, size: int = CHUNK) -> bytes:
        """What has come, as soon as there is any of it; ``b""`` at the end.

        Raises ``Fault`` (``idle_timed_out``, ``connection_lost``, and those of ``Budget.check``).
        """
        idle_until = self._idle_until()
        while True:
            self._before_waiting(idle_until)
            try:
                data = self.sock.recv(size)
            except (TimeoutError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
                self._check_idle(idle_until)
                continue
            except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
                return b""
            except OSError as error:
                raise Fault("connection_lost", _plain(error)) from error
            if self.first_byte_at is None:
                self.first_byte_at = time.monotonic()
            return data

    def settimeout(self, timeout: object) -> None:
        """Nothing: the budget decides how long to wait."""

    def shutdown(self, how: int) -> None:
        self.sock.shutdown(how)

    def close(self) -> None:
        self.sock.close()

    def _idle_until(self) -> float:
        return time.monotonic() + self.budget.limits.idle_s

    def _before_waiting(self, until: float) -> None:
        self.budget.check()
        pause = self.budget.pause(until)
        if pause != self._timeout:
            self.sock.settimeout(pause)
            self._timeout = pause

    def _check_idle(self, until: float) -> None:
        if time.monotonic() >= until:
            raise Fault("idle_timed_out", f"Nothing moved for {self.budget.limits.idle_s:g} s.")


def open_wire(route: Route, budget: Budget, watch: Stopwatch) -> Wire:
    """Connect, and make TLS where the route has a name for it.

    Raises ``Fault``.
    """
    until = time.monotonic() + budget.limits.connect_s
    with watch.phase("connect"):
        sock, address = dial(route.addresses, route.port, budget, until)
        try:
            connection = Connection(address=address, port=route.port, http_version="HTTP/1.1")
            if route.tls_name:
                with watch.phase("ssl"):
                    sock = _secure(sock, route, budget, until)
                connection = _described(connection, sock, route)
        except BaseException:
            sock.close()
            raise
    return Wire(sock, budget, connection)


# TLS


@functools.lru_cache(maxsize=8)
def _context(verify: bool, ca_bundle: str) -> ssl.SSLContext:
    """Shared between connections, since reading the authorities takes tens of milliseconds."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # create_default_context would look at the environment
    context.load_verify_locations(ca_bundle or certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    if not verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _secure(sock: socket.socket, route: Route, budget: Budget, until: float) -> ssl.SSLSocket:
    try:
        context = _context(route.verify, route.ca_bundle)
        secured = context.wrap_socket(sock, server_hostname=route.tls_name, do_handshake_on_connect=False)
    except (OSError, ValueError) as error:
        raise Fault("tls_failed", _plain(error)) from error
    try:
        _shake_hands(secured, budget, until)
    except BaseException:
        secured.close()
        raise
    return secured


def _shake_hands(sock: ssl.SSLSocket, budget: Budget, until: float) -> None:
    while True:
        budget.check()
        sock.settimeout(budget.pause(until))
        try:
            sock.do_handshake()
            return
        except (TimeoutError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            if time.monotonic() >= until:
                raise Fault("connection_timed_out", "The TLS handshake was not finished in time.") from None
        except ssl.SSLCertVerificationError as error:
            raise Fault("certificate_untrusted", f"{error.verify_message}.") from error
        except OSError as error:
            raise Fault("tls_failed", _plain(error)) from error


def _described(connection: Connection, sock: socket.socket, route: Route) -> Connection:
    assert isinstance(sock, ssl.SSLSocket)
    cipher = sock.cipher()
    connection = replace(
        connection,
        tls_version=sock.version() or "",
        cipher=cipher[0] if cipher else "",
        verified=route.verify,
    )
    return _with_certificate(connection, sock.getpeercert(binary_form=True))


def _with_certificate(connection: Connection, der: bytes | None) -> Connection:
    try:
        certificate = x509.load_der_x509_certificate(der or b"")
        return replace(
            connection,
            certificate_subject=certificate.subject.rfc4514_string(),
            certificate_issuer=certificate.issuer.rfc4514_string(),
            certificate_not_before=certificate.not_valid_before_utc.isoformat(),
            certificate_not_after=certificate.not_valid_after_utc.isoformat(),
        )
    except ValueError:
        return connection  # a certificate that OpenSSL takes and x509 does not: nothing to show


def _plain(error: Exception) -> str:
    """What a library says of an error, as a sentence without its insides."""
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
    return f"{str(reason).replace('_', ' ').capitalize()}." if reason else ""
