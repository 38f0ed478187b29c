"""JavaScript with OpenAI's SDK, for requests of OpenAI's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import sdk


def generate(draft: Draft) -> Code:
    shape = shapes.openai(draft)
    assert shape is not None  # the registry asks first
    options = [("apiKey", shape.key), ("baseURL", shape.base)]
    return Code(
        f'import OpenAI from "openai";\n\n{sdk.javascript_client("OpenAI", options)}\n{sdk.javascript_call(shape)}'
        f"{sdk.JAVASCRIPT_EVENTS if shape.streams else sdk.JAVASCRIPT_ANSWER}"
    )


TARGET = Target(
    "javascript_openai",
    "javascript",
    "openai",
    "JavaScript",
    "javascript",
    "mjs",
    generate,
    suits=lambda draft: shapes.openai(draft) is not None,
    fallback="javascript_fetch",
)
