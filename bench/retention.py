"""What it takes to delete runs, by hand and since there are more than the limits allow: a part of ``bench.history``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.conf import settings

#: Bytes that each run takes; runs that are deleted at once, or are over a limit when it is looked at.
KEPT, MANY = 600, 50
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
_DAYS = 10_000

Limits = dict[str, int]


class Deletions:
    """The runs of one owner, among those of others. Each measure prepares what it deletes before the time begins."""

    def __init__(self, owner: Any) -> None:
        from playground.history.models import Run
        from tests.people import client_of

        self.owner = owner
        self.client = client_of(owner)
        self.mine = Run.objects.filter(person=owner)
        self.every = Run.objects.all()

    def measures(self) -> Iterator[tuple[str, Callable[[], Callable[[], object]]]]:
        """A name, and what prepares one act and gives it."""
        yield "delete one", partial(self._by_hand, 1)
        yield f"delete {MANY}", partial(self._by_hand, MANY)
        yield "look: all within the limits", partial(self._too_old, 0)
        yield f"look: {MANY} too old", partial(self._too_old, MANY)
        for name in ("runs", "bytes"):
            yield f"look: {MANY} over, {name}", partial(self._over, name, self.mine, "")
            yield f"look: {MANY} over, {name} of the site", partial(self._over, name, self.every, "SITE_")

    def _by_hand(self, count: int) -> Callable[[], object]:
        keys = [str(key) for key in self.mine.order_by("-number").values_list("pk", flat=True)[:count]]
        return lambda: self.client.post("/history/chosen", {"run": keys, "action": "delete", "sure": "1"})

    def _too_old(self, count: int) -> Callable[[], object]:
        keys = list(self.mine.order_by("number").values_list("pk", flat=True)[:count])
        self.every.filter(pk__in=keys).update(created=_LONG_AGO)
        total = self.mine.count()
        return lambda: self._look({"DAYS": _DAYS, "RUNS": total, "BYTES": 2 * total * KEPT}, count)

    def _over(self, name: str, runs: Any, whose: str) -> Callable[[], object]:
        most = runs.count() - MANY
        return lambda: self._look({f"{whose}{name.upper()}": most * (KEPT if name == "bytes" else 1)}, MANY)

    def _look(self, limits: Limits, expected: int) -> None:
        from playground.history import retention

        with _limits(limits):
            of_site = any(name.startswith("SITE") for name in limits)
            found = retention.purge_site(MANY) if of_site else retention.purge_person(self.owner, MANY)
        assert found == expected, (limits, found)


@contextmanager
def _limits(limits: Limits) -> Iterator[None]:
    names = {f"PLAYGROUND_HISTORY_{name}": limit for name, limit in limits.items()}
    before = {name: getattr(settings, name) for name in names}
    for name, limit in names.items():
        setattr(settings, name, limit)
    try:
        yield
    finally:
        for name, limit in before.items():
            setattr(settings, name, limit)
