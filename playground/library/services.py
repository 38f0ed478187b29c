"""The tree of what a person keeps: finding, keeping, moving, deleting and taking back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from playground.accounts.models import Person
from playground.accounts.words import hidden
from playground.core import codec
from playground.core.assertions import Assertion
from playground.core.errors import InvalidInput
from playground.core.messages import RequestSpec
from playground.library.assertions import dumped
from playground.library.json_text import plain
from playground.library.models import Draft, Folder, Item, SavedRequest, SavedResponse

#: How much a person keeps, at most, and how deep folders stand in one another.
MAX_REQUESTS, MAX_FOLDERS, MAX_DEPTH, MAX_RESPONSES = 2_000, 500, 8, 50
#: Bytes of one request, and of one answer beside it, as JSON.
REQUEST_BYTES, RESPONSE_BYTES = 4 * 2**20, 2 * 2**20
#: For how long what was deleted can be taken back.
KEPT_DELETED = timedelta(days=30)
#: How many requests the list beside the form has.
LATEST = 6

T = TypeVar("T", Folder, SavedRequest)


# Finding


def folders_of(person: Person | None) -> QuerySet[Folder]:
    return Folder.objects.filter(person=person, deleted=None) if person else Folder.objects.none()


def requests_of(person: Person | None) -> QuerySet[SavedRequest]:
    return SavedRequest.objects.filter(person=person, deleted=None) if person else SavedRequest.objects.none()


def find_request(person: Person | None, key: str) -> SavedRequest | None:
    """A person's saved request by its id as text; None where there is none, or it is somebody else's."""
    try:
        number = UUID(key)
    except ValueError:
        return None
    return requests_of(person).filter(pk=number).first()


def latest(person: Person | None) -> list[SavedRequest]:
    """Those that were changed last, for the list beside the form."""
    if not person:
        return []
    found = requests_of(person).filter(folder__deleted=None)
    return list(found.order_by("-changed").only("id", "name", "method", "url", "operation")[:LATEST])


@dataclass
class Node:
    """A folder with what stands in it; the root has none."""

    folder: Folder | None
    depth: int = 0
    folders: list[Node] = field(default_factory=list)
    requests: list[SavedRequest] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.requests) + sum(node.count for node in self.folders)

    def walk(self) -> Iterator[Node]:
        yield self
        for node in self.folders:
            yield from node.walk()


def tree_of(person: Person | None) -> Node:
    """Everything that is kept. What stands in a deleted folder is not shown."""
    root = Node(None)
    nodes: dict[UUID | None, Node] = {None: root}
    waiting = list(folders_of(person))
    while waiting:
        placed = [row for row in waiting if row.parent_id in nodes]
        for row in placed:
            above = nodes[row.parent_id]
            nodes[row.pk] = Node(row, above.depth + 1)
            above.folders.append(nodes[row.pk])
        if not placed:
            break
        waiting = [row for row in waiting if row.pk not in nodes]
    for saved in requests_of(person).defer("request", "note"):
        if saved.folder_id in nodes:
            nodes[saved.folder_id].requests.append(saved)
    return root


def node_of(person: Person, folder: Folder) -> Node:
    """A folder with all that stands in it."""
    found = next((node for node in tree_of(person).walk() if node.folder == folder), None)
    return found or Node(folder)


@dataclass(frozen=True)
class Place:
    """A folder to choose, by its path."""

    key: str
    path: str


def places(person: Person | None) -> list[Place]:
    """Every folder with its path, in the order of the tree."""
    found: list[Place] = []
    if not person:
        return found

    def visit(node: Node, above: str) -> None:
        for child in node.folders:
            assert child.folder is not None
            path = f"{above}{child.folder.name}"
            found.append(Place(str(child.folder.pk), path))
            visit(child, f"{path} / ")

    visit(tree_of_folders(person), "")
    return found


def tree_of_folders(person: Person | None) -> Node:
    """As ``tree_of``, folders alone."""
    root = Node(None)
    nodes: dict[UUID | None, Node] = {None: root}
    rows = list(folders_of(person))
    for row in rows:
        nodes[row.pk] = Node(row)
    for row in rows:
        if row.parent_id in nodes:
            nodes[row.parent_id].folders.append(nodes[row.pk])
    return root


# Keeping


@transaction.atomic
def add_folder(person: Person, name: str, parent: Folder | None = None, note: str = "") -> Folder:
    """A new folder, last among its siblings. Raises ``InvalidInput`` where there are too many, or too deep."""
    if Folder.objects.filter(person=person).count() >= MAX_FOLDERS:
        raise InvalidInput("There are %(limit)s folders at most.", limit=str(MAX_FOLDERS))
    if parent is not None and depth_of(parent) >= MAX_DEPTH:
        raise InvalidInput("Folders stand at most %(limit)s deep in one another.", limit=str(MAX_DEPTH))
    row = Folder(person=person, parent=parent, **_words(person, name, note))
    row.position = _after_last(_siblings(row))
    row.save()
    return row


def depth_of(folder: Folder) -> int:
    """1 for a collection."""
    depth, above = 1, folder.parent
    while above is not None and depth <= MAX_DEPTH:
        depth, above = depth + 1, above.parent
    return depth


@transaction.atomic
def save_request(
    person: Person,
    spec: RequestSpec,
    *,
    name: str = "",
    note: str = "",
    folder: Folder | None = None,
    operation: str = "",
    mock_base: str = "",
    options: Mapping[str, Any] | None = None,
    assertions: Iterable[Assertion] = (),
) -> SavedRequest:
    """Keep a request, whose secrets the caller has taken out. Raises ``InvalidInput`` where it is too much."""
    tend(person)
    if SavedRequest.objects.filter(person=person).count() >= MAX_REQUESTS:
        raise InvalidInput("There are %(limit)s saved requests at most.", limit=str(MAX_REQUESTS))
    words = _words(person, name or _default_name(spec), note)
    row = SavedRequest(person=person, folder=folder, operation=operation, **words)
    row.mock_base, row.options, row.assertions = mock_base, dict(options or {}), dumped(person, assertions)
    _put(row, spec)
    row.position = _after_last(_siblings(row))
    row.save()
    return row


class SavedConflict(Exception):
    """Somebody else saved it since this page was drawn: another tab, or another device."""


def version_of(saved: SavedRequest) -> str:
    """The same for the same request, however often it is renamed or moved."""
    text = json.dumps([saved.request, saved.options], sort_keys=True)
    return blake2b(text.encode(), digest_size=8).hexdigest()


@transaction.atomic
def change_request(
    saved: SavedRequest,
    spec: RequestSpec,
    *,
    mock_base: str = "",
    options: Mapping[str, Any] | None = None,
    seen: str = "",
) -> None:
    """Another request under the same name; its draft has done its work.

    ``seen`` is the version that is to be written over, "" for whichever. Raises ``SavedConflict``.
    """
    now: Any = SavedRequest.objects.select_for_update().get(pk=saved.pk)
    if seen and version_of(now) != seen:
        raise SavedConflict
    saved.mock_base, saved.options = mock_base, dict(options or {})
    _put(saved, spec)
    saved.save(update_fields=["mock_base", "options", "request", "method", "url", "changed"])
    Draft.objects.filter(saved=saved).delete()


def _put(row: SavedRequest, spec: RequestSpec) -> None:
    row.request = document_of(spec)
    row.method, row.url = plain(spec.method)[:40], plain(spec.url)


def document_of(spec: RequestSpec, limit: int = REQUEST_BYTES) -> dict[str, Any]:
    """The request as JSON. Raises ``InvalidInput`` where it is larger than what is kept."""
    document = codec.dump(spec)
    if len(json.dumps(document)) > limit:
        raise InvalidInput(
            "The request has more than %(limit)s of JSON: it is too large to be saved.",
            hint="Leave out the file; its name can stand for it.",
            limit=f"{limit // 2**20} MiB",
        )
    return document


def _default_name(spec: RequestSpec) -> str:
    return f"{spec.method} {spec.url.partition('://')[2].partition('?')[0] or spec.url}"


def _words(person: Person, name: str, note: str) -> dict[str, str]:
    """Secrets by their names: it is hidden before it is cut, so that no half of one is left."""
    return {
        "name": " ".join(hidden(person, plain(name)).split())[: Item.NAME] or _("Untitled"),
        "note": hidden(person, plain(note)).replace("\r\n", "\n").strip()[: Item.NOTE],
    }


def describe(row: Folder | SavedRequest, name: str, note: str) -> None:
    """The person's own words."""
    words = _words(row.person, name, note)
    for column, text in words.items():
        setattr(row, column, text)
    changed = ["changed"] if isinstance(row, SavedRequest) else []
    row.save(update_fields=[*words, *changed])


@transaction.atomic
def add_response(saved: SavedRequest, entry: dict[str, Any], name: str = "") -> SavedResponse:
    """Keep an answer beside a request: a HAR entry, masked. Raises ``InvalidInput`` where it is too large."""
    if saved.responses.count() >= MAX_RESPONSES:
        raise InvalidInput("A request has %(limit)s saved responses at most.", limit=str(MAX_RESPONSES))
    if len(json.dumps(entry)) > RESPONSE_BYTES:
        raise InvalidInput(
            "The response is too large to be saved: at most %(limit)s.",
            hint="Pin the run instead: the history then keeps it whole.",
            limit=f"{RESPONSE_BYTES // 2**20} MiB",
        )
    response = entry["response"]
    default = f"{response['status']} {response['statusText']}".strip()
    words = _words(saved.person, name or default, "")
    row = SavedResponse(saved=saved, name=words["name"], status=response["status"])
    row.entry = entry
    row.save()
    return row


@transaction.atomic
def duplicate(row: SavedRequest) -> SavedRequest:
    """A copy beside it, answers included."""
    if SavedRequest.objects.filter(person=row.person).count() >= MAX_REQUESTS:
        raise InvalidInput("There are %(limit)s saved requests at most.", limit=str(MAX_REQUESTS))
    copy = _copied(row, row.folder)
    copy.name = _("{name} (copy)").format(name=row.name)[: Item.NAME]
    copy.save()
    _number(_siblings(copy))
    return copy


def _copied(row: SavedRequest, folder: Folder | None) -> SavedRequest:
    words = ("name", "note", "method", "url", "position", "assertions")
    names = ("person", "operation", "request", "mock_base", "options", *words)
    copy = SavedRequest.objects.create(folder=folder, **{name: getattr(row, name) for name in names})
    SavedResponse.objects.bulk_create(
        SavedResponse(saved=copy, name=item.name, status=item.status, entry=item.entry) for item in row.responses.all()
    )
    return copy


@transaction.atomic
def duplicate_folder(row: Folder) -> Folder:
    """A copy with all that stands in it."""
    node = node_of(row.person, row)
    folders = sum(1 for _one in node.walk())
    if folders_of(row.person).count() + folders > MAX_FOLDERS:
        raise InvalidInput("There are %(limit)s folders at most.", limit=str(MAX_FOLDERS))
    if SavedRequest.objects.filter(person=row.person).count() + node.count > MAX_REQUESTS:
        raise InvalidInput("There are %(limit)s saved requests at most.", limit=str(MAX_REQUESTS))
    copy = _copied_node(node, row.parent)
    describe(copy, _("{name} (copy)").format(name=row.name), copy.note)
    _number(_siblings(copy))
    return copy


def _copied_node(node: Node, parent: Folder | None) -> Folder:
    row = node.folder
    assert row is not None
    copy = Folder.objects.create(person=row.person, parent=parent, name=row.name, note=row.note, position=row.position)
    for child in node.folders:
        _copied_node(child, copy)
    for saved in SavedRequest.objects.filter(pk__in=[saved.pk for saved in node.requests]):
        _copied(saved, copy)
    return copy


# Moving


@transaction.atomic
def move(row: Folder | SavedRequest, into: Folder | None, before: Folder | SavedRequest | None = None) -> None:
    """Put it into another folder, before a sibling there or last.

    Raises ``InvalidInput`` where it cannot stand there.
    """
    if isinstance(row, Folder):
        _check_place(row, into)
        row.parent = into
    else:
        row.folder = into
    _place(row, before)


def _check_place(row: Folder, into: Folder | None) -> None:
    above = into
    while above is not None:
        if above == row:
            raise InvalidInput("A folder cannot stand in itself.")
        above = above.parent
    if into is None:
        return
    within = max(node.depth for node in _renumbered(node_of(row.person, row)))
    if depth_of(into) + within > MAX_DEPTH:
        raise InvalidInput("Folders stand at most %(limit)s deep in one another.", limit=str(MAX_DEPTH))


def _renumbered(node: Node) -> Iterator[Node]:
    """The nodes with their depth below ``node``, which has 1."""
    for child in node.walk():
        yield Node(child.folder, child.depth - node.depth + 1)


@transaction.atomic
def shift(row: Folder | SavedRequest, by: int) -> None:
    """One place up (-1) or down (+1) among its siblings."""
    rows = list(_siblings(row))
    at = next((index for index, other in enumerate(rows) if other == row), 0)
    rows.insert(max(0, min(len(rows) - 1, at + by)), rows.pop(at))
    _number(rows)


def _place(row: Folder | SavedRequest, before: Folder | SavedRequest | None) -> None:
    rows = [other for other in _siblings(row) if other != row]
    at = next((index for index, other in enumerate(rows) if other == before), len(rows))
    rows.insert(at, row)
    row.save()
    _number(rows)


def _number(rows: Iterable[Folder | SavedRequest]) -> None:
    for position, row in enumerate(rows):
        if row.position != position:
            row.position = position
            type(row).objects.filter(pk=row.pk).update(position=position)


def _siblings(row: Folder | SavedRequest) -> QuerySet[Any]:
    if isinstance(row, Folder):
        return folders_of(row.person).filter(parent=row.parent)
    return requests_of(row.person).filter(folder=row.folder).defer("request", "note")


def _after_last(rows: QuerySet[Any]) -> int:
    last: int | None = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


# Deleting


def delete(row: Folder | SavedRequest) -> None:
    """Out of sight, with all that stands in it, and to be taken back for a while."""
    type(row).objects.filter(pk=row.pk).update(deleted=timezone.now())


@transaction.atomic
def restore(row: T) -> None:
    """Take back what was deleted: to its place, or to the top of the tree where its folder is gone."""
    row.deleted = None
    above = row.parent if isinstance(row, Folder) else row.folder
    if above is not None and not _is_shown(above):
        if isinstance(row, Folder):
            row.parent = None
        else:
            row.folder = None
    row.save()


def _is_shown(folder: Folder) -> bool:
    above: Folder | None = folder
    while above is not None:
        if above.deleted is not None:
            return False
        above = above.parent
    return True


def deleted_of(person: Person | None) -> list[Folder | SavedRequest]:
    """What can be taken back, the newest first."""
    if not person:
        return []
    found: list[Folder | SavedRequest] = [*Folder.objects.filter(person=person).exclude(deleted=None)]
    found += SavedRequest.objects.filter(person=person).exclude(deleted=None).defer("request")
    return sorted(found, key=lambda row: row.deleted or row.created, reverse=True)


def tend(person: Person) -> None:
    """Forget what was deleted long ago."""
    before = timezone.now() - KEPT_DELETED
    kinds: tuple[type[Model], ...] = (Folder, SavedRequest)
    for kind in kinds:
        kind._default_manager.filter(person=person, deleted__lt=before).delete()
