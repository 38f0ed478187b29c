"""Expressions that every Python reads alike."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import playground.core


def _patterns() -> Iterator[tuple[str, str]]:
    for module in pkgutil.walk_packages(playground.core.__path__, "playground.core."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value.pattern


def _items(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Every operation of an expression with what it holds, from outside to inside."""
    for operation, held in parsed:
        yield operation, held
        for part in held if isinstance(held, list | tuple) else [held]:
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, _parser.SubPattern):
                    yield from _items(inner)


def _is_half_taken(pattern: str) -> bool:
    """Whether alternatives stand in a possessive group: before Python 3.11.5 half of one is kept (cpython 106052)."""
    found = _items(_parser.parse(pattern))
    bodies = (held[2] for operation, held in found if operation is _constants.POSSESSIVE_REPEAT)
    return any(operation is _constants.BRANCH for body in bodies for operation, _ in _items(body))


def test_no_possessive_group_holds_alternatives() -> None:
    assert _is_half_taken(r"x(?:a|(?:bc|d)*+)*e") and not _is_half_taken(r"(?>(?:ab|c)*)[^d]*+(?:\\.[^e]*+)*+")
    patterns = dict(_patterns())
    assert len(patterns) > 100
    assert [name for name, pattern in patterns.items() if _is_half_taken(pattern)] == []
