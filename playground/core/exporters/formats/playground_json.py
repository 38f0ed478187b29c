"""Collection → the project's own versioned JSON, which ``importers.formats.playground_json`` reads back as the same."""

from __future__ import annotations

from typing import Any

from playground.core import assertions, codec
from playground.core.collected import Collected, Collection
from playground.core.exporters.base import Exporter

Json = dict[str, Any]

KIND = "playground.collection"
VERSION = 1


def dump(collection: Collection) -> Json:
    """The collection in this program's own form, as plain JSON values."""
    return {"kind": KIND, "version": VERSION, **_folder(collection)}


def _folder(collection: Collection) -> Json:
    return {
        "name": collection.name,
        "note": collection.note,
        "folders": [_folder(folder) for folder in collection.folders],
        "requests": [_request(item) for item in collection.requests],
    }


def _request(item: Collected) -> Json:
    return {
        "name": item.name,
        "note": item.note,
        "operation": item.operation,
        "request": codec.dump(item.spec),
        "options": dict(item.options),
        "assertions": assertions.dump(item.assertions),
        "responses": [{"name": example.name, "entry": dict(example.entry)} for example in item.examples],
    }


EXPORTER = Exporter("playground_json", "Playground JSON", ".playground.json", dump)
