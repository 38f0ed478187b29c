"""JavaScript with Anthropic's SDK, for requests of Anthropic's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import sdk


def generate(draft: Draft) -> Code:
    shape = shapes.anthropic(draft)
    assert shape is not None  # the registry asks first
    key = "authToken" if shape.key_field == "authorization" else "apiKey"
    options = [(key, shape.key), ("baseURL", shape.base)]
    return Code(
        'import Anthropic from "@anthropic-ai/sdk";\n\n'
        f"{sdk.javascript_client('Anthropic', options)}\n{sdk.javascript_call(shape)}"
        f"{sdk.JAVASCRIPT_EVENTS if shape.streams else sdk.JAVASCRIPT_ANSWER}"
    )


TARGET = Target(
    "javascript_anthropic",
    "javascript",
    "anthropic",
    "JavaScript",
    "javascript",
    "mjs",
    generate,
    suits=lambda draft: shapes.anthropic(draft) is not None,
    fallback="javascript_fetch",
)
