"""Quoting: text and bytes as literals of a language. One file for each language; here is what they have in common.

Every escaper is made of two steps, for speed: plain replacements for what is common, and one pass of a regular
expression for what is rare, which is run only where something is not printable.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from playground.core.snippets.base import Text, Variable, is_latin_1

Escape = Callable[[str], str]


@lru_cache(maxsize=4)
def _long_is_printable(text: str) -> bool:
    return text.replace("\n", "").isprintable()


def is_printable(text: str) -> bool:
    """Whether a text has nothing but what ``str.isprintable`` allows, and line feeds.

    A body is asked about by every language; the answer is kept for as long as it is likely to be asked again.
    """
    return _long_is_printable(text) if len(text) > 200 else text.replace("\n", "").isprintable()


def escaper(common: dict[str, str], rare: str, escape_rare: Callable[[str], str], kept: str = "") -> Escape:
    """A function that escapes the characters of ``common``, in that order, and whatever the pattern ``rare`` finds.

    ``rare`` must be limited to characters that ``str.isprintable`` calls unprintable (controls, separators other than
    the space, unassigned, private use, lone surrogates): it is not looked for in other texts. ``escape_rare`` is given
    the one character. A backslash that is doubled belongs first in ``common``. ``kept`` is an unprintable character
    that stays and is not looked at, such as the line feed of a literal of several lines.
    """
    replacements = tuple(common.items())
    pattern = re.compile(rare)
    starts = {old[0] for old in common}
    # One class of characters, and not two by turns, which the engine would try one after the other at every place.
    nothing = "".join(re.escape(chr(code)) for code in range(0x20, 0x7F) if chr(code) not in starts)
    something = re.compile(f"[^{nothing}]")
    line_feeds_are_known = "\n" in common or kept == "\n"

    def escape(text: str) -> str:
        if something.search(text) is None:
            return text
        plain = line_feeds_are_known and is_printable(text)
        for old, new in replacements:
            text = text.replace(old, new)
        if plain or (text.replace(kept, "") if kept else text).isprintable():
            return text
        return pattern.sub(lambda match: escape_rare(match[0]), text)

    return escape


@dataclass(frozen=True)
class Dialect:
    """How a language writes a text with look-ups in it: ``"Bearer " + env("KEY")``.

    quote
        A text as a literal.
    look_up
        An environment variable as an expression; given the identifier.
    joiner
        Between the pieces.
    start
        Put before a look-up that comes first where the language needs a string there (JavaScript's ``"" +``).
    """

    quote: Callable[[str], str]
    look_up: Callable[[str], str]
    joiner: str = " + "
    start: str = ""

    def __call__(self, text: Text) -> str:
        first = text[0]
        if len(text) == 1 and isinstance(first, str):
            return self.quote(first)
        return self.join([self.piece(piece) for piece in text], first)

    def join(self, pieces: list[str], first: str | Variable) -> str:
        """Pieces, written already, as one expression; ``first`` is what the first was made of."""
        lead = self.start if isinstance(first, Variable) else ""
        return lead + self.joiner.join(pieces)

    def piece(self, piece: str | Variable) -> str:
        """One piece as an expression."""
        return self.quote(piece) if isinstance(piece, str) else self.look_up(piece.identifier)


@dataclass(frozen=True)
class FieldDialect:
    """How a language whose texts are bytes writes a field value: in Latin-1 where the whole of it fits, and in UTF-8
    otherwise (RFC 9110 §5.5, obs-text). Pieces around a variable are of one encoding.
    """

    utf_8: Callable[[Text], str]
    latin_1: Callable[[Text], str]

    def __call__(self, value: Text) -> str:
        return self.latin_1(value) if is_latin_1(value) else self.utf_8(value)
