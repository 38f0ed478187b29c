"""JSON Pointer (RFC 6901): a place in a JSON value, as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from playground.core.errors import InvalidInput

#: More reference tokens than this name no place that this program would open.
MAX_TOKENS = 400


def parse(pointer: str) -> tuple[str, ...]:
    """The reference tokens of a pointer, unescaped; ``""`` is the whole value and has none (RFC 6901 §3, §4)."""
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise InvalidInput(
            "“%(place)s” is not a JSON Pointer: it must start with a slash.", pointer=pointer[:80], place=pointer[:80]
        )
    tokens = pointer.split("/", MAX_TOKENS + 1)[1:]
    if len(tokens) > MAX_TOKENS:
        raise InvalidInput("A JSON Pointer of more than %(limit)s steps.", limit=str(MAX_TOKENS))
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)


def escape(token: str | int) -> str:
    """One reference token as it is written in a pointer."""
    return str(token).replace("~", "~0").replace("/", "~1")


def build(tokens: Iterable[str | int]) -> str:
    """The pointer of these reference tokens."""
    return "".join("/" + escape(token) for token in tokens)


def child(pointer: str, token: str | int) -> str:
    """The pointer one step below ``pointer``."""
    return f"{pointer}/{escape(token)}"


def parent(pointer: str) -> tuple[str, str]:
    """``(pointer of the container, last token)`` of a pointer that is not the whole value."""
    head, _, tail = pointer.rpartition("/")
    return head, tail.replace("~1", "/").replace("~0", "~")


def array_index(step: str, length: int) -> int | None:
    """The index that a reference token names in an array of ``length`` items; None where it names none (RFC 6901 §4).

    ``-`` is the place after the last item, which is ``length``.
    """
    if step == "-":
        return length
    if not step.isascii() or not step.isdigit() or len(step) > 9 or (step[0] == "0" and step != "0"):
        return None
    return int(step)


#: What a JSONPath writes after a dot; any other name stands in brackets (RFC 9535 §2.5.1.1).
_DOTTED = re.compile(r"[A-Za-z_\x80-\U0010ffff][0-9A-Za-z_\x80-\U0010ffff]*\Z")


def json_path(pointer: str, value: Any) -> str:
    """A place in a value as people write it, a JSONPath (RFC 9535): ``$.choices[0].message['x-y']``."""
    steps = []
    for token in parse(pointer):
        is_array = isinstance(value, list)
        steps.append(f"[{token}]" if is_array else _named_step(token))
        index = array_index(token, len(value)) if is_array else None
        if is_array:
            value = value[index] if index is not None and index < len(value) else None
        else:
            value = value.get(token) if isinstance(value, dict) else None
    return "$" + "".join(steps)


def _named_step(name: str) -> str:
    if _DOTTED.match(name):
        return f".{name}"
    quoted = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{quoted}']"


def look_up(value: Any, pointer: str, default: Any = None) -> Any:
    """The value at a place, ``default`` where there is none."""
    for token in parse(pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and (index := array_index(token, len(value))) is not None and index < len(value):
            value = value[index]
        else:
            return default
    return value
