"""The history with 10,000 and with 1,000,000 runs, on SQLite and on PostgreSQL: how long each view of it takes.

``make bench-history``. Every size on every database is built and measured by a process of its own, and thrown away.
The pages are asked for through the whole of Django, as their owner; a time is that of the quickest of several
requests in milliseconds, after one that warms up. Then runs are deleted, see ``bench.retention``.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from bench.retention import KEPT, Deletions
from tests.postgres import Postgres
from tests.site import ROOT

SIZES = (10_000, 1_000_000)
TIMES = 9
#: Of so many runs one is somebody else's.
OTHERS = 10

RUN = (
    *("id", "number", "person_id", "created", "state", "operation", "method", "url", "api", "status", "reason"),
    *("media_type", "duration_ms", "first_byte_ms", "wire_bytes", "decoded_bytes", "cut", "stop_requested"),
    *("pinned", "note", "kept_bytes"),
)
CONTENT = (
    *("run_id", "request_blob_id", "body_blob_id", "partial", "options", "fields", "http_version", "arrivals"),
    *("timings", "connection", "hops"),
)
WORDS = ("rowid", "marks", "text")
BATCH = 20_000

Row = tuple[Any, ...]


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        lite = [_measured(f"sqlite:///{folder}/{size}.sqlite3", folder, size) for size in sizes]
    _print("SQLite", sizes, lite)
    with Postgres("shared_buffers=256MB", "maintenance_work_mem=256MB") as server:
        great = [_measured(server.create(f"history_{size}"), tempfile.gettempdir(), size) for size in sizes]
    _print("PostgreSQL", sizes, great)


def _measured(url: str, folder: str, size: int) -> dict[str, float]:
    environment = {
        **os.environ,
        "ALLOWED_HOSTS": "testserver",
        "DATABASE_URL": url,
        "PLAYGROUND_VAR": f"{folder}/var",
        "LOG_LEVEL": "error",
    }
    command = [sys.executable, "-W", "ignore", "-m", "bench.history", "--one", str(size)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _print(database: str, sizes: list[int], found: list[dict[str, float]]) -> None:
    print(f"\n{database:<34}" + "".join(f"{size:>12,}" for size in sizes) + f"{'ratio':>8}")
    for name in found[0]:
        times = [row[name] for row in found]
        print(f"  {name:<32}" + "".join(f"{ms:>9.1f} ms" for ms in times) + f"{times[-1] / times[0]:>8.2f}", flush=True)


# One size on one database


def one(size: int) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "playground.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    begun = time.monotonic()
    owner = _build(size)
    print(f"{size:,} rows in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    times = {name: _time(view) for name, view in _views(owner, size).items()}
    print(json.dumps(times | {name: _time_each(prepare) for name, prepare in Deletions(owner).measures()}))


def _build(size: int) -> Any:
    """The rows, and then the indexes over them; gives their owner. The search of SQLite grows as on a site."""
    from playground.accounts.models import Person
    from playground.history import blobs

    owner, other = Person.objects.create(), Person.objects.create()
    with transaction.atomic():
        request, _ = blobs.keep_json(_REQUEST)
        body, _ = blobs.keep(b'{"answer": "a word or two"}')
    _all(_BEFORE[connection.vendor])
    indexes = [row for row in _fetch(_INDEXES[connection.vendor]) if row[1]]
    _all(f"DROP INDEX {name}" for name, _ in indexes)
    _fill(_rows(size, owner.pk, other.pk, request or "", body or ""))
    _all(sql for _, sql in indexes)
    _all(_AFTER[connection.vendor])
    return owner


#: Bytes of new trigrams that FTS5 holds in memory; the smaller number is its own.
_HASH_SIZE = "INSERT INTO history_words (history_words, rank) VALUES ('hashsize', %d)"
#: Nothing is to survive a crash, and every row is known to be right.
_BEFORE = {
    "sqlite": (
        *("PRAGMA synchronous = OFF", "PRAGMA journal_mode = OFF", "PRAGMA cache_size = -500000"),
        *("PRAGMA foreign_keys = OFF", _HASH_SIZE % (1 << 26)),
    ),
    "postgresql": ("SET session_replication_role = replica",),
}
_INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name LIKE 'history_%'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'history_%'"
    " AND indexname NOT IN (SELECT conname FROM pg_constraint)",
}
_AFTER = {
    "sqlite": (_HASH_SIZE % (1 << 20), "PRAGMA journal_mode = WAL", "PRAGMA foreign_keys = ON"),
    "postgresql": (
        "SET session_replication_role = origin",
        "SELECT setval('history_run_number', (SELECT MAX(number) FROM history_run))",
        "VACUUM ANALYZE",
    ),
}


def _fill(rows: Iterator[tuple[Row, Row, Row]]) -> None:
    while batch := list(islice(rows, BATCH)):
        with transaction.atomic():
            for table, columns, place in (("run", RUN, 0), ("content", CONTENT, 1), ("words", WORDS, 2)):
                _insert(f"history_{table}", columns, [row[place] for row in batch])


def _all(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)


def _fetch(sql: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def _insert(table: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608


_REQUEST = {
    **{
        "kind": "playground.request",
        "version": 1,
        "method": "POST",
        "url": "https://api.example.com/v1/chat/completions",
    },
    **{"path_params": [], "query": [], "headers": [], "cookies": [], "auth": [], "body": {"type": "none"}},
}


def _rows(size: int, owner: int, other: int, request: str, body: str) -> Iterator[tuple[Row, Row, Row]]:
    """A run, its content and its words, the oldest first; the same ones every time."""
    from playground.history import words

    chance = random.Random(7)  # noqa: S311
    vocabulary = ["".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(3, 9))) for _ in range(4_000)]
    start = datetime.now(UTC) - timedelta(minutes=size)
    for number in range(1, size + 1):
        key = uuid.UUID(int=chance.getrandbits(128))
        person = other if number % OTHERS == 0 else owner
        status = chance.choices((200, 201, 404, 500, None), (900, 60, 30, 1, 9))[0]
        state = "done" if status else "failed"
        method = chance.choices(("POST", "GET", "DELETE"), (800, 199, 1))[0]
        said = chance.choices(vocabulary, k=25)
        if number <= size // 3:
            said.append("formerly")
        if number in {5, 7, size // 2}:
            said.append("haystackneedle")
        url = f"https://api{number % 3}.example.com/v1/{said[0]}"
        text = f'{method} {url}\n{status or ""} OK\n{{"model": "gpt-4o", "content": "{" ".join(said)}"}}'
        outcome = str(status)[0] if status else state
        yield (
            (
                *(_uuid(key), number, person, _moment(start + timedelta(minutes=number)), state),
                *(f"operation-{number % 40}", method, url, f"api{number % 3}.example.com", status, "OK"),
                *("application/json", 120.0, 80.0, 900, 900, "", False, False, "", KEPT),
            ),
            (_uuid(key), request, body, b"", "{}", "[]", "HTTP/1.1", "[]", "{}", "{}", "[]"),
            (number, words.marks_of(person, outcome), text),
        )


def _uuid(key: uuid.UUID) -> str:
    return str(key) if connection.vendor == "postgresql" else key.hex


def _moment(moment: datetime) -> str:
    return moment.isoformat(sep=" ") if "postgres" in os.environ["DATABASE_URL"] else f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def _views(owner: Any, size: int) -> dict[str, Callable[[], object]]:
    from playground.history.models import Run
    from tests.people import client_of

    client = client_of(owner)

    def get(query: str) -> Callable[[], object]:
        return lambda: _ok(client.get(f"/history/{query}"))

    middle = Run.objects.get(number=size // 2 + 1)
    return {
        "list": get(""),
        "list, half way back": get(f"?before={size // 2}"),
        "by operation": get("?group=operation"),
        "filter: 2xx": get("?status=2xx"),
        "filter: 5xx, one in 1,000": get("?status=5xx"),
        "filter: method, one in 1,000": get("?method=DELETE"),
        "filter: API and operation": get("?api=api1.example.com&operation=operation-7"),
        "filter: a week half way back": get(_week(middle.created)),
        "search: in all": get("?text=gpt-4o"),
        "search: in three": get("?text=haystackneedle"),
        "search: in none": get("?text=nowheretobefound"),
        "search: in the oldest third": get("?text=formerly"),
        "search: 5xx with a text": get("?text=gpt-4o&status=5xx"),
        "search: two characters": get("?text=zz"),
        "open one": get(f"{middle.pk}/"),
        "keep one more": lambda: _keep(owner),
    }


def _week(moment: datetime) -> str:
    return f"?since={moment.date()}&until={(moment + timedelta(days=6)).date()}"


def _ok(response: Any) -> None:
    assert response.status_code == 200, response.status_code


def _keep(owner: Any) -> None:
    from tests.history.recorded import recorded

    recorded(owner, b'{"answer": "%s"}' % uuid.uuid4().hex.encode())


def _time(view: Callable[[], object]) -> float:
    return _time_each(lambda: view)


def _time_each(prepare: Callable[[], Callable[[], object]]) -> float:
    """The quickest of what was prepared each time anew, in milliseconds, after one that warms up."""
    prepare()()
    times = []
    for _ in range(TIMES):
        view = prepare()
        begun = time.perf_counter()
        view()
        times.append(1000 * (time.perf_counter() - begun))
    return round(min(times), 2)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
        one(int(sys.argv[2]))
    else:
        main()
