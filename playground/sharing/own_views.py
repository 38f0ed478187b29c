"""What the owner of shares does: make them, list them, change them, end them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground.core.errors import InvalidInput
from playground.environments.services import choice_of
from playground.history import services as history
from playground.sharing import services
from playground.sharing.embedding import embedding
from playground.sharing.models import Share
from playground.web.origin import mock_base
from playground.web.templatetags.sentences import said, translated

PERIODS = {
    "1": gettext_lazy("1 day"),
    "7": gettext_lazy("7 days"),
    "30": gettext_lazy("30 days"),
    "365": gettext_lazy("1 year"),
    "never": gettext_lazy("No end"),
}


def own(request: HttpRequest, key: str) -> Share:
    """The share, if it is this person's; 404 otherwise, whether there is one or not."""
    return get_object_or_404(services.shares_of(request.person), pk=key)  # type: ignore[attr-defined]


@require_safe
def share_list(request: HttpRequest) -> HttpResponse:
    services.forget_ended()
    shares = services.shares_of(request.person)[:1000]  # type: ignore[attr-defined]
    return render(request, "sharing/list.html", {"shares": shares, "site": site(request)})


@require_http_methods(["GET", "HEAD", "POST"])
def share_edit(request: HttpRequest, key: str) -> HttpResponse:
    """The link, what it shows and for how long; posted, what is to be changed of it."""
    share = own(request, key)
    problem = ""
    if request.method == "POST" and not share.is_over:
        problem = _changed(request, share)
        if not problem and not request.htmx:  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("sharing:share_edit", args=[share.pk]))
    return made(request, share, problem)


def _changed(request: HttpRequest, share: Share) -> str:
    """Take what was posted; why it cannot be, in the language of the page."""
    words = {name: request.POST.get(name, "") for name in ("title", "period")}
    services.change(share, **words, session_key=choice_of(request).session_key)
    wanted = "answer" in request.POST
    try:
        if wanted and not share.has_answer:
            services.add_answer(share, choice_of(request).session_key)
        elif share.has_answer and not wanted:
            services.remove_answer(share)
    except InvalidInput as error:
        return explained(error)
    return ""


def explained(error: InvalidInput) -> str:
    return f"{said(error)} {translated(error.hint)}".strip()


def made(request: HttpRequest, share: Share, problem: str = "", template: str = "sharing/_made.html") -> HttpResponse:
    """The share for its owner: by ``template`` as a part of a page that htmx asks for, else as a page."""
    name = template if request.htmx else "sharing/made.html"  # type: ignore[attr-defined]
    context = {"share": share, "problem": problem, "periods": PERIODS, "site": site(request)}
    context["embedding"] = embedding(request, share)
    return render(request, name, context, status=422 if problem else 200)


def site(request: HttpRequest) -> str:
    """The address of this site, without a slash at its end."""
    return request.build_absolute_uri("/").rstrip("/")


@require_POST
def share_revoke(request: HttpRequest, key: str) -> HttpResponse:
    share = own(request, key)
    services.revoke(share)
    if request.htmx:  # type: ignore[attr-defined]
        return made(request, own(request, key))
    return HttpResponseRedirect(reverse("sharing:share_list"))


@require_POST
def run_share(request: HttpRequest, number: UUID) -> HttpResponse:
    """Share the request of a run, with ``answer`` its response too."""
    person = request.person  # type: ignore[attr-defined]
    run = get_object_or_404(history.runs_of(person).select_related("content"), pk=number)
    session_key = choice_of(request).session_key
    try:
        share = services.share_run(person, run, mock_base=mock_base(request), session_key=session_key)
        if "answer" in request.POST:
            services.add_answer(share, session_key)
    except InvalidInput as error:
        return not_made(request, error)
    if request.htmx:  # type: ignore[attr-defined]
        return made(request, share)
    return HttpResponseRedirect(reverse("sharing:share_edit", args=[share.pk]))


def not_made(request: HttpRequest, error: InvalidInput) -> HttpResponse:
    """Why there is no link."""
    name = "sharing/_refused.html" if request.htmx else "sharing/not_made.html"  # type: ignore[attr-defined]
    return render(request, name, {"problem": explained(error), "title": _("Nothing was shared")}, status=422)
