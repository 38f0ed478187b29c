"""What the foldings share: the doorway, the nouns of an answer, and text that grows in linear time.

A folding knows the frames of one provider. It recognises them by their shape, puts them together to the object that
the same call answers without streaming, and reads such an object, streamed or not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

#: A JSON object.
Value = dict[str, Any]

#: What a part of an answer is.
CONTENT, REASONING, REFUSAL, CALL = "content", "reasoning", "refusal", "call"

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Delta:
    """What a frame added to a part of the answer.

    ``choice`` is the index of the choice, ``part`` tells the parts of a choice apart, ``kind`` is CONTENT, REASONING,
    REFUSAL or CALL. ``name`` is that of the tool, ``text`` what follows on the text so far: of a call its arguments.
    """

    choice: int
    kind: str
    part: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A whole part of an answer. ``text`` of a CALL is its arguments, as the model wrote them."""

    kind: str
    text: str
    name: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the alternatives of an answer. ``finish_reason`` is the provider's own word, "" where there is none."""

    index: int
    parts: tuple[Part, ...] = ()
    finish_reason: str = ""

    @property
    def content(self) -> str:
        """What it says, without reasoning, calls and refusals."""
        return "".join(part.text for part in self.parts if part.kind == CONTENT)


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the provider counts them, None where it does not say.

    ``input`` are all tokens of the request, ``cached`` those of them that were read from a cache, ``written`` those
    that were written to one; ``output`` are all tokens of the answer, ``reasoning`` those of them that are not shown.
    """

    input: int | None = None
    output: int | None = None
    cached: int | None = None
    written: int | None = None
    reasoning: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A final object, read: the same whichever provider it is from."""

    model: str = ""
    choices: tuple[Choice, ...] = ()
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that only this folding can see; a code of ``core.streams.findings`` and its parameters."""

    code: str
    parameters: dict[str, str] = field(default_factory=dict)


class Fold(Protocol):
    """An answer that is put together. ``add`` takes time in proportion to its frame alone."""

    def add(self, value: Value, event: str) -> list[Delta]:
        """Take the JSON of a frame, and the type of its event; what it added to the answer."""

    def result(self) -> Value:
        """The object as the same call answers without streaming, so far."""

    def faults(self) -> list[Fault]:
        """What is wrong with the frames so far."""

    @property
    def is_ended(self) -> bool:
        """Whether a frame said that it is the last."""


@dataclass(frozen=True, slots=True)
class Folding:
    """One provider's shape.

    key, title
        Name of its file; name of the shape as its documentation says it.
    recognises
        Whether the JSON of a frame, with the type of its event, is of this shape.
    recognises_whole
        Whether a final object is.
    start
        An empty answer.
    read
        A final object, streamed or not, as the nouns.
    terminator
        The data of the frame that has to end the stream, "" where there is none.
    end
        What has to end a stream, in the words of its documentation.
    in_array
        Whether its frames may come as the elements of one JSON array, too.
    usage_on_demand
        Whether usage is sent only where the request asks for it.
    cut_off
        The finish reasons that say: the answer was longer than it was allowed to be.
    """

    key: str
    title: str
    recognises: Callable[[Value, str], bool]
    recognises_whole: Callable[[Value], bool]
    start: Callable[[], Fold]
    read: Callable[[Value], Answer]
    end: str
    terminator: str = ""
    in_array: bool = False
    usage_on_demand: bool = False
    cut_off: frozenset[str] = frozenset({"length"})


class Text:
    """Text that grows. Halves of a surrogate pair that came in two frames become the character that they are."""

    __slots__ = ("_held", "_pieces")

    def __init__(self, text: str = "") -> None:
        self._pieces: list[str] = []
        self._held = ""
        self.add(text)

    def add(self, piece: Any) -> str:
        """Append; what can be shown of it by now. Anything but text adds nothing."""
        if not isinstance(piece, str) or not piece:
            return ""
        whole: str = self._held + piece
        self._held = ""
        if "\ud800" <= whole[-1] <= "\udbff":
            whole, self._held = whole[:-1], whole[-1]
        shown = mended(whole)
        self._pieces.append(shown)
        return shown

    def __str__(self) -> str:
        return "".join(self._pieces) + ("\ufffd" if self._held else "")

    def __bool__(self) -> bool:
        return bool(self._held) or any(self._pieces)


def mended(text: str) -> str:
    """Text in which surrogate pairs are characters, and lone surrogates U+FFFD."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def follow(value: Any, *path: str | int) -> Any:
    """What stands at a path, None where it ends before."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def objects(value: Any) -> list[Value]:
    """The objects in a list, [] where it is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def members(value: Any) -> Value:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def text_of(value: Any) -> str:
    return mended(value) if isinstance(value, str) else ""


def index_of(value: Any, default: int = 0) -> int:
    """A number of a choice, a part or a call."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def count_of(value: Any) -> int | None:
    """A number of tokens."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def added(*counts: Any) -> int | None:
    """The sum of those that are counts, None where none is."""
    known = [count for count in map(count_of, counts) if count is not None]
    return sum(known) if known else None


def written(value: Any) -> str:
    """Arguments that are sent as an object, as the text that others send."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def parsed(text: str) -> Any:
    """Arguments that are sent as text, as the object; the text itself where it is not JSON."""
    try:
        return json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return text
