"""Calls of official SDKs in Python and JavaScript. The values are the language's own, as such code is written."""

from __future__ import annotations

from collections.abc import Sequence

from playground.core.snippets.base import Text
from playground.core.snippets.literals import javascript, python
from playground.core.snippets.shapes import Shape

PYTHON_ANSWER = "print(response.to_json())\n"
PYTHON_EVENTS = "for event in response:\n    print(event.to_json(indent=None), flush=True)\n"

JAVASCRIPT_ANSWER = "console.log(JSON.stringify(response, null, 2));\n"
JAVASCRIPT_EVENTS = "for await (const event of response) {\n  console.log(JSON.stringify(event));\n}\n"


def python_client(name: str, options: Sequence[tuple[str, Text]]) -> str:
    """``client = Name(…)``"""
    rows = "".join(f"{python.INDENT}{key}={python.text(value)},\n" for key, value in options)
    return f"client = {name}(\n{rows})\n"


def python_call(shape: Shape) -> str:
    """``response = client.a.b(…)``"""
    arguments = python.keywords(shape.arguments)
    if shape.extra:
        arguments += python.keywords({"extra_body": dict(shape.extra)})
    if shape.fields:
        rows = "".join(
            f"{python.INDENT * 2}{python.string(name)}: {python.text(value)},\n" for name, value in shape.fields
        )
        arguments += f"{python.INDENT}extra_headers={{\n{rows}{python.INDENT}}},\n"
    return f"response = client.{'.'.join(shape.method)}(\n{arguments})\n"


def javascript_client(name: str, options: Sequence[tuple[str, Text]]) -> str:
    """``const client = new Name({…});``"""
    rows = "".join(javascript.member(key, javascript.line(value), "  ") for key, value in options)
    return f"const client = new {name}({{\n{rows}}});\n"


def javascript_call(shape: Shape) -> str:
    """``const response = await client.a.b({…});``"""
    value = javascript.native({**shape.arguments, **shape.extra})
    method = ".".join(map(camel, shape.method))
    if not shape.fields:
        return f"const response = await client.{method}({value});\n"
    headers = javascript.properties(shape.fields, "    ")
    indented = javascript.native({**shape.arguments, **shape.extra}, "", "  ")
    options = f"{{\n    headers: {headers},\n  }}"
    return f"const response = await client.{method}(\n  {indented},\n  {options},\n);\n"


def camel(name: str) -> str:
    """``count_tokens`` as JavaScript spells it."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
