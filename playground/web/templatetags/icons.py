"""``{% icon "name" %}``: small line drawings, inline so that they take the colour of the text."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: Paths on a 16 × 16 grid, drawn with a line of 1.5.
PATHS = {
    "logo": "M8 1.5 14.5 8 8 14.5 1.5 8ZM5 8h6M8.5 5.5 11 8l-2.5 2.5",
    "search": "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.5 10.5 14 14",
    "sun": (
        "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1."
        "1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13"
    ),
    "moon": "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
    "history": "M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2v3.5H6M8 5v3l2 1.5",
    "copy": "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
    "download": "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
    "pin": "M5 2.5h6M6 2.5v4.5L3.5 10h9L10 7V2.5M8 10v4",
    "plus": "M8 3v10M3 8h10",
    "minus": "M3 8h10",
    "close": "M4 4l8 8M12 4l-8 8",
    "up": "M8 13V3M4 7l4-4 4 4",
    "down": "M8 3v10M4 9l4 4 4-4",
    "chevron": "M6 4l4 4-4 4",
    "check": "M3 8.5l3.5 3.5L13 4.5",
    "restore": "M3 8a5 5 0 1 0 1.5-3.5L3 6M3 2.5V6h3.5",
    "external": "M9 2.5h4.5V7M13.5 2.5 7 9M11.5 9.5v4h-9v-9h4",
    "share": (
        "M5.8 7 10.2 4.8M5.8 9l4.4 2.2M4 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM12 2a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM12 10"
        "a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z"
    ),
    "link": (
        "M6.5 9.5a3 3 0 0 0 4.3 0l2.3-2.3a3 3 0 0 0-4.3-4.3l-1 1M9.5 6.5a3 3 0 0 0-4.3 0L2.9 8.8a3 3 0 0 0 4.3 4.3l1-1"
    ),
    "send": "M2 8 14 2.5 9.5 14l-2-4.5ZM7.5 9.5 14 2.5",
    "stop": "M4 4h8v8H4Z",
    "trash": "M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.5v4.5M9.3 6.5v4.5",
    "duplicate": "M5.5 5.5h8v8h-8ZM2.5 10.5v-8h8M9.5 7.5v4M7.5 9.5h4",
    "menu": "M2.5 4h11M2.5 8h11M2.5 12h11",
    "warning": "M8 2 14.5 13.5h-13ZM8 6.5v3.5M8 11.8v.2",
    "book": "M3 2.5h6.5a2 2 0 0 1 2 2v9H5a2 2 0 0 1-2-2ZM11.5 4h1.5v9.5h-1.5M5.5 5.5h3.5",
    "layers": "M8 2 14 5.5 8 9 2 5.5ZM2 8.5 8 12l6-3.5M2 11.5 8 15l6-3.5",
    "settings": "M2.5 4.5h6M11.5 4.5h2M10 3v3M2.5 11.5h2M7.5 11.5h6M6 10v3",
    "folder": "M1.8 4.2v8.6h12.4V5.5H8L6.5 3.2H1.8Z",
    "bookmark": "M4 2.5h8v11L8 10.5 4 13.5Z",
    "keyboard": "M1.5 4h13v8h-13ZM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6",
    "person": "M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM2.5 14c.4-3 2.6-4.6 5.5-4.6s5.1 1.6 5.5 4.6",
    "key": "M10.5 2.5a3 3 0 1 1-2.1 5.1L3 13v-2.5M5 11l1.5 1.5M10.6 5.4h.1",
    "globe": (
        "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM1.8 8h12.4M8 1.8c2.2 2 2.9 4 2."
        "9 6.2S10.2 12.2 8 14.2C5.8 12.2 5.1 10.2 5.1 8S5.8 3.8 8 1.8Z"
    ),
}


@register.simple_tag
def icon(name: str) -> SafeString:
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" '
        'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="{}"/></svg>',
        mark_safe(PATHS[name]),
    )
