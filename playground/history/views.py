"""One run of the history: its page, and its content page by page."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

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


def own(request: HttpRequest, number: UUID) -> Run:
    """The run, if it is this person's; 404 otherwise, whether there is one or not."""
    mine = services.runs_of(request.person)  # type: ignore[attr-defined]
    return get_object_or_404(mine.select_related("content"), pk=number)


@require_safe
def run_read(request: HttpRequest, number: UUID) -> HttpResponse:
    run = own(request, number)
    if not run.is_over:
        services.mark_followed(run)
        services.close_lost_runs(run.person)
        run = own(request, number)
    code = code_of(services.spec_of(run), request.GET.get("code", ""), preferences(request).target)
    tags = ", ".join(tag.name for tag in run.tags.all())
    context = {"run": run, "composed": _composed(run), "code": code, "tags": tags}
    return render(request, "history/detail.html", context)


def _composed(run: Run) -> SafeString:
    """The request with its variables by name, as a message."""
    try:
        return message_html(har.dump_prepared(prepare(services.spec_of(run))))
    except InvalidInput as error:
        return message_html({"method": run.method, "url": run.url, "postData": {"text": str(error)}})


@require_safe
def content_read(request: HttpRequest, number: UUID) -> HttpResponse:
    """The content as it came: to be shown as a medium, or as a file with ``?download=1``."""
    run = own(request, number)
    seen = Inspection(run)
    return files.respond(request, run, seen.subject.content, seen.view, download="download" in request.GET)


@require_safe
def content_page(request: HttpRequest, number: UUID) -> HttpResponse:
    """A later page of the content: ``?view=pretty|raw|frames&at=…``."""
    run = own(request, number)
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
