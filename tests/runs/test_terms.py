"""The way to our own mock upstream."""

from __future__ import annotations

import pytest

from playground.runs.terms import own_address


@pytest.mark.parametrize(
    ("host", "dialled"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("0.0.0.0", "127.0.0.1"),
        ("::", "::1"),
        ("::1", "::1"),
        ("192.0.2.7", "192.0.2.7"),
    ],
)
def test_we_reach_ourselves_where_we_listen(host: str, dialled: str) -> None:
    assert own_address(host) == dialled
