"""RequestSpec → PreparedRequest: the only encoder in the house.

Preview, snippet and send all start here, so that what is shown is what is sent, to the byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from urllib.parse import unquote

from playground.core import auth, media_types, uris
from playground.core.errors import InvalidAddress, InvalidBody
from playground.core.fields import TOKEN, Fields, check_name, check_value
from playground.core.messages import (
    BinaryBody,
    Body,
    FileReference,
    FormBody,
    MultipartBody,
    NoBody,
    Octets,
    Parameter,
    Part,
    PreparedRequest,
    RequestSpec,
    TextBody,
)
from playground.core.variables import VARIABLE, Scopes, names, outside_variables, resolve, uses_dynamic

Encode = Callable[[str], str]
Segment = bytes | FileReference

#: Methods whose semantics expect content, so that its absence is said by ``Content-Length: 0`` (RFC 9110 §8.6).
_EXPECT_CONTENT = frozenset({"POST", "PUT", "PATCH"})

_TEMPLATE = re.compile(r"(?<!\{)\{([^{}]+)\}(?!\})")
_EMPTY_BOUNDARY = re.compile(r';\s*boundary\s*=\s*(?:"")?\s*(?=;|\Z)', re.IGNORECASE)
_LOOSE_URL = re.compile(r"(?:(?P<scheme>[^:/?#{}]+)://)?(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?")


def prepare(
    spec: RequestSpec,
    scopes: Scopes | None = None,
    *,
    reveal: bool = False,
    user_agent: str = "",
) -> PreparedRequest:
    """Encode a request.

    With ``reveal`` the secrets are filled in and what still has no value goes out as it was typed: these are the
    bytes to send. Without it every secret and every unknown name still stands as ``{{name}}``, while Content-Length
    is that of the real content.

    Raises ``InvalidAddress``, ``InvalidField`` and ``InvalidBody``.
    """
    scopes = scopes or Scopes()
    spec = _with_boundary(spec)
    prepared = _encode(resolve(spec, scopes, reveal=reveal), user_agent, keep_variables=not reveal)
    if reveal or not (uses_dynamic(spec) or any(scopes.is_secret(name) for name in names(spec))):
        return prepared
    real = _encode(resolve(spec, scopes, reveal=True), user_agent, keep_variables=False)
    return _with_length_of(prepared, real)


def _with_length_of(shown: PreparedRequest, real: PreparedRequest) -> PreparedRequest:
    length = real.fields.get("Content-Length")
    return replace(
        shown,
        fields=Fields((name, length if name.lower() == "content-length" else value) for name, value in shown.fields),
    )


def _encode(spec: RequestSpec, user_agent: str, *, keep_variables: bool) -> PreparedRequest:
    if not TOKEN.match(spec.method):
        raise InvalidAddress(
            "“%(method)s” is not a method.", hint="A method is one word, like GET or POST.", method=spec.method
        )
    around: Callable[[str, Encode], str] = outside_variables if keep_variables else _plainly
    url, host, userinfo = _target(spec, around)
    written, extra_notes = _written_fields(spec)
    segments, media_type = _content(spec.body, written.get("Content-Type"), around)
    automatic: list[str] = []

    head: list[tuple[str, str]] = []
    if "Host" not in written:
        head.append(("Host", host))
        automatic.append("host")
    if user_agent and "User-Agent" not in written:
        head.append(("User-Agent", user_agent))
        automatic.append("user-agent")
    rows = [*head, *written]
    if userinfo is not None and "Authorization" not in written:
        rows.append(("Authorization", _basic(userinfo)))
    rows = _with_content_type(rows, media_type, automatic)
    length = _length(segments, spec.method)
    if length is not None:
        rows.append(("Content-Length", length))
        automatic.append("content-length")
    return PreparedRequest(spec.method, url, Fields(rows), segments, frozenset(automatic), extra_notes)


def _basic(userinfo: str) -> str:
    """Userinfo (RFC 3986 §3.2.1) as Basic credentials, to the byte."""
    user, _, password = (unquote(part, errors="surrogateescape") for part in userinfo.partition(":"))
    return auth.basic(user, password)


def _plainly(text: str, encode: Encode) -> str:
    return encode(text)


# Address


def _target(spec: RequestSpec, around: Callable[[str, Encode], str]) -> tuple[str, str, str | None]:
    """Target URI, value of Host, userinfo."""
    try:
        return _encoded_target(spec, around)
    except UnicodeEncodeError:
        raise InvalidAddress("The address holds half of a character.", hint="Remove the broken character.") from None


def _encoded_target(spec: RequestSpec, around: Callable[[str, Encode], str]) -> tuple[str, str, str | None]:
    url = _fill_templates(spec.url.strip(" "), spec.path_params, around)
    rows = [*_enabled(spec.query), *auth.query_rows(spec.auth)]
    if VARIABLE.search(url) and around is outside_variables:
        return _loose_target(url, rows)
    target = uris.parse(url)
    target = replace(target, query=_query(target.query, rows, around))
    return target.url, target.authority, target.userinfo


def _loose_target(url: str, rows: list[Parameter]) -> tuple[str, str, str | None]:
    """An address that still holds variables: encoded around them, and checked once they are filled."""
    uris.check_characters(url)
    match = _LOOSE_URL.match(url)
    assert match is not None  # every part of the pattern may be empty
    scheme, authority = match["scheme"], match["authority"]
    if not VARIABLE.search(authority):
        # The host is known: hold it to the same rules as ever.
        known = uris.parse(f"{scheme}://{authority}/" if scheme else authority)
        start, host, userinfo = known.origin, known.authority, known.userinfo
    else:
        userinfo, _, host = authority.rpartition("@")
        start, userinfo = (f"{scheme}://{host}" if scheme else host), userinfo or None
    path = outside_variables(match["path"], uris.encode_path)
    if not path and not VARIABLE.match(authority):
        path = "/"
    query = None if match["query"] is None else outside_variables(match["query"], uris.encode_query)
    query = _query(query, rows, outside_variables)
    return start + path + ("" if query is None else f"?{query}"), host, userinfo


def _fill_templates(url: str, rows: Iterable[Parameter], around: Callable[[str, Encode], str]) -> str:
    values = {row.name: row.value for row in rows if row.enabled and row.value}
    if not values:
        return url
    return _TEMPLATE.sub(
        lambda match: around(values[match[1]], uris.encode_component) if match[1] in values else match[0], url
    )


def _query(written: str | None, rows: list[Parameter], around: Callable[[str, Encode], str]) -> str | None:
    added = "&".join(
        f"{around(row.name, uris.encode_component)}={around(row.value, uris.encode_component)}" for row in rows
    )
    return uris.join_query(written, added if rows else None)


def _enabled(rows: Iterable[Parameter]) -> list[Parameter]:
    return [row for row in rows if row.enabled]


# Header fields


def _written_fields(spec: RequestSpec) -> tuple[Fields, tuple[str, ...]]:
    """What the person wrote, in order, credentials after it; and notes on what cannot be sent as written."""
    rows: list[tuple[str, str]] = []
    notes: list[str] = []
    for row in _enabled(spec.headers):
        name = check_name(row.name)
        lower = name.lower()
        if lower == "content-length":
            notes.append("content_length_computed")
        elif lower == "transfer-encoding":
            notes.append("transfer_encoding_dropped")
        else:
            rows.append((name, check_value(name, row.value)))
    listed = {name.lower() for name, _ in rows}
    unlisted = (row for row in auth.header_rows(spec.auth) if row.name.lower() not in listed)
    rows.extend((check_name(row.name), check_value(row.name, row.value)) for row in unlisted)
    cookies = [*_enabled(spec.cookies), *auth.cookie_rows(spec.auth)]
    if cookies and "cookie" not in listed:
        value = "; ".join(f"{row.name}={row.value}" for row in cookies)
        rows.append(("Cookie", check_value("Cookie", value)))
    return Fields(rows), tuple(notes)


def _with_content_type(rows: list[tuple[str, str]], media_type: str, automatic: list[str]) -> list[tuple[str, str]]:
    """Content-Type of the body where none was written; a written multipart type gets the boundary it lacks."""
    listed = [value for name, value in rows if name.lower() == "content-type"]
    if not media_type:
        return rows
    if not listed:
        automatic.append("content-type")
        return [*rows, ("Content-Type", check_value("Content-Type", media_type))]
    if media_types.parse(media_type).get("boundary") and not media_types.parse(listed[0]).get("boundary"):
        return [(name, media_type if name.lower() == "content-type" else value) for name, value in rows]
    return rows


def _length(segments: tuple[Segment, ...], method: str) -> str | None:
    if not segments:
        return "0" if method in _EXPECT_CONTENT else None
    if any(isinstance(segment, FileReference) for segment in segments):
        return "…"
    return str(sum(len(segment) for segment in segments if isinstance(segment, bytes)))


# Content


def _content(body: Body, written_type: str, around: Callable[[str, Encode], str]) -> tuple[tuple[Segment, ...], str]:
    """The content in segments, and its media type where the body implies one."""
    try:
        return _encoded_content(body, written_type, around)
    except UnicodeEncodeError:
        raise InvalidBody(
            "The body holds half of a surrogate pair, which UTF-8 cannot carry.", hint="Remove the broken character."
        ) from None


def _encoded_content(
    body: Body, written_type: str, around: Callable[[str, Encode], str]
) -> tuple[tuple[Segment, ...], str]:
    match body:
        case NoBody():
            return (), ""
        case TextBody():
            return (body.text.encode("utf-8"),), body.media_type
        case FormBody():
            return (_form(body, around),), body.media_type
        case MultipartBody():
            return _multipart(body, written_type)
        case BinaryBody(content=None):
            return (FileReference(body.file_name or "file"),), body.media_type
        case BinaryBody():
            return (_opaque(body.content or b""),), body.media_type


def _opaque(content: bytes) -> bytes:
    """The bytes of a file, in which no variable is looked up."""
    return Octets(content) if b"{{" in content else content


def _form(body: FormBody, around: Callable[[str, Encode], str]) -> bytes:
    pairs = (
        f"{around(row.name, uris.encode_form)}={around(row.value, uris.encode_form)}" for row in _enabled(body.fields)
    )
    return "&".join(pairs).encode("utf-8")  # ASCII, but for the names of variables that are left in place


def _multipart(body: MultipartBody, written_type: str) -> tuple[tuple[Segment, ...], str]:
    parts = [part for part in body.parts if part.enabled]
    boundary = media_types.parse(written_type).get("boundary") or media_types.parse(body.media_type).get("boundary")
    if not boundary.isascii():
        raise InvalidBody(
            "The boundary of the multipart body holds other characters than ASCII.",
            hint="Use letters, digits and hyphens (RFC 2046 §5.1.1), or leave the boundary out.",
        )
    segments: list[Segment] = []
    delimiter = f"--{boundary}\r\n".encode("ascii")
    for part in parts:
        segments += (delimiter + _part_head(part), _part_content(part), b"\r\n")
    segments.append(f"--{boundary}--\r\n".encode("ascii"))
    return _joined(segments), body.media_type


def _part_head(part: Part) -> bytes:
    disposition = f'form-data; name="{_quoted(part.name)}"'
    if part.file_name is not None:
        disposition += f'; filename="{_quoted(part.file_name)}"'
    lines = [f"Content-Disposition: {disposition}"]
    content_type = part.content_type or ("application/octet-stream" if part.file_name is not None else "")
    if content_type:
        lines.append(f"Content-Type: {check_value('Content-Type', content_type)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _quoted(name: str) -> str:
    """A name inside quotes, escaped as browsers do (HTML standard, multipart/form-data encoding algorithm)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _part_content(part: Part) -> Segment:
    if part.content is None:
        return FileReference(part.file_name or part.name)
    return _opaque(part.content) if isinstance(part.content, bytes) else part.content.encode("utf-8")


def _with_boundary(spec: RequestSpec) -> RequestSpec:
    """A multipart body with a boundary, made before variables are filled so that preview, snippet and wire agree.

    It is the same for the same parts, and too long to occur in them by chance.
    """
    body = spec.body
    if not isinstance(body, MultipartBody) or media_types.parse(body.media_type).get("boundary"):
        return spec
    digest = sha256(repr(body.parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    without = _EMPTY_BOUNDARY.sub("", body.media_type)
    media_type = f"{without or 'multipart/form-data'}; boundary=----PlaygroundBoundary{digest}"
    return replace(spec, body=replace(body, media_type=media_type))


def _joined(segments: list[Segment]) -> tuple[Segment, ...]:
    """Neighbouring bytes put together, but for those in which variables are none."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and type(segment) is bytes and type(joined[-1]) is bytes:
            joined[-1] += segment
        else:
            joined.append(segment)
    return tuple(joined)
