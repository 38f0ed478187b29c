"""Secrets that come back are blotted out, wherever the network cut the bytes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.history.masking import Mask

SECRETS = ("abcab", "abcabcd", "p@ss word/1", "秘密的钥匙")


def masked(pieces, secrets=SECRETS):
    mask = Mask(secrets)
    return b"".join([*(mask.feed(piece) for piece in pieces), mask.flush()])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"x abcab y", b"x ***** y"),
        (b"x abcabcd y", b"x ******* y"),
        (b"p%40ss%20word%2F1", b"*" * 17),
        (b"p%40ss+word%2F1", b"*" * 15),
        ("秘密的钥匙".encode(), b"*" * 15),
        (b"abca", b"abca"),
    ],
)
def test_every_spelling_becomes_as_many_asterisks(content, expected):
    assert masked([content]) == expected


def test_a_short_secret_would_blot_out_the_answer():
    assert masked([b"a1 b2"], ("a1",)) == b"a1 b2"


def test_what_cannot_begin_a_secret_is_not_held_back():
    assert Mask(SECRETS).feed(b"hello") == b"hello"


@given(
    st.lists(
        st.sampled_from([b"abcab", b"abcabcd", b"p@ss word/1", b"abc", b"ab", b"x", b"p@ss", b"%20"]), max_size=12
    ),
    st.lists(st.integers(0, 80), max_size=8),
)
def test_any_split_hides_as_much_as_none(words, cuts):
    content = b"".join(words)
    places = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    split = masked([content[begin:end] for begin, end in pairwise(places)])
    assert len(split) == len(content)
    assert not any(secret.encode() in split for secret in SECRETS)
