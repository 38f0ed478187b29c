"""OpenAI responses: the ``response`` object and its typed events (openai/openai-openapi, ResponseStreamEvent)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from playground.core.mocking.families.base import (
    Body,
    Family,
    compact,
    event,
    fitting_call,
    follow,
    objects,
    pieces,
)
from playground.core.streams.framing import StreamEvent


def _recognises(answer: dict[str, Any]) -> bool:
    return answer.get("object") == "response"


def _recognises_frame(frame: dict[str, Any]) -> bool:
    return str(frame.get("type") or "").startswith("response.")


def _whole(frames: list[dict[str, Any]]) -> dict[str, Any]:
    return next(frame["response"] for frame in reversed(frames) if isinstance(frame.get("response"), dict))


def _text(answer: dict[str, Any]) -> str:
    for item in objects(answer.get("output")):
        for part in objects(item.get("content")):
            if part.get("type") == "output_text":
                return str(part.get("text") or "")
    return ""


def _with_text(answer: dict[str, Any], text: str) -> dict[str, Any]:
    def part_with(part: dict[str, Any]) -> dict[str, Any]:
        return {**part, "text": text} if part.get("type") == "output_text" else part

    def item_with(item: dict[str, Any]) -> dict[str, Any]:
        return (
            {**item, "content": [part_with(part) for part in objects(item["content"])]} if "content" in item else item
        )

    return {**answer, "output": [item_with(item) for item in objects(answer.get("output"))]}


def _asked_schema(body: Body) -> tuple[str, Any] | None:
    kind = follow(body, "text", "format", "type")
    schema = follow(body, "text", "format", "schema")
    if kind == "json_schema" and schema is not None:
        return "/text/format/schema", schema
    return ("/text/format", {"type": "object"}) if kind == "json_object" else None


def _fit(answer: dict[str, Any], body: Body) -> dict[str, Any]:
    output = [
        _fitting_call(item, body) if item.get("type") == "function_call" else item
        for item in objects(answer.get("output"))
    ]
    return {**answer, "output": output}


def _fitting_call(item: dict[str, Any], body: Body) -> dict[str, Any]:
    tools = [
        (str(tool.get("name")), tool.get("parameters"))
        for tool in objects(body.get("tools"))
        if tool.get("type") == "function"
    ]
    arguments = json.loads(item.get("arguments") or "{}")
    name, fitted = fitting_call(str(item.get("name")), arguments, tools, follow(body, "tool_choice", "name"))
    return {**item, "name": name, "arguments": compact(fitted)}


def _events(answer: dict[str, Any], body: Body) -> Iterator[StreamEvent]:
    begun = {**answer, "status": "in_progress", "output": [], "usage": None}
    plain: list[dict[str, Any]] = [
        {"type": "response.created", "response": begun},
        {"type": "response.in_progress", "response": begun},
    ]
    for index, item in enumerate(objects(answer.get("output"))):
        plain += [{**frame, "output_index": index} for frame in _item_frames(item)]
    plain.append({"type": "response.completed", "response": answer})
    for number, frame in enumerate(plain):
        yield event({"type": frame["type"], "sequence_number": number, **frame}, str(frame["type"]))


def _item_frames(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    nothing: dict[str, Any] = {"status": "in_progress", "content": [], "arguments": ""}
    empty = {key: nothing.get(key, value) for key, value in item.items()}
    yield {"type": "response.output_item.added", "item": empty}
    place = {"item_id": item.get("id") or ""}
    for index, part in enumerate(objects(item.get("content"))):
        yield from ({**frame, **place, "content_index": index} for frame in _part_frames(part))
    if item.get("type") == "function_call":
        arguments = str(item.get("arguments") or "")
        for piece in pieces(arguments):
            yield {"type": "response.function_call_arguments.delta", **place, "delta": piece}
        yield {"type": "response.function_call_arguments.done", **place, "arguments": arguments}
    yield {"type": "response.output_item.done", "item": item}


def _part_frames(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    text = str(part.get("text") or "")
    yield {"type": "response.content_part.added", "part": {**part, "text": ""}}
    for piece in pieces(text):
        yield {"type": "response.output_text.delta", "delta": piece}
    yield {"type": "response.output_text.done", "text": text}
    yield {"type": "response.content_part.done", "part": part}


FAMILY = Family("responses", _recognises, _recognises_frame, _whole, _text, _with_text, _asked_schema, _fit, _events)
