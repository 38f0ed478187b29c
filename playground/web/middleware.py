"""Headers that every page carries, and compression that leaves streams alone."""

from __future__ import annotations

from collections.abc import Callable

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

GetResponse = Callable[[HttpRequest], HttpResponseBase]

#: Nothing inline, nothing from elsewhere. Media of a response is shown from blob:, data: and our own addresses;
#: its HTML in a sandboxed frame of our own (history.views.content), which brings a policy of its own.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    )
)

_COMPRESS_FROM_BYTES = 400
_COMPRESSIBLE = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/problem+json")


def security_headers(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith("/mock/"):  # answers of an API, for programs of any origin
            return response
        response.headers.setdefault("Content-Security-Policy", POLICY)
        policy = response.headers["Content-Security-Policy"]
        # For browsers that do not know frame-ancestors; the frame of a share is meant for other sites.
        if "frame-ancestors *" not in policy:
            response.headers.setdefault("X-Frame-Options", "SAMEORIGIN" if "ancestors 'self'" in policy else "DENY")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        return response

    return middleware


def compress(get_response: GetResponse) -> GetResponse:
    """Brotli at a level that costs less than it saves; never on a stream, which it would hold back.

    A page holds a CSRF token, which Django masks anew in each answer: what BREACH needs is not there.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if _worth_compressing(request, response):
            assert isinstance(response, HttpResponse)
            response.content = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=4)
            response.headers["Content-Encoding"] = "br"
            response.headers["Content-Length"] = str(len(response.content))
            patch_vary_headers(response, ("Accept-Encoding",))
        return response

    return middleware


def _worth_compressing(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        isinstance(response, HttpResponse)
        and not response.streaming
        and not response.has_header("Content-Encoding")
        and len(response.content) >= _COMPRESS_FROM_BYTES
        and response.headers.get("Content-Type", "").startswith(_COMPRESSIBLE)
        and "br" in [coding.split(";")[0].strip() for coding in request.headers.get("Accept-Encoding", "").split(",")]
        and not request.path.startswith("/mock/")
    )
