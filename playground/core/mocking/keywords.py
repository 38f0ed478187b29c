"""Keywords of a schema as a generator may rely on them: of the type that JSON Schema gives them, or not there.

Descriptions are read from anywhere, and what is no schema still has to be answered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

#: Beyond it, arithmetic with doubles overflows.
_LARGEST = 1e300


def sound(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema without keywords whose values the specification does not allow (JSON Schema Validation §6)."""
    return {key: value for key, value in schema.items() if key not in _ALLOWED or _ALLOWED[key](value)}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _is_step(value: Any) -> bool:
    return _is_number(value) and value > 0


def _is_count(value: Any) -> bool:
    return _is_number(value) and value >= 0 and math.floor(value) == value


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_type(value: Any) -> bool:
    return isinstance(value, str) or (_are_texts(value) and bool(value))


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


_ALLOWED: Mapping[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_number),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
    **dict.fromkeys(("format", "pattern", "contentMediaType", "contentEncoding"), _is_text),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems", "enum", "examples"), _is_list),
    **dict.fromkeys(("properties", "patternProperties"), _is_mapping),
    "multipleOf": _is_step,
    "required": _are_texts,
    "type": _is_type,
}
