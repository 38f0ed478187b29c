"""Who may call an operation: a token with the scope that it needs, or a session of somebody who signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from playground.accounts import throttle
from playground.accounts.limits import limit
from playground.accounts.models import Person, Scope
from playground.accounts.services import ensure_person, token_of
from playground.core.errors import PlaygroundError

#: Operations that need another scope than their method says.
_SCOPES = {"request_send": Scope.SEND, "snippets_make": Scope.READ}


class TooManyCalls(PlaygroundError):
    """More calls within a minute than the site takes (RFC 6585 §4)."""


class InsufficientScope(PlaygroundError):
    """The token may not do this (RFC 6750 §3.1); ``parameters`` has the scope that is needed."""


def scope_of(method: str, operation: str) -> Scope:
    """What an operation needs; ``operation`` is the name of its function."""
    return _SCOPES.get(operation, Scope.READ if method in {"GET", "HEAD"} else Scope.WRITE)


class Token(HttpBearer):
    """``Authorization: Bearer …`` with a token of the account or of ``manage.py create_token`` (RFC 6750 §2.1)."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        row = token_of(token)
        if row is None:
            return None
        _count(request, row.person)
        name = request.resolver_match.url_name if request.resolver_match else ""
        needed = scope_of(request.method or "", name or "")
        if needed not in row.scopes.split():
            raise InsufficientScope("This token has not the scope “%(scope)s”.", scope=str(needed))
        return row


class SignedIn(SessionAuth):
    """A signed-in session; changing requests need the CSRF token (``X-CSRFToken``)."""

    def __call__(self, request: HttpRequest) -> Any:
        if not request.user.is_authenticated:
            return None
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        person = ensure_person(request)
        _count(request, person)
        return person


def _count(request: HttpRequest, person: Person) -> None:
    request.person = person  # type: ignore[attr-defined]
    policy = throttle.Policy("calls", limit(person, "calls_per_minute"), 60)
    count = throttle.take(policy, str(person.pk))
    request.api_count = count  # type: ignore[attr-defined]
    if count.is_over:
        raise TooManyCalls(
            "More than %(limit)s calls within a minute; wait %(seconds)s s.",
            limit=str(policy.limit),
            seconds=str(count.reset),
        )
