"""The badge of a share: method and path as a small picture for a README."""

from __future__ import annotations

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

#: White text on each of these is readable at 4.5:1.
COLOURS = {
    "GET": "#0b62c4",
    "HEAD": "#0b62c4",
    "POST": "#0a7245",
    "PUT": "#8f5200",
    "PATCH": "#7a3fc4",
    "DELETE": "#c02626",
}
GREY = "#5c6472"
#: Characters of a path that are shown.
LONGEST = 48

_WIDE = re.compile(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Pixels of a character in the font at hand, a little more than most are wide.
_WIDTH, _WIDE_WIDTH = 6.7, 11.0

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{left}: {right}">'
    "<title>{left}: {right}</title>"
    '<clipPath id="round"><rect width="{width}" height="20" rx="4"/></clipPath>'
    '<g clip-path="url(#round)"><rect width="{first}" height="20" fill="{colour}"/>'
    '<rect x="{first}" width="{second}" height="20" fill="#2a303a"/></g>'
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">'
    '<text x="8" y="14" font-weight="bold" textLength="{first_text}" lengthAdjust="spacingAndGlyphs">{left}</text>'
    '<text x="{at}" y="14" textLength="{second_text}" lengthAdjust="spacingAndGlyphs">{right}</text></g></svg>\n'
)


def badge(left: str, right: str) -> SafeString:
    """An SVG of two texts, the left one on the colour of a method."""
    left, right = _shown(left, 20), _shown(right, LONGEST)
    first_text, second_text = _length(left) * 1.1, _length(right)
    first, second = round(first_text) + 16, round(second_text) + 16
    return format_html(
        _SVG,
        left=left,
        right=right,
        colour=COLOURS.get(left.upper(), GREY),
        first=first,
        second=second,
        width=first + second,
        at=first + 8,
        first_text=round(first_text),
        second_text=round(second_text),
    )


def _shown(text: str, longest: int) -> str:
    """A text that XML can hold, cut where it is long."""
    text = _CONTROL.sub(" ", text).strip() or "…"
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _length(text: str) -> float:
    wide = len(_WIDE.findall(text))
    return wide * _WIDE_WIDTH + (len(text) - wide) * _WIDTH
