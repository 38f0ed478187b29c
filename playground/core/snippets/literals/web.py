"""What the clients of browsers have in common: calls of fetch, and what the Fetch standard does not let code do.

https://fetch.spec.whatwg.org/
"""

from __future__ import annotations

import re
from dataclasses import replace

from playground.core.snippets.base import Draft, shown
from playground.core.snippets.literals import javascript
from playground.core.snippets.losses import Loss, loss

#: §2.2.1, "normalize a method".
NORMALIZED = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"})
_FORBIDDEN_METHODS = frozenset({"CONNECT", "TRACE", "TRACK"})

#: §2.2.2, "forbidden request-header"; and User-Agent, which Chromium refuses though the standard does not.
_FORBIDDEN_HEADERS = re.compile(
    r"(?:accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host"
    r"|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via|(?:proxy|sec)-.*)\Z",
    re.IGNORECASE,
)


#: What Node.js's fetch refuses, where a browser is silent.
_REFUSED = frozenset({"expect", "keep-alive", "upgrade"})


def accepted(draft: Draft) -> Draft:
    """The request without the fields with which a call of fetch would fail."""
    if _REFUSED.isdisjoint(draft.by_name):
        return draft
    kept = tuple((name, value) for name, value in draft.fields if name.lower() not in _REFUSED)
    return replace(draft, fields=kept)


def refused_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """Fields that are left out because a call would fail with them."""
    if _REFUSED.isdisjoint(draft.by_name):
        return ()
    names = [name for name, _ in draft.fields if name.lower() in _REFUSED]
    return tuple(loss("header_dropped", client=client, name=name) for name in names)


def sends_body(draft: Draft) -> bool:
    """A content that the methods of fetch can carry; an empty one is none for GET and HEAD."""
    return bool(draft.body) and draft.method.upper() not in {"GET", "HEAD"}


def is_typeless(draft: Draft) -> bool:
    """The content has no Content-Type, and must not be given one."""
    return draft.get("content-type") is None


def method(draft: Draft) -> str:
    """The method, or the nearest that can be sent."""
    if draft.method.upper() in _FORBIDDEN_METHODS:
        return "POST" if draft.body else "GET"
    return draft.method


def fetch_call(draft: Draft, content: str, beyond_latin_1: str) -> str:
    """``const response = await fetch(url, {…});``"""
    url = javascript.line(draft.url)
    options = _options(accepted(draft), content, beyond_latin_1)
    rest = f", {{\n{options}}}" if options else ""
    call = f"const response = await fetch({url}{rest});\n\n"
    if call.index("\n") > javascript.WIDTH:
        return f"{javascript.declared('url', url)}const response = await fetch(url{rest});\n\n"
    return call


def _options(draft: Draft, content: str, beyond_latin_1: str) -> str:
    rows: list[str] = []
    if method(draft) != "GET":
        rows.append(javascript.member("method", javascript.string(method(draft)), "  "))
    if draft.fields:
        make = javascript.pairs if draft.repeats else javascript.properties
        rows.append(f"  headers: {make(draft.fields, '  ', beyond_latin_1)},\n")
    if sends_body(draft):
        rows.append("  body,\n" if content == "body" else javascript.member("body", content, "  "))
    return "".join(rows)


def fetch_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """What a call of fetch does differently."""
    losses = [*url_losses(draft, client), *_method_losses(draft, client)]
    if draft.body and draft.body != ("",) and not sends_body(draft):
        losses.append(loss("body_dropped", client=client, method=draft.method))
    return (*losses, *refused_losses(draft, client), *joined_losses(draft, client))


def url_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """What the URL standard writes in another way."""
    part = javascript.respelled(draft)
    return (loss("url_respelled", client=client, part=part),) if part else ()


def _method_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    upper = draft.method.upper()
    if upper in _FORBIDDEN_METHODS:
        return (loss("method_unsupported", client=client, method=draft.method, instead=method(draft)),)
    if upper in NORMALIZED and draft.method != upper:
        return (loss("method_respelled", client=client, method=draft.method, instead=upper),)
    return ()


def joined_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """Repeated fields, which fetch joins."""
    if not draft.repeats:
        return ()
    seen = [name.lower() for name, _ in draft.fields]
    repeated = dict.fromkeys(name for name in seen if seen.count(name) > 1)
    return tuple(loss("headers_joined", client=client, name=name) for name in repeated)


def cookie_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """Some clients join repeated Cookie fields, and those alone."""
    if not draft.repeats:
        return ()
    repeated = sum(name.lower() == "cookie" for name, _ in draft.fields) > 1
    return (loss("headers_joined", client=client, name="Cookie"),) if repeated else ()


def host_losses(draft: Draft, client: str) -> tuple[Loss, ...]:
    """A Host of one's own, which the client replaces."""
    host = draft.get("host")
    return () if host is None else (loss("host_unsupported", client=client, value=shown(host)),)


def browser_losses(draft: Draft) -> tuple[Loss, ...]:
    """Header fields that a browser sets itself."""
    names = dict.fromkeys(name for name, _ in accepted(draft).fields if _FORBIDDEN_HEADERS.match(name))
    return tuple(loss("header_removed_by_browser", name=name) for name in names)
