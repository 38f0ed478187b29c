"""Environments and their variables. The value of a secret can be written, and never read."""

from __future__ import annotations

from typing import Annotated

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Path, Router, Status

from playground.api.own import person_of
from playground.api.paging import Cursor, Limit, page_of
from playground.api.problems import Conflict, NotFound
from playground.api.schemas import (
    EnvironmentChange,
    EnvironmentIn,
    EnvironmentOut,
    EnvironmentsOut,
    ProblemOut,
    VariableIn,
    VariableOut,
    VariablesOut,
)
from playground.core.variables import NAME
from playground.environments import services
from playground.environments.models import Environment, Variable

router = Router(tags=["Environments"])

#: Key of the session's own variables, beside those of environments.
SESSION = "session"

Key = Annotated[str, Path(description="`mock`, `production`, or the id of one of your own.", max_length=40)]
VariablesKey = Annotated[str, Path(description="Key of an environment, or `session`.", max_length=40)]
Name = Annotated[str, Path(pattern=rf"^{NAME}$", max_length=100)]


@router.get("/environments", response=EnvironmentsOut, summary="Mock and Production, then your own")
def environments_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> EnvironmentsOut:
    rows = services.environments_of(person_of(request))
    page, following = page_of(rows, cursor, limit, lambda row: row.key)
    return EnvironmentsOut(items=[EnvironmentOut.of(row) for row in page], next=following)


@router.post("/environments", response={201: EnvironmentOut, 409: ProblemOut}, summary="A new environment, empty")
def environment_add(request: HttpRequest, data: EnvironmentIn) -> Status[EnvironmentOut]:
    person = person_of(request)
    if person.environments.count() >= services.MAX_ENVIRONMENTS:
        raise Conflict(
            "There are %(count)s environments already: delete one first.", count=str(services.MAX_ENVIRONMENTS)
        )
    return Status(201, EnvironmentOut.of(services.add_environment(person, data.name, data.server)))


@router.get("/environments/{environment}", response={200: EnvironmentOut, 404: ProblemOut}, summary="An environment")
def environment_read(request: HttpRequest, environment: Key) -> EnvironmentOut:
    return EnvironmentOut.of(_own(request, environment))


@router.patch(
    "/environments/{environment}",
    response={200: EnvironmentOut, 404: ProblemOut, 409: ProblemOut},
    summary="Change name or server of an environment",
)
def environment_change(request: HttpRequest, environment: Key, data: EnvironmentChange) -> EnvironmentOut:
    """What is not given stays as it is."""
    row = _own(request, environment)
    if row.kind == Environment.Kind.MOCK or (data.name is not None and not row.is_own):
        raise Conflict("Mock stays as it is, and Production has its name.")
    row.name = data.name if data.name is not None else row.name
    row.server = data.server if data.server is not None else row.server
    services.keep_environment(person_of(request), row).save()
    return EnvironmentOut.of(row)


@router.delete(
    "/environments/{environment}",
    response={204: None, 404: ProblemOut, 409: ProblemOut},
    summary="Delete an environment with its variables",
)
def environment_delete(request: HttpRequest, environment: Key) -> Status[None]:
    row = _own(request, environment)
    if not row.is_own:
        raise Conflict("Mock and Production stay.")
    row.delete()
    return Status(204, None)


@router.get(
    "/environments/{environment}/variables",
    response={200: VariablesOut, 404: ProblemOut},
    summary="Variables of an environment, or of the session",
)
def variables_list(
    request: HttpRequest, environment: VariablesKey, cursor: Cursor = "", limit: Limit = 50
) -> VariablesOut:
    rows = list(_variables(request, environment))
    page, following = page_of(rows, cursor, limit, lambda row: row.name)
    return VariablesOut(items=[VariableOut.of(row) for row in page], next=following)


@router.put(
    "/environments/{environment}/variables/{name}",
    response={200: VariableOut, 404: ProblemOut, 409: ProblemOut},
    summary="Keep a value under a name",
)
def variable_keep(request: HttpRequest, environment: VariablesKey, name: Name, data: VariableIn) -> VariableOut:
    """A secret is kept encrypted, and never told again: `value` is null then, and `ends` are its first and last
    characters."""
    found = _variables(request, environment)
    if not found.filter(name=name).exists() and found.count() >= services.MAX_VARIABLES:
        raise Conflict("There are %(count)s variables already: delete one first.", count=str(services.MAX_VARIABLES))
    row = None if environment == SESSION else services.keep_environment(person_of(request), _own(request, environment))
    services.set_variable(person_of(request), name, data.value, secret=data.secret, environment=row)
    return VariableOut.of(Variable.objects.get(person=person_of(request), environment=row, name=name))


@router.delete(
    "/environments/{environment}/variables/{name}",
    response={204: None, 404: ProblemOut},
    summary="Forget a variable",
)
def variable_delete(request: HttpRequest, environment: VariablesKey, name: Name) -> Status[None]:
    deleted, _ = _variables(request, environment).filter(name=name).delete()
    if not deleted:
        raise NotFound("There is no such variable.")
    return Status(204, None)


def _own(request: HttpRequest, key: str) -> Environment:
    found = services.find_environment(person_of(request), key)
    if found is None:
        raise NotFound("There is no such environment.")
    return found


def _variables(request: HttpRequest, key: str) -> QuerySet[Variable]:
    """Those of an environment that may not be kept yet, or of the session."""
    environment = None if key == SESSION else _own(request, key)
    if environment is not None and environment._state.adding:
        return Variable.objects.none()
    return Variable.objects.filter(person=person_of(request), environment=environment).order_by("name")
