"""JSON that is the same JSON after a language has read and written it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

#: Integers that JavaScript holds exactly.
_SAFE = 2**53


class _Inexact(ValueError):
    """JSON that a language would read as something else."""


def exact_json(text: str) -> Any:
    """What a JSON text means, or None where a value of Python or JavaScript would be written as other JSON.

    Repeated names, numbers beyond what a double holds, negative zero, and halves of surrogate pairs are such.
    """
    try:
        document = json.loads(
            text, object_pairs_hook=_unique, parse_float=_float, parse_int=_int, parse_constant=_constant
        )
        if "\\u" in text:
            json.dumps(document, ensure_ascii=False).encode("utf-8")
        return document
    except (ValueError, RecursionError):
        return None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs) or any(name == "__proto__" for name, _ in pairs):
        raise _Inexact
    return dict(pairs)


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")) or Decimal(repr(value)) != Decimal(text) or text.startswith("-0.0"):
        raise _Inexact
    return value


def _int(text: str) -> int:
    if text == "-0" or len(text) > 17 or abs(int(text)) > _SAFE:
        raise _Inexact
    return int(text)


def _constant(_: str) -> Any:
    raise _Inexact
