"""Frames as they arrive → what the model says, and what is noticed on the way."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from playground.core.streams.folding import registry
from playground.core.streams.folding.base import Answer, Delta, Fold, Folding, Value, follow, members, text_of
from playground.core.streams.pace import Pace

#: What OpenAI's streams end with; others that end with it mean the same.
DONE = "[DONE]"
#: Frames of unknown shape after which a stream is not looked at any more.
PATIENCE = 20
#: A frame that nests deeper is taken as invalid: no model sends it, and walking through it could end the process.
MAX_DEPTH = 100
#: Half of a surrogate pair in a JSON text, whose other half does not stand beside it.
_HALF = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])")


@dataclass(frozen=True, slots=True)
class Erroneous:
    """An error that a frame holds: its number, the message, and its type or code."""

    number: int
    message: str
    type: str = ""


@dataclass
class Notes:
    """What is noticed of the frames; numbers of frames count from 1."""

    frames: int = 0
    #: Frames that add something to the answer, and the number of the first of them.
    telling: int = 0
    #: Frames that are not JSON, nor the end: the first, and how many.
    invalid: int = 0
    first_invalid: int = 0
    error: Erroneous | None = None
    #: Number of the frame that ended the stream, 0 where none did, and how many came after it.
    done: int = 0
    after_done: int = 0
    #: Frames that end within a character.
    halves: int = 0
    #: Frames with U+FFFD: a character was broken before it came here.
    replaced: int = 0


@dataclass
class Folder:
    """Takes frames one by one. ``folding`` is None until a frame is recognised."""

    folding: Folding | None = None
    notes: Notes = field(default_factory=Notes)
    pace: Pace = field(default_factory=Pace)
    _fold: Fold | None = None
    _waiting: list[tuple[Value, str]] = field(default_factory=list)

    def add(self, data: str, event: str = "", at: float | None = None) -> list[Delta]:
        """Take a frame that arrived ``at`` so many milliseconds; what it added to the answer."""
        notes = self.notes
        notes.frames += 1
        if data.strip() == DONE:
            notes.done = notes.done or notes.frames
            return []
        value = self._json(data)
        if value is None:
            return []
        self._note_error(value, event)
        if notes.done:
            notes.after_done += 1
        deltas = self._take(value, event)
        if deltas:
            notes.telling += 1
            self.pace.add(at, sum(len(delta.text) for delta in deltas))
        return deltas

    def _json(self, data: str) -> Value | None:
        """The JSON object of a frame; None where it is none, or another value."""
        try:
            value = json.loads(data, parse_constant=_no_number)
            _check_depth(value, data)
        except (ValueError, RecursionError):
            self.notes.invalid += 1
            self.notes.first_invalid = self.notes.first_invalid or self.notes.frames
            return None
        self.notes.replaced += "\ufffd" in data
        self.notes.halves += _HALF.search(data) is not None
        return value if isinstance(value, dict) else None

    def _note_error(self, value: Value, event: str) -> None:
        if self.notes.error is None:
            self.notes.error = error_of(value, event, self.notes.frames)

    def _take(self, value: Value, event: str) -> list[Delta]:
        if self._fold is None and not self._recognised(value, event):
            return []
        assert self._fold is not None
        deltas = []
        for waiting, its_event in self._waiting:
            deltas += self._fold.add(waiting, its_event)
        self._waiting.clear()
        return deltas + self._fold.add(value, event)

    def _recognised(self, value: Value, event: str) -> bool:
        """Look for the folding; what came before it is found waits, and is folded too."""
        if len(self._waiting) >= PATIENCE:
            return False
        self.folding = registry.find(value, event)
        if self.folding is None:
            self._waiting.append((value, event))
            return False
        self._fold = self.folding.start()
        return True

    @property
    def fold(self) -> Fold | None:
        return self._fold

    def result(self) -> Value | None:
        """The final object so far, None where the stream is of no known shape."""
        return self._fold.result() if self._fold else None

    def answer(self) -> Answer:
        """The final object so far, read."""
        return self.folding.read(self._fold.result()) if self.folding and self._fold else Answer()


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is not JSON")


def _check_depth(value: Any, data: str) -> None:
    """Raises ``ValueError`` for what nests too deep."""
    if data.count("{") + data.count("[") <= MAX_DEPTH:
        return
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return
    raise ValueError("nested too deep")


def _inside(value: Any) -> list[Any]:
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [inner for inner in held if isinstance(inner, dict | list)]


def error_of(value: Value, event: str = "", number: int = 0) -> Erroneous | None:
    """The error that a frame, or a whole answer, holds.

    ``{"error": …}`` (OpenAI, Gemini, Ollama), ``{"type": "error"}`` (Anthropic, OpenAI responses), or a response
    that failed.
    """
    error = value.get("error") or follow(value, "response", "error")
    if not error and (value.get("type") == "error" or event == "error"):
        error = value
    if isinstance(error, str):
        return Erroneous(number, error[:500])
    if not isinstance(error, dict) or not error:
        return None
    kind = error.get("code") or error.get("type") or error.get("status") or ""
    message = text_of(error.get("message")) or json.dumps(members(error), ensure_ascii=False)
    return Erroneous(number, message[:500], str(kind)[:80])
