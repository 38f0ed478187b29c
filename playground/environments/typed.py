"""The road on which secrets that were typed in full become variables, before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from playground.core.auth import BASIC_PLACEHOLDER
from playground.core.messages import Credentials, Parameter, RequestSpec
from playground.core.variables import VARIABLE, Secret, Value

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


@dataclass
class Names:
    """Names for secrets: the documented one where there is one, and none that stands for another value already."""

    #: Names in use → their values, None for one that cannot be opened here.
    known: Mapping[str, Value | None] = field(default_factory=dict)
    #: Label in lower case, such as "authorization" → the name that the documentation has for it.
    documented: Mapping[str, str] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)

    def __call__(self, label: str, value: str) -> str:
        base = self.documented.get(label.lower()) or re.sub(r"\W+", "_", label).strip("_").upper() or "SECRET"
        name, number = base, 2
        while not self._is_free(name, value):
            name, number = f"{base}_{number}", number + 1
        self.taken[name] = value
        return "{{" + name + "}}"

    def _is_free(self, name: str, value: str) -> bool:
        if name in self.taken:
            return self.taken[name] == value
        return name not in self.known or self.known[name] == Secret(value)


def without_typed_secrets(
    spec: RequestSpec,
    known: Mapping[str, Value | None] | None = None,
    documented: Mapping[str, str] | None = None,
) -> tuple[RequestSpec, dict[str, str]]:
    """The request with each secret that was typed in full replaced by a ``{{variable}}``, and those variables.

    Nothing is stored here: what is returned may be kept, together with its variables, or shown. A name in ``known``
    is used again only for the value that it has, so that a run that was kept goes on meaning its own key.
    """
    names = Names(known or {}, documented or {})
    headers = tuple(_header_without_secret(row, names) for row in spec.headers)
    query = tuple(_row_without_secret(row, SECRET_PARAMETERS, names) for row in spec.query)
    cookies = tuple(
        replace(row, value=names(f"COOKIE_{row.name}", row.value)) if _typed(row.value) else row for row in spec.cookies
    )
    auth = tuple(_credentials_without_secret(item, names) for item in spec.auth)
    url = _url_without_secret(spec.url, names)
    return replace(spec, url=url, headers=headers, query=query, cookies=cookies, auth=auth), names.taken


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
