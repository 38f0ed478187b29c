"""Google Gemini: GenerateContentResponse, whole and in pieces (Gemini API reference, streamGenerateContent)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playground.core.mocking.families.base import Body, Family, event, fitting_call, follow, objects, pieces
from playground.core.streams.framing import StreamEvent


def _recognises(answer: dict[str, Any]) -> bool:
    return isinstance(follow(answer, "candidates", 0, "content", "parts"), list)


def _parts(answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    return objects(follow(answer, "candidates", 0, "content", "parts"))


def _whole(frames: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts of all frames; neighbouring texts of one kind become one."""
    joined: list[dict[str, Any]] = []
    for part in (part for frame in frames for part in _parts(frame)):
        before = joined[-1] if joined else None
        if before is not None and "text" in part and "text" in before and part.get("thought") == before.get("thought"):
            before["text"] += part["text"]
        else:
            joined.append(dict(part))
    return _with_parts(frames[-1], joined)


def _with_parts(answer: dict[str, Any], parts: list[dict[str, Any]]) -> dict[str, Any]:
    first, *others = objects(answer.get("candidates"))
    content = {**(first.get("content") or {}), "parts": parts}
    return {**answer, "candidates": [{**first, "content": content}, *others]}


def _is_text(part: dict[str, Any]) -> bool:
    return isinstance(part.get("text"), str) and not part.get("thought")


def _text(answer: dict[str, Any]) -> str:
    return "".join(part["text"] for part in _parts(answer) if _is_text(part))


def _with_text(answer: dict[str, Any], text: str) -> dict[str, Any]:
    return _with_parts(answer, [*(part for part in _parts(answer) if not _is_text(part)), {"text": text}])


def _asked_schema(body: Body) -> tuple[str, Any] | None:
    for config in ("generationConfig", "generation_config"):
        for name in ("responseSchema", "responseJsonSchema", "response_schema"):
            schema = follow(body, config, name)
            if isinstance(schema, dict):
                return f"/{config}/{name}", to_json_schema(schema)
    return None


def to_json_schema(node: Any) -> Any:
    """Gemini's Schema object (types in capitals, ``nullable``) as JSON Schema."""
    if isinstance(node, list):
        return [to_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    schema = {key: value if key in ("enum", "required") else to_json_schema(value) for key, value in node.items()}
    kind = schema.get("type")
    if isinstance(kind, str):
        schema["type"] = [kind.lower(), "null"] if schema.get("nullable") is True else kind.lower()
    for bound in ("minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties"):
        if isinstance(schema.get(bound), str) and schema[bound].isdigit():  # int64 travels as text
            schema[bound] = int(schema[bound])
    return schema


def _fit(answer: dict[str, Any], body: Body) -> dict[str, Any]:
    parts = [_fitting_call(part, body) if "functionCall" in part else part for part in _parts(answer)]
    return _with_parts(answer, parts)


def _fitting_call(part: dict[str, Any], body: Body) -> dict[str, Any]:
    call = part["functionCall"] if isinstance(part["functionCall"], dict) else {}
    tools = [
        (str(declared.get("name")), to_json_schema(declared.get("parameters")))
        for tool in objects(body.get("tools"))
        for declared in objects(tool.get("functionDeclarations"))
    ]
    wanted = follow(body, "toolConfig", "functionCallingConfig", "allowedFunctionNames", 0)
    name, fitted = fitting_call(str(call.get("name")), call.get("args") or {}, tools, wanted)
    return {**part, "functionCall": {**call, "name": name, "args": fitted}}


def frames(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The answer in pieces, each an answer of its own; the last one says why it ended and what it used."""
    head = {key: value for key, value in answer.items() if key not in ("candidates", "usageMetadata")}
    first = objects(answer.get("candidates"))[0]
    cut: list[dict[str, Any]] = []
    for part in _parts(answer):
        cut += [{**part, "text": piece} for piece in pieces(part["text"])] if "text" in part else [part]
    role = follow(first, "content", "role") or "model"
    made = [
        {"candidates": [{"content": {"role": role, "parts": [part]}, "index": first.get("index") or 0}], **head}
        for part in cut or [{"text": ""}]
    ]
    others = {key: value for key, value in first.items() if key != "content"}
    made[-1]["candidates"][0] |= others
    if "usageMetadata" in answer:
        made[-1]["usageMetadata"] = answer["usageMetadata"]
    return made


def _events(answer: dict[str, Any], body: Body) -> Iterator[StreamEvent]:
    return (event(frame) for frame in frames(answer))


FAMILY = Family("gemini", _recognises, _recognises, _whole, _text, _with_text, _asked_schema, _fit, _events)
