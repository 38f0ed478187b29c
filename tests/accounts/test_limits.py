"""Operators give a person or a group other limits than those of the site."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.test import Client

from playground.accounts import services
from playground.accounts.limits import SETTINGS, limit
from playground.accounts.models import ApiToken, Limits, Person
from playground.core.messages import RequestSpec, TextBody
from playground.runs import limits as run_limits
from playground.runs import services as runs
from playground.runs import terms

pytestmark = pytest.mark.django_db

SPEC = RequestSpec("GET", "https://api.example.com/v1/models")


@pytest.fixture
def ada() -> Person:
    return Person.objects.create(user=User.objects.create_user("ada"))


@pytest.fixture
def group() -> Group:
    return Group.objects.create(name="Trial")


def of(person: Person, name: str) -> int:
    """What counts for them from the next request on."""
    return limit(Person.objects.get(pk=person.pk), name)


def test_without_anything_given_the_settings_count(ada: Person, settings) -> None:
    for number, name in enumerate(SETTINGS, 5):
        setattr(settings, SETTINGS[name], number)
        assert limit(None, name) == limit(ada, name) == number


def test_a_person_s_own_win_over_those_of_groups_and_the_most_generous_group_counts(ada: Person, group: Group) -> None:
    other = Group.objects.create(name="Partners")
    Limits.objects.create(group=group, runs_at_once=2, runs_per_minute=7, request_bytes=10)
    Limits.objects.create(group=other, runs_at_once=9)
    ada.user.groups.add(group, other)
    assert (of(ada, "runs_at_once"), of(ada, "runs_per_minute"), of(ada, "request_bytes")) == (9, 7, 10)
    own = Limits.objects.create(person=ada, runs_at_once=3)
    assert (of(ada, "runs_at_once"), of(ada, "runs_per_minute")) == (3, 7)
    own.delete()
    assert of(ada, "runs_at_once") == 9


@pytest.mark.parametrize(
    "leave",
    [
        lambda user, group: user.groups.remove(group),
        lambda user, group: user.groups.clear(),
        lambda user, group: group.user_set.remove(user),
        lambda user, group: group.user_set.clear(),
        lambda user, group: group.limits.delete(),
        lambda user, group: group.delete(),
    ],
)
def test_what_a_group_gave_goes_with_it(ada: Person, group: Group, leave) -> None:
    group.user_set.add(ada.user)
    given = Limits.objects.create(group=group, runs_at_once=2)
    assert of(ada, "runs_at_once") == 2
    given.runs_at_once = 4
    given.save()
    assert of(ada, "runs_at_once") == 4
    group.refresh_from_db()
    leave(ada.user, group)
    assert Person.objects.get(pk=ada.pk).limits == {}


def test_nobody_else_is_touched(ada: Person, group: Group) -> None:
    guest = Person.objects.create()
    Limits.objects.create(group=group, runs_at_once=2)
    Limits.objects.create(person=ada, runs_per_minute=1)
    assert Person.objects.get(pk=guest.pk).limits == {}


def test_who_was_in_a_group_before_they_came_has_its_limits(group: Group) -> None:
    Limits.objects.create(group=group, runs_at_once=2)
    user = User.objects.create_user("grace")
    user.groups.add(group)
    assert of(Person.objects.create(user=user), "runs_at_once") == 2


def test_a_guest_s_limits_stay_behind_when_they_sign_in(ada: Person) -> None:
    guest = Person.objects.create()
    Limits.objects.create(person=guest, runs_at_once=2)
    Limits.objects.create(person=ada, runs_at_once=5)
    services.move(guest, ada)
    assert of(ada, "runs_at_once") == 5 and Limits.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_limits_are_of_a_person_or_a_group_never_both(ada: Person, group: Group) -> None:
    for owners in ({}, {"person": ada, "group": group}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Limits.objects.create(**owners, runs_at_once=1)


def test_they_hold_for_the_next_run(ada: Person) -> None:
    runs.start(ada, SPEC)
    Limits.objects.create(person=ada, runs_at_once=1, response_bytes=1000, total_seconds=5)
    ada = Person.objects.get(pk=ada.pk)
    with pytest.raises(run_limits.TooManyRuns, match="1 of your requests"):
        runs.start(ada, SPEC)
    assert (terms.limits(ada).response_bytes, terms.limits(ada).total_s) == (1000, 5)
    with pytest.raises(terms.OverLimit, match="5 s"):
        runs.start(ada, SPEC, options={"timeout_s": 6})
    assert runs.start(Person.objects.create(), SPEC, options={"timeout_s": 6})


def test_a_larger_request_is_sent_for_whom_it_is_allowed(ada: Person, settings) -> None:
    settings.PLAYGROUND_REQUEST_BYTES = 10
    large = RequestSpec("POST", SPEC.url, body=TextBody("x" * 100))
    with pytest.raises(runs.TooLarge):
        runs.start(ada, large)
    Limits.objects.create(person=ada, request_bytes=100)
    assert runs.start(Person.objects.get(pk=ada.pk), large)


def test_no_start_asks_the_database_for_them(ada: Person, django_assert_num_queries) -> None:
    Limits.objects.create(person=ada, runs_at_once=4)
    with django_assert_num_queries(1):
        person = Person.objects.select_related("user").get(pk=ada.pk)
        assert [limit(person, name) for name in SETTINGS][0] == 4


def test_calls_of_the_api_are_counted_by_them(ada: Person) -> None:
    Limits.objects.create(person=ada, calls_per_minute=1)
    client = Client(headers={"Authorization": f"Bearer {ApiToken.issue(ada)}"})
    statuses = [client.get("/api/v1/targets").status_code for _ in range(3)]
    assert statuses[-1] == 429 and client.get("/api/v1/targets").headers["RateLimit-Policy"] == '"calls";q=1;w=60'


# The admin site

_FORM = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1"}


def _inline(prefix: str, **values: str) -> dict[str, str]:
    return {f"{prefix}-{name}": value for name, value in _FORM.items()} | {
        f"{prefix}-0-{name}": value for name, value in values.items()
    }


def test_operators_give_them(client: Client, ada: Person, group: Group) -> None:
    client.force_login(User.objects.create_superuser("root"))
    page = client.get(f"/admin/accounts/person/{ada.pk}/change/").content.decode()
    assert 'name="own_limits-0-runs_at_once"' in page and 'placeholder="20"' in page
    tokens = {f"tokens-{name}": value for name, value in (_FORM | {"TOTAL_FORMS": "0"}).items()}
    answer = client.post(f"/admin/accounts/person/{ada.pk}/change/", _inline("own_limits", runs_at_once="0") | tokens)
    assert answer.status_code == 200 and of(ada, "runs_at_once") == 20
    client.post(f"/admin/accounts/person/{ada.pk}/change/", _inline("own_limits", runs_at_once="6") | tokens)
    assert of(ada, "runs_at_once") == 6

    ada.user.groups.add(group)
    answer = client.post(
        f"/admin/auth/group/{group.pk}/change/", {"name": "Trial", **_inline("limits", runs_per_minute="8")}
    )
    assert answer.status_code == 302 and of(ada, "runs_per_minute") == 8
