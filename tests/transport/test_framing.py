"""Messages taken apart: the same whatever pieces they come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.transport.failures import Fault
from playground.transport.framing import Chunks, find_head, parse_head


def chunked(pieces: list[bytes]) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces if piece) + b"0\r\n\r\n"


@given(st.lists(st.binary(max_size=30), max_size=8), st.lists(st.integers(1, 12), min_size=1))
def test_chunks_are_the_same_however_they_are_cut(pieces, cuts):
    data = chunked(pieces)
    chunks = Chunks(1000)
    content = b""
    position = 0
    while position < len(data):
        assert not chunks.done
        size = cuts[position % len(cuts)]
        content += chunks.feed(data[position : position + size])
        position += size
    assert content == b"".join(pieces)
    assert chunks.done


@given(st.lists(st.binary(min_size=1, max_size=30), min_size=1, max_size=8))
def test_chunks_are_given_out_with_the_byte_that_brings_them(pieces):
    data = chunked(pieces)
    chunks = Chunks(1000)
    given_out = b""
    for index in range(len(data)):
        given_out += chunks.feed(data[index : index + 1])
        assert chunks.done == (index == len(data) - 1)
    assert given_out == b"".join(pieces)


@given(st.binary(max_size=200))
def test_noise_is_refused_or_read_and_nothing_else(noise):
    try:
        Chunks(1000).feed(noise)
        parse_head(b"HTTP/1.1 200 OK\r\n" + noise + b"\r\n\r\n")
    except Fault as fault:
        assert fault.code in {"malformed_response", "response_headers_too_large"}


HEADS = [(b"a\r\n\r\nb", 5), (b"a\n\nb", 3), (b"a\r\n\nb", 4), (b"a\n\r\nb", 4), (b"a\r\n\r", -1)]


@pytest.mark.parametrize(("head", "end"), HEADS)
def test_where_the_head_ends(head, end):
    assert find_head(head) == end
