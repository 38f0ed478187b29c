"""Objective-C's literals: C's strings as ``NSString`` (Clang, "Objective-C Literals")."""

from __future__ import annotations

from base64 import b64encode

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import escaper
from playground.core.snippets.literals.c import split_lines, without_trigraphs
from playground.core.snippets.literals.hidden import HIDDEN

_COMMON = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escaped(character: str) -> str:
    """Octal for ASCII. A universal character name may not stand for less than U+00A0 (ISO C11 §6.4.3)."""
    code = ord(character)
    if code < 0x80:
        return f"\\{code:03o}"
    if code < 0xA0:
        return character
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_escape = escaper(_COMMON, f"[{HIDDEN}]", _escaped)


def string(text: str) -> str:
    return f'@"{without_trigraphs(_escape(text))}"'


def block(text: str, indentation: str = " " * 12) -> str:
    """A literal for each line; the compiler joins them."""
    return split_lines(text, indentation, '@"', string) if "\n" in text else string(text)


def text(pieces: Text) -> str:
    """A text, with a format where variables are looked up."""
    first = pieces[0]
    if len(pieces) == 1:
        return look_up(first.identifier) if isinstance(first, Variable) else block(first)
    pattern = "".join(["%@" if isinstance(piece, Variable) else piece.replace("%", "%%") for piece in pieces])
    values = ", ".join([look_up(piece.identifier) for piece in pieces if isinstance(piece, Variable)])
    return f"[NSString stringWithFormat:{block(pattern)}, {values}]"


def look_up(identifier: str) -> str:
    return f'[NSProcessInfo.processInfo.environment objectForKey:@"{identifier}"]'


def data(content: bytes) -> str:
    """Bytes, as an expression that decodes them."""
    encoded = b64encode(content).decode("ascii")
    return f'[[NSData alloc] initWithBase64EncodedString:@"{encoded}" options:0]'
