"""Header fields: ordered, case-insensitive, repeatable (RFC 9110 §5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from playground.core.errors import InvalidField

#: RFC 9110 §5.6.2.
TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+\Z")
#: RFC 9110 §5.5: no control character but HTAB; obs-text is allowed and sent as Latin-1 where it fits.
_FORBIDDEN_IN_VALUE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
#: Half of a surrogate pair, which JSON can say and UTF-8 cannot carry (RFC 8259 §8.2).
SURROGATE = re.compile(r"[\ud800-\udfff]")


class Fields:
    """A sequence of (name, value) that keeps order, spelling and repeats, and is looked up without regard to case."""

    __slots__ = ("_items",)

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        self._items: tuple[tuple[str, str], ...] = tuple((name, value) for name, value in items)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fields) and self._items == other._items

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        return f"Fields({list(self._items)!r})"

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and any(key.lower() == name.lower() for key, _ in self._items)

    def get(self, name: str, default: str = "") -> str:
        """The first value of that name."""
        wanted = name.lower()
        return next((value for key, value in self._items if key.lower() == wanted), default)

    def get_all(self, name: str) -> tuple[str, ...]:
        """Every value of that name, in order."""
        wanted = name.lower()
        return tuple(value for key, value in self._items if key.lower() == wanted)

    def without(self, *names: str) -> Fields:
        """The fields but those of the names, whatever their case."""
        dropped = {name.lower() for name in names}
        return Fields(item for item in self._items if item[0].lower() not in dropped)


def check_name(name: str) -> str:
    """The name itself, if it is a token (RFC 9110 §5.1).

    Raises ``InvalidField``.
    """
    if not TOKEN.match(name):
        raise InvalidField(
            "“%(name)s” cannot be the name of a header." if name else "A header has no name.",
            hint="Use letters, digits and hyphens, without spaces or a colon.",
            name=name,
        )
    return name


def check_value(name: str, value: str) -> str:
    """The value without white space at its ends, if it fits on one line (RFC 9110 §5.5).

    Raises ``InvalidField``.
    """
    if _FORBIDDEN_IN_VALUE.search(value):
        raise InvalidField(
            "The value of the header %(name)s holds a line break or another control character.",
            hint="Write it on one line; a header cannot hold control characters.",
            name=name,
        )
    if not value.isascii() and SURROGATE.search(value):
        raise InvalidField(
            "The value of the header %(name)s holds half of a character.",
            hint="Remove the broken character.",
            name=name,
        )
    return value.strip(" \t")


def encode_value(value: str) -> bytes:
    """Bytes of a field value: Latin-1 where it fits, UTF-8 otherwise (RFC 9110 §5.5, obs-text)."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode("utf-8")
