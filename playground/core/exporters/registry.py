"""The list of formats that a collection is exported in, in the order in which people see them."""

from __future__ import annotations

from playground.core.errors import UnknownKey
from playground.core.exporters.base import Exporter
from playground.core.exporters.formats import har_log, openapi, playground_json, postman

EXPORTERS: tuple[Exporter, ...] = (
    playground_json.EXPORTER,
    postman.EXPORTER,
    openapi.EXPORTER,
    har_log.EXPORTER,
)


def get(key: str) -> Exporter:
    """Raises ``UnknownKey``."""
    for exporter in EXPORTERS:
        if exporter.key == key:
            return exporter
    raise UnknownKey(f"There is no format {key!r}.")
