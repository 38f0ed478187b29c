"""A server on loopback that keeps what arrives to the byte: request line, header lines, content.

Each case has a port of its own, on 127.0.0.1 and ::1, so that programs may run at the same time and in any order.
"""

from __future__ import annotations

import selectors
import socket
import threading
from dataclasses import dataclass, field

#: What is answered; without ASCII alone, so that a client that guesses charsets is caught.
ANSWER = '{"answer": "grüße 世界"}'
EVENTS = ('data: {"n": 1}', "event: tick\ndata: zwei ✓", "data: [DONE]")


@dataclass(frozen=True)
class Arrived:
    """A request as it came off the wire; the content after its transfer coding was undone."""

    method: str
    target: str
    headers: tuple[tuple[str, bytes], ...]
    content: bytes

    def values(self, name: str) -> list[bytes]:
        return [value for key, value in self.headers if key.lower() == name]


@dataclass
class Recorder:
    """Listens while it is entered; ``open`` gives a port for a name, ``arrived`` what came there."""

    arrived: dict[str, list[Arrived]] = field(default_factory=dict)

    def __enter__(self) -> Recorder:
        self._selector = selectors.DefaultSelector()
        self._names: dict[int, tuple[str, int, bool]] = {}
        self._running = True
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._running = False
        self._thread.join()
        for key in list(self._selector.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
        self._selector.close()

    def open(self, name: str, *, status: int = 200, events: bool = False) -> int:
        self.arrived.setdefault(name, [])
        four, six = _pair()
        for listener in (four, six):
            listener.listen(16)
            self._names[listener.fileno()] = (name, status, events)
            self._selector.register(listener, selectors.EVENT_READ)
        return int(four.getsockname()[1])

    def _accept(self) -> None:
        while self._running:
            for key, _ in self._selector.select(timeout=0.05):
                listener = key.fileobj
                assert isinstance(listener, socket.socket)
                connection, _ = listener.accept()
                arguments = (connection, *self._names[listener.fileno()])
                threading.Thread(target=self._serve, args=arguments, daemon=True).start()

    def _serve(self, connection: socket.socket, name: str, status: int, events: bool) -> None:
        with connection:
            connection.settimeout(20)
            try:
                request = _read(connection)
                if request is None:
                    return
                self.arrived[name].append(request)
                _answer(connection, request.method, status, events)
            except OSError:
                return


def _pair() -> tuple[socket.socket, socket.socket]:
    """Two listeners on one port, IPv4 and IPv6."""
    while True:
        four = socket.socket(socket.AF_INET)
        four.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        four.bind(("127.0.0.1", 0))
        six = socket.socket(socket.AF_INET6)
        six.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            six.bind(("::1", four.getsockname()[1]))
        except OSError:
            four.close()
            six.close()
            continue
        return four, six


def _read(connection: socket.socket) -> Arrived | None:
    stream = connection.makefile("rb")
    line = stream.readline()
    if not line:
        return None
    method, _, rest = line.rstrip(b"\r\n").partition(b" ")
    target = rest.rpartition(b" ")[0]
    headers: list[tuple[str, bytes]] = []
    while (line := stream.readline()).rstrip(b"\r\n"):
        name, _, value = line.rstrip(b"\r\n").partition(b":")
        headers.append((name.decode("latin-1"), value.strip(b" \t")))
    found = {name.lower(): value for name, value in headers}
    if found.get("expect", b"").lower() == b"100-continue":
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
    if b"chunked" in found.get("transfer-encoding", b"").lower():
        content = _read_chunks(stream)
    else:
        content = stream.read(int(found.get("content-length", b"0")))
    return Arrived(method.decode("latin-1"), target.decode("latin-1"), tuple(headers), content)


def _read_chunks(stream) -> bytes:  # type: ignore[no-untyped-def]
    content = b""
    while size := int(stream.readline().split(b";")[0], 16):
        content += stream.read(size)
        stream.readline()
    while stream.readline().rstrip(b"\r\n"):
        pass
    return content


def _answer(connection: socket.socket, method: str, status: int, events: bool) -> None:
    head = f"HTTP/1.1 {status} {'OK' if status < 400 else 'Wrong'}\r\nConnection: close\r\n"
    head += "Access-Control-Allow-Origin: *\r\n"
    if events:
        connection.sendall(f"{head}Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        for event in EVENTS:
            data = f"{event}\n\n".encode()
            connection.sendall(b"%x\r\n%s\r\n" % (len(data), data))
        connection.sendall(b"0\r\n\r\n")
        return
    content = ANSWER.encode()
    head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    connection.sendall(head.encode() + (b"" if method == "HEAD" else content))
