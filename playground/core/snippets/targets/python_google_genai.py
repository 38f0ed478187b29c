"""Python with Google's Gen AI SDK, for requests of Gemini's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import python

_ANSWER = "print(response.model_dump_json(exclude_none=True))\n"
_EVENTS = "for chunk in response:\n    print(chunk.model_dump_json(exclude_none=True), flush=True)\n"


def generate(draft: Draft) -> Code:
    shape = shapes.gemini(draft)
    assert shape is not None  # the registry asks first
    start = "import os\n\n" if shapes.names(shape) else ""
    rows = [
        f"base_url={python.text(shape.base)}",
        f"api_version={python.string(shape.extra['version'])}",
    ]
    if shape.fields:
        headers = "".join(f"            {python.string(name)}: {python.text(value)},\n" for name, value in shape.fields)
        rows.append(f"headers={{\n{headers}        }}")
    options = "".join(f"        {row},\n" for row in rows)
    return Code(
        f"{start}from google import genai\nfrom google.genai import types\n\n"
        f"client = genai.Client(\n    api_key={python.text(shape.key)},\n"
        f"    http_options=types.HttpOptions(\n{options}    ),\n)\n"
        f"response = client.{'.'.join(shape.method)}(\n{python.keywords(shape.arguments)})\n"
        f"{_EVENTS if shape.streams else _ANSWER}"
    )


TARGET = Target(
    "python_google_genai",
    "python",
    "google-genai",
    "Python",
    "python",
    "py",
    generate,
    suits=lambda draft: shapes.gemini(draft) is not None,
    fallback="python_requests",
)
