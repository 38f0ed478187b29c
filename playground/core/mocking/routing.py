"""Method and path → the operations that answer there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from playground.core.openapi.operations import Operation

_NAME = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Route:
    """A path template and the pages that share it, in the order of the document."""

    template: str
    pattern: re.Pattern[str]
    names: tuple[str, ...]
    operations: list[Operation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """Operations that a method and path may mean, and the values of the path's parameters, decoded."""

    operations: tuple[Operation, ...]
    path_params: dict[str, str]


class Router:
    """Where each operation of a document is answered, speed modes and other variants of a path included."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        routes: dict[str, Route] = {}
        for operation in operations:
            for template in _templates(operation):
                if template not in routes:
                    routes[template] = Route(template, _pattern(template), tuple(_NAME.findall(template)))
                routes[template].operations.append(operation)
        # A literal path before one with a name in its place (OpenAPI 3.1 §4.8.8, Path Templating Matching).
        self.routes = sorted(routes.values(), key=lambda route: (len(route.names), -len(route.template)))
        #: Literal paths, and the others by the number of their slashes, which no name holds.
        self.literal = {route.template: route for route in self.routes if not route.names}
        self.named: dict[int, list[Route]] = {}
        for route in self.routes:
            if route.names:
                self.named.setdefault(route.template.count("/"), []).append(route)

    def find(self, method: str, path: str) -> Match | None:
        """The operations of that method and path; HEAD is answered as GET is."""
        wanted = "GET" if method == "HEAD" else method
        for route, values in self._routes(path):
            found = tuple(item for item in route.operations if item.method == wanted)
            if found:
                return Match(found, dict(zip(route.names, values, strict=True)))
        return None

    def methods(self, path: str) -> tuple[str, ...]:
        """The methods that the path knows, () where there is no such path."""
        return tuple(sorted({item.method for route, _ in self._routes(path) for item in route.operations}))

    def near(self, path: str, count: int = 5) -> tuple[str, ...]:
        """The paths that look most like it."""
        templates = list(dict.fromkeys(route.template for route in self.routes))
        return tuple(difflib.get_close_matches(path, templates, count, 0.4))

    def _routes(self, path: str) -> Iterator[tuple[Route, tuple[str, ...]]]:
        """Routes whose template the path fills; then those that differ by a slash at the end."""
        other = path[:-1] if path.endswith("/") else path + "/"
        for candidate in (path, other):
            if candidate in self.literal:
                yield self.literal[candidate], ()
            for route in self.named.get(candidate.count("/"), ()):
                match = route.pattern.fullmatch(candidate)
                if match:
                    yield route, match.groups()


def _templates(operation: Operation) -> Iterator[str]:
    yield operation.path_template
    for template in (operation.path_variants or {}).get("templates") or ():
        if isinstance(template, str):
            yield template.replace("{path}", operation.path_template)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _NAME.split(template)
    literal = [re.escape(piece) for piece in pieces[::2]]
    return re.compile("([^/]+?)".join(literal))
