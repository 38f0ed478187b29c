"""What a viewer takes and gives.

A viewer turns content into a page of text to look at. Pages are cut by size, so that content of any size shows
something at once, and a page says where the next one begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from playground.core import media_types
from playground.core.media_types import MediaType
from playground.core.viewers import charsets, sniffing
from playground.core.viewers.embedded import Embedded

#: Characters of a page.
PAGE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page begins.

    ``offset`` counts what the viewer counts: characters of the text, or bytes (hex). The others are for JSON:
    ``depth`` is the nesting at that place, ``within`` is "string" inside of one and "rest" where it stopped being JSON.
    """

    offset: int = 0
    depth: int = 0
    within: str = ""

    def __str__(self) -> str:
        """The position as it stands in an address: ``262144``, ``262144-3``, ``262144-3-string``."""
        if self.within:
            return f"{self.offset}-{self.depth}-{self.within}"
        return f"{self.offset}-{self.depth}" if self.depth else str(self.offset)

    @classmethod
    def parse(cls, text: str) -> Position:
        """Read what ``str`` wrote; anything else is the start."""
        offset, _, rest = text.partition("-")
        depth, _, within = rest.partition("-")
        if not _is_count(offset) or (rest and not _is_count(depth)):
            return START
        return cls(int(offset), int(depth or 0), within if within in {"string", "rest"} else "")


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 13


START = Position()


@dataclass(frozen=True)
class Subject:
    """Content and what was said of it."""

    content: bytes
    declared: MediaType

    @cached_property
    def charset_and_text(self) -> tuple[str, str]:
        return charsets.decode(self.content, self.declared.get("charset"))

    @property
    def text(self) -> str:
        return self.charset_and_text[1]

    @cached_property
    def is_binary(self) -> bool:
        """Whether it cannot be read as text, whatever was said of it."""
        return sniffing.looks_binary(self.content, self.declared)

    @cached_property
    def magic(self) -> str:
        """The media type that the first bytes tell, "" where they tell none."""
        return sniffing.magic(self.content)

    @property
    def is_vague(self) -> bool:
        """Whether what was said of it is nothing, or so general that the content itself is the better witness."""
        return self.declared.essence in VAGUE or "/" not in self.declared.essence


VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/unknown"})


def subject(content: bytes, content_type: str) -> Subject:
    return Subject(content, media_types.parse(content_type))


@dataclass(frozen=True, slots=True)
class Fold:
    """Media that a page of JSON does not spell out: in the text it is a mark, ``start`` is its string in the content.

    ``solid`` counts the characters that it takes there, quotes aside.
    """

    start: int
    solid: int
    beginning: str
    media: Embedded

    @staticmethod
    def mark(number: int) -> str:
        return f"\ue000{number}\ue000"


@dataclass(frozen=True, slots=True)
class View:
    """A page of content, to look at.

    kind
        Key of the viewer.
    media_type
        What the content is, by its own witness where it has one.
    text
        The page: pretty where the kind knows how.
    language
        Name of a Pygments lexer, "" for none.
    charset
        By which the bytes were read, "" for hex.
    preview
        How else it can be shown: "image", "audio", "video", "html", "pdf", "font", "archive", "table", "markdown",
        "parts", or "".
    next
        Where the next page begins, None on the last.
    note
        "" or what is odd: "invalid_json" where the text stops being JSON; from there on it stands as it came.
    folds
        What the page does not spell out.
    """

    kind: str
    media_type: str
    text: str
    language: str = ""
    charset: str = ""
    preview: str = ""
    start: Position = START
    next: Position | None = None
    note: str = ""
    folds: tuple[Fold, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """A kind of content: whether it is one, and a page of it (from a position, of so many characters)."""

    key: str
    accepts: Callable[[Subject], bool]
    view: Callable[[Subject, Position, int], View]


def cut(text: str, start: Position, limit: int) -> tuple[str, Position | None]:
    """The page of a text that begins at ``start``, and where the next begins; at the end of a line if one is near."""
    end = start.offset + limit
    if end >= len(text):
        return text[start.offset :], None
    line_end = text.rfind("\n", start.offset + limit * 3 // 4, end)
    if line_end > 0:
        end = line_end + 1
    return text[start.offset : end], Position(end)


def text_view(key: str, what: Subject, start: Position, limit: int, *, language: str = "", text: str = "") -> View:
    """The page of content that is shown as text."""
    charset, own = what.charset_and_text
    page, following = cut(text or own, start, limit)
    return View(
        kind=key,
        media_type=what.declared.essence or "text/plain",
        text=page,
        language=language,
        charset=charset,
        start=start,
        next=following,
    )
