"""Searching a description's pages: the entries are made when it is loaded, and asked as a person types.

A page is found where each word of the query stands in one of its texts, in any language. Words of three characters and
more are looked up by their trigrams, which know no boundaries of words, as Chinese needs it; shorter ones are compared
with each entry. Results are ordered by where the words stand: title, path, group, name of a parameter, description.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable, RawSQL
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from playground.catalog import guides
from playground.catalog.models import Description, SearchEntry
from playground.catalog.names import name_of
from playground.core.openapi.names import names
from playground.core.openapi.navigation import Node
from playground.core.openapi.operations import Fragment
from playground.core.openapi.texts import Text
from playground.web.markdown import plain

#: Of a query: more says nothing more.
MAX_LENGTH, MAX_WORDS = 200, 8
#: Characters of a text around the word that was found in it.
_BEFORE, _AROUND = 40, 160
#: Characters of a description that are searched.
_DESCRIPTION = 20_000

#: What a word costs by the place where it stands, the first where a word of the title begins with it; the least sum
#: comes first, before it a page of which the query is the whole title or path.
_START, _TITLE, _PATH, _GROUP, _NAME, _TEXT = 1, 2, 4, 5, 6, 8

_ORIGIN = re.compile(r"https?://[^/\s]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, its texts with the words marked.

    ``key`` is the name of an operation, or the id of a guide; ``place`` names the parameter that has the word. ``api``
    is the title of its API where that is not the one that is looked for first.
    """

    kind: str
    key: str
    method: str
    title: SafeString
    path: SafeString
    groups: SafeString
    place: SafeString
    excerpt: SafeString
    api: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """``count`` may be more than there are ``hits``."""

    query: str
    count: int
    hits: tuple[Hit, ...]


# Filling


def entries(description: Description, nodes: Iterable[Node], pages: Iterable[Fragment]) -> Iterator[SearchEntry]:
    """An entry for each page of the tree, in its order."""
    by_key = {page.operation.key: page for page in pages}
    for position, (node, groups) in enumerate(_pages(nodes)):
        shown = _of_operation(by_key[node.key]) if node.kind == "operation" else _of_guide(node.key)
        shown |= {"title": dict(node.title.texts), "groups": _joined(groups)}
        yield _entry(description, node, position, shown)


def _pages(nodes: Iterable[Node], above: tuple[Node, ...] = ()) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    for node in nodes:
        if node.kind in ("operation", "doc"):
            yield node, above
        yield from _pages(node.children, (*above, node))


def _joined(groups: tuple[Node, ...]) -> dict[str, str]:
    tags = dict.fromkeys(tag for group in groups for tag, _ in group.title.texts)
    return {tag: " / ".join(group.title.get(tag) for group in groups) for tag in tags}


def _of_operation(page: Fragment) -> dict[str, Any]:
    item = page.operation
    return {
        "method": item.method,
        "path": item.path_template,
        "ids": f"{item.operation_id} {item.key}",
        "names": [[one.name, dict(one.description.texts)] for one in names(page)],
        "text": {tag: plain(text, _DESCRIPTION) for tag, text in item.description.texts},
    }


def _of_guide(key: str) -> dict[str, Any]:
    read = {language: guides.read(key, language) for language in ("en", "zh-hans")}
    text = {language: plain(str(guide.html), _DESCRIPTION) for language, guide in read.items() if guide}
    return {"method": "", "path": "", "ids": key, "names": [], "text": text}


def _entry(description: Description, node: Node, position: int, shown: dict[str, Any]) -> SearchEntry:
    title, groups = _folded(shown["title"].values()), _folded(shown["groups"].values())
    path = _folded([f"{shown['method']} {shown['path']}"])
    found_names = _folded(name for name, _ in shown["names"])
    described = (text for _, texts in shown["names"] for text in texts.values())
    rest = _folded([shown["ids"], *shown["text"].values(), *described])
    return SearchEntry(
        description=description,
        kind=node.kind,
        key=node.key,
        position=position,
        title=title,
        path=path,
        groups=groups,
        names=found_names,
        words="\n".join((title, path, groups, found_names, rest)),
        shown=shown,
    )


def _folded(texts: Iterable[str]) -> str:
    return "\n".join(fold(text) for text in texts)


def fold(text: str) -> str:
    """A text as it is compared: lower case, wide and narrow letters alike (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", text).replace("\0", "").lower()


# Asking


def words_of(query: str) -> tuple[str, ...]:
    """The words that a page must have; of an address only what follows the host."""
    cut = _ORIGIN.sub("", fold(query[:MAX_LENGTH]))
    return tuple(dict.fromkeys(cut.split()))[:MAX_WORDS]


def search(first: str, query: str, language: str, limit: int = 20) -> Found:
    """Pages that have every word, the best first; those of the API of the key ``first`` before all others."""
    words = words_of(query)
    if not words:
        return Found(query, 0, ())
    rows = _having(SearchEntry.objects.filter(description__published=True), words)
    elsewhere = Case(When(description__key=first, then=0), default=1, output_field=IntegerField())
    ordered = rows.annotate(cost=_cost(words), elsewhere=elsewhere).order_by("elsewhere", "cost", "position")
    columns = ("kind", "key", "shown", "description__key", "description__title")
    found = list(ordered.values_list(*columns)[: limit + 1])
    count = len(found) if len(found) <= limit else rows.count()
    hits = (
        _of_api(_hit(kind, key, shown, words, language), api, "" if api == first else title.get(language, title["en"]))
        for kind, key, shown, api, title in found[:limit]
    )
    return Found(query, count, tuple(hits))


def _of_api(hit: Hit, api: str, title: str) -> Hit:
    return replace(hit, key=hit.key if hit.kind == "doc" else name_of(api, hit.key), api=title)


def _having(rows: QuerySet[SearchEntry], words: tuple[str, ...]) -> QuerySet[SearchEntry]:
    long = [word for word in words if len(word) >= 3]
    short = words
    if long and connection.vendor == "sqlite":
        match = " AND ".join('"{}"'.format(word.replace('"', '""')) for word in long)
        index = "SELECT rowid FROM catalog_search WHERE catalog_search MATCH %s"
        rows = rows.filter(pk__in=RawSQL(index, [match]))  # noqa: S611  # what is typed is a parameter of it
        short = tuple(set(words) - set(long))
    for word in short:
        rows = rows.filter(words__contains=word)
    return rows


def _cost(words: tuple[str, ...]) -> Combinable:
    whole = " ".join(words)
    cost: Combinable = Case(
        When(Q(title=whole) | Q(title__startswith=f"{whole}\n") | Q(title__endswith=f"\n{whole}"), then=Value(-2)),
        When(path__endswith=f" {whole}", then=Value(-1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    for word in words:
        cost = cost + _cost_of(word)
    return cost


def _cost_of(word: str) -> Case:
    return Case(
        When(
            Q(title__startswith=word) | Q(title__contains=f" {word}") | Q(title__contains=f"\n{word}"),
            then=Value(_START),
        ),
        When(title__contains=word, then=Value(_TITLE)),
        When(path__contains=word, then=Value(_PATH)),
        When(groups__contains=word, then=Value(_GROUP)),
        When(names__contains=word, then=Value(_NAME)),
        default=Value(_TEXT),
        output_field=IntegerField(),
    )


# Showing


def _hit(kind: str, key: str, shown: dict[str, Any], words: tuple[str, ...], language: str) -> Hit:
    title, groups = _text(shown["title"]).get(language), _text(shown["groups"]).get(language)
    elsewhere = [word for word in words if word not in fold(f"{title} {shown['method']} {shown['path']} {groups}")]
    place, excerpt = _excerpt(shown, elsewhere, language)
    return Hit(
        kind=kind,
        key=key,
        method=shown["method"],
        title=marked(title, words),
        path=marked(shown["path"], words),
        groups=marked(groups, words),
        place=marked(place, words),
        excerpt=marked(excerpt, words),
    )


def _text(texts: dict[str, str]) -> Text:
    return Text(tuple(texts.items()))


def _excerpt(shown: dict[str, Any], words: list[str], language: str) -> tuple[str, str]:
    """The name of a parameter and a text, of which one has the first word that is not to be seen yet."""
    described = _text(shown["text"]).get(language)
    if not words:
        return "", around(described, ())
    if text := _having_word(shown["title"], words[0], language):
        return "", text
    if named := [pair for pair in shown["names"] if words[0] in fold(pair[0])]:
        name, texts = max(named, key=lambda pair: sum(word in fold(pair[0]) for word in words))
        return name, around(_text(texts).get(language), words)
    for texts in (shown["text"], shown["groups"]):
        if text := _having_word(texts, words[0], language):
            return "", around(text, words)
    for name, texts in shown["names"]:
        if text := _having_word(texts, words[0], language):
            return name, around(text, words)
    return "", around(described, words)


def _having_word(texts: dict[str, str], word: str, language: str) -> str:
    """The text that has the word, that of the page's language if it does."""
    preferred = _text(texts).get(language)
    return next((text for text in (preferred, *texts.values()) if word in fold(text)), "")


def around(text: str, words: Iterable[str]) -> str:
    """A piece of the text, with the first of the words in it if it is there."""
    text = plain(text, _DESCRIPTION)
    match = _pattern(words).search(text) if words else None
    start = max(0, match.start() - _BEFORE) if match else 0
    if start:
        start = text.find(" ", start, start + 12) + 1 or start
    piece = text[start : start + _AROUND].strip()
    return f"{'…' if start else ''}{piece}{'…' if start + _AROUND < len(text) else ''}"


def marked(text: str, words: Iterable[str]) -> SafeString:
    """HTML of a text, the words in ``<mark>``."""
    pieces = map(escape, _pattern(words).split(text))
    return mark_safe("".join(f"<mark>{piece}</mark>" if number % 2 else piece for number, piece in enumerate(pieces)))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, ordered))})", re.IGNORECASE)
