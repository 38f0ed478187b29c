"""Python with aiohttp.

Its addresses are marked as encoded, so that they stay as they are. It writes header fields in UTF-8 and methods in
capitals; warnings say so.
"""

from __future__ import annotations

from playground.core.fields import encode_value
from playground.core.snippets.base import Code, Draft, Target, odd_parts, shown
from playground.core.snippets.literals import python
from playground.core.snippets.losses import Loss, loss, method_respelled, url_respelled

_WHOLE = '            print(await response.text("utf-8", "replace"))\n'
_EVENTS = '            async for line in response.content:\n                print(line.decode(), end="", flush=True)\n'


def generate(draft: Draft) -> Code:
    exact = not draft.is_normal or "%" in shown(draft.url)
    third_party = "import aiohttp\n" + ("from yarl import URL\n" if exact else "")
    parts = [
        python.imports(draft, "import asyncio", third_party=third_party),
        "\n",
        _url(draft) if exact else python.declared("url", draft.url),
        _headers(draft),
        python.assignment("data", draft, always_bytes=True),
        "\n\nasync def main():\n",
        "    async with aiohttp.ClientSession() as session:\n",
        _opened(draft),
        _EVENTS if draft.streams else _WHOLE,
        "            response.raise_for_status()\n",
        "\n\nasyncio.run(main())\n",
    ]
    return Code("".join(parts), _losses(draft))


def _headers(draft: Draft) -> str:
    if not draft.fields:
        return ""
    if draft.repeats:
        # aiohttp takes a second spelling of a name as a correction of the first.
        names = {name.lower(): name for name, _ in reversed(draft.fields)}
        fields = tuple((names[name.lower()], value) for name, value in draft.fields)
        return f"headers = {python.pairs(fields, as_text=True)}\n"
    return python.mapping("headers", draft.fields, as_text=True)


def _url(draft: Draft) -> str:
    return python.call("url = URL", [python.text(draft.url), "encoded=True"], "")


def _opened(draft: Draft) -> str:
    named = ["headers=headers"] if draft.fields else []
    named += ["data=data"] if draft.body else []
    if draft.get("content-type") is None and (draft.body or draft.method.upper() in {"POST", "PUT", "PATCH"}):
        named.append('skip_auto_headers=["Content-Type"]')
    arguments = [python.string(draft.method), "url", *named]
    return python.call("async with session.request", arguments, " as response:", python.INDENT * 2)


def _losses(draft: Draft) -> tuple[Loss, ...]:
    losses = list(method_respelled("aiohttp", draft.method))
    losses += url_respelled("aiohttp", {"empty query"} & set(odd_parts(draft.url)))
    for name, value in draft.fields:
        text = shown(value)
        if encode_value(text) != text.encode("utf-8"):
            losses.append(loss("header_value_changed", client="aiohttp", name=name, instead="UTF-8"))
    return tuple(losses)


TARGET = Target(
    "python_aiohttp",
    "python",
    "aiohttp",
    "Python",
    "python",
    "py",
    generate,
    has_native=True,
    refuses=frozenset({"CONNECT"}),
)
