"""JSONPath (RFC 9535): a query checked, the first value it finds, and the paths of what a document holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import iregexp_check
import regex
from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathQuery
from jsonpath_rfc9535.function_extensions import Match
from jsonpath_rfc9535.function_extensions._pattern import map_re

from playground.core.errors import InvalidInput

#: Seconds that one expression of a query may take on one value.
_EXPRESSION_S = 0.2


class _Match(Match):
    """``match`` and ``search`` (RFC 9535 §2.4.6, §2.4.7) that give up on an expression that does not end."""

    find = staticmethod(regex.fullmatch)

    def __call__(self, string: str, pattern: object) -> bool:
        if not isinstance(pattern, str) or not isinstance(string, str) or not iregexp_check.check(pattern):
            return False
        try:
            return self.find(map_re(pattern), string, timeout=_EXPRESSION_S) is not None
        except (regex.error, TimeoutError):
            return False


class _Search(_Match):
    find = staticmethod(regex.search)


_ENVIRONMENT = JSONPathEnvironment()
_ENVIRONMENT.function_extensions |= {"match": _Match(), "search": _Search()}
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
#: Characters of a query, at most.
LONGEST = 500


class InvalidPath(InvalidInput):
    """A query that RFC 9535 does not know."""


def check(query: str) -> None:
    """Raises ``InvalidPath``."""
    compiled(query)


def compiled(query: str) -> JSONPathQuery:
    """A query, read. Raises ``InvalidPath``."""
    if len(query) > LONGEST:
        raise InvalidPath("The JSONPath is too long.", hint="Write one like $.data[0].id.")
    try:
        return _ENVIRONMENT.compile(query)
    except (JSONPathError, RecursionError) as error:
        raise InvalidPath(
            "“%(query)s” is not JSONPath: %(reason)s.",
            hint="Write one like $.data[0].id.",
            query=query,
            reason=str(error),
        ) from None


def first(query: str, document: Any) -> str | None:
    """The first value that a query finds, as text: a string as it is, all else as JSON. None where it finds none.

    Raises ``InvalidPath``.
    """
    check(query)
    try:
        node = _ENVIRONMENT.compile(query).find_one(document)
    except (JSONPathError, RecursionError):  # deeper, or of another type, than the query can follow
        return None
    if node is None:
        return None
    return str(node.value) if isinstance(node.value, str) else json.dumps(node.value, ensure_ascii=False)


def leaves(document: Any, path: str = "$", depth: int = 0) -> Iterator[tuple[str, str | int | float | bool]]:
    """The path and value of every text, number and truth value, in the order of the document; 12 levels deep."""
    if depth > 12:
        return
    if isinstance(document, dict):
        for name, value in document.items():
            yield from leaves(value, path + step(name), depth + 1)
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield from leaves(value, f"{path}[{index}]", depth + 1)
    elif document is not None and len(path) <= LONGEST:
        yield path, document


def step(name: str | int) -> str:
    """A name or an index as a child segment (RFC 9535 §2.5.1), short where it may be."""
    if isinstance(name, int):
        return f"[{name}]"
    if _PLAIN_NAME.match(name):
        return f".{name}"
    quoted = json.dumps(name, ensure_ascii=False)[1:-1].replace("'", "\\'").replace('\\"', '"')
    return f"['{quoted}']"
