"""The history: list, open, delete, and the content of one run page by page."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground import __version__
from playground.core.errors import InvalidInput
from playground.core.exporters.formats import har
from playground.core.prepare import prepare
from playground.core.viewers.base import Position
from playground.history import files, services
from playground.history.code import code_of
from playground.history.inspection import Inspection, message_html, page_html
from playground.history.models import Run
from playground.history.telling import text_html
from playground.web.preferences import preferences

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


def _own(request: HttpRequest, number: UUID) -> Run:
    """The run, if it is this person's; 404 otherwise, whether there is one or not."""
    mine = services.runs_of(request.person)  # type: ignore[attr-defined]
    return get_object_or_404(mine.select_related("content"), pk=number)


@require_safe
def run_list(request: HttpRequest) -> HttpResponse:
    person = request.person  # type: ignore[attr-defined]
    if person:
        services.close_lost_runs(person)
    asked = {name: request.GET.get(name, "").strip()[:200] for name in ("method", "status", "text")}
    found = services.search(services.runs_of(person), **asked)
    page, older = services.page_of(found, request.GET.get("before", ""), services.PAGE)
    given = {name: value for name, value in asked.items() if value}
    context = {
        "runs": page,
        "older": older,
        "query": urlencode(given) + "&" if given else "",
        "filtered": bool(given),
        "methods": METHODS,
        **asked,
    }
    fragment = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    return render(request, "history/_items.html" if fragment else "history/list.html", context)


@require_safe
def run_read(request: HttpRequest, number: UUID) -> HttpResponse:
    run = _own(request, number)
    if not run.is_over:
        services.mark_followed(run)
        services.close_lost_runs(run.person)
        run = _own(request, number)
    code = code_of(services.spec_of(run), request.GET.get("code", ""), preferences(request).target)
    return render(request, "history/detail.html", {"run": run, "composed": _composed(run), "code": code})


def _composed(run: Run) -> SafeString:
    """The request with its variables by name, as a message."""
    try:
        return message_html(har.dump_prepared(prepare(services.spec_of(run))))
    except InvalidInput as error:
        return message_html({"method": run.method, "url": run.url, "postData": {"text": str(error)}})


@require_POST
def run_delete(request: HttpRequest, number: UUID) -> HttpResponse:
    _own(request, number).delete()
    return HttpResponseRedirect(reverse("history:run_list"))


@require_http_methods(["GET", "HEAD", "POST"])
def runs_clear(request: HttpRequest) -> HttpResponse:
    """Ask, then delete everything that this person sent."""
    if request.method != "POST":
        return render(request, "history/clear.html")
    services.runs_of(request.person).delete()  # type: ignore[attr-defined]
    return HttpResponseRedirect(reverse("history:run_list"))


@require_safe
def content_read(request: HttpRequest, number: UUID) -> HttpResponse:
    """The content as it came: to be shown as a medium, or as a file with ``?download=1``."""
    run = _own(request, number)
    seen = Inspection(run)
    return files.respond(request, run, seen.subject.content, seen.view, download="download" in request.GET)


@require_safe
def content_page(request: HttpRequest, number: UUID) -> HttpResponse:
    """A later page of the content: ``?view=pretty|raw|frames&at=…``."""
    run = _own(request, number)
    mode, at = request.GET.get("view", "pretty"), request.GET.get("at", "")
    context = {"run": run, "mode": mode, **_page_of(Inspection(run), mode, Position.parse(at))}
    fragment = request.htmx  # type: ignore[attr-defined]
    return render(request, "history/_content_page.html" if fragment else "history/content.html", context)


def _page_of(seen: Inspection, mode: str, at: Position) -> dict[str, object]:
    if mode == "frames":
        page = seen.frame_page(at.offset)
        return {"html": page.html, "next": page.next, "start": at.offset + 1}
    if mode == "raw":
        view = seen.raw_page(at)
        return {"html": text_html(view.text), "next": view.next}
    view = seen.page(at)
    return {"html": page_html(view), "next": view.next}


@require_safe
def har_read(request: HttpRequest, number: UUID) -> HttpResponse:
    """The run as a HAR 1.2 document, secrets masked."""
    run = _own(request, number)
    creator = {"name": "http-playground", "version": __version__}
    document = {"log": {"version": "1.2", "creator": creator, "entries": [services.entry_of(run)]}}
    response = JsonResponse(document, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="run-{number}.har"'
    return response
