"""Scripts of a page."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from playground.web.storage import paths_of

register = template.Library()


@register.simple_tag
def scripts(*names: str) -> SafeString:
    """The modules ``static/js/<name>.js``, and what packages bring: see ``web.storage``.

    One file holds them all, where static files were collected.
    """
    paths = paths_of("js", names)
    return format_html_join("", '<script src="{}" type="module"></script>', ((static(path),) for path in paths))
