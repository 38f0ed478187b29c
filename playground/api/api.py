"""The JSON API, ``/api/v1/``: targets, snippets and sending. It describes itself at ``/api/v1/openapi.json``.

Errors are problem details (RFC 9457).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer, SessionAuth

from playground import __version__
from playground.accounts.models import Person
from playground.accounts.services import ensure_person, token_of
from playground.api import streaming
from playground.api.schemas import (
    ExchangeOut,
    FailureOut,
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
from playground.core.errors import InvalidInput, PlaygroundError, UnknownKey
from playground.core.importers.formats import har
from playground.core.snippets import registry
from playground.environments.services import Choice, named_environment
from playground.history import services as history
from playground.history.models import Run
from playground.runs import services as runs
from playground.runs.limits import TooManyRuns
from playground.runs.performance import Moment
from playground.runs.terms import OverLimit
from playground.web.origin import mock_base


class TokenAuth(HttpBearer):
    """``Authorization: Bearer …`` with a token of ``manage.py create_token`` (RFC 6750 §2.1)."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        row = token_of(token)
        if row is None:
            return None
        request.person = row.person  # type: ignore[attr-defined]
        return row


class SignedIn(SessionAuth):
    """A signed-in session; changing requests need the CSRF token (``X-CSRFToken``)."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return ensure_person(request) if request.user.is_authenticated else None


api = NinjaAPI(
    title="Playground",
    version=__version__,
    description="Code for a request, and sending it. Requests are HAR 1.2 request objects.",
    auth=[TokenAuth(), SignedIn(csrf=True)],
    urls_namespace="api",
    docs_url=None,
)

PROBLEMS = {401: ProblemOut, 413: ProblemOut, 422: ProblemOut}
RETRY_AFTER = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}


@api.get("/targets", response={200: TargetsOut, 401: ProblemOut}, summary="Languages and clients that code is made for")
def targets_list(request: HttpRequest) -> TargetsOut:
    return TargetsOut(targets=[TargetOut.of(target) for target in registry.TARGETS])


@api.post("/snippets", response={200: SnippetsOut, **PROBLEMS}, summary="Code that sends a request")
def snippets_make(request: HttpRequest, data: SnippetsIn) -> SnippetsOut:
    """Code for each of ``targets``; without them, for the default client of each of the 15 languages."""
    made = snippets.generate_all(har.load(data.request), data.targets, variables=data.variables, native=data.native)
    return SnippetsOut(snippets=[SnippetOut.of(snippet) for snippet in made])


@api.post(
    "/send",
    response={200: SendOut, **PROBLEMS, 429: ProblemOut},
    summary="Send a request from the server and keep it",
    openapi_extra={"responses": {200: {"content": streaming.DESCRIBED}, 429: {"headers": RETRY_AFTER}}},
)
def request_send(request: HttpRequest, data: SendIn) -> SendOut | StreamingHttpResponse:
    """Waits for the end of the answer. A failure of the upstream is part of the answer, with status 200.

    With `Accept: text/event-stream` the answer is a stream of what happens, as it happens. Closing it ends the run;
    what came is kept.
    """
    spec = har.load(data.request)
    person = request.person  # type: ignore[attr-defined]
    options = data.options.model_dump(exclude_none=True)
    choice = _choice(person, options.pop("environment", None))
    run, moments = runs.send(person, spec, mock_base=mock_base(request), options=options, choice=choice)
    if request.get_preferred_type(["application/json", "text/event-stream"]) == "text/event-stream":
        return _stream(run, moments)
    for _ in moments:
        pass
    return SendOut(exchange=_exchange(run))


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
    end = streaming.Last("exchange", lambda: SendOut(exchange=_exchange(run)).model_dump())
    response = StreamingHttpResponse(streaming.stream(moments, end), content_type="text/event-stream")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _exchange(run: Run) -> ExchangeOut:
    failure = FailureOut(**run.failure) if run.failure else None
    return ExchangeOut(id=str(run.pk), entry=history.entry_of(run), failure=failure)


# Errors


def _problem(request: HttpRequest, status: int, title: str, detail: str, **more: Any) -> HttpResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    response = api.create_response(request, body, status=status)
    response.headers["Content-Type"] = "application/problem+json"
    return response


@api.exception_handler(PlaygroundError)
def unreadable(request: HttpRequest, error: PlaygroundError) -> HttpResponse:
    """A request that cannot be read, or a target that does not exist."""
    if isinstance(error, TooManyRuns):
        return _too_many(request, error)
    status = 413 if isinstance(error, runs.TooLarge) else 422
    if isinstance(error, OverLimit):
        return _problem(
            request, status, "Over a limit of this site", f"{error.message} {error.hint}", pointer=error.pointer
        )
    kind = "There is no such target" if isinstance(error, UnknownKey) else "The request cannot be read"
    title = kind if isinstance(error, InvalidInput | UnknownKey) else "The request cannot be sent"
    detail = f"{error.message} {error.hint}".strip()
    return _problem(request, status, title, detail, pointer=error.pointer)


def _too_many(request: HttpRequest, error: TooManyRuns) -> HttpResponse:
    response = _problem(request, 429, "Too many runs", error.message)  # RFC 6585 §4
    response.headers["Retry-After"] = str(error.retry_after)
    return response


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A body that is not what the description says."""
    places = [
        {"pointer": "/" + "/".join(str(step) for step in item["loc"][2:]), "detail": item["msg"]}
        for item in error.errors
    ]
    first = f"{places[0]['pointer']}: {places[0]['detail']}" if places else ""
    return _problem(request, 422, "The body is not as described", first, errors=places)


@api.exception_handler(AuthenticationError)
def unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = _problem(
        request,
        401,
        "A token is needed",
        "Send Authorization: Bearer with a token of: python manage.py create_token",
    )
    response.headers["WWW-Authenticate"] = 'Bearer realm="playground"'
    return response


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Malformed JSON (all that the library answers with 400), a missing CSRF token and the like."""
    if error.status_code == 400:
        return _problem(request, 422, "The body is not JSON", "Send a JSON object with the key “request”.")
    return _problem(request, error.status_code, "The request was refused", str(error))
