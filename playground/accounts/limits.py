"""How much somebody may do: the settings of the site, but for what operators gave a person, or a group of people.

What counts for a person stands in the person's own row (``Person.limits``), worked out whenever an operator changes
something, so that whoever looked up the person asks nobody else: it holds from the next request on, in every process.
What was given to a person wins over what was given to groups, and of several groups the most generous.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db.models import Max, QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete

from playground.accounts.models import Limits, Person

#: The limits that can be given, and the settings that count where none was.
SETTINGS = {
    "runs_at_once": "PLAYGROUND_RUNS_AT_ONCE",
    "runs_per_minute": "PLAYGROUND_RUNS_PER_MINUTE",
    "destination_at_once": "PLAYGROUND_DESTINATION_AT_ONCE",
    "destination_per_minute": "PLAYGROUND_DESTINATION_PER_MINUTE",
    "request_bytes": "PLAYGROUND_REQUEST_BYTES",
    "response_bytes": "PLAYGROUND_RESPONSE_BYTES",
    "total_seconds": "PLAYGROUND_TOTAL_SECONDS",
    "calls_per_minute": "PLAYGROUND_API_PER_MINUTE",
}


def limit(person: Person | None, name: str) -> int:
    """What counts for a person; what counts for everybody without one."""
    given = person.limits.get(name) if person else None
    return int(getattr(settings, SETTINGS[name]) if given is None else given)


def seconds(person: Person | None) -> float:
    """The time that a run of theirs may take; the setting may have a fraction."""
    given = person.limits.get("total_seconds") if person else None
    return float(settings.PLAYGROUND_TOTAL_SECONDS if given is None else given)


def longest_seconds() -> float:
    """The time that a run of anybody may take."""
    given: float | None = Limits.objects.aggregate(longest=Max("total_seconds"))["longest"]
    return max(settings.PLAYGROUND_TOTAL_SECONDS, given or 0)


# Working it out


def refresh(people: Iterable[Person]) -> None:
    """Write anew what counts for these."""
    for person in people:
        Person.objects.filter(pk=person.pk).update(limits=_worked_out(person))


def _worked_out(person: Person) -> dict[str, int]:
    own = Limits.objects.filter(person=person).first()
    groups = Limits.objects.filter(group__user=person.user_id) if person.user_id else Limits.objects.none()
    given: dict[str, Any] = groups.aggregate(**{name: Max(name) for name in SETTINGS})
    given |= {name: value for name in SETTINGS if (value := getattr(own, name, None)) is not None}
    return {name: value for name, value in given.items() if value is not None}


def _members(groups: Iterable[int | None]) -> QuerySet[Person]:
    return Person.objects.filter(user__groups__in=list(groups)).distinct()


def _limits_changed(instance: Limits, **_: Any) -> None:
    people = Person.objects.filter(pk=instance.person_id) if instance.person_id else _members([instance.group_id])
    refresh(people)


def _members_changed(instance: User | Group, action: str, reverse: bool, pk_set: set[int] | None, **_: Any) -> None:
    """Somebody entered a group or left it; ``pre_clear`` is the last moment at which a group's members are known."""
    if action == "pre_clear" and reverse:
        instance._left = list(_members([instance.pk]))  # type: ignore[union-attr]
    elif action.startswith("post_"):
        users = (pk_set or set()) if reverse else {instance.pk}
        refresh([*Person.objects.filter(user__in=users), *getattr(instance, "_left", ())])


def _group_goes(instance: Group, **_: Any) -> None:
    instance._left = list(_members([instance.pk]))  # type: ignore[attr-defined]


def _group_gone(instance: Group, **_: Any) -> None:
    refresh(getattr(instance, "_left", ()))


def _person_made(instance: Person, created: bool, **_: Any) -> None:
    """Somebody who was put into groups before they came for the first time."""
    if created and instance.user_id:
        instance.limits = _worked_out(instance)
        if instance.limits:
            Person.objects.filter(pk=instance.pk).update(limits=instance.limits)


def follow() -> None:
    """Have what counts worked out anew with each change; called once, when the program starts."""
    for signal in (post_save, post_delete):
        signal.connect(_limits_changed, sender=Limits)
    m2m_changed.connect(_members_changed, sender=User.groups.through)
    pre_delete.connect(_group_goes, sender=Group)
    post_delete.connect(_group_gone, sender=Group)
    post_save.connect(_person_made, sender=Person)
