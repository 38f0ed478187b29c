"""Which hosts, ports and addresses may be reached. Decided on the very address that is then connected to.

The order: a local route wins over everything; then the scheme, the host, the port; then every address that the one
look-up gave. One forbidden address refuses the name, so that a mixed answer cannot be used to roll dice.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import unquote

from playground.core import uris
from playground.core.uris import Target
from playground.transport.blocks import BAD_PORTS, ISATAP_SOURCE, NOT_PUBLIC, Address, Network, is_isatap
from playground.transport.failures import Fault


@dataclass(frozen=True, slots=True)
class LocalRoute:
    """Addresses that our own process answers, such as the built-in mock upstream.

    A target URI of the origin of ``url_prefix`` whose path begins with its path is dialled as plain HTTP at exactly
    ``address`` (an IP address) and ``port``, whatever the policy says. A redirect never takes a local route.
    """

    url_prefix: str
    address: str
    port: int


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be reached. The default: public addresses alone.

    allow_networks
        Networks that may be reached although they are not public. An IPv6 form that carries an IPv4 address is not
        covered by an IPv4 network.
    deny_networks
        Public networks that may not be reached, such as the NAT64 prefix of one's own network; wins over the others.
    allow_hosts, deny_hosts
        Host names in ASCII: ``api.internal`` for that name alone, ``.internal`` for every name below. An allowed host
        is reached at whatever address it has; a denied one is refused before it is looked up, and wins.
    refused_ports
        Ports that nothing is sent to.
    local_routes
        See ``LocalRoute``.
    ca_bundle
        Path of a PEM file with certificate authorities to trust; "" for those of certifi.
    """

    allow_networks: tuple[Network, ...] = ()
    allow_hosts: Collection[str] = ()
    deny_hosts: Collection[str] = ()
    refused_ports: Collection[int] = frozenset(BAD_PORTS)
    local_routes: tuple[LocalRoute, ...] = ()
    deny_networks: tuple[Network, ...] = ()
    ca_bundle: str = ""


def check_target(target: Target, policy: Policy) -> None:
    """What can be said before a look-up.

    Raises ``Fault`` (``refused_host``, ``refused_address``, ``refused_port``).
    """
    if _listed(target.host, policy.deny_hosts):
        raise Fault("refused_host", f"{target.host} is on the list.")
    literal = literal_address(target)
    if literal is not None:
        check_addresses(target, [literal], policy)
    if target.port in policy.refused_ports:
        service = BAD_PORTS.get(target.port)
        raise Fault("refused_port", f"Port {target.port} {f'({service}) ' if service else ''}is on the list.")


def check_addresses(target: Target, addresses: Iterable[str], policy: Policy) -> tuple[str, ...]:
    """The addresses in canonical spelling, each once, if every one of them may be dialled.

    Raises ``Fault`` (``refused_address``) if any may not. The reason is told for an address that the person wrote,
    never for the answer to a look-up, which would tell strangers about names and networks inside.
    """
    vetted: dict[str, None] = {}
    for text in addresses:
        address = _parse(text)
        reason = _refusal(address, target.host, policy)
        if reason:
            raise Fault("refused_address", _explain(target, reason))
        vetted[str(address)] = None
    return tuple(vetted)


def literal_address(target: Target) -> str | None:
    """The address itself, where the host is one and there is nothing to look up."""
    host = target.host.strip("[]")
    try:
        return str(ip_address(host))
    except ValueError:
        return None


def local_route(target: Target, policy: Policy) -> LocalRoute | None:
    """The local route that this target takes, if any. A path that climbs ("..", however encoded) takes none."""
    if not policy.local_routes or _climbs(target.path):
        return None
    return next((route for route in policy.local_routes if _under(target, route.url_prefix)), None)


def _under(target: Target, prefix: str) -> bool:
    start = _prefix(prefix)
    if target.origin != start.origin:
        return False
    folder = start.path if start.path.endswith("/") else f"{start.path}/"
    return target.path == start.path or target.path.startswith(folder)


@functools.lru_cache(maxsize=64)
def _prefix(url: str) -> Target:
    return uris.parse(url)


def _climbs(path: str) -> bool:
    for _ in range(3):  # encoded once, twice, thrice: whoever decodes most must not climb either
        path = unquote(path)
    return any(segment.strip() in {".", ".."} for segment in re.split(r"[/\\;]", path))


def _parse(text: str) -> Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _refusal(address: Address | None, host: str, policy: Policy) -> str:
    """Why the address may not be dialled; "" if it may."""
    if address is None:
        return "not an address"
    if any(address in network for network in policy.deny_networks):
        return "excluded by the operator of this site"
    if isinstance(address, IPv6Address) and address.scope_id:
        return "scoped to one link (RFC 4007)"
    if _listed(host, policy.allow_hosts) or any(address in network for network in policy.allow_networks):
        return ""
    return _not_public(address)


def _not_public(address: Address) -> str:
    if is_isatap(address):
        return f"ISATAP ({ISATAP_SOURCE})"
    block = next((block for block in NOT_PUBLIC if address in block.network), None)
    return "" if block is None else f"{block.purpose} ({block.source})"


def _explain(target: Target, reason: str) -> str:
    if literal_address(target) is not None:
        return f"{target.host}: {reason}."
    return f"{target.host} does not lead to a public address."


def _listed(host: str, patterns: Collection[str]) -> bool:
    name = host.removesuffix(".").lower()
    return any(name.endswith(item) if item.startswith(".") else name == item for item in map(str.lower, patterns))
