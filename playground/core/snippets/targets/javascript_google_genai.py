"""JavaScript with Google's Gen AI SDK, for requests of Gemini's shape."""

from __future__ import annotations

from playground.core.snippets import shapes
from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import javascript, sdk


def generate(draft: Draft) -> Code:
    shape = shapes.gemini(draft)
    assert shape is not None  # the registry asks first
    options = javascript.member("baseUrl", javascript.line(shape.base), "    ")
    options += f"    apiVersion: {javascript.string(shape.extra['version'])},\n"
    if shape.fields:
        options += f"    headers: {javascript.properties(shape.fields, '    ')},\n"
    method = ".".join(map(sdk.camel, shape.method))
    return Code(
        'import { GoogleGenAI } from "@google/genai";\n\n'
        f"const client = new GoogleGenAI({{\n{javascript.member('apiKey', javascript.line(shape.key), '  ')}"
        f"  httpOptions: {{\n{options}  }},\n}});\n"
        f"const response = await client.{method}({javascript.native(dict(shape.arguments))});\n"
        f"{sdk.JAVASCRIPT_EVENTS if shape.streams else sdk.JAVASCRIPT_ANSWER}"
    )


TARGET = Target(
    "javascript_google_genai",
    "javascript",
    "google-genai",
    "JavaScript",
    "javascript",
    "mjs",
    generate,
    suits=lambda draft: shapes.gemini(draft) is not None,
    fallback="javascript_fetch",
)
