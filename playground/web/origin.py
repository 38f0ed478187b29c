"""Our own addresses, as a person's browser knows them."""

from __future__ import annotations

from django.http import HttpRequest


def mock_base(request: HttpRequest) -> str:
    """The address below which the built-in mock upstream answers; it ends in a slash."""
    return request.build_absolute_uri("/mock/")
