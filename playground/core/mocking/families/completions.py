"""OpenAI's older text completions: ``text_completion`` (openai/openai-openapi, CreateCompletion)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playground.core.mocking.families.base import Body, Family, event, follow, objects, pieces
from playground.core.streams.framing import StreamEvent


def _recognises(answer: dict[str, Any]) -> bool:
    return answer.get("object") == "text_completion"


def _whole(frames: list[dict[str, Any]]) -> dict[str, Any]:
    text = "".join(str(follow(frame, "choices", 0, "text") or "") for frame in frames)
    choice = {**objects(frames[-1].get("choices"))[0], "text": text} if frames[-1].get("choices") else {"text": text}
    return {**frames[0], "choices": [choice]}


def _text(answer: dict[str, Any]) -> str:
    return str(follow(answer, "choices", 0, "text") or "")


def _with_text(answer: dict[str, Any], text: str) -> dict[str, Any]:
    return {**answer, "choices": [{**choice, "text": text} for choice in objects(answer.get("choices"))]}


def _fit(answer: dict[str, Any], body: Body) -> dict[str, Any]:
    """As many choices as were asked for; with ``echo`` the prompt before each."""
    choices = objects(answer.get("choices"))
    prompt = body.get("prompt")
    if body.get("echo") is True and isinstance(prompt, str):
        choices = [{**choice, "text": prompt + str(choice.get("text"))} for choice in choices]
    wanted = body.get("n")
    if isinstance(wanted, int) and choices and 0 < wanted <= 128:
        choices = [{**choices[index % len(choices)], "index": index} for index in range(wanted)]
    return {**answer, "choices": choices}


def _events(answer: dict[str, Any], body: Body) -> Iterator[StreamEvent]:
    head = {key: value for key, value in answer.items() if key not in ("choices", "usage")}
    for choice in objects(answer.get("choices")):
        parts = pieces(str(choice.get("text") or "")) or [""]
        for position, piece in enumerate(parts):
            finish = choice.get("finish_reason") if position == len(parts) - 1 else None
            yield event({**head, "choices": [{**choice, "text": piece, "finish_reason": finish}]})
    if answer.get("usage") and follow(body, "stream_options", "include_usage") is True:
        yield event({**head, "choices": [], "usage": answer["usage"]})
    yield StreamEvent("[DONE]")


FAMILY = Family("completions", _recognises, _recognises, _whole, _text, _with_text, lambda body: None, _fit, _events)
