"""Markdown that anybody may have written → HTML that does no harm.

CommonMark with tables, by markdown-it; whatever comes out, HTML in the text included, goes through nh3, which lets
through a short list of elements without ids, styles and scripts. An image becomes a link: a page of ours asks other
hosts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import Any

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from pygments.token import STANDARD_TYPES

from playground.web.highlight import highlight

TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "kbd", "samp", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "em", "strong", "b", "i", "s", "del", "sub", "sup", "a", "span"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}, "td": {"colspan", "rowspan"}}
#: Of Pygments; no class by which a text could look like a part of the page.
CLASSES = {"span": {name for name in STANDARD_TYPES.values() if name}, "pre": {"hl", "code-block"}}
SCHEMES = {"http", "https", "mailto"}

_HEADING = re.compile(r"(</?h)([1-6])(?=[\s/>])", re.IGNORECASE)

#: Characters with which Markdown or HTML begins something. A text without them, in one line, is a paragraph.
_MARKS = re.compile(r"[\\`*_\[\]<>#|~&\n]|^\s|^[-+]|^\d+[.)]")


class _Renderer(RendererHTML):
    """Images as links, code in colours, headings below those of the page."""

    def image(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        source = str(token.attrGet("src") or "")
        label = self.renderInlineAsText(token.children or [], options, env) or source
        return f'<a href="{escape(source)}">{escape(label)}</a>'

    def fence(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        return _code(token.content, token.info.strip().partition(" ")[0])

    def code_block(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return _code(tokens[index].content, "")

    def html_block(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return _lowered(tokens[index].content, env["below"])

    def html_inline(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
        return _lowered(tokens[index].content, env["below"])


def _code(content: str, syntax: str) -> str:
    return f'<pre class="hl code-block"><code>{highlight(content.rstrip(), syntax).rstrip()}</code></pre>\n'


def _lowered(html: str, below: int) -> str:
    return _HEADING.sub(lambda match: f"{match[1]}{min(int(match[2]) + below, 6)}", html)


_READER = MarkdownIt("commonmark", {"html": True}, renderer_cls=_Renderer).enable(["table", "strikethrough"])


@lru_cache(maxsize=4096)
def render(source: str, below: int = 2) -> SafeString:
    """HTML of a Markdown text; its headings stand ``below`` levels lower than written (``#`` is ``<h3>`` with 2)."""
    if not _MARKS.search(source):
        return mark_safe(f"<p>{escape(source)}</p>") if source else mark_safe("")
    env = {"below": below}
    tokens = _READER.parse(source, env)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + below, 6)}"
    return mark_safe(clean(_READER.renderer.render(tokens, _READER.options, env)))


def clean(html: str) -> str:
    """The HTML without anything that is not on the list."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )


def plain(source: str, limit: int = 300) -> str:
    """The text of Markdown without its marks, in one line, for descriptions of pages."""
    stripped = nh3.clean(render(source), tags=set())
    words = " ".join(unescape(stripped).split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"
