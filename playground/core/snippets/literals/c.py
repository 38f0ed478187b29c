"""Literals of C (ISO C11 §6.4.5) and of Objective-C's strings.

Octal escapes, which end after three digits, stand for every byte that is not printable: hexadecimal ones would go on
for as long as hexadecimal digits follow.
"""

from __future__ import annotations

import re

from playground.core.snippets.literals import escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks, lines

#: What a compiler must take in one literal (ISO C11 §5.2.4.1), less than 4095 bytes whatever the characters are.
CHUNK = 1000

_COMMON = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "??": "?\\?"}


def _octal(character: str) -> str:
    return "".join([f"\\{byte:03o}" for byte in character.encode("utf-8")])


_escape = escaper(_COMMON, ONE_HIDDEN, _octal)
_escape_bytes = escaper(_COMMON, "[^ -~]", lambda character: f"\\{ord(character):03o}")


def string(text: str) -> str:
    """A text in UTF-8."""
    return f'"{_escape(text)}"'


def binary(content: bytes) -> str:
    text = content.decode("latin-1")
    return f'"{_escape_bytes(text)}"' if text.isascii() else f'"{_HIGH.sub(_octal_byte, _escape_bytes(text))}"'


_HIGH = re.compile("[\\x80-\\xff]")


def _octal_byte(match: re.Match[str]) -> str:
    return f"\\{ord(match[0]):03o}"


def value(text: str) -> str:
    """A piece of a header line as it leaves: Latin-1 where it fits, UTF-8 otherwise."""
    return string(text) if text.isascii() or max(text) > "\xff" else binary(text.encode("latin-1"))


def by_line(text: str, indentation: str) -> str:
    """A literal for each line; the compiler joins them."""
    return f"\n{indentation}".join([string(line) for line in lines(text)])


def pieces(text: str) -> list[str]:
    """A long text in literals that every compiler takes, cut at line ends where there are any."""
    found: list[str] = []
    start = 0
    while len(text) - start > CHUNK:
        end = text.rfind("\n", start, start + CHUNK) + 1 or start + CHUNK
        found.append(text[start:end])
        start = end
    return [*found, text[start:]]


def binary_pieces(content: bytes) -> list[bytes]:
    return [piece.encode("latin-1") for piece in chunks(content.decode("latin-1"), CHUNK)]
