"""``{% later %}…{% endlater %}``: what nobody sees at first."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from playground.web.later import later

register = template.Library()


@register.simple_block_tag(name="later")
def later_tag(content: str) -> SafeString:
    """As ``web.later.later``. What a template puts into it is escaped already."""
    return later(mark_safe(content))
