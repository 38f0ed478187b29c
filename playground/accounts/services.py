"""Finding and making the person behind a request."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone

from playground.accounts.models import ApiToken, Person

COOKIE = "guest"
SALT = "playground.accounts.guest"
YEAR = 365 * 24 * 3600


def find_person(request: HttpRequest) -> Person | None:
    """The person that a session or a guest's cookie names; None for somebody who never kept anything."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Person.objects.filter(user=user).first()
    number = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=YEAR)
    return Person.objects.filter(pk=number, user=None).first() if number else None


def ensure_person(request: HttpRequest) -> Person:
    """The person behind a request, made now if there is none: only for requests that keep something."""
    person: Person | None = request.person  # type: ignore[attr-defined]
    if person:
        return person
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        made, _ = Person.objects.get_or_create(user=user)
    else:
        made = Person.objects.create()
        request.new_guest = made  # type: ignore[attr-defined]
    request.person = made  # type: ignore[attr-defined]
    return made


def person_of_token(token: str) -> Person | None:
    """The owner of an API token, and a note that it was used."""
    row = ApiToken.objects.select_related("person").filter(digest=ApiToken.digest_of(token)).first()
    if row is None:
        return None
    now = timezone.now()
    if row.last_used is None or (now - row.last_used).total_seconds() > 60:
        ApiToken.objects.filter(pk=row.pk).update(last_used=now)
    return row.person
