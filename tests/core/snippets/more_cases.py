"""Requests that libraries of compiled languages, more than scripts, trip over; beside those of ``cases``.

They are run, and no golden files are kept of them.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from tests.core.snippets.cases import ENVIRONMENT, JSON, ORIGIN, Case


def _request(method: str, path: str, *headers: tuple[str, str], text: str | None = None, mime: str = JSON) -> Case:
    har: dict[str, Any] = {
        "method": method,
        "url": ORIGIN + path,
        "headers": [{"name": name, "value": value} for name, value in headers],
    }
    if text is not None:
        har["postData"] = {"mimeType": mime, "text": text}
    return Case(har, golden=False)


def _late(name: str, path: str) -> Case:
    """A request whose host is in a variable of that name; some runners have one environment for all programs."""
    har = {
        "method": "POST",
        "url": f"{{{{{name}}}}}{path}",
        "headers": [],
        "postData": {"mimeType": JSON, "text": "{}"},
    }
    return Case(har, golden=False, environment=ENVIRONMENT | {name: ORIGIN})


def _plain(text: str) -> Case:
    return _request("POST", "/echo", text=text, mime="text/plain; charset=utf-8")


def _binary(content: bytes) -> Case:
    request = _request("POST", "/echo")
    encoded = {"mimeType": "application/octet-stream", "encoding": "base64", "text": b64encode(content).decode()}
    return Case({**request.har, "postData": encoded}, golden=False)


MORE_CASES: dict[str, Case] = {
    # fields that clients like to keep for themselves
    "connection": _request("GET", "/x", ("Connection", "close"), ("X-A", "1")),
    "expect": _request("POST", "/x", ("Expect", "100-continue"), text="{}"),
    "te-and-upgrade": _request("GET", "/x", ("TE", "trailers"), ("Upgrade", "h2c")),
    "content-fields-without-content": _request("GET", "/x", ("Content-Language", "de"), ("Last-Modified", "x")),
    "content-type-without-content": _request("DELETE", "/x", ("Content-Type", JSON)),
    "fields-not-by-their-grammar": _request(
        "GET", "/x", ("Accept", "text/html;q=0.9,*/*"), ("Date", "yesterday"), ("Range", "a"), ("If-None-Match", "x")
    ),
    "latin-1-around-a-variable": _request("GET", "/x", ("X-A", "ü{{QUERY_KEY}}é")),
    "latin-1-beside-utf-8": _request("GET", "/x", ("X-A", "ü"), ("X-B", "世"), ("X-C", "c")),
    "latin-1-beside-utf-8-around-a-variable": _request("GET", "/x", ("X-A", "世ü{{QUERY_KEY}}\x85é")),
    "latin-1-in-a-long-field": _request("GET", "/x", ("X-A", "ü" * 2000 + "世" + "ü" * 2000)),
    "fields-that-begin-with-odd-spaces": _request("GET", "/x", ("X-A", "\x85a"), ("X-B", "\xa0b"), ("X-C", "\u2028c")),
    "odd-names-of-fields": _request("GET", "/x", ("-x", "1"), ("X$k", "2"), ("#h", "3"), ("x`y", "4"), ("%d", "5")),
    "proxy-fields": _request("GET", "/x", ("Proxy-X", "1")),
    "content-disposition": _request("PUT", "/x", ("Content-Disposition", "世"), text="{}"),
    "content-disposition-in-latin-1": _request("PUT", "/x", ("Content-Disposition", "ü"), text="{}"),
    "beyond-ascii-with-content": _request(
        "POST", "/x", ("X-A", "ü"), ("X-B", "世"), ("Host", "example.com"), text="{}"
    ),
    "empty-lists": _request("GET", "/x", ("Accept", ""), ("Cache-Control", ""), ("Via", ""), ("Pragma", "")),
    "an-empty-field-and-no-content": _request("POST", "/x", ("X-A", "")),
    "referer-that-is-no-address": _request("GET", "/x", ("Referer", '\\a "b"')),
    # methods
    "method-like-a-variable": _request("$x", "/x", text="{}"),
    "trace": _request("TRACE", "/x"),
    "connect": _request("CONNECT", "/x"),
    "put-without-body": _request("PUT", "/x"),
    "head-with-body": _request("HEAD", "/x", text="{}"),
    "options-with-body": _request("OPTIONS", "/x", text="{}"),
    # addresses
    "long-query": _request("GET", "/x?" + "&".join(f"k{number}=v{number}" for number in range(900))),
    "percent-after-two-slashes": _request("GET", "//a/100%"),
    "percent-and-colon-after-two-slashes": _request("GET", "//%2f:$%"),
    # addresses of which the host is in a variable
    "late-empty-query": _late("LATE_1", "/a?"),
    "late-odd-query": _late("LATE_2", "/a?b=%21'$&c=/"),
    "late-dots": _late("LATE_3", "/a/../%2e/b//c"),
    "late-two-slashes": _late("LATE_4", "//a"),
    "late-percent": _late("LATE_5", "/100%/%zz?%"),
    "late-escapes": _late("LATE_6", "/a'?b[]=%7e"),
    "variable-after-percent": _request("GET", "/{{BASE_PATH}}/100%?a=%zz'"),
    # indentation and ends, which multi-line literals change
    "all-lines-indented": _plain("  a\n    b\n"),
    "all-lines-indented-no-end": _plain("  a\n    b"),
    "spaces-at-line-ends": _plain("a  \nb\t\nc "),
    "tabs": _plain('\ta\n\t"b"\n'),
    "ends-with-a-quote": _plain('x\n"'),
    "ends-with-three-quotes": _plain('x\n"""'),
    "ends-with-a-backslash": _plain("x\n\\"),
    "line-feed-alone": _plain("\n"),
    "dos-lines-with-quotes": _plain('a\r\n"b"\r\n'),
    "ends-of-raw-strings": _plain('x)"\ny)-"\n|}\n{|z|x}\n"#\n"""#\n\\"'),
    "braces": _plain("{{ not a variable! }} {{}} {x} {0}"),
    # what is too long for one constant
    "long-text-beyond-ascii": _plain("世界" * 3000),
    "long-controls": _plain("a\x01\u2028\x85" * 4000),
    "long-lines-of-escapes": _plain('😀"\\$\n' * 3000),
    # files in which something looks like a variable
    "binary-with-braces": _binary(b"\xff{{QUERY_KEY}}\x00{{x}}"),
    "binary-text-with-braces": _binary(b"{{QUERY_KEY}} ${x}"),
    "binary-braces-and-line-end": _binary(b"\r\n{{x}}'\"\\\n"),
    "nul-and-variable": _plain("a\x00{{QUERY_KEY}}b"),
}
