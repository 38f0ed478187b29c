"""``{{name}}``: find, look up by scope, resolve. A ``Secret`` never prints itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from playground.core.messages import BinaryBody, RequestSpec

#: A name starts with a letter, ``_`` or ``$``; white space inside the braces does not count.
VARIABLE = re.compile(r"\{\{\s*([^\W\d][\w.\-]*|\$[\w.\-]+)\s*\}\}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that is shown to nobody: neither ``str`` nor ``repr`` holds it."""

    value: str

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__


Value = str | Secret


@dataclass(frozen=True)
class Scopes:
    """Sets of variables from weak to strong; the strongest that knows a name answers."""

    layers: tuple[Mapping[str, Value], ...] = ()

    def get(self, name: str) -> Value | None:
        return next((layer[name] for layer in reversed(self.layers) if name in layer), None)

    def is_secret(self, name: str) -> bool:
        return isinstance(self.get(name), Secret)

    def revealed(self, name: str) -> str | None:
        """The value itself, secret or not; None where there is none."""
        value = self.get(name)
        return value.value if isinstance(value, Secret) else value

    def shown(self, name: str) -> str | None:
        """The value where it may be seen; None where there is none or it is secret."""
        value = self.get(name)
        return value if isinstance(value, str) else None

    def secrets(self) -> frozenset[str]:
        """Every secret value that could be sent, to be masked where an upstream echoes it."""
        return frozenset(
            value.value
            for layer in self.layers
            for value in layer.values()
            if isinstance(value, Secret) and value.value
        )


def substitute(text: str, look_up: Callable[[str], str | None]) -> str:
    """The text with each ``{{name}}`` replaced by what ``look_up`` gives, and left in place where it gives None.

    What was put in is not searched again.
    """
    if "{{" not in text:
        return text
    return VARIABLE.sub(lambda match: _or(look_up(match[1]), match[0]), text)


def _or(value: str | None, default: str) -> str:
    return default if value is None else value


def outside_variables(text: str, encode: Callable[[str], str]) -> str:
    """``encode`` applied to everything but the ``{{names}}``, which stay as they are."""
    if "{{" not in text:
        return encode(text)
    pieces: list[str] = []
    position = 0
    for match in VARIABLE.finditer(text):
        pieces += (encode(text[position : match.start()]), match[0])
        position = match.end()
    pieces.append(encode(text[position:]))
    return "".join(pieces)


def map_text(value: T, change: Callable[[str], str]) -> T:
    """A copy of a value of ``core.messages`` in which every text went through ``change``."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(map_text(item, change) for item in value)  # type: ignore[return-value]
    if isinstance(value, BinaryBody):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        changes: dict[str, Any] = {}
        for item in fields(value):
            old = getattr(value, item.name)
            new = map_text(old, change)
            if new is not old and new != old:
                changes[item.name] = new
        return replace(value, **changes) if changes else value
    return value


def texts(value: object) -> Iterator[str]:
    """Every text of an enabled row inside a value of ``core.messages``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, BinaryBody):
        return
    elif is_dataclass(value) and not isinstance(value, type) and getattr(value, "enabled", True):
        for item in fields(value):
            yield from texts(getattr(value, item.name))


def names(spec: RequestSpec) -> tuple[str, ...]:
    """The names that a request uses, each once, in order of appearance."""
    found = (match[1] for text in texts(spec) if "{{" in text for match in VARIABLE.finditer(text))
    return tuple(dict.fromkeys(found))


def missing(spec: RequestSpec, scopes: Scopes) -> tuple[str, ...]:
    """The names that a request uses and that nobody gave a value."""
    return tuple(name for name in names(spec) if scopes.get(name) is None)


def resolve(spec: RequestSpec, scopes: Scopes, *, reveal: bool = False) -> RequestSpec:
    """The request with its variables filled; secret ones only where ``reveal``, unknown ones not at all."""
    if not names(spec):
        return spec
    look_up = scopes.revealed if reveal else scopes.shown
    return map_text(spec, lambda text: substitute(text, look_up))
