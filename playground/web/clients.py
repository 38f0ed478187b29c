"""Where a request comes from."""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The IP address of the client, as the outermost proxy of our own saw it.

    Each proxy appends the address that it saw to X-Forwarded-For. With ``PLAYGROUND_PROXIES`` = n the n-th from the
    right was written by a proxy of ours; what stands before it is what anybody may have claimed.
    """
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    proxies: int = settings.PLAYGROUND_PROXIES
    if proxies and len(seen) >= proxies and seen[-proxies].strip():
        return str(seen[-proxies]).strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def network_of(address: str) -> str:
    """An IPv4 address, or the /64 of an IPv6 address, which one subscriber has for themselves (RFC 6177).

    "" for what is no address.
    """
    try:
        read = ip_address(address)
    except ValueError:
        return ""
    return str(ip_network((read, 64), strict=False)) if read.version == 6 else str(read)
