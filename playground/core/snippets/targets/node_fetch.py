"""Node.js with its own fetch (version 18 and later)."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import javascript, web

_CHUNKS = """\
for await (const chunk of response.body) {
  process.stdout.write(chunk);
}
"""

_FAILURE = """\
if (!response.ok) {
  throw new Error(`${response.status} ${response.statusText}`);
}
"""


def generate(draft: Draft) -> Code:
    declared, content = javascript.node_content(draft)
    if web.is_typeless(draft) and draft.text is not None:
        content = f"Buffer.from({content})"
    text = "".join(
        (
            f"{javascript.READ_FILE}\n" if draft.files and web.sends_body(draft) else "",
            declared if web.sends_body(draft) else "",
            web.fetch_call(draft, content, javascript.NODE_BYTES),
            _CHUNKS if draft.streams else "console.log(await response.text());\n",
            _FAILURE,
        )
    )
    return Code(text, (*web.fetch_losses(draft, "fetch"), *web.host_losses(draft, "fetch")))


TARGET = Target("node_fetch", "node", "fetch", "Node.js", "javascript", "mjs", generate, has_native=True)
