"""``request.person``, looked up when somebody asks; the cookie of a guest; who is let in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed, ObjectDoesNotExist
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from playground.accounts.models import Person
from playground.accounts.services import COOKIE, KEPT_COOKIES, SALT, YEAR, find_person, key_of, new_key
from playground.web.views import not_found

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: Rooms and addresses that answer without an account where guests are not let in: some have keys of their own.
OPEN_ROOMS = frozenset({"accounts", "admin", "api", "mock", "sharing"})
OPEN_NAMES = frozenset({"health", "preferences_save", "panes_style", "admin_sign_in"})
#: Pages in those rooms that are about whoever reads them.
OWN_PAGES = frozenset({"sharing:share_list"})


class Owner:
    """``request.person``, and the cookie of a guest who was made meanwhile."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.person = SimpleLazyObject(lambda: find_person(request))  # type: ignore[attr-defined]
        response = self.get_response(request)
        key = _guest_key(request)
        if key is not None:
            response.set_signed_cookie(
                COOKIE,
                key,
                salt=SALT,
                max_age=YEAR,
                httponly=True,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        if not KEPT_COOKIES.keys().isdisjoint(response.cookies):
            _keep_preferences(request, response)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Somebody was deleted in another tab while this request was on its way: nothing is theirs any more."""
        if not isinstance(exception, IntegrityError | ObjectDoesNotExist):
            return None
        person = request.person  # type: ignore[attr-defined]
        return not_found(request) if person and not Person.objects.filter(pk=person.pk).exists() else None


def _guest_key(request: HttpRequest) -> str | None:
    """The key that a browser needs: of a guest who was just made, or for the first thing that a page's form keeps."""
    key: str | None = getattr(request, "guest_key", None)
    # A page with a form that may be posted has the token that Django protects forms with.
    if key is None and settings.PLAYGROUND_GUESTS and request.META.get("CSRF_COOKIE"):
        is_new = COOKIE not in request.COOKIES or key_of(request) is None
        return new_key() if is_new and not request.user.is_authenticated else None
    return key


def _keep_preferences(request: HttpRequest, response: HttpResponseBase) -> None:
    """What somebody who is signed in chooses on any page is theirs in every browser."""
    if request.user.is_authenticated:
        chosen = {KEPT_COOKIES[name]: morsel.value for name, morsel in response.cookies.items() if name in KEPT_COOKIES}
        Person.objects.filter(user=request.user).update(**chosen)


class Members:
    """Where guests are not let in, every address but a few leads to the page to sign in."""

    def __init__(self, get_response: GetResponse) -> None:
        if settings.PLAYGROUND_GUESTS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        found = request.resolver_match
        if found is None or request.user.is_authenticated:
            return None
        is_open = found.namespace in OPEN_ROOMS or found.url_name in OPEN_NAMES
        if is_open and found.view_name not in OWN_PAGES:
            return None
        url = f"{reverse('accounts:sign_in')}?{urlencode({'next': request.get_full_path()})}"
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(status=401, headers={"HX-Redirect": reverse("accounts:sign_in")})
        return HttpResponseRedirect(url if request.method in {"GET", "HEAD"} else reverse("accounts:sign_in"))
