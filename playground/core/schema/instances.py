"""A form's pairs and a JSON text: what was edited in the form is put into the text, and nothing else is touched.

The browser posts the text as it is now (``body``), the text that its controls were made from (``base``), and one pair
for each control. A control that shows something else than ``base`` has was edited by the person; only those edits go
into ``body``, each at its own span. So two views can be edited in turn, and a form that was only looked at changes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from playground.core.errors import InvalidInput
from playground.core.schema import pointers
from playground.core.schema.actions import apply_action
from playground.core.schema.control import AT, KEY, LEAVES, SWITCH, Control
from playground.core.schema.controls import tree
from playground.core.schema.problems import Problem, problem
from playground.core.schema.resolution import Definitions
from playground.core.schema.text import Edit, InvalidJson, JsonText, dumps, set_value, splice
from playground.core.variables import VARIABLE

#: A form with more pairs was not made here.
MAX_PAIRS = 5_000
#: Characters that adding missing members may cost: each one reads the text again.
MAX_WORK = 64 * 1024 * 1024

#: RFC 8259 §6.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Applied:
    """The text with the edits in it, where they are, and what could not be done."""

    text: str
    edited: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: What was typed where it cannot be written, by its place: it stays in the form until it can.
    kept: Mapping[str, str] = field(default_factory=dict)


class _Refused(Exception):
    """What was typed cannot be written; carries the problem."""

    def __init__(self, said: Problem) -> None:
        super().__init__(said.message)
        self.said = said


def apply_edits(
    schema: Any,
    definitions: Mapping[str, Any] | Definitions,
    body: str,
    base: str,
    pairs: Mapping[str, str],
    drawn: Control | None = None,
) -> Applied:
    """The body with the edits that the pairs hold (see the module).

    ``drawn`` is the tree of ``base``, where it is known.

    Pairs are named by ``Control.input_name``, ``key_name`` and ``switch_name``; others are left alone. What cannot be
    written (``abc`` for a number) is a problem, and leaves the text as it was at that place. Raises InvalidInput for
    more than ``MAX_PAIRS`` pairs.
    """
    if len(pairs) > MAX_PAIRS:
        raise InvalidInput(
            "A form of %(count)s fields; at most %(limit)s are read.", count=f"{len(pairs):,}", limit=f"{MAX_PAIRS:,}"
        )
    try:
        drawn = drawn or tree(schema, Definitions.of(definitions, schema), JsonText(base) if base.strip() else None)
    except InvalidInput:
        return Applied(body)
    edits = _Edits(_Form(drawn), pairs)
    if not edits.values and not edits.names and not edits.switches:
        return Applied(body, (), tuple(edits.problems), edits.kept)
    return replace(edits.on(schema, definitions, body), kept=edits.kept)


class _Form:
    """The controls of a form by the names of their inputs."""

    def __init__(self, root: Control) -> None:
        self.by_name: dict[str, Control] = {}
        for control in _walk(root):
            if control.kind in LEAVES:
                self.by_name[control.input_name] = control
            if control.options:
                self.by_name[control.switch_name] = control
            if control.renamable:
                self.by_name[control.key_name] = control


def _walk(control: Control) -> Iterator[Control]:
    yield control
    for child in control.children:
        yield from _walk(child)


class _Edits:
    """What the pairs say differently than the form did: pointer → JSON text, new name, or option."""

    def __init__(self, form: _Form, pairs: Mapping[str, str]) -> None:
        self.values: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.switches: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.kept: dict[str, str] = {}
        for name, posted in pairs.items():
            prefix = next((prefix for prefix in (AT, KEY, SWITCH) if name.startswith(prefix)), None)
            if prefix is not None:
                self._read(prefix, name.removeprefix(prefix), form.by_name.get(name), posted)

    def _read(self, prefix: str, pointer: str, control: Control | None, posted: str) -> None:
        if control is None:
            self.problems.append(problem(pointer[:200], "no-place"))
        elif prefix == AT:
            self._read_value(control, posted)
        elif prefix == KEY and posted != control.name:
            self.names[pointer] = posted
        elif prefix == SWITCH and posted != str(control.chosen.index if control.chosen else ""):
            self.switches[pointer] = posted

    def _read_value(self, control: Control, posted: str) -> None:
        if _plain(posted) == _plain(control.value):
            return
        try:
            self.values[control.pointer] = written(control, posted)
        except _Refused as refused:
            self.problems.append(refused.said)
            self.kept[control.pointer] = posted

    def on(self, schema: Any, definitions: Mapping[str, Any] | Definitions, body: str) -> Applied:
        """The edits done on a body."""
        try:
            document = JsonText(body if body.strip() else "{}")
        except InvalidInput as error:
            return Applied(body, (), (*self.problems, _not_json("", error)))
        text, missing = self._in_place(document)
        text = self._added(text, missing)
        for pointer, index in self.switches.items():
            text = self._switched(schema, definitions, text, pointer, index)
        failed = {each.pointer for each in self.problems}
        edited = [pointer for pointer in (*self.values, *self.names, *self.switches) if pointer not in failed]
        return Applied(text, tuple(edited), tuple(self.problems))

    def _in_place(self, document: JsonText) -> tuple[str, dict[str, str]]:
        """The text with every edit whose place is there, all at once; and the edits whose place is not."""
        edits: list[Edit] = []
        missing: dict[str, str] = {}
        for pointer, json_text in self.values.items():
            node = document.find(pointer)
            if node is None:
                missing[pointer] = json_text
            else:
                edits.append((node.start, node.end, json_text))
        edits += [edit for pointer, name in self.names.items() if (edit := self._renamed(document, pointer, name))]
        return splice(document.text, edits), missing

    def _renamed(self, document: JsonText, pointer: str, name: str) -> Edit | None:
        above, old = pointers.parent(pointer)
        container = document.find(above)
        member = document.child(container, old) if container is not None and container.kind == "object" else None
        if container is None or member is None:
            self.problems.append(problem(pointer, "no-place"))
        elif not name:
            self.problems.append(problem(pointer, "no-name"))
        elif document.child(container, name) is not None or self._is_taken(above, pointer, name):
            self.problems.append(problem(pointer, "same-name", name=name))
        else:
            return member.start, member.colon, dumps(name)
        return None

    def _is_taken(self, above: str, pointer: str, name: str) -> bool:
        """Whether another member of the same object gets the same new name."""
        return any(
            other != pointer and wanted == name and pointers.parent(other)[0] == above
            for other, wanted in self.names.items()
        )

    def _added(self, text: str, missing: dict[str, str]) -> str:
        """The text with members that it lacks, as many as the bound on work allows."""
        affordable = MAX_WORK // (len(text) + 1)
        for count, (pointer, json_text) in enumerate(missing.items()):
            added = _added(text, pointer, json_text) if count < affordable else None
            if added is None:
                self.problems.append(problem(pointer, "no-place"))
            text = text if added is None else added
        return text

    def _switched(
        self, schema: Any, definitions: Mapping[str, Any] | Definitions, text: str, pointer: str, index: str
    ) -> str:
        try:
            return apply_action(schema, definitions, text, f"{SWITCH}{pointer}:{index}")
        except InvalidInput:
            self.problems.append(problem(pointer, "choice", text=index[:40]))
            return text


def _added(text: str, pointer: str, json_text: str) -> str | None:
    """The text with one more member, None where there is nothing to add it to."""
    try:
        return set_value(text, pointer, json_text)
    except InvalidInput:
        return None


def _plain(text: str) -> str:
    """Line ends as one character: a form posts CRLF for each (HTML, form submission, newline normalisation)."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


# --- What is written for what was typed -------------------------------------------------------------------------------


def written(control: Control, posted: str) -> str:
    """The JSON text for what was typed into a control."""
    text = _plain(posted)
    if "\r\n" in control.value:
        text = text.replace("\n", "\r\n")
    if control.kind in {"number", "integer"}:
        return _number(control, text)
    if control.choices:
        return _chosen(control, text)
    return _json(control, text) if control.kind == "json" else dumps(text)


def _number(control: Control, text: str) -> str:
    typed = text.strip()
    if _NUMBER.fullmatch(typed) or VARIABLE.fullmatch(typed):
        return typed
    raise _Refused(problem(control.pointer, "number-text", text=typed[:100] or '""'))


def _chosen(control: Control, text: str) -> str:
    """What a choice stands for. Another text is kept as a string where all choices are strings: the set may be open."""
    choice = next((choice for choice in control.choices if _plain(choice.value) == _plain(text)), None)
    if choice is not None:
        return choice.json
    if VARIABLE.fullmatch(text.strip()) and control.kind == "boolean":
        return text.strip()
    if control.kind == "enum" and text and all(choice.json.startswith('"') for choice in control.choices):
        return dumps(text)
    raise _Refused(problem(control.pointer, "choice", text=text[:100] or '""'))


def _json(control: Control, text: str) -> str:
    try:
        JsonText(text)
    except InvalidInput as error:
        raise _Refused(_not_json(control.pointer, error)) from None
    return text.strip(" \t\r\n")


def _not_json(pointer: str, error: InvalidInput) -> Problem:
    """Why a text could not be read."""
    if isinstance(error, InvalidJson):
        return problem(pointer, "json", **error.parameters)
    return problem(pointer, "json-limit")
