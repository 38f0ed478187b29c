"""Every error of the JSON API as problem details (RFC 9457), also those that are made before or beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from playground.api.access import InsufficientScope, TooManyCalls
from playground.core import media_types
from playground.core.errors import InvalidInput, PlaygroundError, UnknownKey
from playground.runs import services as runs
from playground.runs.limits import TooManyRuns
from playground.runs.terms import OverLimit

GetResponse = Callable[[HttpRequest], HttpResponseBase]

PREFIX = "/api/v1/"
PROBLEM = "application/problem+json"


class NotFound(PlaygroundError):
    """There is no such thing, or it is somebody else's."""


class Conflict(PlaygroundError):
    """What is there does not allow it (RFC 9110 §15.5.10)."""


def problem(status: int, title: str = "", detail: str = "", **more: Any) -> HttpResponse:
    title = title or HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    text = json.dumps(body).encode()
    return HttpResponse(text, status=status, content_type=PROBLEM)


# What happens before and beside the API


def problem_details(get_response: GetResponse) -> GetResponse:
    """Middleware: what cannot be an answer of the API is refused here, and what is none yet becomes one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        response = _refuse(request) or get_response(request)
        if response.status_code >= 400 and not response.headers.get("Content-Type", "").startswith(PROBLEM):
            response = _instead_of(response)
        _tell_limits(request, response)
        return response

    return middleware


def _refuse(request: HttpRequest) -> HttpResponse | None:
    """A body that is too large, or that is no JSON by its media type."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isascii() and length.isdigit() else 0
    if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return problem(413, detail=f"A body has {settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,} bytes at most.")
    if size and not media_types.parse(request.META.get("CONTENT_TYPE", "")).is_json:
        response = problem(415, detail="Send JSON, with Content-Type: application/json.")
        response.headers["Accept"] = "application/json"  # RFC 9110 §15.5.16
        return response
    return None


def _instead_of(response: HttpResponseBase) -> HttpResponse:
    made = problem(response.status_code, detail=_DETAILS.get(response.status_code, ""))
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in response.headers:
            made.headers[name] = response.headers[name]
    response.close()
    return made


_DETAILS = {
    400: "The request cannot be read.",
    404: "There is nothing at this address. What there is stands in /api/v1/openapi.json.",
    405: "The header field Allow says what this address takes.",
    500: "This is a bug of the site, and stands in its log.",
}


def _tell_limits(request: HttpRequest, response: HttpResponseBase) -> None:
    """``RateLimit`` fields (draft-ietf-httpapi-ratelimit-headers): what is left of the calls within a minute."""
    count = getattr(request, "api_count", None)
    if count is not None:
        response.headers["RateLimit-Policy"] = f'"{count.policy.name}";q={count.policy.limit};w={count.policy.seconds}'
        response.headers["RateLimit"] = f'"{count.policy.name}";r={count.remaining};t={count.reset}'


# What the API raises


def install(api: NinjaAPI) -> None:
    api.exception_handler(PlaygroundError)(unreadable)
    api.exception_handler(ValidationError)(invalid)
    api.exception_handler(AuthenticationError)(unauthenticated)
    api.exception_handler(HttpError)(refused)


def unreadable(request: HttpRequest, error: PlaygroundError) -> HttpResponse:
    """What cannot be read, is not there, or is over a limit."""
    detail = f"{error.message} {error.hint}".strip()
    match error:
        case TooManyRuns():
            return _too_many("Too many runs", error.message, error.retry_after)
        case TooManyCalls():
            return _too_many("Too many calls", error.message, int(error.parameters["seconds"]))
        case InsufficientScope():
            return _insufficient(error)
        case NotFound():
            return problem(404, detail=detail)
        case Conflict():
            return problem(409, detail=detail)
    status = 413 if isinstance(error, runs.TooLarge) else 422
    return problem(status, _title(error), detail, pointer=error.pointer)


def _title(error: PlaygroundError) -> str:
    match error:
        case OverLimit():
            return "Over a limit of this site"
        case UnknownKey():
            return "There is no such target"
        case InvalidInput():
            return "The request cannot be read"
    return "The request cannot be sent"


def _too_many(title: str, detail: str, seconds: int) -> HttpResponse:
    response = problem(429, title, detail)  # RFC 6585 §4
    response.headers["Retry-After"] = str(seconds)
    return response


def _insufficient(error: InsufficientScope) -> HttpResponse:
    response = problem(403, "The token may not do this", error.message)
    scope = error.parameters["scope"]
    response.headers["WWW-Authenticate"] = f'Bearer realm="playground", error="insufficient_scope", scope="{scope}"'
    return response


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Parameters or a body that are not what the description says."""
    places = [{"pointer": _pointer(item["loc"]), "detail": item["msg"]} for item in error.errors]
    first = f"{places[0]['pointer']}: {places[0]['detail']}" if places else ""
    return problem(422, "The request is not as described", first, errors=places)


def _pointer(loc: tuple[Any, ...]) -> str:
    """``body`` is followed by the name of the argument; a parameter by its own name alone."""
    steps = loc[2:] if loc[:1] == ("body",) else loc[-1:]
    return "/" + "/".join(str(step) for step in steps)


def unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = problem(
        401,
        "A token is needed",
        "Send Authorization: Bearer with a token of your account, or of: python manage.py create_token",
    )
    response.headers["WWW-Authenticate"] = 'Bearer realm="playground"'
    return response


def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Malformed JSON (all that the library answers with 400), a missing CSRF token and the like."""
    if error.status_code == 400:
        return problem(422, "The body is not JSON", "Send a JSON object, as the description says.")
    return problem(error.status_code, "The request was refused", str(error))
