"""What anybody sees who has the link: the page of a share, its code, its response, a frame and a badge."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from playground.core.viewers import registry
from playground.history import files
from playground.history.branches import offset, tree_of
from playground.history.inspection import Inspection
from playground.history.opened import opened, part_of
from playground.history.trees import Ways
from playground.sharing import services
from playground.sharing.badge import badge
from playground.sharing.embedding import embedding
from playground.sharing.models import Share
from playground.sharing.showing import Shown, run_of
from playground.web.origin import mock_base
from playground.web.preferences import preferences, remember

P = ParamSpec("P")

#: The one page that other sites may show in a frame: it runs nothing, sends nothing and has no cookie.
EMBED_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self';"
    " form-action 'none'; base-uri 'none'; frame-ancestors *"
)


class Ended(Exception):
    """Its time is over, or its owner ended it: 410 (RFC 9110 §15.5.11)."""


def _public(view: Callable[Concatenate[HttpRequest, Share, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """A GET of an open share; 404 for what never was, 410 with a sentence for what is over."""

    @wraps(view)
    def guarded(request: HttpRequest, key: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        share = get_object_or_404(Share.objects.select_related("person"), pk=key)
        if share.is_over:
            return render(request, "sharing/ended.html", {"share": share}, status=410)
        response = view(request, share, *args, **kwargs)
        response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return require_safe(guarded)


def _shown(request: HttpRequest, share: Share) -> Shown:
    return Shown(share, mock_base(request), request.GET.get("code", "")[:60], preferences(request).target)


def _count(request: HttpRequest, share: Share) -> None:
    if request.method == "GET":
        person = request.person  # type: ignore[attr-defined]
        services.count_opening(share, person or None, request.headers.get("User-Agent", ""))


@_public
def share_read(request: HttpRequest, share: Share) -> HttpResponse:
    shown = _shown(request, share)
    if "code" not in request.GET:
        _count(request, share)
    person = request.person  # type: ignore[attr-defined]
    is_owner = bool(person) and person.pk == share.person_id
    context = {"share": share, "shown": shown, "run": shown.run, "seen": shown.seen, "is_owner": is_owner}
    context["embedding"] = embedding(request, share)
    return _remember_target(request, render(request, "sharing/share.html", context), shown)


@_public
def share_code(request: HttpRequest, share: Share) -> HttpResponse:
    """The code by itself, in the language that ``?code=`` names."""
    shown = _shown(request, share)
    return _remember_target(request, render(request, "sharing/_code.html", {"share": share, "shown": shown}), shown)


def _remember_target(request: HttpRequest, response: HttpResponse, shown: Shown) -> HttpResponse:
    """The language that a reader chose is that of the next page."""
    if request.GET.get("code") and shown.target.key != preferences(request).target:
        remember(response, "target", shown.target.key)
    return response


@_public
def share_content(request: HttpRequest, share: Share) -> HttpResponse:
    """The content of the response: to be shown as a medium, or as a file with ``?download=1``."""
    if share.answer is None:
        raise Http404
    run = run_of(share)
    seen = Inspection(run)
    return files.respond(request, run, seen.subject.content, seen.view, download="download" in request.GET)


@_public
def share_tree(request: HttpRequest, share: Share) -> HttpResponse:
    """A branch of the JSON or XML that was answered, as in the history; ``?at=`` is its offset, without it the root."""
    if share.answer is None:
        raise Http404
    ways = Ways(*(reverse(f"sharing:{name}", args=[share.pk]) for name in ("share_tree", "share_part")))
    context = {"share": share, **tree_of(opened(run_of(share)), ways, request.GET)}
    fragment = request.htmx  # type: ignore[attr-defined]
    return render(request, "history/_tree.html" if fragment else "sharing/tree.html", context)


@_public
def share_part(request: HttpRequest, share: Share) -> HttpResponse:
    """The media inside the string of a JSON response that begins at ``?at=``."""
    run = run_of(share) if share.answer is not None else None
    found = part_of(opened(run), offset(request.GET, "at")) if run else None
    if run is None or found is None:
        raise Http404
    return files.respond(request, run, found[0], registry.view(*found), download="download" in request.GET)


def share_embed(request: HttpRequest, key: str) -> HttpResponse:
    """The share as a frame in somebody else's page: nothing but text and links, and no cookie."""
    response = _embedded(request, key)
    response.headers["Content-Security-Policy"] = EMBED_POLICY
    response.headers["X-Robots-Tag"] = "noindex"
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def _embedded(request: HttpRequest, key: str) -> HttpResponse:
    theme = request.GET.get("theme", "")
    theme = theme if theme in {"light", "dark"} else ""
    share = Share.objects.select_related("person").filter(pk=key).first()
    if share is None or share.is_over:
        status = 410 if share else 404
        return render(request, "sharing/embed_ended.html", {"share": share, "theme": theme}, status=status)
    shown = Shown(share, mock_base(request), request.GET.get("code", "")[:60])
    _count(request, share)
    context = {"share": share, "shown": shown, "run": shown.run, "seen": shown.seen, "theme": theme}
    return render(request, "sharing/embed.html", context)


@require_safe
def share_badge(request: HttpRequest, key: str) -> HttpResponse:
    """Method and path as a picture for a README."""
    share = Share.objects.filter(pk=key).defer("request", "body", "answer").first()
    is_open = share is not None and not share.is_over
    text = badge(share.method, share.path) if share and is_open else badge("—", _("not shared any more"))
    response = HttpResponse(text, content_type="image/svg+xml; charset=utf-8")
    response.status_code = 200 if is_open else 410 if share else 404
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    response.headers["Cache-Control"] = "max-age=300"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
