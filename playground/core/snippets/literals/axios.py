"""Calls of axios, in browsers and in Node.js (version 1.7 and later, for ``adapter: "fetch"``).

Its transforms are switched off, since they read and write JSON anew and put a Content-Type where there is none.
"""

from __future__ import annotations

from playground.core.snippets.base import Draft
from playground.core.snippets.literals import javascript

FAILURE = """\
if (response.status >= 400) {
  throw new Error(`${response.status} ${response.statusText}`);
}
"""


#: Methods for which axios names a type even where there is no content.
_TYPED = frozenset({"POST", "PUT", "PATCH"})


def call(draft: Draft, content: str, beyond_latin_1: str, response_type: str, method: str, more: str = "") -> str:
    """``const response = await axios({…});``"""
    rows = [javascript.member("method", javascript.string(method.lower()), "  ")] if method != "GET" else []
    rows.append(javascript.member("url", javascript.line(draft.url), "  "))
    rows.append(_headers(draft, beyond_latin_1))
    if content:
        rows.append("  data,\n" if content == "data" else javascript.member("data", content, "  "))
        rows.append("  transformRequest: [],\n")
    rows.append(f'  responseType: "{response_type}",\n')
    if response_type == "text":
        rows.append("  transformResponse: [],\n")
    rows.append("  validateStatus: null,\n")
    return f"const response = await axios({{\n{''.join(rows)}{more}}});\n\n"


def _headers(draft: Draft, beyond_latin_1: str) -> str:
    typeless = draft.get("content-type") is None and (bool(draft.body) or draft.method.upper() in _TYPED)
    untyped = '    "Content-Type": false,\n' if typeless else ""
    if not draft.fields:
        return f"  headers: {{\n{untyped}  }},\n" if untyped else ""
    written = javascript.properties(draft.fields, "  ", beyond_latin_1)
    return f"  headers: {written[:-3]}{untyped}  }},\n" if untyped else f"  headers: {written},\n"
