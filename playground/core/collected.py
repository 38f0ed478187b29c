"""The nouns of what is saved together: requests in folders, with answers beside them.

No secret stands in them: requests hold ``{{variables}}``, and entries were masked when they were kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.core.assertions import Assertion
from playground.core.messages import RequestSpec


@dataclass(frozen=True, slots=True)
class Example:
    """An answer that was kept: ``entry`` is a HAR 1.2 entry."""

    name: str
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Collected:
    """A request with a name. ``operation`` is the key of the catalog's operation that it was made on, "" for none;
    ``options`` say how it is sent, in the words of ``transport.limits.Options``; ``assertions`` what is expected of
    each of its answers."""

    name: str
    spec: RequestSpec
    note: str = ""
    operation: str = ""
    examples: tuple[Example, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    assertions: tuple[Assertion, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder: its folders come before its requests."""

    name: str
    note: str = ""
    folders: tuple[Collection, ...] = ()
    requests: tuple[Collected, ...] = ()

    def walk(self) -> Iterator[tuple[tuple[str, ...], Collected]]:
        """Every request with the names of the folders above it, the collection's own left out."""
        for folder in self.folders:
            for path, item in folder.walk():
                yield (folder.name, *path), item
        for item in self.requests:
            yield (), item
