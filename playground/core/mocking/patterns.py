"""Regular expressions of schemas: a text that matches one, and which are too costly to run for a stranger.

JSON Schema means ECMA-262; Python's dialect agrees on what descriptions use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

#: A repeat without a bound, or with one above this, is one that can be slow.
_MANY = 64
_LONGEST_PATTERN = 500
_LONGEST_TEXT = 5_000
_CLASSES = {op.CATEGORY_DIGIT: "0", op.CATEGORY_WORD: "a", op.CATEGORY_SPACE: " "}
_OTHERS = {op.CATEGORY_NOT_DIGIT: "a", op.CATEGORY_NOT_WORD: "-", op.CATEGORY_NOT_SPACE: "a"}


def matching(pattern: str) -> str | None:
    """A text in which the pattern is found, None where none was found out."""
    try:
        text = "".join(_texts(parser.parse(pattern)))
        return text if is_cheap(pattern) and re.search(pattern, text) else None
    except (re.error, RecursionError, OverflowError, ValueError, KeyError):
        return None


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


def is_cheap(pattern: str) -> bool:
    """Whether a pattern takes no more than about quadratic time: no long repeat within another, and few in a row."""
    if len(pattern) > _LONGEST_PATTERN:
        return False
    try:
        depth, count = _repeats(parser.parse(pattern))
    except (re.error, RecursionError, OverflowError):
        return False
    return depth <= 1 and count <= 3


def _repeats(parsed: Any) -> tuple[int, int]:
    """How deep long repeats stand in one another, and how many there are."""
    depth = count = 0
    for code, argument in parsed:
        repeats = code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
        long = repeats and argument[1] > _MANY
        inner_depth = inner_count = 0
        for inner in _inner(code, argument):
            found = _repeats(inner)
            inner_depth, inner_count = max(inner_depth, found[0]), inner_count + found[1]
        # A short repeat of a long one is as bad: (a*){20}.
        nested = 1 if long or (repeats and inner_depth and argument[1] > 1) else 0
        depth, count = max(depth, inner_depth + nested), count + inner_count + long
    return depth, count


def _inner(code: Any, argument: Any) -> list[Any]:
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code is op.SUBPATTERN:
        return [argument[-1]]
    if code is op.BRANCH:
        return list(argument[1])
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    return [argument] if code is op.ATOMIC_GROUP else []


def without_costly_patterns(node: Any) -> Any:
    """The schema without ``pattern`` and ``patternProperties`` that are not cheap."""
    if isinstance(node, list):
        return [without_costly_patterns(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    kept = {key: without_costly_patterns(value) for key, value in node.items()}
    if isinstance(kept.get("pattern"), str) and not is_cheap(kept["pattern"]):
        del kept["pattern"]
    named = kept.get("patternProperties")
    if isinstance(named, dict):
        kept["patternProperties"] = {key: value for key, value in named.items() if is_cheap(key)}
    return kept
