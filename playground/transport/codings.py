"""Content codings undone (RFC 9110 §8.4.1): gzip, deflate, br and zstd, one layer, piece by piece, with a bound.

A bomb cannot go off: never more than ``PIECE`` bytes come out at once, and the caller stops when it has enough.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli

from playground.core.fields import Fields
from playground.transport.failures import Fault

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

#: Decoded bytes given out at once.
PIECE = 64 * 1024

#: Coded bytes taken at once. Each end of a gzip member or zstd frame copies what is left of them.
_BITE = 4 * 1024

#: Members of gzip or frames of zstd in one content. An empty one has 20 bytes and costs as much as a full one.
_MAX_MEMBERS = 10_000

#: Window of zstd that a client must support, and the most that is taken (RFC 9659 §3).
_ZSTD_WINDOW_LOG = 23


class Decoder(Protocol):
    """Undoes one content coding, piece by piece."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Decoded pieces, none empty, none longer than ``PIECE``. Raises ``Fault`` (``bad_encoding``)."""

    def finish(self) -> None:
        """Raises ``Fault`` (``bad_encoding``) where the content ends in the middle."""


class Identity:
    """The content as it is."""

    def decode(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self) -> None:
        pass


class _Coded:
    """What the codings have in common: a name for complaints, and whether anything came at all."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._begun = False
        self._members = 1

    def _count_member(self) -> None:
        self._members += 1
        if self._members > _MAX_MEMBERS:
            raise Fault("bad_encoding", f"It has more than {_MAX_MEMBERS} parts.")

    def decode(self, data: bytes) -> Iterator[bytes]:
        self._begun = self._begun or bool(data)
        try:
            for start in range(0, len(data), _BITE):
                yield from self._pieces(data[start : start + _BITE])
        except (zlib.error, brotli.error, zstd.ZstdError) as error:
            raise Fault("bad_encoding", f"It is not {self._name}: {error}.") from error

    def finish(self) -> None:
        if self._begun and not self._complete():
            raise Fault("bad_encoding", f"The {self._name} content ends in the middle.")

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        raise NotImplementedError

    def _complete(self) -> bool:
        raise NotImplementedError


class Zlib(_Coded):
    """gzip (RFC 1952, any number of members) and deflate (RFC 1950; bare RFC 1951 as many servers send it)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._gzip = name == "gzip"
        self._head = b""
        self._stream = zlib.decompressobj(16 + zlib.MAX_WBITS) if self._gzip else None

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if _has_zlib_header(data) else -zlib.MAX_WBITS)
        while data:
            if self._stream.eof:
                if not self._gzip or not data.startswith(b"\x1f"):
                    return  # padding after the end, which every client ignores
                self._count_member()
                self._stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
            piece = self._stream.decompress(data, PIECE)
            if piece:
                yield piece
            data = self._stream.unconsumed_tail or self._stream.unused_data
        yield from self._held_back()

    def _held_back(self) -> Iterator[bytes]:
        """Output that zlib still holds although it has taken all the input."""
        assert self._stream is not None
        while not self._stream.eof:
            piece = self._stream.decompress(b"", PIECE)
            if not piece:
                return
            yield piece

    def _complete(self) -> bool:
        return self._stream is not None and self._stream.eof


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950 §2.2: method 8, and the first two bytes a multiple of 31."""
    return data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


class Brotli(_Coded):
    """br (RFC 7932)."""

    def __init__(self) -> None:
        super().__init__("br")
        self._stream = brotli.Decompressor()

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream.is_finished():
            return
        piece = self._stream.process(data, output_buffer_limit=PIECE)
        while piece or not self._stream.can_accept_more_data():
            yield from _split(piece)
            if self._stream.is_finished():
                return
            piece = self._stream.process(b"", output_buffer_limit=PIECE)

    def _complete(self) -> bool:
        return bool(self._stream.is_finished())


class Zstandard(_Coded):
    """zstd (RFC 8878, any number of frames)."""

    def __init__(self) -> None:
        super().__init__("zstd")
        self._stream = self._new()

    @staticmethod
    def _new() -> zstd.ZstdDecompressor:
        return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG})

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        while data or not (self._stream.needs_input or self._stream.eof):
            if self._stream.eof:
                self._count_member()
                self._stream = self._new()
            piece = self._stream.decompress(data, PIECE)
            if piece:
                yield piece
            data = self._stream.unused_data if self._stream.eof else b""

    def _complete(self) -> bool:
        return self._stream.eof


def _split(data: bytes) -> Iterator[bytes]:
    """The library treats its limit as a hint."""
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]


def coding_of(fields: Fields) -> str:
    """The content codings of a response, "identity" left out: "" for none, "gzip, br" for two."""
    items = (item.strip(" \t").lower() for value in fields.get_all("Content-Encoding") for item in value.split(","))
    return ", ".join(item for item in items if item not in {"", "identity"})


def decoder_for(coding: str) -> Decoder | None:
    """The decoder; None for a coding that is not known here, or several of them: such content stays as it is."""
    match coding:
        case "":
            return Identity()
        case "gzip" | "x-gzip":
            return Zlib("gzip")
        case "deflate":
            return Zlib("deflate")
        case "br":
            return Brotli()
        case "zstd":
            return Zstandard()
        case _:
            return None
