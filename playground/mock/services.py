"""The descriptions that the mock answers for: those of the catalog, by the rows that loading them made."""

from __future__ import annotations

from functools import lru_cache

from playground.catalog import services as catalog
from playground.catalog.models import Description
from playground.core.mocking.upstream import Upstream
from playground.core.openapi.operations import Fragment, Operation


def upstream(api: str) -> Upstream | None:
    """What answers for the description of that key, None where there is none."""
    try:
        listed = catalog.listed(api)
    except Description.DoesNotExist:
        return None
    return _upstream(listed.key, listed.digest)


@lru_cache(maxsize=32)
def _upstream(key: str, digest: str) -> Upstream:
    listed = catalog.listed(key)

    def fragment_of(operation: Operation) -> Fragment:
        return catalog.page_of(listed, operation.key)

    return Upstream(catalog.outlines(listed), fragment_of)
