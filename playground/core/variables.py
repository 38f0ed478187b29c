"""``{{name}}``: find, look up by scope, resolve. A ``Secret`` never prints itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from typing import Any, TypeVar
from uuid import UUID

from playground.core.messages import BinaryBody, RequestSpec

#: A name starts with a letter or ``_``.
NAME = r"[^\W\d][\w.\-]*"
#: ``{{name}}``, or ``{{$name argument}}`` for what is made on sending, whose argument may hold names in turn. White
#: space inside the braces does not count. (The group is atomic: a possessive one takes half a name along in Python
#: before 3.11.5, cpython issue 106052.)
VARIABLE = re.compile(rf"\{{\{{\s*({NAME}|\$[\w.\-]+(?:[ \t](?>(?:[^{{}}\"\n]|\{{\{{\s*{NAME}\s*\}}\}})*))?)\s*\}}\}}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that is shown to nobody: neither ``str`` nor ``repr`` holds it."""

    value: str

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    @property
    def ends(self) -> str:
        """``sk-…abcd``, so that its owner can tell two apart; nothing of a value that is short."""
        return f"{self.value[:3]}…{self.value[-4:]}" if len(self.value) >= 16 else "••••••"

    @property
    def fingerprint(self) -> str:
        """The first 8 hexadecimal digits of its SHA-256: ``printf %s "$KEY" | sha256sum`` prints the same."""
        return sha256(self.value.encode("utf-8", "surrogatepass")).hexdigest()[:8]


Value = str | Secret


#: What is made anew for each request → what it is.
DYNAMIC: Mapping[str, str] = {
    "uuid": "a random UUID (RFC 9562, version 4)",
    "timestamp": "seconds since 1970",
    "isoTimestamp": "date and time in UTC (RFC 3339)",
    "randomInt": "a random number from 0 to 999, or between two others: $randomInt 1 6",
    "base64": "the base64 of what follows: $base64 user:password",
}
#: Stands for the moment of sending where only the length of what is made counts; seconds since the epoch.
_SOME_MOMENT = 1_700_000_000.0


@dataclass(frozen=True, slots=True)
class Dynamic:
    """What dynamic variables are made of.

    ``seed`` gives the random ones: the same seed, the same values, one for each place of a request, so that a preview
    can show what will be sent. ``now`` is seconds since the epoch; None where the request is not sent yet.
    """

    seed: str = ""
    now: float | None = None


@dataclass(frozen=True)
class Scopes:
    """Sets of variables from weak to strong; the strongest that knows a name answers."""

    layers: tuple[Mapping[str, Value], ...] = ()
    dynamic: Dynamic | None = None

    def get(self, name: str) -> Value | None:
        """The value from the strongest set that has the name; None where none has it."""
        return next((layer[name] for layer in reversed(self.layers) if name in layer), None)

    def is_secret(self, name: str) -> bool:
        """Whether the value that counts is secret."""
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
    """The names that a request uses, each once, in order of appearance: those in arguments too, dynamic ones not."""
    found = (name for expression in _expressions(spec) for name in _names_of(expression))
    return tuple(dict.fromkeys(found))


def uses_dynamic(spec: RequestSpec) -> bool:
    """Whether something in it is made on sending."""
    return any(is_dynamic(expression) for expression in _expressions(spec))


def is_dynamic(expression: str) -> bool:
    """Whether an expression stands for a value that is made on sending."""
    return expression.startswith("$") and _dynamic_name(expression) in DYNAMIC


def _dynamic_name(expression: str) -> str:
    return expression[1:].split(None, 1)[0] if len(expression) > 1 else ""


def _expressions(spec: RequestSpec) -> Iterator[str]:
    return (match[1] for text in texts(spec) if "{{" in text for match in VARIABLE.finditer(text))


def _names_of(expression: str) -> Iterator[str]:
    if is_dynamic(expression):
        yield from (match[1] for match in VARIABLE.finditer(expression))
    else:
        yield expression


def missing(spec: RequestSpec, scopes: Scopes) -> tuple[str, ...]:
    """The names that a request uses and that nobody gave a value."""
    return tuple(name for name in names(spec) if scopes.get(name) is None)


def resolve(spec: RequestSpec, scopes: Scopes, *, reveal: bool = False) -> RequestSpec:
    """The request with its variables filled; secret ones only where ``reveal``, unknown ones not at all."""
    if next(_expressions(spec), None) is None:
        return spec
    look_up = _look_up(scopes, reveal)
    return map_text(spec, lambda text: substitute(text, look_up))


def _look_up(scopes: Scopes, reveal: bool) -> Callable[[str], str | None]:
    """Values by name; every place of a dynamic variable counts, so that no two share a random value."""
    given = scopes.revealed if reveal else scopes.shown
    source = scopes.dynamic
    if source is None:
        return given
    if reveal and source.now is None:
        source = replace(source, now=_SOME_MOMENT)
    places = count()
    return lambda name: make(name, source, next(places), given) if is_dynamic(name) else given(name)


def make(expression: str, source: Dynamic, place: int, look_up: Callable[[str], str | None]) -> str | None:
    """The value of a dynamic variable such as ``$randomInt 1 6``; None where it cannot be known yet.

    ``place`` is its number within the request; ``look_up`` fills the names in its argument.
    """
    argument = substitute(expression.partition(" ")[2].strip(), look_up)
    name = _dynamic_name(expression)
    if name == "base64":
        return None if VARIABLE.search(argument) else b64encode(argument.encode("utf-8", "replace")).decode("ascii")
    if name in {"timestamp", "isoTimestamp"}:
        return None if source.now is None else _moment(name, source.now)
    chance = sha256(f"{source.seed}/{place}".encode("utf-8", "surrogatepass")).digest()
    if name == "uuid":
        return str(UUID(bytes=chance[:16], version=4))
    low, high = _bounds(argument)
    return str(low + int.from_bytes(chance[:16], "big") % (high - low + 1))


def _moment(name: str, now: float) -> str:
    if name == "timestamp":
        return str(int(now))
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _bounds(argument: str) -> tuple[int, int]:
    """The two numbers of ``$randomInt``, in either order; 0 and 999 where they are not numbers."""
    found = re.fullmatch(r"(-?\d{1,18})[\s,]+(-?\d{1,18})", argument)
    if found is None:
        return 0, 999
    low, high = sorted((int(found[1]), int(found[2])))
    return low, high
