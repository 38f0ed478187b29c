"""What is in an archive, without unpacking it: ZIP, tar, and tar or one file compressed by gzip."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

#: Entries that are listed, and bytes that a compressed archive is unpacked to for that, at most.
ENTRIES, UNPACKED = 1_000, 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive: its size when unpacked, and what it takes there; -1 where that is not known."""

    name: str
    size: int
    packed: int = -1


def entries(content: bytes, media_type: str) -> tuple[Entry, ...]:
    """What can be listed of an archive; nothing of one that is damaged."""
    found: list[Entry] = []
    try:
        for entry in islice(_READERS.get(media_type, _tar)(content), ENTRIES):
            found.append(entry)  # noqa: PERF402 - what comes before the damage is listed
    except (ValueError, OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError, NotImplementedError):
        pass
    except (RuntimeError, IndexError, KeyError, OverflowError):  # of headers that make no sense
        pass
    return tuple(found)


def _zip(content: bytes) -> Iterator[Entry]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            yield Entry(info.filename, info.file_size, info.compress_size)


def _tar(content: bytes) -> Iterator[Entry]:
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        for info in archive:
            yield Entry(info.name + ("/" if info.isdir() else ""), info.size)


def _gzip(content: bytes) -> Iterator[Entry]:
    reader = zlib.decompressobj(wbits=31)
    unpacked = reader.decompress(content, UNPACKED)
    if unpacked[257:262] == b"ustar":
        yield from _tar(unpacked)
    else:
        yield Entry(_gzip_name(content) or "—", len(unpacked) if reader.eof else -1, len(content))


def _gzip_name(content: bytes) -> str:
    """The name in a header of gzip (RFC 1952 §2.3), where it holds one and nothing before it."""
    if len(content) > 10 and content[3] & 0b1000 and not content[3] & 0b100:
        return content[10 : content.find(b"\0", 10)][:200].decode("latin-1")
    return ""


_READERS: dict[str, Callable[[bytes], Iterator[Entry]]] = {
    "application/zip": _zip,
    "application/gzip": _gzip,
    "application/x-tar": _tar,
}
