"""Lists in pages: a cursor names the last thing of a page, so that nothing is missed or told twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from ninja import Query

from playground.core.errors import InvalidInput

Item = TypeVar("Item")

Limit = Annotated[int, Query(ge=1, le=200, description="Things of a page at most.")]
Cursor = Annotated[str, Query(max_length=300, description="`next` of the page before; without it the first page.")]


class InvalidCursor(InvalidInput):
    """A cursor that no page of this list gave."""


def page_of(
    items: Sequence[Item], cursor: str, limit: int, key: Callable[[Item], str]
) -> tuple[Sequence[Item], str | None]:
    """A page of a list that is at hand, and the cursor of the next one.

    Raises ``InvalidCursor``.
    """
    begin = 0
    if cursor:
        keys = [key(item) for item in items]
        if cursor not in keys:
            raise InvalidCursor("There is no page after “%(cursor)s”.", pointer="/cursor", cursor=cursor)
        begin = keys.index(cursor) + 1
    page = items[begin : begin + limit]
    return page, key(page[-1]) if begin + limit < len(items) else None
