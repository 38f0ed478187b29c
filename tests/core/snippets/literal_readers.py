"""Readers of Swift's and Dart's string literals, written from the languages' specifications.

They read what a compiler would read, and nothing of our own writers is used here.
"""

from __future__ import annotations

import re

_SWIFT_ESCAPES = {"0": "\0", "\\": "\\", "t": "\t", "n": "\n", "r": "\r", '"': '"', "'": "'"}
_DART_ESCAPES = {"n": "\n", "r": "\r", "f": "\f", "b": "\b", "t": "\t", "v": "\v"}


def read_swift(source: str) -> str:
    """The value of literals joined by ``+`` (The Swift Programming Language, "String Literals").

    Raises ``ValueError`` for what is not one.
    """
    values: list[str] = []
    position = 0
    while True:
        value, position = _swift_literal(source, position)
        values.append(value)
        if position == len(source):
            return "".join(values)
        joint = re.compile(r"\s*\+\s*").match(source, position)
        if joint is None:
            raise ValueError(f"{source[position:]!r} after a literal")
        position = joint.end()


def _swift_literal(source: str, start: int) -> tuple[str, int]:
    opening = re.compile(r'(#*)("""|")').match(source, start)
    if opening is None:
        raise ValueError("no literal")
    fence, quotes = opening.groups()
    closing = quotes + fence
    escape = "\\" + fence
    value: list[str] = []
    position = opening.end()
    while not source.startswith(closing, position):
        if position >= len(source):
            raise ValueError("not closed")
        if source.startswith(escape, position):
            text, position = _swift_escape(source, position + len(escape))
            value.append(text)
            continue
        character = source[position]
        if quotes == '"' and character in "\r\n":
            raise ValueError("a line end in a literal of one line")
        if character in "\0\r":
            raise ValueError("a character that the source must not have")
        value.append(character)
        position += 1
    text = "".join(value)
    return (_swift_lines(text) if quotes == '"""' else text), position + len(closing)


def _swift_escape(source: str, position: int) -> tuple[str, int]:
    if source.startswith("u{", position):
        end = source.index("}", position)
        digits = source[position + 2 : end]
        if not re.fullmatch("[0-9A-Fa-f]{1,8}", digits):
            raise ValueError("not one to eight digits")
        return chr(int(digits, 16)), end + 1
    return _SWIFT_ESCAPES[source[position]], position + 1


def _swift_lines(text: str) -> str:
    """Without the first and the last line end, and without the indentation of the closing quotes."""
    if not text.startswith("\n"):
        raise ValueError("text on the line of the opening quotes")
    *lines, indentation = text[1:].split("\n")
    if indentation.strip(" \t"):
        raise ValueError("text on the line of the closing quotes")
    for line in lines:
        if line and not line.startswith(indentation):
            raise ValueError("a line that is not indented")
    return "\n".join(line[len(indentation) :] for line in lines)


def read_dart(source: str) -> str:
    """The value of adjacent literals (Dart Programming Language Specification, "Strings").

    Raises ``ValueError`` for what is not one, interpolation included.
    """
    values: list[str] = []
    position = 0
    while position < len(source):
        value, position = _dart_literal(source, position)
        values.append(value)
        position = re.compile(r"\s*").match(source, position).end()  # type: ignore[union-attr]
    return "".join(values)


def _dart_literal(source: str, start: int) -> tuple[str, int]:
    opening = re.compile(r"""(r?)('''|\"\"\"|'|")""").match(source, start)
    if opening is None:
        raise ValueError("no literal")
    raw, quotes = opening.groups()
    value: list[str] = []
    position = opening.end()
    if len(quotes) == 3:
        # A first line of white space alone does not count.
        position = re.compile(r"[ \t]*\n|").match(source, position).end()  # type: ignore[union-attr]
    while not source.startswith(quotes, position):
        if position >= len(source):
            raise ValueError("not closed")
        character = source[position]
        if not raw and character == "\\":
            text, position = _dart_escape(source, position + 1)
            value.append(text)
            continue
        if not raw and character == "$":
            raise ValueError("interpolation")
        if character == "\r" or (character == "\n" and len(quotes) == 1):
            raise ValueError("a line end that does not stand for itself")
        value.append(character)
        position += 1
    return "".join(value), position + len(quotes)


def _dart_escape(source: str, position: int) -> tuple[str, int]:
    found = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}").match(source, position)
    if found is not None:
        return chr(int(next(filter(None, found.groups())), 16)), found.end()
    character = source[position]
    if character in "xu":
        raise ValueError("a broken escape")
    return _DART_ESCAPES.get(character, character), position + 1
