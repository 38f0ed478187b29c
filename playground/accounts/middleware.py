"""``request.person``: the owner, looked up when somebody asks; and the cookie of a guest who was just made."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from playground.accounts.services import COOKIE, SALT, YEAR, find_person

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def owner(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        request.person = SimpleLazyObject(lambda: find_person(request))  # type: ignore[attr-defined]
        response = get_response(request)
        guest = getattr(request, "new_guest", None)
        if guest is not None:
            response.set_signed_cookie(
                COOKIE,
                str(guest.pk),
                salt=SALT,
                max_age=YEAR,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response

    return middleware
