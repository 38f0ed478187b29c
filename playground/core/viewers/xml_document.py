"""An XML text that is opened where one looks, and never parsed as a whole.

It is read tag by tag, as it is spelled: no document type is followed, no entity is replaced and nothing is fetched (XML
1.0 §4.4). Nothing here raises because of the text: what is not well-formed stands as what it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

#: Elements of which the end is looked for anew each time have fewer characters.
_LONG = 16 * 1024
#: Ends that are remembered.
_REMEMBERED = 5_000

_QUOTED = r""""[^"]*+"|'[^']*+'"""
_NAME = r"[^\s<>\"'/=!?][^\s<>\"'/=]*+"
#: After its "<", a tag or what else is no text. What is begun and not ended reaches to the end of the text, so that
#: nobody looks for its end twice.
_MARKUP = (
    rf"(?P<name>{_NAME})(?>(?:[^<>\"'/]++|{_QUOTED}|/(?!>))*)(?:(?P<empty>/>)|(?P<open>>))|/[^<>]*+(?P<close>>)"
    r"|!--.*?(?P<comment>-->|\Z)|!\[CDATA\[.*?(?P<cdata>\]\]>|\Z)|\?.*?(?P<instruction>\?>|\Z)"
    rf"|!DOCTYPE(?>(?:{_QUOTED}|[^\"'\[<>])*)(?:\[.*?(?:\]\s*+>|\Z)|>)(?P<doctype>)"
)
_TAG = re.compile(f"<(?:{_MARKUP})", re.DOTALL)
_TOKEN = re.compile(f"<(?:{_MARKUP})|(?:[^<]++|<)(?P<text>)", re.DOTALL)
ATTRIBUTE = re.compile(rf"([^\s=<>\"'/]++)(\s*+=\s*+)({_QUOTED})")


@dataclass(frozen=True, slots=True)
class Node:
    """What begins at ``start``: an "element" with its name, or "text", "cdata", "comment", "instruction", "doctype".

    ``inner`` is where the tag of an element ends, or the whole of anything else.
    """

    kind: str
    start: int
    inner: int
    name: str = ""
    is_empty: bool = True


@dataclass
class XmlDocument:
    """The text, and the ends of long elements that were found so far."""

    text: str
    _ends: dict[int, tuple[int, int]] = field(default_factory=dict)

    def children(self, at: int = 0) -> Iterator[Node]:
        """What stands from an offset on, to the tag that ends the element around it; white space alone is passed by."""
        while (match := _TOKEN.match(self.text, at)) and match.lastgroup != "close":
            node = self._node(match)
            if node.kind != "text" or self.text[node.start : node.inner].strip():
                yield node
            at = self.end(node)

    def _node(self, match: re.Match[str]) -> Node:
        kind = str(match.lastgroup)
        if match["name"]:
            return Node("element", match.start(), match.end(), match["name"], kind == "empty")
        return Node(kind, match.start(), self._text_end(match.end()) if kind == "text" else match.end())

    def _text_end(self, at: int) -> int:
        """Where text ends; behind a "<" that begins nothing it goes on."""
        while (match := _TOKEN.match(self.text, at)) and match.lastgroup == "text":
            at = match.end()
        return at

    def end(self, node: Node) -> int:
        """Where a node ends; the end of the text where it does not."""
        return self.closing(node)[1]

    def closing(self, node: Node) -> tuple[int, int]:
        """Where the tag begins that ends an element, and where that ends."""
        if node.is_empty:
            return node.inner, node.inner
        found = self._ends.get(node.inner)
        if found is None:
            found = self._closing(node.inner)
            if found[1] - node.inner >= _LONG and len(self._ends) < _REMEMBERED:
                self._ends[node.inner] = found
        return found

    def _closing(self, at: int) -> tuple[int, int]:
        depth = 1
        for match in _TAG.finditer(self.text, at):
            depth += _STEPS.get(match.lastgroup or "", 0)
            if depth == 0:
                return match.span()
        return len(self.text), len(self.text)


#: How much deeper one is behind a tag.
_STEPS = {"open": 1, "close": -1}
