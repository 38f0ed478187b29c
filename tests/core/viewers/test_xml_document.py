"""XML that is opened where one looks."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers.xml_document import Node, XmlDocument


def shape(document: XmlDocument, at: int = 0) -> list[object]:
    """Names of elements with what is in them, and the kinds of all else."""
    return [
        [node.name, *([] if node.is_empty else shape(document, node.inner))] if node.kind == "element" else node.kind
        for node in document.children(at)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a><b>text</b><c/></a>", [["a", ["b", "text"], ["c"]]]),
        ("<a> <b/> text </a>", [["a", ["b"], "text"]]),
        ("<a x='/>' y=\"</a>\"><b/></a>", [["a", ["b"]]]),
        ("<a><![CDATA[</a>]]><!-- </a> --><?p </a>?></a>", [["a", "cdata", "comment", "instruction"]]),
        ("<!DOCTYPE a SYSTEM \"x>\" [<!ENTITY b '<c>'>]><a/>", ["doctype", ["a"]]),
        ("<!DOCTYPE html><html/>", ["doctype", ["html"]]),
        ("<a:b xmlns:a='urn:x'><a:b/></a:b>", [["a:b", ["a:b"]]]),
        ("<a>1 < 2 <b/></a>", [["a", "text", ["b"]]]),
        ("<a><b>cut off", [["a", ["b", "text"]]]),
        ("</a><b/>", []),
        ("plain", ["text"]),
        ("", []),
    ],
)
def test_children_are_what_stands_there(text: str, expected: list[object]) -> None:
    assert shape(XmlDocument(text)) == expected


def test_a_node_is_the_text_as_it_was_spelled() -> None:
    text = "<a  x = '1'\n>one &amp; <b/></a >"
    document = XmlDocument(text)
    (root,) = document.children()
    assert text[root.start : root.inner] == "<a  x = '1'\n>"
    assert document.closing(root) == (text.index("</a"), len(text))
    assert [text[node.start : document.end(node)] for node in document.children(root.inner)] == ["one &amp; ", "<b/>"]


names = st.sampled_from(["a", "b:c", "éé", "x-1"])
elements = st.recursive(
    names.map(lambda name: f"<{name}/>") | st.sampled_from(["text", "<!-- <a> -->", "<![CDATA[</a>]]>"]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", names, st.lists(inner, max_size=4)
    ),
    max_leaves=20,
)


@given(elements)
def test_elements_are_those_of_a_parser(text: str) -> None:
    text = f"<root xmlns:b='urn:b'>{text}</root>"
    (root,) = XmlDocument(text).children()
    assert _names(XmlDocument(text), root) == _parsed(ElementTree.fromstring(text))  # noqa: S314


def _names(document: XmlDocument, node: Node) -> list[object]:
    inside = [] if node.is_empty else document.children(node.inner)
    return [node.name.replace("b:", "{urn:b}"), *(_names(document, each) for each in inside if each.kind == "element")]


def _parsed(element: ElementTree.Element) -> list[object]:
    return [element.tag, *map(_parsed, element)]


@given(st.text(alphabet="<>/!?-[]'\"=a b&;DOCTYPE", max_size=80))
def test_any_text_has_children_one_after_the_other(text: str) -> None:
    document, at = XmlDocument(text), 0
    for node in document.children():
        assert at <= node.start < node.inner <= document.end(node) <= len(text)
        at = document.end(node)


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<a>", "<!--", "<![CDATA[", "<?", "<!DOCTYPE ", "<!DOCTYPE a [", '<a b="', "</"]
)
def test_what_never_ends_is_looked_for_once(piece: str) -> None:
    """Each of these would take minutes if every beginning looked for its end through all that follows."""
    assert sum(1 for _ in XmlDocument(piece * 100_000).children()) <= 1
