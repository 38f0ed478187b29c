"""Literals of C (ISO C11 §6.4.5) and of Objective-C's strings.

Octal escapes, which end after three digits, stand for every byte that is not printable: hexadecimal ones would go on
for as long as hexadecimal digits follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from playground.core.snippets.literals import escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks, lines

#: Bytes of a literal that every compiler must take (ISO C11 §5.2.4.1 says 4095 characters).
CHUNK = 4000

_COMMON = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _octal(character: str) -> str:
    return "".join([f"\\{byte:03o}" for byte in character.encode("utf-8")])


_escape = escaper(_COMMON, ONE_HIDDEN, _octal)


def string(text: str) -> str:
    """A text in UTF-8."""
    return f'"{without_trigraphs(_escape(text))}"'


def without_trigraphs(escaped: str) -> str:
    """No two question marks side by side (ISO C11 §5.2.1.1)."""
    return escaped.replace("??", "?\\?").replace("??", "?\\?") if "??" in escaped else escaped


def binary(content: bytes) -> str:
    """Bytes; what is not printable ASCII is escaped."""
    text = content.decode("latin-1").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{without_trigraphs(_NOT_ASCII.sub(_octal_byte, text))}"'


_NOT_ASCII = re.compile("[^ -~]")


def _octal_byte(match: re.Match[str]) -> str:
    return f"\\{ord(match[0]):03o}"


def latin_1(text: str) -> str:
    """A text in Latin-1."""
    return string(text) if text.isascii() else binary(text.encode("latin-1"))


def by_line(text: str, indentation: str) -> str:
    """A literal for each line; the compiler joins them."""
    if "\n" not in text:
        return string(text)
    return split_lines(text, indentation, '"', string)


def split_lines(text: str, indentation: str, opening: str, quote: Callable[[str], str]) -> str:
    """A literal for each line. Where nothing is hidden, all are made at once."""
    if not is_printable(text):
        return f"\n{indentation}".join([quote(line) for line in lines(text)])
    last = -1 if text[-1] == "\n" else len(text)
    escaped = text[:last].replace("\\", "\\\\").replace('"', '\\"').replace("\n", f'\\n"\n{indentation}{opening}')
    return f'{opening}{without_trigraphs(escaped)}{"" if last > 0 else chr(92) + "n"}"'


def fits(content: str | bytes) -> bool:
    """Whether one literal may hold it."""
    return len(content) * (4 if isinstance(content, str) and not content.isascii() else 1) <= CHUNK


def pieces(text: str) -> list[str]:
    """A long text in literals that every compiler takes, cut at line ends where there are any."""
    found: list[str] = []
    start = 0
    size = CHUNK if text.isascii() else CHUNK // 4
    while len(text) - start > size:
        end = text.rfind("\n", start, start + size) + 1 or start + size
        found.append(text[start:end])
        start = end
    return [*found, text[start:]]


def binary_pieces(content: bytes) -> list[bytes]:
    """Long bytes in literals that every compiler takes."""
    return [piece.encode("latin-1") for piece in chunks(content.decode("latin-1"), CHUNK)]
