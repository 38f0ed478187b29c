"""The percent sign of an address that escapes nothing: what strict URL parsers refuse (RFC 3986 §2.1)."""

from __future__ import annotations

import re

_BARE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def has_bare(text: str) -> bool:
    return "%" in text and _BARE.search(text) is not None


def escape_bare(text: str) -> str:
    """The nearest address that every parser takes: ``%`` as ``%25``."""
    return _BARE.sub("%25", text) if "%" in text else text
