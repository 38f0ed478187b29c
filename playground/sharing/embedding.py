"""What the owner of a share copies into a README or a page: text in which nothing of the request is a command."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from playground.sharing.models import Share

#: Every ASCII punctuation character may be escaped so (CommonMark §2.4).
_MARKED = re.compile(r"[!-/:-@\[-`{-~]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def markdown(text: str, badge_url: str, read_url: str) -> str:
    """A badge that leads to the share. ``text`` stands for a badge that is not shown; the addresses are our own."""
    plain = _MARKED.sub(lambda match: "\\" + match[0], _CONTROL.sub(" ", text))
    return f"[![{plain}]({badge_url})]({read_url})"


def frame(text: str, embed_url: str) -> str:
    """The share as a frame, ``text`` as its title, in HTML."""
    title = _CONTROL.sub(" ", text)
    return str(
        format_html('<iframe src="{}" title="{}" width="100%" height="480" loading="lazy"></iframe>', embed_url, title)
    )


@dataclass(frozen=True, slots=True)
class Embedding:
    """Both, ready to be copied."""

    markdown: str
    frame: str


def embedding(request: HttpRequest, share: Share) -> Embedding:
    def url(name: str) -> str:
        return request.build_absolute_uri(reverse(f"sharing:{name}", args=[share.pk]))

    return Embedding(
        markdown(share.method, url("share_badge"), url("share_read")), frame(share.method, url("share_embed"))
    )
