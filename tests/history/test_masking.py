"""Secrets that come back are blotted out, wherever the network cut the bytes."""

import json
from base64 import b64encode, urlsafe_b64encode
from html import escape
from itertools import pairwise
from urllib.parse import quote, quote_plus

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


HARD = 'p@ss "w/ö?rd>>\\'
ENCODED = {
    "plain": HARD,
    "percent": quote(HARD, safe=""),
    "percent in small letters": quote(HARD, safe="").replace("%C3%B6", "%c3%b6"),
    "form": quote_plus(HARD),
    "json": json.dumps(HARD)[1:-1],
    "json in unicode": json.dumps(HARD, ensure_ascii=False)[1:-1],
    "json with slashes escaped": json.dumps(HARD)[1:-1].replace("/", "\\/"),
    "json in json": json.dumps(json.dumps({"a": HARD})),
    "html": escape(HARD),
    "base64": b64encode(HARD.encode()).decode(),
    "base64 for addresses": urlsafe_b64encode(HARD.encode()).decode(),
}


def _cores(encoded):
    """Pieces of eight characters of the secret's own, none of which may be left."""
    return [encoded[at : at + 8] for at in range(len(encoded) - 7)]


@pytest.mark.parametrize("name", ENCODED)
def test_every_encoding_of_a_hard_secret_is_masked_wherever_it_is_cut(name):
    content = f"before {ENCODED[name]} after".encode()
    for cut in range(len(content)):
        left = masked([content[:cut], content[cut:]], (HARD,)).decode()
        assert len(left) > 10
        assert "p@ss" not in left and "rd>>" not in left
        assert quote("ö?rd>>", safe="") not in left


@pytest.mark.parametrize("user", ["", "u", "us", "user", "a longer name"])
@pytest.mark.parametrize("after", ["", "!", "!!"])
def test_a_secret_inside_something_longer_that_is_base64_is_masked(user, after):
    secret = "sk-hush-0123456789"
    for encode in (b64encode, urlsafe_b64encode):
        encoded = encode(f"{user}:{secret}{after}".encode())
        left = masked([b"Basic " + encoded], (secret,))
        assert left.count(b"*") >= len(secret)
        assert b"aHVzaC" not in left and not any(core.encode() in left for core in _cores(encoded.decode()[-22:-4]))


@given(st.text(min_size=4, max_size=30), st.text(max_size=5), st.text(max_size=5))
def test_no_encoding_of_any_secret_is_left(secret, before, after):
    for text in (secret, quote(secret, safe=""), json.dumps(secret)[1:-1], b64encode(secret.encode()).decode()):
        content = (before + text + after).encode()
        left = masked([content], (secret,))
        assert text.encode() not in left or len(text) < 4 or set(text) <= {"*"}
