"""What the search looks through: a text of each run, found by any part of it that has three characters or more.

SQLite has the texts in a table of FTS5, PostgreSQL beside an index of pg_trgm. Both know which texts have all the
trigrams of what is asked for; those are looked through. A text is the beginning of what was sent and of what came, so
that it costs a send next to nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from playground.core.viewers import registry
from playground.core.viewers.base import subject
from playground.core.viewers.frames import frames, stream_kind
from playground.history.models import Run, Words

#: Characters of a request's and of an answer's content that can be found, and of a header field.
REQUEST, ANSWER, FIELD = 16_000, 48_000, 500
#: Frames of a stream that are put together, and bytes of a content that are looked at.
_FRAMES, _BYTES = 5_000, 4 * ANSWER
#: The shortest text that the index knows.
SHORTEST = 3
#: The index of PostgreSQL knows of each run which stretches of 2 ** LONG and of 2 ** SHORT numbers it is in.
LONG, SHORT = 17, 13

#: Base64 says nothing to anybody, and has every trigram.
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{200,}={0,2}")
_FIRST_MARK = 0xE000
_MARKS = 6400  # characters for private use, which no trigram of a text has three of


def put(run: Run, tags: Iterable[str] | None = None) -> None:
    """Make a run that is over findable, anew where it was before. ``run.content`` is at hand.

    With its ``tags`` it is known as it stands; without them the rows are asked.
    """
    person = run.person_id
    if tags is None:
        found = list(Run.objects.order_by("tags__pk").filter(pk=run.pk).values_list("person_id", "tags__name"))
        if not found:  # it was deleted since it was read
            return
        person, tags = found[0][0], [tag for _, tag in found if tag]
    write([(run.number, marks_of(person, run.outcome_now), text_of(run, tags))])


def write(rows: Iterable[tuple[int, str, str]]) -> None:
    """(number, marks, text) of runs."""
    with connection.cursor() as cursor:
        cursor.executemany(_PUT[connection.vendor], list(rows))


_COLUMNS = "history_words (rowid, marks, text) VALUES (%s, %s, %s)"
_PUT = {
    "sqlite": f"INSERT OR REPLACE INTO {_COLUMNS}",
    "postgresql": f"INSERT INTO {_COLUMNS} ON CONFLICT (rowid)"
    " DO UPDATE SET marks = EXCLUDED.marks, text = EXCLUDED.text",
}


def remove(numbers: Iterable[int]) -> None:
    found = list(numbers)
    for begin in range(0, len(found), 500):
        Words.objects.filter(number__in=found[begin : begin + 500]).delete()


def move(runs: QuerySet[Run], person: int) -> None:
    """Note that runs belong to another person now."""
    for outcome in sorted(set(runs.order_by().values_list("outcome", flat=True))):
        numbers = list(runs.filter(outcome=outcome).values_list("number", flat=True))
        for begin in range(0, len(numbers), 500):
            found = Words.objects.filter(number__in=numbers[begin : begin + 500])
            found.update(marks=marks_of(person, outcome))


# Marks: a trigram for the owner and one for the outcome, so that the index of SQLite can tell them too


def owner_mark(person: int) -> str:
    digits = [person // _MARKS**2, person // _MARKS % _MARKS, person % _MARKS]
    return "".join(chr(_FIRST_MARK + digit) for digit in digits)


def outcome_mark(outcome: str) -> str:
    return f"\x02{outcome[:2]:\x02<2}"


def marks_of(person: int, outcome: str) -> str:
    return f"{owner_mark(person)} {outcome_mark(outcome)}"


# The text of a run


def text_of(run: Run, tags: Iterable[str]) -> str:
    parts = (
        f"{run.method} {run.url}",
        f"{run.status or ''} {run.reason}".strip(),
        run.operation,
        run.note,
        *tags,
        _sent(run.content.sent)[:REQUEST],
        *(f"{name}: {value}"[:FIELD] for name, value in run.content.fields),
        _answer(run),
    )
    return "\n".join(part for part in parts if part).replace("\x00", "")


def _sent(request: dict[str, Any] | None) -> str:
    """Content and header fields of the request as it left, where secrets are masked."""
    if not request:
        return ""
    rows = [f"{row['name']}: {row['value']}"[:FIELD] for row in request.get("headers", ())]
    content = request.get("postData") or {}
    text = "" if content.get("encoding") == "base64" else str(content.get("text", ""))[: 2 * REQUEST]
    return "\n".join((*rows, _readable(text)))


def _answer(run: Run) -> str:
    seen = subject(run.content.body[:_BYTES], run.media_type)
    if not seen.content or seen.is_binary:
        return ""
    kind = stream_kind(registry.find(seen).key, seen.content)
    told = "\n".join(_told(frame.data for frame in frames(seen.content, (), kind))) if kind else ""
    return (told + "\n" + _readable(seen.text))[:ANSWER].strip()


def _readable(text: str) -> str:
    """Without base64, and with the characters that JSON spells as escapes."""
    text = _BASE64.sub("", text)
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


_ESCAPE = re.compile(r"\\u(?!d[89a-f])([0-9a-f]{4})", re.IGNORECASE)


def _told(frames_of_stream: Iterable[str]) -> list[str]:
    """What a stream tells bit by bit, whole: strings at one place of its frames, but those that are always the same."""
    pieces: dict[str, list[str]] = {}
    for data in islice(frames_of_stream, _FRAMES):
        if data.lstrip().startswith("{"):
            for place, text in _strings(_parsed(data)):
                pieces.setdefault(place, []).append(text)
    return ["".join(found) for found in pieces.values() if len(set(found)) > 1]


def _parsed(data: str) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _strings(value: object, place: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif depth < 12:
        found = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, item in found:
            yield from _strings(item, f"{place}/{key}", depth + 1)
