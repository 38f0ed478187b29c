"""Python with httpx.

httpx removes dot segments, encodes what it finds odd in an address, and writes methods in capitals; its ``target``
extension, and a request that is built by hand, send what is written. There is no time limit, as in requests: httpx's
own five seconds end most answers of models.
"""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import python

_SHORT = frozenset({"GET", "OPTIONS", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
_WITHOUT_BODY = frozenset({"GET", "OPTIONS", "HEAD", "DELETE"})

_EVENTS = """\
    for text in response.iter_text():
        print(text, end="", flush=True)
"""


def generate(draft: Draft) -> Code:
    by_hand = not draft.is_normal or draft.method != draft.method.upper()
    parts = [
        python.imports(draft, *python.late_imports(draft), third_party="import httpx\n"),
        "\n",
        python.declared("url", draft.url),
        _headers(draft),
        python.assignment("content", draft),
        *([] if draft.is_normal else _target(draft)),
        "\n",
        _by_hand(draft) if by_hand else _directly(draft),
    ]
    return Code("".join(parts))


def _headers(draft: Draft) -> str:
    if not draft.fields:
        return ""
    if draft.repeats:
        return f"headers = {python.pairs(draft.fields, as_bytes=not _is_ascii(draft))}\n"
    return python.mapping("headers", draft.fields, as_bytes=not _is_ascii(draft))


def _is_ascii(draft: Draft) -> bool:
    return all(isinstance(piece, tuple) or piece.isascii() for _, value in draft.fields for piece in value)


def _target(draft: Draft) -> tuple[str, ...]:
    if draft.address is not None:
        return (f'extensions = {{"target": {python.binary(draft.address.target.encode("ascii"))}}}\n',)
    return python.late_target("url"), 'extensions = {"target": target.encode()}\n'


def _options(draft: Draft) -> list[str]:
    named = ["headers=headers"] if draft.fields else []
    named += ["content=content"] if draft.body else []
    return named if draft.is_normal else [*named, "extensions=extensions"]


def _directly(draft: Draft) -> str:
    method = python.string(draft.method)
    options = ["url", *_options(draft), "timeout=None"]
    if draft.streams:
        opened = python.call("with httpx.stream", [method, *options], " as response:")
        return f"{opened}{_EVENTS}    response.raise_for_status()\n"
    short = draft.method in _SHORT and not (draft.body and draft.method in _WITHOUT_BODY)
    if short:
        sent = python.call(f"response = httpx.{draft.method.lower()}", options, "")
    else:
        sent = python.call("response = httpx.request", [method, *options], "")
    return f"{sent}print(response.text)\nresponse.raise_for_status()\n"


def _by_hand(draft: Draft) -> str:
    method = python.string(draft.method)
    stream = ", stream=True" if draft.streams else ""
    respelled = f"    request.method = {method}\n" if draft.method != draft.method.upper() else ""
    return (
        "with httpx.Client(timeout=None) as client:\n"
        f"{python.call('request = client.build_request', [method, 'url', *_options(draft)], '', python.INDENT)}"
        f"{respelled}"
        f"    response = client.send(request{stream})\n"
        f"{_EVENTS if draft.streams else '    print(response.text)' + chr(10)}"
        "    response.raise_for_status()\n"
    )


TARGET = Target(
    "python_httpx",
    "python",
    "httpx",
    "Python",
    "python",
    "py",
    generate,
    has_native=True,
    refuses=frozenset({"CONNECT"}),
)
