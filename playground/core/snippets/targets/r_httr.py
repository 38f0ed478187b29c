"""R with httr (1.4 and later)."""

from __future__ import annotations

from dataclasses import replace

from playground.core.snippets.base import Code, Draft, Target, Text, plain
from playground.core.snippets.literals import r, r_body
from playground.core.snippets.losses import Loss, loss

_SENDING = """\
cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
"""

_STREAMING = """\
if (http_error(response)) quit(status = 1)
"""


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if draft.method == "HEAD" and draft.body not in {(), ("",)}:
        warnings.append(loss("body_dropped", client="httr", method="HEAD"))
        draft = replace(draft, body=())
    has_content = bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}
    has_long_body = draft.body not in {(), ("",)}
    assignment = f"body <- {r_body.content(draft)}\n\n" if has_long_body else ""
    verb = _verb(draft, has_content)
    arguments = [r.string(verb), r.text(draft.url), *_headers(draft, has_content, warnings), *_config(draft, verb)]
    if has_content:
        arguments.append(f"body = {'body' if has_long_body else 'raw(0)'}")
    if draft.streams:
        arguments.append("write_stream(\\(bytes) cat(rawToChar(bytes)))")
    listed = ",\n  ".join(arguments)
    call = f"response <- VERB(\n  {listed}\n)\n\n"
    return Code(f"library(httr)\n\n{assignment}{call}{_STREAMING if draft.streams else _SENDING}", tuple(warnings))


def _verb(draft: Draft, has_content: bool) -> str:
    """httr writes a method in capitals, and sends no content with GET; libcurl's own option puts that right."""
    if draft.method != draft.method.upper() or (draft.method == "GET" and has_content):
        return "POST" if has_content else "GET"
    return draft.method


def _config(draft: Draft, verb: str) -> list[str]:
    options = [] if draft.is_normal else ["path_as_is = TRUE"]
    if verb != draft.method:
        options.append(f"customrequest = {r.string(draft.method)}")
    return [f"config({', '.join(options)})"] if options else []


def _headers(draft: Draft, has_content: bool, warnings: list[Loss]) -> list[str]:
    """The fields, each name once; an empty type keeps libcurl from adding one."""
    fields: dict[str, tuple[str, Text]] = {}
    for name, value in draft.fields:
        lower = name.lower()
        if lower == "expect":
            warnings.append(loss("header_dropped", client="httr", name=name))
        elif plain(value) == "":
            warnings.append(loss("header_value_dropped", client="httr", name=name))
        elif lower in fields:
            warnings.append(loss("headers_joined", client="httr", name=name))
            fields[lower] = (fields[lower][0], (*fields[lower][1], ", ", *value))
        else:
            fields[lower] = (name, value)
    rows = [f"{r.argument(name)} = {r.field_value(value)}" for name, value in fields.values()]
    if has_content and "content-type" not in fields:
        rows.append('"Content-Type" = ""')
    if len(rows) <= 1:
        return [f"add_headers({row})" for row in rows]
    listed = ",\n    ".join(rows)
    return [f"add_headers(\n    {listed}\n  )"]


TARGET = Target("r_httr", "r", "httr", "R", "r", "R", generate)
