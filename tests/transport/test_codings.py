"""Content codings: undone as they arrive, one layer, and never more than was allowed."""

from __future__ import annotations

import gzip
import random
import zlib
from dataclasses import replace

import brotli
import pytest
from backports import zstd

from playground.core.fields import Fields
from playground.transport import codings
from playground.transport.events import ContentChunk, ExchangeCompleted
from playground.transport.failures import Fault
from tests.transport.upstream import SMALL, content, failure_code, get, upstream

TEXT = b"".join(b'{"index": %d, "text": "lorem ipsum"}\n' % index for index in range(3000))
NOISE = random.Random(1).randbytes(200_000)


def raw_deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return squeeze.compress(data) + squeeze.flush()


CODERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=4),
    "zstd": zstd.compress,
}


def coded(coding: str, body: bytes) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize("coding", CODERS)
@pytest.mark.parametrize("plain", [b"", b"x", TEXT, NOISE], ids=["empty", "short", "text", "noise"])
def test_decoded(coding, plain):
    squeezed = CODERS[coding](plain)
    with upstream(coded(coding.upper(), squeezed)) as server:
        events = get(f"{server.origin}/")
    assert (failure_code(events), content(events)) == ("", plain)
    assert (events[-1].wire_size, events[-1].decoded_size) == (len(squeezed), len(plain))
    assert all(0 < len(event.data) <= codings.PIECE for event in events if isinstance(event, ContentChunk))


@pytest.mark.parametrize("coding", CODERS)
@pytest.mark.parametrize("step", [1, 7, 1000])
def test_decoded_in_pieces_of_any_size(coding, step):
    decoder = codings.decoder_for(coding)
    squeezed = CODERS[coding](TEXT)
    pieces = [
        piece for start in range(0, len(squeezed), step) for piece in decoder.decode(squeezed[start : start + step])
    ]
    decoder.finish()
    assert b"".join(pieces) == TEXT


FLUSHED = {
    "gzip": lambda: zlib.compressobj(wbits=16 + zlib.MAX_WBITS),
    "deflate": lambda: zlib.compressobj(),
    "br": lambda: brotli.Compressor(),
    "zstd": lambda: zstd.ZstdCompressor(),
}


def flush(coding: str, compressor, data: bytes) -> bytes:
    match coding:
        case "br":
            return compressor.process(data) + compressor.flush()
        case "zstd":
            return compressor.compress(data, zstd.ZstdCompressor.FLUSH_BLOCK)
        case _:
            return compressor.compress(data) + compressor.flush(zlib.Z_SYNC_FLUSH)


@pytest.mark.parametrize("coding", FLUSHED)
def test_what_the_server_flushes_is_given_out_at_once(coding):
    compressor = FLUSHED[coding]()
    decoder = codings.decoder_for(coding)
    for index in range(20):
        frame = b"data: %d\n\n" % index
        assert b"".join(decoder.decode(flush(coding, compressor, frame))) == frame


def test_bare_deflate():
    with upstream(coded("deflate", raw_deflate(TEXT))) as server:
        assert content(get(f"{server.origin}/")) == TEXT


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"one ", mtime=0) + gzip.compress(b"two", mtime=0)),
        ("gzip", gzip.compress(b"one two", mtime=0) + b"\0" * 20),
        ("zstd", zstd.compress(b"one ") + zstd.compress(b"two")),
        ("deflate", zlib.compress(b"one two") + b"padding"),
    ],
    ids=["gzip members", "gzip padding", "zstd frames", "deflate padding"],
)
def test_several_members_and_padding(coding, body):
    with upstream(coded(coding, body)) as server:
        events = get(f"{server.origin}/")
    assert (failure_code(events), content(events)) == ("", b"one two")


@pytest.mark.parametrize("coding", CODERS)
def test_what_is_not_encoded_as_it_says_is_shown_as_it_came(coding):
    with upstream(coded(coding, b"This was never encoded at all, not one bit.")) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == "bad_encoding"
    assert content(events) == b"This was never encoded at all, not one bit."


@pytest.mark.parametrize("coding", CODERS)
def test_an_end_in_the_middle(coding):
    squeezed = CODERS[coding](NOISE)
    with upstream(coded(coding, squeezed[: len(squeezed) // 2])) as server:
        events = get(f"{server.origin}/")
    assert failure_code(events) == "bad_encoding"
    assert content(events)
    assert NOISE.startswith(content(events))


def test_a_wrong_checksum():
    squeezed = gzip.compress(TEXT)
    with pytest.raises(Fault, match="not gzip"):
        list(codings.decoder_for("gzip").decode(squeezed[:-8] + bytes(8)))


BOMB = 50 * 1024 * 1024


def bomb(coding: str) -> bytes:
    """Zeros without end, as small as the coding can say them."""
    zeros = bytes(1024 * 1024)
    match coding:
        case "br":
            squeeze = brotli.Compressor(quality=1)
            return b"".join(squeeze.process(zeros) for _ in range(BOMB // len(zeros))) + squeeze.finish()
        case "zstd":
            frame = zstd.ZstdCompressor(level=1)
            return b"".join(frame.compress(zeros) for _ in range(BOMB // len(zeros))) + frame.flush()
        case _:
            wbits = {"gzip": 16 + zlib.MAX_WBITS, "deflate": zlib.MAX_WBITS}[coding]
            deflate = zlib.compressobj(1, wbits=wbits)
            return b"".join(deflate.compress(zeros) for _ in range(BOMB // len(zeros))) + deflate.flush()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_cut_at_the_limit_and_what_came_is_kept(coding):
    limits = replace(SMALL, response_bytes=1024 * 1024)
    with upstream(coded(coding, bomb(coding))) as server:
        events = get(f"{server.origin}/", limits=limits)
    assert isinstance(events[-1], ExchangeCompleted)
    assert events[-1].cut == "size"
    assert events[-1].decoded_size == len(content(events)) == 1024 * 1024
    assert max(len(event.data) for event in events if isinstance(event, ContentChunk)) <= codings.PIECE


def test_a_window_beyond_what_a_client_must_support_is_refused():
    options = {zstd.CompressionParameter.window_log: 27, zstd.CompressionParameter.content_size_flag: 0}
    wide = zstd.ZstdCompressor(options=options)
    body = wide.compress(NOISE) + wide.flush()
    with pytest.raises(Fault) as refused:
        list(codings.decoder_for("zstd").decode(body))
    assert refused.value.code == "bad_encoding"


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_empty_members_without_end_are_refused(coding):
    decoder = codings.decoder_for(coding)
    assert list(decoder.decode(CODERS[coding](b"") * 5_000)) == []
    decoder.finish()
    with pytest.raises(Fault, match="parts"):
        list(decoder.decode(CODERS[coding](b"") * 6_000))


@pytest.mark.parametrize(
    ("values", "coding"),
    [
        ([], ""),
        (["identity"], ""),
        (["gzip"], "gzip"),
        ([" GZip "], "gzip"),
        (["identity, br"], "br"),
        (["gzip", "br"], "gzip, br"),
    ],
)
def test_coding_of(values, coding):
    assert codings.coding_of(Fields(("Content-Encoding", value) for value in values)) == coding
