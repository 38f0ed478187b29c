"""Sending, watching and stopping: guard → service → fragment."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from playground.core.errors import InvalidInput
from playground.history import services as history
from playground.history.models import Run
from playground.runs import live
from playground.runs import services as runs


def _own(request: HttpRequest, number: UUID) -> Run:
    """The run, if it is this person's; 404 otherwise, whether there is one or not."""
    mine = history.runs_of(request.person)  # type: ignore[attr-defined]
    return get_object_or_404(mine.select_related("content", "person"), pk=number)


@require_GET
def events_read(request: HttpRequest, number: UUID) -> HttpResponseBase:
    """Send the run if nobody did, and show what happens as it happens."""
    response = StreamingHttpResponse(live.stream(request, _own(request, number)), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


@require_POST
def run_stop(request: HttpRequest, number: UUID) -> HttpResponse:
    run = _own(request, number)
    if not run.is_over:
        runs.request_stop(run)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("history:run_read", args=[number]))


@require_POST
def run_repeat(request: HttpRequest, number: UUID) -> HttpResponse:
    """The same request once more, as a run of its own."""
    run = _own(request, number)
    try:
        again = runs.repeat(run)
    except InvalidInput:  # a variable was changed since: the form shows which, and where
        return HttpResponseRedirect(reverse("workbench:page_start") + f"?run={run.pk}")
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "history/_running.html", {"run": again})
    runs.perform_to_end(again)
    return HttpResponseRedirect(reverse("history:run_read", args=[again.pk]))
