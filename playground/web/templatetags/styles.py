"""Style sheets of a page."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from playground.web.storage import paths_of

register = template.Library()


@register.simple_tag
def styles(*names: str) -> SafeString:
    """Links to ``static/css/<name>.css``: to one file that holds them all, where static files were collected."""
    paths = paths_of("css", names)
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(path),) for path in paths))
