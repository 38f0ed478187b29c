"""Contents that are looked at just now, decoded once for many looks."""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.functional import cached_property

from playground.core.streams.folding.folder import Folder
from playground.core.viewers import embedded
from playground.core.viewers.base import Subject, subject
from playground.core.viewers.frames import frames
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_index import JsonIndex
from playground.core.viewers.xml_document import XmlDocument
from playground.history import indexing
from playground.history.models import Run

#: Bytes of memory that the texts of all contents take together; the newest is there whatever it takes.
_ROOM = 128 * 1024 * 1024


@dataclass
class Opened:
    """A content and its text, and what is learned of it while one looks.

    ``digest`` is that under which the content is kept, "" of one that is still arriving.
    """

    subject: Subject
    digest: str = ""
    _making: Future[JsonIndex | None] | None = None
    #: By the run, since equal contents came at different times; the last one alone.
    _folded: dict[UUID, Folder] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def folded(self, run: Run, kind: str) -> Folder:
        """The stream of a run, folded; ``kind`` is how it is framed. Whoever else asks meanwhile waits for it."""
        with self._lock:
            if run.pk not in self._folded:
                folder = Folder()
                for frame in frames(self.subject.content, run.content.arrivals, kind):
                    folder.add(frame.data, frame.event, frame.at)
                self._folded.clear()
                self._folded[run.pk] = folder
            return self._folded[run.pk]

    @cached_property
    def document(self) -> JsonDocument:
        """The content as JSON; a long one with its index, for which it waits."""
        if not self._is_large:
            return JsonDocument(self.subject.text)
        self.index_ahead()
        return JsonDocument(self.subject.text, self._kept or self._made())

    @cached_property
    def xml(self) -> XmlDocument:
        """The content as XML."""
        return XmlDocument(self.subject.text)

    def index_ahead(self) -> None:
        """Begin to make the index of a long text, since somebody will ask for it soon."""
        if self._is_large and self._making is None and self._kept is None:
            self._making = indexing.begin(self.subject.content, self._charset)

    @property
    def _is_large(self) -> bool:
        return len(self.subject.text) >= indexing.LARGE

    @property
    def _charset(self) -> str:
        return self.subject.charset_and_text[0]

    @cached_property
    def _kept(self) -> JsonIndex | None:
        return indexing.kept(self.digest, self._charset) if self.digest else None

    def _made(self) -> JsonIndex | None:
        index = self._making.result() if self._making else None
        if index is not None and self.digest:
            indexing.keep(self.digest, self._charset, index)
        return index

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

    def clear(self) -> None:
        with self._lock:
            self._books.clear()


SHELF = _Shelf()


def opened(run: Run, charset: str = "") -> Opened:
    """The content of a run, read by its own charset or by another one."""
    digest = run.content.body_blob_id or ""
    content_type = f"{run.media_type.partition(';')[0]}; charset={charset}" if charset else run.media_type
    key = (digest, content_type)
    found = SHELF.take(key) if digest else None
    if found is None:
        found = Opened(subject(bytes(run.content.body), content_type), digest)
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
