"""Targets, snippets, and sending."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from playground.accounts.models import Person
from playground.api import streaming
from playground.api.own import person_of
from playground.api.schemas import (
    ExchangeOut,
    ProblemOut,
    SendIn,
    SendOut,
    SnippetOut,
    SnippetsIn,
    SnippetsOut,
    TargetOut,
    TargetsOut,
)
from playground.core import snippets
from playground.core.errors import InvalidInput
from playground.core.importers.formats import har
from playground.core.snippets import registry
from playground.environments.services import Choice, named_environment
from playground.history.models import Run
from playground.runs import services as runs
from playground.runs.performance import Moment
from playground.web.origin import mock_base

router = Router(tags=["Sending"])


@router.get("/targets", response=TargetsOut, summary="Languages and clients that code is made for")
def targets_list(request: HttpRequest) -> TargetsOut:
    return TargetsOut(targets=[TargetOut.of(target) for target in registry.TARGETS])


@router.post("/snippets", response={200: SnippetsOut, 413: ProblemOut}, summary="Code that sends a request")
def snippets_make(request: HttpRequest, data: SnippetsIn) -> SnippetsOut:
    """Code for each of ``targets``; without them, for the default client of each of the 15 languages."""
    made = snippets.generate_all(har.load(data.request), data.targets, variables=data.variables, native=data.native)
    return SnippetsOut(snippets=[SnippetOut.of(snippet) for snippet in made])


@router.post(
    "/send",
    response={200: SendOut, 413: ProblemOut},
    summary="Send a request from the server and keep it",
    openapi_extra={"responses": {200: {"content": streaming.DESCRIBED}}},
)
def request_send(request: HttpRequest, data: SendIn) -> SendOut | StreamingHttpResponse:
    """Waits for the end of the answer. A failure of the upstream is part of the answer, with status 200.

    With `Accept: text/event-stream` the answer is a stream of what happens, as it happens. Closing it ends the run;
    what came is kept.
    """
    spec = har.load(data.request)
    person = person_of(request)
    options = data.options.model_dump(exclude_none=True)
    choice = _choice(person, options.pop("environment", None))
    wanted: dict[str, Any] = {"mock_base": mock_base(request), "options": options, "choice": choice}
    if request.get_preferred_type(["application/json", "text/event-stream"]) == "text/event-stream":
        return _stream(*runs.send(person, spec, **wanted))
    return SendOut(exchange=ExchangeOut.of(runs.send_to_end(person, spec, **wanted)))


def _choice(person: Person, name: str | None) -> Choice | None:
    """The environment of that key or name. Raises ``InvalidInput`` where there is no single one."""
    if name is None:
        return None
    environment = named_environment(person, name)
    if environment is None:
        raise InvalidInput(
            "There is no environment “%(name)s”, or more than one.",
            hint="Give its id.",
            pointer="/options/environment",
            name=name,
        )
    return Choice(environment.key)


def _stream(run: Run, moments: Iterator[Moment]) -> StreamingHttpResponse:
    end = streaming.Last("exchange", lambda: SendOut(exchange=ExchangeOut.of(run)).model_dump())
    response = StreamingHttpResponse(streaming.stream(moments, end), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response
