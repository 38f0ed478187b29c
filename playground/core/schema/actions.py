"""What the buttons of a form do to a JSON text: ``add:/temperature``, ``up:/messages/1``, ``switch:/content:1``.

An action is a verb, a colon and a JSON Pointer; ``switch`` has the index of an option behind one more colon.
``ACTIONS`` has one function for each verb.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.errors import InvalidInput
from playground.core.schema import conversations, pointers, text
from playground.core.schema.conversations import TEXT_MEMBERS, text_member
from playground.core.schema.examples import Maker
from playground.core.schema.resolution import (
    ANYTHING,
    Definitions,
    Schema,
    alternatives,
    choose,
    fitness,
    item_schema,
    json_type,
    member_schema,
    properties,
    required,
    types,
)
from playground.core.schema.text import JsonText


@dataclass(frozen=True, slots=True)
class Desk:
    """A body, the schema that it is meant for, and where references are looked up."""

    schema: Any
    definitions: Definitions
    body: str

    def schema_at(self, pointer: str) -> Any:
        """The schema of a place, by the alternatives that the body has chosen on the way; {} where nothing is said."""
        schema, value = self.schema, text.loads(self.body)
        for step in pointers.parse(pointer):
            schema = _below(self.chosen(schema, value), step)
            value = pointers.look_up(value, "/" + pointers.escape(step))
        return schema

    def chosen(self, schema: Any, value: Any) -> Schema:
        """A schema merged, with the alternative that a value is meant for."""
        return conversations.chosen_schema(schema, value, self.definitions)

    def example(self, schema: Any) -> Any:
        return Maker(self.definitions).make(schema)


def _below(schema: Schema, step: str) -> Any:
    below = member_schema(schema, step)
    if below is None and step.isdigit() and len(step) < 9:
        below = item_schema(schema, int(step))
    return ANYTHING if below is None else below


def apply_action(schema: Any, definitions: Mapping[str, Any] | Definitions, body: str, action: str) -> str:
    """The body after a button was pressed. Raises InvalidInput for an action that does not apply to it."""
    verb, _, place = action.partition(":")
    if verb not in ACTIONS:
        raise InvalidInput("“%(verb)s” is not something that a form can do.", verb=verb[:40])
    if not body.strip():
        body = "[]" if verb == "add-item" and not place else "{}"
    return ACTIONS[verb](Desk(schema, Definitions.of(definitions, schema), body), place)


def _add(desk: Desk, pointer: str) -> str:
    """A property with the value to start from; nothing where it is there already."""
    if text.get(desk.body, pointer) is not None:
        return desk.body
    return _put(desk, pointer, desk.example(desk.schema_at(pointer)))


def _put(desk: Desk, pointer: str, value: Any) -> str:
    """A value at a place, written as its neighbours are."""
    document = JsonText(desk.body)
    if not pointer:
        return text.set_value(desk.body, "", text.dumps(value, text.Style.of(document).unit or None))
    container = document.find(pointers.parent(pointer)[0])
    fitted = text.dumps(value) if container is None else text.fitted(document, container, value)
    return text.set_value(desk.body, pointer, fitted)


def _remove(desk: Desk, pointer: str) -> str:
    return text.remove(desk.body, pointer)


def _clear(desk: Desk, pointer: str) -> str:
    """An empty string in place of one, such as the content of a file."""
    node = JsonText(desk.body).find(pointer)
    if not pointer or node is None or node.kind != "string":
        raise text.no_such_place(pointer)
    return text.set_value(desk.body, pointer, '""')


def _add_item(desk: Desk, pointer: str) -> str:
    """One more item at the end of an array, which is made where it is not there."""
    document = JsonText(desk.body)
    array = document.find(pointer)
    length = len(document.children(array)) if array is not None and array.kind == "array" else 0
    value = pointers.look_up(document.value, pointer)
    item = _new_item(desk, desk.chosen(desk.schema_at(pointer), value), value, length)
    if array is None or array.kind == "null":
        return _put(desk, pointer, [item])
    if array.kind != "array":
        raise InvalidInput("An item can only be added to an array.", pointer=pointer[:200])
    return text.insert(desk.body, pointer, length, text.fitted(document, array, item))


def _new_item(desk: Desk, array: Schema, value: Any, length: int) -> Any:
    if conversations.is_messages(array, desk.definitions):
        return conversations.new_message(array, value if isinstance(value, list) else [], desk.definitions)
    return desk.example(item_schema(array, length))


def _add_part(desk: Desk, place: str) -> str:
    """One more part of a message; a content that is a string becomes the first part."""
    pointer, _, number = place.rpartition(":")
    document = JsonText(desk.body)
    value = pointers.look_up(document.value, pointer)
    index = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else -1
    added = conversations.added_part(desk.schema_at(pointer), value, index, desk.definitions)
    if added is None:
        raise InvalidInput("There is no such alternative here.", pointer=pointer[:200])
    part, before = added
    array = document.find(pointer)
    if array is None or array.kind != "array":
        return _put(desk, pointer, [*before, part])
    return text.insert(desk.body, pointer, len(document.children(array)), text.fitted(document, array, part))


def _add_row(desk: Desk, pointer: str) -> str:
    """One more member of a name that is still free; it is made to be renamed."""
    value = text.loads(desk.body)
    held = pointers.look_up(value, pointer, {})
    if not isinstance(held, dict):
        raise InvalidInput("A member can only be added to an object.", pointer=pointer[:200])
    name = _free_name(held)
    below = member_schema(desk.chosen(desk.schema_at(pointer), held), name)
    return _put(desk, pointers.child(pointer, name), "" if below is None else desk.example(below))


def _free_name(held: Mapping[str, Any]) -> str:
    return next(name for name in ("name", *(f"name{count}" for count in range(2, len(held) + 3))) if name not in held)


def _duplicate(desk: Desk, pointer: str) -> str:
    return text.duplicate(desk.body, pointer)


def _up(desk: Desk, pointer: str) -> str:
    return _moved(desk, pointer, -1)


def _down(desk: Desk, pointer: str) -> str:
    return _moved(desk, pointer, 1)


def _moved(desk: Desk, pointer: str, by: int) -> str:
    above, step = pointers.parent(pointer)
    index = pointers.array_index(step, -1)
    if not pointer or index is None or index < 0:
        raise text.no_such_place(pointer)
    return text.move(desk.body, above, index, index + by)


# --- Another alternative, keeping what is common ---------------------------------------------------------------------


def _switch(desk: Desk, place: str) -> str:
    pointer, _, number = place.rpartition(":")
    schema = desk.definitions.resolve(desk.schema_at(pointer))
    options = alternatives(schema, desk.definitions)
    if not number.isascii() or not number.isdigit() or len(number) > 4 or int(number) >= len(options):
        raise InvalidInput("There is no such alternative here.", pointer=pointer[:200])
    option = desk.definitions.resolve(options[int(number)])
    document = JsonText(desk.body)
    if document.find(pointer) is None:
        return _put(desk, pointer, desk.example(option))
    value = pointers.look_up(document.value, pointer)
    if choose(schema, options, value, desk.definitions) == int(number) and fitness(option, value, desk.definitions) > 0:
        return desk.body
    if isinstance(value, dict) and "object" in types(option):
        return _reshaped(desk, pointer, value, option, options)
    return _put(desk, pointer, _converted(desk, value, option))


def _reshaped(desk: Desk, pointer: str, value: Schema, option: Schema, options: list[Schema]) -> str:
    """An object for another alternative: members that it knows stay as they are spelled, others go."""
    spoken = {name for each in options for name in properties(desk.definitions.resolve(each))}
    body = desk.body
    for name, member in value.items():
        below = member_schema(option, name)
        fits = below is not None and fitness(below, member, desk.definitions) >= 0
        if not fits and (name in spoken or option.get("additionalProperties") is False):
            if name in required(option) and below is not None:
                body = _put(
                    Desk(desk.schema, desk.definitions, body), pointers.child(pointer, name), desk.example(below)
                )
            else:
                body = text.remove(body, pointers.child(pointer, name))
    for name in required(option):
        if name not in value:
            example = desk.example(member_schema(option, name))
            body = _put(Desk(desk.schema, desk.definitions, body), pointers.child(pointer, name), example)
    return body


def _converted(desk: Desk, value: Any, option: Schema) -> Any:
    """A value as one of another type: nothing that can be said in it is lost."""
    if "const" in option or "enum" in option:
        return desk.example(option)
    kind = next(iter(types(option)), "")
    if kind == "string":
        return _as_string(value)
    if kind == "array":
        return _as_array(desk, value, option)
    if kind == "object" and isinstance(value, str | list):
        return _as_part(desk, _as_string(value), option)
    if kind in {"number", "integer"} and isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value[:300])
    return desk.example(option)


def _as_string(value: Any) -> str:
    """The text in a value: a number as it is written, the texts of message parts one below the other."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(found for found in map(_as_string, value) if found)
    if isinstance(value, dict):
        return next((value[name] for name in TEXT_MEMBERS if isinstance(value.get(name), str)), "")
    return "" if value is None else text.dumps(value)


def _as_array(desk: Desk, value: Any, option: Schema) -> list[Any]:
    """An array whose one item is the value, or a part of a message that holds it."""
    if value is None or value == "":
        return list(desk.example(option) or [])
    item = desk.definitions.resolve(item_schema(option, 0))
    if not item or fitness(item, value, desk.definitions) > 0:
        return [value]
    parts = alternatives(item, desk.definitions) or [item]
    spoken = (part for part in parts if text_member(desk.definitions.resolve(part), desk.definitions))
    part = next(spoken, None) if isinstance(value, str) else None
    return list(desk.example(option) or []) if part is None else [_as_part(desk, value, part)]


def _as_part(desk: Desk, value: str, part: Schema) -> Any:
    made, name = desk.example(part), text_member(desk.definitions.resolve(part), desk.definitions)
    return {**made, name: value} if name and value and json_type(made) == "object" else made


#: Verb → what it does with a place.
ACTIONS: dict[str, Callable[[Desk, str], str]] = {
    "add": _add,
    "remove": _remove,
    "clear": _clear,
    "add-item": _add_item,
    "add-part": _add_part,
    "add-row": _add_row,
    "duplicate": _duplicate,
    "up": _up,
    "down": _down,
    "switch": _switch,
}
