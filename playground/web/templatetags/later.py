"""``{% later %}…{% endlater %}``: what nobody sees at first."""

from __future__ import annotations

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

from playground.web.later import later

register = template.Library()


class Later(template.Node):
    """A node of its own, since Django does not walk through what a simple block tag holds."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        return later(self.nodelist.render(context))


@register.tag("later")
def later_tag(parser: Parser, token: Token) -> Later:
    """As ``web.later.later``."""
    nodelist = parser.parse(("endlater",))
    parser.delete_first_token()
    return Later(nodelist)
