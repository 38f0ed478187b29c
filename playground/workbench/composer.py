"""The state of the composer: what stands in the form, read from what was posted, documented or kept.

It is a value. Each answer of the page is drawn from it, with JavaScript and without, so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from playground.core import auth, media_types
from playground.core.messages import (
    BinaryBody,
    Body,
    Credentials,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)
from playground.core.openapi.keys import alternatives, rows_of_others
from playground.core.openapi.operations import Fragment, Operation, ParameterDoc
from playground.core.openapi.texts import text
from playground.workbench import options
from playground.workbench.options import RunOptions

Files = MultiValueDict[str, Any]

#: Groups of rows, and the place of a parameter in OpenAPI that each stands for.
GROUPS = {"path": "path", "query": "query", "header": "header", "cookie": "cookie", "form": "", "part": ""}
BODY_TYPES = ("none", "json", "form", "multipart", "binary", "text")
#: How the form names an alternative that the documentation has.
DOCUMENTED = "security:"
COMPOSER_TABS = ("parameters", "headers", "body", "authorization", "documentation")
#: What is shown of the result; "request" is the composer itself on a phone, and the preview beside it elsewhere.
PANES = ("request", "preview", "code", "response")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")

#: Rows that a group can hold: beyond it a form would be slower than a text.
MAX_ROWS = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A name–value row. ``id`` is unique in its group and names the row's inputs."""

    id: str
    name: str = ""
    value: str = ""
    enabled: bool = True
    #: What the documentation says of it, None for a row of the person's own.
    doc: ParameterDoc | None = None
    #: The documented value, to mark what differs and to restore it.
    documented: str | None = None
    is_file: bool = False
    file_name: str = ""
    content_type: str = ""
    content: bytes | None = None

    @property
    def differs(self) -> bool:
        return self.documented is not None and self.value != self.documented

    @property
    def is_empty(self) -> bool:
        return not self.name and not self.value and not self.file_name and self.content is None


@dataclass(frozen=True, slots=True)
class Composer:
    """Everything that stands in the form of an operation."""

    operation: Operation
    method: str = "GET"
    #: "mock", a server of the description, or "custom" for an address typed in full.
    server: str = "mock"
    url: str = ""
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    #: "", a kind of one's own choice, or ``DOCUMENTED`` with the number of an alternative of the operation's security.
    auth_kind: str = ""
    auth_value: str = ""
    auth_username: str = ""
    auth_name: str = ""
    auth_location: str = "header"
    body_type: str = "none"
    body: str = ""
    #: The text that the controls were drawn from: what differs from it in them is an edit.
    body_base: str = ""
    #: Content-Type of a text or binary body where no header row gives it.
    media_type: str = ""
    binary_name: str = ""
    binary: bytes | None = None
    tab: str = "body"
    pane: str = "request"
    options: RunOptions = field(default_factory=RunOptions)

    def group(self, name: str) -> tuple[Row, ...]:
        return self.rows.get(name, ())

    def with_rows(self, name: str, rows: Iterable[Row]) -> Composer:
        return replace(self, rows={**self.rows, name: tuple(rows)})

    @property
    def header_count(self) -> int:
        return sum(1 for row in self.group("header") if row.enabled and row.name)

    @property
    def parameter_count(self) -> int:
        return sum(1 for name in ("path", "query", "cookie") for row in self.group(name) if row.enabled and row.name)

    @property
    def is_absolute(self) -> bool:
        """The address stands in full, and the server does not count."""
        return "://" in self.url.partition("?")[0] or self.url.startswith("{{")


# Reading


def from_spec(
    operation: Operation, spec: RequestSpec, servers: Mapping[str, str], documented: RequestSpec | None = None
) -> Composer:
    """The form of a request: an operation's example, or one that was kept."""
    server, url = server_of(spec.url, servers)
    return Composer(
        operation=operation,
        method=spec.method,
        server=server,
        url=url,
        rows=_rows_of(operation, _with_rows_of_auth(operation, spec), documented or spec),
        **_auth_of(operation, spec.auth),
        **_body_of(spec.body),
        tab="body" if not isinstance(spec.body, NoBody) else "parameters",
    )


def with_documented_fields(composer: Composer, fragment: Fragment) -> Composer:
    """The rows of a form or multipart body, each with what the schema of the body says of its field."""
    docs = fields_of(fragment)
    if not docs:
        return composer
    rows = {
        name: tuple(replace(row, doc=docs.get(row.name)) for row in composer.group(name)) for name in ("form", "part")
    }
    return replace(composer, rows={**composer.rows, **rows})


def fields_of(fragment: Fragment) -> dict[str, ParameterDoc]:
    """What the schema of a form or multipart body says of each of its fields."""
    body = fragment.operation.request_body
    wanted = {"multipart/form-data", "application/x-www-form-urlencoded"}
    schema = next((item.schema for item in body.media_types if item.media_type in wanted), None) if body else None
    described = fragment.document.resolve(schema) if schema else None
    if not isinstance(described, dict):
        return {}
    listed, required = described.get("properties"), described.get("required")
    if not isinstance(listed, dict):
        return {}
    properties = {name: fragment.document.resolve(node) for name, node in listed.items()}
    language = fragment.operation.title.texts[0][0] if fragment.operation.title else ""
    return {
        name: ParameterDoc(
            name, "form", isinstance(required, list) and name in required, node, text(node, "description", language)
        )
        for name, node in properties.items()
        if isinstance(node, dict)
    }


def server_of(url: str, servers: Mapping[str, str]) -> tuple[str, str]:
    """The key of the server that an address belongs to, and what follows after it; "custom" for none."""
    for key, address in servers.items():
        base = address.rstrip("/")
        if base and (url == base or url.startswith((base + "/", base + "?"))):
            return key, url[len(base) :] or "/"
    return "custom", url


def _rows_of(operation: Operation, spec: RequestSpec, documented: RequestSpec) -> dict[str, tuple[Row, ...]]:
    groups = {
        "path": (spec.path_params, documented.path_params),
        "query": (spec.query, documented.query),
        "header": (spec.headers, documented.headers),
        "cookie": (spec.cookies, documented.cookies),
    }
    rows = {name: _documented_rows(operation, name, *pair) for name, pair in groups.items()}
    if isinstance(spec.body, FormBody):
        rows["form"] = tuple(Row(str(i), row.name, row.value, row.enabled) for i, row in enumerate(spec.body.fields))
    if isinstance(spec.body, MultipartBody):
        rows["part"] = tuple(_row_of_part(str(i), part) for i, part in enumerate(spec.body.parts))
    return rows


def _documented_rows(
    operation: Operation, group: str, rows: Iterable[Parameter], documented: Iterable[Parameter]
) -> tuple[Row, ...]:
    values = {row.name.lower(): row.value for row in documented}
    return tuple(
        Row(
            str(number),
            row.name,
            row.value,
            row.enabled,
            operation.parameter(GROUPS[group], row.name),
            values.get(row.name.lower()),
        )
        for number, row in enumerate(rows)
    )


def _row_of_part(number: str, part: Part) -> Row:
    is_file = part.file_name is not None
    return Row(
        number,
        part.name,
        "" if is_file or not isinstance(part.content, str) else part.content,
        part.enabled,
        is_file=is_file,
        file_name=part.file_name or "",
        content_type=part.content_type or "",
        content=part.content if isinstance(part.content, bytes) else None,
    )


def _alternative_of(operation: Operation, credentials: tuple[Credentials, ...]) -> int | None:
    """Which alternative of the documentation it is; None where it is none."""
    known = alternatives(operation)
    return known.index(credentials) if credentials and credentials in known else None


def _with_rows_of_auth(operation: Operation, spec: RequestSpec) -> RequestSpec:
    """The request with what the fields for one's own choice cannot hold, beyond the first, as rows."""
    if _alternative_of(operation, spec.auth) is not None or len(spec.auth) < 2:
        return spec
    rest = spec.auth[1:]
    return replace(
        spec,
        auth=spec.auth[:1],
        headers=spec.headers + auth.header_rows(rest),
        query=spec.query + auth.query_rows(rest),
        cookies=spec.cookies + auth.cookie_rows(rest),
    )


def _auth_of(operation: Operation, credentials: tuple[Credentials, ...]) -> dict[str, Any]:
    if not credentials:
        return {}
    number = _alternative_of(operation, credentials)
    if number is not None:
        return {"auth_kind": f"{DOCUMENTED}{number}"}
    first = credentials[0]
    return {
        "auth_kind": first.kind,
        "auth_value": first.value,
        "auth_username": first.username,
        "auth_name": first.name,
        "auth_location": first.location,
    }


def _body_of(body: Body) -> dict[str, Any]:
    match body:
        case TextBody():
            is_json = media_types.parse(body.media_type).is_json or not body.media_type
            kind = "json" if is_json else "text"
            return {"body_type": kind, "body": body.text, "body_base": body.text, "media_type": body.media_type}
        case FormBody():
            return {"body_type": "form"}
        case MultipartBody():
            return {"body_type": "multipart"}
        case BinaryBody():
            return {
                "body_type": "binary",
                "binary_name": body.file_name or "",
                "binary": body.content,
                "media_type": body.media_type,
            }
    return {"body_type": "none"}


def from_post(operation: Operation, post: QueryDict, files: Files, documented: RequestSpec) -> Composer:
    """The form as it was posted. Unknown words fall back to the first choice; no text is changed."""
    composer = Composer(
        operation=operation,
        method=post.get("method", operation.method).strip()[:40],
        server=post.get("server", "mock"),
        url=post.get("url", ""),
        rows={name: _posted_rows(operation, name, post, files, documented) for name in GROUPS},
        auth_kind=_one_of(post.get("auth_kind", ""), ("", "bearer", "basic", "apiKey", *_documented(operation))),
        auth_value=post.get("auth_value", ""),
        auth_username=post.get("auth_username", ""),
        auth_name=post.get("auth_name", ""),
        auth_location=_one_of(post.get("auth_location", "header"), ("header", "query", "cookie")),
        body_type=_one_of(post.get("body_type", "none"), BODY_TYPES),
        body=_line_ends(post.get("body", "")),
        body_base=_line_ends(post.get("body_base", "")),
        media_type=post.get("media_type", ""),
        tab=_one_of(post.get("tab", ""), COMPOSER_TABS),
        pane=_one_of(post.get("pane", ""), PANES),
        options=options.from_post(post),
    )
    if composer.is_absolute:
        composer = replace(composer, server="custom")
    return _with_binary(composer, post, files)


def _documented(operation: Operation) -> tuple[str, ...]:
    """Names of the alternatives for which the Authorization tab adds something."""
    return tuple(f"{DOCUMENTED}{number}" for number, added in enumerate(alternatives(operation)) if added)


def _one_of(value: str, known: tuple[str, ...]) -> str:
    return value if value in known else known[0]


def _line_ends(text: str) -> str:
    """Browsers post the lines of a textarea with CRLF, whatever was typed (HTML standard, form submission)."""
    return text.replace("\r\n", "\n")


def _posted_rows(
    operation: Operation, group: str, post: QueryDict, files: Files, documented: RequestSpec
) -> tuple[Row, ...]:
    rows_of = {"path": "path_params", "query": "query", "header": "headers", "cookie": "cookies"}
    values = {row.name.lower(): row.value for row in getattr(documented, rows_of[group])} if group in rows_of else {}
    numbers = list(dict.fromkeys(post.getlist(f"row.{group}")))[:MAX_ROWS]
    return tuple(_posted_row(operation, group, number, post, files, values) for number in numbers)


def _posted_row(
    operation: Operation, group: str, number: str, post: QueryDict, files: Files, documented: Mapping[str, str]
) -> Row:
    prefix = f"{group}.{number}."
    name = post.get(prefix + "name", "")
    upload = files.get(prefix + "file")
    return Row(
        number,
        name,
        _line_ends(post.get(prefix + "value", "")),
        prefix + "on" in post,
        operation.parameter(GROUPS[group], name) if GROUPS[group] else None,
        documented.get(name.lower()),
        is_file=post.get(prefix + "kind") == "file",
        file_name=(upload.name or "file") if upload else post.get(prefix + "file_name", ""),
        content_type=(upload.content_type or "" if upload else "") or post.get(prefix + "content_type", ""),
        content=upload.read() if upload else None,
    )


def _with_binary(composer: Composer, post: QueryDict, files: Files) -> Composer:
    upload = files.get("binary")
    if upload is None:
        return replace(composer, binary_name=post.get("binary_name", ""))
    media_type = composer.media_type or upload.content_type or ""
    return replace(composer, binary_name=upload.name or "file", binary=upload.read(), media_type=media_type)


# Giving


def to_spec(composer: Composer, servers: Mapping[str, str]) -> RequestSpec:
    """The request that the form describes."""
    credentials, others = _credentials(composer), _rows_of_others(composer)
    taken = {row.name.lower() for row in auth.header_rows(credentials)}
    return RequestSpec(
        method=composer.method or "GET",
        url=address(composer, servers),
        path_params=_parameters(composer.group("path")),
        query=_without(others, "query", _parameters(composer.group("query"))),
        # What the Authorization tab says replaces a header row of the same name.
        headers=_without(
            others,
            "header",
            tuple(row for row in _parameters(composer.group("header")) if row.name.lower() not in taken),
        ),
        cookies=_without(others, "cookie", _parameters(composer.group("cookie"))),
        auth=credentials,
        body=_body(composer),
    )


def _rows_of_others(composer: Composer) -> frozenset[tuple[str, str]]:
    """Place and name of the rows that carry the key of an alternative that is not chosen."""
    if not composer.auth_kind.startswith(DOCUMENTED):
        return frozenset()
    return rows_of_others(composer.operation, int(composer.auth_kind.removeprefix(DOCUMENTED)))


def _without(others: frozenset[tuple[str, str]], place: str, rows: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """The rows with those of other alternatives kept, and not sent."""
    return tuple(replace(row, enabled=False) if (place, row.name.lower()) in others else row for row in rows)


def address(composer: Composer, servers: Mapping[str, str]) -> str:
    """The address in full: that of the server and what was typed after it."""
    url = composer.url.strip()
    if composer.is_absolute or composer.server not in servers:
        return url
    base = servers[composer.server].rstrip("/")
    return base + (url if not url or url.startswith(("/", "?")) else f"/{url}")


def _parameters(rows: Iterable[Row]) -> tuple[Parameter, ...]:
    return tuple(Parameter(row.name.strip(), row.value, row.enabled) for row in rows if not row.is_empty)


def _credentials(composer: Composer) -> tuple[Credentials, ...]:
    if composer.auth_kind.startswith(DOCUMENTED):
        return alternatives(composer.operation)[int(composer.auth_kind.removeprefix(DOCUMENTED))]
    match composer.auth_kind:
        case "bearer":
            return (Credentials("bearer", composer.auth_value),)
        case "basic":
            return (Credentials("basic", composer.auth_value, username=composer.auth_username),)
        case "apiKey":
            location: Any = composer.auth_location
            return (Credentials("apiKey", composer.auth_value, name=composer.auth_name, location=location),)
    return ()


def _body(composer: Composer) -> Body:
    match composer.body_type:
        case "json":
            return TextBody(composer.body, composer.media_type or "application/json")
        case "text":
            return TextBody(composer.body, composer.media_type or "text/plain; charset=utf-8")
        case "form":
            return FormBody(_parameters(composer.group("form")))
        case "multipart":
            return MultipartBody(tuple(_part(row) for row in composer.group("part") if not row.is_empty))
        case "binary":
            media_type = composer.media_type or "application/octet-stream"
            return BinaryBody(composer.binary, media_type, composer.binary_name or None)
    return NoBody()


def _part(row: Row) -> Part:
    if row.is_file:
        return Part(row.name, row.content, row.file_name or "file", row.content_type or None, row.enabled)
    return Part(row.name, row.value, None, row.content_type or None, row.enabled)
