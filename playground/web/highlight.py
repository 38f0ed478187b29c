"""Colours for code, by Pygments; classes only, so that no style is inline."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pygments
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Text
from pygments.util import ClassNotFound

#: Characters beyond which colours cost more than they help.
LIMIT = 60_000

_COMMENTS = ("c", "c1", "ch", "cm", "cp", "cs")
_WORDS = ("k", "kc", "kd", "kn", "kp", "kr", "kt", "ow")
_TEXTS = ("dl", "s", "s1", "s2", "sa", "sb", "sc", "sd", "se", "sh", "si", "sx")
_NUMBERS = ("il", "m", "mf", "mh", "mi", "mo")
_NAMES = ("fm", "na", "nb", "nc", "nf", "nn", "nt", "py")
#: Pygments' classes that have a colour in static/css/base.css; brackets, spaces and the like have none.
COLOURED = frozenset(_COMMENTS + _WORDS + _TEXTS + _NUMBERS + _NAMES)

_FORMATTER = HtmlFormatter(nowrap=True)


@lru_cache(maxsize=512)
def _drawn(kind: Any) -> Any:
    """The kind of a token as it is drawn: an element for each would be twice as many, and take twice as long."""
    known = next(each for each in reversed(kind.split()) if each in STANDARD_TYPES)
    return kind if STANDARD_TYPES[known] in COLOURED else Text


@lru_cache(maxsize=64)
def _lexer(syntax: str) -> Lexer | None:
    try:
        return get_lexer_by_name(syntax, stripnl=False, ensurenl=False, stripall=False)
    except ClassNotFound:
        return None


def highlight(text: str, syntax: str) -> SafeString:
    """The text as HTML whose text content is the same; plain where the syntax is not known or the text is long."""
    lexer = _lexer(syntax)
    if lexer is None or len(text) > LIMIT:
        return escape(text)
    tokens = ((_drawn(kind), piece) for kind, piece in lexer.get_tokens(text))
    drawn = pygments.format(tokens, _FORMATTER)
    # The formatter ends each line, the last one too.
    return mark_safe(drawn if text.endswith("\n") else drawn.removesuffix("\n"))
