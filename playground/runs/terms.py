"""On which terms a run is sent: the site's settings, and what the person chose within them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any

from django.conf import settings

from playground.accounts.limits import limit, seconds
from playground.accounts.models import Person
from playground.core.errors import InvalidInput
from playground.core.messages import RequestSpec
from playground.core.variables import Scopes, names
from playground.environments.services import SECRET_FIELDS
from playground.transport.blocks import Network
from playground.transport.guard import LocalRoute, Policy
from playground.transport.limits import Limits, Options

_KNOWN = frozenset({"follow_redirects", "verify_tls", "max_bytes", "timeout_s"})


def policy(*own_bases: str) -> Policy:
    """Who may be reached, from the settings; and the way to what this program answers itself below these addresses."""
    own = own_address(settings.PLAYGROUND_HOST)
    routes = tuple(LocalRoute(base, own, settings.PLAYGROUND_PORT) for base in own_bases if base)
    return Policy(
        allow_networks=_networks(tuple(settings.PLAYGROUND_ALLOW_NETWORKS)),
        allow_hosts=frozenset(settings.PLAYGROUND_ALLOW_HOSTS),
        deny_hosts=frozenset(settings.PLAYGROUND_DENY_HOSTS),
        local_routes=routes,
    )


@lru_cache(maxsize=8)
def _networks(written: tuple[str, ...]) -> tuple[Network, ...]:
    """Read once, and not for each send."""
    return tuple(ip_network(network) for network in written)


def own_address(host: str) -> str:
    """Where this program reaches itself when it listens on ``host``: there, or on loopback if it listens everywhere."""
    try:
        address = ip_address(host)
    except ValueError:
        return "127.0.0.1"
    if address.is_unspecified:
        return "127.0.0.1" if address.version == 4 else "::1"
    return str(address)


def limits(person: Person | None = None) -> Limits:
    """Those of the site, or what operators gave the person in their place."""
    return Limits(
        connect_s=settings.PLAYGROUND_CONNECT_SECONDS,
        idle_s=settings.PLAYGROUND_IDLE_SECONDS,
        total_s=seconds(person),
        response_bytes=limit(person, "response_bytes"),
        request_bytes=limit(person, "request_bytes"),
        redirects=settings.PLAYGROUND_REDIRECTS,
    )


class OverLimit(InvalidInput):
    """An option that asks for more than the site gives."""


def check(chosen: Mapping[str, Any], person: Person | None = None) -> None:
    """Raises ``OverLimit`` where an option asks for more than the site gives; its pointer names the option."""
    most = limits(person)
    time, size = chosen.get("timeout_s"), chosen.get("max_bytes")
    if time is not None and not 0 < time <= most.total_s:
        raise OverLimit(
            "A run may take %(limit)s s here (PLAYGROUND_TOTAL_SECONDS), and no longer.",
            hint="Choose a shorter time, or leave it out.",
            pointer="/options/timeout_s",
            limit=f"{most.total_s:g}",
        )
    if size is not None and not 0 < size <= most.response_bytes:
        raise OverLimit(
            "%(limit)s bytes of a response are kept here (PLAYGROUND_RESPONSE_BYTES), and no more.",
            hint="Choose a smaller size, or leave it out.",
            pointer="/options/max_bytes",
            limit=str(most.response_bytes),
        )


def options(stored: dict[str, Any], spec: RequestSpec, scopes: Scopes) -> Options:
    chosen = Options(**{key: value for key, value in stored.items() if key in _KNOWN and value is not None})
    return replace(chosen, secret_headers=_secret_headers(spec, scopes))


def _secret_headers(spec: RequestSpec, scopes: Scopes) -> frozenset[str]:
    """Lower-case names of the fields that a redirect to another origin must not carry on."""
    filled = {
        row.name.lower()
        for row in spec.headers
        if any(scopes.is_secret(name) for name in names(RequestSpec(headers=(row,))))
    }
    return SECRET_FIELDS | filled
