"""Scopes of a person, and the road on which typed secrets become variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from playground.accounts.models import Person
from playground.core.auth import BASIC_PLACEHOLDER
from playground.core.messages import Credentials, Parameter, RequestSpec
from playground.core.variables import VARIABLE, Scopes, Value
from playground.environments.models import Variable

#: A label and a value → the ``{{variable}}`` that stands for the value.
NameFor = Callable[[str, str], str]

#: Header fields whose whole business is to carry a secret.
SECRET_FIELDS = frozenset(
    {
        "authorization",
        "proxy-authorization",
        "cookie",
        "x-api-key",
        "api-key",
        "x-goog-api-key",
        "mj-api-secret",
        "x-auth-token",
        "x-access-token",
    }
)
SECRET_PARAMETERS = frozenset({"key", "api_key", "apikey", "access_token", "token", "api-key"})
_SCHEME = re.compile(r"(?P<scheme>(?i:bearer|basic|token|key)) +(?P<secret>\S.*)\Z")


#: What opens the built-in mock upstream: no secret, and shown as it is.
MOCK_VARIABLES: Mapping[str, Value] = {"YOUR_API_KEY": "mock-key"}


def mock_layer(url: str, mock_base: str) -> Mapping[str, Value]:
    """The variables of the built-in environment "Mock", for a request that goes to the mock upstream."""
    return MOCK_VARIABLES if mock_base and url.startswith(mock_base) else {}


def scopes_of(person: Person | None, *layers: Mapping[str, Value]) -> Scopes:
    """The given layers, weak to strong, with the person's own variables on top."""
    return Scopes((*layers, variables_of(person)))


def variables_of(person: Person | None) -> dict[str, Value]:
    if not person:
        return {}
    rows = Variable.objects.filter(person=person)
    return {row.name: value for row in rows if (value := row.value) is not None}


def set_variable(person: Person, name: str, value: str, *, secret: bool) -> None:
    """Keep a value; an empty one forgets the name."""
    if not value:
        Variable.objects.filter(person=person, name=name).delete()
        return
    row = Variable.objects.filter(person=person, name=name).first() or Variable(person=person, name=name)
    row.secret = secret
    row.keep(value)
    row.save()


def without_typed_secrets(spec: RequestSpec) -> tuple[RequestSpec, dict[str, str]]:
    """The request with each secret that was typed in full replaced by a ``{{variable}}``, and those variables.

    Nothing is stored here: what is returned may be kept, together with its variables, or shown.
    """
    taken: dict[str, str] = {}

    def name_for(label: str, value: str) -> str:
        base = re.sub(r"\W+", "_", label).strip("_").upper() or "SECRET"
        name, number = base, 2
        while taken.get(name, value) != value:
            name, number = f"{base}_{number}", number + 1
        taken[name] = value
        return "{{" + name + "}}"

    headers = tuple(_header_without_secret(row, name_for) for row in spec.headers)
    query = tuple(_row_without_secret(row, SECRET_PARAMETERS, name_for) for row in spec.query)
    cookies = tuple(
        replace(row, value=name_for(f"COOKIE_{row.name}", row.value)) if _typed(row.value) else row
        for row in spec.cookies
    )
    auth = tuple(_credentials_without_secret(item, name_for) for item in spec.auth)
    url = _url_without_secret(spec.url, name_for)
    return replace(spec, url=url, headers=headers, query=query, cookies=cookies, auth=auth), taken


def _typed(value: str) -> bool:
    """Whether something besides variables stands there."""
    return bool(VARIABLE.sub("", value).strip())


def _header_without_secret(row: Parameter, name_for: NameFor) -> Parameter:
    if row.name.lower() not in SECRET_FIELDS:
        return row
    match = _SCHEME.match(row.value.strip())
    if match is None:
        return _row_without_secret(row, SECRET_FIELDS, name_for)
    if not _typed(match["secret"]) or BASIC_PLACEHOLDER in row.value:
        return row
    return replace(row, value=f"{match['scheme']} {name_for(row.name, match['secret'])}")


def _row_without_secret(row: Parameter, names: frozenset[str], name_for: NameFor) -> Parameter:
    if row.name.lower() not in names or not _typed(row.value):
        return row
    return replace(row, value=name_for(row.name, row.value))


def _credentials_without_secret(item: Credentials, name_for: NameFor) -> Credentials:
    if not _typed(item.value):
        return item
    label = {"bearer": "AUTHORIZATION", "basic": "PASSWORD"}.get(item.kind, item.name)
    return replace(item, value=name_for(label, item.value))


_USERINFO = re.compile(r"(\A[a-zA-Z][a-zA-Z0-9+.\-]*://[^/?#:@]*):([^/?#@]+)@")
_SECRET_IN_QUERY = re.compile(r"(?i)([?&](?:" + "|".join(sorted(SECRET_PARAMETERS)) + r")=)([^&#]+)")


def _url_without_secret(url: str, name_for: NameFor) -> str:
    """A password in the userinfo and keys in the query of an address."""
    url = _USERINFO.sub(lambda m: f"{m[1]}:{name_for('PASSWORD', m[2])}@" if _typed(m[2]) else m[0], url)
    return _SECRET_IN_QUERY.sub(lambda m: m[1] + name_for(m[1][1:-1], m[2]) if _typed(m[2]) else m[0], url)
