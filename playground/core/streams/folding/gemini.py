"""Gemini: each frame is a ``GenerateContentResponse`` of its own (ai.google.dev/api/generate-content).

They come as an event stream with ``alt=sse``, and without it as the elements of one JSON array.
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
    added,
    count_of,
    follow,
    index_of,
    members,
    objects,
    text_of,
    written,
)


def _recognises(value: Value, event: str) -> bool:
    if isinstance(value.get("candidates"), list):
        return True
    return isinstance(value.get("usageMetadata"), dict) or isinstance(follow(value, "promptFeedback"), dict)


class _Fold:
    def __init__(self) -> None:
        self._head: Value = {}
        self._candidates: dict[int, _Candidate] = {}

    def add(self, value: Value, event: str) -> list[Delta]:
        self._head |= {key: item for key, item in value.items() if key not in ("candidates", "error")}
        deltas: list[Delta] = []
        for piece in objects(value.get("candidates")):
            number = index_of(piece.get("index"))
            deltas += self._candidates.setdefault(number, _Candidate(number)).add(piece)
        return deltas

    def result(self) -> Value:
        candidates = [self._candidates[number].plain() for number in sorted(self._candidates)]
        return {**({"candidates": candidates} if candidates else {}), **self._head}

    def faults(self) -> list[Fault]:
        return []

    @property
    def is_ended(self) -> bool:
        every = self._candidates.values()
        return all(each.is_ended for each in every) if every else "promptFeedback" in self._head


class _Candidate:
    def __init__(self, number: int) -> None:
        self._number = number
        self._rest: Value = {}
        self._content: Value = {}
        self._parts: list[Value] = []

    def add(self, piece: Value) -> list[Delta]:
        self._rest |= {key: value for key, value in piece.items() if key != "content"}
        content = members(piece.get("content"))
        self._content |= {key: value for key, value in content.items() if key != "parts"}
        return [delta for part in objects(content.get("parts")) for delta in self._part(part)]

    def _part(self, part: Value) -> list[Delta]:
        if not isinstance(part.get("text"), str):
            self._parts.append(part)
            call = members(part.get("functionCall"))
            name = f"{len(self._parts)}"
            return [Delta(self._number, CALL, name, written(call.get("args", {})), _name(call))] if call else []
        if not self._follows(part):
            self._parts.append({**part, "text": Text()})
        into = self._parts[-1]
        into |= {key: value for key, value in part.items() if key != "text"}
        kind = REASONING if part.get("thought") else CONTENT
        shown = into["text"].add(part["text"])
        return [Delta(self._number, kind, f"{len(self._parts)}", shown)] if shown else []

    def _follows(self, part: Value) -> bool:
        """Whether a text goes on with the one before it: of the same kind, and that one was not signed off."""
        last = self._parts[-1] if self._parts else {}
        same = isinstance(last.get("text"), Text) and bool(last.get("thought")) == bool(part.get("thought"))
        return same and (not last.get("thoughtSignature") or not part["text"])

    @property
    def is_ended(self) -> bool:
        return bool(self._rest.get("finishReason"))

    def plain(self) -> Value:
        parts = [{**part, "text": str(part["text"])} if "text" in part else part for part in self._parts]
        parts = [part for part in parts if part.get("text") != "" or len(part) > 1] or parts[:1]
        content = {**({"parts": parts} if parts else {}), **self._content}
        return {**({"content": content} if content else {}), **self._rest}


def _name(call: Value) -> str:
    return text_of(call.get("name"))


def _read(value: Value) -> Answer:
    choices = [_choice(candidate) for candidate in objects(value.get("candidates"))]
    blocked = text_of(follow(value, "promptFeedback", "blockReason"))
    if blocked and not choices:
        choices = [Choice(0, (Part(REFUSAL, blocked),), blocked)]
    return Answer(text_of(value.get("modelVersion")), tuple(choices), _usage(value.get("usageMetadata")))


def _choice(candidate: Value) -> Choice:
    parts = objects(follow(candidate, "content", "parts"))
    read = tuple(part for each in parts if (part := _read_part(each)))
    return Choice(index_of(candidate.get("index")), read, text_of(candidate.get("finishReason")))


def _read_part(part: Value) -> Part | None:
    call = members(part.get("functionCall"))
    if call:
        return Part(CALL, written(call.get("args", {})), _name(call), text_of(call.get("id")))
    text = text_of(part.get("text"))
    return Part(REASONING if part.get("thought") else CONTENT, text) if text else None


def _usage(value: Any) -> Usage | None:
    """Thoughts are counted apart from the candidates, and paid for as output."""
    if not isinstance(value, dict) or not value:
        return None
    return Usage(
        input=added(value.get("promptTokenCount"), value.get("toolUsePromptTokenCount")),
        output=added(value.get("candidatesTokenCount"), value.get("thoughtsTokenCount")),
        cached=count_of(value.get("cachedContentTokenCount")),
        reasoning=count_of(value.get("thoughtsTokenCount")),
    )


FOLDING = Folding(
    key="gemini",
    title="Gemini",
    recognises=_recognises,
    recognises_whole=lambda value: _recognises(value, ""),
    start=_Fold,
    read=_read,
    end="finishReason",
    in_array=True,
    cut_off=frozenset({"MAX_TOKENS"}),
)
