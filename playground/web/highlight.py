"""Colours for code, by Pygments; classes only, so that no style is inline."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from pygments import highlight as pygments_highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

#: Characters beyond which colours cost more than they help.
LIMIT = 60_000

_FORMATTER = HtmlFormatter(nowrap=True)


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
    return mark_safe(pygments_highlight(text, lexer, _FORMATTER))
