"""What is marked on a page is what was found, to the letter."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers.base import START, subject
from playground.core.viewers.marking import on_page
from playground.core.viewers.registry import view
from playground.core.viewers.searching import Hit
from tests.core.viewers.test_json_document import VALUES


@given(st.binary(max_size=300), st.sampled_from(["", "application/json", "text/xml", "image/svg+xml", "text/csv"]))
def test_any_bytes_of_any_type_can_be_marked(content, content_type):
    shown, text = view(content, content_type), subject(content, content_type).text
    for _hit, span in on_page(text, shown, [Hit(at, at + 2) for at in range(0, len(text), 3)]):
        assert 0 <= span.start < span.end <= len(shown.text)


def without_space(text):
    return re.sub(r"[ \t\n\r]", "", text)


@given(VALUES, st.data(), st.integers(20, 400))
def test_a_span_of_the_text_is_that_span_of_the_page(value, data, limit):
    text = json.dumps(value, ensure_ascii=False)
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True)))
    hits = [Hit(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    shown, at = [], START
    while at is not None:
        page = view(text.encode(), "application/json", at, limit)
        shown += [(hit, page.text[span.start : span.end]) for hit, span in on_page(text, page, hits)]
        at = page.next
    for hit in hits:
        pieces = [without_space(piece) for found, piece in shown if found == hit]
        assert "".join(pieces) == without_space(text[hit.start : hit.end])
