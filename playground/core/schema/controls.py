"""What to ask for: a JSON Schema and a JSON text become a tree of ``Control`` (``control.py`` has the noun).

Only what the text holds, and what is required, is opened; the rest is listed by name. ``CONTROLS`` has one function
for each kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from playground.core.schema import conversations, looks, pointers
from playground.core.schema.control import LEAVES, Addable, Choice, Control, Option
from playground.core.schema.kinds import Instance, described, kind_of, same, upload_of
from playground.core.schema.resolution import (
    ANYTHING,
    Definitions,
    Schema,
    alternatives,
    choose,
    item_schema,
    member_schema,
    names_in_order,
    option_label,
    properties,
    required,
    said,
    type_label,
    typed,
    types,
)
from playground.core.schema.text import JsonText, dumps

#: A container with more children is one text, not a form.
MAX_CHILDREN = 100
#: Once a tree has this many controls, further containers are texts too.
MAX_CONTROLS = 2_000
#: Containers deeper than this are texts too.
MAX_LEVELS = 24
#: How many levels of required places are opened where the text has nothing yet.
MAX_ABSENT_LEVELS = 4

#: Shown beside the name, in this order.
CONSTRAINTS = (
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "contentMediaType",
    "contentEncoding",
)


def controls(schema: Any, definitions: Mapping[str, Any] | Definitions, text: str, language: str = "en") -> Control:
    """The tree of controls for a JSON text under a schema.

    ``definitions`` is the document in which local ``$ref`` are looked up, better kept as ``Definitions`` than given
    anew each time; ``language`` a tag such as ``en``.
    A blank text is a body with nothing in it yet. Raises InvalidJson where the text is not JSON, and
    InvalidInput where it is too long or too deep.
    """
    return tree(schema, Definitions.of(definitions, schema), JsonText(text) if text.strip() else None, language)


def tree(schema: Any, definitions: Definitions, document: JsonText | None, language: str = "en") -> Control:
    """The same for a text that is already open, or for none."""
    whole = Instance(document, document.root, document.value) if document else None
    return Builder(definitions, language).control(schema, whole, Place("", "", required=True))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a control stands, as its parent knows it."""

    pointer: str
    name: str
    required: bool = False
    known: bool = True
    renamable: bool = False
    removable: bool = False
    index: int = -1
    siblings: int = 0
    #: How many controls are above it, and how many of these the text does not have.
    level: int = 0
    absent: int = 0
    #: Whether this is the chosen alternative of a switch at the same pointer.
    chosen: bool = False
    #: What it is asked to look like (``looks.py``).
    asked: str = ""

    def below(self, step: str | int, present: bool, **more: Any) -> Place:
        """The place one step further."""
        pointer = pointers.child(self.pointer, step)
        return Place(pointer, str(step), level=self.level + 1, absent=0 if present else self.absent + 1, **more)


@dataclass(frozen=True, slots=True)
class Case:
    """A merged schema, what the text has under it, and where."""

    schema: Schema
    instance: Instance | None
    place: Place
    options: tuple[Schema, ...] = ()


class Builder:
    """Builds one tree, and holds what is the same for all of its places."""

    def __init__(self, definitions: Definitions, language: str) -> None:
        self.definitions = definitions
        self.language = language
        self.count = 0

    def control(self, schema: Any, instance: Instance | None, place: Place) -> Control:
        """The control of one place with everything below it."""
        self.count += 1
        case = self.case(schema, instance, place)
        kind = self.kind(case)
        asked = looks.asked_of_array(place.asked, case.schema, self.definitions) if kind == "array" else place.asked
        base = self.base(kind, case)
        return CONTROLS[kind](self, replace(base, look=looks.look_of(asked, kind)) if asked else base, case)

    def case(self, schema: Any, instance: Instance | None, place: Place) -> Case:
        """A place with its schema merged; a single alternative takes the place of the whole."""
        merged = self.definitions.once("single", self.definitions.resolve(schema), self._single)
        return Case(merged, instance, place, tuple(alternatives(merged, self.definitions)))

    def _single(self, merged: Schema) -> Schema:
        options = alternatives(merged, self.definitions)
        for _ in range(MAX_LEVELS):
            if len(options) != 1:
                break
            spoken = {key: value for key, value in merged.items() if key not in {"oneOf", "anyOf", "discriminator"}}
            merged = {**self.definitions.resolve(options[0]), **spoken}
            options = alternatives(merged, self.definitions)
        return merged

    def kind(self, case: Case) -> str:
        """Which control asks for a value: ``json`` where the form would grow too deep or too large."""
        place = case.place
        if place.level > MAX_LEVELS or place.absent > MAX_ABSENT_LEVELS:
            return "json"
        if case.options and not place.chosen:
            return "switch"
        kind = kind_of(case.schema, case.instance, place.name, place.known)
        return "json" if kind in {"array", "object", "map"} and self.is_too_big(case.instance) else kind

    def is_too_big(self, instance: Instance | None) -> bool:
        """Whether the controls of an instance would be too many."""
        if instance is None:
            return False
        return self.count > MAX_CONTROLS or len(instance.document.children(instance.node)) > MAX_CHILDREN

    def base(self, kind: str, case: Case) -> Control:
        """All that is the same for every kind."""
        place = case.place
        return Control(
            kind=kind,
            pointer=place.pointer,
            name=place.name,
            required=place.required,
            present=case.instance is not None,
            known=place.known,
            renamable=place.renamable and case.instance is not None,
            value=_shown(kind, case.instance),
            index=place.index,
            siblings=place.siblings,
            removable=place.removable and case.instance is not None,
            **self.definitions.once(f"said {self.language}", case.schema, self.said),
        )

    def said(self, schema: Schema) -> dict[str, Any]:
        """What a schema says of every place that it describes."""
        return {
            **self.heading(schema),
            "format": _text(schema.get("format")),
            "read_only": schema.get("readOnly") is True,
            "write_only": schema.get("writeOnly") is True,
            "constraints": _constraints(schema),
            "media_type": _text(schema.get("contentMediaType")),
            "upload": upload_of(schema),
            "hints": _hints(schema),
            "default": typed(schema["default"]) if "default" in schema else None,
            "examples": _examples(schema),
        }

    def heading(self, schema: Schema) -> dict[str, Any]:
        """What is said of a value beside its control."""
        return {
            "title": said(schema, "title", self.language),
            "description": said(schema, "description", self.language),
            "type_label": type_label(schema, self.definitions),
            "deprecated": schema.get("deprecated") is True,
        }

    def addable(self, action: str, pointer: str, name: str, schema: Any) -> Addable:
        """Something to add, described by its schema."""
        merged = self.definitions.resolve(schema)
        heading = self.definitions.once(f"heading {self.language}", merged, self.heading)
        return Addable(f"{action}:{pointer}", pointer, name, **heading)


def _shown(kind: str, instance: Instance | None) -> str:
    """What the input of a control holds: a string unescaped where strings are typed, else the text as it is spelled."""
    if instance is None or kind not in LEAVES:
        return ""
    unescaped = instance.node.kind == "string" and kind not in {"json", "number", "integer", "boolean"}
    return instance.string if unescaped else instance.raw


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _constraints(schema: Schema) -> tuple[tuple[str, str], ...]:
    return tuple((keyword, typed(schema[keyword])) for keyword in CONSTRAINTS if schema.get(keyword) is not None)


def _hints(schema: Schema) -> tuple[str, ...]:
    """Values to suggest: those of ``x-enum-hint`` and the simple examples."""
    values = [*_list(schema.get("x-enum-hint")), *_list(schema.get("examples"))]
    return tuple(dict.fromkeys(typed(value) for value in values if not isinstance(value, dict | list)))[:50]


def _examples(schema: Schema) -> tuple[str, ...]:
    values = [schema["example"]] if "example" in schema else []
    return tuple(typed(value) for value in [*values, *_list(schema.get("examples"))][:10])


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


# --- One function per kind ------------------------------------------------------------------------------------------


def _leaf(_builder: Builder, control: Control, _case: Case) -> Control:
    return control


def _json(_builder: Builder, control: Control, case: Case) -> Control:
    is_schema = "object" in types(case.schema) and "JSON Schema" in described(case.schema)
    return replace(control, holds="json-schema") if is_schema else control


def _number(_builder: Builder, control: Control, case: Case) -> Control:
    """A slider needs both ends."""
    ends = (case.schema.get("minimum"), case.schema.get("maximum"))
    if not all(isinstance(end, int | float) and not isinstance(end, bool) for end in ends):
        return control
    return replace(control, bounds=(float(ends[0] or 0), float(ends[1] or 0)))


def _boolean(_builder: Builder, control: Control, _case: Case) -> Control:
    return replace(control, choices=tuple(Choice(word, word, json=word) for word in ("true", "false")))


def _enum(_builder: Builder, control: Control, case: Case) -> Control:
    """Strings are posted as they are where all values are strings, else each as JSON text.

    A value that the text has and the schema does not list is one more choice, so that nothing is hidden.
    """
    values, instance = _listed(case), case.instance
    held = [*values, instance.value] if instance else values
    write = typed if all(isinstance(value, str) for value in held) else dumps
    shown = "" if instance is None else instance.string if write is typed else instance.raw
    choices = [_choice(value, write, instance) for value in values]
    if instance and shown not in [choice.value for choice in choices]:
        choices.append(Choice(shown, shown, known=False, json=instance.raw))
    return replace(control, value=shown, choices=tuple(choices))


def _choice(value: Any, write: Callable[[Any], str], instance: Instance | None) -> Choice:
    """One listed value; spelled as in the text where the text has it (``1.0`` for 1)."""
    if instance and same(value, instance.value):
        return Choice(instance.string if write is typed else instance.raw, typed(value), json=instance.raw)
    return Choice(write(value), typed(value), json=dumps(value))


def _listed(case: Case) -> list[Any]:
    """The values of an enumeration, with the null that OpenAPI 3.0 allows by ``nullable``."""
    values = list(case.schema["enum"])
    return [*values, None] if case.schema.get("nullable") is True and None not in values else values


def _const(_builder: Builder, control: Control, case: Case) -> Control:
    only = control.value if case.instance else typed(case.schema["const"])
    return replace(control, choices=(Choice(only, only, json=dumps(case.schema["const"])),))


def _object(builder: Builder, control: Control, case: Case) -> Control:
    """Members in the order of the schema, so that nothing moves while one types; then those that it does not know."""
    members, known = _members(case.instance), list(names_in_order(case.schema))
    needed = set(required(case.schema))
    shown = [name for name in known if name in members or name in needed]
    shown += [name for name in members if name not in shown]
    waiting = [name for name in known if name not in shown]
    described = properties(case.schema)
    return replace(
        control,
        children=tuple(_member(builder, case, members.get(name), name, control.look) for name in shown),
        addable=tuple(
            builder.addable("add", pointers.child(control.pointer, name), name, described.get(name, ANYTHING))
            for name in waiting
        ),
        open=_is_open(case.schema),
        item=_row(builder, case),
        **(_additions(builder, control, case) if control.look == "message" else {}),
    )


def _additions(builder: Builder, control: Control, case: Case) -> dict[str, Any]:
    """What a message can be given: parts of what it says, and calls of tools where it may have them."""
    name = conversations.content_name(case.schema)
    array = conversations.parts_schema(conversations.content_schema(case.schema), builder.definitions)
    parts = _part_kinds(builder, pointers.child(control.pointer, name), array) if array else ()
    calls = conversations.calls_name(case.schema, builder.definitions)
    if not calls:
        return {"parts": parts}
    pointer = pointers.child(control.pointer, calls)
    return {"parts": parts, "calls": Addable(f"add-item:{pointer}", pointer, calls)}


def _part_kinds(builder: Builder, pointer: str, array: Schema) -> tuple[Addable, ...]:
    kinds = conversations.part_kinds(array, builder.definitions)
    return tuple(Addable(f"add-part:{pointer}:{index}", pointer, kind.label) for index, kind in enumerate(kinds))


def _members(instance: Instance | None) -> dict[str, Instance]:
    """The members of an object that the text has, the last of each name."""
    if instance is None or not isinstance(instance.value, dict):
        return {}
    found = instance.document.children(instance.node)
    return {each.key: Instance(instance.document, each.node, instance.value[each.key]) for each in found}


def _member(builder: Builder, above: Case, instance: Instance | None, name: str, look: str) -> Control:
    schema = member_schema(above.schema, name)
    merged = builder.definitions.resolve(schema) if look else ANYTHING
    needed = name in required(above.schema)
    place = above.place.below(
        name,
        instance is not None,
        required=needed,
        known=schema is not None,
        renamable=name not in properties(above.schema) and not needed,
        removable=not needed,
        asked=looks.asked_of_member(look, name, merged, builder.definitions) if look else "",
    )
    return builder.control(ANYTHING if schema is None else schema, instance, place)


def _is_open(schema: Schema) -> bool:
    """Whether the schema itself speaks of free names."""
    return bool(schema.get("additionalProperties")) or bool(schema.get("patternProperties"))


def _row(builder: Builder, case: Case) -> Addable | None:
    """What one more member of a free name holds; None where free names are not allowed."""
    free = case.schema.get("additionalProperties", True)
    held = case.schema.get("patternProperties")
    schemas = [free, *(held.values() if isinstance(held, dict) else ())]
    first = next((schema for schema in schemas if isinstance(schema, dict) and schema), ANYTHING)
    return builder.addable("add-row", case.place.pointer, "", first) if first or free is not False else None


def _array(builder: Builder, control: Control, case: Case) -> Control:
    items = _items(case.instance)
    same = {"siblings": len(items), "removable": True, "asked": looks.asked_of_items(control.look)}
    places = [case.place.below(index, True, index=index, **same) for index in range(len(items))]
    children = [
        builder.control(item_schema(case.schema, place.index), item, place)
        for item, place in zip(items, places, strict=True)
    ]
    more = builder.addable("add-item", control.pointer, "", item_schema(case.schema, len(items)))
    parts = _part_kinds(builder, control.pointer, case.schema) if case.place.asked == "nested" else ()
    return replace(control, children=tuple(children), item=more, parts=parts)


def _items(instance: Instance | None) -> list[Instance]:
    if instance is None or not isinstance(instance.value, list):
        return []
    found = instance.document.children(instance.node)
    return [Instance(instance.document, each.node, value) for each, value in zip(found, instance.value, strict=True)]


def _switch(builder: Builder, control: Control, case: Case) -> Control:
    options, held = list(case.options), case.instance
    chosen = 0 if held is None else choose(case.schema, options, held.value, builder.definitions)
    inner = replace(case.place, level=case.place.level + 1, renamable=False, chosen=True)
    return replace(
        control,
        options=_options(builder, case.schema, chosen),
        children=(builder.control(options[chosen], held, inner),),
    )


def _options(builder: Builder, schema: Schema, chosen: int) -> tuple[Option, ...]:
    """The alternatives of a schema, one of them chosen."""
    listed = builder.definitions.once(f"options {builder.language}", schema, lambda found: _unchosen(builder, found))
    return (*listed[:chosen], replace(listed[chosen], chosen=True), *listed[chosen + 1 :])


def _unchosen(builder: Builder, schema: Schema) -> tuple[Option, ...]:
    definitions, language = builder.definitions, builder.language
    return tuple(
        Option(
            index=index,
            label=option_label(option, definitions, language),
            description=said(option, "description", language),
            type_label=type_label(option, definitions),
        )
        for index, option in enumerate(alternatives(schema, definitions))
    )


Make = Callable[[Builder, Control, Case], Control]

#: Kind → the function that completes a control of that kind.
CONTROLS: dict[str, Make] = {
    "text": _leaf,
    "textarea": _leaf,
    "secret": _leaf,
    "file": _leaf,
    "number": _number,
    "integer": _number,
    "boolean": _boolean,
    "enum": _enum,
    "const": _const,
    "null": _leaf,
    "array": _array,
    "object": _object,
    "map": _object,
    "switch": _switch,
    "json": _json,
}
