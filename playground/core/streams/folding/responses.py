"""OpenAI responses: typed events that end with the whole response (openai/openai-openapi, ResponseStreamEvent)."""

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

_ENDS = frozenset({"response.completed", "response.incomplete", "response.failed", "response.cancelled"})
#: Event → where in the item its delta belongs (list, member; "" for the item itself), and what it is.
_DELTAS = {
    "response.output_text.delta": ("content", "text", CONTENT),
    "response.refusal.delta": ("content", "refusal", REFUSAL),
    "response.reasoning_text.delta": ("content", "text", REASONING),
    "response.reasoning_summary_text.delta": ("summary", "text", REASONING),
    "response.function_call_arguments.delta": ("", "arguments", CALL),
    "response.custom_tool_call_input.delta": ("", "input", CALL),
    "response.mcp_call_arguments.delta": ("", "arguments", CALL),
    "response.code_interpreter_call_code.delta": ("", "code", CALL),
}
_PART_TYPES = {
    "response.output_text.delta": "output_text",
    "response.refusal.delta": "refusal",
    "response.reasoning_text.delta": "reasoning_text",
    "response.reasoning_summary_text.delta": "summary_text",
}


def _recognises(value: Value, event: str) -> bool:
    kind = value.get("type")
    return isinstance(kind, str) and kind.startswith("response.")


def _recognises_whole(value: Value) -> bool:
    return value.get("object") == "response" and isinstance(value.get("output"), list)


class _Fold:
    """The last event holds the whole response; until it comes, the response is put together of its pieces."""

    def __init__(self) -> None:
        self._begun: Value = {}
        self._ended: Value | None = None
        self._items: dict[int, _Item] = {}
        self._sequence = -1
        self._gap: tuple[int, int] | None = None

    def add(self, value: Value, event: str) -> list[Delta]:
        kind = text_of(value.get("type"))
        self._count(value.get("sequence_number"))
        if kind in _ENDS:
            self._ended = members(value.get("response"))
        elif isinstance(value.get("response"), dict):
            self._begun = value["response"]
        elif "output_index" in value or "item_id" in value:
            return self._of_item(kind, index_of(value.get("output_index")), value)
        return []

    def _count(self, number: Any) -> None:
        if not isinstance(number, int):
            return
        if self._sequence >= 0 and number != self._sequence + 1 and self._gap is None:
            self._gap = (self._sequence, number)
        self._sequence = number

    def _of_item(self, kind: str, number: int, value: Value) -> list[Delta]:
        item = self._items.setdefault(number, _Item())
        if kind in ("response.output_item.added", "response.output_item.done"):
            begun = item.set(members(value.get("item")), done=kind.endswith("done"))
            return [Delta(0, CALL, f"item-{number}", "", item.name)] if begun and item.name else []
        if kind == "response.output_text.annotation.added":
            item.annotate(index_of(value.get("content_index")), value.get("annotation"))
        if kind not in _DELTAS:
            return []
        place, what = item.add(kind, value)
        return [Delta(0, _DELTAS[kind][2], f"item-{number}{place}", what)] if what else []

    def result(self) -> Value:
        output = [self._items[number].plain() for number in sorted(self._items)]
        if self._ended is None:
            return {"object": "response", **self._begun, "output": output or self._begun.get("output") or []}
        if self._ended.get("output") or not output:
            return self._ended
        return {**self._ended, "output": output}

    def faults(self) -> list[Fault]:
        faults = []
        if self._gap:
            faults.append(Fault("sequence_gap", {"after": str(self._gap[0]), "came": str(self._gap[1])}))
        told = self._ended.get("output") if self._ended else None
        if told and self._items and _said(told) != _said([item.told() for item in self._items.values()]):
            faults.append(Fault("pieces_differ", {"end": "response.completed"}))
        return faults

    @property
    def is_ended(self) -> bool:
        return self._ended is not None


class _Item:
    """An item of the output: texts that grow, and the whole where ``response.output_item.done`` tells it."""

    def __init__(self) -> None:
        self._head: Value = {}
        self._done: Value | None = None
        self._own: dict[str, Text] = {}
        self._parts: dict[str, dict[int, tuple[str, str, Text]]] = {}
        self._annotations: dict[int, list[Any]] = {}

    def set(self, item: Value, *, done: bool) -> bool:
        """Take the item as it was added, or as it is in the end; whether it was not known before."""
        begun = not self._head and not self._own and not self._parts
        self._head = item
        self._done = item if done else None
        return begun

    @property
    def name(self) -> str:
        return text_of(self._head.get("name"))

    def add(self, kind: str, value: Value) -> tuple[str, str]:
        """The place that grew, and by what can be shown."""
        where, key, _ = _DELTAS[kind]
        if not where:
            return "", self._own.setdefault(key, Text()).add(value.get("delta"))
        number = index_of(value.get("summary_index" if where == "summary" else "content_index"))
        parts = self._parts.setdefault(where, {})
        text = parts.setdefault(number, (_PART_TYPES[kind], key, Text()))[2]
        return f"-{where}-{number}", text.add(value.get("delta"))

    def annotate(self, number: int, annotation: Any) -> None:
        self._annotations.setdefault(number, []).append(annotation)

    def plain(self) -> Value:
        return self._done if self._done is not None else self.told()

    def told(self) -> Value:
        """The item as its pieces tell it."""
        own = {key: str(text) for key, text in self._own.items()}
        return {**self._head, **own, **{where: self._list(where) for where in self._parts}}

    def _list(self, where: str) -> list[Value]:
        parts = self._parts[where]
        return [self._part(number, *parts[number]) for number in sorted(parts)]

    def _part(self, number: int, kind: str, key: str, text: Text) -> Value:
        annotations = {"annotations": self._annotations.get(number, [])} if kind == "output_text" else {}
        return {"type": kind, **annotations, key: str(text)}


def _said(output: Any) -> list[str]:
    """The texts of the answer, for comparison."""
    return [text for item in objects(output) for part in objects(item.get("content")) if (text := _text(part))]


def _text(part: Value) -> str:
    return text_of(part.get("text") or part.get("refusal"))


def _read(value: Value) -> Answer:
    parts = tuple(part for item in objects(value.get("output")) for part in _parts(item))
    return Answer(text_of(value.get("model")), (Choice(0, parts, _finish(value)),), _usage(value.get("usage")))


def _parts(item: Value) -> list[Part]:
    kind = text_of(item.get("type"))
    if kind == "reasoning":
        told = [*objects(item.get("summary")), *objects(item.get("content"))]
        return [Part(REASONING, _text(part)) for part in told if _text(part)]
    if kind.endswith("_call"):
        arguments = item.get("arguments") or item.get("input") or item.get("code") or item.get("action") or ""
        return [Part(CALL, written(arguments), text_of(item.get("name")) or kind, text_of(item.get("call_id")))]
    content = objects(item.get("content"))
    return [Part(REFUSAL if "refusal" in part else CONTENT, _text(part)) for part in content if _text(part)]


def _finish(value: Value) -> str:
    """The status, or why it is incomplete."""
    return text_of(follow(value, "incomplete_details", "reason")) or text_of(value.get("status"))


def _usage(value: Any) -> Usage | None:
    if not isinstance(value, dict) or not value:
        return None
    return Usage(
        input=count_of(value.get("input_tokens")),
        output=count_of(value.get("output_tokens")),
        cached=count_of(follow(value, "input_tokens_details", "cached_tokens")),
        reasoning=count_of(follow(value, "output_tokens_details", "reasoning_tokens")),
    )


FOLDING = Folding(
    key="responses",
    title="OpenAI responses",
    recognises=_recognises,
    recognises_whole=_recognises_whole,
    start=_Fold,
    read=_read,
    end="response.completed",
    cut_off=frozenset({"max_output_tokens"}),
)
