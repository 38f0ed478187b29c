"""Ollama: NDJSON of ``/api/chat`` and ``/api/generate`` (ollama/ollama, docs/api.md)."""

from __future__ import annotations

from playground.core.streams.folding.base import (
    CALL,
    CONTENT,
    REASONING,
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
    members,
    objects,
    text_of,
    written,
)


def _recognises(value: Value, event: str) -> bool:
    told = isinstance(value.get("message"), dict) or isinstance(value.get("response"), str)
    return told and isinstance(value.get("done"), bool)


class _Fold:
    """Everything but the texts stands as the last frame, which is the longest, says it."""

    def __init__(self) -> None:
        self._head: Value = {}
        self._message: Value = {}
        self._texts: dict[str, Text] = {}
        self._calls: list[Value] = []

    def add(self, value: Value, event: str) -> list[Delta]:
        message = members(value.get("message"))
        self._head |= {key: item for key, item in value.items() if key not in ("message", "response", "thinking")}
        self._message |= {key: item for key, item in message.items() if key not in ("content", "thinking")}
        told = message or value
        found = [
            Delta(0, kind, kind, shown)
            for key, kind in (("thinking", REASONING), ("content" if message else "response", CONTENT))
            if isinstance(told.get(key), str) and (shown := self._texts.setdefault(key, Text()).add(told[key]))
        ]
        return found + [self._call(call) for call in objects(message.get("tool_calls"))]

    def _call(self, call: Value) -> Delta:
        self._calls.append(call)
        function = members(call.get("function"))
        name = text_of(function.get("name"))
        return Delta(0, CALL, f"call-{len(self._calls)}", written(function.get("arguments", {})), name)

    def result(self) -> Value:
        texts: Value = {key: str(text) for key, text in self._texts.items()}
        calls = {"tool_calls": self._calls} if self._calls else {}
        if self._message or "content" in texts:
            texts = {"message": {"role": "assistant", "content": "", **self._message, **texts, **calls}}
        return {**{key: self._head[key] for key in ("model", "created_at") if key in self._head}, **texts, **self._head}

    def faults(self) -> list[Fault]:
        return []

    @property
    def is_ended(self) -> bool:
        return self._head.get("done") is True


def _read(value: Value) -> Answer:
    message = members(value.get("message"))
    told = message or value
    texts = ((REASONING, told.get("thinking")), (CONTENT, told.get("content" if message else "response")))
    parts = [Part(kind, text_of(text)) for kind, text in texts if text_of(text)]
    calls = [members(call.get("function")) for call in objects(message.get("tool_calls"))]
    parts += [Part(CALL, written(call.get("arguments", {})), text_of(call.get("name"))) for call in calls]
    finish = text_of(value.get("done_reason")) or ("stop" if value.get("done") is True else "")
    return Answer(text_of(value.get("model")), (Choice(0, tuple(parts), finish),), _usage(value))


def _usage(value: Value) -> Usage | None:
    counted = Usage(count_of(value.get("prompt_eval_count")), count_of(value.get("eval_count")))
    return counted if counted != Usage() else None


FOLDING = Folding(
    key="ollama",
    title="Ollama",
    recognises=_recognises,
    recognises_whole=lambda value: _recognises(value, ""),
    start=_Fold,
    read=_read,
    end='"done": true',
)
