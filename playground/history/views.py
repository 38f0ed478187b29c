"""One run of the history: its page, and its content page by page."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from playground.core.errors import InvalidInput
from playground.core.exporters.formats import har
from playground.core.prepare import prepare
from playground.core.viewers import charsets, registry, tables
from playground.core.viewers.base import Position, View
from playground.core.viewers.searching import Hit
from playground.history import files, services
from playground.history.branches import offset, tree_of
from playground.history.code import code_of
from playground.history.finding import HOWS, find, on_page
from playground.history.inspection import Inspection, marked_html, message_html, page_html
from playground.history.models import Run
from playground.history.opened import opened, part_of
from playground.history.telling import text_html
from playground.history.trees import ways_of
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
    """A page of the content: ``?view=pretty|raw|hex|base64|frames&at=…&charset=…``, with what is looked for marked."""
    run = own(request, number)
    mode, at = request.GET.get("view", "pretty"), request.GET.get("at", "")
    charset = charsets.find(request.GET.get("charset", ""))
    seen = Inspection(run, charset)
    panel = request.GET.get("panel", "")
    context = {
        "run": run,
        "mode": mode,
        "charset": charset,
        "panel": panel if panel in {"pretty", "raw"} else "",
        "query": _query(request),
        **_page_of(request, seen, mode, Position.parse(at)),
    }
    fragment = request.htmx  # type: ignore[attr-defined]
    return render(request, "history/_content_page.html" if fragment else "history/content.html", context)


def _page_of(request: HttpRequest, seen: Inspection, mode: str, at: Position) -> dict[str, object]:
    if mode == "table":
        rows = tables.page(seen.subject.text, at.offset)
        return {"table": rows, "next": rows.next}
    if mode == "frames":
        page = seen.frame_page(at.offset)
        return {"html": page.html, "next": page.next, "start": at.offset + 1}
    view = seen.page_as(mode, at)
    found = _found(request, seen, view)
    html = page_html(view, seen.run, found) if mode == "pretty" else marked_html(text_html(view.text), found)
    return {"html": html, "next": view.next, "is_hex": view.kind == "hex"}


def _found(request: HttpRequest, seen: Inspection, view: View) -> list[tuple[Hit, Hit]]:
    """What is looked for, on a page that shows the content as text; nothing where it cannot be looked for."""
    wanted, how = request.GET.get("q", ""), request.GET.get("how", "")
    if not wanted or not view.charset or view.kind == "form":
        return []
    try:
        return on_page(seen.opened, view, wanted, how, case="case" in request.GET)
    except InvalidInput:
        return []


def _query(request: HttpRequest) -> str:
    """What is looked for, for the address of the next page."""
    found = {name: request.GET[name] for name in ("q", "how", "case") if request.GET.get(name)}
    return urlencode(found) if "q" in found else ""


@require_safe
def told_read(request: HttpRequest, number: UUID) -> HttpResponse:
    """What a stream of any length tells, and its final object; with ``?download=1`` the object as a file."""
    run = own(request, number)
    seen = Inspection(run, at_any_length=True)
    if not seen.is_told:
        raise Http404
    if "download" in request.GET:
        headers = {"Content-Disposition": 'attachment; filename="final-object.json"'}
        return HttpResponse(seen.final_text.encode("utf-8", "replace"), "application/json", headers=headers)
    fragment = request.htmx  # type: ignore[attr-defined]
    template = "history/_told_whole.html" if fragment else "history/told.html"
    return render(request, template, {"run": run, "seen": seen})


@require_safe
def rest_read(request: HttpRequest, number: UUID) -> HttpResponse:
    """What stands behind the first view of a response that was just drawn, and the list of the latest runs where the
    page has one (no ``?alone=1``): nobody waits for them."""
    run = own(request, number)
    if not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("history:run_read", args=[run.pk]))
    seen = Inspection(run)
    context: dict[str, object] = {"run": run, "seen": seen, "shown": seen.tabs[1:]}
    if "alone" not in request.GET:
        mine = services.runs_of(request.person)  # type: ignore[attr-defined]
        context |= {"latest": list(mine[: services.LATEST]), "oob": True}
    return render(request, "history/_rest.html", context)


@require_safe
def content_tree(request: HttpRequest, number: UUID) -> HttpResponse:
    """A branch of a JSON or XML content: ``?at=`` its offset, ``from`` and ``index`` of its first child; without, the
    root."""
    run = own(request, number)
    context = {"run": run, **tree_of(opened(run), ways_of(run), request.GET)}
    fragment = request.htmx  # type: ignore[attr-defined]
    return render(request, "history/_tree.html" if fragment else "history/tree.html", context)


@require_safe
def content_part(request: HttpRequest, number: UUID) -> HttpResponse:
    """The media inside a string of a JSON content that begins at ``?at=``; as a file with ``download=1``."""
    run = own(request, number)
    found = part_of(opened(run), offset(request.GET, "at"))
    if found is None:
        raise Http404
    content, content_type = found
    view = registry.view(content, content_type)
    return files.respond(request, run, content, view, download="download" in request.GET)


@require_safe
def content_find(request: HttpRequest, number: UUID) -> HttpResponse:
    """What is looked for in the whole content: ``?q=…&how=text|regex|jsonpath&case=1``."""
    run = own(request, number)
    wanted, how = request.GET.get("q", ""), request.GET.get("how", "text")
    context: dict[str, object] = {"run": run, "q": wanted, "how": how if how in HOWS else "text"}
    status = 200
    try:
        context["found"] = find(run, opened(run), wanted, how, case="case" in request.GET) if wanted else None
    except InvalidInput as error:
        context["problem"], status = error, 422
    fragment = request.htmx  # type: ignore[attr-defined]
    response = render(request, "history/_found.html" if fragment else "history/found.html", context, status=status)
    response.headers["HX-Trigger-After-Swap"] = "found"  # what shows the content marks it there
    return response


@require_safe
def font_style(request: HttpRequest, number: UUID) -> HttpResponse:
    """A style sheet that gives the font of the content a name, for its specimen."""
    run = own(request, number)
    address = reverse("history:content_read", args=[run.pk])
    css = f'@font-face {{ font-family: "Answered"; src: url("{address}"); }}\n'
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": "private, max-age=300"})
