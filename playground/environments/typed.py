"""The road on which secrets that were typed in full become variables, before anything is stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from playground.core.auth import BASIC_PLACEHOLDER
from playground.core.messages import (
    Body,
    Credentials,
    FormBody,
    MultipartBody,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)
from playground.core.schema.text import get, set_value
from playground.core.variables import VARIABLE, Secret, Value, outside_variables

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
#: What other rows that carry one are called.
_SECRET_NAME = re.compile(r"(?:\A|[-_.])(?:api[-_]?key|access[-_]?key|secret[-_]?key|token|secret|password|passwd)\Z")
_CREDENTIALS = frozenset({"authorization", "proxy-authorization"})
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


@dataclass(frozen=True)
class Documented:
    """What a description says of the secrets of an operation."""

    #: Label in lower case, such as "authorization" → the variable that its examples have for it.
    names: Mapping[str, str] = field(default_factory=dict)
    #: Names of rows, in lower case, that hold a secret: ``format: password``, or a security scheme.
    rows: frozenset[str] = frozenset()
    #: JSON Pointers (RFC 6901) of places in a JSON body that do.
    pointers: tuple[str, ...] = ()


def without_typed_secrets(
    spec: RequestSpec, known: Mapping[str, Value | None] | None = None, documented: Documented | None = None
) -> tuple[RequestSpec, dict[str, str]]:
    """The request with each secret that was typed in full replaced by a ``{{variable}}``, and those variables.

    Nothing is stored here: what is returned may be kept, together with its variables, or shown. A name in ``known``
    is used again only for the value that it has, so that a run that was kept goes on meaning its own key.
    """
    documented = documented or Documented()
    names = Names(known or {}, documented.names)

    def rows(given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        return tuple(_row(row, documented.rows, names) for row in given)

    changed = replace(
        spec,
        url=_url_without_secret(spec.url, names),
        path_params=rows(spec.path_params),
        query=rows(spec.query),
        headers=tuple(_header(row, documented.rows, names) for row in spec.headers),
        cookies=tuple(replace(row, value=_hidden(f"COOKIE_{row.name}", row.value, names)) for row in spec.cookies),
        auth=tuple(_credentials_without_secret(item, names) for item in spec.auth),
        body=_body(spec.body, documented, names),
    )
    return (changed if changed != spec else spec), names.taken


def _typed(value: str) -> bool:
    """Whether something besides variables stands there."""
    return bool(VARIABLE.sub("", value).strip())


def _hidden(label: str, value: str, name_for: NameFor) -> str:
    """A value with variables in place of what was typed; variables that stand in it already stay."""
    if not _typed(value):
        return value
    return outside_variables(value, lambda piece: name_for(label, piece) if piece.strip() else piece)


def is_secret_name(name: str) -> bool:
    """Whether a row is named as if its value were a secret."""
    lower = name.lower()
    return lower in SECRET_FIELDS or lower in SECRET_PARAMETERS or _SECRET_NAME.search(lower) is not None


def _header(row: Parameter, more: frozenset[str], name_for: NameFor) -> Parameter:
    match = _SCHEME.match(row.value.strip())
    if match is None or row.name.lower() not in _CREDENTIALS:
        return _row(row, more, name_for)
    if not _typed(match["secret"]) or BASIC_PLACEHOLDER in row.value:
        return row
    return replace(row, value=f"{match['scheme']} {_hidden(row.name, match['secret'], name_for)}")


def _row(row: Parameter, more: frozenset[str], name_for: NameFor) -> Parameter:
    if row.name.lower() not in more and not is_secret_name(row.name):
        return row
    return replace(row, value=_hidden(row.name, row.value, name_for))


def _credentials_without_secret(item: Credentials, name_for: NameFor) -> Credentials:
    label = {"bearer": "AUTHORIZATION", "basic": "PASSWORD"}.get(item.kind, item.name)
    return replace(item, value=_hidden(label, item.value, name_for))


def _body(body: Body, documented: Documented, name_for: NameFor) -> Body:
    match body:
        case FormBody():
            return replace(body, fields=tuple(_row(row, documented.rows, name_for) for row in body.fields))
        case MultipartBody():
            return replace(body, parts=tuple(_part(part, documented.rows, name_for) for part in body.parts))
        case TextBody() if documented.pointers:
            return replace(body, text=_json(body.text, documented.pointers, name_for))
    return body


def _part(part: Part, more: frozenset[str], name_for: NameFor) -> Part:
    is_text = part.file_name is None and isinstance(part.content, str)
    if not is_text or (part.name.lower() not in more and not is_secret_name(part.name)):
        return part
    return replace(part, content=_hidden(part.name, str(part.content), name_for))


def _json(text: str, pointers: tuple[str, ...], name_for: NameFor) -> str:
    """JSON with variables in place of the strings at these pointers.

    A variable stands for what is between the quotes, escapes included, so that the bytes that leave are the same.
    """
    for pointer in pointers:
        raw = get(text, pointer)
        if raw is not None and len(raw) > 2 and raw[0] == '"' == raw[-1]:
            label = pointer.rpartition("/")[2]
            text = set_value(text, pointer, f'"{_hidden(label, raw[1:-1], name_for)}"')
    return text


_USERINFO = re.compile(r"(\A[a-zA-Z][a-zA-Z0-9+.\-]*://[^/?#:@]*):([^/?#@]+)@")
_IN_QUERY = re.compile(r"([?&])([^=&#]+)=([^&#]+)")


def _url_without_secret(url: str, name_for: NameFor) -> str:
    """A password in the userinfo and keys in the query of an address."""
    url = _USERINFO.sub(lambda m: f"{m[1]}:{_hidden('PASSWORD', m[2], name_for)}@", url)
    return _IN_QUERY.sub(
        lambda m: f"{m[1]}{m[2]}={_hidden(m[2], m[3], name_for)}" if is_secret_name(m[2]) else m[0], url
    )
