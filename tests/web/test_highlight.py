"""Colours: the text stays what it is, and only what the style sheet colours is an element."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from playground.web.highlight import COLOURED, highlight

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {
    "json": '{"a": [1, true, null, "x\\n é <b>"], "b": {}}',
    "python": 'import os\n\n# said\ndef f(a: int) -> str:\n    return f\'{a!r}\' + """two\nlines"""\n',
    "bash": "curl -X POST 'https://a.example/?q=1&r=2' \\\n  -d @- <<'E'\n$HOME\nE\n",
    "ocaml": 'let () = print_endline "x" (* said *)\n',
    "http": "POST /a HTTP/1.1\nHost: a.example\n\n",
}


@pytest.mark.parametrize("syntax", SOURCES)
def test_the_text_is_kept(syntax: str) -> None:
    drawn = highlight(SOURCES[syntax], syntax)
    assert html.unescape(re.sub(r"<[^>]+>", "", drawn)) == SOURCES[syntax]


@pytest.mark.parametrize("syntax", SOURCES)
def test_every_element_has_a_colour(syntax: str) -> None:
    classes = re.findall(r'<span class="([^"]*)">', highlight(SOURCES[syntax], syntax))
    assert classes
    assert all(COLOURED & set(each.split()) for each in classes)


def test_the_colours_are_those_of_the_style_sheet() -> None:
    css = (ROOT / "static/css/base.css").read_text()
    assert set(re.findall(r"\.hl \.([a-z0-9]+)", css)) == COLOURED
