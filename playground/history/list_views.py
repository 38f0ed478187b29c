"""The history as lists: pages, groups, and what can be done with the runs that were chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground import __version__
from playground.core.errors import InvalidInput
from playground.history import lists, retention, services
from playground.history.models import Retention, Run
from playground.history.views import own
from playground.web.templatetags.sentences import say

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
#: Runs that can be chosen at once.
CHOSEN = 1_000


@require_safe
def run_list(request: HttpRequest) -> HttpResponse:
    """A page of the list. ``?before=`` is a cursor; ``?group=operation`` shows the newest of each operation."""
    person = request.person  # type: ignore[attr-defined]
    if person:
        services.close_lost_runs(person)
    wanted, group = lists.Wanted.read(request.GET), request.GET.get("group", "")
    before = request.GET.get("before", "")
    fragment = request.htmx and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    context = {"wanted": wanted, "filtered": bool(wanted.query), "group": group, "before": before}
    if group == "operation":
        context |= {"groups": lists.groups_of(person, before)}
    else:
        context |= {"page": lists.page_of(person, wanted, before), "query": wanted.query + "&" if wanted.query else ""}
    if fragment:
        return render(request, "history/_items.html", context)
    context |= {
        "methods": METHODS,
        "apis": lists.choices(person, "api"),
        "operations": lists.choices(person, "operation"),
        "tags": lists.tags_of(person),
        "looked_through": lists.LOOKED_THROUGH,
        "more_filters": any((wanted.operation, wanted.tag, wanted.since, wanted.until, wanted.pinned)),
    }
    return render(request, "history/list.html", context)


@require_POST
def run_delete(request: HttpRequest, number: UUID) -> HttpResponse:
    retention.delete(Run.objects.filter(pk=own(request, number).pk))
    return HttpResponseRedirect(reverse("history:run_list"))


@require_http_methods(["GET", "HEAD", "POST"])
def runs_clear(request: HttpRequest) -> HttpResponse:
    """Ask, then delete everything that this person sent."""
    if request.method != "POST":
        return render(request, "history/clear.html")
    retention.delete(services.runs_of(request.person))  # type: ignore[attr-defined]
    return HttpResponseRedirect(reverse("history:run_list"))


@require_POST
def run_describe(request: HttpRequest, number: UUID) -> HttpResponse:
    """Pin, note and tags of a run, from the form on its page."""
    run = own(request, number)
    note, tags = request.POST.get("note", ""), request.POST.get("tags", "")
    try:
        services.describe(run, note=note, tags=tags.replace("，", ",").split(","))
    except InvalidInput as error:
        context = {"run": run, "note": note, "tags": tags, "problem": say(error.template, error.parameters)}
        return render(request, "history/describe.html", context, status=422)
    services.pin(Run.objects.filter(pk=run.pk), "pinned" in request.POST)
    return HttpResponseRedirect(reverse("history:run_read", args=[number]))


# Runs that were chosen


@require_POST
def runs_chosen(request: HttpRequest) -> HttpResponseBase:
    """What is to be done with the runs that were chosen: ``action`` is delete, pin, unpin or export."""
    chosen = _chosen(request)
    action = request.POST.get("action", "")
    back = reverse("history:run_list") + "?" + lists.Wanted.read(request.POST).query
    if action == "export":
        return _export(chosen) if chosen.exists() else HttpResponseRedirect(back)
    if action in {"pin", "unpin"}:
        services.pin(chosen, action == "pin")
    elif action == "delete" and chosen.exists():
        if "sure" not in request.POST:
            context = {
                "runs": chosen.order_by("-number"),
                "wanted": asdict(lists.Wanted.read(request.POST)),
                "back": back,
            }
            return render(request, "history/delete.html", context)
        retention.delete(chosen)
    return HttpResponseRedirect(back)


def _chosen(request: HttpRequest) -> QuerySet[Run]:
    """Those of this person's runs; what is no number of a run is passed over.

    Asked for the person and the numbers at once, SQLite looks through all that the person has.
    """
    found = Run.objects.filter(pk__in=list(_numbers(request.POST.getlist("run")[:CHOSEN])))
    person = request.person  # type: ignore[attr-defined]
    mine = [pk for pk, owner in found.values_list("pk", "person_id") if person and owner == person.pk]
    return Run.objects.filter(pk__in=mine)


def _numbers(texts: Iterable[str]) -> Iterator[UUID]:
    for text in texts:
        try:
            yield UUID(text)
        except ValueError:
            continue


@require_safe
def har_read(request: HttpRequest, number: UUID) -> HttpResponseBase:
    """The run as a HAR 1.2 document, secrets masked."""
    run = own(request, number)
    return _har(Run.objects.filter(pk=run.pk), f"run-{number}.har")


def _export(runs: QuerySet[Run]) -> HttpResponseBase:
    return _har(runs.order_by("number"), "history.har")


def _har(runs: QuerySet[Run], name: str) -> HttpResponseBase:
    """Entry by entry, so that a thousand answers are never in memory together."""
    response = StreamingHttpResponse(_document(runs), content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _document(runs: QuerySet[Run]) -> Iterator[str]:
    creator = json.dumps({"name": "http-playground", "version": __version__})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "entries": ['
    for place, pk in enumerate(list(runs.values_list("pk", flat=True))):
        run = Run.objects.select_related("content").prefetch_related("tags").filter(pk=pk).first()
        if run is not None:
            yield ("," if place else "") + "\n" + json.dumps(services.entry_of(run), ensure_ascii=False, indent=2)
    yield "\n]}}\n"


# How much is kept


@require_http_methods(["GET", "HEAD", "POST"])
def retention_choose(request: HttpRequest) -> HttpResponse:
    """How long, how many and how much a person wants to keep."""
    person = request.person  # type: ignore[attr-defined]
    own_limits = Retention.objects.filter(person=person).first() if person else None
    given = {name: str(getattr(own_limits, name, None) or "") for name in ("days", "runs", "megabytes")}
    if request.method == "POST":
        given = {name: request.POST.get(name, "").strip() for name in given}
        wrong = [text for text in given.values() if text and not _is_count(text)]
        if not wrong and person:
            retention.choose(person, **{name: int(text) if text else None for name, text in given.items()})
        if not wrong:
            return HttpResponseRedirect(reverse("history:run_list"))
        problem = _("“{text}” is no whole number above 0 and below a billion.").format(text=wrong[0][:40])
        return render(request, "history/retention.html", {**given, "site": _site(), "problem": problem}, status=422)
    return render(request, "history/retention.html", {**given, "site": _site()})


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0


def _site() -> dict[str, int]:
    return {
        "days": settings.PLAYGROUND_HISTORY_DAYS,
        "runs": settings.PLAYGROUND_HISTORY_RUNS,
        "bytes": settings.PLAYGROUND_HISTORY_BYTES,
    }
