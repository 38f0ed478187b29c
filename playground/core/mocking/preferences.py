"""What the client asks of the mock: the ``Prefer`` header field (RFC 7240), with Prism's names and faults on demand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

_ITEM = re.compile(r"""\s*([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^",;\s]*))?[^,;]*""")

#: Milliseconds.
MAX_DELAY = 60_000
MAX_PACE = 5_000
DEFAULT_PACE = 30


@dataclass(frozen=True, slots=True)
class Preferences:
    """
    code
        Answer with this documented status.
    example
        Answer with the example of this name.
    dynamic
        Answer with what the schema generates, not with an example.
    status
        Fail (or succeed) with this status, documented or not.
    delay
        Milliseconds before the answer starts.
    pace
        Milliseconds between two frames of a stream.
    rate_limit
        Answer 429 with Retry-After of that many seconds.
    cut
        Break the connection within the frame that follows so many frames.
    malformed
        Break the JSON: of the answer, or of one frame of a stream.
    """

    code: int | None = None
    example: str | None = None
    dynamic: bool = False
    status: int | None = None
    delay: int = 0
    pace: int = DEFAULT_PACE
    rate_limit: int | None = None
    cut: int | None = None
    malformed: bool = False
    #: The preferences as they were given, for Preference-Applied.
    applied: tuple[str, ...] = ()


_NUMBERS = {
    "code": (100, 599),
    "status": (100, 599),
    "delay": (0, MAX_DELAY),
    "pace": (0, MAX_PACE),
    "rate_limit": (0, 86_400),
    "cut": (0, 1_000_000),
}
#: What a preference means that was given without a value.
_BARE = {"rate_limit": "3", "cut": "3", "malformed": "true", "dynamic": "true"}


def parse(values: Iterable[str]) -> Preferences:
    """Read every ``Prefer`` field. What is not known, or makes no sense, is ignored (RFC 7240 §2)."""
    found: dict[str, Any] = {}
    applied: list[str] = []
    known = {item.name for item in fields(Preferences)} - {"applied"}
    for name, value in (pair for text in values for pair in _items(text)):
        key = name.lower().replace("-", "_")
        read = _read(key, value) if key in known and key not in found else None
        if read is not None:
            found[key] = read
            applied.append(f"{name.lower()}={value}" if value else name.lower())
    return Preferences(**found, applied=tuple(applied))


def _items(text: str) -> list[tuple[str, str]]:
    """Name and value of each; one after another by comma, and by semicolon as people write it."""
    return [
        (name, re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value)
        for name, value in _ITEM.findall(text)
    ]


def _read(key: str, value: str) -> Any:
    value = value or _BARE.get(key, "")
    if key in ("dynamic", "malformed"):
        return value.lower() in ("true", "1", "yes")
    if key in _NUMBERS:
        least, most = _NUMBERS[key]
        return min(int(value), most) if value.isascii() and value.isdigit() and int(value) >= least else None
    return value or None
