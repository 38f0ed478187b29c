"""R with httr2 (0.2 and later; 1.1 for event streams as they come)."""

from __future__ import annotations

from dataclasses import replace

from playground.core.snippets.base import Code, Draft, Target, Text, plain
from playground.core.snippets.literals import r, r_body
from playground.core.snippets.losses import Loss, loss

_CLIENT = "httr2"

_SENDING = """\
response <- REQUEST |>
  req_perform()

if (length(response$body) > 0) cat(resp_body_string(response))
if (resp_is_error(response)) quit(status = 1)
"""

_HEAD = """\
response <- REQUEST |>
  req_perform()

print(resp_headers(response))
if (resp_is_error(response)) quit(status = 1)
"""

_STREAMING = """\
req <- REQUEST

if (exists("req_perform_connection")) {
  response <- req_perform_connection(req)
  while (!resp_stream_is_complete(response)) {
    writeLines(resp_stream_lines(response))
  }
  close(response)
} else { # before httr2 1.1, the events come all at once
  response <- req_perform(req)
  cat(resp_body_string(response))
}
if (resp_is_error(response)) quit(status = 1)
"""


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if draft.method == "HEAD" and draft.body not in {(), ("",)}:
        warnings.append(loss("body_dropped", client=_CLIENT, method="HEAD"))
        draft = replace(draft, body=())
    has_content = bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}
    assignment = f"body <- {r_body.content(draft)}\n\n" if _is_long(draft) else ""
    steps = [f"request({r.text(draft.url)})"]
    is_exact = draft.method == draft.method.upper()
    if is_exact and (draft.method != "GET" or has_content):
        steps.append(f"req_method({r.string(draft.method)})")
    # libcurl takes an empty field for one that is to be left out, unless it is spelled in libcurl's own way; the curl
    # package leaves out Expect.
    by_option = any(plain(value) == "" or name.lower() == "expect" for name, value in draft.fields)
    steps += [] if by_option else _headers(draft, has_content)
    if has_content:
        steps.append(_body(draft, "body" if assignment else '""', by_option))
    steps += _options(draft, has_content, by_option)
    steps.append("req_error(is_error = \\(resp) FALSE)")
    template = _STREAMING if draft.streams else _HEAD if draft.method == "HEAD" else _SENDING
    piped = " |>\n  ".join(steps)
    return Code(f"library(httr2)\n\n{assignment}{template.replace('REQUEST', piped, 1)}", tuple(warnings))


def _is_long(draft: Draft) -> bool:
    return bool(draft.body) and draft.body != ("",)


def _headers(draft: Draft, has_content: bool) -> list[str]:
    """The fields, each name once with all of its values; the type of the content stands with the content."""
    values: dict[str, tuple[str, list[str]]] = {}
    for name, value in draft.fields:
        values.setdefault(name.lower(), (name, []))[1].append(r.field_value(value))
    if has_content and "content-type" in values:
        del values["content-type"]
    if not values:
        return []
    arguments = [f"{r.argument(name)} = {_vector(given)}" for name, given in values.values()]
    if len(arguments) == 1:
        return [f"req_headers({arguments[0]})"]
    listed = ",\n    ".join(arguments)
    return [f"req_headers(\n    {listed}\n  )"]


def _vector(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"c({', '.join(values)})"


def _body(draft: Draft, content: str, by_option: bool) -> str:
    """The content with its type; "" keeps libcurl from adding one."""
    content_type: Text | None = None if by_option else draft.get("content-type")
    written = '""' if content_type is None else r.field_value(content_type)
    return f"req_body_raw({content}, type = {written})"


def _options(draft: Draft, has_content: bool, by_option: bool) -> list[str]:
    steps: list[str] = []
    if by_option:
        lines = [_line(name, value) for name, value in draft.fields]
        if has_content and draft.get("content-type") is None:
            lines.append('"Content-Type:"')
        listed = ",\n    ".join(lines)
        steps.append(f"req_options(httpheader = c(\n    {listed}\n  ))")
    if draft.method != draft.method.upper():  # req_method() would write it in capitals
        steps.append(f"req_options(customrequest = {r.string(draft.method)})")
    if not draft.is_normal:
        steps.append("req_options(path_as_is = TRUE)")
    return steps


def _line(name: str, value: Text) -> str:
    """A field as libcurl takes it."""
    return f'"{name};"' if plain(value) == "" else r.field_value((f"{name}: ", *value))


TARGET = Target("r_httr2", "r", _CLIENT, "R", "r", "R", generate, is_default=True)
