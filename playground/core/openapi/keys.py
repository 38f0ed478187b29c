"""Where the keys of an operation go, and which variables hold them: one for each security scheme of a description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from playground.core.messages import Credentials
from playground.core.openapi.operations import Operation, ParameterDoc, Server
from playground.core.openapi.security import SecurityScheme, credentials
from playground.core.variables import VARIABLE


def row_of(operation: Operation, scheme: SecurityScheme) -> ParameterDoc | None:
    """The documented parameter that carries the key of a scheme; None where the Authorization tab carries it."""
    wanted = scheme.carrier
    return next((item for item in operation.parameters if (item.location, item.name.lower()) == wanted), None)


def unlisted(operation: Operation, alternative: Iterable[SecurityScheme]) -> tuple[SecurityScheme, ...]:
    """The schemes of an alternative that are sent, and that no documented parameter carries."""
    return tuple(scheme for scheme in alternative if scheme.is_sent and row_of(operation, scheme) is None)


def alternatives(operation: Operation) -> tuple[tuple[Credentials, ...], ...]:
    """What the Authorization tab adds to a request for each alternative; () where its rows say all."""
    return tuple(credentials(unlisted(operation, alternative)) for alternative in operation.security)


def rows_of_others(operation: Operation, index: int) -> frozenset[tuple[str, str]]:
    """Place and lower-case name of the parameters that carry only keys of other alternatives than this one."""
    own = {scheme.carrier for scheme in operation.security[index]}
    every = {scheme.carrier for alternative in operation.security for scheme in alternative if scheme.is_sent}
    return frozenset(every - own)


# Variables


def named(operations: Iterable[Operation], prefix: str = "") -> Iterator[Operation]:
    """The operations of a description, each scheme and server variable with the name of its variable.

    A scheme whose key a documented example writes as ``{{name}}`` has that name everywhere, so that a key is entered
    once; the others, and server variables, have their own names after ``prefix``, so that descriptions share nothing.
    """
    known = tuple(operations)
    written = dict(_written(known))
    for item in known:
        yield replace(
            item,
            security=tuple(
                tuple(replace(one, variable=written.get(one.key, prefix + one.variable)) for one in alternative)
                for alternative in item.security
            ),
            servers=tuple(_server(server, prefix) for server in item.servers),
        )


def _server(server: Server, prefix: str) -> Server:
    return replace(server, variables=tuple(replace(item, variable=prefix + item.variable) for item in server.variables))


def _written(operations: Iterable[Operation]) -> Iterator[tuple[str, str]]:
    """Keys of schemes, and the one variable that the example of the parameter that carries it is made with."""
    for operation in operations:
        for scheme in {scheme for alternative in operation.security for scheme in alternative}:
            row = row_of(operation, scheme)
            value = row.examples[0].value if row and row.examples else ""
            names = VARIABLE.findall(value) if isinstance(value, str) else []
            if len(names) == 1:
                yield scheme.key, names[0]


def server_values(operation: Operation) -> Mapping[str, str]:
    """What the description says of the variables of its servers."""
    return {item.variable: item.default for server in operation.servers for item in server.variables}


def key_variables(operation: Operation) -> frozenset[str]:
    """The variables that hold the keys of an operation, and the user names."""
    schemes = {scheme for alternative in operation.security for scheme in alternative}
    users = {scheme.user_variable for scheme in schemes if scheme.is_basic}
    return frozenset({scheme.variable for scheme in schemes} | users)
