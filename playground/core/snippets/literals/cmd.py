"""Words of Windows' cmd.exe, as they are typed or pasted; and of the C runtime that takes the command line apart.

cmd.exe looks for ``%``, ``^``, quotes and operators; what is left, the program splits at spaces and quotes, where a
backslash counts before a quote alone (Microsoft, "Parsing C++ command-line arguments").
"""

from __future__ import annotations

import re

from playground.core.snippets.base import Text, Variable

#: What has no meaning to cmd.exe between quotes, nor to the C runtime.
_MEEK = re.compile(r'[^"%!\x00-\x1f\x7f]*(?<!\\)\Z')
_SPECIAL = re.compile(r"[^A-Za-z0-9\s_\-:=+~'/.,?;()*`]")

#: Characters that a command line may have.
LONGEST_LINE = 8000


def can_hold(text: str) -> bool:
    """Whether a text can be typed at all: programs are given what is not ASCII in the code page of the machine."""
    return text.isascii() and text.replace("\n", "").isprintable()


def quote(text: str) -> str:
    """A text as one argument."""
    if _MEEK.match(text):
        return f'"{text}"'
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', text)
    escaped = re.sub(r"(\\+)\Z", r"\1\1", escaped)
    escaped = _SPECIAL.sub(lambda match: f"^{match[0]}", escaped)
    # Between percent signs the caret becomes part of a name that no variable has.
    escaped = re.sub(r"%(?=[A-Za-z0-9_])", "%^", escaped)
    return '^"' + escaped.replace("\n", "^\n\n") + '^"'


def word(text: Text) -> str:
    """One argument, with ``%NAME%`` for each variable."""
    if all(isinstance(piece, Variable) or _MEEK.match(piece) for piece in text):
        return '"' + "".join(_piece(piece) for piece in text) + '"'
    return "".join(f'"{_piece(piece)}"' if isinstance(piece, Variable) else quote(piece) for piece in text)


def _piece(piece: str | Variable) -> str:
    return f"%{piece.identifier}%" if isinstance(piece, Variable) else piece
