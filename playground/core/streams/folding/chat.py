"""OpenAI chat completions: ``chat.completion.chunk`` (openai/openai-openapi, CreateChatCompletionStreamResponse).

The reasoning of other servers that speak this format is read too: ``reasoning_content`` (DeepSeek, vLLM) and
``reasoning`` (OpenRouter, Groq).
"""

from __future__ import annotations

from typing import Any

from playground.core.streams.folding.base import (
    CALL,
    CONTENT,
    REASONING,
    REFUSAL,
    Answer,
    Choice,
    Delta,
    Fault,
    Folding,
    Part,
    Text,
    Usage,
    Value,
    count_of,
    follow,
    index_of,
    members,
    objects,
    text_of,
    written,
)
from playground.core.streams.folding.growing import Indexed, grow, plain

#: Member of a message → what it is; a server that sends both kinds of reasoning sends the same twice.
_KINDS = {"reasoning_content": REASONING, "reasoning": REASONING, "content": CONTENT, "refusal": REFUSAL}


def _recognises(value: Value, event: str) -> bool:
    choices = value.get("choices")
    if value.get("object") == "chat.completion.chunk":
        return isinstance(choices, list)
    return any("delta" in choice for choice in objects(choices))


def _recognises_whole(value: Value) -> bool:
    return value.get("object") == "chat.completion" or isinstance(follow(value, "choices", 0, "message"), dict)


class _Fold:
    def __init__(self) -> None:
        self._head: Value = {}
        self._choices: dict[int, _Choice] = {}
        self._other_id = ""

    def add(self, value: Value, event: str) -> list[Delta]:
        self._note_id(value.get("id"))
        head = {key: item for key, item in value.items() if key != "choices" and item not in (None, "")}
        self._head |= {**head, **({"id": self._head["id"]} if "id" in self._head else {})}
        deltas: list[Delta] = []
        for piece in objects(value.get("choices")):
            number = index_of(piece.get("index"))
            deltas += self._choices.setdefault(number, _Choice(number)).add(piece)
        return deltas

    def _note_id(self, identity: Any) -> None:
        first = self._head.get("id")
        if first and identity and identity != first and isinstance(identity, str):
            self._other_id = self._other_id or identity

    def result(self) -> Value:
        choices = [self._choices[number].plain() for number in sorted(self._choices)]
        head = {key: value for key, value in self._head.items() if key not in ("usage", "error")}
        usage = {"usage": self._head["usage"]} if "usage" in self._head else {}
        return {**head, "object": "chat.completion", "choices": choices, **usage}

    def faults(self) -> list[Fault]:
        if not self._other_id:
            return []
        return [Fault("id_changed", {"first": str(self._head.get("id"))[:80], "other": self._other_id[:80]})]

    @property
    def is_ended(self) -> bool:
        return False


class _Choice:
    def __init__(self, number: int) -> None:
        self._number = number
        self._message: Value = {}
        self._calls = Indexed()
        self._rest: Value = {}

    def add(self, piece: Value) -> list[Delta]:
        grow(self._rest, {key: value for key, value in piece.items() if key != "delta"})
        delta = dict(members(piece.get("delta")))
        calls = objects(delta.pop("tool_calls", None))
        return [*self._texts(delta), *self._call_pieces(calls)]

    def _texts(self, delta: Value) -> list[Delta]:
        for key in _KINDS.keys() & delta.keys():
            self._message.setdefault(key, None)
        twice = "reasoning" in delta and bool(delta.get("reasoning_content"))
        found = [
            Delta(self._number, kind, kind, shown)
            for key, kind in _KINDS.items()
            if (shown := self._grow_text(key, delta.pop(key, None))) and not (twice and key == "reasoning")
        ]
        function = members(delta.get("function_call"))  # deprecated, and still sent
        grow(self._message, delta)
        if isinstance(delta.get("audio"), dict):
            found.append(Delta(self._number, CONTENT, "audio", text_of(delta["audio"].get("transcript"))))
        if function:
            found.append(Delta(self._number, CALL, "function", *_of(function)))
        return found

    def _grow_text(self, key: str, piece: Any) -> str:
        """A text exists once a piece of it is text, be it empty; until then it may be null."""
        if not isinstance(piece, str):
            return ""
        text = self._message.get(key) or Text()
        self._message[key] = text
        shown: str = text.add(piece)
        return shown

    def _call_pieces(self, calls: list[Value]) -> list[Delta]:
        found = []
        for piece in calls:
            number, state = self._calls.at(piece)
            grow(state, {key: value for key, value in piece.items() if key != "index"})
            function = members(piece.get("function")) or members(piece.get("custom"))
            found.append(Delta(self._number, CALL, f"call-{number}", *_of(function)))
        return found

    def plain(self) -> Value:
        message = {"role": "assistant", "content": None, **plain(self._message)}
        calls = self._calls.plain()
        if calls:
            message["tool_calls"] = calls
        if not message["content"] and (calls or message.get("refusal") or "function_call" in message):
            message["content"] = None
        rest = plain(self._rest)
        return {"index": self._number, "message": message, **rest, "finish_reason": rest.get("finish_reason")}


def _of(function: Value) -> tuple[str, str]:
    """Arguments and name of a piece of a call."""
    return text_of(function.get("arguments") or function.get("input")), text_of(function.get("name"))


def _read(value: Value) -> Answer:
    choices = tuple(_choice(choice) for choice in objects(value.get("choices")))
    return Answer(text_of(value.get("model")), choices, usage(value.get("usage")))


def _choice(choice: Value) -> Choice:
    message = members(choice.get("message"))
    keys = [key for key in _KINDS if key != "reasoning" or not message.get("reasoning_content")]
    texts = [(_KINDS[key], text_of(message.get(key))) for key in keys]
    texts.append((CONTENT, text_of(follow(message, "audio", "transcript"))))
    parts = [Part(kind, text) for kind, text in texts if text]
    calls = [*objects(message.get("tool_calls"))]
    if members(message.get("function_call")):
        calls.append({"function": message["function_call"]})
    return Choice(
        index_of(choice.get("index")),
        (*parts, *map(_call, calls)),
        text_of(choice.get("finish_reason")),
    )


def _call(call: Value) -> Part:
    function = members(call.get("function")) or members(call.get("custom"))
    arguments = written(function.get("arguments") or function.get("input") or "")
    return Part(CALL, arguments, text_of(function.get("name")), text_of(call.get("id")))


def usage(value: Any) -> Usage | None:
    """``usage`` of chat completions and of completions."""
    if not isinstance(value, dict) or not value:
        return None
    return Usage(
        input=count_of(value.get("prompt_tokens")),
        output=count_of(value.get("completion_tokens")),
        cached=count_of(follow(value, "prompt_tokens_details", "cached_tokens")),
        reasoning=count_of(follow(value, "completion_tokens_details", "reasoning_tokens")),
    )


FOLDING = Folding(
    key="chat",
    title="OpenAI chat completions",
    recognises=_recognises,
    recognises_whole=_recognises_whole,
    start=_Fold,
    read=_read,
    end="[DONE]",
    terminator="[DONE]",
    usage_on_demand=True,
)
