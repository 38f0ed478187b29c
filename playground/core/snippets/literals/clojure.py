"""Clojure's literals (the Clojure reader). A string may span lines, and nothing is interpolated."""

from __future__ import annotations

from base64 import b64encode

from playground.core.snippets.base import Text, Variable
from playground.core.snippets.literals import escaper
from playground.core.snippets.literals.hidden import ONE_HIDDEN, chunks
from playground.core.snippets.literals.java import CHUNK


def _unicode(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join([f"\\u{units[index]:02x}{units[index + 1]:02x}" for index in range(0, len(units), 2)])


_escape = escaper({"\\": "\\\\", '"': '\\"', "\r": "\\r", "\t": "\\t"}, f"(?!\n){ONE_HIDDEN}", _unicode, kept="\n")


def string(text: str) -> str:
    """A text, its lines as they are; a long one in constants that are joined when the code runs."""
    if len(text) <= CHUNK:
        return f'"{_escape(text)}"'
    return "(str {})".format(" ".join([f'"{_escape(chunk)}"' for chunk in chunks(text, CHUNK)]))


def text(pieces: Text) -> str:
    written = [look_up(piece.identifier) if isinstance(piece, Variable) else string(piece) for piece in pieces]
    return written[0] if len(written) == 1 else f"(str {' '.join(written)})"


def base64(content: bytes) -> str:
    return f"(.decode (java.util.Base64/getDecoder) {string(b64encode(content).decode('ascii'))})"


def look_up(identifier: str) -> str:
    return f'(System/getenv "{identifier}")'
