"""Python with OpenAI's SDK, for requests of OpenAI's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import sdk


def generate(draft: Draft) -> Code:
    shape = shapes.openai(draft)
    assert shape is not None  # the registry asks first
    start = "import os\n\n" if shapes.names(shape) else ""
    options = [("api_key", shape.key), ("base_url", shape.base)]
    return Code(
        f"{start}from openai import OpenAI\n\n{sdk.python_client('OpenAI', options)}\n{sdk.python_call(shape)}"
        f"{sdk.PYTHON_EVENTS if shape.streams else sdk.PYTHON_ANSWER}"
    )


TARGET = Target(
    "python_openai",
    "python",
    "openai",
    "Python",
    "python",
    "py",
    generate,
    suits=lambda draft: shapes.openai(draft) is not None,
    fallback="python_requests",
)
