"""Which kind of control asks for a place: the schema proposes, what the text holds decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playground.core.schema.resolution import Schema, fits_type, properties, required, types
from playground.core.schema.text import JsonText, Node

#: Longer strings get more than one line (characters).
LONG = 60
#: Properties that hold prose, by name.
PROSE = re.compile(
    r"(^|_)(content|prompt|description|instructions?|system|text|message|lyrics|script|query|arguments)$", re.IGNORECASE
)
#: Characters that an HTML form does not give back as they were: control characters, half surrogates.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Instance:
    """What a text has at a place: where it stands, and its value."""

    document: JsonText
    node: Node
    value: Any

    @property
    def raw(self) -> str:
        """The value as it is spelled."""
        return self.document.raw(self.node)

    @property
    def string(self) -> str:
        """The characters of a string, "" for any other value."""
        return self.document.string(self.node) if self.node.kind == "string" else ""


def kind_of(schema: Schema, instance: Instance | None, name: str, known: bool) -> str:
    """The kind of control for a place whose merged schema has no alternatives.

    ``name`` is the property's name; ``known`` whether the schema of the parent speaks of it.
    """
    if not known or not types(schema):
        return _free_kind(instance, name, known)
    if instance is not None and instance.node.kind == "variable":
        return _variable_kind(schema)
    if instance is not None and not _fits(schema, instance):
        return "json"
    if "const" in schema or isinstance(schema.get("enum"), list):
        return _choice_kind(schema)
    return _typed_kind(types(schema)[0], schema, instance, name)


def _choice_kind(schema: Schema) -> str:
    """A menu, unless one of its values would not come back from it as it is."""
    listed = [schema["const"]] if "const" in schema else schema["enum"]
    if any(isinstance(value, str) and ("\n" in value or not _is_given_back(value)) for value in listed):
        return "json"
    return "const" if "const" in schema else "enum"


def _free_kind(instance: Instance | None, name: str, known: bool) -> str:
    """Where nothing is said: a simple input for a simple value that the schema does not know, else JSON text."""
    if known or instance is None:
        return "json"
    if instance.node.kind == "string":
        return _string_kind({}, instance, name)
    return instance.node.kind if instance.node.kind in {"number", "boolean"} else "json"


def _variable_kind(schema: Schema) -> str:
    """An unquoted ``{{variable}}`` can be shown where a number is typed, as text where it is not."""
    kind = types(schema)[0]
    return kind if kind in {"number", "integer"} else "json"


def _fits(schema: Schema, instance: Instance) -> bool:
    """Whether the control that the schema asks for can show what the text has."""
    value, allowed = instance.value, types(schema)
    if "const" in schema:
        return same(value, schema["const"])
    if isinstance(schema.get("enum"), list):
        return not isinstance(value, dict | list) and fits_type(value, (*allowed, "null"))
    return fits_type(value, allowed) or (allowed == ("integer",) and instance.node.kind == "number")


def same(first: Any, second: Any) -> bool:
    """Equality as JSON has it: ``true`` is not 1, and 1.0 is 1."""
    return isinstance(first, bool) == isinstance(second, bool) and bool(first == second)


def _typed_kind(kind: str, schema: Schema, instance: Instance | None, name: str) -> str:
    if kind == "string":
        return _string_kind(schema, instance, name)
    if kind == "object":
        return _object_kind(schema)
    if kind == "array":
        return "array" if any(keyword in schema for keyword in ("items", "prefixItems", "x-control")) else "json"
    return kind if kind in {"number", "integer", "boolean", "null"} else "json"


def _object_kind(schema: Schema) -> str:
    if properties(schema) or required(schema):
        return "object"
    free = schema.get("additionalProperties")
    return "map" if (isinstance(free, dict) and free) or schema.get("patternProperties") else "json"


def _string_kind(schema: Schema, instance: Instance | None, name: str) -> str:
    value = instance.string if instance is not None else ""
    if not _is_given_back(value):
        return "json"
    if schema.get("format") == "password":
        return "secret"
    if schema.get("format") in {"binary", "byte"} or schema.get("contentEncoding") == "base64":
        return "file"
    return "textarea" if "\n" in value or len(value) > LONG or _is_prose(schema, name) else "text"


def _is_given_back(value: str) -> bool:
    """Whether a form gives a string back as it was: it has CRLF for every line end,
    of which one kind can be restored.
    """
    pairs = value.count("\r\n")
    mixed = value.count("\r") != pairs or (pairs > 0 and value.count("\n") != pairs)
    return not mixed and _UNPRINTABLE.search(value) is None


def _is_prose(schema: Schema, name: str) -> bool:
    if any(keyword in schema for keyword in ("format", "pattern", "x-enum-hint")) or not PROSE.search(name):
        return False
    longest = schema.get("maxLength")
    return not isinstance(longest, int) or longest > LONG


def upload_of(schema: Schema) -> str:
    """How the content of a file is written into a string, by its format or by what its description says."""
    if "string" not in types(schema):
        return ""
    if schema.get("format") == "binary":
        return "part"
    if schema.get("format") == "byte" or schema.get("contentEncoding") == "base64":
        return "base64"
    said = described(schema)
    return "data-url" if "data:" in said else "base64" if "base64" in said.lower() else ""


def described(schema: Schema) -> str:
    """The description in all languages."""
    said = (text for key, text in schema.items() if key == "description" or key.startswith("x-description-"))
    return " ".join(text for text in said if isinstance(text, str))
