"""R with httr (1.4 and later)."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text, plain
from playground.core.snippets.literals import r, r_body

_SENDING = """\
cat(content(response, as = "text", encoding = "UTF-8"))
if (http_error(response)) quit(status = 1)
"""

_STREAMING = """\
if (http_error(response)) quit(status = 1)
"""


def generate(draft: Draft) -> Code:
    has_content = bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}
    has_long_body = bool(draft.body) and draft.body != ("",)
    assignment = f"body <- {r_body.content(draft)}\n\n" if has_long_body else ""
    arguments = [r.string(draft.method), r.text(draft.url)]
    arguments += _config(draft, has_content)
    if has_content:
        arguments.append(f"body = {'body' if has_long_body else 'raw(0)'}")
    if draft.streams:
        arguments.append("write_stream(\\(bytes) cat(rawToChar(bytes)))")
    listed = ",\n  ".join(arguments)
    call = f"response <- VERB(\n  {listed}\n)\n\n"
    return Code(f"library(httr)\n\n{assignment}{call}{_STREAMING if draft.streams else _SENDING}")


def _config(draft: Draft, has_content: bool) -> list[str]:
    """Fields in libcurl's own spelling where one is empty or stands twice; by ``add_headers`` otherwise."""
    options = [] if draft.is_normal else ["path_as_is = TRUE"]
    by_option = draft.repeats or any(plain(value) == "" for _, value in draft.fields)
    is_typed = draft.get("content-type") is not None
    if by_option or (has_content and not is_typed):
        lines = [_line(name, value) for name, value in draft.fields]
        lines += [] if is_typed or not has_content else ['"Content-Type:"']
        listed = ",\n    ".join(lines)
        options.append(f"httpheader = c(\n    {listed}\n  )")
    elif draft.fields:
        named = ",\n    ".join([f"{r.argument(name)} = {r.field_value(value)}" for name, value in draft.fields])
        return [f"add_headers(\n    {named}\n  )", *([f"config({', '.join(options)})"] if options else [])]
    return [f"config({', '.join(options)})"] if options else []


def _line(name: str, value: Text) -> str:
    return f'"{name};"' if plain(value) == "" else r.field_value((f"{name}: ", *value))


TARGET = Target("r_httr", "r", "httr", "R", "r", "R", generate)
