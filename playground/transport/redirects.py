"""What becomes of a request when the answer sends it elsewhere (RFC 9110 §15.4; Fetch, HTTP-redirect fetch)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin

from playground.core import uris
from playground.core.errors import InvalidAddress
from playground.core.fields import Fields
from playground.core.messages import PreparedRequest
from playground.transport.failures import Fault

STATUS_CODES = frozenset({301, 302, 303, 307, 308})

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")

#: Left behind when the origin changes, besides whatever was filled from a secret variable.
_CREDENTIALS = frozenset({"authorization", "cookie", "cookie2", "proxy-authorization"})

#: Fetch standard, "request-body-header name"; and what frames or announces a content.
_OF_CONTENT = frozenset(
    {"content-encoding", "content-language", "content-location", "content-type", "content-length", "expect", "trailer"}
)


def location(status: int, fields: Fields) -> str | None:
    """Where the answer sends us; None where it does not."""
    values = set(fields.get_all("Location"))
    if status not in STATUS_CODES or not values:
        return None
    if len(values) > 1:
        raise Fault("redirect_refused", "The answer names several places to go.")
    return _as_utf8(values.pop())


def _as_utf8(text: str) -> str:
    """Servers send UTF-8 where only ASCII is allowed; the field was read as Latin-1."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def resolve(base: uris.Target, reference: str) -> uris.Target:
    """The target of a Location, without its userinfo.

    Raises ``Fault`` (``redirect_refused``) where it cannot be followed.
    """
    if any(character < " " or character == "\x7f" for character in reference):
        raise Fault("redirect_refused", "The Location holds a control character.")
    try:
        return replace(uris.parse(_absolute(base, reference)), userinfo=None)
    except (InvalidAddress, ValueError) as error:
        raise Fault("redirect_refused", f"It leads to {reference[:200]!r}. {error}") from error


def _absolute(base: uris.Target, reference: str) -> str:
    """The reference resolved (RFC 3986 §5.2); what names a scheme or a host is left to the strict reading as it is."""
    if _SCHEME.match(reference):
        return reference
    if reference.startswith("//"):
        return f"{base.scheme}:{reference}"
    return urljoin(base.url, reference)


def follow(
    prepared: PreparedRequest, base: uris.Target, target: uris.Target, status: int, secret: Iterable[str]
) -> tuple[PreparedRequest, tuple[str, ...]]:
    """The request for the next hop, and the names of the fields that stay behind."""
    method = _method(prepared.method, status)
    behind: set[str] = set()
    if method != prepared.method:
        behind |= _OF_CONTENT
    same_origin = target.origin == base.origin
    if not same_origin:
        behind |= _CREDENTIALS | {name.lower() for name in secret}
    fields, dropped = _fields(prepared, target, behind, same_origin)
    changed = method != prepared.method
    return (
        replace(
            prepared,
            method=method,
            url=target.url,
            fields=fields,
            segments=() if changed else prepared.segments,
            automatic=prepared.automatic | {"host"} if not same_origin else prepared.automatic,
        ),
        dropped,
    )


def _method(method: str, status: int) -> str:
    if status == 303 and method not in {"GET", "HEAD"}:
        return "GET"
    if status in {301, 302} and method == "POST":
        return "GET"
    return method


def _fields(
    prepared: PreparedRequest, target: uris.Target, behind: set[str], same_origin: bool
) -> tuple[Fields, tuple[str, ...]]:
    """Host is that of the new origin, in its old place; a Host that the person wrote counts as left behind."""
    kept: list[tuple[str, str]] = []
    dropped: list[str] = []
    for name, value in prepared.fields:
        lower = name.lower()
        if lower == "host" and not same_origin:
            if lower not in prepared.automatic:
                dropped.append(name)
            if not any(item.lower() == "host" for item, _ in kept):
                kept.append(("Host", target.authority))
        elif lower in behind:
            dropped.append(name)
        else:
            kept.append((name, value))
    return Fields(kept), tuple(dropped)
