"""Lists of runs: filtered, searched, in pages by cursor, in groups. What a page costs does not depend on how many are
kept: each filter has an index in the order of the list, and nothing is counted.

In SQL, because the order in which two tables are walked through decides between milliseconds and minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db import connection, transaction
from django.db.models import Max, Min

from playground.accounts.models import Person
from playground.history import words
from playground.history.models import Run, Tag

#: How many runs a page of the list has, groups a page of groups, and runs a group.
PAGE, GROUPS, OF_A_GROUP = 50, 20, 3
#: Choices that a filter offers.
CHOICES = 60
#: Runs that are looked through for a text that is too short for the index.
LOOKED_THROUGH = 2_000
#: Trigrams of a text that the index is asked for; the text itself is looked for in what has all of these.
_TRIGRAMS = 24

OUTCOMES = frozenset({"1", "2", "3", "4", "5", Run.State.FAILED, Run.State.STOPPED})
#: No run has such a number.
_END = 2**62


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for. Every "" asks for nothing; what cannot be read asks for nothing too.

    ``status`` is ``4xx``, ``404``, ``failed`` or ``stopped``; ``since`` and ``until`` are days, both included.
    """

    text: str = ""
    method: str = ""
    status: str = ""
    api: str = ""
    operation: str = ""
    tag: str = ""
    since: str = ""
    until: str = ""
    pinned: str = ""

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Wanted:
        return cls(**{name: str(given.get(name, "")).replace("\x00", "").strip()[:200] for name in cls.__slots__})

    @property
    def query(self) -> str:
        """As it stands in an address, "" for everything."""
        return urlencode({name: value for name, value in asdict(self).items() if value})

    @property
    def outcome(self) -> str:
        status = self.status.lower()
        outcome = status[0] if len(status) == 3 and status.endswith("xx") else status
        return outcome if outcome in OUTCOMES else ""


@dataclass(frozen=True, slots=True)
class Page:
    """``older`` is the cursor of the next page, "" on the last. ``is_partial``: runs beyond this page were not looked
    through yet."""

    runs: list[Run]
    older: str = ""
    is_partial: bool = False


@dataclass(slots=True)
class _Where:
    """Conditions on ``history_run AS r``, joined by AND."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        self.conditions.append(condition)
        self.values += values

    def __str__(self) -> str:
        return " AND ".join(self.conditions)


def page_of(person: Person | None, wanted: Wanted, before: str = "", size: int = 0) -> Page:
    """The newest runs of a person that are wanted, older than a cursor."""
    if not person:
        return Page([])
    size = size or PAGE
    below = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else _END
    where = _where(person, wanted)
    if not wanted.text:
        return _page(_numbers(where, below, size + 1), size)
    if len(wanted.text) < words.SHORTEST:
        return _looked_through(where, wanted, below, size)
    find = _find_in_fts5 if connection.vendor == "sqlite" else _find_by_trigrams
    return _page(find(person, where, wanted, below, size + 1), size)


def _page(numbers: Sequence[int], size: int) -> Page:
    return Page(_rows(numbers[:size]), str(numbers[size - 1]) if len(numbers) > size else "")


def _rows(numbers: Sequence[int]) -> list[Run]:
    return list(Run.objects.filter(number__in=numbers).prefetch_related("tags").order_by("-number"))


def _where(person: Person, wanted: Wanted) -> _Where:
    where = _Where()
    where.add("r.person_id = %s", person.pk)
    if wanted.outcome:
        where.add("r.outcome = %s", wanted.outcome)
    elif wanted.status.isascii() and wanted.status.isdigit() and len(wanted.status) == 3:
        where.add("r.outcome = %s AND r.status = %s", wanted.status[0], int(wanted.status))
    elif wanted.status:
        where.add("1 = 0")
    for column in ("api", "operation"):
        if getattr(wanted, column):
            where.add(f"r.{column} = %s", getattr(wanted, column))
    if wanted.method:
        where.add("r.method = %s", wanted.method.upper())
    if wanted.tag:
        tagged = "SELECT run_id FROM history_tag WHERE person_id = %s AND name = %s"
        where.add(f"r.id IN ({tagged})", person.pk, wanted.tag)
    if wanted.pinned:
        where.add("r.pinned")
    _within(where, person, wanted)
    return where


def _within(where: _Where, person: Person, wanted: Wanted) -> None:
    """The time as a span of numbers, since these are in the order of the list."""
    mine = Run.objects.filter(person=person).values_list("number", flat=True)
    begin, end = _day(wanted.since), _day(wanted.until)
    if begin:
        first = mine.filter(created__gte=begin).order_by("created").first()
        where.add("r.number >= %s", _END if first is None else first)
    if end:
        last = mine.filter(created__lt=end + timedelta(days=1)).order_by("-created").first()
        where.add("r.number <= %s", 0 if last is None else last)


def _day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    except ValueError:
        return None


def _fetch(sql: str, values: Sequence[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def _numbers(where: _Where, below: int, count: int) -> list[int]:
    sql = f"SELECT r.number FROM history_run r WHERE {where} AND r.number < %s ORDER BY r.number DESC LIMIT %s"
    return _fetch(sql, [*where.values, below, count])


# Text


def _looked_through(where: _Where, wanted: Wanted, below: int, size: int) -> Page:
    """Of the newest so many runs, those with a text: without help from the index."""
    numbers = _numbers(where, below, LOOKED_THROUGH)
    found = _among(numbers, wanted, size + 1)
    if len(found) > size or len(numbers) < LOOKED_THROUGH:
        return _page(found, size)
    return Page(_rows(found), str(numbers[-1]), is_partial=True)


def _among(numbers: Sequence[int], wanted: Wanted, count: int) -> list[int]:
    if not numbers:
        return []
    places = ", ".join(["%s"] * len(numbers))
    sql = f"SELECT rowid FROM history_words WHERE rowid IN ({places}) AND {_has_text()} ORDER BY rowid DESC LIMIT %s"
    return _fetch(sql, [*numbers, _pattern(wanted.text), count])


def _has_text() -> str:
    return "text LIKE %s ESCAPE '\\'" if connection.vendor == "sqlite" else "text ILIKE %s"


def _pattern(text: str) -> str:
    for character in "\\%_":
        text = text.replace(character, "\\" + character)
    return f"%{text}%"


def _find_in_fts5(person: Person, where: _Where, wanted: Wanted, below: int, count: int) -> list[int]:
    """FTS5 gives what has all the trigrams, the newest first and one by one, until there are enough."""
    sql = (
        "SELECT w.rowid FROM history_words w CROSS JOIN history_run r ON r.number = w.rowid"
        f" WHERE w.history_words MATCH %s AND w.rowid < %s AND {where} AND w.{_has_text()}"
        " ORDER BY w.rowid DESC LIMIT %s"
    )
    return _fetch(sql, [_match(person, wanted), below, *where.values, _pattern(wanted.text), count])


def _match(person: Person, wanted: Wanted) -> str:
    text = wanted.text
    grams = list(dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2)))[:_TRIGRAMS]
    marks = [words.owner_mark(person.pk), *([words.outcome_mark(wanted.outcome)] if wanted.outcome else [])]
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in [*marks, *grams])


#: Of the newest so many runs, how many have the text; the second look is for a text that the first one found at all.
_LOOKS = (400, 4_000)


def _find_by_trigrams(person: Person, where: _Where, wanted: Wanted, below: int, count: int) -> list[int]:
    """PostgreSQL gives what has all the trigrams in no order, so it is asked for a stretch of runs at a time.

    What is frequent is soon found among the newest runs, without the index.
    """
    pattern = _pattern(wanted.text)
    for look in _LOOKS:
        found = _fetch(_NEWEST % where, [*where.values, below, look, pattern, count])
        if len(found) >= count:
            return found
        if not found:
            break
    mine = Run.objects.filter(person=person, number__lt=below).aggregate(newest=Max("number"), oldest=Min("number"))
    has = (words.owner_mark(person.pk), pattern)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_BY_INDEX_ALONE)
        return _fetch(_BY_STRETCHES % where, [*mine.values(), *has, *has, below, *where.values, count])


_NEWEST = (
    "SELECT n.number FROM (SELECT r.number FROM history_run r WHERE %s AND r.number < %%s"
    " ORDER BY r.number DESC LIMIT %%s) n JOIN history_words w ON w.rowid = n.number"
    " WHERE w.text ILIKE %%s ORDER BY n.number DESC LIMIT %%s"
)
_HAS = "left(w.marks, 3) = %%s AND w.text ILIKE %%s"
#: From the newest stretch to the oldest, until there are enough: long ones, and of those that have it at all, the short
#: ones. Each is looked up in the index by its number, the owner and the trigrams together, and put in order; the sums
#: keep other indexes out of it, which know numbers and no texts.
_BY_STRETCHES = (
    f"SELECT found.number FROM generate_series(%%s::bigint >> {words.LONG}, %%s::bigint >> {words.LONG}, -1) AS long,"
    f" LATERAL (SELECT 1 FROM history_words w WHERE (w.rowid >> {words.LONG}) = long AND {_HAS} LIMIT 1) AS any_,"
    f" LATERAL generate_series(((long + 1) << {words.LONG - words.SHORT}) - 1,"
    f" long << {words.LONG - words.SHORT}, -1) AS short,"
    " LATERAL (SELECT r.number FROM history_words w JOIN history_run r ON r.number = w.rowid"
    f" WHERE (w.rowid >> {words.SHORT}) = short AND {_HAS} AND w.rowid + 0 < %%s AND %s"
    " ORDER BY r.number + 0 DESC) AS found LIMIT %%s"
)
#: The planner guesses that a text is frequent, and would rather read the runs one by one until there are enough.
_BY_INDEX_ALONE = "SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off"


# Choices and groups


def choices(person: Person | None, column: str, after: str = "", count: int = CHOICES) -> list[str]:
    """The values of ``api`` or ``operation`` among the runs of a person, from one to the next along the index."""
    if not person:
        return []
    first = f"SELECT MIN({column}) FROM history_run WHERE person_id = %s AND {column} > %s"
    sql = (
        f"WITH RECURSIVE found(value) AS (SELECT ({first}) UNION ALL"
        f" SELECT ({first.replace('> %s', '> found.value')}) FROM found WHERE found.value IS NOT NULL)"
        " SELECT value FROM found WHERE value IS NOT NULL LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [person.pk, after, person.pk, count])
        return [row[0] for row in cursor.fetchall()]


def tags_of(person: Person | None) -> list[str]:
    """The tags that a person gave."""
    mine = Tag.objects.filter(person=person) if person else Tag.objects.none()
    return list(mine.order_by("name").values_list("name", flat=True).distinct()[:CHOICES])


@dataclass(frozen=True, slots=True)
class Group:
    operation: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Groups:
    groups: list[Group]
    older: str = ""

    @property
    def operations(self) -> list[str]:
        """The keys of their operations."""
        return [group.operation for group in self.groups if group.operation]


def groups_of(person: Person | None, after: str = "") -> Groups:
    """The newest runs of each operation, in the order of the operations' keys; then those without one."""
    operations = choices(person, "operation", after, GROUPS + 1)
    shown = operations[:GROUPS]
    more = operations[GROUPS - 1] if len(operations) > GROUPS else ""
    found = [Group(name, _newest(person, name)) for name in (shown if more else [*shown, ""])]
    return Groups([group for group in found if group.runs], more)


def _newest(person: Person | None, operation: str) -> list[Run]:
    mine = Run.objects.filter(person=person, operation=operation)
    return list(mine.prefetch_related("tags").order_by("-number")[:OF_A_GROUP])
