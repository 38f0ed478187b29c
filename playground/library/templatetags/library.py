"""What the templates of saved requests ask for."""

from __future__ import annotations

from django import template

from playground.core.exporters.base import Exporter
from playground.core.exporters.registry import EXPORTERS

register = template.Library()


@register.simple_tag
def exporters() -> tuple[Exporter, ...]:
    """The formats that a collection is exported in."""
    return EXPORTERS
