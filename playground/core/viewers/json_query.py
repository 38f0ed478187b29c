"""JSONPath (RFC 9535) over a text, with the places of what it finds.

The query is read by the library, and its filters are evaluated by it; the walk is over the text, so that the first
matches of a large one are there at once and every match has its span.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from jsonpath_rfc9535.exceptions import JSONPathError
from jsonpath_rfc9535.filter_expressions import FilterContext
from jsonpath_rfc9535.segments import JSONPathRecursiveDescentSegment
from jsonpath_rfc9535.selectors import FilterSelector, IndexSelector, NameSelector, SliceSelector, WildcardSelector

from playground.core import jsonpath
from playground.core.jsonpath import InvalidPath
from playground.core.viewers.json_document import Child, JsonDocument, Step

#: Containers inside one another that a descent looks into.
_DEEPEST = 400
#: Characters that are read at once where a filter compares with what stands elsewhere; other requests wait meanwhile.
WHOLE = 8_000_000
#: A string in a query.
_LITERAL = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
_PLAIN = re.compile(r"[\w -]+\Z")


@dataclass(frozen=True, slots=True)
class Match:
    """A value that was found: its normalized path (RFC 9535 §2.7) and where it stands."""

    steps: tuple[Step, ...]
    at: int
    start: int

    @property
    def path(self) -> str:
        return "$" + "".join(jsonpath.step(step) for step in self.steps)


class TimeUp(Exception):
    """The query took longer than it may."""


@dataclass
class Query:
    """A query on its way through a text; ``at`` is how far it came. Raises ``InvalidPath`` when it is made, and, of a
    very long text, when a filter in it compares with the whole.
    """

    document: JsonDocument
    text: str
    seconds: float
    at: int = 0
    _until: float = 0.0
    _root_value: Any = None
    _nodes: Iterator[Match] = field(default_factory=lambda: iter(()))

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.seconds
        root = self.document.root
        self._nodes = iter((Match((), root, root),) if self.document.kind(root) else ())
        for segment in jsonpath.compiled(self.text).segments:
            self._nodes = self._resolve(segment, self._nodes)

    def matches(self) -> Iterator[Match]:
        """Raises ``TimeUp``."""
        return self._nodes

    def _resolve(self, segment: Any, nodes: Iterator[Match]) -> Iterator[Match]:
        deep = isinstance(segment, JSONPathRecursiveDescentSegment)
        wanted = _only_name(segment) if deep else ""
        for node in nodes:
            for each in self._descend(node, wanted) if deep else (node,):
                for selector in segment.selectors:
                    yield from self._select(selector, each)

    def _children(self, node: Match, at: int | None = None, index: int = 0) -> Iterator[Child]:
        for child in self.document.children(node.start, at, index):
            self.at = child.at
            if time.monotonic() > self._until:
                raise TimeUp
            yield child

    def _descend(self, node: Match, name: str) -> Iterator[Match]:
        """The node and all that it holds, parents first. With ``name``, what does not hold it is passed by."""
        yield node
        stack = [(node, self._children(node))]
        needle = json.dumps(name, ensure_ascii=False) if name and not self.document.has_unicode_escapes else ""
        following = -1
        while stack:
            above, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                continue
            if self.document.text[child.start] not in "{[" or len(stack) > _DEEPEST:
                continue
            if needle and following < child.start:
                following = self.document.text.find(needle, child.start)
                following = len(self.document.text) if following < 0 else following
            if needle and following >= self.document.end(child.start):
                continue
            below = _below(above, child)
            yield below
            stack.append((below, self._children(below)))

    def _select(self, selector: Any, node: Match) -> Iterator[Match]:
        select: Callable[[Any, Match], Iterable[Child]] = _SELECT[type(selector)].__get__(self)
        return (_below(node, child) for child in select(selector, node))

    def _name(self, selector: NameSelector, node: Match) -> Iterable[Child]:
        if self.document.kind(node.start) != "object":
            return ()
        found = [child for child in self._children(node) if child.step == selector.name]
        return found[-1:]  # where a name comes twice, parsers take the last

    def _index(self, selector: IndexSelector, node: Match) -> Iterable[Child]:
        if self.document.kind(node.start) != "array":
            return ()
        if selector.index >= 0:
            at, number = self.document.near(node.start, selector.index)
            return islice(self._children(node, at, number), selector.index - number, selector.index - number + 1)
        return self._part(node, slice(selector.index, selector.index + 1 or None))

    def _slice(self, selector: SliceSelector, node: Match) -> Iterable[Child]:
        if self.document.kind(node.start) != "array" or selector.slice.step == 0:
            return ()
        return self._part(node, selector.slice)

    def _part(self, node: Match, part: slice) -> Iterable[Child]:
        """A slice of the items; where their number is known, the walk begins near the first of them."""
        count = self.document.count(node.start)
        wanted = None if count is None else range(count)[part]
        if wanted is None or wanted.step != 1:
            return list(self._children(node))[part]
        at, number = self.document.near(node.start, wanted.start)
        return islice(self._children(node, at, number), wanted.start - number, max(wanted.start, wanted.stop) - number)

    def _wildcard(self, _selector: WildcardSelector, node: Match) -> Iterable[Child]:
        return self._children(node)

    def _filter(self, selector: FilterSelector, node: Match) -> Iterable[Child]:
        if self._root_value is None and "$" in _LITERAL.sub("", str(selector)):
            self._root_value = self._whole()
        return (child for child in self._children(node) if self._holds(selector, child))

    def _whole(self) -> Any:
        """The value of the text, which a filter compares with. Raises ``InvalidPath`` where that takes too long."""
        if len(self.document.text) > WHOLE:
            raise InvalidPath(
                "A filter with “$” reads the whole body at once, and this one is longer than %(limit)s MB.",
                hint="Compare with a value instead, like $.data[?@.id > 10].",
                limit=str(WHOLE // 1_000_000),
            )
        return self.document.value(self.document.root)

    def _holds(self, selector: FilterSelector, child: Child) -> bool:
        value = self.document.value(child.start)
        context = FilterContext(env=selector.env, current=value, root=self._root_value)
        try:
            return bool(selector.expression.evaluate(context))
        except (JSONPathError, RecursionError, TimeoutError):
            return False


_SELECT: dict[type, Any] = {
    NameSelector: Query._name,
    IndexSelector: Query._index,
    SliceSelector: Query._slice,
    WildcardSelector: Query._wildcard,
    FilterSelector: Query._filter,
}


def _below(node: Match, child: Child) -> Match:
    return Match((*node.steps, child.step), child.at, child.start)


def _only_name(segment: Any) -> str:
    """The name that a descent looks for, where it looks for one alone that needs no escape."""
    if len(segment.selectors) == 1 and isinstance(segment.selectors[0], NameSelector):
        name: str = segment.selectors[0].name
        return name if _PLAIN.match(name) else ""
    return ""
