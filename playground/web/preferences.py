"""Language, theme and the like: kept in cookies, since they are not worth an account."""

from __future__ import annotations

import re
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
    #: Widths of the panes of the page as they were dragged, "" as the page has them: see ``Panes``.
    panes: str = ""


@dataclass(frozen=True, slots=True)
class Panes:
    """The navigation in pixels and the composer in percent of what is left; None as the page has it.

    Written ``320-55``, with nothing for None.
    """

    navigation: int | None = None
    composer: int | None = None

    @classmethod
    def read(cls, text: str) -> Panes | None:
        """None for what no page of ours wrote."""
        found = _PANES.fullmatch(text)
        if found is None:
            return None
        navigation, composer = (int(number) if number else None for number in found.groups())
        return cls(_within(navigation, 200, 480), _within(composer, 25, 75))

    @property
    def css(self) -> str:
        rules = ""
        if self.navigation is not None:
            rules += f"--nav-width:{self.navigation}px;"
        if self.composer is not None:
            rules += f"--composer-share:{self.composer}%;"
        return f":root{{{rules}}}"


_PANES = re.compile(r"([0-9]{1,4})?-([0-9]{1,3})?")


def _within(number: int | None, low: int, high: int) -> int | None:
    return number if number is None else min(high, max(low, number))


def preferences(request: HttpRequest) -> Preferences:
    theme, panes = request.COOKIES.get("theme", ""), request.COOKIES.get("panes", "")
    return Preferences(
        theme=theme if theme in THEMES else "",
        target=request.COOKIES.get("target", "")[:60],
        secrets=request.COOKIES.get("secrets", "")[:20],
        native=request.COOKIES.get("native") == "1",
        panes=panes if Panes.read(panes) else "",
    )


def remember(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
