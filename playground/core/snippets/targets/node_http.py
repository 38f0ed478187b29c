"""Node.js with its own http and https modules, which send the target and the header fields as they are given."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text, Variable
from playground.core.snippets.literals import javascript, web

_READING = """\
const [response] = await once(request, "response");
for await (const chunk of response) {
  process.stdout.write(chunk);
}
if (response.statusCode >= 400) {
  throw new Error(`${response.statusCode} ${response.statusMessage}`);
}
"""


def generate(draft: Draft) -> Code:
    scheme = "" if draft.address is None else draft.address.scheme
    text = "".join(
        (
            'import { once } from "node:events";\n',
            javascript.READ_FILE if draft.files else "",
            f'import {scheme} from "node:{scheme}";\n\n'
            if scheme
            else 'import http from "node:http";\nimport https from "node:https";\n\n',
            _content(draft),
            _options(draft),
            f"request.method = {javascript.string(draft.method)};\n" if draft.method != draft.method.upper() else "",
            _ending(draft),
            _READING,
        )
    )
    return Code(text, web.cookie_losses(draft, "http"))


def _is_ascii(value: Text) -> bool:
    return all(isinstance(piece, Variable) or piece.isascii() for piece in value)


def _ending(draft: Draft) -> str:
    if not draft.body:
        return "request.end();\n\n"
    if not _is_ascii(draft.get("content-disposition") or ()):
        # Node.js respells that field where it knows all of the content when it writes the head.
        return f"request.write({_octets(draft)});\nrequest.end();\n\n"
    return f"request.end({_octets(draft)});\n\n"


def _octets(draft: Draft) -> str:
    """With a text as content Node.js would write the header fields in UTF-8 too."""
    is_text = draft.native is not None and not all(_is_ascii(value) for _, value in draft.fields)
    return "Buffer.from(body)" if is_text else "body"


def _content(draft: Draft) -> str:
    declared, text = javascript.node_content(draft) if draft.body else ("", "")
    if not text or declared:
        return declared
    if all(_is_ascii(value) for _, value in draft.fields):
        return f"{javascript.declared('body', text)}\n"
    return f"const body = {javascript.called('Buffer.from', text)};\n\n"


def _options(draft: Draft) -> str:
    rows: list[str] = []
    if draft.method != "GET":
        rows.append(javascript.member("method", javascript.string(draft.method), "  "))
    rows.append(_headers(draft))
    address = draft.address
    if address is None:
        url = javascript.line(draft.url)
        rows.insert(0, f"  path: {javascript.late_target('url')},\n")
        call = 'const { request: open } = url.startsWith("https:") ? https : http;\nconst request = open(url, {\n'
        return f"{javascript.declared('url', url)}{call}{''.join(rows)}}});\n"
    place = javascript.member("host", javascript.string(address.host), "  ")
    if address.port is not None:
        place += f"  port: {address.port},\n"
    place += javascript.member("path", javascript.string(address.target), "  ")
    return f"const request = {address.scheme}.request({{\n{place}{''.join(rows)}}});\n"


def _headers(draft: Draft) -> str:
    written = javascript.properties(draft.fields, "  ", javascript.NODE_BYTES) if draft.fields else ""
    if draft.body:
        # Node.js frames the content by itself only with methods that usually have one.
        length = '    "Content-Length": Buffer.byteLength(body),\n'
        return f"  headers: {written[:-3]}{length}  }},\n" if written else f"  headers: {{\n{length}  }},\n"
    return f"  headers: {written},\n" if written else ""


TARGET = Target(
    "node_http",
    "node",
    "http",
    "Node.js",
    "javascript",
    "mjs",
    generate,
    has_native=True,
    refuses=frozenset({"CONNECT"}),
)
