"""JavaScript with XMLHttpRequest (https://xhr.spec.whatwg.org/), for browsers alone."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text, plain
from playground.core.snippets.literals import javascript, web
from playground.core.snippets.losses import loss

_WHOLE = """\

request.onload = () => {
  console.log(request.responseText);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
"""

_EVENTS = """\

let seen = 0;
const print = (end) => {
  console.log(request.responseText.slice(seen, end));
  seen = end + 1;
};
request.onprogress = () => {
  const end = request.responseText.lastIndexOf("\\n");
  if (end >= seen) print(end);
};
request.onload = () => {
  if (seen < request.responseText.length) print(request.responseText.length);
  if (request.status >= 400) {
    console.error(`${request.status} ${request.statusText}`);
  }
};
"""


def generate(draft: Draft) -> Code:
    sends = web.sends_body(draft)
    # The charset of a written type would be changed to UTF-8 with a string.
    declared, content = javascript.web_content(draft, typeless=_needs_bytes(draft.get("content-type")))
    if not declared and sends:
        declared = f"{javascript.declared('body', content)}\n"
    url = javascript.line(draft.url)
    opened = f"request.open({javascript.string(web.method(draft))}, {url});\n"
    if len(opened) - 1 > javascript.WIDTH:
        opened = f"request.open(\n  {javascript.string(web.method(draft))},\n  {url},\n);\n"
    text = "".join(
        (
            f"{javascript.READ_FILE}\n" if draft.files and sends else "",
            declared if sends else "",
            "const request = new XMLHttpRequest();\n",
            opened,
            *(_header(name, value) for name, value in web.accepted(draft).fields),
            _EVENTS if draft.streams else _WHOLE,
            'request.onerror = () => console.error("The request failed.");\n',
            "request.send(body);\n" if sends else "request.send();\n",
        )
    )
    files = tuple(loss("file_in_browser", name=name) for name in draft.files)
    return Code(text, (*web.fetch_losses(draft, "XMLHttpRequest"), *web.browser_losses(draft), *files))


def _needs_bytes(content_type: Text | None) -> bool:
    if content_type is None:
        return True
    written = plain(content_type)
    return written is None or "charset" in written.lower()


def _header(name: str, value: Text) -> str:
    written = javascript.value(value, javascript.WEB_BYTES)
    line = f"request.setRequestHeader({javascript.string(name)}, {written});\n"
    if len(line) - 1 > javascript.WIDTH:
        return f"request.setRequestHeader(\n  {javascript.string(name)},\n  {written},\n);\n"
    return line


TARGET = Target(
    "javascript_xhr", "javascript", "XMLHttpRequest", "JavaScript", "javascript", "js", generate, has_native=True
)
