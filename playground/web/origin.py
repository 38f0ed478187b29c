"""Our own addresses, as a person's browser knows them."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def mock_base(request: HttpRequest) -> str:
    """The address below which the built-in mock upstream answers; it ends in a slash."""
    return request.build_absolute_uri("/mock/")


def own_origin(request: HttpRequest) -> str:
    """Scheme, host and port of this site; without a slash at its end."""
    return request.build_absolute_uri("/").rstrip("/")


def api_base(request: HttpRequest) -> str:
    """The address below which our own JSON API answers; it ends in a slash."""
    return request.build_absolute_uri("/api/v1/")


def own_url(request: HttpRequest, url: str, default: str = "/") -> str:
    """The address if it is ours, else ``default``: nobody is led elsewhere by a link (no open redirect)."""
    ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return url if ours else default
