"""What OkHttp changes or refuses, whatever language it is used from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playground.core.snippets.base import Draft, shown
from playground.core.snippets.literals.percent import has_bare
from playground.core.snippets.losses import Loss, loss

_CLIENT = "OkHttp"

#: okhttp3.internal.http.HttpMethod.
_WITHOUT_BODY = frozenset({"GET", "HEAD"})
_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "PROPPATCH", "REPORT"})

_DOT_SEGMENT = re.compile(r"/(?:\.|%2[eE]){1,2}(?:/|\Z)")


def has_body(draft: Draft) -> bool:
    """Whether the request is built with a body; some methods must have one, be it empty."""
    return draft.method in _WITH_BODY or (bool(draft.body) and draft.method not in _WITHOUT_BODY)


def is_unsafe(draft: Draft) -> bool:
    """Some field needs ``addUnsafeNonAscii``."""
    return any(not shown(value).isascii() for _, value in draft.fields)


def repeated(draft: Draft) -> frozenset[str]:
    """Names, in lower case, of fields that stand more than once."""
    names = [name.lower() for name, _ in draft.fields]
    return frozenset(name for name in names if names.count(name) > 1) if draft.repeats else frozenset()


def warnings(draft: Draft) -> Iterator[Loss]:
    """What OkHttp does not send as the request has it."""
    if draft.body not in {(), ("",)} and draft.method in _WITHOUT_BODY:
        yield loss("body_dropped", client=_CLIENT, method=draft.method)
    if not draft.is_normal:
        yield from _url_warnings(shown(draft.url))
    for name, value in draft.fields:
        text = shown(value)
        if not text.isascii() and max(text) <= "\xff":
            yield loss("header_value_changed", client=_CLIENT, name=name, instead="UTF-8")


def _url_warnings(url: str) -> Iterator[Loss]:
    path, _, query = url.partition("?")
    if has_bare(url):
        yield loss("url_respelled", client=_CLIENT, part="a % that escapes nothing")
    if "'" in query:
        yield loss("url_respelled", client=_CLIENT, part="an apostrophe in the query")
    if _DOT_SEGMENT.search(path):
        yield loss("url_respelled", client=_CLIENT, part="a dot segment")
