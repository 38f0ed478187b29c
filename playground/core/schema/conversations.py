"""Messages of a conversation, recognised by the shape of their schema: what they hold, and what can be added to them.

A message is an object with a ``role`` and a ``content`` (OpenAI, Anthropic) or ``parts`` (Gemini). Its content is a
string or an array of parts; a part is one of several objects told apart by a constant (``type``), or one object of
which one member is in use (Gemini). A schema may say ``x-control: messages`` where its shape says too little.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground.core.schema.examples import Maker
from playground.core.schema.resolution import (
    Definitions,
    Schema,
    alternatives,
    choose,
    item_schema,
    member_schema,
    properties,
    required,
    types,
)

#: Members that hold what a message says, best first.
CONTENTS = ("content", "parts")
#: Members that hold the text of a part of a message, best first.
TEXT_MEMBERS = ("text", "content", "input_text", "output_text")
#: Roles of those who ask and of those who answer, as the families name them.
ASKING, ANSWERING = ("user", "human"), ("assistant", "model")
#: Alternatives of an item that are looked at before it is decided that none is a message.
MAX_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class PartKind:
    """One kind of part: ``label`` is its constant or the member in use, ``schema`` what makes one."""

    label: str
    schema: Schema
    #: The member in use, "" where the schema is that of the whole part.
    member: str = ""


def is_messages(array: Schema, definitions: Definitions) -> bool:
    """Whether the items of a merged array schema are messages."""
    return definitions.once("messages", array, lambda found: _has_messages(found, definitions))


def _has_messages(array: Schema, definitions: Definitions) -> bool:
    return "array" in types(array) and message_schema(array, definitions) is not None


def message_schema(array: Schema, definitions: Definitions) -> Schema | None:
    """The merged schema of a message among what an array may hold; None where it holds no messages."""
    item = definitions.resolve(item_schema(array, 0))
    options = alternatives(item, definitions)[:MAX_LOOKED_AT] or [item]
    merged = (definitions.resolve(option) for option in options)
    return next((option for option in merged if is_message(option)), None)


def is_message(merged: Schema) -> bool:
    """Whether a merged schema is that of one message."""
    return "role" in properties(merged) and content_name(merged) != ""


def content_name(message: Schema) -> str:
    """The member that holds what the message says, "" without one."""
    return next((name for name in CONTENTS if name in properties(message)), "")


def is_calls(array: Schema, definitions: Definitions) -> bool:
    """Whether the items of an array are calls of a tool, as OpenAI has them beside the content of a message."""
    item = definitions.resolve(item_schema(array, 0))
    options = alternatives(item, definitions)[:MAX_LOOKED_AT] or [item]
    return any("function" in properties(definitions.resolve(option)) for option in options)


def calls_name(message: Schema, definitions: Definitions) -> str:
    """The member of a message that holds calls of tools, "" without one."""
    arrays = {name: definitions.resolve(schema) for name, schema in properties(message).items()}
    return next((name for name, one in arrays.items() if "array" in types(one) and is_calls(one, definitions)), "")


def said_by(message: Any) -> str:
    """The role of a message, "" where it has none."""
    role = message.get("role") if isinstance(message, dict) else None
    return role if isinstance(role, str) else ""


# --- Parts -----------------------------------------------------------------------------------------------------------


def parts_schema(content: Any, definitions: Definitions) -> Schema | None:
    """The array among what a content may be; None where it is no array of objects."""
    merged = definitions.resolve(content)
    options = [definitions.resolve(option) for option in alternatives(merged, definitions)] or [merged]
    return next((one for one in options if "array" in types(one) and _holds_objects(one, definitions)), None)


def _holds_objects(array: Schema, definitions: Definitions) -> bool:
    item = definitions.resolve(item_schema(array, 0))
    return any("object" in types(definitions.resolve(one)) for one in (alternatives(item, definitions) or [item]))


def part_kinds(array: Schema, definitions: Definitions) -> tuple[PartKind, ...]:
    """The kinds of part that an array may hold, in the order of its schema."""
    return definitions.once("part kinds", array, lambda found: _part_kinds(found, definitions))


def _part_kinds(array: Schema, definitions: Definitions) -> tuple[PartKind, ...]:
    item = definitions.resolve(item_schema(array, 0))
    options = [definitions.resolve(option) for option in alternatives(item, definitions)]
    if options:
        return tuple(PartKind(_constant(one, definitions), one) for one in options if _constant(one, definitions))
    if _constant(item, definitions):
        return (PartKind(_constant(item, definitions), item),)
    held = {name: definitions.resolve(schema) for name, schema in properties(item).items()}
    return tuple(
        PartKind(name, schema, name) for name, schema in held.items() if name == "text" or types(schema) == ("object",)
    )


def _constant(part: Schema, definitions: Definitions) -> str:
    """The one value of the first member that allows only one, which tells a part from the others."""
    for name in (*required(part), *properties(part)):
        member = definitions.resolve(properties(part).get(name))
        values = [member["const"]] if "const" in member else member.get("enum")
        if isinstance(values, list) and len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def new_part(kind: PartKind, definitions: Definitions, text: str = "") -> Any:
    """A part to be filled in, or the part that says ``text``."""
    if kind.member:
        is_text = types(kind.schema) == ("string",)
        return {kind.member: text if is_text else Maker(definitions).make(kind.schema)}
    made = Maker(definitions).make(kind.schema)
    name = text_member(kind.schema, definitions)
    return {**made, name: text} if name and isinstance(made, dict) else made


def text_member(part: Schema, definitions: Definitions) -> str:
    """The required member of a part in which its text stands, "" without one."""
    for name in TEXT_MEMBERS:
        below = definitions.resolve(properties(part).get(name))
        if name in required(part) and types(below) == ("string",) and "const" not in below:
            return name
    return ""


def text_part(array: Schema, definitions: Definitions, text: str) -> list[Any]:
    """The parts that say a text: none for an empty one."""
    kinds = part_kinds(array, definitions)
    spoken = (kind for kind in kinds if kind.member == "text" or (text_member(kind.schema, definitions)))
    kind = next(spoken, None)
    return [new_part(kind, definitions, text)] if kind and text else []


# --- Messages --------------------------------------------------------------------------------------------------------


def new_message(array: Schema, held: list[Any], definitions: Definitions) -> Any:
    """The message that is most likely to follow: an answer to a question, a result to a call, else a question."""
    message = message_schema(array, definitions) or {}
    roles = _roles(message, definitions)
    if (call := _unanswered(held)) and "tool" in roles and "tool_call_id" in properties(message):
        return {"role": "tool", "tool_call_id": call, "content": ""}
    name = content_name(message)
    content = properties(message).get(name)
    results = _results(content, held, definitions)
    role = _first_of(ASKING if results else _next_speakers(held), roles)
    return {**_constants(message, definitions), "role": role, name: results or _empty(content, definitions)}


def _roles(message: Schema, definitions: Definitions) -> tuple[str, ...]:
    """The roles that a message may have, as far as its schema lists them."""
    role = definitions.resolve(properties(message).get("role"))
    listed = role.get("enum") or role.get("x-enum-hint") or [role.get("const")]
    return tuple(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()


def _next_speakers(held: list[Any]) -> tuple[str, ...]:
    return ANSWERING if held and said_by(held[-1]) in ASKING else ASKING


def _first_of(wanted: tuple[str, ...], roles: tuple[str, ...]) -> str:
    return next((role for role in wanted if role in roles), roles[0] if roles else wanted[0])


def _constants(message: Schema, definitions: Definitions) -> Schema:
    """What every message says of itself: ``"type": "message"`` where that is required."""
    needed = {name: definitions.resolve(properties(message).get(name)) for name in required(message)}
    return {name: schema["const"] for name, schema in needed.items() if "const" in schema and name != "role"}


def _empty(content: Any, definitions: Definitions) -> Any:
    """Nothing said yet: an empty string where a string is allowed, else an empty text."""
    merged = definitions.resolve(content)
    options = [definitions.resolve(option) for option in alternatives(merged, definitions)] or [merged]
    if any("string" in types(option) for option in options):
        return ""
    array = parts_schema(content, definitions)
    kinds = part_kinds(array, definitions) if array else ()
    return [new_part(kinds[0], definitions)] if kinds else []


def _unanswered(held: list[Any]) -> str:
    """The first call of the last message with calls (OpenAI's ``tool_calls``) that no later message answers."""
    answered: set[Any] = set()
    for message in reversed(held):
        if not isinstance(message, dict):
            continue
        calls = message.get("tool_calls")
        if isinstance(calls, list):
            ids = [call.get("id") for call in calls if isinstance(call, dict)]
            return next((id for id in ids if isinstance(id, str) and id not in answered), "")
        if message.get("role") != "tool":
            return ""
        answered.add(str(message.get("tool_call_id")))
    return ""


def _results(content: Any, held: list[Any], definitions: Definitions) -> list[Any]:
    """Parts that answer the calls in the last message: Anthropic's ``tool_use``, Gemini's ``functionCall``."""
    last = held[-1] if held and isinstance(held[-1], dict) else {}
    array = parts_schema(content, definitions)
    kinds = {kind.label: kind for kind in part_kinds(array, definitions)} if array else {}
    parts = last.get(content_name({"properties": last})) or []
    return [
        found
        for part in (parts if isinstance(parts, list) else [])
        if isinstance(part, dict) and (found := _result(part, kinds, definitions))
    ]


def _result(part: Mapping[str, Any], kinds: Mapping[str, PartKind], definitions: Definitions) -> Any:
    if part.get("type") == "tool_use" and (kind := kinds.get("tool_result")):
        made = new_part(kind, definitions)
        return {**made, "tool_use_id": part.get("id", "")} if isinstance(made, dict) else None
    call, kind = part.get("functionCall"), kinds.get("functionResponse")
    if isinstance(call, dict) and kind:
        return {kind.member: {**Maker(definitions).make(kind.schema), "name": call.get("name", "")}}
    return None


def added_part(content: Any, value: Any, index: int, definitions: Definitions) -> tuple[Any, list[Any]] | None:
    """A new part of the kind at ``index``, and the parts that stand before it where ``value`` is no array yet.

    None where a content has no such kind.
    """
    array = parts_schema(content, definitions)
    kinds = part_kinds(array, definitions) if array else ()
    if array is None or not 0 <= index < len(kinds):
        return None
    before = text_part(array, definitions, value) if isinstance(value, str) else []
    return new_part(kinds[index], definitions), before


def chosen_schema(schema: Any, value: Any, definitions: Definitions) -> Schema:
    """A schema merged, with the alternative that a value is meant for."""
    merged = definitions.resolve(schema)
    options = alternatives(merged, definitions)
    return definitions.resolve(options[choose(merged, options, value, definitions)]) if options else merged


def content_schema(message: Schema) -> Any:
    """The schema of what a message says."""
    return member_schema(message, content_name(message))
