"""What the Authorization tab shows of an operation's security: alternatives to choose from, and a field for each key.

A key is typed into the field of its scheme, and becomes the one variable of that scheme; the request holds its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from playground.core.openapi.keys import key_variables, row_of, unlisted
from playground.core.openapi.operations import Operation
from playground.core.openapi.security import SecurityScheme
from playground.core.variables import Scopes, Value
from playground.workbench.composer import DOCUMENTED

#: Inputs of user names are named by it and the variable.
USER_VARIABLE = "user_variable."
#: Where rows of a place are found: the tab of the form.
_TABS = {"header": "headers"}
#: Beyond it a field is always shown: the style sheet knows so many alternatives.
_SWITCHED = 8


@dataclass(frozen=True, slots=True)
class Alternative:
    """Schemes of which every one is needed. ``kind`` is its value in the form: "" where rows carry all of them."""

    kind: str
    schemes: tuple[SecurityScheme, ...]


@dataclass(frozen=True, slots=True)
class KeyField:
    """The field of a scheme.

    kept
        The value that the person gave its variable, None where there is none yet.
    shown_with
        Kinds of the alternatives that need it, by number, "rows" for those that are carried by rows.
    tab, row
        Tab and name of the documented row that carries the key; "" where this tab does.
    """

    scheme: SecurityScheme
    kept: Value | None
    shown_with: str
    tab: str = ""
    row: str = ""
    username: Value | None = None

    @property
    def input_name(self) -> str:
        return f"variable.{self.scheme.variable}"

    @property
    def user_input_name(self) -> str:
        return f"{USER_VARIABLE}{self.scheme.user_variable}"


def alternatives_of(operation: Operation) -> tuple[Alternative, ...]:
    """Those that ask for something."""
    return tuple(
        Alternative(f"{DOCUMENTED}{number}" if unlisted(operation, schemes) else "", schemes)
        for number, schemes in enumerate(operation.security)
        if schemes
    )


def asks_nothing(operation: Operation) -> bool:
    """Whether the documentation allows a request without any key."""
    return not operation.security or () in operation.security


def key_fields(operation: Operation, scopes: Scopes) -> Iterator[KeyField]:
    """A field for each scheme of the operation, in the order of the description. ``scopes`` are the person's own."""
    places: dict[str, list[str]] = {}
    schemes: dict[str, SecurityScheme] = {}
    for alternative in alternatives_of(operation):
        for scheme in alternative.schemes:
            schemes.setdefault(scheme.key, scheme)
            places.setdefault(scheme.key, []).append(alternative.kind.removeprefix(DOCUMENTED) or "rows")
    for key, scheme in schemes.items():
        yield _field(operation, scheme, places[key], scopes)


def _field(operation: Operation, scheme: SecurityScheme, places: list[str], scopes: Scopes) -> KeyField:
    row = row_of(operation, scheme)
    many = ["many"] if any(place.isdigit() and int(place) >= _SWITCHED for place in places) else []
    return KeyField(
        scheme,
        scopes.get(scheme.variable),
        " ".join(dict.fromkeys([*places, *many])),
        _TABS.get(row.location, "parameters") if row else "",
        row.name if row else "",
        scopes.get(scheme.user_variable) if scheme.is_basic else None,
    )


def posted_users(operation: Operation, post: QueryDict) -> dict[str, str]:
    """User names by their variables; nothing for an empty input."""
    given = {name: post.get(f"{USER_VARIABLE}{name}", "") for name in key_variables(operation)}
    return {name: value for name, value in given.items() if value}
