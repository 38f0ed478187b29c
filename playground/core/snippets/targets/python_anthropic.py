"""Python with Anthropic's SDK, for requests of Anthropic's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import sdk


def generate(draft: Draft) -> Code:
    shape = shapes.anthropic(draft)
    assert shape is not None  # the registry asks first
    start = "import os\n\n" if shapes.names(shape) else ""
    key = "auth_token" if shape.key_field == "authorization" else "api_key"
    options = [(key, shape.key), ("base_url", shape.base)]
    return Code(
        f"{start}from anthropic import Anthropic\n\n{sdk.python_client('Anthropic', options)}\n{sdk.python_call(shape)}"
        f"{sdk.PYTHON_EVENTS if shape.streams else sdk.PYTHON_ANSWER}"
    )


TARGET = Target(
    "python_anthropic",
    "python",
    "anthropic",
    "Python",
    "python",
    "py",
    generate,
    suits=lambda draft: shapes.anthropic(draft) is not None,
    fallback="python_requests",
)
