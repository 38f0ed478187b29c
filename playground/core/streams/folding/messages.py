"""Anthropic messages: ``message_start``, blocks with their deltas, ``message_stop`` (docs: Streaming Messages)."""

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
    added,
    count_of,
    follow,
    index_of,
    members,
    objects,
    parsed,
    text_of,
    written,
)

_TYPES = frozenset(
    {"message_start", "content_block_start", "content_block_delta", "content_block_stop", "message_delta"}
    | {"message_stop"}
)
#: Type of a delta → its member, the member of the block that grows, and what it is.
_DELTAS = {
    "text_delta": ("text", "text", CONTENT),
    "thinking_delta": ("thinking", "thinking", REASONING),
    "input_json_delta": ("partial_json", "input", CALL),
    "signature_delta": ("signature", "signature", ""),
}


def _recognises(value: Value, event: str) -> bool:
    return text_of(value.get("type")) in _TYPES


def _recognises_whole(value: Value) -> bool:
    return value.get("type") == "message" and isinstance(value.get("content"), list)


class _Fold:
    def __init__(self) -> None:
        self._message: Value = {}
        self._blocks: dict[int, _Block] = {}
        self._stopped = False
        self._unopened: list[int] = []

    def add(self, value: Value, event: str) -> list[Delta]:
        kind = value.get("type")
        if kind == "message_start":
            self._start(members(value.get("message")))
        elif kind == "message_delta":
            self._message |= members(value.get("delta"))
            self._count(value)
        elif kind == "message_stop":
            self._stopped = True
        elif isinstance(kind, str) and kind.startswith("content_block_"):
            return self._of_block(kind, index_of(value.get("index")), value)
        return []

    def _start(self, message: Value) -> None:
        self._message = dict(message)
        for number, block in enumerate(objects(message.get("content"))):
            self._blocks[number] = _Block(block)

    def _count(self, value: Value) -> None:
        """The counts of ``message_delta`` are cumulative; those that it leaves out stand as at the start."""
        told = {key: count for key, count in members(value.get("usage")).items() if count is not None}
        if told:
            self._message["usage"] = {**members(self._message.get("usage")), **told}
        known = ("type", "delta", "usage")
        self._message |= {key: item for key, item in value.items() if key not in known}

    def _of_block(self, kind: str, number: int, value: Value) -> list[Delta]:
        if kind == "content_block_start":
            block = self._blocks[number] = _Block(members(value.get("content_block")))
            return [Delta(0, block.kind, f"block-{number}", block.said, block.name)] if block.kind else []
        if number not in self._blocks:
            self._unopened.append(number)
            self._blocks[number] = _Block({})
        if kind == "content_block_stop":
            self._blocks[number].is_open = False
            return []
        found, shown = self._blocks[number].add(members(value.get("delta")))
        return [Delta(0, found, f"block-{number}", shown)] if found and shown else []

    def result(self) -> Value:
        content = [self._blocks[number].plain() for number in sorted(self._blocks)]
        message = {**self._message, "content": content}
        return message if "type" in message else {"type": "message", "role": "assistant", **message}

    def faults(self) -> list[Fault]:
        faults = [Fault("block_unopened", {"index": str(number)}) for number in self._unopened[:1]]
        left_open = [number for number, block in self._blocks.items() if block.is_open]
        if left_open and self._stopped:
            faults.append(Fault("block_unclosed", {"index": str(left_open[0])}))
        if not self._message.get("id"):
            faults.append(Fault("start_missing", {"start": "message_start"}))
        return faults

    @property
    def is_ended(self) -> bool:
        return self._stopped


class _Block:
    def __init__(self, start: Value) -> None:
        self.is_open = True
        self._start = start
        self._texts: dict[str, Text] = {}
        self._citations: list[Any] = []

    @property
    def kind(self) -> str:
        return _kind(self._start)

    @property
    def name(self) -> str:
        return text_of(self._start.get("name"))

    @property
    def said(self) -> str:
        """What the start of a block says already."""
        return text_of(self._start.get("text") or self._start.get("thinking"))

    def add(self, delta: Value) -> tuple[str, str]:
        """What grew, and by what can be shown."""
        known = _DELTAS.get(text_of(delta.get("type")))
        if known is None:
            if delta.get("type") == "citations_delta":
                self._citations.append(delta.get("citation"))
            return "", ""
        source, target, kind = known
        if target not in self._texts:
            self._texts[target] = Text("" if target == "input" else text_of(self._start.get(target)))
        self._start.setdefault("type", _OPENED_BY.get(target, "text"))
        return kind, self._texts[target].add(delta.get(source))

    def plain(self) -> Value:
        block = {**self._start, **{key: str(text) for key, text in self._texts.items()}}
        if "input" in self._texts:
            block["input"] = parsed(block["input"]) or self._start.get("input") or {}
        if self._citations:
            block["citations"] = [*objects(self._start.get("citations")), *self._citations]
        return block


_OPENED_BY = {"input": "tool_use", "thinking": "thinking", "signature": "thinking"}


def _kind(block: Value) -> str:
    kind = text_of(block.get("type"))
    if kind.endswith("tool_use"):
        return CALL
    return {"text": CONTENT, "thinking": REASONING}.get(kind, "")


def _read(value: Value) -> Answer:
    parts = tuple(part for block in objects(value.get("content")) if (part := _part(block)))
    reason = text_of(value.get("stop_reason"))
    if reason == "refusal" and not parts:
        parts = (Part(REFUSAL, text_of(follow(value, "stop_details", "explanation")) or reason),)
    return Answer(text_of(value.get("model")), (Choice(0, parts, reason),), _usage(value.get("usage")))


def _part(block: Value) -> Part | None:
    kind = _kind(block)
    if kind == CALL:
        return Part(CALL, written(block.get("input", {})), text_of(block.get("name")), text_of(block.get("id")))
    text = text_of(block.get("text") or block.get("thinking"))
    return Part(kind, text) if kind and text else None


def _usage(value: Any) -> Usage | None:
    """``input_tokens`` are those after the last cache breakpoint alone; all tokens of the request are more."""
    if not isinstance(value, dict) or not value:
        return None
    cached, stored = value.get("cache_read_input_tokens"), value.get("cache_creation_input_tokens")
    return Usage(
        input=added(value.get("input_tokens"), cached, stored),
        output=count_of(value.get("output_tokens")),
        cached=count_of(cached),
        written=count_of(stored),
    )


FOLDING = Folding(
    key="messages",
    title="Anthropic messages",
    recognises=_recognises,
    recognises_whole=_recognises_whole,
    start=_Fold,
    read=_read,
    end="message_stop",
    cut_off=frozenset({"max_tokens", "model_context_window_exceeded"}),
)
