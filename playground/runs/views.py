"""Sending, watching and stopping: guard → service → fragment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from playground.accounts.services import ensure_person
from playground.core.assertions import Assertion
from playground.core.errors import InvalidInput, PlaygroundError
from playground.core.variables import Secret
from playground.environments.services import choice_of
from playground.history import services as history
from playground.history.models import Run
from playground.library import assertions as kept
from playground.runs import assertions, extraction, live, prices
from playground.runs import services as runs
from playground.runs.advice import advice
from playground.runs.checks import sections
from playground.runs.limits import TooManyRuns
from playground.runs.sections import Answer
from playground.web.clients import client_address
from playground.web.templatetags.sentences import say


def _own(request: HttpRequest, number: UUID) -> Run:
    """The run, if it is this person's; 404 otherwise, whether there is one or not."""
    mine = history.runs_of(request.person)  # type: ignore[attr-defined]
    return get_object_or_404(mine.select_related("content", "person"), pk=number)


@require_GET
def events_read(request: HttpRequest, number: UUID) -> HttpResponseBase:
    """Send the run if nobody did, and show what happens as it happens."""
    return _event_stream(live.stream(request, _own(request, number)))


@require_GET
def replay_read(request: HttpRequest, number: UUID) -> HttpResponseBase:
    """Show a run that is over at the pace at which it came, without sending anything."""
    run = _own(request, number)
    return _event_stream(live.replay(request, run) if run.is_over else live.stream(request, run))


@require_GET
def replay_show(request: HttpRequest, number: UUID) -> HttpResponse:
    """The place where a run is replayed; ``?end=1`` is the run as it stands, and so is it without a script."""
    run = _own(request, number)
    if not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(reverse("history:run_read", args=[run.pk]))
    template = "history/_response.html" if "end" in request.GET or not run.is_over else "runs/_replay.html"
    return render(request, template, {"run": run, "alone": "alone" in request.GET})


def _event_stream(pieces: Iterator[bytes]) -> HttpResponseBase:
    response = StreamingHttpResponse(pieces, content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


@require_safe
def show_checks(request: HttpRequest, number: UUID) -> HttpResponse:
    """What there is to say of the answer of a run that is over; ``?strict=1`` allows no property but the described,
    and ``?whole=1`` takes its time for a very long stream."""
    answer = Answer(_own(request, number), "strict" in request.GET, at_any_length="whole" in request.GET)
    context = {
        "run": answer.run,
        "answer": answer,
        "advice": advice(answer.run, answer.fields) if answer.run.is_over else None,
        "sections": sections(answer),
        "open": "open" in request.GET,
    }
    fragment = request.htmx  # type: ignore[attr-defined]
    return render(request, "runs/_checks.html" if fragment else "runs/checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def values_keep(request: HttpRequest, number: UUID) -> HttpResponse:
    """Parts of an answer to keep as variables: those on offer, the rules of the operation, and what was just kept."""
    run = _own(request, number)
    context: dict[str, Any] = {"run": run}
    status = 200
    if request.method == "POST":
        try:
            context["kept"] = _kept(request, run)
        except InvalidInput as error:
            context["problem"], status = error, 422
    context |= {"candidates": list(extraction.candidates(run)), "rules": extraction.rules_of(run), "post": request.POST}
    template = "runs/_values.html" if request.htmx else "runs/values.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=status)


def _kept(request: HttpRequest, run: Run) -> tuple[str, str] | None:
    """Name and value of what was kept; None where a rule was taken away. Raises ``InvalidInput``."""
    post = request.POST
    if "forget" in post:
        extraction.rules_of(run).filter(pk__in=[pk for pk in post.getlist("forget") if pk.isdecimal()]).delete()
        return None
    name, secret = post.get("name", "").strip(), "secret" in post
    value = extraction.take(
        run,
        post.get("source", "body"),
        post.get("expression", "").strip(),
        name,
        secret=secret,
        always=post.get("action") == "always",
    )
    return name, Secret(value).ends if secret else value[: extraction.SHOWN]


@require_http_methods(["GET", "HEAD", "POST"])
def assertions_edit(request: HttpRequest, number: UUID) -> HttpResponse:
    """What is expected of each answer of the operation or the saved request: a POST adds one, or takes one away."""
    run = _own(request, number)
    context: dict[str, Any] = {"run": run, "parts": kept.PARTS, "comparisons": kept.COMPARISONS}
    status = 200
    if request.method == "POST":
        try:
            _change_assertions(request, run)
            context["changed"] = True
        except InvalidInput as error:
            context |= {"problem": error, "post": request.POST}
            status = 422
    context |= {"lines": assertions.lines(run), "saved": assertions.saved_of(run)}
    template = "runs/_assertions.html" if request.htmx else "runs/assertions.html"  # type: ignore[attr-defined]
    return render(request, template, context, status=status)


def _change_assertions(request: HttpRequest, run: Run) -> None:
    post = request.POST
    if "remove" in post:
        assertions.remove(run, post.getlist("remove"))
        return
    typed = {name: post.get(name, "").strip() for name in ("part", "comparison", "expected", "place")}
    session_key = choice_of(request).session_key
    assertions.keep(run, Assertion(**typed), with_saved=post.get("keep_with") == "saved", session_key=session_key)


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
        again = runs.repeat(run, client_address(request), choice_of(request).session_key)
    except TooManyRuns as error:
        return _too_many(request, run, error)
    except InvalidInput:  # a variable was changed since: the form shows which, and where
        return HttpResponseRedirect(reverse("workbench:page_start") + f"?run={run.pk}")
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "history/_running.html", {"run": again})
    runs.perform_to_end(again, choice_of(request).session_key)
    return HttpResponseRedirect(reverse("history:run_read", args=[again.pk]))


def _too_many(request: HttpRequest, run: Run, error: TooManyRuns) -> HttpResponse:
    template = "runs/_refused.html" if request.htmx else "runs/refused.html"  # type: ignore[attr-defined]
    context = {"run": run, "sentence": say(error.template, error.parameters), "hint": say(error.hint, {})}
    return refused(render(request, template, context), error)


def refused(response: HttpResponse, problem: PlaygroundError | None) -> HttpResponse:
    """The answer to a request that was not sent, with the status code that says why."""
    if isinstance(problem, TooManyRuns):  # RFC 6585 §4
        response.status_code = 429
        response.headers["Retry-After"] = str(problem.retry_after)
    else:
        response.status_code = 413 if isinstance(problem, runs.TooLarge) else 422
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def prices_edit(request: HttpRequest) -> HttpResponse:
    """The table of prices; a POST replaces it, or comes back as it was typed, with what is wrong."""
    if request.method != "POST":
        lines = prices.lines_of(prices.prices_of(request.person))  # type: ignore[attr-defined]
        return _prices(request, lines, saved="saved" in request.GET)
    lines = prices.read(dict(request.POST.lists()))
    if any(line.problems for line in lines):
        return _prices(request, lines, status=422)
    prices.keep(ensure_person(request), lines)
    return HttpResponseRedirect(reverse("runs:prices_edit") + "?saved=1")


def _prices(request: HttpRequest, lines: list[prices.Line], *, saved: bool = False, status: int = 200) -> HttpResponse:
    """The form, with rows to fill in; ``?model=`` is the name for the first of them."""
    models = {line.typed["model"] for line in lines}
    wanted = request.GET.get("model", "")[:120]
    empty = [wanted if wanted not in models else "", "", ""]
    shown = [*lines, *(prices.empty_line(model) for model in empty)]
    context = {"lines": [{"cells": prices.cells(line)} for line in shown], "saved": saved}
    return render(request, "runs/prices.html", context, status=status)
