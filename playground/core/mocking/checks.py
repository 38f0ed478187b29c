"""A request against its description: parameters, content, credentials."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core import media_types
from playground.core.errors import InvalidBody
from playground.core.fields import Fields
from playground.core.mocking import contents
from playground.core.mocking.conformance import Finding, findings, schema_finding
from playground.core.mocking.families import FAMILIES
from playground.core.openapi.document import Document
from playground.core.openapi.operations import MediaTypeDoc, Operation, ParameterDoc
from playground.core.openapi.security import SecurityScheme
from playground.core.parameter_values import parameter_value

#: The key that is always refused, so that a client's handling of 401 can be tried.
REFUSED_KEY = "sk-refused"

#: Described as parameters in some documents; a client need not send them (OpenAPI 3.1 §4.8.12.1).
_LEFT_TO_HTTP = frozenset(["accept", "content-type", "authorization"])


@dataclass(frozen=True, slots=True)
class MockRequest:
    """A request as it reached the mock.

    ``path`` is decoded and relative to the document's root; ``base`` is the address of that root, without a slash at
    its end.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    fields: Fields = Fields()  # noqa: RUF009 -- Fields never change
    content: bytes = b""
    base: str = ""


class UnknownMediaType(InvalidBody):
    """The content is of a media type that the operation does not describe."""


# Credentials


def is_authorised(operation: Operation, request: MockRequest) -> bool:
    """Whether one of the alternatives is met: any credential will do but the refused one."""
    if not operation.security:
        return True
    return any(
        all(_is_accepted(_credential(scheme, request)) for scheme in alternative) for alternative in operation.security
    )


def _is_accepted(credential: str) -> bool:
    return bool(credential) and credential != REFUSED_KEY


def _credential(scheme: SecurityScheme, request: MockRequest) -> str:
    """What the request shows for a scheme, "" where it shows nothing."""
    if scheme.kind == "mutualTLS":
        return "certificate"
    location, name = scheme.carrier
    if location == "query":
        return next((value for key, value in request.query if key == scheme.name), "")
    if location == "cookie":
        return _cookies(request).get(scheme.name, "")
    value = request.fields.get(name)
    if scheme.kind == "apiKey":
        return value.removeprefix("Bearer ").strip()
    kind, _, credential = value.partition(" ")
    wanted = "basic" if scheme.scheme == "basic" else scheme.scheme or "bearer"
    return _secret(credential.strip(), wanted) if kind.lower() == wanted else ""


def _secret(credential: str, kind: str) -> str:
    if kind != "basic":
        return credential
    try:
        return b64decode(credential, validate=True).decode("utf-8", "replace").partition(":")[2]
    except ValueError:
        return ""


def _cookies(request: MockRequest) -> dict[str, str]:
    pairs = (item.strip().partition("=") for item in request.fields.get("Cookie").split(";"))
    return {name: value for name, _, value in pairs if name}


# Parameters


def parameter_findings(
    operation: Operation, request: MockRequest, path_params: Mapping[str, str], document: Document
) -> Iterator[Finding]:
    """What of path, query, header fields and cookies is not as described."""
    for item in operation.parameters:
        values = _values(item, request, path_params)
        if values:
            value = parameter_value(item, values, document)
            for finding in findings(value, item.schema, document, location=item.location):
                yield Finding(f"/{item.name}{finding.pointer}", finding.detail, item.location)
        elif item.required and not (item.location == "header" and item.name.lower() in _LEFT_TO_HTTP):
            yield Finding(f"/{item.name}", f"{item.name} is required.", item.location)


def _values(item: ParameterDoc, request: MockRequest, path_params: Mapping[str, str]) -> list[str]:
    if item.location == "path":
        return [path_params[item.name]] if item.name in path_params else []
    if item.location == "header":
        return [value for value in request.fields.get_all(item.name) if value]
    if item.location == "cookie":
        cookies = _cookies(request)
        return [cookies[item.name]] if item.name in cookies else []
    return [value for key, value in request.query if key == item.name or key.startswith(f"{item.name}[")]


# Content


def described_content(operation: Operation, request: MockRequest) -> MediaTypeDoc | None:
    """The described content that the request carries; the first where it names none; None where none is described.

    Raises ``UnknownMediaType``.
    """
    described = operation.request_body.media_types if operation.request_body else ()
    essence = media_types.parse(request.fields.get("Content-Type")).essence
    if not described or not essence or not request.content:
        return described[0] if described else None
    for item in described:
        if _covers(item.media_type, essence):
            return item
    known = ", ".join(item.media_type for item in described)
    raise UnknownMediaType(f"The body is {essence}; here it is {known}.", hint="Set Content-Type.")


def _covers(media_range: str, essence: str) -> bool:
    wanted = media_types.parse(media_range)
    same_family = wanted.is_json and media_types.parse(essence).is_json
    return wanted.essence in (essence, "*/*", essence.partition("/")[0] + "/*") or same_family


def body_of(operation: Operation, request: MockRequest, content: MediaTypeDoc | None, document: Document) -> Any:
    """The instance that the request carries, None where it carries nothing and need not.

    Raises ``InvalidBody``.
    """
    if content is None:
        return None
    if not request.content:
        if operation.request_body and operation.request_body.required:
            raise InvalidBody("The request has no body.", hint=f"Send {content.media_type}.")
        return None
    media_type = request.fields.get("Content-Type") or content.media_type
    return contents.read(request.content, media_type, content, document)


def body_findings(body: Any, content: MediaTypeDoc | None, document: Document) -> list[Finding]:
    """What of the body, as it was read, is not as described; nothing where there is none."""
    if content is None or body is None:
        return []
    return findings(body, content.schema, document)


def asked_schema_findings(body: Any) -> Iterator[Finding]:
    """What is wrong with a JSON Schema that the request sends for its answer."""
    for family in FAMILIES:
        asked = family.asked_schema(body) if isinstance(body, Mapping) else None
        if asked is not None:
            wrong = schema_finding(asked[1])
            if wrong:
                yield Finding(asked[0], f"This is not a JSON Schema: {wrong}")
