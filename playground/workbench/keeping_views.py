"""Saving from the form and from the history, and drafts: guard → keeping → fragment."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from playground.accounts.models import Person
from playground.accounts.services import ensure_person
from playground.catalog.models import OperationRow
from playground.core.errors import InvalidInput, InvalidSaved, UnknownKey
from playground.core.importers import registry as importers
from playground.environments.services import choice_of, remember_choice
from playground.history import services as history
from playground.history.models import Run
from playground.library import drafts
from playground.library import services as library
from playground.library.models import Folder, SavedRequest
from playground.runs.assertions import saved_of
from playground.sharing.importing import import_collection
from playground.sharing.services import assertions_of
from playground.web.origin import mock_base
from playground.workbench import desk as desks
from playground.workbench import keeping
from playground.workbench.desk import Desk
from playground.workbench.keeping import Keeping

#: Bytes of a file that is imported.
IMPORT_BYTES = 32 * 2**20


def _open(request: HttpRequest, key: str) -> Desk:
    try:
        return desks.open_posted(request, key)
    except (OperationRow.DoesNotExist, UnknownKey):
        raise Http404 from None


def _line(request: HttpRequest, desk: Desk, found: Keeping, status: int = 200, **more: Any) -> HttpResponse:
    context = {"desk": desk, "operation": desk.operation, "keeping": found, **more}
    return render(request, "library/_kept.html", context, status=status)


@require_POST
def draft_keep(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what is typed, a moment after it was; answered with the line that says so."""
    desk = _open(request, key)
    found = keeping.keep_draft(desk, key, ensure_person)
    status = 409 if found.conflict else 422 if found.problem else 200
    return _line(request, desk, found, status)


@require_POST
def draft_change(request: HttpRequest, key: str) -> HttpResponse:
    """``draft=discard`` puts away what was typed, ``draft=back`` brings back what was put away or written over."""
    found = keeping.find(request, key)
    if found.draft is None:
        return _back(key, found.saved)
    page = drafts.Page(found.draft.version, found.page.writer)
    with suppress(drafts.DraftConflict):  # another page was faster: what it wrote is what is shown
        (drafts.take_back if request.POST.get("draft") == "back" else drafts.discard)(found.draft, page)
    return _back(key, found.saved)


def _back(key: str, saved: SavedRequest | None) -> HttpResponse:
    query = f"?saved={saved.pk}" if saved else ""
    return HttpResponseRedirect(reverse("workbench:page", args=[key]) + query)


@require_POST
def request_save(request: HttpRequest, key: str) -> HttpResponse:
    """Save under a new name (``save=new``), or under the one that it has (``save=changes``)."""
    desk = _open(request, key)
    found = keeping.find(request, key)
    try:
        saved = _saved(request, ensure_person(request), key, desk, found)
    except InvalidInput as error:
        found.problem = error
        return _not_saved(request, desk, found)
    except library.SavedConflict:
        found.saved_conflict = found.changed = True
        return _not_saved(request, desk, found)
    if not request.htmx:  # type: ignore[attr-defined]
        response: HttpResponse = _back(key, saved)
    else:
        response = _line(request, desk, Keeping(saved, page=keeping.page_of(request)), menu=True, **_lists(request))
    remember_choice(response, desk.choice)
    return response


def _not_saved(request: HttpRequest, desk: Desk, found: Keeping) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return _line(request, desk, found, 409 if found.saved_conflict else 422)
    from playground.workbench.views import page_again

    desk.keeping = found
    return page_again(request, desk)


def _lists(request: HttpRequest) -> dict[str, Any]:
    person = request.person  # type: ignore[attr-defined]
    return {"saved_latest": library.latest(person), "places": library.places(person)}


@transaction.atomic
def _saved(request: HttpRequest, person: Person, key: str, desk: Desk, found: Keeping) -> SavedRequest:
    spec = keeping.without_secrets(person, desk)
    state: dict[str, Any] = {"mock_base": mock_base(request), "options": keeping.options_of(desk)}
    forced = "save_force" in request.POST
    if (forced or request.POST.get("save") == "changes") and found.saved is not None:
        library.change_request(found.saved, spec, **state, seen="" if forced else found.seen)
        return found.saved
    words: dict[str, Any] = {"name": request.POST.get("save_name", ""), "note": request.POST.get("save_note", "")}
    words["assertions"] = keeping.expected_of(found)
    saved = library.save_request(person, spec, folder=_folder(request, person), operation=key, **words, **state)
    draft = drafts.find(person, key, found.saved)
    if draft is not None:  # what was typed has a name now
        draft.delete()
    return saved


def _folder(request: HttpRequest, person: Person) -> Folder | None:
    """The folder that the form names, a new one in it where a name is given; None for the top of the tree."""
    key, name = request.POST.get("save_folder", ""), request.POST.get("save_folder_new", "").strip()
    try:
        folder = get_object_or_404(library.folders_of(person), pk=UUID(key)) if key else None
    except ValueError:
        raise Http404 from None
    return library.add_folder(person, name, folder) if name else folder


@require_http_methods(["GET", "HEAD", "POST"])
def run_save(request: HttpRequest, number: UUID) -> HttpResponse:
    """Save the request of a run, with its answer beside it if that is wanted; or the answer beside a saved request."""
    mine = history.runs_of(request.person).select_related("content", "person")  # type: ignore[attr-defined]
    run = get_object_or_404(mine, pk=number)
    problem = saved = None
    if request.method == "POST":
        try:
            saved = _saved_run(request, run)
            if not request.htmx:  # type: ignore[attr-defined]
                return HttpResponseRedirect(reverse("library:item_edit", args=["requests", saved.pk]))
        except InvalidInput as error:
            problem = error
    template = "library/_run.html" if request.htmx else "library/run.html"  # type: ignore[attr-defined]
    context = {**_saving(request, run), "saved": saved, "problem": problem}
    return render(request, template, context, status=422 if problem else 200)


def _saving(request: HttpRequest, run: Run) -> dict[str, Any]:
    """Where a run can be saved: first where it was sent from."""
    sent_from = saved_of(run)
    same = library.requests_of(run.person).filter(operation=run.operation).defer("request", "note")
    within = request.POST.get("save_folder", str(sent_from.folder_id or "") if sent_from else "")
    places = library.places(run.person)
    return {"run": run, "places": places, "within": within, "beside": same[:200], "sent_from": sent_from}


@transaction.atomic
def _saved_run(request: HttpRequest, run: Run) -> SavedRequest:
    post = request.POST
    if beside := post.get("beside"):
        saved = library.find_request(run.person, beside)
        if saved is None:
            raise Http404
    else:
        saved = library.save_request(
            run.person,
            history.spec_of(run),
            name=post.get("save_name", ""),
            note=post.get("save_note", ""),
            folder=_folder(request, run.person),
            operation=run.operation,
            mock_base=run.content.options.get("mock_base", ""),
            assertions=assertions_of(saved_of(run)),
            options={name: run.content.options[name] for name in keeping.OPTIONS if name in run.content.options},
        )
    if ("response" in post or beside) and run.status is not None:
        library.add_response(saved, history.entry_of(run), post.get("response_name", ""))
    return saved


@require_http_methods(["GET", "HEAD", "POST"])
def saved_import(request: HttpRequest) -> HttpResponse:
    """A collection in the project's own JSON, from a file or pasted."""
    problem = None
    if request.method == "POST":
        try:
            given = importers.load(_given(request))
            import_collection(ensure_person(request), given, choice_of(request))
            return HttpResponseRedirect(reverse("library:tree_read"))
        except InvalidInput as error:
            problem = error
    return render(request, "library/import.html", {"problem": problem}, status=422 if problem else 200)


def _given(request: HttpRequest) -> str:
    """The text that was pasted, or that of the file."""
    upload: Any = request.FILES.get("file")
    if upload is None:
        return request.POST.get("text", "")
    if upload.size > IMPORT_BYTES:
        raise InvalidSaved("The file is too large: at most %(limit)s.", limit=f"{IMPORT_BYTES // 2**20} MiB")
    return str(upload.read().decode("utf-8-sig", "replace"))
