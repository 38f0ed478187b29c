"""Finding and making the person behind a request; signing up and in; leaving."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import UUIDField
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from playground.accounts.belongings import owners, rooms
from playground.accounts.models import ApiToken, Limits, Person
from playground.web.preferences import remember

COOKIE = "guest"
SALT = "playground.accounts.guest"
YEAR = 365 * 24 * 3600
#: Cookie → field of the person that keeps it for their other browsers.
KEPT_COOKIES = {"django_language": "language", "theme": "theme", "target": "target"}


def find_person(request: HttpRequest) -> Person | None:
    """The person that a session or a guest's cookie names; None for somebody who never kept anything."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return Person.objects.select_related("user").filter(user=user).first()
    return guest_of(request) if settings.PLAYGROUND_GUESTS else None


def guest_of(request: HttpRequest) -> Person | None:
    """The guest that the cookie names, whether guests are let in or not."""
    key = key_of(request)
    if key is None:
        return None
    # A cookie from before there were keys has the number of the person.
    given = int(key) if key.isdecimal() else UUIDField().get_db_prep_value(key, connection)
    with connection.cursor() as cursor:
        cursor.execute(_GUEST["id" if key.isdecimal() else "key"], [given])
        found = cursor.fetchone()
    return _person(*found) if found else None


#: Of a person, what the program asks for all the time; the rest is read when somebody asks. In SQL, since every request
#: waits for it.
_OWNER = "person.id, person.user_id, person.language, person.theme, person.target, person.limits"
_GUEST = {
    name: f"SELECT {_OWNER} FROM accounts_person AS person WHERE person.{name} = %s AND person.user_id IS NULL"
    for name in ("id", "key")
}


def _person(*values: Any) -> Person:
    *given, limits = values
    names = ["id", "user_id", "language", "theme", "target", "limits"]
    return Person.from_db(connection.alias, names, [*given, json.loads(limits)])


def key_of(request: HttpRequest) -> str | None:
    """What the cookie of a guest says, whether anything is kept under it or not; None without a cookie of ours."""
    key: str | None = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=YEAR)
    return key


def new_key() -> str:
    return str(uuid.uuid4())


def ensure_person(request: HttpRequest) -> Person:
    """The person behind a request, made now if there is none: only for requests that keep something.

    Of two first requests of a browser that meet, both find the one guest: they bring the key that the page gave it.
    """
    person: Person | None = request.person  # type: ignore[attr-defined]
    if person:
        return person
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        made, _ = Person.objects.get_or_create(user=user)
    else:
        key = key_of(request)
        if key is None or key.isdecimal():
            key = request.guest_key = new_key()  # type: ignore[attr-defined]
        made, _ = Person.objects.get_or_create(key=key)
    request.person = made  # type: ignore[attr-defined]
    return made


def token_of(text: str) -> ApiToken | None:
    """An API token by its text, with its owner; and a note that it was used.

    In SQL, since every call waits for it. What a call hardly needs of the rows is read when somebody asks.
    """
    now = timezone.now()
    moment = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(_BY_DIGEST, [moment(now - _NOTED_EVERY), ApiToken.digest_of(text)])
        found = cursor.fetchone()
    if found is None:
        return None
    pk, scopes, is_noted, *owner = found
    row = ApiToken.from_db(connection.alias, ["id", "person_id", "scopes"], [pk, owner[0], scopes])
    row.person = _person(*owner)
    if not is_noted:
        ApiToken.objects.filter(pk=pk).update(last_used=now)
    return row


#: An owner whose account was switched off has no tokens.
_BY_DIGEST = (
    f"SELECT token.id, token.scopes, token.last_used IS NOT NULL AND token.last_used > %s, {_OWNER}"
    " FROM accounts_apitoken AS token JOIN accounts_person AS person ON person.id = token.person_id"
    " LEFT JOIN auth_user ON auth_user.id = person.user_id"
    " WHERE token.digest = %s AND (person.user_id IS NULL OR auth_user.is_active)"
)
#: The use of a token is noted once in so long.
_NOTED_EVERY = timedelta(minutes=1)


# Signing up and in


@transaction.atomic
def sign_up(request: HttpRequest, user: User) -> Person:
    """A new user becomes the owner of what the guest had: the guest's row is theirs from now on."""
    guest = guest_of(request)
    person = Person.objects.select_for_update().filter(pk=guest.pk, user=None).first() if guest else None
    person = person or Person()
    person.user, person.key = user, None
    person.save()
    return person


def sign_in(request: HttpRequest, user: User) -> Person:
    """Begin a session of this user, under a new key; the guest's things move along.

    ``login`` gives the session another key, so that a key that somebody else may know opens nothing.
    """
    guest = guest_of(request)
    login(request, user)
    person, _ = Person.objects.get_or_create(user=user)
    if guest is not None:
        move(guest, person)
    request.person = person  # type: ignore[attr-defined]
    return person


@transaction.atomic
def move(guest: Person, person: Person) -> None:
    """Give all that a guest has to somebody with an account. The guest is gone after it.

    Of two who try it at once the second finds no guest any more.
    """
    locked = Person.objects.select_for_update().filter(pk__in=(guest.pk, person.pk)).order_by("pk")
    if guest.pk == person.pk or len(list(locked)) < 2:
        return
    ApiToken.objects.filter(person=guest).update(person=person)
    # What operators gave the account counts, not what they gave the guest.
    Limits.objects.filter(person=guest).delete()
    for room in rooms():
        room.move(guest, person)
    if not leftovers(guest):
        guest.delete()


def leftovers(person: Person) -> list[str]:
    """Names of models that still have something of a person."""
    return [
        field.model._meta.label
        for field in owners()
        if field.model._base_manager.filter(**{field.name: person}).exists()
    ]


def use_preferences(request: HttpRequest, response: HttpResponseBase, person: Person) -> None:
    """A browser that somebody signs in with looks as they chose elsewhere; what they never chose it keeps for them."""
    for cookie, field in KEPT_COOKIES.items():
        if chosen := getattr(person, field):
            remember(response, cookie, chosen)
        elif here := request.COOKIES.get(cookie, "")[: Person._meta.get_field(field).max_length]:  # type: ignore[union-attr]
            setattr(person, field, here)
    person.save(update_fields=list(KEPT_COOKIES.values()))


# Leaving


def delete(person: Person) -> None:
    """Delete somebody with all that belongs to them.

    What is much goes bit by bit before; what came meanwhile goes with the person, behind whose lock nothing new comes.
    """
    for room in rooms():
        room.delete(person)
    with transaction.atomic():
        if not Person.objects.select_for_update().filter(pk=person.pk).first():
            return
        for room in rooms():
            room.delete(person)
        user = person.user
        person.delete()
        if user is not None:
            user.delete()
