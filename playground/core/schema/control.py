"""The noun ``Control``: one place of a form.

A ``Control`` is everything a form shows about one place in an instance. Only what the text holds, and what is
required, is opened; the rest is listed by name. So a schema may refer to itself, and a page costs what its body costs.

The kinds, each with a template of its name:

========  ==========================================================================================
text      a JSON string on one line
textarea  a JSON string that is long, has line breaks, or is prose by its name
secret    a JSON string with ``format: password``
file      a JSON string with ``format: binary`` or ``contentEncoding``: the content of a file
number    a JSON number, spelled as in the text
integer   the same, where the schema says integer
boolean   ``true`` or ``false``
enum      one of ``choices``
const     the one value that is allowed
null      null
array     ``children`` are the items; ``item`` says what "add" adds
object    ``children`` are the members; ``addable`` the properties not in use
map       an object of free names: ``children`` are rows, ``item`` says what a new row holds
switch    alternatives: ``options``; ``children`` holds the one control of the chosen option, at the same pointer
json      any JSON text, where the schema says nothing, or something else than what the text holds
========  ==========================================================================================
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from zlib import crc32

from playground.core.schema.problems import Problem

#: The prefix of a control's input name; what follows is the JSON Pointer of its place.
AT = "at:"
#: The prefix of the input that chooses an alternative: its value is the index of an ``Option``.
SWITCH = "switch:"
#: The prefix of the input that renames a row of an object with free names.
KEY = "key:"

KINDS = (
    "text",
    "textarea",
    "secret",
    "file",
    "number",
    "integer",
    "boolean",
    "enum",
    "const",
    "null",
    "array",
    "object",
    "map",
    "switch",
    "json",
)

#: The prefix of the input that holds a file for a place, and of the one that holds its name.
FILE = "file:"
FILE_NAME = "file-name:"
#: The prefix of the input that stands for a file that the text has: a fingerprint of it instead of all its content.
HELD = "held:"
#: A file in a text with more characters is not put into an input.
LONG_FILE = 2_000

#: Kinds that have one input of their own, whose text is posted under ``Control.input_name``.
LEAVES = frozenset({"text", "textarea", "secret", "file", "number", "integer", "boolean", "enum", "const", "json"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration: ``value`` is posted, ``label`` read, ``known`` False where only the text has it."""

    value: str
    label: str
    known: bool = True
    #: What is written into the text when it is chosen.
    json: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a switch. The action ``switch:<pointer>:<index>`` chooses it."""

    index: int
    label: str
    description: str = ""
    type_label: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Addable:
    """Something that can be added: a property not in use, an item, a row. ``action`` is what the button posts."""

    action: str
    pointer: str
    name: str
    title: str = ""
    description: str = ""
    type_label: str = ""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """One place in an instance and all that a form says about it."""

    kind: str
    #: How it is drawn where its kind alone would not do: a message, a part of one (``looks.py``); "" for its kind.
    look: str = field(default="", kw_only=True)
    #: RFC 6901 pointer of the place, "" for the whole body.
    pointer: str
    #: The property's name or the item's index, "" for the whole body.
    name: str
    title: str = ""
    description: str = ""
    #: The type as documentation writes it: ``array [object {2}]``, ``enum<string>``.
    type_label: str = ""
    #: The schema's ``format``, "" without one.
    format: str = ""
    required: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    #: ``(keyword, text)`` for display, in the order of CONSTRAINTS; default and format have fields of their own.
    constraints: tuple[tuple[str, str], ...] = ()
    #: ``contentMediaType`` of a file, "" where it is not said.
    media_type: str = ""
    #: What becomes of a chosen file: ``base64``, ``data-url``, ``part`` (of a multipart body); "" where none is asked.
    upload: str = ""
    #: ``json-schema`` where a ``json`` control holds a schema: it deserves an editor and a check of its own.
    holds: str = ""
    #: Both ends of a bounded number as ``(minimum, maximum)``: a slider is possible.
    bounds: tuple[float, float] | None = None
    choices: tuple[Choice, ...] = ()
    #: Values to suggest in an open set (``x-enum-hint``, ``examples``).
    hints: tuple[str, ...] = ()
    #: As it would be typed into this control; None where the schema has none.
    default: str | None = None
    examples: tuple[str, ...] = ()
    #: What is wrong here, where it is to be said beside the control.
    problems: tuple[Problem, ...] = ()
    #: Whether the text has this place. An absent control is required, and empty until it is filled.
    present: bool = True
    #: Whether the schema knows this place.
    known: bool = True
    #: What the input holds: a string unescaped, any other value as it is spelled in the text.
    value: str = ""
    children: tuple[Control, ...] = ()
    options: tuple[Option, ...] = ()
    addable: tuple[Addable, ...] = ()
    item: Addable | None = None
    #: The kinds of part that a message, or the content of a part, can be given; and the calls that a message can have.
    parts: tuple[Addable, ...] = ()
    calls: Addable | None = None
    #: Whether free names may be added here (``additionalProperties``), beside ``addable``.
    open: bool = False
    #: Whether the member's name is free, and may be changed by the input ``key_name``.
    renamable: bool = False
    #: The place among the items of an array, -1 elsewhere, and how many items there are.
    index: int = -1
    siblings: int = 0
    #: Whether ``remove:<pointer>`` is offered: it is there, and nothing requires it.
    removable: bool = False

    @property
    def input_name(self) -> str:
        """The name under which the control's text is posted."""
        return AT + self.pointer

    @property
    def switch_name(self) -> str:
        """The name under which the index of another option is posted."""
        return SWITCH + self.pointer

    @property
    def key_name(self) -> str:
        """The name under which a changed member name is posted."""
        return KEY + self.pointer

    @property
    def template(self) -> str:
        """The name of the template that draws it."""
        if self.is_held:
            return "held"
        return "schema" if self.holds == "json-schema" else self.look or self.kind

    @property
    def step(self) -> str:
        """How far a slider moves at once: a hundredth of its way or so, a whole number for an integer."""
        if self.bounds is None or self.bounds[1] <= self.bounds[0]:
            return "1"
        fine = 10.0 ** math.floor(math.log10((self.bounds[1] - self.bounds[0]) / 100))
        return f"{max(fine, 1.0) if self.kind == 'integer' else fine:.15g}"

    @property
    def is_held(self) -> bool:
        """Whether it has the content of a file, which is shown by its size and not in an input."""
        return self.upload in {"base64", "data-url"} and len(self.value) > LONG_FILE

    @property
    def held_name(self) -> str:
        """The name under which ``fingerprint`` is posted."""
        return HELD + self.pointer

    @property
    def fingerprint(self) -> str:
        """What tells the file that is held from another."""
        return f"{len(self.value)}-{crc32(self.value.encode('utf-8', 'surrogatepass')):08x}"

    @property
    def file_size(self) -> int:
        """Bytes of the file that is held."""
        return (len(self.value) - self.value.find(",") - 1) * 3 // 4

    @property
    def file_type(self) -> str:
        """The media type of the file that is held, "" where its text does not say."""
        return self.value[5:].partition(";")[0][:60] if self.value.startswith("data:") else self.media_type

    @property
    def role(self) -> Control | None:
        """Who speaks in a message."""
        return self._drawn_as("role")

    @property
    def content(self) -> Control | None:
        """What a message says."""
        return self._drawn_as("bare", "parts", "prose")

    @property
    def others(self) -> tuple[Control, ...]:
        """Whatever else a message has."""
        return tuple(child for child in self.children if child not in (self.role, self.content))

    @property
    def part_name(self) -> str:
        """The constant that tells a part from others, else the member in use, "" without either."""
        constant = self._drawn_as("hidden")
        return constant.value if constant else self.children[0].name if self.children else ""

    def _drawn_as(self, *looks: str) -> Control | None:
        return next((child for child in self.children if child.look in looks), None)

    @property
    def is_item(self) -> bool:
        return self.index >= 0

    @property
    def can_move_up(self) -> bool:
        return self.index > 0

    @property
    def can_move_down(self) -> bool:
        return 0 <= self.index < self.siblings - 1

    @property
    def chosen(self) -> Option | None:
        """The option of a switch that the text is read as."""
        return next((option for option in self.options if option.chosen), None)


def leaves(control: Control) -> Iterable[Control]:
    """Every control of a tree that has an input of its own, in the order of the page."""
    if control.kind in LEAVES:
        yield control
    for child in control.children:
        yield from leaves(child)


def with_typed(control: Control, typed: Mapping[str, str]) -> Control:
    """A tree whose controls show what was typed at these pointers instead of what the text has."""
    if control.kind in LEAVES and control.pointer in typed:
        return replace(control, value=typed[control.pointer])
    below = tuple(with_typed(child, typed) for child in control.children)
    return control if below == control.children else replace(control, children=below)


def beside(control: Control, problems: Iterable[Problem]) -> Control:
    """A tree with each problem at the control of its place; what is wrong inside of one text is said of that text."""
    here = [one for one in problems if one.pointer == control.pointer or one.pointer.startswith(f"{control.pointer}/")]
    if not here:
        return control
    if control.kind in LEAVES:
        return replace(control, problems=tuple(here))
    return replace(control, children=tuple(beside(child, here) for child in control.children))
