"""Frozen dataclasses ↔ plain JSON values, by their type annotations; fields at their default are left out."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from playground.core.errors import InvalidSaved
from playground.core.openapi.texts import Text

Record = TypeVar("Record")


def to_plain(value: Any) -> Any:
    """Objects, arrays and scalars that ``json.dumps`` takes. What is not a dataclass or tuple is passed as it is."""
    if isinstance(value, Text):
        return dict(value.texts)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if not is_dataclass(value):
        return value
    plain = {}
    for item in fields(value):
        content = getattr(value, item.name)
        if content != _default(item):
            plain[item.name] = to_plain(content)
    return plain


def _default(item: Field[Any]) -> Any:
    if item.default_factory is not MISSING:
        return item.default_factory()
    return item.default


def from_plain(kind: type[Record], plain: Any) -> Record:
    """The reverse of :func:`to_plain`.

    Raises ``InvalidSaved``.
    """
    try:
        record: Record = _value(kind, plain)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise InvalidSaved(f"What is stored is not of the kind {kind.__name__}: {error}") from None
    return record


def _value(kind: Any, plain: Any) -> Any:
    if kind is Text:
        return Text(tuple(plain.items()))
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(_value(inner, item) for item in plain)
    if get_origin(kind) in (Union, types.UnionType):
        inner = next((part for part in get_args(kind) if is_dataclass(part)), Any)
        return None if plain is None else _value(inner, plain)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        known: Mapping[str, Any] = plain
        return kind(**{name: _value(hints[name], content) for name, content in known.items() if name in hints})
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
