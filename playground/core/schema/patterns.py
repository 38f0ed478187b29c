"""Patterns of a description (ECMA-262): tried on a text within a bound, and a string that matches one.

They come from strangers: a pattern may take memory to compile and for ever to try, so both have an end.
"""

from __future__ import annotations

import functools
from typing import Any

import regex

#: Longer patterns are not tried (characters).
MAX_LENGTH = 4_000
#: Repeats are written out when a pattern is compiled; more steps than this are not (``((a{99}){99}){99}``).
MAX_STEPS = 20_000
#: Seconds that one pattern may take on one text.
SECONDS = 0.05


class Unusable(ValueError):
    """Not a pattern, or one that costs too much to compile."""


def is_found(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text. Raises Unusable, and TimeoutError where that cannot be told in time."""
    return compiled(pattern).search(text, timeout=SECONDS, concurrent=True) is not None


@functools.lru_cache(maxsize=500)
def compiled(pattern: str) -> Any:
    """The pattern in Python's terms."""
    if len(pattern) > MAX_LENGTH or _steps(pattern) > MAX_STEPS:
        raise Unusable(pattern[:80])
    try:
        return regex.compile(_ECMA.sub(_translated, pattern), regex.V0)
    except (regex.error, OverflowError, RecursionError, ValueError) as error:
        raise Unusable(pattern[:80]) from error


def _steps(pattern: str) -> int:
    """No less than the steps of a pattern with its repeats written out: those of groups multiply."""
    inside, groups = len(pattern), 1
    for repeat in _COUNTS.finditer(pattern):
        count = max(int(number[:9]) for number in (repeat[2], repeat[3]) if number)
        if repeat[1]:
            groups *= max(count, 1)
        else:
            inside += count
    return inside * groups


_COUNTS = regex.compile(r"(\))?\{(\d+)(?:,(\d*))?\}")

#: What JavaScript's patterns mean otherwise than Python's: digits are ASCII, ``$`` is the very end.
_ECMA = regex.compile(r"\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*+\]|\$")


def _translated(match: Any) -> str:
    found = str(match[0])
    if found == "$":
        return r"\Z"
    if found.startswith("["):
        return found.replace(r"\d", "0-9") if r"\\d" not in found else found
    return {r"\d": "[0-9]", r"\D": "[^0-9]", r"\w": "[A-Za-z0-9_]", r"\W": "[^A-Za-z0-9_]"}.get(found, found)


# --- A string that matches --------------------------------------------------------------------------------------------
# Literals, classes, escapes, groups, alternatives and repeats are understood. What is made is tried on the pattern, so
# a look-around or a back reference only means that there is no sample.

#: For longer patterns no sample is made (characters).
MAX_PATTERN = 300
#: Groups, which may stand inside one another.
MAX_GROUPS = 30
#: Longer samples are not made.
MAX_SAMPLE = 500

_CLASS = regex.compile(r"\[\^?(?:\\[\s\S]|[^\]\\])*+\]")
_REPEAT = regex.compile(r"(?:\{(\d+)(?:,\d*)?\}|([*?])|(\+))[?+]?")
_GROUP = regex.compile(r"\((?:\?(?::|<\w+>|P<\w+>))?")
_SHORT = {"d": "0", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a", "b": "", "B": "", "n": "\n", "t": "\t", "r": "\r"}
#: Tried in turn where a class is asked for: the first that it has is taken.
_CANDIDATES = "a0A_-. :/+@#,;=!" + "bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789"


def sample(pattern: str, least: int = 0) -> str | None:
    """A string of at least ``least`` characters in which the pattern is found; None where none was made."""
    if len(pattern) > MAX_PATTERN or pattern.count("(") > MAX_GROUPS:
        return None
    made = _alternatives(pattern, 0)[0][:MAX_SAMPLE]
    tries = (
        made,
        *(made[:at] + made[at : at + 1] * (least - len(made)) + made[at:] for at in range(min(len(made), 9))),
    )
    return next((text for text in tries if least <= len(text) <= MAX_SAMPLE and _is_found(pattern, text)), None)


def _is_found(pattern: str, text: str) -> bool:
    try:
        return is_found(pattern, text)
    except (Unusable, TimeoutError):
        return False


def _alternatives(pattern: str, at: int) -> tuple[str, int]:
    """The first alternative up to the end of a group or of the pattern, and where that end is."""
    made, at = _sequence(pattern, at)
    while pattern[at : at + 1] == "|":
        other, at = _sequence(pattern, at + 1)
        made = made or other
    return made, at


def _sequence(pattern: str, at: int) -> tuple[str, int]:
    made = ""
    while at < len(pattern) and pattern[at] not in "|)" and len(made) <= MAX_SAMPLE:
        one, at = _atom(pattern, at)
        repeat = _REPEAT.match(pattern, at)
        if repeat:
            at = repeat.end()
            one = one[:MAX_SAMPLE] * (1 if repeat[3] else min(int(repeat[1] or 0), MAX_SAMPLE))
        made += one
    return made, at


def _atom(pattern: str, at: int) -> tuple[str, int]:
    """One step of a pattern without its repeat."""
    char = pattern[at]
    if char == "(" and (group := _GROUP.match(pattern, at)):
        inner, end = _alternatives(pattern, group.end())
        return inner, end + 1
    if char == "[" and (found := _CLASS.match(pattern, at)):
        return next((each for each in _CANDIDATES if _is_found(found[0], each)), ""), found.end()
    if char == "\\":
        escaped = pattern[at + 1 : at + 2]
        return _SHORT.get(escaped, escaped), at + 2
    return {"^": "", "$": "", ".": "a"}.get(char, char), at + 1
