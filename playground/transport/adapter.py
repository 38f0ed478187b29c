"""requests and urllib3, made to send what was prepared to the byte and nothing more.

``requests`` carries the request (``BareRequest``), the adapter and the response; urllib3 the connection and the
response body; http.client the state of the connection. Replaced are the three places where they would decide for
themselves: where to connect (``DoorConnection.connect``), what the header block says (``DoorConnection.request``), and
how an answer is read (``Answer``). There is no session and no pool, so there is nothing ambient: no proxy variables,
no netrc, no cookie jar, no connection that somebody else has signed in on.
"""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3 import HTTPHeaderDict
from urllib3.connection import HTTPConnection

from playground.core.errors import InvalidField
from playground.core.fields import TOKEN, Fields, check_name, check_value, encode_value
from playground.core.messages import PreparedRequest
from playground.core.uris import Target
from playground.transport.failures import Fault
from playground.transport.framing import Chunks, Head, content_length, could_be_http, find_head, is_chunked, parse_head
from playground.transport.limits import Budget
from playground.transport.wire import Route, Stopwatch, Wire, open_wire


class BareRequest(requests.PreparedRequest):
    """A ``requests.PreparedRequest`` that nothing was added to."""

    def __init__(self, prepared: PreparedRequest, target: Target) -> None:
        super().__init__()
        self.method = prepared.method
        self.url = target.url
        self.target = target.request_target
        self.fields = prepared.fields
        self.headers = HTTPHeaderDict(list(prepared.fields))  # type: ignore[assignment]
        self.body = self.content = prepared.content or None


class Answer(http.client.HTTPResponse):
    """What comes back, read as ``framing`` reads it, and handed on as it arrives."""

    head: Head

    def __init__(self, sock: Any, debuglevel: int = 0, method: str | None = None, url: str | None = None) -> None:
        # The parent would open a buffered file on the socket; the wire is read directly.
        self._wire: Wire = sock
        self._ahead = bytearray()
        self._request_method = method or "GET"
        self._chunks: Chunks | None = None
        self._left: int | None = None
        self._finished = False
        #: Bytes of content with its framing, as they came.
        self.raw_size = 0

    def begin(self) -> None:
        """Read the head, past interim ones.

        Raises ``Fault``.
        """
        budget = self._wire.budget.limits.header_bytes
        while True:
            raw = self._read_head(budget)
            budget -= len(raw)
            self.head = parse_head(raw)
            if not self.head.is_interim:
                break
        self._left = content_length(self.head, self._request_method)
        if self._left is None and is_chunked(self.head):
            self._chunks = Chunks(self._wire.budget.limits.header_bytes)
        self._finished = self._left == 0
        self._tell_parents()

    def _tell_parents(self) -> None:
        """What http.client and urllib3 look at."""
        self.version = 10 if self.head.http_version == "HTTP/1.0" else 11
        self.status = self.code = self.head.status
        self.reason = self.head.reason
        self.headers = self.msg = http.client.HTTPMessage()
        for name, value in self.head.fields:
            self.msg[name] = value
        self.will_close = False  # the connection stays ours; the adapter closes it

    def _read_head(self, limit: int) -> bytes:
        searched = 0
        while (end := find_head(self._ahead, searched)) < 0:
            searched = max(0, len(self._ahead) - 3)
            if len(self._ahead) > limit:
                raise _head_too_large(self._wire)
            if self._ahead and not could_be_http(self._ahead):
                raise Fault("malformed_response", f"It begins with {bytes(self._ahead[:40])!r}.")
            data = self._wire.receive()
            if not data:
                raise _ended_early(bytes(self._ahead))
            self._ahead += data
        if end > limit:
            raise _head_too_large(self._wire)
        raw = bytes(self._ahead[:end])
        del self._ahead[:end]
        return raw

    def read1(self, n: int = -1) -> bytes:
        """Content as it arrives, chunks undone; ``b""`` at the end.

        Raises ``Fault`` (``truncated_response``, ``malformed_response``, and those of ``Wire.receive``).
        """
        while not self._finished:
            data = bytes(self._ahead) or self._wire.receive()
            self._ahead.clear()
            self.raw_size += len(data)
            content = self._unframed(data)
            if content:
                return content
        return b""

    def read(self, amt: int | None = None) -> bytes:
        """As ``read1``: whatever has come, however much was asked for."""
        return self.read1()

    def _unframed(self, data: bytes) -> bytes:
        if not data:
            self._finished = True
            if self._left is not None or self._chunks is not None:
                raise Fault("truncated_response", self._missing())
            return b""
        if self._chunks is not None:
            content = self._chunks.feed(data)
            self._finished = self._chunks.done
            return content
        if self._left is not None:
            data = data[: self._left]
            self._left -= len(data)
            self._finished = self._left == 0
        return data

    def _missing(self) -> str:
        return "The last chunk is missing." if self._left is None else f"{self._left} bytes are missing."

    def isclosed(self) -> bool:
        """Whether all of the content was read, as urllib3 asks."""
        return self._finished

    def close(self) -> None:
        self._finished = True

    def flush(self) -> None:
        pass


def _head_too_large(wire: Wire) -> Fault:
    return Fault("response_headers_too_large", f"They exceed {wire.budget.limits.header_bytes} bytes.")


def _ended_early(received: bytes) -> Fault:
    if not received:
        return Fault("connection_lost", "The server closed the connection without an answer.")
    if could_be_http(received):
        return Fault("truncated_response", "The headers are not complete.")
    return Fault("malformed_response", f"It begins with {received[:40]!r}.")


class DoorConnection(HTTPConnection):
    """A connection to the route that was vetted, which writes the header block as it was prepared."""

    response_class = Answer

    def __init__(self, host: str, route: Route, budget: Budget, watch: Stopwatch) -> None:
        super().__init__(host.strip("[]"), route.port)
        self._route = route
        self._budget = budget
        self._watch = watch
        self._outgoing: list[bytes] = []
        self.wire: Wire | None = None

    def connect(self) -> None:
        """Raises ``Fault``."""
        self.wire = open_wire(self._route, self._budget, self._watch)
        self.sock = self.wire

    def request(  # type: ignore[override]
        self, method: str, url: str, body: bytes | None = None, headers: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Write the request; ``url`` is the request target, ``headers`` are ``Fields`` in their order.

        A server may answer and close before it has read everything (RFC 9112 §9.5): its answer is then read.
        """
        self._note_request(method, url)
        self.putrequest(method, url, skip_host=True, skip_accept_encoding=True)
        for name, value in headers:
            self.putheader(name, value)
        self.endheaders(body)
        assert self.wire is not None
        try:
            self.wire.sendall(b"".join(self._outgoing))
        except ConnectionError:
            pass

    def send(self, data: bytes) -> None:  # type: ignore[override]
        """Kept until the request is whole, so that head and content leave in one piece."""
        self._outgoing.append(data)

    def _note_request(self, method: str, url: str) -> None:
        """Let urllib3 remember what ``getresponse`` asks for."""
        from urllib3._base_connection import _ResponseOptions

        self._response_options = _ResponseOptions(
            request_method=method,
            request_url=url,
            preload_content=False,
            decode_content=False,
            enforce_content_length=False,
        )

    def putheader(self, header: str, *values: str) -> None:  # type: ignore[override]
        """One line, as it is: the parent would refuse some values that RFC 9110 allows, and guess encodings."""
        for value in values:
            self._output(header.encode("ascii") + b": " + encode_value(value))  # type: ignore[attr-defined]


class DoorAdapter(HTTPAdapter):
    """A transport adapter of requests for one exchange over one connection of its own.

    ``send`` is ``transmit`` and ``receive``; the two are apart so that it can be told when the request has left.
    """

    def __init__(self, connection: DoorConnection, watch: Stopwatch) -> None:
        super().__init__(max_retries=0)
        self.connection = connection
        self._watch = watch
        self._sent_at = 0.0

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """No pool."""

    def transmit(self, request: BareRequest) -> None:
        """Connect and write the request.

        Raises ``Fault``.
        """
        self.connection.connect()
        with self._watch.phase("send"):
            self.connection.request(str(request.method), request.target, request.content, request.fields)
        self._sent_at = time.monotonic()

    def receive(self, request: BareRequest) -> requests.Response:
        """Wait for the head of the answer.

        Raises ``Fault``.
        """
        try:
            return self.build_response(request, self.connection.getresponse())
        finally:
            wire = self.connection.wire
            first = wire.first_byte_at if wire is not None else None
            self._watch.add("wait", (first or time.monotonic()) - self._sent_at)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        assert isinstance(request, BareRequest)
        self.transmit(request)
        return self.receive(request)

    def build_response(self, req: requests.PreparedRequest, resp: Any) -> requests.Response:
        """As the parent does it, without a cookie jar."""
        response = requests.Response()
        response.status_code = resp.status
        response.reason = resp.reason
        response.headers = CaseInsensitiveDict(resp.headers)
        response.raw = resp
        response.url = str(req.url)
        response.request = req
        return response

    def close(self) -> None:
        self.connection.close()


def check_fields(method: str, fields: Fields) -> None:
    """The last look before the wire, whoever made the request.

    Raises ``Fault`` (``invalid_request``).
    """
    try:
        for name, value in fields:
            encode_value(check_value(check_name(name), value))
    except InvalidField as error:
        raise Fault("invalid_request", error.message, error.hint) from error
    except UnicodeEncodeError as error:
        raise Fault("invalid_request", f"The header {name} holds half of a character.") from error
    if not TOKEN.match(method):
        raise Fault("invalid_request", f"{method!r} is not a method.")
