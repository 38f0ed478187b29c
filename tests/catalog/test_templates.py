"""What the shipped description has no case of."""

import pytest
from django.template.loader import render_to_string

from playground.catalog.templatetags.documentation import readable
from playground.core.openapi.document import Document
from playground.core.schema.structure import structure


def entry(schema):
    return structure(Document({"s": schema}), "#/s", id="b-0")


def test_a_cycle_is_a_link_that_opens_it():
    tree = entry({"title": "Node", "type": "object", "properties": {"next/one": {"$ref": "#/s"}}})
    html = render_to_string("catalog/_root.html", {"entry": tree, "key": "some-page"})
    [below] = tree.children
    assert below.cut == "cycle"
    assert 'href="/docs/some-page/structure?at=%23/s/properties/next~1one"' in html
    assert f"&amp;id={below.id}" in html
    assert "Node, as above" in html


def test_names_and_values_of_a_description_are_text():
    tree = entry({"properties": {"<b>": {"description": "<i onclick=x>", "default": "<u>", "enum": ["<s>"]}}})
    html = render_to_string("catalog/_root.html", {"entry": tree, "key": "some-page"})
    assert "&lt;b&gt;" in html and "&lt;u&gt;" in html and "&lt;s&gt;" in html
    assert "onclick" not in html and "<b>" not in html


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('"gpt-4o"', "gpt-4o"),
        ('"你好"', "你好"),
        ('"1"', '"1"'),
        ('"true"', '"true"'),
        ('""', '""'),
        ('" a"', '" a"'),
        ("1.50", "1.50"),
        ('{"a": "b"}', '{"a": "b"}'),
        ('"not json', '"not json'),
    ],
)
def test_strings_stand_without_quotes_where_they_are_clear(value, shown):
    assert readable(value) == shown
