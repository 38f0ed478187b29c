"""Many who want the same at once: one of them sends, and equal bytes are kept once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from playground.accounts.models import Person
from playground.history import services as history
from playground.history.models import Blob, Run
from tests.history.recorded import SPEC, recorded

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def at_once(work) -> list:
    """What so many threads get, each with a connection of its own."""
    barrier = Barrier(AT_ONCE)

    def one(number: int):
        barrier.wait(20)
        try:
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_of_many_one_claims() -> None:
    run = history.create(Person.objects.create(), SPEC, operation="", options={})
    assert sorted(at_once(lambda _: history.claim(Run.objects.get(pk=run.pk)))) == [False] * (AT_ONCE - 1) + [True]


def test_runs_of_the_same_moment_have_a_number_each_and_share_their_bytes() -> None:
    person = Person.objects.create()
    at_once(lambda _: recorded(person, b"the same for all"))
    assert len(set(Run.objects.values_list("number", flat=True))) == AT_ONCE
    assert Blob.objects.count() == 3
