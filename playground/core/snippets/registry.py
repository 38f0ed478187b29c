"""The list of targets, in the order in which people see them."""

from __future__ import annotations

from playground.core.errors import UnknownKey
from playground.core.snippets.base import Draft, Target
from playground.core.snippets.targets import python_requests

#: The languages of the documentation page, then those for people who want more.
LANGUAGES = (
    "shell",
    "javascript",
    "java",
    "swift",
    "go",
    "php",
    "python",
    "http",
    "c",
    "csharp",
    "objc",
    "ruby",
    "ocaml",
    "dart",
    "r",
    "node",
    "kotlin",
    "rust",
    "clojure",
    "perl",
)

#: One line for each target; within a language the default first.
_LISTED: tuple[Target, ...] = (
    # shell
    # javascript
    # java
    # swift
    # go
    # php
    # python
    python_requests.TARGET,
    # http
    # c
    # csharp
    # objc
    # ruby
    # ocaml
    # dart
    # r
    # node
    # kotlin
    # rust
    # clojure
    # perl
)

TARGETS: tuple[Target, ...] = tuple(sorted(_LISTED, key=lambda target: LANGUAGES.index(target.language)))

_BY_KEY = {target.key: target for target in TARGETS}


def get(key: str) -> Target:
    """The target of that key.

    Raises ``UnknownKey``.
    """
    try:
        return _BY_KEY[key]
    except KeyError:
        raise UnknownKey(f"There is no snippet target {key!r}.", hint="GET /api/v1/targets lists them.") from None


def defaults() -> tuple[Target, ...]:
    """The first client of each of the languages of the documentation page, in its order."""
    return tuple(target for target in TARGETS if target.is_default)


def of_language(language: str) -> tuple[Target, ...]:
    return tuple(target for target in TARGETS if target.language == language)


def offered(draft: Draft) -> tuple[Target, ...]:
    """The targets that make sense for this request: all but the SDKs that cannot make it."""
    return tuple(target for target in TARGETS if target.suits is None or target.suits(draft))
