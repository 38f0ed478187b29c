"""OpenAI chat completions: ``chat.completion`` and its chunks (openai/openai-openapi, CreateChatCompletion)."""

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
    return answer.get("object") == "chat.completion" or isinstance(follow(answer, "choices", 0, "message"), dict)


def _recognises_frame(frame: dict[str, Any]) -> bool:
    return frame.get("object") == "chat.completion.chunk" or isinstance(follow(frame, "choices", 0, "delta"), dict)


def _whole(frames: list[dict[str, Any]]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": ""}
    finish: Any = "stop"
    usage: Any = None
    for frame in frames:
        delta = follow(frame, "choices", 0, "delta") or {}
        for key in ("content", "reasoning_content"):
            if isinstance(delta.get(key), str):
                message[key] = message.get(key, "") + delta[key]
        finish = follow(frame, "choices", 0, "finish_reason") or finish
        usage = frame.get("usage") or usage
    head = {key: value for key, value in frames[0].items() if key not in ("choices", "usage")}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {**head, "object": "chat.completion", "choices": [choice], **({"usage": usage} if usage else {})}


def _text(answer: dict[str, Any]) -> str:
    return str(follow(answer, "choices", 0, "message", "content") or "")


def _with_text(answer: dict[str, Any], text: str) -> dict[str, Any]:
    choices = [
        {**choice, "message": {**choice.get("message", {}), "content": text}} for choice in objects(answer["choices"])
    ]
    return {**answer, "choices": choices}


def _asked_schema(body: Body) -> tuple[str, Any] | None:
    schema = follow(body, "response_format", "json_schema", "schema")
    if follow(body, "response_format", "type") == "json_schema" and schema is not None:
        return "/response_format/json_schema/schema", schema
    if follow(body, "response_format", "type") == "json_object":
        return "/response_format", {"type": "object"}
    return None


def _fit(answer: dict[str, Any], body: Body) -> dict[str, Any]:
    choices = [_fitting_choice(choice, body) for choice in objects(answer.get("choices"))]
    wanted = body.get("n")
    if isinstance(wanted, int) and choices and 0 < wanted <= 128:
        choices = [{**choices[index % len(choices)], "index": index} for index in range(wanted)]
    return {**answer, "choices": choices}


def _fitting_choice(choice: dict[str, Any], body: Body) -> dict[str, Any]:
    calls = objects(follow(choice, "message", "tool_calls"))
    if not calls:
        return choice
    fitted = [{**call, "function": _fitting_function(call.get("function") or {}, body)} for call in calls]
    return {**choice, "message": {**choice["message"], "tool_calls": fitted}}


def _fitting_function(function: dict[str, Any], body: Body) -> dict[str, Any]:
    tools = [
        (str(tool["function"].get("name")), tool["function"].get("parameters"))
        for tool in objects(body.get("tools"))
        if isinstance(tool.get("function"), dict)
    ]
    wanted = follow(body, "tool_choice", "function", "name")
    arguments = json.loads(function.get("arguments") or "{}")
    name, fitted = fitting_call(str(function.get("name")), arguments, tools, wanted)
    return {**function, "name": name, "arguments": compact(fitted)}


def _events(answer: dict[str, Any], body: Body) -> Iterator[StreamEvent]:
    head = {key: value for key, value in answer.items() if key not in ("choices", "usage")}
    head["object"] = "chat.completion.chunk"

    def chunk(index: int, delta: dict[str, Any], finish: Any = None) -> StreamEvent:
        return event({**head, "choices": [{"index": index, "delta": delta, "finish_reason": finish}]})

    for choice in objects(answer.get("choices")):
        index = int(choice.get("index") or 0)
        yield from (chunk(index, delta) for delta in _deltas(choice.get("message") or {}))
        yield chunk(index, {}, choice.get("finish_reason") or "stop")
    if answer.get("usage") and follow(body, "stream_options", "include_usage") is not False:
        yield event({**head, "choices": [], "usage": answer["usage"]})
    yield StreamEvent("[DONE]")


def _deltas(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"role": message.get("role") or "assistant", "content": ""}
    for key in ("reasoning_content", "content"):
        if isinstance(message.get(key), str):
            yield from ({key: piece} for piece in pieces(message[key]))
    if isinstance(message.get("annotations"), list):
        yield {"annotations": message["annotations"]}
    yield from _audio_deltas(message.get("audio"))
    for index, call in enumerate(objects(message.get("tool_calls"))):
        function = call.get("function") or {}
        start = {**call, "index": index, "function": {**function, "arguments": ""}}
        yield {"tool_calls": [start]}
        for piece in pieces(str(function.get("arguments") or "")):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _audio_deltas(audio: Any) -> Iterator[dict[str, Any]]:
    """Sound in pieces of base64 that can be put together: each a multiple of four characters."""
    if not isinstance(audio, dict):
        return
    yield {"audio": {"id": audio.get("id")}}
    yield from ({"audio": {"transcript": piece}} for piece in pieces(str(audio.get("transcript") or "")))
    data = str(audio.get("data") or "")
    yield from ({"audio": {"data": data[at : at + 4096]}} for at in range(0, len(data), 4096))
    yield {"audio": {"expires_at": audio.get("expires_at")}}


FAMILY = Family("chat", _recognises, _recognises_frame, _whole, _text, _with_text, _asked_schema, _fit, _events)
