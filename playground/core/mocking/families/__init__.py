"""The kinds of answers that can be streamed, and fitted to what a request asked for."""

from __future__ import annotations

from typing import Any

from playground.core.mocking.families import chat, completions, gemini, messages, responses
from playground.core.mocking.families.base import Family

#: Every family, told apart by the shape of its answers.
FAMILIES: tuple[Family, ...] = (
    chat.FAMILY,
    completions.FAMILY,
    responses.FAMILY,
    messages.FAMILY,
    gemini.FAMILY,
)


def family_of(answer: Any) -> Family | None:
    """The family of a whole answer."""
    return next((item for item in FAMILIES if isinstance(answer, dict) and item.recognises(answer)), None)


def family_of_stream(frames: list[Any]) -> Family | None:
    """The family of the JSON values of a stream."""
    first = frames[0] if frames and isinstance(frames[0], dict) else None
    return next((item for item in FAMILIES if first is not None and item.recognises_frame(first)), None)
