"""Collection → a HAR 1.2 log: an entry for each answer that was kept, and one without an answer where none was.

What HAR has no word for stands in fields that begin with an underscore, as HAR 1.2 asks of custom fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playground import __version__
from playground.core import assertions
from playground.core.collected import Collected, Collection
from playground.core.errors import InvalidInput
from playground.core.exporters.base import Exporter
from playground.core.exporters.formats import har
from playground.core.messages import RequestSpec, Response
from playground.core.prepare import prepare

Json = dict[str, Any]

#: HAR asks for a moment; this one says that there was none.
NEVER = "1970-01-01T00:00:00.000+00:00"


def dump(collection: Collection) -> Json:
    """A log of HAR 1.2, as plain JSON values."""
    entries = [entry for path, item in collection.walk() for entry in _entries(path, item)]
    creator = {"name": "http-playground", "version": __version__}
    return {"log": {"version": "1.2", "creator": creator, "entries": entries, "comment": collection.name}}


def _entries(path: tuple[str, ...], item: Collected) -> Iterator[Json]:
    known: Json = {"comment": item.name, "_folder": " / ".join(path), "_note": item.note}
    if item.assertions:
        known["_assertions"] = assertions.dump(item.assertions)
    request = request_of(item.spec)
    for example in item.examples:
        yield {**example.entry, **known, "request": request, "_response": example.name}
    if not item.examples:
        yield {
            "startedDateTime": NEVER,
            "time": 0,
            "request": request,
            "response": har.dump_response(Response(status=0)),
            "cache": {},
            "timings": {"send": 0, "wait": 0, "receive": 0},
            **known,
        }


def request_of(spec: RequestSpec) -> Json:
    """As it would leave, with ``{{variables}}`` where they stand; as it was composed where it cannot leave."""
    try:
        return har.dump_prepared(prepare(spec))
    except InvalidInput:
        return har.dump(spec)


EXPORTER = Exporter("har_log", "HAR 1.2", ".har", dump)
