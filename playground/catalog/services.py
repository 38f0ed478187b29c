"""Loading descriptions, and giving out what was worked out then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction

from playground import __version__
from playground.catalog import searching
from playground.catalog.models import Description, OperationRow, SearchEntry
from playground.core.openapi import document as openapi
from playground.core.openapi.keys import named
from playground.core.openapi.navigation import Node, navigation
from playground.core.openapi.operations import Fragment, Operation, fragment, operations, outline
from playground.core.openapi.records import from_plain, to_plain
from playground.core.openapi.security import as_variable

#: The description that is shipped, and the key of its page that a visitor sees first.
SHIPPED = "catalog"
SHIPPED_FILE = Path(__file__).parent / "data" / "openapi.yaml"
START = "create-structured-output"

#: Raised when what is stored changes its form, so that the next start loads again.
_FORM = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """An API with what every page of it shows."""

    key: str
    title: dict[str, str]
    version: str
    digest: str
    servers: tuple[str, ...]
    navigation: tuple[Node, ...]


def load(key: str, text: bytes) -> bool:
    """Keep a description, each operation by itself. False where this very text is kept already.

    Raises ``InvalidDocument``.
    """
    digest = sha256(f"{_FORM} {__version__} ".encode() + text).hexdigest()
    if Description.objects.filter(key=key, digest=digest).exists():
        return False
    document = openapi.load(text)
    info: dict[str, Any] = document.data["info"]
    prefix = "" if key == SHIPPED else f"{as_variable(key)}."
    pages = [fragment(document, item) for item in named(operations(document), prefix)]
    nodes = navigation(document)
    with transaction.atomic():
        row, _ = Description.objects.update_or_create(
            key=key,
            defaults={
                "title": {"en": info.get("x-title-en", info["title"]), "zh-hans": info["title"]},
                "version": str(info["version"]),
                "digest": digest,
                "servers": [server["url"] for server in document.data.get("servers", [])],
                "navigation": [node.to_plain() for node in nodes],
            },
        )
        row.operations.all().delete()
        OperationRow.objects.bulk_create(_rows(row, pages))
        row.search_entries.all().delete()
        SearchEntry.objects.bulk_create(searching.entries(row, nodes, pages))
    return True


def _rows(description: Description, pages: Iterable[Fragment]) -> Iterator[OperationRow]:
    for position, page in enumerate(pages):
        item = page.operation
        yield OperationRow(
            description=description,
            key=item.key,
            method=item.method,
            path=item.path_template,
            position=position,
            data=json.loads(page.to_json()),
            outline=to_plain(outline(item)),
        )


def listed(key: str = SHIPPED) -> Listed:
    """An API by its key.

    Raises ``Description.DoesNotExist``.
    """
    digest = Description.objects.values_list("digest", flat=True).get(key=key)
    return _listed(key, digest)


@lru_cache(maxsize=32)
def _listed(key: str, digest: str) -> Listed:
    row = Description.objects.get(key=key)
    nodes = tuple(Node.from_plain(node) for node in row.navigation)
    return Listed(key, row.title, row.version, digest, tuple(row.servers), nodes)


def outlines(listed: Listed) -> tuple[Operation, ...]:
    """Every operation of an API in the order of its document, without what only its page needs."""
    return _outlines(listed.key, listed.digest)


@lru_cache(maxsize=32)
def _outlines(key: str, digest: str) -> tuple[Operation, ...]:
    rows = OperationRow.objects.filter(description__key=key).order_by("position")
    return tuple(from_plain(Operation, plain) for plain in rows.values_list("outline", flat=True))


def page(operation: str, key: str = SHIPPED) -> Fragment:
    """What the page of an operation needs.

    Raises ``OperationRow.DoesNotExist`` for an unknown key.
    """
    return page_of(listed(key), operation)


def page_of(listed: Listed, operation: str) -> Fragment:
    """The same for an API that is known already."""
    return _page(listed.key, listed.digest, operation)


def pages_of(method: str, path: str, key: str = SHIPPED) -> Iterator[Fragment]:
    """Every page of a method and a path, in the order of the description."""
    rows = OperationRow.objects.filter(description__key=key, method=method, path=path)
    for operation in rows.order_by("position").values_list("key", flat=True):
        yield page(operation, key)


@lru_cache(maxsize=256)
def _page(key: str, digest: str, operation: str) -> Fragment:
    data = OperationRow.objects.values_list("data", flat=True).get(description__key=key, key=operation)
    return Fragment.from_json(json.dumps(data))
