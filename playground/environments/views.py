"""Environments: to choose one, and to see and change what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from playground.accounts.models import Person
from playground.accounts.services import ensure_person
from playground.core.variables import DYNAMIC, Secret, Value
from playground.environments import forms
from playground.environments.forms import EnvironmentForm, VariableRow
from playground.environments.models import Environment, Variable
from playground.environments.services import (
    MAX_ENVIRONMENTS,
    Choice,
    add_environment,
    choice_of,
    duplicate_environment,
    environment_of,
    environments_of,
    find_environment,
    keep_environment,
    offered_by_mock,
    remember_choice,
    scopes_of,
    with_ephemeral,
)
from playground.web.origin import own_url

#: Key of the session's own variables, beside those of environments.
SESSION = "session"


@require_safe
def environment_list(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(reverse("environments:environment_edit", args=[environment_of(request).key]))


@require_http_methods(["GET", "HEAD", "POST"])
def environment_edit(request: HttpRequest, key: str) -> HttpResponse:
    """The page of an environment, or of the session's variables, and what was typed into it."""
    environment = _own(request, key)
    choice = choice_of(request)
    variables = _variables(request, environment)
    if request.method != "POST":
        return _page(request, environment, forms.from_rows(environment, variables, choice.session_key))
    form = forms.from_post(request.POST, environment, variables, choice.session_key)
    if request.POST.get("action") == "row-add":
        added = VariableRow(f"new{len(form.rows)}")
        return _page(request, environment, replace(form, rows=(*form.rows, added)))
    if not form.is_valid:
        return _page(request, environment, form, status=422)
    choice = with_ephemeral(choice, choice.ephemeral or any(row.ephemeral for row in form.rows))
    choice = replace(choice, ephemeral=choice_of(request).ephemeral)
    _keep(ensure_person(request), environment, form, {str(row.pk): row for row in variables}, choice)
    response = HttpResponseRedirect(reverse("environments:environment_edit", args=[key]))
    remember_choice(response, choice)
    return response


def _own(request: HttpRequest, key: str) -> Environment | None:
    """The environment, None for the session; 404 for what is not there, or is somebody else's."""
    if key == SESSION:
        return None
    environment = find_environment(request.person, key)  # type: ignore[attr-defined]
    if environment is None:
        raise Http404
    return environment


def _variables(request: HttpRequest, environment: Environment | None) -> list[Variable]:
    person = request.person  # type: ignore[attr-defined]
    if not person or (environment is not None and environment._state.adding):
        return []
    return list(Variable.objects.filter(person=person, environment=environment))


def _page(
    request: HttpRequest, environment: Environment | None, form: EnvironmentForm, status: int = 200
) -> HttpResponse:
    person = request.person  # type: ignore[attr-defined]
    context: dict[str, Any] = {
        "environment": environment,
        "key": environment.key if environment else SESSION,
        "form": form,
        "environments": environments_of(person),
        "built_in": offered_by_mock(environment) if environment is not None else {},
        "chosen_key": environment_of(request).key,
    }
    return render(request, "environments/environment.html", context, status=status)


@transaction.atomic
def _keep(
    person: Person,
    environment: Environment | None,
    form: EnvironmentForm,
    kept: dict[str, Variable],
    choice: Choice,
) -> None:
    if environment is not None:
        if environment.is_own:
            environment.name = form.name
        environment.server = form.server if environment.kind != Environment.Kind.MOCK else "mock"
        keep_environment(person, environment)
        environment.save()
    gone = [kept[row.id] for row in form.rows if row.id in kept and (row.remove or row.is_empty)]
    Variable.objects.filter(pk__in=[row.pk for row in gone]).delete()
    rows = [row for row in form.rows if not row.remove and not row.is_empty]
    # Names may have changed places: all of them give way before any is written.
    for number, row in enumerate(rows):
        if row.id in kept and kept[row.id].name != row.name:
            Variable.objects.filter(pk=kept[row.id].pk).update(name=f"${number}")
    for row in rows:
        _keep_row(row, kept.get(row.id) or Variable(person=person, environment=environment), choice)


def _keep_row(row: VariableRow, variable: Variable, choice: Choice) -> None:
    variable.name = row.name
    value = row.value
    if not value and row.holds_secret:
        if row.ephemeral == variable.is_ephemeral:
            variable.save()
            return
        value = row.kept.value if isinstance(row.kept, Secret) else ""
    variable.secret = row.secret
    variable.keep(value, choice.session_key if row.ephemeral else "")
    variable.save()


@require_POST
def environment_add(request: HttpRequest) -> HttpResponse:
    """A new environment, empty."""
    person = ensure_person(request)
    if _has_enough(person):
        return _enough(request)
    name = request.POST.get("name", "").strip()[:100] or _("New environment")
    made = add_environment(person, name)
    return HttpResponseRedirect(reverse("environments:environment_edit", args=[made.key]))


@require_POST
def environment_duplicate(request: HttpRequest, key: str) -> HttpResponse:
    source = _own(request, key)
    if source is None:
        raise Http404
    person = ensure_person(request)
    if _has_enough(person):
        return _enough(request)
    made = duplicate_environment(person, source)
    return HttpResponseRedirect(reverse("environments:environment_edit", args=[made.key]))


def _has_enough(person: Person) -> bool:
    return person.environments.count() >= MAX_ENVIRONMENTS


def _enough(request: HttpRequest) -> HttpResponse:
    """The page of the chosen environment, saying that there are as many as there may be."""
    environment = environment_of(request)
    form = forms.from_rows(environment, _variables(request, environment), choice_of(request).session_key)
    problem = _("There are {count} environments already: delete one first.").format(count=MAX_ENVIRONMENTS)
    return _page(request, environment, replace(form, problems=(problem,)), status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def environment_delete(request: HttpRequest, key: str) -> HttpResponse:
    """Delete an environment of one's own, after a question."""
    environment = _own(request, key)
    if environment is None or not environment.is_own:
        raise Http404
    if request.method != "POST":
        return render(request, "environments/delete.html", {"environment": environment})
    environment.delete()
    return HttpResponseRedirect(reverse("environments:environment_list"))


@require_POST
def environment_choose(request: HttpRequest) -> HttpResponse:
    """Remember which environment is chosen, and go back to where it was chosen."""
    environment = find_environment(request.person, request.POST.get("environment", ""))  # type: ignore[attr-defined]
    if environment is None:
        raise Http404
    response = HttpResponseRedirect(own_url(request, request.POST.get("next", "/")))
    remember_choice(response, replace(choice_of(request), environment=environment.key))
    return response


@require_safe
def names_read(request: HttpRequest, described: Mapping[str, Value] | None = None) -> HttpResponse:
    """Every name that can be used in a request, for completion while typing: its value, secrets by their ends.

    ``described`` is what a description says of its variables.
    """
    person = request.person  # type: ignore[attr-defined]
    environment = environment_of(request)
    scopes = scopes_of(person, described or {}, offered_by_mock(environment), choice=choice_of(request))
    labels = (_("documentation"), _("built-in mock"), environment.label, _("session"))
    found = {
        name: {
            "value": value.ends if isinstance(value, Secret) else value[:200],
            "secret": isinstance(value, Secret),
            "from": label,
        }
        for label, layer in zip(labels, scopes.layers, strict=True)
        for name, value in layer.items()
    }
    made = {f"${name}": {"value": str(_(text)), "made": True} for name, text in DYNAMIC.items()}
    response = JsonResponse({**dict(sorted(found.items())), **made})
    response.headers["Cache-Control"] = "no-store"
    return response
