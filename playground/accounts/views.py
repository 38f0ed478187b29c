"""Signing up, in and out; the page of an account, its tokens, its data, and its end."""

from __future__ import annotations

import tempfile
from typing import Any

from django import forms as django_forms
from django.conf import settings
from django.contrib.auth import logout, update_session_auth_hash
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground.accounts import guessing, services, throttle
from playground.accounts.belongings import write_archive
from playground.accounts.forms import DeleteForm, PasswordForm, PreferencesForm, SignInForm, SignUpForm, TokenForm
from playground.accounts.models import ApiToken, Invitation, Person
from playground.accounts.words import hidden
from playground.web.clients import client_address, network_of
from playground.web.origin import own_url
from playground.web.preferences import preferences, remember

#: Tokens of one person, at most.
MAX_TOKENS = 50

_page = require_http_methods(["GET", "HEAD", "POST"])


# Signing up, in and out


@never_cache
@sensitive_post_parameters("password1", "password2")
@_page
def sign_up(request: HttpRequest) -> HttpResponse:
    """A new account, which has what the guest had."""
    if settings.PLAYGROUND_SIGN_UP == "closed":
        return _door(request, "sign_up", None, status=404 if request.method == "POST" else 200)
    form = SignUpForm(request.POST or None, initial={"invitation": request.GET.get("code", "")})
    if request.method != "POST":
        return _door(request, "sign_up", form)
    count = throttle.take(throttle.sign_up(), _client(request))
    if count.is_over:
        return _too_many(request, "sign_up", form, count)
    if not form.is_valid() or not _enter(request, form):
        throttle.give_back(count.policy, _client(request))
        return _door(request, "sign_up", form, status=422)
    return _welcome(request)


def _enter(request: HttpRequest, form: SignUpForm) -> bool:
    """Make the account and begin its session; False where somebody else was faster with the invitation."""
    with transaction.atomic():
        user = form.save()
        person = services.sign_up(request, user)
        code = form.cleaned_data.get("invitation")
        if code and not Invitation.claim(code, person):
            transaction.set_rollback(True)
            form.add_error("invitation", _("There is no such invitation, or it was used, or its time is over."))
            return False
    user.backend = settings.AUTHENTICATION_BACKENDS[0]
    services.sign_in(request, user)
    return True


@never_cache
@sensitive_post_parameters("password")
@_page
def sign_in(request: HttpRequest) -> HttpResponse:
    """A session of an account that there is; what the guest had moves along."""
    form = SignInForm(request, request.POST or None)
    if request.method != "POST":
        return _door(request, "sign_in", form)
    attempt = guessing.attempt(request, request.POST.get("username", ""))
    count = attempt.take()
    if count.is_over:
        return _too_many(request, "sign_in", form, count)
    if not form.is_valid():
        return _door(request, "sign_in", form, status=422)
    attempt.give_back()
    services.sign_in(request, form.get_user())
    return _welcome(request)


def _client(request: HttpRequest) -> str:
    return network_of(client_address(request))


def _welcome(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(own_url(request, request.POST.get("next", "")))
    response.delete_cookie(services.COOKIE, samesite="Lax")
    services.use_preferences(request, response, request.person)  # type: ignore[attr-defined]
    guessing.know(response, request.user.get_username())
    return response


def _door(
    request: HttpRequest, name: str, form: django_forms.BaseForm | None, status: int = 200, **more: Any
) -> HttpResponse:
    """The page to sign up or in."""
    given = request.POST if request.method == "POST" else request.GET
    context = {
        "form": form,
        "next": own_url(request, given.get("next", "")),
        "sign_up": settings.PLAYGROUND_SIGN_UP,
        "guests": settings.PLAYGROUND_GUESTS,
        "guest": services.guest_of(request),
        **more,
    }
    return render(request, f"accounts/{name}.html", context, status=status)


def _too_many(request: HttpRequest, name: str, form: django_forms.BaseForm, count: throttle.Count) -> HttpResponse:
    """Over the limit (RFC 6585 §4): what was typed still stands there, nothing of it was looked at."""
    fresh = type(form)(initial={"username": request.POST.get("username", "")[:150]})
    return _later(_door(request, name, fresh, status=429, problem=_too_often(count)), count)


def _too_often(count: throttle.Count) -> str:
    """What was counted, and what helps."""
    minutes = -(-count.reset // 60)
    if count.policy == guessing.of_name():
        sentence = _(
            "Too many wrong passwords for this name, from whomever: try again in {minutes} minutes, or at once in a "
            "browser that was signed in to it before."
        )
    else:
        sentence = _("Too many attempts from your address: try again in {minutes} minutes.")
    return sentence.format(minutes=minutes)


def _later(response: HttpResponse, count: throttle.Count) -> HttpResponse:
    response.headers["Retry-After"] = str(count.reset)
    return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session. Its secrets that only this browser session opens are forgotten with its cookies."""
    logout(request)
    response = HttpResponseRedirect(reverse("accounts:sign_in"))
    for cookie in settings.PLAYGROUND_SIGN_OUT_COOKIES:
        response.delete_cookie(cookie, samesite="Lax")
    return response


@never_cache
@require_safe
def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """The admin site has no door of its own: this one counts attempts."""
    if request.user.is_authenticated:
        raise Http404
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return HttpResponseRedirect(reverse("accounts:sign_in") + query)


# The account


@never_cache
@_page
def account(request: HttpRequest) -> HttpResponse:
    """What belongs to a person; for a guest also the way to an account."""
    if not settings.PLAYGROUND_GUESTS and not request.user.is_authenticated:
        return HttpResponseRedirect(reverse("accounts:sign_in"))
    form = PreferencesForm(request.POST or None, initial=_chosen(request))
    if request.method == "POST" and form.is_valid():
        response = HttpResponseRedirect(reverse("accounts:account") + "#preferences")
        for cookie, field in services.KEPT_COOKIES.items():
            remember(response, cookie, form.cleaned_data[field])
        return response
    return _account(request, preferences_form=form, status=422 if form.is_bound else 200)


def _chosen(request: HttpRequest) -> dict[str, str]:
    here = preferences(request)
    return {"language": get_language() or "en", "theme": here.theme, "target": here.target}


def _account(request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
    person = request.person  # type: ignore[attr-defined]
    context = {
        "person": person,
        "tokens": person.tokens.order_by("-created") if person else [],
        "preferences_form": PreferencesForm(initial=_chosen(request)),
        "token_form": TokenForm(),
        "sign_up": settings.PLAYGROUND_SIGN_UP,
        **more,
    }
    return render(request, "accounts/account.html", context, status=status)


@never_cache
@sensitive_post_parameters()
@_page
def password_change(request: HttpRequest) -> HttpResponse:
    """Another password; other sessions of the account end with it."""
    if not request.user.is_authenticated:
        raise Http404
    form = PasswordForm(request.user, request.POST or None)
    if request.method != "POST":
        return render(request, "accounts/password.html", {"form": form})
    attempt = guessing.attempt(request, request.user.get_username())
    count = attempt.take()
    if count.is_over:
        form.add_error("old_password", _too_often(count))
        return _later(render(request, "accounts/password.html", {"form": form}, status=429), count)
    if not form.is_valid():
        return render(request, "accounts/password.html", {"form": form}, status=422)
    attempt.give_back()
    form.save()
    update_session_auth_hash(request, form.user)
    return HttpResponseRedirect(reverse("accounts:account") + "?password=changed")


# Tokens


@never_cache
@require_POST
def token_add(request: HttpRequest) -> HttpResponse:
    """A new token, shown on the page that answers and never again."""
    person = _member(request)
    form = TokenForm(request.POST)
    if person.tokens.count() >= MAX_TOKENS:
        form.add_error(None, _("There are {count} tokens already: revoke one first.").format(count=MAX_TOKENS))
    if not form.is_valid():
        return _account(request, token_form=form, status=422)
    token = ApiToken.issue(person, hidden(person, form.cleaned_data["name"])[:100], form.cleaned_data["scopes"])
    return _account(request, new_token=token)


@require_POST
def token_revoke(request: HttpRequest, number: int) -> HttpResponse:
    person = request.person  # type: ignore[attr-defined]
    row = ApiToken.objects.filter(pk=number, person=person).first() if person else None
    if row is None:
        raise Http404
    row.delete()
    return HttpResponseRedirect(reverse("accounts:account") + "#tokens")


def _member(request: HttpRequest) -> Person:
    """Somebody who is signed in; 404 for anybody else."""
    if not request.user.is_authenticated:
        raise Http404
    return services.ensure_person(request)


# One's data


@never_cache
@require_safe
def data_download(request: HttpRequest) -> FileResponse:
    """All that a person has, as a ZIP archive of JSON files, without the values of secrets."""
    person = request.person  # type: ignore[attr-defined]
    if not person:
        raise Http404
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_archive(person, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="playground-data.zip")


@never_cache
@sensitive_post_parameters("password")
@_page
def account_delete(request: HttpRequest) -> HttpResponse:
    """Delete a person with all that belongs to them, after a question and with the password."""
    person = request.person  # type: ignore[attr-defined]
    if not person:
        raise Http404
    form = DeleteForm(person, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return render(request, "accounts/delete.html", {"form": form, "person": person})
    attempt = guessing.attempt(request, request.user.get_username())
    count = attempt.take()
    if count.is_over:
        context = {"form": DeleteForm(person), "person": person, "problem": _too_often(count)}
        return _later(render(request, "accounts/delete.html", context, status=429), count)
    if not form.is_valid():
        return render(request, "accounts/delete.html", {"form": form, "person": person}, status=422)
    attempt.give_back()
    services.delete(person)
    logout(request)
    response = HttpResponseRedirect(reverse("workbench:page_start"))
    for cookie in (services.COOKIE, guessing.COOKIE, *settings.PLAYGROUND_SIGN_OUT_COOKIES):
        response.delete_cookie(cookie, samesite="Lax")
    return response
