"""Saved requests and their folders."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest
from ninja import Router, Status

from playground.accounts.models import Person
from playground.api.own import found, person_of
from playground.api.paging import Cursor, Limit, page_of
from playground.api.schemas import (
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
from playground.core.messages import RequestSpec
from playground.environments.services import Choice, set_variable, taken_names, without_typed_secrets
from playground.library import services
from playground.library.models import Folder, SavedRequest
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
        spec = _without_secrets(person, har.load(data.request))
        saved = services.save_request(
            person, spec, name=data.name, note=data.note, folder=folder, operation=data.operation, mock_base=base
        )
    return Status(201, SavedDetailOut.of(saved, base))


@router.get("/requests/{uuid:saved}", response={200: SavedDetailOut, 404: ProblemOut}, summary="A saved request")
def saved_read(request: HttpRequest, saved: UUID) -> SavedDetailOut:
    return SavedDetailOut.of(_own(request, saved), mock_base(request))


@router.patch(
    "/requests/{uuid:saved}", response={200: SavedDetailOut, 404: ProblemOut}, summary="Change a saved request"
)
def saved_change(request: HttpRequest, saved: UUID, data: SavedChange) -> SavedDetailOut:
    """What is not given stays as it is."""
    row, person, base = _own(request, saved), person_of(request), mock_base(request)
    with transaction.atomic():
        if data.request is not None:
            spec = _without_secrets(person, har.load(data.request))
            services.change_request(row, spec, mock_base=base, options=row.options)
        if data.name is not None or data.note is not None:
            name = row.name if data.name is None else data.name
            services.describe(row, name, row.note if data.note is None else data.note)
    return SavedDetailOut.of(row, base)


@router.delete("/requests/{uuid:saved}", response={204: None, 404: ProblemOut}, summary="Delete a saved request")
def saved_delete(request: HttpRequest, saved: UUID) -> Status[None]:
    """For a while it can be taken back, on the page of saved requests."""
    services.delete(_own(request, saved))
    return Status(204, None)


def _own(request: HttpRequest, saved: UUID) -> SavedRequest:
    return found(services.requests_of(person_of(request)), "There is no such saved request.", pk=saved)


def _folder(person: Person, folder: UUID | None) -> Folder | None:
    return found(services.folders_of(person), "There is no such folder.", pk=folder) if folder else None


def _without_secrets(person: Person, spec: RequestSpec) -> RequestSpec:
    spec, taken = without_typed_secrets(spec, taken_names(person, Choice()))
    for name, value in taken.items():
        set_variable(person, name, value, secret=True)
    return spec
