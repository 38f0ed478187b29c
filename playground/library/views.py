"""The page of what is saved: the tree, one of its items, and what can be done with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground.accounts.services import ensure_person
from playground.core.errors import InvalidInput, UnknownKey
from playground.core.exporters import registry
from playground.library import assertions, exporting, services
from playground.library.models import Folder, SavedRequest, SavedResponse
from playground.web.origin import mock_base

Row = Folder | SavedRequest
KINDS: dict[str, type[Folder] | type[SavedRequest]] = {"folders": Folder, "requests": SavedRequest}


def _own(request: HttpRequest, kind: str, number: UUID, *, deleted: bool = False) -> Any:
    """The item, if it is this person's; 404 otherwise, whether there is one or not."""
    person = request.person  # type: ignore[attr-defined]
    if kind not in KINDS or not person:
        raise Http404
    rows: Any = KINDS[kind]._default_manager.filter(person=person)
    return get_object_or_404(rows if deleted else rows.filter(deleted=None), pk=number)


def _folder(request: HttpRequest, key: str) -> Folder | None:
    """The folder that a form names, None for the top of the tree; 404 for what is not there."""
    try:
        return _own(request, "folders", UUID(key)) if key else None
    except ValueError:
        raise Http404 from None


@require_safe
def tree_read(request: HttpRequest) -> HttpResponse:
    deleted = request.GET.get("deleted", "").partition(":")
    try:
        undo = _own(request, deleted[0], UUID(deleted[2]), deleted=True) if deleted[2] else None
    except ValueError:
        undo = None
    return _tree(request, undo=undo, kind=deleted[0], added=request.GET.get("added", "")[:40])


def _tree(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    """The page, or for htmx its tree."""
    person = request.person  # type: ignore[attr-defined]
    context = {"tree": services.tree_of(person), "gone": services.deleted_of(person), **more}
    template = "library/_tree.html" if request.htmx else "library/tree.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=status)


def _changed(request: HttpRequest, query: str = "", **more: Any) -> HttpResponse:
    """What follows a change: the tree as it is now."""
    if request.htmx:  # type: ignore[attr-defined]
        return _tree(request, **more)
    return HttpResponseRedirect(reverse("library:tree_read") + query)


@require_POST
def folder_add(request: HttpRequest) -> HttpResponse:
    parent = _folder(request, request.POST.get("parent", ""))
    try:
        services.add_folder(ensure_person(request), request.POST.get("name", ""), parent)
    except InvalidInput as error:
        return _tree(request, status=422, problem=error)
    return _changed(request)


@require_http_methods(["GET", "HEAD", "POST"])
def item_edit(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    """The page of an item: its name and note, its folder, and what can be taken from it."""
    row = _own(request, kind, number)
    if request.method != "POST":
        return _item(request, kind, row)
    services.describe(row, request.POST.get("name", ""), request.POST.get("note", ""))
    into, within = _folder(request, request.POST.get("folder", "")), _above(row)
    try:
        if into != within:
            services.move(row, into)
    except InvalidInput as error:
        return _item(request, kind, row, status=422, problem=error)
    return HttpResponseRedirect(reverse("library:tree_read"))


def _above(row: Row) -> Folder | None:
    return row.parent if isinstance(row, Folder) else row.folder


def _item(request: HttpRequest, kind: str, row: Row, status: int = 200, **more: Any) -> HttpResponse:
    above = _above(row)
    context = {
        "row": row,
        "kind": kind,
        "places": services.places(row.person),
        "within": str(above.pk) if above else "",
        "exporters": registry.EXPORTERS,
        "assertions": assertions.shown(row) if isinstance(row, SavedRequest) else [],
        **more,
    }
    return render(request, "library/item.html", context, status=status)


@require_POST
def item_move(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    """By a button: ``direction=up|down``; dragged: ``folder`` and ``before``, each an id or ""."""
    row = _own(request, kind, number)
    if direction := request.POST.get("direction"):
        services.shift(row, -1 if direction == "up" else 1)
        return _changed(request)
    into = _folder(request, request.POST.get("folder", ""))
    try:
        before = request.POST.get("before", "")
        services.move(row, into, _own(request, kind, UUID(before)) if before else None)
    except InvalidInput as error:
        return _tree(request, status=422, problem=error)
    except ValueError:
        raise Http404 from None
    return _changed(request)


@require_POST
def item_duplicate(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    row = _own(request, kind, number)
    try:
        (services.duplicate if isinstance(row, SavedRequest) else services.duplicate_folder)(row)
    except InvalidInput as error:
        return _tree(request, status=422, problem=error)
    return _changed(request)


@require_POST
def item_delete(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    row = _own(request, kind, number)
    services.delete(row)
    return _changed(request, f"?deleted={kind}:{number}", undo=row, kind=kind)


@require_POST
def item_restore(request: HttpRequest, kind: str, number: UUID) -> HttpResponse:
    services.restore(_own(request, kind, number, deleted=True))
    return _changed(request)


@require_POST
def assertion_delete(request: HttpRequest, number: UUID) -> HttpResponse:
    """Take away what is expected of the answers of a saved request."""
    row = _own(request, "requests", number)
    assertions.remove(row, request.POST.getlist("remove"))
    return HttpResponseRedirect(reverse("library:item_edit", args=["requests", row.pk]))


def _response(request: HttpRequest, number: UUID, response: UUID) -> SavedResponse:
    saved = _own(request, "requests", number)
    return get_object_or_404(SavedResponse, saved=saved, pk=response)


@require_safe
def response_read(request: HttpRequest, number: UUID, response: UUID) -> HttpResponse:
    """An answer that was kept beside a request."""
    row = _response(request, number, response)
    return render(request, "library/response.html", {"response": row, "answer": row.entry["response"]})


@require_POST
def response_delete(request: HttpRequest, number: UUID, response: UUID) -> HttpResponse:
    _response(request, number, response).delete()
    return HttpResponseRedirect(reverse("library:item_edit", args=["requests", number]))


@require_safe
def folder_export(request: HttpRequest, number: UUID, key: str) -> HttpResponse:
    """A folder as a file, with all that stands in it."""
    return _file(request, _own(request, "folders", number), key)


@require_safe
def library_export(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that this person saved, as a file."""
    if not request.person:  # type: ignore[attr-defined]
        raise Http404
    return _file(request, None, key)


def _file(request: HttpRequest, folder: Folder | None, key: str) -> HttpResponse:
    try:
        exporter = registry.get(key)
    except UnknownKey:
        raise Http404 from None
    person = request.person  # type: ignore[attr-defined]
    return exporting.file_of(exporting.collection_of(person, folder, mock_base(request)), exporter)
