"""Saved requests and their folders."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from ninja import Router, Status

from playground.accounts.models import Person
from playground.api.own import found, person_of
from playground.api.paging import Cursor, Limit, page_of
from playground.api.schemas import (
    FolderChange,
    FolderIn,
    FolderOut,
    FoldersOut,
    ProblemOut,
    SavedChange,
    SavedDetailOut,
    SavedIn,
    SavedListOut,
    SavedOut,
)
from playground.core.importers.formats import har
from playground.environments.services import Choice
from playground.library import assertions, services
from playground.library.models import Folder, SavedRequest
from playground.sharing.importing import without_secrets
from playground.web.origin import mock_base

router = Router(tags=["Saved requests"])


@router.get("/folders", response=FoldersOut, summary="Folders of saved requests")
def folders_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> FoldersOut:
    rows = list(services.folders_of(person_of(request)).order_by("position", "pk"))
    page, following = page_of(rows, cursor, limit, lambda row: str(row.pk))
    return FoldersOut(items=[FolderOut.of(row) for row in page], next=following)


@router.post("/folders", response={201: FolderOut, 404: ProblemOut}, summary="A new folder, empty")
def folder_add(request: HttpRequest, data: FolderIn) -> Status[FolderOut]:
    person = person_of(request)
    made = services.add_folder(person, data.name, _folder(person, data.parent), data.note)
    return Status(201, FolderOut.of(made))


@router.get("/folders/{uuid:folder}", response={200: FolderOut, 404: ProblemOut}, summary="A folder")
def folder_read(request: HttpRequest, folder: UUID) -> FolderOut:
    return FolderOut.of(_own_folder(request, folder))


@router.patch("/folders/{uuid:folder}", response={200: FolderOut, 404: ProblemOut}, summary="Change a folder")
def folder_change(request: HttpRequest, folder: UUID, data: FolderChange) -> FolderOut:
    """What is not given stays as it is. `parent` moves it, null to the top; `before` places it among its siblings."""
    row = _own_folder(request, folder)
    with transaction.atomic():
        if data.name is not None or data.note is not None:
            name = row.name if data.name is None else data.name
            services.describe(row, name, row.note if data.note is None else data.note)
        if data.model_fields_set & {"parent", "before"}:
            into = _folder(person_of(request), data.parent) if "parent" in data.model_fields_set else row.parent
            services.move(row, into, _own_folder(request, data.before) if data.before else None)
    return FolderOut.of(_own_folder(request, folder))


@router.delete("/folders/{uuid:folder}", response={204: None, 404: ProblemOut}, summary="Delete a folder")
def folder_delete(request: HttpRequest, folder: UUID) -> Status[None]:
    """With all that stands in it. For a while it can be taken back, on the page of saved requests."""
    services.delete(_own_folder(request, folder))
    return Status(204, None)


@router.get("/requests", response=SavedListOut, summary="Saved requests")
def requests_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> SavedListOut:
    rows = list(services.requests_of(person_of(request)).defer("request").order_by("folder", "position", "pk"))
    page, following = page_of(rows, cursor, limit, lambda row: str(row.pk))
    return SavedListOut(items=[SavedOut.of(row) for row in page], next=following)


@router.post("/requests", response={201: SavedDetailOut, 404: ProblemOut}, summary="Save a request")
def request_add(request: HttpRequest, data: SavedIn) -> Status[SavedDetailOut]:
    """A secret that stands in it becomes a variable, kept encrypted; the request has its name."""
    person = person_of(request)
    folder, base = _folder(person, data.folder), mock_base(request)
    with transaction.atomic():
        spec = without_secrets(person, har.load(data.request), Choice())
        words: dict[str, Any] = {"name": data.name, "note": data.note, "operation": data.operation}
        words["assertions"] = [each.as_noun() for each in data.assertions]
        saved = services.save_request(person, spec, folder=folder, mock_base=base, **words)
    return Status(201, SavedDetailOut.of(saved, base))


@router.get("/requests/{uuid:saved}", response={200: SavedDetailOut, 404: ProblemOut}, summary="A saved request")
def saved_read(request: HttpRequest, saved: UUID) -> SavedDetailOut:
    return SavedDetailOut.of(_own(request, saved), mock_base(request))


@router.patch(
    "/requests/{uuid:saved}", response={200: SavedDetailOut, 404: ProblemOut}, summary="Change a saved request"
)
def saved_change(request: HttpRequest, saved: UUID, data: SavedChange) -> SavedDetailOut:
    """What is not given stays as it is. `folder` moves it, null to the top; `before` places it among its siblings."""
    row, person, base = _own(request, saved), person_of(request), mock_base(request)
    with transaction.atomic():
        if data.request is not None:
            spec = without_secrets(person, har.load(data.request), Choice())
            services.change_request(row, spec, mock_base=base, options=row.options)
        if data.name is not None or data.note is not None:
            name = row.name if data.name is None else data.name
            services.describe(row, name, row.note if data.note is None else data.note)
        if data.assertions is not None:
            assertions.replace(row, [each.as_noun() for each in data.assertions])
        if data.model_fields_set & {"folder", "before"}:
            into = _folder(person, data.folder) if "folder" in data.model_fields_set else row.folder
            before = _own(request, data.before) if data.before else None
            services.move(row, into, before)
    return SavedDetailOut.of(_own(request, saved), base)


@router.delete("/requests/{uuid:saved}", response={204: None, 404: ProblemOut}, summary="Delete a saved request")
def saved_delete(request: HttpRequest, saved: UUID) -> Status[None]:
    """For a while it can be taken back, on the page of saved requests."""
    services.delete(_own(request, saved))
    return Status(204, None)


def _own(request: HttpRequest, saved: UUID) -> SavedRequest:
    return found(services.requests_of(person_of(request)), "There is no such saved request.", pk=saved)


def _own_folder(request: HttpRequest, folder: UUID) -> Folder:
    return found(services.folders_of(person_of(request)), "There is no such folder.", pk=folder)


def _folder(person: Person, folder: UUID | None) -> Folder | None:
    return found(services.folders_of(person), "There is no such folder.", pk=folder) if folder else None
