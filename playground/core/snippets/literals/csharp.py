"""C#'s literals (C# language specification §6.4.5.6), in the forms that every version since 6 reads."""

from __future__ import annotations

from base64 import b64encode

from playground.core.snippets.literals import Dialect, escaper, is_printable
from playground.core.snippets.literals.hidden import ONE_HIDDEN, lines


def _unicode(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text on one line: verbatim where that spares backslashes."""
    if "\\" in text and '"' not in text and text.isprintable():
        return f'@"{text}"'
    return f'"{_escape(text)}"'


_INDENTATION = " " * 12


def block(text: str) -> str:
    """A text of several lines as a verbatim string where that is exact and readable, in strings otherwise."""
    if "\n" not in text:
        return string(text)
    if is_printable(text):
        doubled = text.replace('"', '""')
        return f'@"{doubled}"'
    cut = lines(text)
    if len(cut) > 100:
        return f'"{_escape(text)}"'
    return f"\n{_INDENTATION}+ ".join([f'"{_escape(line)}"' for line in cut])


def base64(content: bytes) -> str:
    return f'Convert.FromBase64String("{b64encode(content).decode("ascii")}")'


def look_up(identifier: str) -> str:
    return f'Environment.GetEnvironmentVariable("{identifier}")'


text = Dialect(string, look_up)
block_text = Dialect(block, look_up)
