"""Security schemes → fields: Basic (RFC 7617), Bearer (RFC 6750) and API keys (OpenAPI 3.1, Security Scheme Object)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.errors import InvalidField
from playground.core.messages import Credentials, Parameter, PreparedRequest
from playground.core.variables import VARIABLE

#: Stands where the credentials of Basic belong while one of their variables is not filled: base64 of a placeholder
#: would be a wrong value that looks right.
BASIC_VARIABLE = "BASIC_CREDENTIALS"
BASIC_PLACEHOLDER = f"{{{{{BASIC_VARIABLE}}}}}"

_CREDENTIAL_FIELDS = frozenset({"authorization", "proxy-authorization"})


def basic(username: str, password: str) -> str:
    """The value of Authorization for a user name and password, in UTF-8 (RFC 7617 §2.1).

    Bytes that are not UTF-8 are given as ``surrogateescape`` leaves them. Raises ``InvalidField``.
    """
    pair = f"{username}:{password}"
    if VARIABLE.search(pair):
        return f"Basic {BASIC_PLACEHOLDER}"
    try:
        return "Basic " + b64encode(pair.encode("utf-8", "surrogateescape")).decode("ascii")
    except UnicodeEncodeError:
        raise InvalidField(
            "The user name or the password holds half of a character.", hint="Remove the broken character."
        ) from None


def made_of_secrets(prepared: PreparedRequest) -> frozenset[str]:
    """What stands after ``Basic`` in a request that leaves: it holds a password, in no spelling of its own."""
    values = (value.strip() for name, value in prepared.fields if name.lower() in _CREDENTIAL_FIELDS)
    found = (value[6:].strip() for value in values if value[:6].lower() == "basic ")
    return frozenset(value for value in found if value)


def header_rows(credentials: tuple[Credentials, ...]) -> tuple[Parameter, ...]:
    """Credentials that go as header fields, Bearer and Basic among them."""
    return tuple(Parameter(*_header(item)) for item in credentials if _place(item) == "header")


def query_rows(credentials: tuple[Credentials, ...]) -> tuple[Parameter, ...]:
    """API keys that go in the query."""
    return tuple(Parameter(item.name, item.value) for item in credentials if _place(item) == "query")


def cookie_rows(credentials: tuple[Credentials, ...]) -> tuple[Parameter, ...]:
    """API keys that go in the Cookie field."""
    return tuple(Parameter(item.name, item.value) for item in credentials if _place(item) == "cookie")


def _place(item: Credentials) -> str:
    return item.location if item.kind == "apiKey" else "header"


def _header(item: Credentials) -> tuple[str, str]:
    if item.kind == "bearer":
        return "Authorization", f"Bearer {item.value}"
    if item.kind == "basic":
        return "Authorization", basic(item.username, item.value)
    return item.name, item.value
