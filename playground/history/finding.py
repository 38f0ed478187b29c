"""What is looked for in a body, and where it was found: a list whose entries lead to their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse

from playground.core.viewers import marking, searching
from playground.core.viewers.base import Position, View
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_query import Match, Query, TimeUp
from playground.core.viewers.searching import Hit
from playground.history.models import Run
from playground.history.opened import Opened

#: Entries of the list, seconds of work at most, and characters of a value that are shown.
LIMIT, SECONDS, VALUE = 200, 2.0, 240
#: Matches that are marked on a page.
MARKED = 2_000
HOWS = ("text", "regex", "jsonpath")


@dataclass(frozen=True, slots=True)
class Entry:
    """A match: what it is called where it has a path, what stands around it, and the page that begins at it.

    ``at`` is where it begins in the text.
    """

    href: str
    match: str
    at: int
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
        entries.append(Entry(href, match, hit.start, before, after, path))
    share = _percent(found.hits[-1].end if found.hits else 0, len(text)) if found.late else None
    return Finding(tuple(entries), found.more, share)


def on_page(opened: Opened, view: View, wanted: str, how: str, *, case: bool) -> list[tuple[Hit, Hit]]:
    """What is found of a page of the body: each match, and the part of the page that shows it.

    Raises as ``find`` does.
    """
    text, begin = opened.subject.text, view.start.offset
    end = view.next.offset if view.next else len(text)
    if how == "jsonpath":
        found, _share = _matches(opened.document, wanted)
        spans = sorted(
            (Hit(match.start, opened.document.end(match.start)) for match in found), key=lambda hit: hit.start
        )
        hits: Iterable[Hit] = (hit for hit in spans if hit.end > begin and hit.start < end)
    else:
        looked = searching.search(
            text[begin:end], wanted, expression=how == "regex", case=case, limit=MARKED, seconds=SECONDS
        )
        hits = (Hit(begin + hit.start, begin + hit.end) for hit in looked.hits)
    return list(marking.on_page(text, view, hits))


def _query(run: Run, document: JsonDocument, wanted: str) -> Finding:
    found, share = _matches(document, wanted)
    entries = tuple(_entry(run, document, match, wanted) for match in found[:LIMIT])
    return Finding(entries, len(found) > LIMIT, share)


def _matches(document: JsonDocument, wanted: str) -> tuple[list[Match], int | None]:
    """The first matches, and how much of the body was looked through where the time was up."""
    query = Query(document, wanted, SECONDS)
    found: list[Match] = []
    try:
        for match in islice(query.matches(), LIMIT + 1):
            found.append(match)  # noqa: PERF402 - what was found before the time was up is kept
    except TimeUp:
        return found, _percent(query.at, len(document.text))
    return found, None


def _entry(run: Run, document: JsonDocument, match: Match, wanted: str) -> Entry:
    href = _page(run, "pretty", Position(match.at, len(match.steps)), wanted, "jsonpath", False)
    return Entry(href, _value(document, match), match.start, path=match.path)


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
    query = {"view": view, "at": str(at), "q": wanted, "how": how, **({"case": "1"} if case else {})}
    return reverse("history:content_page", args=[run.pk]) + "?" + urlencode({k: v for k, v in query.items() if v})


def _percent(part: int, whole: int) -> int:
    return min(99, 100 * part // max(1, whole))
