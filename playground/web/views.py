"""Pages that belong to no other room."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from playground.web.origin import own_url
from playground.web.preferences import THEMES, Panes, remember


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """For container health checks: 200 where the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@require_POST
def preferences_save(request: HttpRequest) -> HttpResponse:
    """Remember language and theme, and go back to where the switch was pressed."""
    response = HttpResponseRedirect(own_url(request, request.POST.get("next", "/")))
    if (language := request.POST.get("language", "")) in dict(settings.LANGUAGES):
        remember(response, settings.LANGUAGE_COOKIE_NAME, language)
    if (theme := request.POST.get("theme")) is not None and theme in THEMES:
        remember(response, "theme", theme)
    return response


@require_GET
def panes_style(request: HttpRequest, panes: str) -> HttpResponse:
    """The widths of the panes as a style sheet: they stand from the first paint on, without a style in the page."""
    read = Panes.read(panes)
    if read is None:
        raise Http404
    response = HttpResponse(read.css, content_type="text/css")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also a form that is larger than the site takes: 413 then (RFC 9110 §15.5.14)."""
    context = {
        "fields_limit": settings.DATA_UPLOAD_MAX_NUMBER_FIELDS if isinstance(exception, TooManyFieldsSent) else None,
        "bytes_limit": settings.DATA_UPLOAD_MAX_MEMORY_SIZE if isinstance(exception, RequestDataTooBig) else None,
    }
    template = "web/_bad_request.html" if getattr(request, "htmx", False) else "web/bad_request.html"
    return render(request, template, context, status=413 if context["bytes_limit"] else 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "web/not_found.html", {"language": get_language()}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "web/server_error.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "web/csrf_failure.html", {"reason": reason}, status=403)
