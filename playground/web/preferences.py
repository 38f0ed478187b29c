"""Language, theme and the like: kept in cookies, since they are not worth an account."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

YEAR = 365 * 24 * 3600
THEMES = ("", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    #: "" follows the system.
    theme: str = ""
    #: Key of the snippet target that was chosen last, "" for the first.
    target: str = ""
    #: How variables stand in code; "" for the first way.
    secrets: str = ""
    #: JSON in code as a value of its language, where that is offered.
    native: bool = False


def preferences(request: HttpRequest) -> Preferences:
    theme = request.COOKIES.get("theme", "")
    return Preferences(
        theme=theme if theme in THEMES else "",
        target=request.COOKIES.get("target", "")[:60],
        secrets=request.COOKIES.get("secrets", "")[:20],
        native=request.COOKIES.get("native") == "1",
    )


def remember(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
