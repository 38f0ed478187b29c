"""Bytes that are kept compressed, and once, however many runs have them.

Written in SQL, since every send waits for it. What no run has any more is given back by ``give_back``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from django.db import IntegrityError, connection, transaction

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

#: Bytes from which on speed matters more than size.
_LARGE = 1 << 20

#: The row is written even where it stands already: that locks it, so that nobody gives it back meanwhile.
_KEEP = "INSERT INTO history_blob (digest, data) VALUES %s ON CONFLICT (digest) DO UPDATE SET digest = EXCLUDED.digest"
#: Digest and compressed size.
Kept = tuple[str | None, int]

_COLUMNS = ("request_blob_id", "sent_blob_id", "body_blob_id")
_UNUSED = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM history_content WHERE {column} = history_blob.digest)" for column in _COLUMNS
)


def keep(data: bytes) -> Kept:
    """Keep bytes; gives their digest, None for no bytes, and how many they are when compressed.

    To be called in the transaction that writes the digest into a row.
    """
    return keep_each((data,))[0]


def keep_each(contents: Iterable[bytes]) -> list[Kept]:
    """As ``keep``, of several, in one statement."""
    kept: list[Kept] = []
    rows: dict[str, bytes] = {}
    for data in contents:
        digest = blake2b(data, digest_size=32).hexdigest() if data else None
        if digest is not None and digest not in rows:
            rows[digest] = zstd.compress(data, level=1 if len(data) >= _LARGE else 3)
        kept.append((digest, len(rows[digest]) if digest else 0))
    if rows:
        _write(rows)
    return kept


def _write(rows: Mapping[str, bytes]) -> None:
    """In the order of the digests: two who keep the same bytes wait for each other in one order alone."""
    values = [value for row in sorted(rows.items()) for value in row]
    with connection.cursor() as cursor:
        cursor.execute(_KEEP % ", ".join(["(%s, %s)"] * len(rows)), values)


def keep_json(value: Any) -> Kept:
    """As ``keep``, of a JSON value."""
    return keep(json_bytes(value))


def json_bytes(value: Any) -> bytes:
    """A JSON value as it is kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(digest: str | None) -> bytes:
    """The bytes; none where there is no such digest."""
    if digest is None:
        return b""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM history_blob WHERE digest = %s", [digest])
        row = cursor.fetchone()
    return zstd.decompress(bytes(row[0])) if row else b""


def read_json(digest: str | None) -> Any:
    """The value, None for no digest."""
    data = read(digest)
    return json.loads(data.decode("utf-8", "surrogatepass")) if data else None


def keep_places(digest: str, data: bytes) -> None:
    """Keep beside some bytes where what stands in them; they go together."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE history_blob SET places = %s WHERE digest = %s", [zstd.compress(data), digest])


def read_places(digest: str) -> bytes:
    """What ``keep_places`` kept, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT places FROM history_blob WHERE digest = %s", [digest])
        row = cursor.fetchone()
    return zstd.decompress(bytes(row[0])) if row and row[0] else b""


def give_back(digests: Iterable[str | None]) -> None:
    """Delete those of these that no run has any more. To be called after the runs are gone for good."""
    found = [digest for digest in set(digests) if digest]
    for begin in range(0, len(found), 500):
        _delete(found[begin : begin + 500])


def _delete(digests: Collection[str]) -> None:
    places = ", ".join(["%s"] * len(digests))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM history_blob WHERE digest IN ({places}) AND {_UNUSED}", list(digests))
    except IntegrityError:
        pass  # just now, another run came to have one of them; a sweep finds the others


def sweep() -> int:
    """Delete whatever no run has: a look at every row, for once a day. Gives how many there were."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM history_blob WHERE {_UNUSED}")
        return int(cursor.rowcount)
