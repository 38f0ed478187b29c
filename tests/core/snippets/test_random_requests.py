"""Random requests, run for real in batches through clients that start quickly.

Hypothesis draws them first and they run together, since starting an interpreter costs more than sending a request.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.core.snippets import runners
from tests.core.snippets.cases import ENVIRONMENT, ORIGIN, Case
from tests.core.snippets.running import run_cases

TARGETS = [
    "shell_curl",
    "python_requests",
    "python_httpx",
    "python_http_client",
    "python_aiohttp",
    "node_fetch",
    "node_axios",
    "node_http",
    "http_message",
    "php_curl",
    "ruby_nethttp",
]

_BATCH = 150

_METHODS = st.one_of(
    st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]),
    st.sampled_from(["REPORT", "get", "Post", "X", "M-SEARCH", "A.b~c", "PURGE!"]),
)

_NASTY = st.sampled_from(
    [
        "'",
        '"',
        "\\",
        "$",
        "`",
        "{",
        "}",
        "#",
        "@",
        "%",
        "&",
        "!",
        "<",
        ">",
        "\n",
        "\r\n",
        "\t",
        "\x00",
        "\x1b",
        "\u2028",
    ]
    + [
        "\ufeff",
        "ü",
        "世",
        "😀",
        '"""',
        "'''",
        "${x}",
        "#{x}",
        "\\n",
        "\\u0041",
        "%s",
        "$(id)",
        "??/",
        "EOF\n",
        "JSON\n",
        "{{",
    ]
)
_TEXT = st.lists(st.one_of(_NASTY, st.text(st.characters(codec="utf-8"), max_size=4)), max_size=12).map("".join)
_ON_ONE_LINE = _TEXT.map(lambda text: "".join(c for c in text if c == "\t" or (c >= " " and c != "\x7f")).strip(" \t"))

#: Pieces of an address as people write them.
_PATH = st.lists(
    st.sampled_from(
        ["/", "a", "B", "/..", "/.", "//", "%20", "%2f", "%2F", "%41", "%", "~", "'", "(", "*", ";v=1", "@", "ü", ":"]
    ),
    max_size=8,
).map(lambda pieces: "/" + "".join(pieces) if pieces else "")
#: With a variable in it, clients learn the host when the code runs.
_ORIGINS = st.sampled_from([ORIGIN, ORIGIN, "{{BASE_URL}}"])
_QUERY = st.lists(
    st.sampled_from(
        ["a=1", "&", "=", "b", "+", "%20", "%7E", "%e4", "[", "]", "'", "?", "/", "世", "$", "!", "%", "*", "a=2"]
    ),
    max_size=8,
).map("".join)
_PAIRS = st.lists(st.tuples(_ON_ONE_LINE, _ON_ONE_LINE), max_size=3)

_NAMES = st.sampled_from(["X-A", "x-b", "X_C", "X-D!", "Accept", "User-Agent", "X-A", "Cookie"])
_HEADERS = st.lists(st.tuples(_NAMES, _ON_ONE_LINE), max_size=5)

_TYPES = st.sampled_from(
    ["application/json", "text/plain", "text/plain; charset=utf-8", "application/octet-stream", ""]
)


def _rows(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _binary(content: bytes, mime_type: str) -> dict[str, Any]:
    return {"mimeType": mime_type, "text": base64.b64encode(content).decode(), "encoding": "base64"}


_PARTS = st.lists(
    st.one_of(
        st.builds(lambda name, value: {"name": name, "value": value}, _ON_ONE_LINE, _TEXT),
        st.builds(lambda name, value: {"name": name, "fileName": 'ü".txt', "value": value}, _ON_ONE_LINE, _TEXT),
        st.builds(lambda name: {"name": name, "fileName": "image.png", "contentType": "image/png"}, _ON_ONE_LINE),
    ),
    max_size=3,
)

_BODIES = st.one_of(
    st.none(),
    st.builds(lambda text, mime: {"mimeType": mime, "text": text}, _TEXT, _TYPES),
    st.builds(_binary, st.binary(max_size=40), _TYPES),
    st.builds(lambda pairs: {"mimeType": "application/x-www-form-urlencoded", "params": _rows(pairs)}, _PAIRS),
    st.builds(lambda parts: {"mimeType": "multipart/form-data", "params": parts}, _PARTS),
)


def _request(
    method: str,
    origin: str,
    path: str,
    query: str | None,
    pairs: list[tuple[str, str]],
    headers: list[tuple[str, str]],
    body: Any,
) -> Case:
    har: dict[str, Any] = {
        "method": method,
        "url": origin + path + ("" if query is None else f"?{query}"),
        "headers": _rows(headers),
        "queryString": _rows(pairs),
        "cookies": [],
    }
    return Case(har if body is None else har | {"postData": body}, environment=ENVIRONMENT | {"BASE_URL": ORIGIN})


_REQUESTS = st.builds(_request, _METHODS, _ORIGINS, _PATH, st.one_of(st.none(), _QUERY), _PAIRS, _HEADERS, _BODIES)


def _drawn() -> dict[str, Case]:
    """A batch of requests, the same for every target and in every run of the suite."""
    drawn: list[Case] = []

    @settings(max_examples=_BATCH, database=None, derandomize=True, deadline=None, phases=[Phase.generate])
    @given(_REQUESTS)
    def draw(request: Case) -> None:
        drawn.append(request)

    draw()
    return {f"request-{index}": case for index, case in enumerate(drawn)}


@pytest.mark.toolchain
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "key", [key for key in TARGETS if (found := runners.runner_of(key)) and not found.missing(key)]
)
def test_random_requests_arrive_as_prepared(key: str, tmp_path: Path) -> None:
    runner = runners.runner_of(key)
    assert runner is not None
    cases = _drawn()
    complaints = run_cases(key, runner, cases, tmp_path)
    named = [f"{line}\n{cases[name].har}" for line in complaints for name in [line.split()[1].rstrip(":")]]
    assert not complaints, "\n" + "\n".join(named[:20])
