"""Java's literals (The Java Language Specification, Java SE 17, §3.10.5 and §3.10.6)."""

from __future__ import annotations

import re
from base64 import b64encode

from playground.core.snippets.literals import Dialect, escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks, indented, is_plain_block, lines

#: Characters of a constant, so that it has less than 65,535 bytes in the class file (JVMS §4.4.7) whatever they are.
CHUNK = 10_000


def _unicode(character: str) -> str:
    """UTF-16 code units. A line feed or a quote never comes here: such an escape is undone before the lexer (§3.3)."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[index]:02x}{units[index + 1]:02x}" for index in range(0, len(units), 2))


_escape = escaper({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}, ONE_HIDDEN, _unicode)


def string(text: str) -> str:
    """A text on one line; a long one in constants that are joined when the code runs."""
    if len(text) <= CHUNK:
        return f'"{_escape(text)}"'
    joined = ",\n                ".join(f'"{_escape(chunk)}"' for chunk in chunks(text, CHUNK))
    return f'String.join("",\n                {joined})'


_INDENTATION = " " * 16
_FLUSH_LEFT = re.compile(r"^[^ \n]", re.MULTILINE)


def block(text: str) -> str:
    """A text of several lines as a text block where that is exact and readable, in strings otherwise."""
    if "\n" not in text:
        return string(text)
    if not _fits_block(text):
        return _by_line(text)
    body = text.replace("\\", "\\\\").replace('"""', '\\"""')
    if body[-1] == '"':
        body = body[:-1] + '\\"'
    return f'"""\n{_INDENTATION}{indented(body, _INDENTATION)}{_closing(text)}"""'


def _closing(text: str) -> str:
    return _INDENTATION if text[-1] == "\n" else ""


def _fits_block(text: str) -> bool:
    """The indentation that the compiler takes away is ours alone, and the constant is not too long."""
    return (
        is_plain_block(text)
        and (text[-1] == "\n" or _FLUSH_LEFT.search(text) is not None)
        and (len(text) <= CHUNK or len(text.encode("utf-8")) <= 43_000)
    )


def _by_line(text: str) -> str:
    """A string for each line, for what is short enough to be read."""
    if len(text) > CHUNK or text.count("\n") > 100:
        return string(text)
    cut = lines(text)
    return f"\n{_INDENTATION}+ ".join(f'"{_escape(line)}"' for line in cut)


def base64(content: bytes) -> str:
    """Bytes, as an expression that decodes them."""
    return f"Base64.getDecoder().decode({string(b64encode(content).decode('ascii'))})"


def look_up(identifier: str) -> str:
    return f'System.getenv("{identifier}")'


text = Dialect(string, look_up)
block_text = Dialect(block, look_up)
