"""What a program sent, against what ``core.prepare`` says; and against what its snippet warned of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from playground.core.fields import encode_value
from playground.core.messages import PreparedRequest
from playground.core.snippets.losses import Loss
from tests.core.snippets.recorder import Arrived

#: Header fields that libraries and browsers add by themselves and that change no meaning; those of ``sec-`` too.
ADDED = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "cache-control",
        "connection",
        "content-length",
        "expect",
        "keep-alive",
        "origin",
        "pragma",
        "referer",
        "te",
        "transfer-encoding",
        "user-agent",
    }
)

#: Which difference a warning explains, by its code.
_EXPLAINED = {
    "body_dropped": {"content", "content-type"},
    "bytes_changed": {"content"},
    "variable_in_bytes": {"content"},
    "method_unsupported": {"method"},
    "method_respelled": {"method"},
    "url_respelled": {"target"},
    "host_unsupported": {"host"},
}


def differences(
    expected: PreparedRequest, content: bytes, arrived: Sequence[Arrived], warnings: Iterable[Loss]
) -> list[str]:
    """One line for each thing that differs without a warning."""
    if len(arrived) != 1:
        return [f"{len(arrived)} requests arrived"]
    explained = set()
    for warning in warnings:
        explained |= _EXPLAINED.get(warning.code, set())
        if "name" in warning.parameters:
            explained.add(warning.parameters["name"].lower())
    found = _differences(expected, content, arrived[0])
    return [f"{what}: {text}" for what, text in found if what not in explained]


def _differences(expected: PreparedRequest, content: bytes, arrived: Arrived) -> Iterator[tuple[str, str]]:
    if arrived.method != expected.method:
        yield "method", f"{arrived.method!r}, not {expected.method!r}"
    target = _target(expected.url)
    if arrived.target != target:
        yield "target", f"{arrived.target!r}, not {target!r}"
    if arrived.content != content:
        yield "content", _first_difference(arrived.content, content)
    computed = {"content-length"}
    wanted = list(dict.fromkeys(name.lower() for name, _ in expected.fields if name.lower() not in computed))
    for name in wanted:
        values = [encode_value(value) for value in expected.fields.get_all(name)]
        if arrived.values(name) != values:
            yield name, f"{arrived.values(name)!r}, not {values!r}"
    for name, value in arrived.headers:
        if name.lower() not in wanted and name.lower() not in ADDED and not name.lower().startswith("sec-"):
            yield name.lower(), f"added with the value {value!r}"


def _target(url: str) -> str:
    _, _, rest = url.partition("://")
    start = min((rest.find(mark) for mark in "/?" if mark in rest), default=len(rest))
    return rest[start:] or "/"


def _first_difference(arrived: bytes, wanted: bytes) -> str:
    place = next((n for n, (a, b) in enumerate(zip(arrived, wanted, strict=False)) if a != b), None)
    place = min(len(arrived), len(wanted)) if place is None else place
    around = slice(max(place - 10, 0), place + 30)
    return f"{len(arrived)} bytes, not {len(wanted)}; at {place}: {arrived[around]!r}, not {wanted[around]!r}"
