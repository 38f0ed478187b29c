"""The list of formats that a collection is exported in, in the order in which people see them."""

from __future__ import annotations

from playground.core.errors import UnknownKey
from playground.core.exporters.base import Exporter
from playground.core.exporters.formats import playground_json

EXPORTERS: tuple[Exporter, ...] = (playground_json.EXPORTER,)


def get(key: str) -> Exporter:
    """Raises ``UnknownKey``."""
    for exporter in EXPORTERS:
        if exporter.key == key:
            return exporter
    raise UnknownKey(f"There is no format {key!r}.")
