"""Wrong passwords: counted for the address that they come from, and for the name that they are tried with.

Whoever counts by name alone lets a stranger lock somebody out by guessing on. A browser that was signed in to an
account before has a cookie that says so, and is counted by itself: strangers do not use up its attempts, neither those
who try the same name elsewhere nor those who share its address (OWASP, "Slow Down Online Guessing Attacks with Device
Cookies").
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from secrets import token_urlsafe

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from playground.accounts import throttle
from playground.accounts.throttle import Count, Policy
from playground.web.clients import client_address, network_of

#: The cookie of a browser that was signed in before; it stays when somebody signs out.
COOKIE = "known"
_SALT = "playground.accounts.known "
_YEAR_S = 365 * 24 * 3600
_STRETCH_S = 600


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody who gives a password for a name, and what they are counted by."""

    tallies: tuple[tuple[Policy, str], ...]

    def take(self) -> Count:
        """Count it; gives the first count that is over, else the last.

        What is refused for its address does not count for the name: one address alone locks nobody out.
        """
        for policy, who in self.tallies:
            count = throttle.take(policy, who)
            if count.is_over:
                break
        return count

    def give_back(self) -> None:
        """The password was right, or none was looked at."""
        for policy, who in self.tallies:
            throttle.give_back(policy, who)


def of_name() -> Policy:
    """Wrong passwords for one name, wherever they come from."""
    return Policy("sign-in-name", settings.PLAYGROUND_SIGN_IN_FAILURES_OF_NAME, _STRETCH_S)


def of_address() -> Policy:
    """Wrong passwords from one address, or of one browser that is known."""
    return Policy("sign-in", settings.PLAYGROUND_SIGN_IN_FAILURES, _STRETCH_S)


def attempt(request: HttpRequest, name: str) -> Attempt:
    """Whoever asks, with a user name as it was typed: whether there is an account of it makes no difference."""
    name = _plain(name)
    known = request.get_signed_cookie(COOKIE, default=None, salt=_SALT + name, max_age=_YEAR_S)
    if known:
        return Attempt(((of_address(), f"browser {known}"),))
    address = (of_address(), network_of(client_address(request)))
    return Attempt((address, (of_name(), name)) if name else (address,))


def know(response: HttpResponseBase, name: str) -> None:
    """This browser is signed in to the account: from now on it is counted by itself."""
    response.set_signed_cookie(
        COOKIE,
        token_urlsafe(12),
        salt=_SALT + _plain(name),
        max_age=_YEAR_S,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _plain(name: str) -> str:
    """One spelling for all that lead to the same account."""
    return unicodedata.normalize("NFKC", name[:150]).strip().casefold()
