"""How a control is drawn where its kind alone would not do, asked for by what stands above it.

A conversation is arrays in objects in arrays; drawn as such nobody would type into it. So the control of a message
asks its members to look like parts of a message, these ask theirs, and a kind for which no look is known is drawn as
ever. Templates are named for the looks.

=========  =============================================================================================
messages   an array of messages
message    one message: its role, what it says, then whatever else it has
role       a small choice
bare       alternatives without a switch: the chosen one, drawn as what was asked for
parts      an array of parts
part       one part: a name, its tools, its members
calls      an array of calls of tools
flat       an object inside a part: its members alone
prose      a string with all the width, without a label
hidden     a constant that tells one kind of part from another
=========  =============================================================================================
"""

from __future__ import annotations

from playground.core.schema.conversations import CONTENTS, TEXT_MEMBERS, is_calls, is_messages
from playground.core.schema.resolution import Definitions, Schema, types

#: (what is asked for, kind) → look.
LOOKS = {
    ("messages", "array"): "messages",
    ("message", "object"): "message",
    ("message", "switch"): "bare",
    ("role", "enum"): "role",
    ("role", "text"): "role",
    ("role", "const"): "role",
    ("content", "switch"): "bare",
    ("content", "array"): "parts",
    ("content", "text"): "prose",
    ("content", "textarea"): "prose",
    ("nested", "array"): "parts",
    ("part", "switch"): "bare",
    ("part", "object"): "part",
    ("calls", "array"): "calls",
    ("member", "object"): "flat",
    ("member", "const"): "hidden",
    ("prose", "text"): "prose",
    ("prose", "textarea"): "prose",
}


def look_of(asked: str, kind: str) -> str:
    """The look of a kind under what is asked for, "" where it is drawn as ever."""
    return LOOKS.get((asked, kind), "")


def asked_of_array(asked: str, schema: Schema, definitions: Definitions) -> str:
    """What an array is to look like: one of messages says so itself."""
    return "messages" if not asked and is_messages(schema, definitions) else asked


def asked_of_items(look: str) -> str:
    """What the items of an array are asked to look like."""
    return {"messages": "message", "parts": "part", "calls": "part"}.get(look, "")


def asked_of_member(look: str, name: str, schema: Schema, definitions: Definitions) -> str:
    """What a member of an object is asked to look like; ``schema`` is its own, merged."""
    if look == "message":
        return _of_message(name, schema, definitions)
    if look in {"part", "flat"}:
        return _of_part(name, schema)
    return ""


def _of_message(name: str, schema: Schema, definitions: Definitions) -> str:
    if name == "role":
        return "role"
    if name in CONTENTS:
        return "content"
    return "calls" if types(schema) == ("array",) and is_calls(schema, definitions) else ""


def _of_part(name: str, schema: Schema) -> str:
    if name in TEXT_MEMBERS and types(schema) == ("string",) and "const" not in schema:
        return "prose"
    return "nested" if name in CONTENTS else "member"
