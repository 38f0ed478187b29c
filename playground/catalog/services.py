"""Loading descriptions, and giving out what was worked out then."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from playground import __version__
from playground.catalog import searching
from playground.catalog.models import Description, OperationRow, SearchEntry
from playground.catalog.names import SHIPPED, api_of, key_of, name_of
from playground.core.openapi import document as openapi
from playground.core.openapi.keys import named
from playground.core.openapi.navigation import Node, navigation
from playground.core.openapi.operations import Fragment, Operation, fragment, operations, outline
from playground.core.openapi.records import from_plain, to_plain
from playground.core.openapi.security import as_variable
from playground.web import statements

#: The text of the description that is shipped, and the key of its page that a visitor sees first.
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

    def title_in(self, language: str) -> str:
        return self.title.get(language) or self.title["en"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A description that was read and can be kept."""

    key: str
    columns: dict[str, Any]
    nodes: tuple[Node, ...]
    pages: tuple[Fragment, ...]


def load(key: str, text: bytes) -> bool:
    """Keep a description, each operation by itself. False where this very text is kept already.

    Raises ``InvalidDocument``.
    """
    if Description.objects.filter(key=key, digest=_digest(text)).exists():
        return False
    keep(read(key, text))
    return True


def _digest(text: bytes) -> str:
    return sha256(f"{_FORM} {__version__} ".encode() + text).hexdigest()


def read(key: str, text: bytes) -> Reading:
    """All that is worked out of a description, and nothing kept yet.

    Raises ``InvalidDocument``.
    """
    document = openapi.load(text)
    info, servers = document.data.get("info"), document.data.get("servers")
    info = info if isinstance(info, dict) else {}
    prefix = "" if key == SHIPPED else f"{as_variable(key)}."
    nodes = navigation(document)
    title = str(info.get("title") or key)
    columns = {
        "title": {"en": str(info.get("x-title-en") or title), "zh-hans": title},
        "version": str(info.get("version") or "")[:100],
        "digest": _digest(text),
        "servers": _server_urls(servers),
        "navigation": [node.to_plain() for node in nodes],
    }
    return Reading(key, columns, nodes, tuple(fragment(document, item) for item in named(operations(document), prefix)))


def _server_urls(servers: object) -> list[str]:
    listed = servers if isinstance(servers, list) else []
    return [str(each["url"]) for each in listed if isinstance(each, dict) and "url" in each]


@transaction.atomic
def keep(reading: Reading) -> Description:
    """Keep what was read, in the place of what had its key: what was saved of its operations stays with them."""
    row, _ = Description.objects.update_or_create(key=reading.key, defaults=reading.columns)
    row.operations.all().delete()
    OperationRow.objects.bulk_create(_rows(row, reading.pages))
    row.search_entries.all().delete()
    SearchEntry.objects.bulk_create(searching.entries(row, reading.nodes, reading.pages))
    return row


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


def load_own() -> bool:
    """Keep the description of this program's own API. False where it is kept already."""
    return load(settings.PLAYGROUND_OWN_API, import_string(settings.PLAYGROUND_OWN_DESCRIPTION)())


def is_own(name: str) -> bool:
    """Whether an operation is one of this program's own API."""
    return api_of(name) == settings.PLAYGROUND_OWN_API


def is_built_in(key: str) -> bool:
    """Whether a description comes with the program, which loads it at each start."""
    return key in built_in()


def built_in() -> tuple[str, ...]:
    """The keys of those."""
    return SHIPPED, settings.PLAYGROUND_OWN_API


def listed(key: str = SHIPPED) -> Listed:
    """A published API by its key.

    Raises ``Description.DoesNotExist``.
    """
    found = statements.find(Description, ("digest",), key=key, published=True)
    if found is None:
        raise Description.DoesNotExist(key)
    return _listed(key, found[0])


def listed_of(operation: str) -> Listed:
    """The API that an operation belongs to.

    Raises ``Description.DoesNotExist``.
    """
    return listed(api_of(operation))


def published() -> list[Listed]:
    """Every API that is there for everybody: the shipped one first, the program's own last."""
    rows = Description.objects.filter(published=True).order_by("key").values_list("key", "digest")
    last = {SHIPPED: -1, settings.PLAYGROUND_OWN_API: 1}
    return [_listed(*row) for row in sorted(rows, key=lambda row: last.get(row[0], 0))]


def published_or_shipped(key: str) -> str:
    """The key, if it is that of a published API; else that of the shipped one."""
    is_there = key == SHIPPED or Description.objects.filter(key=key.replace("\0", ""), published=True).exists()
    return key.replace("\0", "") if is_there else SHIPPED


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
    plains = rows.values_list("outline", flat=True)
    return tuple(_called(key, from_plain(Operation, plain)) for plain in plains)


def titles(names: Iterable[str], language: str) -> dict[str, str]:
    """What operations are called by people, by their names; without those that the catalog does not have any more."""
    wanted = set(names)
    found: dict[str, str] = {}
    for api in {api_of(name) for name in wanted}:
        try:
            of_api = outlines(listed(api))
        except Description.DoesNotExist:
            continue
        found |= {item.key: item.title.get(language) for item in of_api if item.key in wanted}
    return found


def _called(api: str, item: Operation) -> Operation:
    """The operation with the name that it has on the whole site for its key."""
    return item if api == SHIPPED else replace(item, key=name_of(api, item.key))


def page(operation: str) -> Fragment:
    """What the page of an operation needs, which goes by its name: see ``names``.

    Raises ``OperationRow.DoesNotExist`` for an unknown one.
    """
    try:
        return page_of(listed_of(operation), operation)
    except Description.DoesNotExist as error:
        raise OperationRow.DoesNotExist(str(error)) from None


def page_of(listed: Listed, operation: str) -> Fragment:
    """The same for an API that is known already."""
    return _page(listed.key, listed.digest, key_of(operation))


def pages_of(method: str, path: str, api: str = SHIPPED) -> Iterator[Fragment]:
    """Every page of a method and a path, in the order of the description."""
    rows = OperationRow.objects.filter(description__key=api, method=method, path=path)
    for key in rows.order_by("position").values_list("key", flat=True):
        yield page(name_of(api, key))


@lru_cache(maxsize=256)
def _page(key: str, digest: str, operation: str) -> Fragment:
    data = OperationRow.objects.values_list("data", flat=True).get(description__key=key, key=operation)
    fragment = Fragment.from_json(json.dumps(data))
    return fragment if key == SHIPPED else replace(fragment, operation=_called(key, fragment.operation))
