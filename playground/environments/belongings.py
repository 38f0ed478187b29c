"""What environments have of people. Secrets move sealed, and no file for people to keep has their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from playground.accounts.belongings import Belongings, File, as_json, free_name
from playground.accounts.models import Person
from playground.environments.models import Environment, Extraction, Variable


def _move(source: Person, target: Person) -> None:
    for environment in Environment.objects.filter(person=source):
        _move_environment(environment, target)
    _move_variables(Variable.objects.filter(person=source, environment=None), target, None)
    _move_rules(source, target)


# Environments


def _move_environment(environment: Environment, target: Person) -> None:
    """Mock and Production become one with those of the other where they agree; else they come as another one."""
    theirs = Environment.objects.filter(person=target)
    twin = None if environment.is_own else theirs.filter(kind=environment.kind).first()
    if twin is not None and _agree(environment, twin):
        _move_variables(environment.variables.all(), target, twin)
        if environment.server and not twin.server:
            Environment.objects.filter(pk=twin.pk).update(server=environment.server)
        environment.delete()
        return
    if twin is not None:
        environment.kind, environment.name = Environment.Kind.OWN, environment.label
    if environment.is_own:
        environment.name = free_name(environment.name, {row.label for row in theirs})
    environment.person = target
    environment.save()
    environment.variables.update(person=target)


def _agree(first: Environment, second: Environment) -> bool:
    known = {row.name: row for row in second.variables.all()}
    if first.server and second.server and first.server != second.server:
        return False
    return all(_is_same(row, known[row.name]) for row in first.variables.all() if row.name in known)


def _is_same(first: Variable, second: Variable) -> bool:
    """Whether both have the same value, as far as it can be read here."""
    if first.is_ephemeral or second.is_ephemeral:
        return first.stored == second.stored
    return first.secret == second.secret and first.open() == second.open() is not None


# Variables


def _move_variables(rows: Iterable[Variable], target: Person, environment: Environment | None) -> None:
    """A name that is taken keeps its value; what has another one comes beside it, as ``name_2``."""
    known = {row.name: row for row in Variable.objects.filter(person=target, environment=environment)}
    for row in list(rows):
        if row.name in known and _is_same(row, known[row.name]):
            row.delete()
            continue
        row.name = free_name(row.name, known, "{name}_{number}")
        row.person, row.environment = target, environment
        row.save()
        known[row.name] = row


def _move_rules(source: Person, target: Person) -> None:
    for row in Extraction.objects.filter(person=source):
        mine = {rule.name: rule for rule in Extraction.objects.filter(person=target, operation=row.operation)}
        twin = mine.get(row.name)
        if twin is not None and (twin.source, twin.expression) == (row.source, row.expression):
            row.delete()
            continue
        row.name, row.person = free_name(row.name, mine, "{name}_{number}"), target
        row.save()


# To take along


def _files(person: Person) -> Iterator[File]:
    data = {
        "version": 1,
        "environments": [_environment(row) for row in person.environments.prefetch_related("variables")],
        "session": _variables(Variable.objects.filter(person=person, environment=None)),
        "rules": list(
            Extraction.objects.filter(person=person).values("operation", "source", "expression", "name", "secret")
        ),
    }
    yield "environments.json", as_json(data)


def _environment(row: Environment) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "name": row.label,
        "server": row.server,
        "created": row.created,
        "variables": _variables(row.variables.all()),
    }


def _variables(rows: Iterable[Variable]) -> list[dict[str, Any]]:
    return [
        {"name": row.name, "secret": True} if row.secret else {"name": row.name, "value": row.stored} for row in rows
    ]


BELONGINGS = Belongings((Environment, Variable, Extraction), _move, _files)
