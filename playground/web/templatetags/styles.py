"""Style sheets of a page."""

from __future__ import annotations

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from playground.web.storage import bundle_name, is_bundled

register = template.Library()


@register.simple_tag
def styles(*names: str) -> SafeString:
    """Links to ``static/css/<name>.css``: to one file that holds them all, where static files were collected."""
    bundle = bundle_name(names)
    paths = [bundle] if is_bundled(bundle) else [f"css/{name}.css" for name in names]
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(path),) for path in paths))
