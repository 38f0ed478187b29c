"""What is looked for in a body, and where it was found: a list whose entries lead to their places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse

from playground.core.viewers import searching
from playground.core.viewers.base import Position
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_query import Match, Query, TimeUp
from playground.history.models import Run
from playground.history.opened import Opened

#: Entries of the list, seconds of work at most, and characters of a value that are shown.
LIMIT, SECONDS, VALUE = 200, 2.0, 240
HOWS = ("text", "regex", "jsonpath")


@dataclass(frozen=True, slots=True)
class Entry:
    """A match: what it is called where it has a path, what stands around it, and the page that begins at it."""

    href: str
    match: str
    before: str = ""
    after: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """``share`` is how much of the body was looked through, in percent, where the time was up before its end."""

    entries: tuple[Entry, ...]
    more: bool = False
    share: int | None = None


def find(run: Run, opened: Opened, wanted: str, how: str, *, case: bool) -> Finding:
    """Look through the whole body. Raises ``InvalidInput`` for what is no expression or no query."""
    if how == "jsonpath":
        return _query(run, opened.document, wanted)
    text = opened.subject.text
    found = searching.search(text, wanted, expression=how == "regex", case=case, limit=LIMIT, seconds=SECONDS)
    is_json = bool(opened.document.kind(opened.document.root)) and text[opened.document.root] in "{["
    entries = []
    for hit in found.hits:
        before, match, after = hit.excerpt(text)
        path, position = _place(opened.document, hit.start) if is_json else ("", Position(_line(text, hit.start)))
        href = _page(run, "pretty" if path else "raw", position, wanted, how, case)
        entries.append(Entry(href, match, before, after, path))
    share = _percent(found.hits[-1].end if found.hits else 0, len(text)) if found.late else None
    return Finding(tuple(entries), found.more, share)


def _query(run: Run, document: JsonDocument, wanted: str) -> Finding:
    query = Query(document, wanted, SECONDS)
    found: list[Match] = []
    share = None
    try:
        for match in islice(query.matches(), LIMIT + 1):
            found.append(match)  # noqa: PERF402 - what was found before the time was up is kept
    except TimeUp:
        share = _percent(query.at, len(document.text))
    return Finding(tuple(_entry(run, document, match) for match in found[:LIMIT]), len(found) > LIMIT, share)


def _entry(run: Run, document: JsonDocument, match: Match) -> Entry:
    at = Position(match.at, len(match.steps))
    return Entry(_page(run, "pretty", at, "", "jsonpath", False), _value(document, match), path=match.path)


def _value(document: JsonDocument, match: Match) -> str:
    raw = document.text[match.start : min(document.end(match.start), match.start + VALUE + 1)]
    return raw if len(raw) <= VALUE else raw[:VALUE] + "…"


def _place(document: JsonDocument, offset: int) -> tuple[str, Position]:
    """The path of the value at an offset, and where a page begins that shows it."""
    way = document.way(offset)
    if not way:
        return "$", Position(document.root)
    path = Match(tuple(child.step for child, _container in way), 0, 0).path
    return path, Position(way[-1][0].at, len(way))


def _line(text: str, offset: int) -> int:
    """Where the line begins that holds an offset, or a little before it in a long one."""
    return max(text.rfind("\n", 0, offset) + 1, offset - 200)


def _page(run: Run, view: str, at: Position, wanted: str, how: str, case: bool) -> str:
    query = {"view": view, "at": str(at), "find": wanted, "how": how, **({"case": "1"} if case else {})}
    return reverse("history:content_page", args=[run.pk]) + "?" + urlencode({k: v for k, v in query.items() if v})


def _percent(part: int, whole: int) -> int:
    return min(99, 100 * part // max(1, whole))
