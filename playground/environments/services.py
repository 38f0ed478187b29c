"""Environments and variables of a person: finding, keeping, and the scopes that a request is filled from."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from playground.accounts.models import Person
from playground.core.variables import Scopes, Secret, Value
from playground.environments.models import Environment, Variable
from playground.environments.typed import SECRET_FIELDS, Documented, without_typed_secrets
from playground.web.preferences import remember

__all__ = ["SECRET_FIELDS", "Documented", "without_typed_secrets"]

#: Cookies: which environment is chosen; the key of this browser session; whether new secrets are for it alone.
ENVIRONMENT_COOKIE, SESSION_COOKIE, EPHEMERAL_COOKIE = "environment", "session_key", "ephemeral"
#: How many environments a person has, and how many variables an environment, at most.
MAX_ENVIRONMENTS, MAX_VARIABLES = 50, 200

#: A shorter value of a secret would blot out a text without hiding anything.
SHORTEST_SECRET = 4

#: What opens the built-in mock upstream: no secret, and shown as it is.
MOCK_KEY = "mock-key"
MOCK_VARIABLES: Mapping[str, Value] = {"YOUR_API_KEY": MOCK_KEY}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a browser says of variables: the environment chosen, and the key of its session.

    ``session_key`` opens the secrets that are kept for this browser session only; it is never stored here. With
    ``ephemeral`` what is typed now is kept so too.
    """

    environment: str = "mock"
    session_key: str = ""
    ephemeral: bool = False
    #: Whether what is typed now counts in the environment that is chosen alone.
    within_environment: bool = False

    @property
    def key_for_new(self) -> str:
        return self.session_key if self.ephemeral else ""


def choice_of(request: HttpRequest) -> Choice:
    return Choice(
        environment=request.COOKIES.get(ENVIRONMENT_COOKIE, "mock")[:40],
        session_key=request.COOKIES.get(SESSION_COOKIE, "")[:100],
        ephemeral=EPHEMERAL_COOKIE in request.COOKIES,
    )


def with_ephemeral(choice: Choice, ephemeral: bool) -> Choice:
    """The choice with the switch as it stands in a form; a browser session gets its key when it needs one."""
    key = choice.session_key or (secrets.token_urlsafe(32) if ephemeral else "")
    return replace(choice, ephemeral=ephemeral, session_key=key)


def remember_choice(response: HttpResponseBase, choice: Choice) -> None:
    """The cookies of a choice. That of the session key has no age: it ends with the browser session."""
    remember(response, ENVIRONMENT_COOKIE, choice.environment)
    if choice.session_key:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(SESSION_COOKIE, choice.session_key, httponly=True, samesite="Lax", secure=secure)
    if choice.ephemeral:
        remember(response, EPHEMERAL_COOKIE, "1")
    else:
        response.delete_cookie(EPHEMERAL_COOKIE)


# Environments


def environments_of(person: Person | None) -> list[Environment]:
    """Mock and Production first, kept or not, then the person's own."""
    kept = list(person.environments.all()) if person else []
    built_in = [_built_in(kept, kind) for kind in (Environment.Kind.MOCK, Environment.Kind.PRODUCTION)]
    return [*built_in, *(row for row in kept if row.is_own)]


def _built_in(kept: list[Environment], kind: Environment.Kind) -> Environment:
    found = next((row for row in kept if row.kind == kind), None)
    return found or Environment(kind=kind, server="mock" if kind == Environment.Kind.MOCK else "")


def find_environment(person: Person | None, key: str) -> Environment | None:
    """A person's environment by its key; None where there is none, or it is somebody else's."""
    return next((row for row in environments_of(person) if row.key == key), None)


def chosen_environment(person: Person | None, choice: Choice) -> Environment:
    """The environment that is chosen; Mock where it is gone."""
    rows = environments_of(person)
    return next((row for row in rows if row.key == choice.environment), rows[0])


def named_environment(person: Person, name: str) -> Environment | None:
    """A person's environment by its key, else by its name; None where there is none, or several have that name."""
    rows = environments_of(person)
    named = [row for row in rows if row.key == name] or [row for row in rows if row.label.lower() == name.lower()]
    return named[0] if len(named) == 1 else None


def environment_of(request: HttpRequest) -> Environment:
    """The environment that the browser has chosen, looked up once for a request."""
    found: Environment | None = getattr(request, "_environment", None)
    if found is None:
        # An error page is also drawn of a request that was refused before anybody asked whose it is.
        found = chosen_environment(getattr(request, "person", None), choice_of(request))
        request._environment = found  # type: ignore[attr-defined]
    return found


def add_environment(person: Person, name: str, server: str = "") -> Environment:
    return Environment.objects.create(person=person, name=name, server=server)


@transaction.atomic
def duplicate_environment(person: Person, source: Environment) -> Environment:
    """A copy with all its variables; sealed values stay sealed."""
    copy = add_environment(person, _("{name} (copy)").format(name=source.label)[:100], source.server)
    rows = source.variables.all() if not source._state.adding else Variable.objects.none()
    Variable.objects.bulk_create(
        Variable(
            person=person,
            environment=copy,
            **{name: getattr(row, name) for name in ("name", "secret", "session", "stored")},
        )
        for row in rows
    )
    return copy


# Variables


def mock_layer(url: str, mock_base: str, names: Iterable[str] = ()) -> Mapping[str, Value]:
    """What the catalog knows of its own mock upstream, for a request that goes there; ``names`` also hold a key."""
    if not mock_base or not url.startswith(mock_base):
        return {}
    return {**dict.fromkeys(names, MOCK_KEY), **MOCK_VARIABLES}


def offered_by_mock(environment: Environment) -> Mapping[str, Value]:
    """What the mock upstream opens with, where the environment leads to it: another server takes no such key."""
    return MOCK_VARIABLES if environment.server == "mock" else {}


@dataclass(frozen=True)
class Held:
    """The variables of a person, of the chosen environment and of the session, read and opened once."""

    environment: Mapping[str, Value | None]
    session: Mapping[str, Value | None]

    def scopes(self, *layers: Mapping[str, Value]) -> Scopes:
        """From weak to strong: the given layers, the environment, the session; without what does not open here."""
        return Scopes((*layers, _opened(self.environment), _opened(self.session)))

    def taken(self) -> dict[str, Value | None]:
        """Names that the person gave to something; None where it does not open here."""
        return {**self.environment, **self.session}


def _opened(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def held_by(person: Person | None, choice: Choice) -> Held:
    """In SQL, since every keystroke and every send waits for it."""
    environment: dict[str, Value | None] = {}
    session: dict[str, Value | None] = {}
    for within, name, secret, session_digest, stored in _rows(person, choice.environment):
        row = Variable(name=name, secret=secret, session=session_digest, stored=stored)
        (environment if within else session)[name] = row.open(choice.session_key)
    return Held(environment, session)


def scopes_of(person: Person | None, *layers: Mapping[str, Value], choice: Choice | None = None) -> Scopes:
    """From weak to strong: the given layers, the chosen environment, the session of the person."""
    return held_by(person, choice or Choice()).scopes(*layers)


def _rows(person: Person | None, environment: str) -> list[tuple[bool, str, bool, str, str]]:
    """Whether it belongs to the environment, name, ``secret``, ``session`` and ``stored`` of each variable."""
    if not person:
        return []
    kind = environment if environment in {Environment.Kind.MOCK, Environment.Kind.PRODUCTION} else None
    own = uuid.UUID(environment) if _is_uuid(environment) else None
    with connection.cursor() as cursor:
        cursor.execute(_VARIABLES, [person.pk, kind, Environment._meta.pk.get_db_prep_value(own, connection)])
        found: list[tuple[bool, str, bool, str, str]] = cursor.fetchall()
    return found


#: Of the session, and of the environment, which has a kind of its own or is known by its id.
_VARIABLES = (
    "SELECT variable.environment_id IS NOT NULL, variable.name, secret, session, stored"
    " FROM environments_variable AS variable"
    " LEFT JOIN environments_environment AS environment ON environment.id = variable.environment_id"
    " WHERE variable.person_id = %s AND (variable.environment_id IS NULL"
    " OR environment.kind = %s OR environment.id = %s) ORDER BY variable.name"
)


def _is_uuid(key: str) -> bool:
    return len(key) == 36 and key.count("-") == 4 and set(key) <= set("0123456789abcdef-")


def variables_of(person: Person | None, choice: Choice | None = None) -> dict[str, Value]:
    """The variables of a person's session that can be opened here."""
    return dict(scopes_of(person, choice=replace(choice or Choice(), environment="")).layers[-1])


def taken_names(person: Person, choice: Choice) -> dict[str, Value | None]:
    """Names that a person gave to something, in the session or the chosen environment; None where it does not open."""
    return held_by(person, choice).taken()


def secrets_of(person: Person, session_key: str = "") -> dict[str, str]:
    """Value → name of every secret of a person that opens here, whichever environment it belongs to."""
    found: dict[str, str] = {}
    for row in Variable.objects.filter(person=person, secret=True):
        value = row.open(session_key)
        if isinstance(value, Secret) and len(value.value) >= SHORTEST_SECRET:
            found[value.value] = row.name
    return found


def set_variable(
    person: Person,
    name: str,
    value: str,
    *,
    secret: bool,
    environment: Environment | None = None,
    session_key: str = "",
) -> None:
    """Keep a value, in the session or an environment; an empty one forgets the name."""
    rows = Variable.objects.filter(person=person, environment=environment, name=name)
    if not value:
        rows.delete()
        return
    row = rows.first() or Variable(person=person, environment=environment, name=name)
    row.secret = secret
    row.keep(value, session_key)
    row.save()


def keep_value(
    person: Person,
    name: str,
    value: str,
    *,
    secret: bool,
    environment: Environment | None = None,
    session_key: str = "",
) -> None:
    """Keep a value where it counts from now on: kept in an environment, it takes the place of the session's."""
    set_variable(person, name, value, secret=secret, environment=environment, session_key=session_key)
    if environment is not None:
        set_variable(person, name, "", secret=secret)


def place_for_new(person: Person, choice: Choice) -> Environment | None:
    """Where what is typed now is kept: the chosen environment, None for the session."""
    return keep_environment(person, chosen_environment(person, choice)) if choice.within_environment else None


def keep_environment(person: Person, environment: Environment) -> Environment:
    """The environment as a row of this person: Mock and Production have none until something is written into them."""
    if environment._state.adding:
        environment.person = person
        environment.save()
    return environment
