"""The servers to choose from, and the variables in the address of one that has some (OpenAPI 3.1 §4.8.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from playground.catalog import services as catalog
from playground.catalog.names import api_of
from playground.core.openapi.operations import Operation, Server
from playground.core.openapi.texts import Text
from playground.core.variables import Scopes, Secret
from playground.environments.services import environment_of
from playground.web.origin import mock_base, own_origin

#: Inputs are named by it, the number of the server and the variable.
SERVER_VARIABLE = "server_variable."

_ADDRESS = ("http://", "https://", "{{")


@dataclass(frozen=True, slots=True)
class ServerField:
    """A variable of a server as it is asked for. ``values`` are all that it may be, empty where it may be anything."""

    name: str
    label: str
    value: str
    values: tuple[str, ...]
    description: Text
    #: Where a secret is kept under its name: what can be seen of it.
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class ServerChoice:
    """``number`` is its place among those of the description, None for one of the person's own."""

    key: str
    number: int | None = None
    fields: tuple[ServerField, ...] = ()


def described(operation: Operation) -> tuple[Server, ...]:
    """The servers of an operation that can be sent to: a relative address says nothing without that of its document."""
    return tuple(server for server in operation.servers if server.address.startswith(_ADDRESS))


def servers_of(request: HttpRequest, operation: Operation) -> dict[str, str]:
    """Keys and base addresses of the servers to choose from; the mock upstream first.

    An address may hold ``{{variables}}``. The program's own API is answered by this site, as the request names it.
    """
    servers = {"mock": f"{mock_base(request)}{api_of(operation.key)}"}
    servers |= {server.url: server.address for server in described(operation)}
    if catalog.is_own(operation.key):
        servers |= {own_origin(request): own_origin(request)}
    own = request.POST.get("server") or environment_of(request).server
    return servers | {own: own} if own not in servers and own.startswith(_ADDRESS) else servers


def choices_of(operation: Operation, servers: Mapping[str, str], scopes: Scopes) -> Iterator[ServerChoice]:
    """The servers as the form shows them, beside the mock upstream."""
    numbers = {server.url: (number, server) for number, server in enumerate(described(operation))}
    for key in servers:
        if key in numbers:
            number, server = numbers[key]
            yield ServerChoice(key, number, tuple(_fields(number, server, scopes)))
        elif key != "mock":
            yield ServerChoice(key)


def _fields(number: int, server: Server, scopes: Scopes) -> Iterator[ServerField]:
    for item in server.variables:
        value = scopes.get(item.variable)
        shown = "" if value is None or isinstance(value, Secret) else value
        values = item.values if not item.values or shown in item.values else (shown, *item.values)
        hidden = value.ends if isinstance(value, Secret) else ""
        yield ServerField(
            f"{SERVER_VARIABLE}{number}.{item.variable}", item.name, shown, values, item.description, hidden
        )


def posted_values(operation: Operation, server: str, post: QueryDict) -> dict[str, str]:
    """What was chosen for the variables of the server that is chosen; nothing for an empty input."""
    for number, item in enumerate(described(operation)):
        if item.url == server:
            given = {one.variable: post.get(f"{SERVER_VARIABLE}{number}.{one.variable}", "") for one in item.variables}
            return {name: value.strip()[:2000] for name, value in given.items() if value.strip()}
    return {}
