"""The page where all meet: guard → form → core → render."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground.accounts.models import Person
from playground.accounts.services import ensure_person
from playground.catalog import services as catalog
from playground.catalog import tree
from playground.catalog.models import Description, OperationRow
from playground.catalog.names import SHIPPED, name_of
from playground.core import snippets
from playground.core.errors import InvalidInput, PlaygroundError, UnknownKey, UnresolvedVariables
from playground.core.openapi.keys import server_values
from playground.core.schema.control import AT
from playground.core.snippets import registry
from playground.environments.services import keep_value, place_for_new, remember_choice, set_variable, variables_of
from playground.environments.views import names_read as environment_names
from playground.history import services as history
from playground.history.models import Run
from playground.library import services as library
from playground.runs import services as runs
from playground.runs.handover import Begun
from playground.runs.limits import TooManyRuns
from playground.runs.live import Page
from playground.runs.views import refused
from playground.sharing import own_views as own_shares
from playground.sharing import services as sharing
from playground.sharing.models import Share
from playground.web.clients import client_address
from playground.web.origin import api_base, mock_base
from playground.workbench import desk as desks
from playground.workbench import keeping, links
from playground.workbench.bodies import shows
from playground.workbench.code import remember_choices
from playground.workbench.composer import BODY_TYPES, METHODS
from playground.workbench.desk import Desk
from playground.workbench.drawn import drawing_of
from playground.workbench.options import of_run


@require_http_methods(["GET", "HEAD", "POST"])
@ensure_csrf_cookie
def page_start(request: HttpRequest) -> HttpResponse:
    """The start page; with ``?run=``, ``?saved=`` or ``?share=`` what was sent, saved or shared, in its form."""
    run, shared = _asked_run(request), _asked_share(request)
    kept = run or shared or keeping.asked_saved(request)
    return _page(request, _known(kept.operation) if kept else catalog.START, run, shared)


def _known(operation: str) -> str:
    """The operation, or that of the start page for a request of none that is there (any more)."""
    try:
        return catalog.page(operation).operation.key if operation else catalog.START
    except OperationRow.DoesNotExist:
        return catalog.START


@require_safe
def api_start(request: HttpRequest, api: str) -> HttpResponse:
    """To the form of the first operation of an API."""
    if api == SHIPPED:
        return HttpResponseRedirect(reverse("workbench:page_start"))
    try:
        first = next(tree.leaves(catalog.listed(api).navigation), None)
    except Description.DoesNotExist:
        raise Http404 from None
    if first is None:
        return HttpResponseRedirect(reverse("catalog:index", args=[api]))
    return HttpResponseRedirect(reverse("workbench:page", args=[name_of(api, first.key)]))


@require_http_methods(["GET", "HEAD", "POST"])
@ensure_csrf_cookie
def page(request: HttpRequest, key: str) -> HttpResponse:
    return _page(request, key, _asked_run(request))


def _asked_run(request: HttpRequest) -> Run | None:
    number = request.GET.get("run")
    if not number:
        return None
    if not re.fullmatch(r"[0-9a-fA-F-]{32,36}", number):
        raise Http404
    person = request.person  # type: ignore[attr-defined]
    run = get_object_or_404(history.runs_of(person).select_related("content"), pk=number)
    if not run.is_over:
        # The page was reloaded: whoever sends the run goes on, since it is followed.
        history.mark_followed(run)
    return run


def _asked_share(request: HttpRequest) -> Share | None:
    """What is behind the link of a share that is opened here: a copy in a form of one's own."""
    key = request.GET.get("share")
    return get_object_or_404(sharing.open_shares(), pk=key[:40].replace("\x00", "")) if key else None


def _page(request: HttpRequest, key: str, run: Run | None, shared: Share | None = None) -> HttpResponse:
    try:
        desk = _open_shared(request, key, shared) if shared else _open(request, key, run)
    except OperationRow.DoesNotExist:
        if shared is None or key == catalog.START:
            raise Http404 from None
        return _page(request, catalog.START, run, shared)
    if request.method == "POST":
        desk.keeping = keeping.keep_draft(desk, key, ensure_person)
    elif desk.keeping is None:
        desk.keeping = keeping.drawn(keeping.find(request, key), desk)
    # Without JavaScript a form that cannot be sent comes back as 422 from `send`; drawing it again is a success.
    status = 400 if desk.linked and desk.linked.problem else 200
    response = _with_code_choices(render(request, "workbench/page.html", _context(desk, run), status=status), desk)
    if desk.environment is not None:
        remember_choice(response, desk.choice)
    return response


def _open(request: HttpRequest, key: str, run: Run | None) -> Desk:
    try:
        if request.method == "POST":
            return desks.open_posted(request, key)
        if run is not None:
            desk = desks.open_spec(request, key, history.spec_of(run))
            desk.composer = replace(desk.composer, pane="response", options=of_run(run.content.options))
            return desk
        if links.asks(request.GET):
            return links.opened(request, desks.open_documented(request, key, request.GET.get("example") or None))
        return keeping.open_asked(request, key)
    except (OperationRow.DoesNotExist, UnknownKey):
        raise Http404 from None


def _open_shared(request: HttpRequest, key: str, shared: Share) -> Desk:
    """Raises ``OperationRow.DoesNotExist`` where the catalog has its operation no more."""
    desk = desks.open_spec(request, key, sharing.spec_of(shared, mock_base(request)))
    person = request.person  # type: ignore[attr-defined]
    if person and person.pk == shared.person_id:
        return desk
    return links.guarded(desk, links.Note(share=f"{shared.method} {shared.path}"))


def _context(desk: Desk, run: Run | None = None, **more: Any) -> dict[str, Any]:
    person = desk.request.person  # type: ignore[attr-defined]
    listed = catalog.listed_of(desk.operation.key)
    return {
        "desk": desk,
        "composer": desk.composer,
        "operation": desk.operation,
        "run": run,
        "listed": listed,
        "drawing": drawing_of(desk, listed),
        "methods": METHODS if desk.composer.method in METHODS else (*METHODS, desk.composer.method),
        "body_types": BODY_TYPES,
        "latest": history.latest(person),
        "keeping": desk.keeping or keeping.find(desk.request, desk.operation.key),
        "saved_latest": library.latest(person),
        "places": library.places(person),
        "variables": variables_of(person, desk.choice),
        "languages": registry.languages(),
        **more,
    }


def page_again(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The page as it was posted, with what is wrong: nothing that was typed is lost."""
    return render(request, "workbench/page.html", _context(desk), status=422)


@require_POST
def live(request: HttpRequest, key: str) -> HttpResponse:
    """What follows a keystroke: the chosen pane, and whatever else of the form changed by it."""
    desk = _open(request, key, None)
    desk.hurried = True
    action = request.POST.get("action", "")
    context = {
        "desk": desk,
        "composer": desk.composer,
        "operation": desk.operation,
        "languages": registry.languages(),
        "methods": METHODS,
        "body_types": BODY_TYPES,
        "variables": {},
        **_changes(desk, action),
    }
    # The answer is what was asked for, also where it says what is wrong with the request: it is drawn either way.
    response = render(request, "workbench/_live.html", context, status=422 if desk.error else 200)
    if desk.environment is not None:
        remember_choice(response, desk.choice)
    return _with_code_choices(response, desk)


def _with_code_choices(response: HttpResponse, desk: Desk) -> HttpResponse:
    """The answer with what was chosen for code remembered; one that shows values of secrets is kept by nobody."""
    if desk.composer.pane == "code":
        remember_choices(response, desk.request, desk.code)
    if desk.code.choices.reveals:
        response.headers["Cache-Control"] = "no-store"
    return response


def _changes(desk: Desk, action: str) -> dict[str, Any]:
    """Which parts of the form are to be drawn again; what the person is typing in is never among them."""
    post = desk.request.POST
    posted = post.get("body", "").replace("\r\n", "\n")
    is_json = desk.composer.body_type == "json"
    whole_body = (
        action.startswith(("example:", "undo", "body-restore"))
        or post.get("body_type_shown", "") != desk.composer.body_type
    )
    return {
        "rows_changed": action.split(":")[1] if action.startswith("row-") else "",
        "variables_changed": list(desk.missing) != post.getlist("named"),
        "body_changed": whole_body,
        "text_changed": is_json and not whole_body and desk.composer.body != posted,
        "controls_changed": is_json
        and not whole_body
        and desk.merged.tree is not None
        and not shows(desk.merged.tree, post),
        "undo_changed": not whole_body and desk.undo != post.get("undo", ""),
        "environment_changed": desk.environment is not None,
        "base_changed": is_json and not whole_body and desk.merged.broken is None,
        "has_controls": any(name.startswith(AT) for name in post),
    }


@require_POST
def problems(request: HttpRequest, key: str) -> HttpResponse:
    """What is wrong with the request, where telling it took too long for the answer of a keystroke."""
    desk = _open(request, key, None)
    return render(request, "workbench/_checked.html", {"desk": desk, "composer": desk.composer, "oob": True})


@require_POST
def send(request: HttpRequest, key: str) -> HttpResponse:
    """Send the request. Where there is no JavaScript, its end is waited for."""
    desk = _open(request, key, None)
    person = ensure_person(request)
    _keep_typed_variables(request, desk)
    problem = _why_not(desk, request)
    if problem is None:
        try:
            return _sent(request, person, key, desk)
        except (InvalidInput, TooManyRuns) as error:
            problem = error
    context = _context(desk, problem=problem)
    if request.htmx:  # type: ignore[attr-defined]
        return refused(render(request, "workbench/_refused.html", context), problem)
    desk.composer = replace(desk.composer, pane="response")
    return refused(render(request, "workbench/page.html", {**context, "composer": desk.composer}), problem)


def _keep_typed_variables(request: HttpRequest, desk: Desk) -> None:
    if not desk.typed and not desk.plain:
        return
    person, kept = ensure_person(request), desk.kept_scopes
    where = place_for_new(person, desk.choice)
    key = desk.choice.key_for_new
    for name, value in desk.typed.items():
        keep_value(person, name, getattr(value, "value", ""), secret=True, environment=where, session_key=key)
    for name, value in desk.plain.items():
        if kept.get(name) != value:
            keep_value(person, name, str(value), secret=kept.is_secret(name), environment=where)
    for name in ("held", "kept_scopes", "scopes", "missing", "shown", "prepared"):
        desk.__dict__.pop(name, None)


def _why_not(desk: Desk, request: HttpRequest) -> PlaygroundError | None:
    """What keeps the request from being sent, for the person to mend."""
    if desk.error is not None:
        return desk.error
    files = desk.prepared.missing_files if not isinstance(desk.prepared, InvalidInput) else ()
    if files:
        return InvalidInput(
            "No file was chosen for %(names)s.", hint="Choose it in the Body tab.", names=", ".join(files)
        )
    try:
        desk.composer.options.chosen()
    except ValueError:
        return InvalidInput("The time limit is not a number of seconds.", hint="Write one like 30, or leave it empty.")
    # What the page has named already, the person sends knowingly: an API may do without the key.
    unnamed = set(desk.missing) - set(request.POST.getlist("named"))
    if unnamed and "send_anyway" not in request.POST:
        return UnresolvedVariables(desk.missing)
    return None


def _sent(request: HttpRequest, person: Person, key: str, desk: Desk) -> HttpResponse:
    """The answer, if it is there at once; else the place where it will be shown. Raises as ``runs.start`` does."""
    saved = keeping.asked_saved(request)
    wanted: dict[str, Any] = {
        "operation": key,
        "mock_base": mock_base(request),
        "options": {**desk.run_options, **_way_home(request, key), **({"saved": str(saved.pk)} if saved else {})},
        "client": client_address(request),
        "choice": desk.choice,
        "documented": desk.documented,
        "at_hand": runs.AtHand(desk.held, desk.operation),
    }
    if request.htmx:  # type: ignore[attr-defined]
        response = _begun(request, runs.begin(person, desk.spec, **wanted), desk)
    else:
        run = runs.perform_to_end(runs.start(person, desk.spec, **wanted), desk.choice.session_key)
        kept = keeping.keep_draft(desk, key, ensure_person)
        query = f"?run={run.pk}" + (f"&saved={kept.saved.pk}" if kept.saved else "")
        response = HttpResponseRedirect(reverse("workbench:page_start") + query)
    remember_choice(response, desk.choice)
    return response


def _way_home(request: HttpRequest, key: str) -> dict[str, str]:
    """Where our own API is reached without leaving the house: by what was composed in one of its forms, nothing else.

    What the API sends has no such way, so that no chain of sends that call each other stands on it.
    """
    return {"api_base": api_base(request)} if catalog.is_own(key) else {}


def _begun(request: HttpRequest, begun: Begun, desk: Desk) -> HttpResponse:
    if begun.wait():
        finished = Page(request).finished(begun.run)
        return render(request, "workbench/_answered.html", {"finished": mark_safe(finished), "desk": desk})
    begun.leave()
    return render(request, "workbench/_started.html", {"run": begun.run, "desk": desk})


@require_POST
def share(request: HttpRequest, key: str) -> HttpResponse:
    """A frozen copy of the form, behind a link."""
    desk = _open(request, key, None)
    person = ensure_person(request)
    session_key = desk.choice.session_key
    try:
        made = sharing.share(
            person,
            desk.spec,
            operation=key,
            mock_base=mock_base(request),
            documented=desk.documented,
            session_key=session_key,
            typed=desk.typed,
            run=_answered(request, person, desk),
            assertions=sharing.assertions_of(keeping.asked_saved(request)),
        )
    except InvalidInput as error:
        return own_shares.not_made(request, error)
    if not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("sharing:share_edit", args=[made.pk]))
    return own_shares.made(request, made, template="workbench/_shared.html")


def _answered(request: HttpRequest, person: Person, desk: Desk) -> Run | None:
    """The run whose response is shown, if it sent what stands in the form."""
    number = request.POST.get("answered", "")
    if not re.fullmatch(r"[0-9a-f-]{36}", number):
        return None
    run = history.runs_of(person).select_related("content").filter(pk=number).first()
    same = run is not None and sharing.same_request(person, desk.spec, run, desk.choice.session_key, desk.documented)
    return run if same else None


@require_POST
def link(request: HttpRequest, key: str) -> HttpResponse:
    """The form as an address. Without JavaScript that address is where one goes, to be copied from there."""
    desk = _open(request, key, None)
    try:
        address = links.address(desk, reverse("workbench:page", args=[key]))
    except InvalidInput as error:
        return own_shares.not_made(request, error)
    if not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(address)
    return render(request, "workbench/_link.html", {"address": request.build_absolute_uri(address)})


@require_POST
def code_download(request: HttpRequest, key: str) -> HttpResponse:
    """The code that is shown, as a file."""
    desk = _open(request, key, None)
    if not isinstance(desk.code.snippet, snippets.Snippet):
        return render(request, "workbench/_code.html", _context(desk), status=422)
    response = HttpResponse(desk.code.snippet.code, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="request.{desk.code.target.extension}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def names_read(request: HttpRequest, key: str) -> HttpResponse:
    """The names that a request of this operation can use, those of its description among them."""
    try:
        described = server_values(catalog.page(key).operation)
    except OperationRow.DoesNotExist:
        raise Http404 from None
    return environment_names(request, described)


@require_POST
def variable_forget(request: HttpRequest, name: str) -> HttpResponse:
    """Forget a value that this person gave."""
    person = request.person  # type: ignore[attr-defined]
    if not person:
        raise Http404
    set_variable(person, name, "", secret=True)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse("")
    return HttpResponseRedirect(reverse("workbench:page_start"))
