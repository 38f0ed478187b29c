"""JavaScript with fetch, as it runs in browsers and in every runtime that has fetch (https://fetch.spec.whatwg.org/).

It is a module: ``await`` stands at the top. What a browser refuses to let code set is set all the same, since other
runtimes send it; a warning says so.
"""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import javascript, web
from playground.core.snippets.losses import loss

_LINES = """\
let rest = "";
const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  const lines = (rest + value).split("\\n");
  rest = lines.pop();
  lines.forEach((line) => console.log(line));
}
if (rest) console.log(rest);
"""

_FAILURE = """\
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
"""


def generate(draft: Draft) -> Code:
    declared, content = javascript.web_content(draft, typeless=web.is_typeless(draft))
    text = "".join(
        (
            f"{javascript.READ_FILE}\n" if draft.files and web.sends_body(draft) else "",
            declared if web.sends_body(draft) else "",
            web.fetch_call(draft, content, javascript.WEB_BYTES),
            _LINES if draft.streams else "console.log(await response.text());\n",
            _FAILURE,
        )
    )
    files = tuple(loss("file_in_browser", name=name) for name in draft.files)
    return Code(text, (*web.fetch_losses(draft, "fetch"), *web.browser_losses(draft), *files))


TARGET = Target(
    "javascript_fetch",
    "javascript",
    "fetch",
    "JavaScript",
    "javascript",
    "js",
    generate,
    is_default=True,
    has_native=True,
)
