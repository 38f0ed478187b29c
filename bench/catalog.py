"""What a large description costs: ``make bench-catalog``.

Two real sites as ``make run`` starts them, one with the shipped description, one with a description of 1,000
operations that holds the same operations. Pages of the same operations are asked of both by turns, so that whatever
else the machine does meets both alike, each first when nobody has asked for it before. The search is asked over HTTP
with what people type, letter by letter. Then, within this process, the largest operation: its form, its validation.

    python -m bench.catalog [--operations N] [--pages N]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import requests

from bench.page import TIMEOUT, Row, timed
from bench.transport import percentile
from playground.core.openapi.document import load
from playground.core.openapi.operations import Fragment, fragment, operations
from playground.core.schema.controls import controls
from playground.core.schema.validation import Validator
from tests.catalog.large import SHIPPED, large
from tests.site import Site

QUERIES = (
    *("speech", "create chat", "response_format", "/v1/images", "POST /v1/chat/completions", "stream options"),
    *("语音", "结构化输出", "温度", "视频 任务", "model", "a", "音", "createVideo", "xyzzy"),
)
LANGUAGES = {"Accept-Language": "zh-CN"}
LABEL = 58


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--operations", type=int, default=1000, help="operations of the large description")
    parser.add_argument("--pages", type=int, default=40, help="pages that are asked of both")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="playground-bench-"))
    sites = {"shipped": _site(folder / "shipped"), "large": _site(folder / "large")}
    try:
        _fill(sites["large"], folder / "large.json", options.operations)
        for site in sites.values():
            site.start()
        print(f"\n{'milliseconds':<{LABEL}}{'p50':>9}{'p95':>9}{'times':>7}  aim")
        for line in (*pages(sites, options.pages), *searches(sites), *largest()):
            print(line, flush=True)
        print(f"\n{os.cpu_count()} processors; load now {os.getloadavg()[0]:.1f}.")
    finally:
        for site in sites.values():
            site.stop()
        shutil.rmtree(folder)


def _site(folder: Path) -> Site:
    folder.mkdir()
    site = Site(folder)
    site.prepare()
    return site


def _fill(site: Site, file: Path, count: int) -> None:
    file.write_bytes(large(count))
    taken = timed(lambda: site.manage("load_catalog", str(file), "--verbosity", "0"))
    size = file.stat().st_size / 1e6
    print(f"{count} operations, {size:.1f} MB: loaded in {taken / 1000:.1f} s, once.")


# Pages


def pages(sites: dict[str, Site], count: int) -> Iterator[str]:
    """A page to read and a form, for each of the operations, on both sites."""
    every = [item.key for item in operations(load(SHIPPED.read_bytes()))]
    keys = every[:: max(1, len(every) // count)][:count]
    for kind, path in (("documentation", "/docs/{}/"), ("form", "/try/{}/")):
        for order in ("first", "again"):
            yield from _compared(f"{kind}, {order} time", sites, [path.format(key) for key in keys])
        sizes = {name: _median_size(site, [path.format(key) for key in keys[:10]]) for name, site in sites.items()}
        yield _line(f"{kind}, kB on the wire: shipped, large", sizes["shipped"] / 1000, sizes["large"] / 1000)


def _compared(label: str, sites: dict[str, Site], paths: list[str]) -> Iterator[str]:
    times: dict[str, list[float]] = {name: [] for name in sites}
    with requests.Session() as session:
        _get(session, f"{sites['shipped'].url}/healthz")
        _get(session, f"{sites['large'].url}/healthz")
        for number, path in enumerate(paths):
            # Who is asked first changes: what both share (a template, a style) is read by the first.
            for name in sorted(sites, reverse=bool(number % 2)):
                times[name].append(timed(partial(_get, session, sites[name].url + path)))
    for name, values in times.items():
        yield str(_row(f"{label}, {name}", values))
    ratio = percentile(times["large"], 50) / percentile(times["shipped"], 50)
    yield f"{f'{label}, large : shipped':<{LABEL}}{ratio:>9.2f}{'':>16}  near 1"


def _get(session: requests.Session, url: str) -> requests.Response:
    answer = session.get(url, headers=LANGUAGES | {"Accept-Encoding": "br"}, timeout=TIMEOUT)
    assert answer.status_code == 200, f"{url}: {answer.status_code}"
    return answer


def _median_size(site: Site, paths: list[str]) -> float:
    sizes = []
    for path in paths:
        headers = LANGUAGES | {"Accept-Encoding": "br"}
        with requests.get(site.url + path, headers=headers, timeout=TIMEOUT, stream=True) as answer:
            sizes.append(float(len(answer.raw.read(decode_content=False))))
    return percentile(sizes, 50)


# Search


def searches(sites: dict[str, Site]) -> Iterator[str]:
    """Every beginning of what people type, as the field asks for it."""
    typed = list(dict.fromkeys(query[:length] for query in QUERIES for length in range(1, len(query) + 1)))
    for name, site in sites.items():
        yield str(_row(f"search as one types, {name}", list(_searched(site, typed)), "under 50"))


def _searched(site: Site, typed: list[str]) -> Iterator[float]:
    with requests.Session() as session:
        _found(session, site, typed[0])
        for query in typed:
            yield timed(partial(_found, session, site, query))


def _found(session: requests.Session, site: Site, query: str) -> None:
    headers = LANGUAGES | {"HX-Request": "true"}
    answer = session.get(f"{site.url}/search/", params={"q": query}, headers=headers, timeout=TIMEOUT)
    assert answer.status_code == 200 and "search-found" in answer.text, query


# The largest operation


def largest(times: int = 30) -> Iterator[str]:
    """Form and validation of the body with the most in its description, with its documented example."""
    page = max(_with_bodies(), key=lambda each: len(each.to_json()))
    body = page.operation.request_body
    assert body is not None
    content = body.media_types[0]
    text = json.dumps(content.examples[0].value, ensure_ascii=False)
    value = json.loads(text)
    size = len(page.to_json()) / 1000
    label = f"of {page.operation.key} ({size:.0f} kB of description)"
    # A text that was not seen before, each time: what is kept of one helps no other.
    forms = [timed(partial(controls, content.schema, page.document, text + " " * n, "zh-hans")) for n in range(times)]
    yield str(_row(f"form {label}", forms))
    checked = [timed(partial(_validate, page, content.schema, value | {"user": str(n)})) for n in range(times)]
    yield str(_row(f"validation {label}", checked))


def _validate(page: Fragment, schema: object, value: object) -> None:
    Validator(schema, page.document.data, direction="request").problems(value)


def _with_bodies() -> Iterator[Fragment]:
    document = load(SHIPPED.read_bytes())
    for item in operations(document):
        body = item.request_body
        if body and body.media_types[0].examples and body.media_types[0].media_type == "application/json":
            yield fragment(document, item)


def _row(name: str, values: list[float], aim: str = "") -> str:
    return f"{name:<{LABEL}}{str(Row('', values, aim))[54:]}"


def _line(name: str, first: float, second: float) -> str:
    return f"{name:<{LABEL}}{first:>9.1f}{second:>9.1f}"


if __name__ == "__main__":
    main()
