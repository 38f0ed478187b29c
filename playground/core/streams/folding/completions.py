"""OpenAI completions, the older ones: ``text_completion`` (openai/openai-openapi, CreateCompletionResponse)."""

from __future__ import annotations

from playground.core.streams.folding.base import (
    CONTENT,
    Answer,
    Choice,
    Delta,
    Fault,
    Folding,
    Part,
    Text,
    Value,
    follow,
    index_of,
    members,
    objects,
    text_of,
)
from playground.core.streams.folding.chat import usage


def _recognises(value: Value, event: str) -> bool:
    if value.get("object") == "text_completion":
        return True
    return isinstance(follow(value, "choices", 0, "text"), str)


class _Fold:
    def __init__(self) -> None:
        self._head: Value = {}
        self._choices: dict[int, _Choice] = {}

    def add(self, value: Value, event: str) -> list[Delta]:
        self._head |= {key: item for key, item in value.items() if key != "choices" and item is not None}
        deltas = []
        for piece in objects(value.get("choices")):
            number = index_of(piece.get("index"))
            shown = self._choices.setdefault(number, _Choice()).add(piece)
            deltas += [Delta(number, CONTENT, CONTENT, shown)] if shown else []
        return deltas

    def result(self) -> Value:
        choices = [self._choices[number].plain(number) for number in sorted(self._choices)]
        usage = {"usage": self._head["usage"]} if "usage" in self._head else {}
        head = {key: value for key, value in self._head.items() if key not in ("usage", "error")}
        return {**head, "object": "text_completion", "choices": choices, **usage}

    def faults(self) -> list[Fault]:
        return []

    @property
    def is_ended(self) -> bool:
        return False


class _Choice:
    def __init__(self) -> None:
        self._text = Text()
        self._logprobs: dict[str, list[object]] | None = None
        self._rest: Value = {}

    def add(self, piece: Value) -> str:
        rest = {key: value for key, value in piece.items() if key not in ("text", "logprobs", "index")}
        self._rest |= {key: value for key, value in rest.items() if value is not None}
        for key, items in members(piece.get("logprobs")).items():
            if isinstance(items, list):
                self._logprobs = {} if self._logprobs is None else self._logprobs
                self._logprobs.setdefault(key, []).extend(items)
        return self._text.add(piece.get("text"))

    def plain(self, number: int) -> Value:
        known = {"text": str(self._text), "index": number, "logprobs": self._logprobs, "finish_reason": None}
        return {**known, **self._rest}


def _read(value: Value) -> Answer:
    choices = tuple(
        Choice(index_of(choice.get("index")), _parts(choice), text_of(choice.get("finish_reason")))
        for choice in objects(value.get("choices"))
    )
    return Answer(text_of(value.get("model")), choices, usage(value.get("usage")))


def _parts(choice: Value) -> tuple[Part, ...]:
    text = text_of(choice.get("text"))
    return (Part(CONTENT, text),) if text else ()


FOLDING = Folding(
    key="completions",
    title="OpenAI completions",
    recognises=_recognises,
    recognises_whole=lambda value: _recognises(value, ""),
    start=_Fold,
    read=_read,
    end="[DONE]",
    terminator="[DONE]",
    usage_on_demand=True,
)
