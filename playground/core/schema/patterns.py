"""A string that matches a pattern (ECMA-262), for the patterns that descriptions have.

Literals, classes, escapes, groups, alternatives and repeats are understood. What is made is tried on the pattern, so a
look-around or a back reference only means that there is no sample.
"""

from __future__ import annotations

import regex

#: Longer patterns are not read (characters).
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
    made, _ = _alternatives(pattern, 0)
    tries = (
        made,
        *(made[:at] + made[at : at + 1] * (least - len(made)) + made[at:] for at in range(min(len(made), 9))),
    )
    return next((text for text in tries if least <= len(text) <= MAX_SAMPLE and _is_found(pattern, text)), None)


def _is_found(pattern: str, text: str) -> bool:
    try:
        return regex.search(pattern, text, timeout=0.05) is not None
    except (regex.error, TimeoutError):
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
            one *= min(int(repeat[1] or 0), MAX_SAMPLE) if not repeat[3] else 1
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
