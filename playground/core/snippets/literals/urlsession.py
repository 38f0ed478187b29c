"""What URLSession does with the fields of a request, whatever language it is used from."""

from __future__ import annotations

from collections.abc import Iterator

from playground.core.snippets.base import Draft, Text, shown
from playground.core.snippets.losses import Loss, loss

#: Fields that URLSession sets itself whatever the code says (Foundation, "Reserved HTTP Headers").
_RESERVED = frozenset({"connection", "proxy-connection", "upgrade", "expect"})

#: Methods with which a content is an error (NSURLErrorDataLengthExceedsMaximum), or not sent.
WITHOUT_CONTENT = frozenset({"GET", "HEAD"})


def fields(draft: Draft, client: str, warnings: list[Loss]) -> Iterator[tuple[str, str, Text]]:
    """The fields to set: verb of the method that does it, name, value. What is lost is added to ``warnings``."""
    seen: set[str] = set()
    for name, value in draft.fields:
        lower = name.lower()
        if lower in _RESERVED:
            warnings.append(loss("header_dropped", client=client, name=name))
            continue
        if lower in seen:
            warnings.append(loss("headers_joined", client=client, name=name))
        if not shown(value).isascii():
            warnings.append(loss("header_value_changed", client=client, name=name, instead="UTF-8"))
        yield ("addValue" if lower in seen else "setValue"), name, value
        seen.add(lower)
    if draft.body not in {(), ("",)} and draft.method not in WITHOUT_CONTENT and "content-type" not in seen:
        warnings.append(loss("header_added", client=client, name="Content-Type"))
