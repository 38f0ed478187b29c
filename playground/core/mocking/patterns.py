"""A text that a regular expression of a schema matches.

JSON Schema means ECMA-262; Python's dialect agrees on what descriptions use. Nothing is run here: whether the text does
match is for the validator to say, which knows how to stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_LONGEST_PATTERN = 500
_LONGEST_TEXT = 5_000
_CLASSES = {op.CATEGORY_DIGIT: "0", op.CATEGORY_WORD: "a", op.CATEGORY_SPACE: " "}
_OTHERS = {op.CATEGORY_NOT_DIGIT: "a", op.CATEGORY_NOT_WORD: "-", op.CATEGORY_NOT_SPACE: "a"}


def matching(pattern: str) -> str | None:
    """A text in which the pattern should be found, None where none was found out."""
    if len(pattern) > _LONGEST_PATTERN:
        return None
    try:
        text = "".join(_texts(parser.parse(pattern)))
    except (re.error, RecursionError, OverflowError, ValueError, KeyError, StopIteration, RuntimeError):
        return None
    return text if len(text) <= _LONGEST_TEXT else None


def _texts(parsed: Any) -> Iterator[str]:
    for code, argument in parsed:
        yield _text(code, argument)


def _text(code: Any, argument: Any) -> str:
    if code is op.LITERAL:
        return chr(argument)
    if code is op.NOT_LITERAL:
        return "a" if argument != ord("a") else "b"
    if code is op.ANY:
        return "a"
    if code is op.IN:
        return _one_of(argument)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = argument
        times: int = min(max(least, min(most, 1)), _LONGEST_TEXT)
        return "".join(_texts(inner)) * times
    if code is op.SUBPATTERN:
        return "".join(_texts(argument[-1]))
    if code is op.ATOMIC_GROUP:
        return "".join(_texts(argument))
    if code is op.BRANCH:
        return "".join(_texts(argument[1][0]))
    return ""  # positions and assertions hold no text


def _one_of(items: list[tuple[Any, Any]]) -> str:
    if items[0][0] is op.NEGATE:
        excluded = re.compile("[" + "".join(map(_source, items[1:])) + "]")
        return str(next(character for character in "a0-_ A.,/:日" if not excluded.match(character)))
    code, argument = items[0]
    if code is op.LITERAL:
        return chr(argument)
    if code is op.RANGE:
        return chr(argument[0])
    return {**_CLASSES, **_OTHERS}[argument]


def _source(item: tuple[Any, Any]) -> str:
    code, argument = item
    if code is op.LITERAL:
        return re.escape(chr(argument))
    if code is op.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return {
        op.CATEGORY_DIGIT: r"\d",
        op.CATEGORY_NOT_DIGIT: r"\D",
        op.CATEGORY_WORD: r"\w",
        op.CATEGORY_NOT_WORD: r"\W",
        op.CATEGORY_SPACE: r"\s",
        op.CATEGORY_NOT_SPACE: r"\S",
    }[argument]
