"""Anthropic messages: the ``message`` object and its events (Anthropic API reference, Streaming Messages)."""

from __future__ import annotations

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
    return answer.get("type") == "message" and isinstance(answer.get("content"), list)


def _recognises_frame(frame: dict[str, Any]) -> bool:
    return frame.get("type") == "message_start"


def _whole(frames: list[dict[str, Any]]) -> dict[str, Any]:
    message = dict(frames[0]["message"])
    text = "".join(str(follow(frame, "delta", "text") or "") for frame in frames)
    ending = next((frame for frame in frames if frame.get("type") == "message_delta"), {})
    usage = {**(message.get("usage") or {}), **(ending.get("usage") or {})}
    return {**message, **(ending.get("delta") or {}), "content": [{"type": "text", "text": text}], "usage": usage}


def _text(answer: dict[str, Any]) -> str:
    return next((str(block.get("text")) for block in objects(answer["content"]) if block.get("type") == "text"), "")


def _with_text(answer: dict[str, Any], text: str) -> dict[str, Any]:
    blocks = [{**block, "text": text} if block.get("type") == "text" else block for block in objects(answer["content"])]
    return {**answer, "content": blocks}


def _asked_schema(body: Body) -> tuple[str, Any] | None:
    for name in ("output_format", "output_config"):
        described = follow(body, name, "format") if name == "output_config" else body.get(name)
        schema = follow(described, "schema")
        if follow(described, "type") == "json_schema" and schema is not None:
            return f"/{name}{'/format' if name == 'output_config' else ''}/schema", schema
    return None


def _fit(answer: dict[str, Any], body: Body) -> dict[str, Any]:
    blocks = [
        _fitting_call(block, body) if block.get("type") == "tool_use" else block
        for block in objects(answer.get("content"))
    ]
    return {**answer, "content": blocks}


def _fitting_call(block: dict[str, Any], body: Body) -> dict[str, Any]:
    tools = [(str(tool.get("name")), tool.get("input_schema")) for tool in objects(body.get("tools"))]
    wanted = follow(body, "tool_choice", "name")
    name, fitted = fitting_call(str(block.get("name")), block.get("input") or {}, tools, wanted)
    return {**block, "name": name, "input": fitted}


def _events(answer: dict[str, Any], body: Body) -> Iterator[StreamEvent]:
    usage = answer.get("usage") or {}
    begun = {**answer, "content": [], "stop_reason": None, "usage": {**usage, "output_tokens": 1}}
    yield _typed({"type": "message_start", "message": begun})
    for index, block in enumerate(objects(answer.get("content"))):
        yield _typed({"type": "content_block_start", "index": index, "content_block": _empty(block)})
        if index == 0:
            yield _typed({"type": "ping"})
        for delta in _deltas(block):
            yield _typed({"type": "content_block_delta", "index": index, "delta": delta})
        yield _typed({"type": "content_block_stop", "index": index})
    ending = {key: answer.get(key) for key in ("stop_reason", "stop_sequence")}
    yield _typed({"type": "message_delta", "delta": ending, "usage": {"output_tokens": usage.get("output_tokens", 1)}})
    yield _typed({"type": "message_stop"})


def _typed(frame: dict[str, Any]) -> StreamEvent:
    return event(frame, str(frame["type"]))


def _empty(block: dict[str, Any]) -> dict[str, Any]:
    nothing: dict[str, Any] = {"text": "", "thinking": "", "signature": "", "input": {}}
    return {key: nothing.get(key, value) for key, value in block.items()}


def _deltas(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if block.get("type") == "text":
        yield from ({"type": "text_delta", "text": piece} for piece in pieces(str(block.get("text") or "")))
    elif block.get("type") == "thinking":
        yield from ({"type": "thinking_delta", "thinking": piece} for piece in pieces(str(block.get("thinking") or "")))
        yield {"type": "signature_delta", "signature": block.get("signature") or ""}
    elif block.get("type") == "tool_use":
        yield {"type": "input_json_delta", "partial_json": ""}
        for piece in pieces(compact(block.get("input") or {})):
            yield {"type": "input_json_delta", "partial_json": piece}


FAMILY = Family("messages", _recognises, _recognises_frame, _whole, _text, _with_text, _asked_schema, _fit, _events)
