"""The mock upstream over HTTP: open to every origin, without a session, streaming frame by frame."""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Iterator
from urllib.parse import parse_qsl

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from playground.core.fields import Fields
from playground.core.mocking import errors, fitting
from playground.core.mocking.checks import MockRequest
from playground.core.mocking.upstream import MAX_CONTENT, Answer, Upstream, too_large
from playground.mock import services

_EVERY_METHOD = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"


@csrf_exempt
def answer(request: HttpRequest, api: str, rest: str = "") -> HttpResponseBase:
    """Any method, any path below a description."""
    upstream = services.upstream(api)
    if upstream is None:
        response: HttpResponseBase = _content(
            404, *errors.problem(404, "There is no such API.", f"{api} is not known.")
        )
    elif request.method == "OPTIONS":
        response = HttpResponse(status=204, headers={"Allow": _allowed(upstream, f"/{rest}")})
    elif f"/{rest}".startswith(fitting.FILES):
        response = _file(rest)
    elif not rest:
        response = _index(request, upstream)
    else:
        response = _mocked(request, upstream, rest)
    return _open_to_all(request, response)


def _mocked(request: HttpRequest, upstream: Upstream, rest: str) -> HttpResponseBase:
    content = _read(request)
    mocked = too_large() if content is None else upstream.answer(_request(request, rest, content), time.time())
    time.sleep(mocked.delay)
    if mocked.frames is not None:
        return _stream(mocked)
    response = HttpResponse(mocked.content, status=mocked.status)
    return _with_fields(response, mocked)


def _read(request: HttpRequest) -> bytes | None:
    """The content, None where it is larger than the mock reads.

    A chunked request has no length, and Django takes it for empty; the server's own stream ends where the content
    does.
    """
    if (
        request.META.get("wsgi.input_terminated")
        and "chunked" in request.META.get("HTTP_TRANSFER_ENCODING", "").lower()
    ):
        stream = request.META["wsgi.input"]
    elif int(request.META.get("CONTENT_LENGTH") or 0) > MAX_CONTENT:
        return None
    else:
        stream = request
    content: bytes = stream.read(MAX_CONTENT + 1)
    return None if len(content) > MAX_CONTENT else content


def _request(request: HttpRequest, rest: str, content: bytes) -> MockRequest:
    query = parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True)
    root = request.path[: len(request.path) - len(rest)].rstrip("/")
    return MockRequest(
        method=request.method or "GET",
        path=f"/{rest}",
        query=tuple(query),
        fields=Fields(request.headers.items()),
        content=content,
        base=request.build_absolute_uri(root),
    )


def _stream(mocked: Answer) -> HttpResponseBase:
    response = StreamingHttpResponse(_paced(mocked), status=mocked.status)
    response["Cache-Control"] = "no-cache"
    response["X-Accel-Buffering"] = "no"
    if mocked.is_cut and "event-stream" not in mocked.media_type:
        # A client can tell that a whole answer was cut off only by its length.
        response["Content-Length"] = str(2 * sum(map(len, mocked.frames or ())) + 1)
    return _with_fields(response, mocked)


def _paced(mocked: Answer) -> Iterator[bytes]:
    for number, frame in enumerate(mocked.frames or ()):
        if number:
            time.sleep(mocked.pace)
        yield frame
    if mocked.is_cut:
        # The server closes the connection without the last chunk, and takes this one for the client's doing.
        raise ConnectionResetError(errno.ECONNRESET, "cut on demand")


def _with_fields(response: HttpResponseBase, mocked: Answer) -> HttpResponseBase:
    if not mocked.media_type:
        del response["Content-Type"]
    for name, value in mocked.fields:
        if name != "Connection":  # between two hops; the server says it
            response[name] = value
    return response


def _file(rest: str) -> HttpResponse:
    found = fitting.file_named(rest.rpartition("/")[2])
    if found is None:
        return _content(404, *errors.problem(404, "There is no such file."))
    return _content(200, *found)


def _index(request: HttpRequest, upstream: Upstream) -> HttpResponse:
    """What is answered here, for whoever opens the root."""
    root = request.build_absolute_uri(request.path).rstrip("/")
    listed = [
        {"method": item.method, "url": root + item.path_template, "title": item.title.get("en"), "key": item.key}
        for item in upstream.operations
    ]
    return _content(200, "application/json", json.dumps({"operations": listed}, ensure_ascii=False).encode())


def _content(status: int, media_type: str, content: bytes) -> HttpResponse:
    return HttpResponse(content, status=status, content_type=media_type)


def _allowed(upstream: Upstream, path: str) -> str:
    methods = upstream.methods(path)
    return ", ".join([*methods, "OPTIONS"]) if methods else _EVERY_METHOD


def _open_to_all(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """CORS (Fetch standard §3.2): any origin, without credentials of the browser; keys travel in headers."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "*"
    if request.method == "OPTIONS":
        # "*" does not cover Authorization, so what was asked for is named.
        response["Access-Control-Allow-Methods"] = request.headers.get("Access-Control-Request-Method", _EVERY_METHOD)
        response["Access-Control-Allow-Headers"] = request.headers.get("Access-Control-Request-Headers", "*")
        response["Access-Control-Max-Age"] = "86400"
        if request.headers.get("Access-Control-Request-Private-Network") == "true":
            response["Access-Control-Allow-Private-Network"] = "true"
        patch_vary_headers(response, ["Access-Control-Request-Method", "Access-Control-Request-Headers"])
    return response
