"""Security schemes and requirements (OpenAPI 3.1 §4.8.27, §4.8.30) → what to ask a person for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from playground.core.messages import Credentials
from playground.core.openapi.document import Document
from playground.core.openapi.texts import EMPTY, Text, text

#: What stands in an example where a person's key belongs.
KEY_VARIABLE = "{{YOUR_API_KEY}}"


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """One way to show who is asking.

    key
        Its name under ``components/securitySchemes``.
    kind
        ``http``, ``apiKey``, ``oauth2``, ``openIdConnect`` or ``mutualTLS``.
    scheme
        For ``http``: ``bearer``, ``basic`` or another scheme of RFC 9110 §11, in lower case.
    name, location
        For ``apiKey``: name and place (``header``, ``query`` or ``cookie``) of the field or parameter.
    scopes
        What the requirement asks for, where the scheme has scopes.
    """

    key: str
    kind: str
    scheme: str = ""
    name: str = ""
    location: str = ""
    description: Text = EMPTY
    scopes: tuple[str, ...] = ()

    @property
    def carrier(self) -> tuple[str, str]:
        """Place and lower-case name of the field or parameter that carries it: ("header", "authorization")."""
        if self.kind == "apiKey":
            return self.location, self.name.lower()
        return "header", "authorization"


#: Alternatives, of which one is enough; in each, every scheme is needed. An empty alternative: nobody needs to ask.
Security = tuple[tuple[SecurityScheme, ...], ...]


def security(document: Document, requirements: Any) -> Security:
    """The alternatives of a list of Security Requirement Objects. A scheme that is not described is left out."""
    if not isinstance(requirements, list):
        return ()
    return tuple(_alternative(document, item) for item in requirements if isinstance(item, Mapping))


def _alternative(document: Document, requirement: Mapping[str, Any]) -> tuple[SecurityScheme, ...]:
    components = document.data.get("components")
    described = components.get("securitySchemes") if isinstance(components, Mapping) else None
    known = described if isinstance(described, Mapping) else {}
    return tuple(
        _scheme(document, key, document.resolve(known[key]), scopes)
        for key, scopes in requirement.items()
        if key in known
    )


def _scheme(document: Document, key: str, node: Mapping[str, Any], scopes: Any) -> SecurityScheme:
    return SecurityScheme(
        key=key,
        kind=str(node.get("type") or ""),
        scheme=str(node.get("scheme") or "").lower(),
        name=str(node.get("name") or ""),
        location=str(node.get("in") or ""),
        description=text(node, "description", document.base_language),
        scopes=tuple(str(scope) for scope in scopes) if isinstance(scopes, list) else (),
    )


def credentials(alternative: Iterable[SecurityScheme], value: str = KEY_VARIABLE) -> tuple[Credentials, ...]:
    """What the Authorization tab asks for, with ``value`` where the secret belongs.

    OAuth 2 and OpenID Connect end in a bearer token (RFC 6750); client certificates are not of the request.
    """
    return tuple(_credentials(scheme, value) for scheme in alternative if scheme.kind != "mutualTLS")


def _credentials(scheme: SecurityScheme, value: str) -> Credentials:
    if scheme.kind == "apiKey":
        location = cast(Literal["header", "query", "cookie"], scheme.location or "header")
        return Credentials("apiKey", value, name=scheme.name, location=location)
    if scheme.kind == "http" and scheme.scheme == "basic":
        return Credentials("basic", value)
    return Credentials("bearer", value)
