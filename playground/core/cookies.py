"""Cookies that an answer sets (RFC 6265 §4.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cookie:
    """Name and value as they stand there; ``attributes`` are name and value ("" for a mere word), in order."""

    name: str
    value: str
    attributes: tuple[tuple[str, str], ...] = ()


def cookies(fields: Iterable[tuple[str, str]]) -> tuple[Cookie, ...]:
    """The cookie of every Set-Cookie field, in order; a field without a name is left out."""
    found = (_cookie(value) for name, value in fields if name.lower() == "set-cookie")
    return tuple(cookie for cookie in found if cookie.name)


def _cookie(text: str) -> Cookie:
    pairs = [part.partition("=") for part in text.split(";")]
    (name, _, value), *rest = [(name.strip(), sign, value.strip()) for name, sign, value in pairs]
    return Cookie(name, value, tuple((name, value) for name, _, value in rest if name))
