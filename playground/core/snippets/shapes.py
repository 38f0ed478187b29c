"""Requests that an official SDK makes: its operation, and what of the request goes where in the call.

A shape is found only where the SDK sends the same JSON to the same target with the same credentials; anything else is
left to the plain clients.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.snippets.base import Draft, Text, Variable, plain


@dataclass(frozen=True)
class Shape:
    """A call of an SDK.

    method
        Names from the client to the function, as Python spells them: ``("chat", "completions", "create")``.
    base
        The address that the client is given.
    key, key_field
        The credential, and the name (in lower case) of the header field that carries it.
    arguments
        The JSON object of the body, or what the SDK makes that of.
    extra
        Members of the body that the function may not know.
    fields
        Header fields beyond those that the SDK sets.
    """

    method: tuple[str, ...]
    base: Text
    key: Text
    key_field: str
    arguments: Mapping[str, Any]
    extra: Mapping[str, Any]
    fields: tuple[tuple[str, Text], ...]
    streams: bool


@dataclass(frozen=True)
class Operation:
    """What an SDK calls an operation, and the members that every version of it knows."""

    method: tuple[str, ...]
    known: frozenset[str]
    required: frozenset[str] = frozenset()


def _operation(method: str, known: str, required: str = "") -> Operation:
    return Operation(tuple(method.split(".")), frozenset(known.split()), frozenset(required.split()))


OPENAI = {
    "/chat/completions": _operation(
        "chat.completions.create",
        "model messages audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens "
        "max_tokens metadata modalities n parallel_tool_calls prediction presence_penalty reasoning_effort "
        "response_format seed service_tier stop store stream stream_options temperature tool_choice tools top_logprobs "
        "top_p user",
        "model messages",
    ),
    "/responses": _operation(
        "responses.create",
        "model input include instructions max_output_tokens metadata parallel_tool_calls previous_response_id "
        "reasoning service_tier store stream temperature text tool_choice tools top_p truncation user",
    ),
    "/images/generations": _operation(
        "images.generate",
        "prompt background model moderation n output_compression output_format quality response_format size style user",
        "prompt",
    ),
    "/moderations": _operation("moderations.create", "input model", "input"),
    # Without encoding_format the SDK asks for another one than the request does.
    "/embeddings": _operation(
        "embeddings.create", "input model dimensions encoding_format user", "input model encoding_format"
    ),
}

ANTHROPIC = {
    "/v1/messages": _operation(
        "messages.create",
        "model messages max_tokens metadata stop_sequences stream system thinking tool_choice tools",
        "model messages max_tokens",
    ),
    "/v1/messages/count_tokens": _operation(
        "messages.count_tokens", "model messages system thinking tool_choice tools", "model messages"
    ),
}


def openai(draft: Draft) -> Shape | None:
    """The call of OpenAI's SDK; None where it cannot make the request."""
    return _json_call(draft, OPENAI, {"authorization"})


def anthropic(draft: Draft) -> Shape | None:
    """The call of Anthropic's SDK; None where it cannot make the request."""
    return _json_call(draft, ANTHROPIC, {"x-api-key", "authorization"})


def _json_call(draft: Draft, operations: Mapping[str, Operation], key_fields: set[str]) -> Shape | None:
    last = draft.url[-1]
    document = _document(draft)
    if document is None or not isinstance(last, str):
        return None
    path = max((path for path in operations if last.endswith(path)), key=len, default="")
    credentials = _credentials(draft, key_fields)
    if not path or credentials is None or draft.repeats:
        return None
    operation = operations[path]
    if not operation.required <= set(document) or draft.get("host") is not None:
        return None
    return Shape(
        method=operation.method,
        base=_without_end(draft.url, path),
        key=credentials[1],
        key_field=credentials[0],
        arguments={name: value for name, value in document.items() if name in operation.known},
        extra={name: value for name, value in document.items() if name not in operation.known},
        # Versions of an SDK differ in where they put a key, but for Authorization.
        fields=_extra_fields(draft, {"authorization"}),
        streams=document.get("stream") is True,
    )


def _without_end(url: Text, path: str) -> Text:
    last = url[-1]
    assert isinstance(last, str)
    start = last[: -len(path)]
    return (*url[:-1], start) if start or len(url) == 1 else url[:-1]


#: What an SDK sends by itself for a request with JSON.
_USUAL = {"content-type": "application/json", "accept": "application/json"}


def _extra_fields(draft: Draft, known: set[str]) -> tuple[tuple[str, Text], ...]:
    return tuple(
        (name, value)
        for name, value in draft.fields
        if name.lower() not in known and _USUAL.get(name.lower(), "") != plain(value)
    )


def _credentials(draft: Draft, names: set[str]) -> tuple[str, Text] | None:
    """Name of the field and the key in it; None where there is none, or more than one."""
    found = [(name.lower(), value) for name, value in draft.fields if name.lower() in names]
    if len(found) != 1:
        return None
    name, value = found[0]
    if name != "authorization":
        return (name, value) if value != ("",) else None
    first = value[0]
    if not isinstance(first, str) or not first.startswith("Bearer "):
        return None
    rest = first.removeprefix("Bearer ")
    token = (rest, *value[1:]) if rest else value[1:]
    return (name, token) if token else None


# Gemini

_GEMINI = re.compile(
    r"(?P<base>.*)/(?P<version>v1beta|v1alpha|v1)/models/(?P<model>[A-Za-z0-9._\-]+)"
    r":(?P<action>generateContent|streamGenerateContent)(?P<query>\?alt=sse)?"
)

#: Members of the body that the SDK takes in its ``config``, besides those of ``generationConfig``.
_GEMINI_CONFIG = frozenset({"systemInstruction", "tools", "toolConfig", "safetySettings", "cachedContent"})
_GEMINI_GENERATION = frozenset(
    {
        "temperature",
        "topP",
        "topK",
        "candidateCount",
        "maxOutputTokens",
        "stopSequences",
        "responseMimeType",
        "responseJsonSchema",
        "seed",
        "presencePenalty",
        "frequencyPenalty",
        "responseLogprobs",
        "logprobs",
    }
)


def gemini(draft: Draft) -> Shape | None:
    """The call of Google's Gen AI SDK; None where it cannot make the request."""
    document = _document(draft)
    last = draft.url[-1]
    match = _GEMINI.fullmatch(last) if isinstance(last, str) else None
    if match is None or document is None or "contents" not in document:
        return None
    streams = match["action"] == "streamGenerateContent"
    config = _gemini_config(document)
    credentials = _credentials(draft, {"x-goog-api-key"})
    if config is None or credentials is None or streams is not bool(match["query"]):
        return None
    if draft.repeats or draft.get("host") is not None:
        return None
    start = match["base"]
    return Shape(
        method=("models", "generate_content_stream" if streams else "generate_content"),
        base=(*draft.url[:-1], start) if start or len(draft.url) == 1 else draft.url[:-1],
        key=credentials[1],
        key_field=credentials[0],
        arguments={"model": match["model"], "contents": document["contents"]} | ({"config": config} if config else {}),
        extra={"version": match["version"]},
        fields=_extra_fields(draft, {"x-goog-api-key"}),
        streams=streams,
    )


def _gemini_config(document: dict[str, Any]) -> dict[str, Any] | None:
    """What goes into ``config``; None where it has no place for something."""
    generation = document.get("generationConfig", {})
    rest = {name: value for name, value in document.items() if name not in {"contents", "generationConfig"}}
    if not isinstance(generation, dict) or not set(generation) <= _GEMINI_GENERATION or not set(rest) <= _GEMINI_CONFIG:
        return None
    return generation | rest


def _document(draft: Draft) -> dict[str, Any] | None:
    """The JSON object of the body, where a native value of any language is the same JSON."""
    return draft.value if draft.method == "POST" and isinstance(draft.value, dict) else None


def names(shape: Shape) -> tuple[str, ...]:
    """Environment variables that the call reads."""
    texts = [shape.base, shape.key, *(value for _, value in shape.fields)]
    return tuple(piece.identifier for text in texts for piece in text if isinstance(piece, Variable))
