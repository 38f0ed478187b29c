"""The content of a run as a file or as a medium: headers under which nothing in it can run."""

from __future__ import annotations

import mimetypes
import re
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from playground.core.viewers.base import View
from playground.history.models import Run

#: An opaque origin that can load nothing and run nothing. Shown in a frame of ours alone.
POLICY = (
    "sandbox; default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'"
)

#: Previews that are the content itself, in an element of the page; all others are drawn from it.
_AS_IT_IS = frozenset({"image", "audio", "video", "html", "pdf", "font"})
#: A browser shows a PDF in a process of its own, and shows none in a sandbox.
_OF_PDF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})\Z")
_UNSAFE_IN_NAME = re.compile(r"[^\w.\-]+")
_EXTENSIONS = {
    "application/json": ".json",
    "text/event-stream": ".txt",
    "application/x-ndjson": ".ndjson",
    "text/html": ".html",
    "image/jpeg": ".jpg",
    "audio/mpeg": ".mp3",
    "text/plain": ".txt",
}


def respond(request: HttpRequest, run: Run, content: bytes, view: View, *, download: bool) -> HttpResponse:
    """The content, or the range of it that was asked for (RFC 9110 §14: players seek by ranges)."""
    part = _range(request.headers.get("Range", ""), len(content))
    if part is None:
        response = HttpResponse(content)
    elif part[0] >= part[1]:
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(content)}"})
    else:
        span = f"bytes {part[0]}-{part[1] - 1}/{len(content)}"
        response = HttpResponse(content[slice(*part)], status=206, headers={"Content-Range": span})
    for name, value in _headers(run, view, as_file=download or view.preview not in _AS_IT_IS).items():
        response.headers[name] = value
    return response


def _headers(run: Run, view: View, *, as_file: bool) -> dict[str, str]:
    return {
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, max-age=300",
        "Content-Disposition": content_disposition_header(as_file, file_name(run, view)) or "inline",
        "Content-Security-Policy": _OF_PDF if view.preview == "pdf" else POLICY,
        "Content-Type": _content_type(view),
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def _content_type(view: View) -> str:
    if view.preview == "html":
        return f"text/html; charset={view.charset}"
    return view.media_type if view.preview in _AS_IT_IS else "application/octet-stream"


def _range(header: str, size: int) -> tuple[int, int] | None:
    """Where one range begins and ends; None where none is asked for, or several, which gets the whole."""
    match = _RANGE.match(header)
    if match is None or not (match[1] or match[2]):
        return None
    if not match[1]:
        return max(0, size - int(match[2])), size
    return int(match[1]), min(int(match[2] or size) + 1, size)


def file_name(run: Run, view: View) -> str:
    """The last segment of the path, with the extension of what the content is."""
    last = unquote(_path(run.url).rstrip("/").rpartition("/")[2])
    name = _UNSAFE_IN_NAME.sub("-", last).strip("-.")[:80] or "response"
    if mimetypes.guess_type(name)[0] == view.media_type:
        return name
    extension = _EXTENSIONS.get(view.media_type) or mimetypes.guess_extension(view.media_type)
    return name + (extension or (".txt" if view.charset else ".bin"))


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""
