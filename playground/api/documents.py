"""API descriptions and their operations, to read."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from ninja import Router

from playground.api.paging import Cursor, Limit, page_of
from playground.api.problems import NotFound
from playground.api.schemas import (
    DocumentOut,
    DocumentsOut,
    OperationDetailOut,
    OperationOut,
    OperationsOut,
    ProblemOut,
)
from playground.catalog import services as catalog
from playground.catalog.models import Description
from playground.core.openapi.writing import to_openapi

router = Router(tags=["Documents"])


@router.get("/documents", response=DocumentsOut, summary="API descriptions")
def documents_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> DocumentsOut:
    rows = list(Description.objects.filter(published=True).order_by("key"))
    page, following = page_of(rows, cursor, limit, lambda row: row.key)
    return DocumentsOut(items=[DocumentOut.of(row) for row in page], next=following)


@router.get("/documents/{slug:document}", response={200: DocumentOut, 404: ProblemOut}, summary="An API description")
def document_read(request: HttpRequest, document: str) -> DocumentOut:
    row = Description.objects.filter(key=document, published=True).first()
    if row is None:
        raise NotFound("There is no such document.")
    return DocumentOut.of(row)


@router.get(
    "/documents/{slug:document}/operations",
    response={200: OperationsOut, 404: ProblemOut},
    summary="Operations of an API, in the order of its description",
)
def operations_list(request: HttpRequest, document: str, cursor: Cursor = "", limit: Limit = 50) -> OperationsOut:
    outlines = catalog.outlines(_listed(document))
    page, following = page_of(outlines, cursor, limit, lambda item: item.key)
    return OperationsOut(items=[OperationOut.of(item) for item in page], next=following)


@router.get(
    "/documents/{slug:document}/operations/{slug:operation}",
    response={200: OperationDetailOut, 404: ProblemOut},
    summary="An operation with its part of the OpenAPI description",
)
def operation_read(request: HttpRequest, document: str, operation: str) -> OperationDetailOut:
    listed = _listed(document)
    try:
        fragment = catalog.page_of(listed, operation)
    except ObjectDoesNotExist:
        raise NotFound("There is no such operation.") from None
    outline = OperationOut.of(fragment.operation)
    openapi = to_openapi(fragment, listed.title["en"], listed.version, "en")
    return OperationDetailOut(**outline.model_dump(), openapi=openapi)


def _listed(document: str) -> catalog.Listed:
    try:
        return catalog.listed(document)
    except ObjectDoesNotExist:
        raise NotFound("There is no such document.") from None
