"""Objects that are told in pieces, as OpenAI's chunks do it: texts grow, lists grow by index, the rest is replaced."""

from __future__ import annotations

from typing import Any

from playground.core.streams.folding.base import Text, Value, index_of

#: Members whose pieces follow on each other. All other texts (``id``, ``name``, ``type``) come whole.
TEXTS = frozenset(
    {"content", "reasoning_content", "reasoning", "thinking", "refusal", "arguments", "input", "data", "transcript"}
    | {"text", "summary"}
)


class Indexed:
    """A list whose items are told apart by their ``index``, which the final object does not have."""

    def __init__(self) -> None:
        self._items: dict[int, Value] = {}
        self._last = -1

    def at(self, piece: Value) -> tuple[int, Value]:
        """Number and state of the item that a piece belongs to: of its index, else of its ``id``, else the last."""
        number = index_of(piece.get("index"), -1)
        identity = piece.get("id")
        if number < 0 or _is_another(self._items.get(number), identity):
            number = self._by_id(identity)
        self._last = number
        return number, self._items.setdefault(number, {})

    def _by_id(self, identity: Any) -> int:
        if not identity:
            return max(self._last, 0)
        for number, item in self._items.items():
            if item.get("id") == identity:
                return number
        return max(self._items, default=-1) + 1

    def plain(self) -> list[Any]:
        return [plain(self._items[number]) for number in sorted(self._items)]


def _is_another(item: Value | None, identity: Any) -> bool:
    """Whether an index is used once more, for an item of another id: some servers number every call 0."""
    return bool(item and identity and item.get("id") and item["id"] != identity)


def grow(state: Value, piece: Value) -> None:
    """Take a piece into the state of an object."""
    for key, value in piece.items():
        state[key] = _grown(key, state.get(key), value)


def _grown(key: str, now: Any, value: Any) -> Any:
    if value is None:
        return now
    if isinstance(value, str) and key in TEXTS:
        now = now if isinstance(now, Text) else Text()
        now.add(value)
        return now
    if isinstance(value, dict):
        state: Value = now if isinstance(now, dict) else {}
        grow(state, value)
        return state
    if isinstance(value, list) and value:
        return _grown_list(now, value)
    return value


def _grown_list(now: Any, pieces: list[Any]) -> Any:
    if all(isinstance(piece, dict) and "index" in piece for piece in pieces) or isinstance(now, Indexed):
        items = now if isinstance(now, Indexed) else Indexed()
        for piece in pieces:
            if isinstance(piece, dict):
                _, state = items.at(piece)
                grow(state, {key: value for key, value in piece.items() if key != "index"})
        return items
    if isinstance(now, list):
        now.extend(pieces)
        return now
    return list(pieces)


def plain(state: Any) -> Any:
    """The object as JSON."""
    if isinstance(state, Text):
        return str(state)
    if isinstance(state, Indexed):
        return state.plain()
    if isinstance(state, dict):
        return {key: plain(value) for key, value in state.items()}
    return state
