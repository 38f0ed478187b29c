"""XML with one element on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

#: Longer documents stand as they came.
_LONGEST = 512 * 1024
_DEEPEST = 60
#: What is begun and not ended reaches to the end of the text, so that nobody looks for its end twice. Groups
#: are atomic: a possessive one takes half of a quoted value along in Python before 3.11.5 (cpython issue 106052).
_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)"""
    r"""|<!DOCTYPE(?>(?:"[^"]*+"|'[^']*+'|[^"'\[<>])*)\[.*?(?:\]\s*+>|\Z)"""
    r"""|<[^<>"']*+(?>(?:"[^"]*+"[^<>"']*+|'[^']*+'[^<>"']*+)*)>|[^<]++""",
    re.DOTALL,
)


def accepts(what: Subject) -> bool:
    if what.is_binary:
        return False
    subtype = what.declared.subtype
    return (
        subtype == "xml" or subtype.endswith("+xml") or (what.is_vague and what.text[:100].lstrip().startswith("<?xml"))
    )


def view(what: Subject, start: Position, limit: int) -> View:
    text = what.text
    return text_view("xml", what, start, limit, language="xml", text=pretty(text) if len(text) <= _LONGEST else text)


def pretty(text: str) -> str:
    """The document indented; as it came where it is not made of tags and text.

    An element that holds text beside elements keeps every character of it: white space means something there.
    """
    tokens = _TOKEN.findall(text)
    if sum(map(len, tokens)) != len(text):
        return text
    return "".join(_indented(tokens)).removeprefix("\n")


def _indented(tokens: list[str]) -> Iterator[str]:
    depth = 0
    inline = False  # the last thing written was text, or an opening tag that text may follow
    for index, token in enumerate(tokens):
        if not token.startswith("<"):
            if token.strip() or _between(tokens, index, "open", "close"):
                yield token
                inline = True
            continue
        kind = _kind(token)
        depth -= kind == "close"
        yield token if inline else _line(depth) + token
        depth += kind == "open"
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        closes_at_once = kind == "open" and _kind(following) == "close"
        inline = closes_at_once or (inline and kind == "open" and bool(following.strip()) and following[0] != "<")


def _line(depth: int) -> str:
    return "\n" + "  " * max(0, min(depth, _DEEPEST))


def _between(tokens: list[str], index: int, before: str, after: str) -> bool:
    """Whether the token stands directly between two tags of these kinds."""
    around = (tokens[index - 1 : index], tokens[index + 1 : index + 2])
    return [_kind(token) for side in around for token in side] == [before, after]


def _kind(token: str) -> str:
    if not token.startswith("<"):
        return "text"
    if token.startswith("</"):
        return "close"
    return "other" if token.startswith(("<!", "<?")) or token.endswith("/>") else "open"


VIEWER = Viewer("xml", accepts, view)
