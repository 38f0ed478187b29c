"""Contents that are looked at just now, decoded once for many looks."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property

from playground.core.viewers import embedded
from playground.core.viewers.base import Subject, subject
from playground.core.viewers.json_document import JsonDocument
from playground.history.models import Run

#: Bytes of memory that the texts of all contents take together; the newest is there whatever it takes.
_ROOM = 128 * 1024 * 1024


@dataclass(frozen=True)
class Opened:
    """A content and its text, and what is learned of it while one looks."""

    subject: Subject

    @cached_property
    def document(self) -> JsonDocument:
        return JsonDocument(self.subject.text)

    @property
    def weight(self) -> int:
        return len(self.subject.content) + sys.getsizeof(self.subject.text)


@dataclass
class _Shelf:
    """The contents that were looked at last."""

    room: int = _ROOM
    _books: OrderedDict[tuple[str, str], Opened] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, key: tuple[str, str]) -> Opened | None:
        with self._lock:
            found = self._books.get(key)
            if found is not None:
                self._books.move_to_end(key)
            return found

    def put(self, key: tuple[str, str], book: Opened) -> None:
        with self._lock:
            self._books[key] = book
            self._books.move_to_end(key)
            while len(self._books) > 1 and sum(each.weight for each in self._books.values()) > self.room:
                self._books.popitem(last=False)


SHELF = _Shelf()


def opened(run: Run, charset: str = "") -> Opened:
    """The content of a run, read by its own charset or by another one."""
    digest = run.content.body_blob_id
    content_type = f"{run.media_type.partition(';')[0]}; charset={charset}" if charset else run.media_type
    key = (digest or "", content_type)
    found = SHELF.take(key) if digest else None
    if found is None:
        found = Opened(subject(bytes(run.content.body), content_type))
        if digest:
            SHELF.put(key, found)
    return found


def part_of(book: Opened, at: int | None) -> tuple[bytes, str] | None:
    """Bytes and media type of what is inside the JSON string that begins at an offset; None where nothing is."""
    document = book.document
    if at is None or document.kind(at) != "string":
        return None
    raw = document.text[at + 1 : document.end(at) - 1]
    media = embedded.find(raw)
    return (embedded.decoded(raw), media.media_type) if media else None
