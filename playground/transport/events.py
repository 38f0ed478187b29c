"""What happens while a request is on its way, in the order in which it happens.

``RequestSent`` (once for each hop; the last is of the connection that answers) · ``ResponseStarted`` ·
``ContentChunk``\\* · then exactly one of ``ExchangeCompleted`` and ``ExchangeFailed``. A failure may come at any place,
also first.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from playground.core.fields import Fields
from playground.core.messages import Connection, Failure, Hop, Timings


@dataclass(frozen=True, slots=True)
class RequestSent:
    """The last byte of the request has left. ``at`` is in milliseconds since the start."""

    at: float
    connection: Connection = field(default_factory=Connection)


@dataclass(frozen=True, slots=True)
class ResponseStarted:
    """Status line and header block have arrived, after every redirect that was followed."""

    at: float
    status: int
    reason: str
    http_version: str
    fields: Fields
    url: str
    hops: tuple[Hop, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentChunk:
    """Bytes of content, content codings undone, as they arrived."""

    at: float
    data: bytes


@dataclass(frozen=True, slots=True)
class ExchangeCompleted:
    """The answer has ended.

    ``cut``: "" where it is whole, "size" where a limit ended it, "stopped" where a person did.
    """

    at: float
    timings: Timings
    wire_size: int
    decoded_size: int
    cut: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeFailed:
    """No answer, or none to the end; what arrived before stands in the events before."""

    at: float
    failure: Failure
    timings: Timings = field(default_factory=Timings)
    wire_size: int = 0
    decoded_size: int = 0
    hops: tuple[Hop, ...] = ()


Event = RequestSent | ResponseStarted | ContentChunk | ExchangeCompleted | ExchangeFailed
