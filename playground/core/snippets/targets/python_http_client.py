"""Python with http.client of the standard library, which sends the target and the header fields as they are given."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import python

_WHOLE = """\
response = connection.getresponse()
print(response.read().decode(errors="replace"))
"""

_EVENTS = """\
response = connection.getresponse()
for line in response:
    print(line.decode(), end="", flush=True)
"""

_STATUS = """\
if response.status >= 400:
    raise SystemExit(f"{response.status} {response.reason}")
"""


def generate(draft: Draft) -> Code:
    late = draft.address is None
    modules = ["import http.client", *(["import re", "from urllib.parse import urlsplit"] if late else [])]
    parts = [
        python.imports(draft, *modules),
        "\n",
        _headers(draft),
        python.assignment("body", draft, always_bytes=True),
        "\n" if draft.fields or draft.body else "",
        _connection(draft),
        _sending(draft),
        _EVENTS if draft.streams else _WHOLE,
        _STATUS,
    ]
    return Code("".join(parts))


def _headers(draft: Draft) -> str:
    if not draft.fields:
        return ""
    if draft.repeats:
        return f"headers = {python.pairs(draft.fields)}\n"
    return python.mapping("headers", draft.fields)


def _connection(draft: Draft) -> str:
    address = draft.address
    if address is None:
        return (
            f"{python.declared('address', draft.url)}"
            "url = urlsplit(address)\n"
            'secure = url.scheme == "https"\n'
            "Connection = http.client.HTTPSConnection if secure else http.client.HTTPConnection\n"
            "connection = Connection(url.hostname, url.port)\n"
            f"{python.late_target('address')}"
        )
    kind = "HTTPSConnection" if address.scheme == "https" else "HTTPConnection"
    port = "" if address.port is None else f", {address.port}"
    return f"connection = http.client.{kind}({python.string(address.host)}{port})\n"


def _sending(draft: Draft) -> str:
    method = python.string(draft.method)
    target = "target" if draft.address is None else python.string(draft.address.target)
    if not draft.repeats:
        named = [*(["body"] if draft.body else []), *(["headers=headers"] if draft.fields else [])]
        return python.call("connection.request", [method, target, *named], "")
    length = ""
    if draft.body:
        length = 'connection.putheader("Content-Length", str(len(body)))\n'
    elif draft.method in {"POST", "PUT", "PATCH"}:
        length = 'connection.putheader("Content-Length", "0")\n'
    skipped = ", skip_host=True" if draft.get("host") is not None else ""
    skipped += ", skip_accept_encoding=True" if draft.get("accept-encoding") is not None else ""
    return (
        f"connection.putrequest({method}, {target}{skipped})\n"
        "for name, value in headers:\n"
        "    connection.putheader(name, value)\n"
        f"{length}"
        f"connection.endheaders({'body' if draft.body else ''})\n"
    )


TARGET = Target("python_http_client", "python", "http.client", "Python", "python", "py", generate, has_native=True)
