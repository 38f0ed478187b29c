"""Sending: a prepared request in, events out. Nothing that the outside does raises; see ``failures``."""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from http.client import HTTPException

import requests
from urllib3.exceptions import HTTPError

from playground.core import uris
from playground.core.errors import InvalidAddress
from playground.core.messages import Connection, Hop, PreparedRequest, Timings
from playground.transport import codings, guard, redirects
from playground.transport.adapter import Answer, BareRequest, DoorAdapter, DoorConnection, check_fields
from playground.transport.events import (
    ContentChunk,
    Event,
    ExchangeCompleted,
    ExchangeFailed,
    RequestSent,
    ResponseStarted,
)
from playground.transport.failures import Fault
from playground.transport.guard import Policy
from playground.transport.limits import MIB, Budget, Limits, Options, Stop
from playground.transport.names import Resolver, look_up, system_resolver
from playground.transport.wire import Route, Stopwatch

__all__ = ["DEFAULT_LIMITS", "DEFAULT_OPTIONS", "PUBLIC_ONLY", "Limits", "Options", "Policy", "exchange"]

#: Bytes that chunk sizes and extensions may take beyond the content, before the answer counts as too large.
FRAMING_ALLOWANCE = 16 * MIB

PUBLIC_ONLY = Policy()
DEFAULT_LIMITS = Limits()
DEFAULT_OPTIONS = Options()

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")


def exchange(
    prepared: PreparedRequest,
    *,
    policy: Policy = PUBLIC_ONLY,
    limits: Limits = DEFAULT_LIMITS,
    options: Options = DEFAULT_OPTIONS,
    stop: Stop | None = None,
    resolver: Resolver = system_resolver,
) -> Iterator[Event]:
    """Send a request and tell what happens, in the order of ``events``.

    The connection is closed when the iteration ends, however it ends: closing the generator, or setting ``stop`` from
    another thread, ends it within a second also while it waits. ``stop`` is asked several times a second.
    """
    return _Exchange(prepared, policy, Budget(limits, options, stop), options, resolver).run()


class _Exchange:
    def __init__(
        self, prepared: PreparedRequest, policy: Policy, budget: Budget, options: Options, resolver: Resolver
    ) -> None:
        self._prepared = prepared
        self._policy = policy
        self._budget = budget
        self._options = options
        self._resolver = resolver
        self._watch = Stopwatch()
        self._adapter: DoorAdapter | None = None
        self._hops: list[Hop] = []
        self._started = False
        self._first_byte_at: float | None = None
        self._wire_size = 0
        self._decoded_size = 0

    def run(self) -> Iterator[Event]:
        try:
            yield from self._walk()
        except Fault as fault:
            yield self._ended_by(fault)
        except (requests.RequestException, HTTPError, HTTPException) as error:
            yield self._ended_by(Fault("malformed_response", f"{error}."))
        except OSError as error:
            yield self._ended_by(Fault("connection_lost", f"{error.strerror or error}."))
        finally:
            self._close()

    # From hop to hop

    def _walk(self) -> Iterator[Event]:
        prepared = self._prepared
        target = self._first_target()
        while True:
            request = BareRequest(prepared, target)
            yield self._send(request, target)
            answer = self._answer(request)
            reference = self._where_to(answer)
            if reference is None:
                break
            prepared, target = self._next(prepared, target, answer, reference)
        yield from self._response(answer, target)

    def _first_target(self) -> uris.Target:
        """The target, with everything that can be said of the request before any connection."""
        prepared = self._prepared
        if prepared.missing_files:
            raise Fault("missing_file", f"{', '.join(prepared.missing_files)}.")
        check_fields(prepared.method, prepared.fields)
        self._check_size(prepared)
        return _parse(prepared.url)

    def _check_size(self, prepared: PreparedRequest) -> None:
        limit = self._budget.limits.request_bytes
        head = len(prepared.url) + sum(len(name) + len(value) + 4 for name, value in prepared.fields)
        if head + len(prepared.content) > limit:
            raise Fault("request_too_large", f"The limit is {limit} bytes.")

    def _send(self, request: BareRequest, target: uris.Target) -> RequestSent:
        self._budget.check()
        connection = DoorConnection(target.host, self._route(target), self._budget, self._watch)
        self._adapter = DoorAdapter(connection, self._watch)
        self._adapter.transmit(request)
        return RequestSent(self._budget.elapsed_ms, self._connection())

    def _route(self, target: uris.Target) -> Route:
        local = guard.local_route(target, self._policy) if not self._hops else None
        if local is not None:
            return Route((local.address,), local.port)
        guard.check_target(target, self._policy)
        return Route(
            self._addresses(target),
            target.port,
            tls_name=target.host.strip("[]").removesuffix(".") if target.scheme == "https" else "",
            verify=self._options.verify_tls,
            ca_bundle=self._policy.ca_bundle,
        )

    def _addresses(self, target: uris.Target) -> tuple[str, ...]:
        literal = guard.literal_address(target)
        if literal is not None:
            return guard.check_addresses(target, [literal], self._policy)
        with self._watch.phase("dns"):
            found = look_up(target.host, self._resolver, self._budget)
        return guard.check_addresses(target, found, self._policy)

    def _connection(self) -> Connection:
        assert self._adapter is not None
        wire = self._adapter.connection.wire
        return wire.connection if wire is not None else Connection()

    def _answer(self, request: BareRequest) -> requests.Response:
        assert self._adapter is not None
        response = self._adapter.receive(request)
        wire = self._adapter.connection.wire
        self._first_byte_at = wire.first_byte_at if wire is not None else None
        return response

    def _where_to(self, response: requests.Response) -> str | None:
        if not self._options.follow_redirects:
            return None
        head = _original(response).head
        return redirects.location(head.status, head.fields)

    def _next(
        self, prepared: PreparedRequest, base: uris.Target, response: requests.Response, reference: str
    ) -> tuple[PreparedRequest, uris.Target]:
        status = _original(response).head.status
        if len(self._hops) >= self._budget.limits.redirects:
            raise Fault("too_many_redirects", f"The limit is {self._budget.limits.redirects}.")
        self._hops.append(Hop(status, base.url, reference, prepared.method, at=self._budget.elapsed_ms))
        target = redirects.resolve(base, reference)
        following, dropped = redirects.follow(prepared, base, target, status, self._options.secret_headers)
        self._hops[-1] = replace(self._hops[-1], dropped=dropped)
        self._close()
        return following, target

    # The answer

    def _response(self, response: requests.Response, target: uris.Target) -> Iterator[Event]:
        head = _original(response).head
        self._started = True
        yield ResponseStarted(
            at=self._budget.elapsed_ms,
            status=head.status,
            reason=head.reason,
            http_version=head.http_version,
            fields=head.fields,
            url=target.url,
            hops=tuple(self._hops),
        )
        cut = yield from self._content(response)
        yield self._completed(cut)

    def _content(self, response: requests.Response) -> Generator[Event, None, str]:
        """Chunks as they arrive; returns "size" where the limit ended them."""
        answer = _original(response)
        decoder = codings.decoder_for(codings.coding_of(answer.head.fields)) or codings.Identity()
        limit = self._most()
        while data := response.raw.read1(decode_content=False):
            self._wire_size += len(data)
            for piece in self._decoded(decoder, data):
                room = limit - self._decoded_size
                if piece[:room]:
                    self._decoded_size += len(piece[:room])
                    yield ContentChunk(self._budget.elapsed_ms, piece[:room])
                if len(piece) > room:
                    return "size"
            if self._wire_size > limit or answer.raw_size > limit + FRAMING_ALLOWANCE:
                return "size"
        decoder.finish()
        return ""

    def _decoded(self, decoder: codings.Decoder, data: bytes) -> Iterator[bytes]:
        """Decoded pieces. Where the very beginning is not encoded as it says, what came is given as it is."""
        try:
            for piece in decoder.decode(data):
                self._budget.check()
                yield piece
        except Fault as fault:
            if fault.code == "bad_encoding" and not self._decoded_size:
                yield data
            raise

    def _most(self) -> int:
        limit = self._budget.limits.response_bytes
        return limit if self._options.max_bytes is None else max(0, min(limit, self._options.max_bytes))

    # The end

    def _ended_by(self, fault: Fault) -> Event:
        if fault.code == "stopped" and self._started:
            return self._completed("stopped")
        return ExchangeFailed(
            at=self._budget.elapsed_ms,
            failure=fault.as_failure(),
            timings=self._timings(),
            wire_size=self._wire_size,
            decoded_size=self._decoded_size,
            hops=tuple(self._hops),
        )

    def _completed(self, cut: str) -> ExchangeCompleted:
        return ExchangeCompleted(self._budget.elapsed_ms, self._timings(), self._wire_size, self._decoded_size, cut)

    def _timings(self) -> Timings:
        if self._first_byte_at is not None:
            self._watch.add("receive", time.monotonic() - self._first_byte_at)
            self._first_byte_at = None
        return Timings(**self._watch.phases)

    def _close(self) -> None:
        if self._adapter is not None:
            self._adapter.close()
            self._adapter = None


def _original(response: requests.Response) -> Answer:
    answer = response.raw._original_response
    assert isinstance(answer, Answer)
    return answer


def _parse(url: str) -> uris.Target:
    scheme = _SCHEME.match(url)
    if scheme is not None and "://" in url and scheme[1].lower() not in uris.DEFAULT_PORTS:
        raise Fault("refused_scheme", f"The address begins with {scheme[1].lower()}:.")
    try:
        return uris.parse(url)
    except InvalidAddress as error:
        raise Fault("invalid_address", error.message, error.hint) from error
