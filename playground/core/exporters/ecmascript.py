"""Expressions and schemas as JavaScript reads them: the same meaning, or none.

Our expressions are those of Python's ``regex``, those of JavaScript stand in ECMA-262 §22.2.1 (flag ``u``). Where the
two differ the writing is changed; what JavaScript has no word for is refused rather than written nearly.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any


class NotExpressible(Exception):
    """What a format of others has no word for."""


# Text


def literal(value: Any) -> str:
    """A value of JSON as a literal of JavaScript (ECMA-262 §12.9), in one line."""
    text = json.dumps(value, ensure_ascii=False)
    # A half of a character cannot be written in UTF-8, and older engines end a line at U+2028 and U+2029.
    return re.sub("[\u007f\u2028\u2029\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


# Expressions

_WORD = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}"
#: Escapes of a class of characters, as members of a class.
_MEMBERS = {"d": r"\p{Nd}", "w": _WORD, "s": r"\p{White_Space}"}
_BOUNDARY = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_ESCAPES = (
    {name: f"[{members}]" for name, members in _MEMBERS.items()}
    | {name.upper(): f"[^{members}]" for name, members in _MEMBERS.items()}
    | {"b": _BOUNDARY, "B": f"(?!{_BOUNDARY})"}
)
_CONTROL = "nrtf"
_SYNTAX = "^$\\.*+?()[]{}|/"
_TOKENS = re.compile(
    r"""
      (?P<class>\[\^?\]?(?:[^\]\\]|\\.)*\])
    | (?P<escape>\\.)
    | (?P<open>\((?:\?(?::|=|!|<=|<!|P?<\w+>))?)
    | (?P<count>[*+?]|\{(?:\d+(?:,\d*)?|,\d+)\})
    | (?P<plain>[^\\\[\](){}*+?])
    | (?P<close>\))
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_REPEATABLE = {"^", "$", "\\b", "\\B", "|"}


def expression(pattern: str) -> tuple[str, str]:
    """Source and flags of the expression that finds the same in JavaScript. Raises ``NotExpressible``."""
    flags = "iu" if pattern.startswith("(?i)") else "u"
    return "".join(_translated(pattern.removeprefix("(?i)"))), flags


def _translated(pattern: str) -> Iterator[str]:
    """Token by token; ``last`` says what a count would repeat: ``""`` where it has nothing of that kind."""
    at, last, opened = 0, "", list[str]()
    while at < len(pattern):
        found = _TOKENS.match(pattern, at)
        if found is None:
            raise _refused(pattern)
        kind, token, at = str(found.lastgroup), found[0], found.end()
        if kind == "count":
            if not last:
                raise _refused(pattern)
            lazy = "?" if pattern.startswith("?", at) else ""
            yield token.replace("{,", "{0,") + lazy
            at, last = at + len(lazy), ""
            continue
        if kind == "open":
            opened.append(token)
            yield re.sub(r"P?<\w+>\Z", ":", token) if token.endswith(">") else token
        else:
            yield _WRITE[kind](token)
        last = _repeatable(kind, token, opened)


def _repeatable(kind: str, token: str, opened: list[str]) -> str:
    if kind == "close":
        closed = opened.pop() if opened else ""
        return "" if closed in {"(?=", "(?!", "(?<=", "(?<!"} else token
    return "" if kind == "open" or token in _NOT_REPEATABLE else token


def _escape(token: str) -> str:
    name = token[1]
    if name in _ESCAPES:
        return _ESCAPES[name]
    return _plain(name) if _is_punctuation(name) else _control(token)


def _control(token: str) -> str:
    if token[1] not in _CONTROL:
        raise _refused(token)
    return token


def _is_punctuation(character: str) -> bool:
    return character.isascii() and not character.isalnum()


def _plain(character: str) -> str:
    return "\\" + character if character in _SYNTAX else character


def _outside(token: str) -> str:
    """A character that stands for itself, but for these."""
    return {".": r"[^\n]", "$": r"(?=\n?$)", "^": "^", "|": "|"}.get(token) or _plain(token)


_MEMBER = re.compile(r"\\.|.", re.DOTALL)


def _class(token: str) -> str:
    negated = token.startswith("[^")
    inner = token[2:-1] if negated else token[1:-1]
    # Sets of POSIX and operations on sets are words of ``regex`` alone.
    if "[" in inner or any(sign * 2 in inner for sign in "-&|~"):
        raise _refused(token)
    members = _MEMBER.findall(inner)
    for index in range(1, len(members) - 1):  # a class is no end of a range
        if members[index] == "-" and {members[index - 1], members[index + 1]} & _SETS:
            raise _refused(token)
    written = [_member(each) for each in members]
    for end in {0, -1} if written else ():
        written[end] = r"\-" if written[end] == "-" else written[end]
    return ("[^" if negated else "[") + "".join(written) + "]"


_SETS = {"\\" + name for name in _MEMBERS}


def _member(token: str) -> str:
    if not token.startswith("\\"):
        return _plain(token)
    name = token[1]
    if name in _MEMBERS:
        return _MEMBERS[name]
    if not _is_punctuation(name):
        return _control(token)
    return "\\" + name if name in _SYNTAX + "-" else name


def _refused(pattern: str) -> NotExpressible:
    return NotExpressible(pattern)


_WRITE: dict[str, Callable[[str], str]] = {"class": _class, "escape": _escape, "plain": _outside, "close": str}


# Schemas

#: Keywords that mean the same in draft 7, which Postman knows, and in 2020-12, by what they hold.
_HOLD_SCHEMA = frozenset({"items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"})
_HOLD_SCHEMAS = frozenset({"allOf", "anyOf", "oneOf"})
_HOLD_NAMED = frozenset({"properties", "$defs", "definitions"})
_HOLD_VALUES = frozenset({"type", "required", "enum", "const", "uniqueItems", "minimum", "maximum", "multipleOf"}) | {
    *("exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength"),
    *("minItems", "maxItems", "minProperties", "maxProperties"),
}
#: What nothing is checked by.
_SAY_NOTHING = frozenset({"$schema", "$comment", "title", "description", "default", "example", "examples"}) | {
    *("format", "deprecated", "readOnly", "writeOnly"),
}


def schema(wanted: Any) -> Any:
    """A schema that means the same by draft 7 (json-schema.org/draft-07). Raises ``NotExpressible``."""
    if isinstance(wanted, bool):
        return {} if wanted else {"not": {}}
    if not isinstance(wanted, Mapping):
        raise NotExpressible("a schema that is none")
    kept = {name: value for name, value in wanted.items() if name not in _SAY_NOTHING and not name.startswith("x-")}
    if "$ref" in kept:
        return _reference(kept)
    return {name: _held(name, value) for name, value in kept.items()}


def _reference(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Draft 7 hears nothing beside a ``$ref``; definitions are only looked up."""
    if not str(kept["$ref"]).startswith("#") or set(kept) - {"$ref", "$defs", "definitions"}:
        raise NotExpressible("$ref")
    return {name: value if name == "$ref" else _held(name, value) for name, value in kept.items()}


def _held(name: str, value: Any) -> Any:
    if name in _HOLD_VALUES:
        return value
    if name in _HOLD_SCHEMA:
        return schema(value)
    if name in _HOLD_SCHEMAS and isinstance(value, list):
        return [schema(each) for each in value]
    if name in _HOLD_NAMED and isinstance(value, Mapping):
        return {key: schema(each) for key, each in value.items()}
    if name == "pattern" and _same_everywhere(value):
        return value
    raise NotExpressible(name)


def _same_everywhere(pattern: Any) -> bool:
    """Whether an expression is read the same by both, with the flag ``u`` or without."""
    return isinstance(pattern, str) and _PLAIN_PATTERN.fullmatch(pattern) is not None


_PLAIN_PATTERN = re.compile(r"\^?[A-Za-z0-9 _:/@-]*(?:\[(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9_])+\][*+]?)?")
