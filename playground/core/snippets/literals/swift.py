"""Swift's literals (The Swift Programming Language, "Lexical Structure", String Literals)."""

from __future__ import annotations

import re

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, indented, lines


def _unicode(character: str) -> str:
    return f"\\u{{{ord(character):X}}}"


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)

#: What ends a string with number signs, or starts an escape in it.
_FENCED = re.compile(r'(?:"{1,3}|\\)(#+)')


def _fence(text: str) -> str:
    """As many number signs as it takes for quotes and backslashes to stand for themselves."""
    return "#" * (1 + max((len(signs) for signs in _FENCED.findall(text)), default=0))


def string(text: str) -> str:
    """A text on one line: with number signs where they spare escapes."""
    # Three quotes in a row would open a literal of several lines.
    if ('"' in text or "\\" in text) and text.isprintable() and not f'{text}"'.startswith('""'):
        fence = _fence(text)
        return f'{fence}"{text}"{fence}'
    return f'"{_escape(text)}"'


def block(text: str, indentation: str = "") -> str:
    """A text of several lines as a multi-line string where that is exact and readable, in strings otherwise."""
    if "\n" not in text:
        return string(text)
    if text.replace("\n", "").isprintable():
        fence = _fence(text) if "\\" in text or '"""' in text or text[-1] == '"' else ""
        return f'{fence}"""\n{indentation}{indented(text, indentation)}\n{indentation}"""{fence}'
    cut = lines(text)
    if len(cut) > 100:
        return f'"{_escape(text)}"'
    return "\n    + ".join([f'"{_escape(line)}"' for line in cut])


def text(pieces: Text) -> str:
    """A text on one line, with interpolation where variables are looked up."""
    first = pieces[0]
    if len(pieces) == 1:
        return look_up(first.identifier) if isinstance(first, Variable) else string(first)
    return '"{}"'.format("".join([_interpolated(piece) for piece in pieces]))


def block_text(pieces: Text) -> str:
    first = pieces[0]
    return block(first) if len(pieces) == 1 and isinstance(first, str) else text(pieces)


def _interpolated(piece: str | Variable) -> str:
    return f"\\({look_up(piece.identifier)})" if isinstance(piece, Variable) else _escape(piece)


def look_up(identifier: str) -> str:
    return f'ProcessInfo.processInfo.environment["{identifier}", default: ""]'
