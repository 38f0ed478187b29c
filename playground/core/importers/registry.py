"""The list of formats that a collection is imported from."""

from __future__ import annotations

import json
from typing import Any

from playground.core.collected import Collection
from playground.core.errors import InvalidSaved
from playground.core.importers.base import Importer
from playground.core.importers.formats import playground_json

IMPORTERS: tuple[Importer, ...] = (playground_json.IMPORTER,)


def load(text: str) -> Collection:
    """Read a collection in whichever of the formats it is. Raises ``InvalidSaved``."""
    data = _parsed(text)
    for importer in IMPORTERS:
        if importer.detect(data):
            return importer.load(data)
    raise InvalidSaved("This is no collection that can be read here.", hint="Give a file that Export made.")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidSaved("This is not JSON.", hint="Give a file that Export made.") from error
