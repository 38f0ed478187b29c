"""The nouns: what a person composes, what leaves, what comes back.

``RequestSpec`` is the request as it was composed, ``{{variables}}`` still inside; ``PreparedRequest`` is the same
request as bytes that can leave (made by ``core.prepare`` alone); ``Exchange`` is what became of it (the HAR entry).

All of them are values: frozen, compared by content, safe to keep.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from playground.core.fields import Fields


@dataclass(frozen=True, slots=True)
class Parameter:
    """A name–value row: a query parameter, header field, cookie or form field.

    Values are decoded text. A row that is not ``enabled`` is kept, and is not sent.
    """

    name: str
    value: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a multipart body (RFC 7578 §4), or a field of a form.

    With ``file_name`` and ``content`` it is a file of that content; with ``file_name`` alone the file is read from
    the working directory by the code that is generated, and must be chosen before the server can send it. Without
    ``file_name`` it is a field and ``content`` is its value.
    """

    name: str
    content: str | bytes | None = ""
    file_name: str | None = None
    content_type: str | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class NoBody:
    """No content at all: neither bytes nor Content-Length for methods that expect none."""


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text that is sent to the byte, in UTF-8. ``media_type`` may carry parameters; "" sends no Content-Type."""

    text: str = ""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class FormBody:
    """``application/x-www-form-urlencoded`` (WHATWG URL §5)."""

    fields: tuple[Parameter, ...] = ()
    media_type: str = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class MultipartBody:
    """``multipart/form-data`` (RFC 7578). The boundary is derived from the content unless the type names one."""

    parts: tuple[Part, ...] = ()
    media_type: str = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """Bytes as they are. ``content`` None with a ``file_name``: a file that code is to read and nobody chose yet."""

    content: bytes | None = b""
    media_type: str = ""
    file_name: str | None = None


Body = NoBody | TextBody | FormBody | MultipartBody | BinaryBody


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the Authorization tab holds, put into fields by ``core.auth``.

    kind
        ``bearer`` (RFC 6750 §2.1), ``basic`` (RFC 7617) or ``apiKey`` (OpenAPI 3.1, Security Scheme Object).
    value
        The token or key; for ``basic`` the password.
    username
        For ``basic``.
    name, location
        For ``apiKey``: name of the field or parameter, and ``header``, ``query`` or ``cookie``.
    """

    kind: Literal["bearer", "basic", "apiKey"]
    value: str = ""
    username: str = ""
    name: str = ""
    location: Literal["header", "query", "cookie"] = "header"


@dataclass(frozen=True, slots=True)
class RequestSpec:
    """A request as a person composed it.

    ``url`` is an absolute address; it may hold ``{{variables}}``, ``{templates}`` that ``path_params`` fill, userinfo,
    an already encoded query (sent as written) and a fragment (never sent). ``query`` holds decoded text and follows
    the query of ``url``.
    """

    method: str = "GET"
    url: str = ""
    path_params: tuple[Parameter, ...] = ()
    query: tuple[Parameter, ...] = ()
    headers: tuple[Parameter, ...] = ()
    cookies: tuple[Parameter, ...] = ()
    auth: tuple[Credentials, ...] = ()
    body: Body = field(default_factory=NoBody)


@dataclass(frozen=True, slots=True)
class FileReference:
    """A place in a content where the bytes of a file belong, which is not known here."""

    file_name: str


class Octets(bytes):
    """Bytes of a file in which something looks like a ``{{variable}}`` and is none."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PreparedRequest:
    """A request as it leaves.

    method
        As typed; a token (RFC 9110 §9.1).
    url
        Absolute target URI in ASCII, without userinfo and fragment. Where variables were left in place, each still
        stands as ``{{name}}``.
    fields
        Every header field in the order in which it leaves: Host first, then what the person wrote, Content-Length
        last where there is content.
    automatic
        Lower-case names of those fields that nobody wrote (Host, Content-Length, User-Agent, Content-Type of a body).
    segments
        The content, in order: bytes, and files that are not known here. ``Octets`` stand by themselves.
    notes
        What could not be taken as written: ``content_length_computed``, ``transfer_encoding_dropped``.
    """

    method: str
    url: str
    fields: Fields
    segments: tuple[bytes | FileReference, ...] = ()
    automatic: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def has_content(self) -> bool:
        """Whether there is content, be it empty."""
        return bool(self.segments)

    @property
    def content(self) -> bytes:
        """The content as bytes.

        Raises ``ValueError`` where a file is still to be chosen.
        """
        if self.missing_files:
            raise ValueError(f"files that were not chosen: {', '.join(self.missing_files)}")
        return b"".join(segment for segment in self.segments if isinstance(segment, bytes))

    @property
    def missing_files(self) -> tuple[str, ...]:
        """Names of the files that are still to be chosen, in order."""
        return tuple(segment.file_name for segment in self.segments if isinstance(segment, FileReference))


@dataclass(frozen=True, slots=True)
class Timings:
    """Milliseconds of each phase, as in HAR 1.2 ``timings``; -1 where a phase did not take place.

    ``ssl`` is contained in ``connect``, as HAR says.
    """

    blocked: float = -1
    dns: float = -1
    connect: float = -1
    ssl: float = -1
    send: float = -1
    wait: float = -1
    receive: float = -1

    @property
    def total(self) -> float:
        """Milliseconds from start to end; ``ssl`` is part of ``connect`` and not counted twice."""
        phases = (self.blocked, self.dns, self.connect, self.send, self.wait, self.receive)
        return sum(phase for phase in phases if phase > 0)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer, or none to the end. Data, not an exception.

    code
        A documented, stable word: ``refused_address``, ``name_not_found`` …
    title, detail, hint
        What happened; the particulars; what the person can do. English; the page translates by ``code``.
    """

    code: str
    title: str
    detail: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """A redirect that was followed: what answered, where it sent us, and what was left behind (RFC 9110 §15.4).

    ``at`` is when it was answered, in milliseconds since the start; None where nobody noted it.
    """

    status: int
    url: str
    location: str
    method: str
    dropped: tuple[str, ...] = ()
    at: float | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """What was learned of the connection that answered."""

    address: str = ""
    port: int = 0
    http_version: str = ""
    tls_version: str = ""
    cipher: str = ""
    certificate_subject: str = ""
    certificate_issuer: str = ""
    certificate_not_before: str = ""
    certificate_not_after: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: status line, fields as they came (order and repeats kept), and the content after decoding."""

    status: int
    reason: str = ""
    http_version: str = "HTTP/1.1"
    fields: Fields = field(default_factory=Fields)
    content: bytes = b""
    #: Bytes of content on the wire, before content codings were undone.
    wire_size: int = 0
    #: Why the content ends before its end: "", "size", "time", "stopped" or "broken".
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and what became of it: the HAR 1.2 entry."""

    request: PreparedRequest
    #: Seconds since the epoch.
    started: float
    response: Response | None = None
    failure: Failure | None = None
    timings: Timings = field(default_factory=Timings)
    connection: Connection = field(default_factory=Connection)
    hops: tuple[Hop, ...] = ()
