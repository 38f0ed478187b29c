"""The foldings, in the order in which they are asked: the first that recognises a frame folds the stream."""

from __future__ import annotations

from typing import Any

from playground.core.streams.folding import chat, completions, gemini, messages, ollama, responses
from playground.core.streams.folding.base import Folding, Value

FOLDINGS: tuple[Folding, ...] = (
    chat.FOLDING,
    responses.FOLDING,
    messages.FOLDING,
    gemini.FOLDING,
    ollama.FOLDING,
    completions.FOLDING,
)


def find(value: Value, event: str = "") -> Folding | None:
    """The folding of a stream with this frame, None where no provider is known by it."""
    return next((folding for folding in FOLDINGS if folding.recognises(value, event)), None)


def find_in_array(value: Value) -> Folding | None:
    """The folding of a stream that comes as a JSON array of its frames, and whose first one is this."""
    return next((folding for folding in FOLDINGS if folding.in_array and folding.recognises(value, "")), None)


def of_whole(value: Any) -> Folding | None:
    """The folding of an answer that was not streamed."""
    if not isinstance(value, dict):
        return None
    return next((folding for folding in FOLDINGS if folding.recognises_whole(value)), None)
