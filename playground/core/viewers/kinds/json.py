"""JSON, indented. Only white space between tokens changes: numbers, escapes, key order and repeated keys stay as sent.

The text is read token by token and never parsed into values, so that any size and any depth takes time in proportion,
and a page can begin at any token.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from playground.core.viewers import embedded
from playground.core.viewers.base import Fold, Position, Subject, View, Viewer, cut

#: Deeper levels are not indented further: a million brackets would otherwise fill terabytes with spaces.
_DEEPEST = 60
#: Characters of a string that is shorter than what stands in its place.
_FOLDED = 300
_SPACES = re.compile(r"[ \t\n\r]")

_SPACE = r"[ \t\n\r]*+"
_STRING_END = r'[^"\\]*+(?:\\.[^"\\]*+)*+"'
_EMPTY = rf"(?P<empty>\{{{_SPACE}\}}|\[{_SPACE}\])"
_VALUE = rf'(?P<value>"{_STRING_END}|-?[0-9][0-9.eE+\-]*+|true\b|false\b|null\b)'
_TOKEN = re.compile(rf"{_SPACE}(?P<token>{_EMPTY}|[{{}}\[\],:]|{_VALUE})", re.DOTALL)
_REST_OF_STRING = re.compile(_STRING_END, re.DOTALL)
_ONLY_SPACE = re.compile(_SPACE + r"\Z")
_BEGINNING = re.compile(r'\s*+(?:\{\s*+["}]|\[\s*+(?:["{\[\]]|-?[0-9]|true\b|false\b|null\b))')


def accepts(what: Subject) -> bool:
    if what.is_binary:
        return False
    if what.declared.is_json:
        return True
    return what.is_vague and _BEGINNING.match(what.text) is not None and what.text.rstrip().endswith(("}", "]"))


def view(what: Subject, start: Position, limit: int) -> View:
    charset, text = what.charset_and_text
    printer = _Printer(text, start, limit, folding=True)
    printer.run()
    view = View(
        kind="json",
        media_type=what.declared.essence if what.declared.is_json else "application/json",
        text="".join(printer.pieces),
        language="json",
        charset=charset,
        start=start,
        next=printer.next,
        folds=tuple(printer.folds),
    )
    return view if printer.valid else _with_rest(view, what, printer, limit)


def pretty(text: str) -> str:
    """The whole text, indented; from where it stops being JSON on, as it came."""
    printer = _Printer(text, Position(), len(text) * (2 * _DEEPEST + 4) + 1)
    printer.run()
    return "".join(printer.pieces) + ("" if printer.valid else text[printer.at :])


def _with_rest(view: View, what: Subject, printer: _Printer, limit: int) -> View:
    """What follows where the text stops being JSON, as it came."""
    room = max(1, limit - len(view.text))
    rest, following = cut(what.text, Position(printer.at), room)
    following = Position(following.offset, 0, "rest") if following else None
    return replace(view, text=view.text + rest, next=following, note="invalid_json" if what.text.strip() else "")


@dataclass
class _Printer:
    """Walks over the tokens from a position, until the page is full or something is no JSON."""

    text: str
    start: Position
    limit: int
    folding: bool = False
    folds: list[Fold] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    next: Position | None = None
    valid: bool = True
    at: int = 0
    _depth: int = 0
    _written: int = 0
    _after_value: bool = False

    def run(self) -> None:
        self.at, self._depth = self.start.offset, self.start.depth
        if self.start.within == "rest":
            self.valid = False
            return
        if self.start.within == "string" and not self._rest_of_string():
            return
        while match := _TOKEN.match(self.text, self.at):
            if self._written >= self.limit:
                self.next = Position(self.at, self._depth)
                return
            if not self._fits(match):
                self.valid = False
                return
            self._take(match)
            if self.next:
                return
        self.valid = _ONLY_SPACE.match(self.text, self.at) is not None

    def _fits(self, match: re.Match[str]) -> bool:
        """Whether the token can stand here: two values follow each other only at the top (concatenated JSON)."""
        starts_value = match["value"] is not None or match["token"][0] in "{["
        if not (starts_value and self._after_value):
            return True
        if self._depth == 0:
            self._write("\n")
        return self._depth == 0

    def _take(self, match: re.Match[str]) -> None:
        found = match["token"]
        self.at = match.end()
        if match["empty"]:
            self._write(found[0] + found[-1], after_value=True)
        elif match["value"] is not None:
            self._value(found, match.start("token"))
        elif found in "{[":
            self._depth += 1
            self._write(found + self._line())
        elif found in "}]":
            self._depth = max(0, self._depth - 1)
            self._write(self._line() + found, after_value=True)
        else:
            self._write(": " if found == ":" else "," + self._line())

    def _value(self, value: str, at: int) -> None:
        if self.folding and len(value) > _FOLDED and value[0] == '"' and self._fold(value, at):
            return
        room = max(self.limit - self._written, 1)
        if len(value) <= max(room, 1000) or value[0] != '"':
            self._write(value, after_value=True)
            return
        end = self._not_within_escape(at + room, at + 1)
        self._write(self.text[at:end])
        self.next = Position(end, self._depth, "string")

    def _fold(self, value: str, at: int) -> bool:
        """Leave a mark for a string that holds media."""
        media = embedded.find(value[1:-1])
        if media is None:
            return False
        self._write(f'"{Fold.mark(len(self.folds))}"', after_value=True)
        solid = len(value) - 2 - len(_SPACES.findall(value))
        self.folds.append(Fold(at, solid, value[1:25], media))
        return True

    def _not_within_escape(self, end: int, begin: int) -> int:
        """The place itself, or one character before it where it would part a backslash from what it escapes."""
        backslashes = 0
        while end - backslashes > begin and self.text[end - backslashes - 1] == "\\":
            backslashes += 1
        return end - backslashes % 2

    def _rest_of_string(self) -> bool:
        match = _REST_OF_STRING.match(self.text, self.at)
        if match is None:
            self.valid = False
            return False
        if match.end() - self.at > self.limit:
            end = self._not_within_escape(self.at + self.limit, self.at)
            self._write(self.text[self.at : end])
            self.next = Position(end, self._depth, "string")
            return False
        self._write(match[0], after_value=True)
        self.at = match.end()
        return True

    def _line(self) -> str:
        return "\n" + "  " * min(self._depth, _DEEPEST)

    def _write(self, text: str, *, after_value: bool = False) -> None:
        self.pieces.append(text)
        self._written += len(text)
        self._after_value = after_value


VIEWER = Viewer("json", accepts, view)
