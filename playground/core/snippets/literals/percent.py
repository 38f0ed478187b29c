"""The percent sign of an address that escapes nothing: what strict URL parsers refuse (RFC 3986 §2.1)."""

from __future__ import annotations

import re

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.losses import Loss, loss

_BARE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def has_bare(text: str) -> bool:
    """Whether a ``%`` escapes nothing."""
    return "%" in text and _BARE.search(text) is not None


def escape_bare(text: str) -> str:
    """The nearest address that every parser takes: ``%`` as ``%25``."""
    return _BARE.sub("%25", text) if "%" in text else text


def respelled(url: Text, client: str, warnings: list[Loss]) -> Text:
    """A URL for a client that refuses, or respells, a ``%`` that escapes nothing; and a warning where there is one."""
    first = url[0]
    if len(url) == 1 and isinstance(first, str) and "%" not in first:  # nearly all of them
        return url
    safe = tuple(piece if isinstance(piece, Variable) else escape_bare(piece) for piece in url)
    if safe != url:
        warnings.append(loss("url_respelled", client=client, part="a % that escapes nothing"))
    return safe
