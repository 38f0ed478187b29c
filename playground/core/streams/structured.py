"""Structured output: what a request asked for by a JSON Schema, and whether the answer is of that schema.

Asked by: OpenAI's ``response_format`` (chat) and ``text.format`` (responses), Anthropic's ``output_config.format``,
Gemini's ``responseJsonSchema`` and ``responseSchema``, Ollama's ``format``, and the parameters of tools of all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playground.core.schema.problems import Problem, problem
from playground.core.schema.validation import Validator
from playground.core.streams.folding.base import (
    CALL,
    REFUSAL,
    Answer,
    Choice,
    Folding,
    Part,
    Value,
    follow,
    members,
    objects,
    text_of,
)

#: What became of it.
VALID, INVALID, NOT_JSON, CUT_OFF, REFUSED = "valid", "invalid", "not_json", "cut_off", "refused"
UNKNOWN_TOOL = "unknown_tool"

#: Types as Gemini's ``Schema`` spells them (ai.google.dev/api/caching#Schema).
_GEMINI_TYPES = frozenset({"STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"})
#: Keywords of a schema that hold values, and no schemas.
_VALUES = frozenset({"enum", "const", "default", "example", "examples"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A schema of a request. ``pointer`` is its place there; ``tool`` is the tool's name, "" for the content."""

    pointer: str
    schema: Any
    name: str = ""
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one schema in one choice.

    ``state`` is VALID, INVALID (see ``problems``), NOT_JSON (``problems`` says where), CUT_OFF (it ended by the limit
    of tokens before it was whole), REFUSED or UNKNOWN_TOOL (the model called what the request does not offer).
    ``finish_reason`` is the provider's word.
    """

    state: str
    choice: int
    pointer: str
    name: str = ""
    tool: str = ""
    problems: tuple[Problem, ...] = ()
    finish_reason: str = ""

    @property
    def is_good(self) -> bool:
        return self.state == VALID


def verdicts(request: Value, answer: Answer, folding: Folding) -> list[Verdict]:
    """What became of every schema that the request carries, choice by choice."""
    content, tools = asked_content(request), asked_tools(request)
    found: list[Verdict] = []
    for choice in answer.choices:
        was_cut = choice.finish_reason in folding.cut_off
        found += _of_content(content, choice, was_cut)
        found += [_of_call(tools, part, choice, was_cut) for part in choice.parts if tools and part.kind == CALL]
    return found


def _of_content(asked: Asked | None, choice: Choice, was_cut: bool) -> Iterator[Verdict]:
    """A choice that only calls tools has its content still to come."""
    if asked is None:
        return
    kinds = {part.kind for part in choice.parts}
    if REFUSAL in kinds:
        yield Verdict(REFUSED, choice.index, asked.pointer, asked.name, finish_reason=choice.finish_reason)
    elif choice.content or CALL not in kinds:
        state, problems = judge(choice.content, asked.schema, was_cut)
        yield Verdict(state, choice.index, asked.pointer, asked.name, "", problems, choice.finish_reason)


def _of_call(tools: dict[str, Asked], part: Part, choice: Choice, was_cut: bool) -> Verdict:
    asked = tools.get(part.name)
    if asked is None:
        return Verdict(UNKNOWN_TOOL, choice.index, "/tools", tool=part.name, finish_reason=choice.finish_reason)
    state, problems = judge(part.text or "{}", asked.schema, was_cut)
    return Verdict(state, choice.index, asked.pointer, asked.name, part.name, problems, choice.finish_reason)


def judge(text: str, schema: Any, was_cut: bool) -> tuple[str, tuple[Problem, ...]]:
    """A text against a schema."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        said = problem("", "json", line=error.lineno, column=error.colno, said=error.msg)
        return (CUT_OFF if was_cut else NOT_JSON), (said,)
    except (ValueError, RecursionError):
        return NOT_JSON, (problem("", "json-limit"),)
    problems = Validator(schema, schema if isinstance(schema, dict) else {}).problems(value)
    return (INVALID if problems else VALID), problems


def asked_content(request: Value) -> Asked | None:
    """The schema that the content of the answer has to be of."""
    return next(_contents(request), None)


def _contents(request: Value) -> Iterator[Asked]:
    for pointer in ("/response_format", "/text/format", "/output_config/format", "/output_format"):
        yield from _format(pointer, members(follow(request, *pointer[1:].split("/"))))
    yield from _gemini(request)
    wanted = request.get("format")
    if isinstance(wanted, dict):
        yield Asked("/format", wanted)
    elif wanted == "json":
        yield Asked("/format", {})


def _format(pointer: str, wanted: Value) -> Iterator[Asked]:
    """``{"type": "json_schema"}`` with the schema inside ``json_schema`` (chat) or beside it."""
    if wanted.get("type") == "json_object":
        yield Asked(pointer, {"type": "object"})
    if wanted.get("type") != "json_schema":
        return
    inner = members(wanted.get("json_schema"))
    place, holder = (f"{pointer}/json_schema", inner) if inner else (pointer, wanted)
    if "schema" in holder:
        yield Asked(f"{place}/schema", holder["schema"], text_of(holder.get("name")))


def _gemini(request: Value) -> Iterator[Asked]:
    for config in ("generationConfig", "generation_config"):
        settings = members(request.get(config))
        for key in ("responseJsonSchema", "_responseJsonSchema", "responseSchema", "response_schema"):
            if settings.get(key) is not None:
                yield Asked(f"/{config}/{key}", lowered(settings[key]))
        if settings.get("responseMimeType") == "application/json":
            yield Asked(f"/{config}/responseMimeType", {})


def asked_tools(request: Value) -> dict[str, Asked]:
    """The schemas of the parameters of tools, by the name of the tool."""
    found: dict[str, Asked] = {}
    for index, tool in enumerate(objects(request.get("tools"))):
        for asked in _tool(f"/tools/{index}", tool):
            found.setdefault(asked.tool, asked)
    for index, function in enumerate(objects(request.get("functions"))):
        for asked in _function(f"/functions/{index}", function, "parameters"):
            found.setdefault(asked.tool, asked)
    return found


def _tool(pointer: str, tool: Value) -> Iterator[Asked]:
    if isinstance(tool.get("function"), dict):
        yield from _function(f"{pointer}/function", tool["function"], "parameters")
    declared = "functionDeclarations" if "functionDeclarations" in tool else "function_declarations"
    for index, function in enumerate(objects(tool.get(declared))):
        for key in ("parametersJsonSchema", "parameters"):
            yield from _function(f"{pointer}/{declared}/{index}", function, key)
        yield Asked(f"{pointer}/{declared}/{index}", {}, tool=text_of(function.get("name")))
    for key in ("parameters", "input_schema"):
        yield from _function(pointer, tool, key)
    if tool.get("name"):
        yield Asked(pointer, {}, tool=text_of(tool["name"]))


def _function(pointer: str, function: Value, key: str) -> Iterator[Asked]:
    name = text_of(function.get("name"))
    if name and function.get(key) is not None:
        yield Asked(f"{pointer}/{key}", lowered(function[key]), tool=name)
    elif name and key == "parameters" and pointer.endswith("/function"):
        yield Asked(pointer, {}, tool=name)


def lowered(schema: Any) -> Any:
    """A schema with Gemini's spelling of types as JSON Schema spells them."""
    if isinstance(schema, list):
        return [lowered(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: value if key in _VALUES else _lowered_member(key, value) for key, value in schema.items()}


def _lowered_member(key: str, value: Any) -> Any:
    if key == "type" and isinstance(value, str) and value in _GEMINI_TYPES:
        return value.lower()
    return lowered(value)
