"""What is saved, as the core's nouns, and as a file in a format that others read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from playground.accounts.models import Person
from playground.core.assertions import load
from playground.core.collected import Collected, Collection, Example
from playground.core.exporters.base import Exporter
from playground.library import services
from playground.library.models import Folder, SavedRequest
from playground.library.services import Node


def collection_of(person: Person, folder: Folder | None, mock_base: str) -> Collection:
    """A folder with all that stands in it, or everything that a person saved."""
    node = services.node_of(person, folder) if folder else services.tree_of(person)
    wanted = [saved.pk for inner in node.walk() for saved in inner.requests]
    rows = {row.pk: row for row in SavedRequest.objects.filter(pk__in=wanted).prefetch_related("responses")}
    return _collection(node, rows, mock_base)


def _collection(node: Node, rows: Mapping[UUID, SavedRequest], mock_base: str) -> Collection:
    return Collection(
        name=node.folder.name if node.folder else _("Saved requests"),
        note=node.folder.note if node.folder else "",
        folders=tuple(_collection(child, rows, mock_base) for child in node.folders),
        requests=tuple(_collected(rows[saved.pk], mock_base) for saved in node.requests),
    )


def _collected(row: SavedRequest, mock_base: str) -> Collected:
    return Collected(
        name=row.name,
        spec=row.spec(mock_base),
        note=row.note,
        operation=row.operation,
        examples=tuple(Example(item.name, item.entry) for item in row.responses.all()),
        options=row.options,
        assertions=load(row.assertions),
    )


def file_of(collection: Collection, exporter: Exporter) -> HttpResponse:
    """The file to save, named for the collection (RFC 6266)."""
    text = json.dumps(exporter.dump(collection), ensure_ascii=False, indent=2) + "\n"
    response = HttpResponse(text.encode("utf-8", "replace"), content_type="application/json; charset=utf-8")
    words = re.sub(r"[\x00-\x1f\x7f/\\:*?\"<>|]+", " ", collection.name).split()
    name = " ".join(words).strip(" .")[:80] or "collection"
    plain = name.encode("ascii", "replace").decode().replace("?", "_") + exporter.suffix
    full = quote(name + exporter.suffix)
    response.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    response.headers["Cache-Control"] = "no-store"
    return response
