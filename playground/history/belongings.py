"""What the history has of people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from playground import __version__
from playground.accounts.belongings import Belongings, File, as_json
from playground.accounts.models import Person
from playground.history import retention, services, words
from playground.history.models import Retention, Run, Tag


def _move(source: Person, target: Person) -> None:
    """Runs keep their ids and their order. Who has chosen how much is kept has chosen it for what comes along too."""
    runs = Run.objects.filter(person=source)
    words.move(runs, target.pk)
    runs.update(person=target)
    Tag.objects.filter(person=source).update(person=target)
    chosen = Retention.objects.filter(person=source)
    if not Retention.objects.filter(person=target).exists():
        chosen.update(person=target)
    chosen.delete()


def _files(person: Person) -> Iterator[File]:
    yield "history.har", _har(person)
    chosen = Retention.objects.filter(person=person).values("days", "runs", "megabytes").first()
    if chosen:
        yield "retention.json", as_json(chosen)


def _har(person: Person) -> Iterator[str]:
    """HAR 1.2, entry by entry; pins, notes and tags as custom fields (HAR 1.2 §3)."""
    creator = json.dumps({"name": "http-playground", "version": __version__})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "entries": ['
    keys = list(services.runs_of(person).order_by("number").values_list("pk", flat=True))
    for place, key in enumerate(keys):
        run = Run.objects.select_related("content").prefetch_related("tags").filter(pk=key).first()
        if run is not None:
            entry = services.entry_of(run) | {
                "_id": str(run.pk),
                "_pinned": run.pinned,
                "_note": run.note,
                "_tags": [tag.name for tag in run.tags.all()],
            }
            yield ("," if place else "") + "\n" + json.dumps(entry, ensure_ascii=False, indent=2)
    yield "\n]}}\n"


def _delete(person: Person) -> None:
    """Runs share their contents, and stand in the search: neither goes along with a row."""
    retention.delete(Run.objects.filter(person=person))


BELONGINGS = Belongings((Run, Tag, Retention), _move, _files, _delete)
