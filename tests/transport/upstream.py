"""An upstream of our own: raw sockets on loopback, so that a test decides every byte of an answer, and when."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_network

from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.prepare import prepare
from playground.transport.client import exchange
from playground.transport.events import ContentChunk, Event, ExchangeFailed, ResponseStarted
from playground.transport.guard import Policy
from playground.transport.limits import Limits

LOOPBACK = Policy(allow_networks=(ip_network("127.0.0.0/8"), ip_network("::1/128")))

#: Nothing that works takes so long, however busy the machine; a test that hangs ends.
SMALL = Limits(connect_s=10, idle_s=10, total_s=20)


class Caller:
    """One connection that the upstream accepted."""

    def __init__(self, sock: socket.socket, path: str) -> None:
        self.sock = sock
        self.path = path

    def send(self, *pieces: bytes | float) -> None:
        """Bytes are sent, numbers are seconds to wait."""
        for piece in pieces:
            if isinstance(piece, bytes):
                self.sock.sendall(piece)
            else:
                time.sleep(piece)


Behaviour = Callable[[Caller], None]


class Upstream:
    """Listens on a port of its own; keeps every request as the bytes that came."""

    def __init__(
        self,
        behaviour: Behaviour,
        *,
        context: ssl.SSLContext | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        reads: bool = True,
    ) -> None:
        self._behaviour = behaviour
        self._reads = reads
        self._context = context
        self._server = socket.create_server((host, port), backlog=64)
        self.port: int = self._server.getsockname()[1]
        self.requests: list[bytes] = []
        #: Set when a connection has ended, from either side.
        self.closed = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def origin(self) -> str:
        return f"{'https' if self._context else 'http'}://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        try:
            if self._context is not None:
                sock = self._context.wrap_socket(sock, server_side=True)
            sock.settimeout(20)
            request = read_request(sock) if self._reads else b""
            self.requests.append(request)
            self._behaviour(Caller(sock, request.split(b" ", 2)[1].decode() if b" " in request else ""))
        except OSError:
            pass
        finally:
            self.closed.set()
            sock.close()


def read_request(sock: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        more = sock.recv(65536)
        if not more:
            return data
        data += more
    head, _, content = data.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(content) < length:
        content += sock.recv(65536)
    return head + b"\r\n\r\n" + content


@contextmanager
def upstream(*answer: bytes | float, behaviour: Behaviour | None = None, **options: object) -> Iterator[Upstream]:
    """An upstream that sends the same pieces to everybody, or behaves as told."""
    server = Upstream(behaviour or (lambda caller: caller.send(*answer)), **options)  # type: ignore[arg-type]
    try:
        yield server
    finally:
        server.close()


def get(url: str, **options: object) -> list[Event]:
    """Every event of a GET, loopback allowed and limits small unless said otherwise."""
    return send(prepare(RequestSpec("GET", url)), **options)


def send(prepared: PreparedRequest, **options: object) -> list[Event]:
    return list(exchange(prepared, **{"policy": LOOPBACK, "limits": SMALL, **options}))  # type: ignore[arg-type]


def content(events: list[Event]) -> bytes:
    return b"".join(event.data for event in events if isinstance(event, ContentChunk))


def response(events: list[Event]) -> ResponseStarted:
    return next(event for event in events if isinstance(event, ResponseStarted))


def failure_code(events: list[Event]) -> str:
    """The code of the failure; "" where it completed."""
    return events[-1].failure.code if isinstance(events[-1], ExchangeFailed) else ""


def answer(content: bytes = b"", *fields: str, status: str = "200 OK") -> bytes:
    """A whole response with its length."""
    lines = [f"HTTP/1.1 {status}", *fields, f"Content-Length: {len(content)}"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + content
