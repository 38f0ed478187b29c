"""The form as an address, and an address that fills the form: ``?query[a]=…&header[X]=…&path[id]=…&body=…``.

Whoever follows such an address was given it by somebody else. So it never fills in what carries a key, it never
overrides a value of the person's own, and where it leads to another server than those of the API the person's keys
stay at home until they are switched on. Nothing is sent before a click.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from playground.core.errors import InvalidInput
from playground.core.fields import TOKEN
from playground.core.messages import FormBody, MultipartBody, NoBody, Parameter, RequestSpec, TextBody
from playground.core.schema import pointers
from playground.core.schema.text import dumps, set_value
from playground.core.variables import VARIABLE, Secret, Value, texts
from playground.environments.services import environments_of, secrets_of
from playground.environments.typed import is_secret_name
from playground.sharing.freezing import frozen_request
from playground.workbench import desk as desks
from playground.workbench.composer import BODY_TYPES, GROUPS, Composer, Row, server_of
from playground.workbench.desk import Desk

#: Characters of an address that a browser, a proxy and this server surely take, and rows that one may fill in.
MAX_LENGTH, MAX_ROWS = 7_000, 100
#: Groups of rows that an address can name, as the nouns of ``core.messages`` call them.
ROWS = {"path": "path_params", "query": "query", "header": "headers", "cookie": "cookies"}
_NAMED = re.compile(r"(path|query|header|cookie|body|env|environment)\[(.*)\]\Z", re.DOTALL)
_PLAIN = ("method", "server", "url", "type", "body", "off", "params")
#: What decides where a request goes, or how it is read on the way.
_NOT_FROM_A_LINK = frozenset({"host", "content-length", "transfer-encoding", "connection"})

KEY = gettext_lazy("your own key is used")
NOT_THERE = gettext_lazy("there is no such parameter")
HELD = gettext_lazy("you have a value of your own")
UNUSED = gettext_lazy("the request does not use it")
NOT_ALLOWED = gettext_lazy("a link cannot set it")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """What an address says of the form."""

    plain: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)
    #: ``body[name]``: fields of a form, or members of the JSON.
    members: tuple[Pair, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    #: Rows that are switched off, as (group, name).
    off: tuple[Pair, ...] = ()


@dataclass
class Note:
    """What became of a link, to be said beside the form."""

    filled: list[str] = field(default_factory=list)
    #: Name and reason of what was left out.
    ignored: list[tuple[str, Any]] = field(default_factory=list)
    #: Where the request goes, if that is no server of the API; what was switched off for it; what it takes along.
    host: str = ""
    kept_home: list[str] = field(default_factory=list)
    carries: list[str] = field(default_factory=list)
    #: Why nothing could be filled in.
    problem: InvalidInput | None = None
    #: A share that was opened: its title.
    share: str = ""
    #: Values for variables that have none.
    values: dict[str, str] = field(default_factory=dict)


# Reading


def asks(get: QueryDict) -> bool:
    """Whether an address has something for the form."""
    return any(name in _PLAIN or _NAMED.match(name) for name in get)


def read(get: QueryDict, length: int) -> Link:
    """The link in a query of so many characters. Raises ``InvalidInput`` with a sentence."""
    if length > MAX_LENGTH:
        raise InvalidInput("The link is too long: it has more than %(limit)s characters.", limit=f"{MAX_LENGTH:,}")
    pairs = [(match[1], match[2], value) for name, value in _items(get) if (match := _NAMED.match(name))]
    pairs += _params(str(get["params"])) if "params" in get else []
    if len(pairs) > MAX_ROWS:
        raise InvalidInput("The link fills in more than %(limit)s rows.", limit=str(MAX_ROWS))
    plain = {name: str(get[name]) for name in _PLAIN if name in get and name not in {"off", "params"}}
    for text in (value for group, name, value in pairs if group == "body" and not name):
        plain["body"] = text
    if not TOKEN.match(plain.get("method", "GET")):
        raise InvalidInput("The method in the link is not one word, like GET or POST.")
    return Link(
        plain=plain,
        rows={group: tuple((name, value) for kind, name, value in pairs if kind == group) for group in ROWS},
        members=tuple((name, value) for kind, name, value in pairs if kind == "body" and name),
        variables={name: value for kind, name, value in pairs if kind in {"env", "environment"}},
        off=tuple((group, name) for group, _colon, name in (text.partition(":") for text in get.getlist("off"))),
    )


def _items(get: QueryDict) -> Iterator[Pair]:
    for name, values in get.lists():
        for value in values:
            yield name, str(value)


def _params(text: str) -> list[tuple[str, str, str]]:
    """``{"query": [["a", "1"]], "body": "…"}`` → (group, name, value). Raises ``InvalidInput``."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        raise InvalidInput("What the link has as params is not JSON as it should be.", hint=PARAMS)
    return [(group, name, value) for group, rows in data.items() for name, value in _params_rows(group, rows)]


PARAMS = 'Write it like {"query": [["name", "value"]], "header": [["X-Name", "value"]]}.'


def _params_rows(group: str, rows: Any) -> list[Pair]:
    if group == "body" and isinstance(rows, str):
        return [("", rows)]
    if isinstance(rows, dict):
        rows = list(rows.items())
    known = (*ROWS, "body", "env", "environment")
    if group not in known or not isinstance(rows, list) or not all(_is_pair(row) for row in rows):
        raise InvalidInput("What the link has as params is not JSON as it should be.", hint=PARAMS)
    return [(row[0], row[1] if isinstance(row[1], str) else dumps(row[1])) for row in rows]


def _is_pair(row: Any) -> bool:
    return isinstance(row, list | tuple) and len(row) == 2 and isinstance(row[0], str) and row[0] != ""


# Filling the form


def opened(request: HttpRequest, desk: Desk) -> Desk:
    """The documented form with what the address of the page says; ``desk.linked`` tells what that was."""
    try:
        link = read(request.GET, len(request.META.get("QUERY_STRING", "")))
        return _filled(desk, link)
    except InvalidInput as error:
        desk.linked = Note(problem=error)
        return desk


def _filled(desk: Desk, link: Link) -> Desk:
    note = Note()
    composer = _with_plain(desk, link, note)
    for group in ROWS:
        composer = _with_rows(composer, group, link.rows[group], desk, note)
    composer = _with_members(composer, link.members, note)
    for group, name in link.off:
        composer = _without(composer, group, name, note)
    filled = desks.with_composer(desk, composer)
    _give_values(filled, link.variables, note)
    return guarded(filled, note)


def _with_plain(desk: Desk, link: Link, note: Note) -> Composer:
    composer, plain = desk.composer, link.plain
    if "method" in plain:
        composer = replace(composer, method=plain["method"].upper()[:40])
    if plain.get("server") in desk.servers:
        composer = replace(composer, server=plain["server"])
    if "url" in plain:
        composer = replace(composer, url=plain["url"].strip())
        composer = replace(composer, server="custom") if composer.is_absolute else composer
    if plain.get("type") in BODY_TYPES:
        composer = replace(composer, body_type=plain["type"])
    if "body" in plain:
        kind = composer.body_type if composer.body_type in {"json", "text"} else _type_of(plain["body"])
        body = plain["body"].replace("\r\n", "\n")
        composer = replace(composer, body=body, body_base=body, body_type=kind, tab="body")
    note.filled += [name for name in ("method", "server", "url", "body") if name in plain]
    return composer


def _type_of(body: str) -> str:
    return "json" if body.lstrip().startswith(("{", "[")) else "text"


def _with_rows(composer: Composer, group: str, pairs: Iterable[Pair], desk: Desk, note: Note) -> Composer:
    for name in dict.fromkeys(name for name, _value in pairs):
        reason = _why_not(composer, group, name, desk)
        if reason:
            note.ignored.append((f"{group} {name}", reason))
            continue
        composer = _with_row(composer, group, name, [value for other, value in pairs if other == name])
        note.filled.append(f"{group} {name}")
    return composer


def _why_not(composer: Composer, group: str, name: str, desk: Desk) -> Any:
    """Why a link cannot fill a row in, "" where it can."""
    if not name:
        return NOT_THERE
    if is_secret_name(name) or name.lower() in desk.documented.rows:
        return KEY
    if group == "header" and name.lower() in _NOT_FROM_A_LINK:
        return NOT_ALLOWED
    if group == "path" and all(row.name != name for row in composer.group(group)):
        return NOT_THERE
    return ""


def _with_row(composer: Composer, group: str, name: str, values: list[str]) -> Composer:
    """The rows of a name with these values: the first in the place of the one that is there."""
    fold = str.lower if group == "header" else str
    rows: list[Row] = []
    left = list(values)
    for row in composer.group(group):
        if fold(row.name) != fold(name):
            rows.append(row)
        elif left:
            rows.append(replace(row, value=left.pop(0), enabled=True))
    number = max((int(row.id) for row in rows if row.id.isdecimal()), default=-1) + 1
    doc = composer.operation.parameter(GROUPS[group], name) if GROUPS[group] else None
    rows += [Row(str(number + index), name, value, doc=doc) for index, value in enumerate(left)]
    return composer.with_rows(group, rows)


def _with_members(composer: Composer, members: Iterable[Pair], note: Note) -> Composer:
    group = {"form": "form", "multipart": "part"}.get(composer.body_type, "")
    for name, value in members:
        if is_secret_name(name):
            note.ignored.append((f"body {name}", KEY))
            continue
        composer = _with_row(composer, group, name, [value]) if group else _with_member(composer, name, value)
        note.filled.append(f"body {name}")
    return composer


def _with_member(composer: Composer, name: str, value: str) -> Composer:
    """A member of the JSON; what is no JSON itself is a text."""
    try:
        text = dumps(json.loads(value))
    except (ValueError, RecursionError):
        text = dumps(value)
    body = composer.body if composer.body_type == "json" and composer.body.strip() else "{}"
    body = set_value(body, pointers.child("", name), text)
    return replace(composer, body=body, body_base=body, body_type="json")


def _without(composer: Composer, group: str, name: str, note: Note) -> Composer:
    if group not in ROWS or all(row.name != name for row in composer.group(group)):
        return composer
    rows = tuple(replace(row, enabled=False) if row.name == name else row for row in composer.group(group))
    note.filled.append(f"{group} {name}")
    return composer.with_rows(group, rows)


def _give_values(desk: Desk, variables: Mapping[str, str], note: Note) -> None:
    """Values for names that have none: they stand in their inputs, and count as typed."""
    used = set(desk.missing)
    for name, value in variables.items():
        if name in used:
            note.values[name] = value[:1000]
            note.filled.append(f"env {name}")
        else:
            note.ignored.append((f"env {name}", UNUSED if desk.scopes.get(name) is None else HELD))
    desk.typed = {**desk.typed, **{name: Secret(value) for name, value in note.values.items()}}
    for name in ("scopes", "missing", "shown", "prepared", "documented"):
        desk.__dict__.pop(name, None)


# Keys stay at home


def guarded(desk: Desk, note: Note) -> Desk:
    """The form of a request that somebody else made: to a server that is none of the API's it takes no key along."""
    desk.linked = note
    if _goes_home(desk):
        return desk
    note.host = _host(desk.spec.url)
    held = {name for layer in desk.scopes.layers[1:-1] for name in layer}
    composer = desk.composer
    for group in ("header", "query", "cookie"):
        rows = [replace(row, enabled=row.enabled and not _is_key(row, held)) for row in composer.group(group)]
        note.kept_home += [row.name for row in composer.group(group) if row.enabled and _is_key(row, held)]
        composer = composer.with_rows(group, rows)
    if composer.auth_kind:
        note.kept_home.append(str(_("Authorization")))
        composer = replace(composer, auth_kind="")
    guarded_desk = desks.with_composer(desk, composer)
    guarded_desk.typed, guarded_desk.linked = desk.typed, note
    note.carries = sorted(held & {name for text in texts(guarded_desk.spec) for name in VARIABLE.findall(text)})
    return guarded_desk


def _is_key(row: Row, held: set[str]) -> bool:
    return is_secret_name(row.name) or bool(held & set(VARIABLE.findall(row.value)))


def _goes_home(desk: Desk) -> bool:
    """Whether the address is one of the API's servers, of the mock upstream, or of the person's own environments."""
    url = desk.spec.url
    person = desk.request.person or None  # type: ignore[attr-defined]
    own = [item.server for item in environments_of(person) if item.server.startswith(("http://", "https://"))]
    bases = [base.rstrip("/") for base in (*desk.servers.values(), *own)]
    if any(url == base or url.startswith((base + "/", base + "?")) for base in bases):
        return True
    # An address that begins with a variable leads where the person's own value of it does.
    whole = re.match(r"\{\{\s*([^{}\s]+)\s*\}\}(?=[/?#]|\Z)", url)
    own_values: Mapping[str, Value] = {k: v for layer in desk.scopes.layers[1:-1] for k, v in layer.items()}
    return whole is not None and whole[1] in own_values


def _host(url: str) -> str:
    return re.sub(r"[/?#].*|\A[^/?#]*@", "", url.partition("://")[2] or url, flags=re.DOTALL)[:200]


# Giving


def address(desk: Desk, base: str) -> str:
    """The address below ``base`` that fills the form as it stands, keys left out.

    Raises ``InvalidInput`` where the form has more than an address can hold.
    """
    person = desk.request.person or None  # type: ignore[attr-defined]
    secrets = secrets_of(person, desk.choice.session_key) if person else {}
    secrets |= {value.value: name for name, value in desk.typed.items() if isinstance(value, Secret)}
    spec = frozen_request(desk.spec, secrets, desk.documented)
    query = urlencode([*_head(desk, spec), *_rows(desk, spec), *_body(desk, spec)])
    if len(query) > MAX_LENGTH:
        raise InvalidInput("The form holds too much for an address.", hint="Share makes a short link of it.")
    return f"{base}?{query}" if query else base


def _documented(desk: Desk) -> RequestSpec:
    return desks.documented(desk.fragment, desk.servers)


def _head(desk: Desk, spec: RequestSpec) -> Iterator[Pair]:
    usual = desks.open_documented(desk.request, desk.operation.key).composer
    if spec.method != usual.method:
        yield "method", spec.method
    server, url = server_of(spec.url, desk.servers)
    if server not in {usual.server, "custom"}:
        yield "server", server
    if url != usual.url:
        yield "url", url


def _rows(desk: Desk, spec: RequestSpec) -> Iterator[Pair]:
    for group, attribute in ROWS.items():
        now: tuple[Parameter, ...] = getattr(spec, attribute)
        usual: tuple[Parameter, ...] = getattr(_documented(desk), attribute)
        for name in dict.fromkeys(row.name for row in (*usual, *now)):
            rows = [row for row in now if row.name == name]
            if rows != [row for row in usual if row.name == name] and not is_secret_name(name):
                yield from ((f"{group}[{name}]", row.value) for row in rows)
                if not any(row.enabled for row in rows):
                    yield "off", f"{group}:{name}"


def _body(desk: Desk, spec: RequestSpec) -> Iterator[Pair]:
    usual = _documented(desk).body
    if type(spec.body) is not type(usual):
        yield "type", desk.composer.body_type
    match spec.body:
        case TextBody(text) if not isinstance(usual, TextBody) or usual.text != text:
            yield "body", text
        case FormBody(fields) if fields != getattr(usual, "fields", None):
            yield from ((f"body[{row.name}]", row.value) for row in fields if row.enabled)
        case MultipartBody(parts) if parts != getattr(usual, "parts", None):
            yield from (
                (f"body[{part.name}]", str(part.content)) for part in parts if part.enabled and not part.file_name
            )
        case NoBody():
            pass
