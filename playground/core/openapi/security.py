"""Security schemes and requirements (OpenAPI 3.1 §4.8.27, §4.8.30) → what to ask a person for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from playground.core.messages import Credentials
from playground.core.openapi.document import Document
from playground.core.openapi.texts import EMPTY, Text, text


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
    variable
        Name of the variable that holds its key, wherever it is asked for.
    """

    key: str
    kind: str
    scheme: str = ""
    name: str = ""
    location: str = ""
    description: Text = EMPTY
    scopes: tuple[str, ...] = ()
    variable: str = ""

    @property
    def is_basic(self) -> bool:
        """Whether it is Basic (RFC 7617)."""
        return self.kind == "http" and self.scheme == "basic"

    @property
    def takes_whole_value(self) -> bool:
        """Whether its key is all of the value of Authorization, the name of the scheme included (RFC 9110 §11.6.2)."""
        return self.kind == "http" and self.scheme not in {"basic", "bearer"}

    @property
    def is_sent(self) -> bool:
        """Whether it stands in the request: a client certificate is of the connection."""
        return self.kind != "mutualTLS"

    @property
    def user_variable(self) -> str:
        """Name of the variable for the user name of Basic (RFC 7617), whose password is the key."""
        return f"{self.variable}.username"

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
        _scheme(document, key, node, scopes)
        for key, scopes in requirement.items()
        if isinstance(node := document.resolve(known.get(key)), Mapping)
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
        variable=as_variable(key),
    )


def as_variable(name: str) -> str:
    """A name of a description as that of a variable: what no variable can have becomes ``_``."""
    plain = re.sub(r"[^\w.\-]", "_", name)
    return plain if re.match(r"[^\W\d]", plain) else f"_{plain}"


def credentials(alternative: Iterable[SecurityScheme]) -> tuple[Credentials, ...]:
    """What the Authorization tab asks for, with the variable of each scheme where its secret belongs.

    OAuth 2 and OpenID Connect end in a bearer token (RFC 6750).
    """
    return tuple(_credentials(scheme) for scheme in alternative if scheme.is_sent)


def _credentials(scheme: SecurityScheme) -> Credentials:
    value = f"{{{{{scheme.variable}}}}}"
    if scheme.kind == "apiKey":
        location = cast(Literal["header", "query", "cookie"], scheme.location or "header")
        return Credentials("apiKey", value, name=scheme.name, location=location)
    if scheme.is_basic:
        return Credentials("basic", value, username=f"{{{{{scheme.user_variable}}}}}")
    if scheme.takes_whole_value:
        return Credentials("apiKey", value, name="Authorization")
    return Credentials("bearer", value)
