"""Where a request comes from."""

from __future__ import annotations

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
