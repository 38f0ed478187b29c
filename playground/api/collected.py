"""What is saved, as a file: collections out in every format, and in again; and drafts of what is not saved."""

from __future__ import annotations

import json
from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from ninja import Body, Path, Router, Status

from playground.accounts.models import Person
from playground.api.own import found, person_of
from playground.api.paging import Cursor, Limit, page_of
from playground.api.problems import Conflict, NotFound
from playground.api.schemas import DraftDetailOut, DraftIn, DraftOut, DraftsOut, FolderOut, ProblemOut
from playground.catalog import services as catalog
from playground.catalog.names import name_of
from playground.core.errors import UnknownKey
from playground.core.exporters import registry
from playground.core.importers import registry as importers
from playground.core.importers.formats import har
from playground.environments.services import Choice
from playground.library import drafts, exporting, services
from playground.library.models import Draft, Folder
from playground.sharing.importing import import_collection, without_secrets
from playground.web.origin import mock_base

router = Router(tags=["Saved requests"])

Format = Annotated[str, Path(description=f"One of: {', '.join(item.key for item in registry.EXPORTERS)}.")]
Key = Annotated[int, Path(ge=1, le=2**63 - 1)]
_EXPORT: dict[Any, Any] = {200: dict[str, Any], 404: ProblemOut}


@router.get("/export/{slug:format}", response=_EXPORT, summary="Everything that is saved, in one file")
def library_export(request: HttpRequest, format: Format) -> dict[str, Any]:
    return _exported(request, None, format)


@router.get("/folders/{uuid:folder}/export/{slug:format}", response=_EXPORT, summary="A folder as a file")
def folder_export(request: HttpRequest, folder: UUID, format: Format) -> dict[str, Any]:
    """With all that stands in it; no secret is in it."""
    row = found(services.folders_of(person_of(request)), "There is no such folder.", pk=folder)
    return _exported(request, row, format)


def _exported(request: HttpRequest, folder: Folder | None, format: str) -> dict[str, Any]:
    try:
        exporter = registry.get(format)
    except UnknownKey:
        raise NotFound("There is no such format.") from None
    collection = exporting.collection_of(person_of(request), folder, mock_base(request))
    # What no UTF-8 can carry is shown as U+FFFD, as in the file.
    text = json.dumps(exporter.dump(collection), ensure_ascii=False).encode("utf-8", "replace")
    file: dict[str, Any] = json.loads(text)
    return file


@router.post("/import", response={201: FolderOut}, summary="Keep a collection as a folder of its own")
def collection_import(request: HttpRequest, data: Annotated[dict[str, Any], Body()]) -> Status[FolderOut]:
    """A file of the format `playground_json`. A secret that stands in it becomes a variable, kept encrypted."""
    return Status(201, FolderOut.of(import_collection(person_of(request), importers.load(json.dumps(data)), Choice())))


# Drafts


@router.get("/drafts", response=DraftsOut, summary="What was typed and not saved")
def drafts_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> DraftsOut:
    rows = list(_drafts(person_of(request)).defer("request", "former").order_by("pk"))
    page, following = page_of(rows, cursor, limit, lambda row: str(row.pk))
    return DraftsOut(items=[DraftOut.of(row) for row in page], next=following)


@router.get("/drafts/{draft}", response={200: DraftDetailOut, 404: ProblemOut}, summary="A draft")
def draft_read(request: HttpRequest, draft: Key) -> DraftDetailOut:
    return DraftDetailOut.of(_own(request, draft), mock_base(request))


@router.put(
    "/documents/{slug:document}/operations/{slug:operation}/draft",
    response={200: DraftDetailOut, 404: ProblemOut, 409: ProblemOut},
    summary="Keep a draft of an operation",
)
def draft_keep(request: HttpRequest, document: str, operation: str, data: DraftIn) -> DraftDetailOut:
    """It stands in the form of the operation when that is opened next. A secret in it becomes a variable. With
    `version` nothing is written over that somebody else wrote since (409)."""
    person, base, operation = person_of(request), mock_base(request), name_of(document, operation)
    try:
        catalog.page(operation)
    except (ObjectDoesNotExist, UnknownKey):
        raise NotFound("There is no such operation.") from None
    spec = without_secrets(person, har.load(data.request), Choice())
    state = {"request": services.document_of(spec), "mock_base": base, "options": {}}
    page = drafts.Page(data.version or 0, "", force=data.version is None)
    try:
        return DraftDetailOut.of(drafts.put(person, operation, None, state, page), base)
    except drafts.DraftConflict as conflict:
        raise Conflict(
            "The draft was written elsewhere since: it is at version %(version)s.", version=str(conflict.draft.version)
        ) from None


@router.delete("/drafts/{draft}", response={204: None, 404: ProblemOut}, summary="Discard a draft")
def draft_discard(request: HttpRequest, draft: Key) -> Status[None]:
    """For some days it can be brought back, in the form of its operation."""
    row = _own(request, draft)
    drafts.discard(row, drafts.Page(row.version, force=True))
    return Status(204, None)


def _drafts(person: Person) -> Any:
    return Draft.objects.filter(person=person, discarded=False)


def _own(request: HttpRequest, draft: int) -> Draft:
    row: Draft = found(_drafts(person_of(request)), "There is no such draft.", pk=draft)
    return row
