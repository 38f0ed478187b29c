"""Words of the POSIX shell (POSIX.1-2017, Shell Command Language §2.2), the same in sh, bash, zsh and ksh."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Draft, Piece, Text, Variable, is_latin_1

_BARE = re.compile(r"[A-Za-z0-9_@%+=:,./\-]+")
#: What means nothing between double quotes, history expansion ("!") included.
_MEEK = re.compile(r'[^"$`\\!\x00-\x1f\x7f]*')
#: What a terminal would act on when it is pasted; a line feed and a tab are taken as they are.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

#: Bytes that one argument may have: Linux refuses 128 KiB (MAX_ARG_STRLEN).
LONGEST_ARGUMENT = 100_000


def quote(text: str) -> str:
    """A text between single quotes, where nothing has a meaning."""
    return "'" + text.replace("'", "'\\''") + "'"


def bare(text: str) -> str:
    """A text as it is where it needs no quotes."""
    return text if _BARE.fullmatch(text) else quote(text)


def word(text: Text) -> str:
    """One word, with ``"$NAME"`` for each variable."""
    first = text[0]
    if len(text) == 1 and isinstance(first, str):
        return quote(first)
    if all(isinstance(piece, Variable) or _MEEK.fullmatch(piece) for piece in text):
        return '"' + "".join(_inside(text, index) for index in range(len(text))) + '"'
    return "".join(f'"${piece.identifier}"' if isinstance(piece, Variable) else quote(piece) for piece in text)


def _inside(text: Text, index: int) -> str:
    piece = text[index]
    if isinstance(piece, str):
        return piece
    following = text[index + 1] if index + 1 < len(text) else ""
    braces = isinstance(following, str) and re.match(r"[A-Za-z0-9_\[]", following)
    return f"${{{piece.identifier}}}" if braces else f"${piece.identifier}"


def field(name: str, value: Text, separator: str = ": ", *, latin_1: bool = True) -> str:
    """``'Name: value'`` as one word. Latin-1 goes as its bytes, made by printf, unless ``latin_1`` is False."""
    first = value[0]
    start = f"{name}{separator}"
    whole: Text = (start + first, *value[1:]) if isinstance(first, str) else (start, *value)
    if not latin_1 or not is_latin_1(value):
        return word(whole)
    return "".join(map(_latin_1, whole))


def _latin_1(piece: str | Variable) -> str:
    if isinstance(piece, Variable) or piece.isascii():
        return word((piece,))
    return f'"$({printf(piece.encode("latin-1"))})"'


_OCTAL = {code: f"\\{code:03o}" for code in (*range(32), 127)} | {
    10: "\\n",
    13: "\\r",
    9: "\\t",
    37: "%%",
    92: "\\\\",
    39: "'\\''",
}


def printf(content: bytes) -> str:
    """A printf command that prints these bytes; what is not UTF-8 goes in octal."""
    text = content.decode("utf-8", "surrogateescape").translate(_OCTAL)
    text = re.sub(r"[\udc80-\udcff]", lambda match: f"\\{ord(match[0]) - 0xDC00:03o}", text)
    return f"printf {'-- ' if text.startswith('-') else ''}'{text}'"


def fits_argument(draft: Draft) -> bool:
    """The content can be one argument of a command: text without controls, and not too long."""
    text = draft.text
    if text is None:
        return False
    pieces = [piece for piece in text if isinstance(piece, str)]
    return sum(map(_size, pieces)) < LONGEST_ARGUMENT and not any(map(_CONTROL.search, pieces))


def _size(piece: str) -> int:
    return len(piece) if piece.isascii() else len(piece.encode("utf-8"))


def producer(draft: Draft) -> str:
    """A command that prints the content, to be piped into the client."""
    commands = [_print(piece) for piece in draft.body]
    if len(commands) == 1:
        return commands[0]
    return "{\n" + "".join(f"  {command}\n" for command in commands) + "}"


def _print(piece: Piece) -> str:
    if isinstance(piece, Variable):
        return f"printf '%s' \"${piece.identifier}\""
    if isinstance(piece, FileReference):
        return f"cat {file_name(piece.file_name)}"
    if isinstance(piece, bytes) or _CONTROL.search(piece):
        return printf(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    return f"printf '%s' {quote(piece)}"


def file_name(name: str) -> str:
    """The name of a file as a word that no command takes for an option."""
    return bare(f"./{name}" if name.startswith("-") else name)


def command(words: list[str]) -> str:
    """A command of several lines."""
    return " \\\n  ".join(words)


def piped(draft: Draft, client: str) -> str:
    """The client fed by the producer of the content."""
    return f"{producer(draft)} |\n  " + client.replace(" \\\n  ", " \\\n    ")
