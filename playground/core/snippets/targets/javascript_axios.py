"""JavaScript with axios, as it runs in browsers; in Node.js it sends the same."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import axios, javascript, web
from playground.core.snippets.losses import Loss, loss

_LINES = """\
let rest = "";
const reader = response.data.pipeThrough(new TextDecoderStream()).getReader();
for (;;) {
  const { done, value } = await reader.read();
  if (done) break;
  const lines = (rest + value).split("\\n");
  rest = lines.pop();
  lines.forEach((line) => console.log(line));
}
if (rest) console.log(rest);
"""


def generate(draft: Draft) -> Code:
    sends = web.sends_body(draft)
    declared, content = javascript.web_content(draft, typeless=web.is_typeless(draft)) if sends else ("", "")
    reads = bool(draft.files) and sends
    text = "".join(
        (
            'import axios from "axios";\n',
            f"{javascript.READ_FILE}\n" if reads else "\n",
            declared.replace("const body", "const data", 1),
            axios.call(
                web.accepted(draft),
                "data" if content == "body" else content,
                javascript.WEB_BYTES,
                "stream" if draft.streams else "text",
                web.method(draft),
                '  adapter: "fetch",\n',
            ),
            _LINES if draft.streams else "console.log(response.data);\n",
            axios.FAILURE,
        )
    )
    return Code(text, (*_losses(draft), *web.browser_losses(draft)))


def _losses(draft: Draft) -> tuple[Loss, ...]:
    files = tuple(loss("file_in_browser", name=name) for name in draft.files)
    respelled: tuple[Loss, ...] = ()
    if draft.method != draft.method.upper() and draft.method.upper() not in web.NORMALIZED:
        respelled = (loss("method_respelled", client="axios", method=draft.method, instead=draft.method.upper()),)
    return (*web.fetch_losses(draft, "axios"), *respelled, *files)


TARGET = Target("javascript_axios", "javascript", "axios", "JavaScript", "javascript", "js", generate, has_native=True)
