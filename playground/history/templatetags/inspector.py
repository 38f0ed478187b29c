"""What the templates of the inspector ask for."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from playground.history import measures
from playground.history.inspection import Inspection
from playground.history.models import Run

register = template.Library()


@register.simple_tag
def inspect(run: Run) -> Inspection:
    """A run that is over, seen."""
    return Inspection(run)


@register.filter
def duration(milliseconds: float | None) -> str:
    return measures.duration(milliseconds)


@register.filter
def size(count: int | None) -> str:
    return measures.size(count)


@register.filter
def moment(when: datetime) -> SafeString:
    """A time of day as a ``<time>`` element."""
    local = timezone.localtime(when)
    return format_html('<time datetime="{}">{}</time>', when.isoformat(), formats.time_format(local, "H:i:s"))


@register.filter
def day(when: datetime) -> str:
    """Today, yesterday, or the date."""
    local = timezone.localtime(when).date()
    days = (timezone.localdate() - local).days
    if days == 0:
        return _("Today")
    return _("Yesterday") if days == 1 else formats.date_format(local, "DATE_FORMAT")


@register.filter
def media_name(media_type: str) -> str:
    """A media type without its parameters."""
    return media_type.partition(";")[0].strip()
