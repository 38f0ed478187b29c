"""What stands in for the items of an array that is said to hold messages and describes none (``x-control: messages``).

The shapes are those that the Responses interface takes; anything else is still an object of any members. They only
say how the items are drawn and what is offered: a body is checked against the description alone.
"""

from __future__ import annotations

from typing import Any


def _object(needed: list[str], **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": needed, "properties": members}


_STRING: dict[str, Any] = {"type": "string"}
_TEXT = _object(["type", "text"], type={"const": "input_text"}, text=_STRING)
_IMAGE = _object(
    ["type", "image_url"],
    type={"const": "input_image"},
    image_url={"type": "string", "description": "https:// or data:"},
    detail={"type": "string", "enum": ["auto", "low", "high"]},
)
_FILE = _object(
    ["type"],
    type={"const": "input_file"},
    filename=_STRING,
    file_data={"type": "string", "description": "data:"},
    file_url=_STRING,
    file_id=_STRING,
)
_ANSWER = _object(["type", "text"], type={"const": "output_text"}, text=_STRING)

_MESSAGE = _object(
    ["role", "content"],
    role={"type": "string", "enum": ["user", "assistant", "system", "developer"]},
    content={"anyOf": [_STRING, {"type": "array", "items": {"anyOf": [_TEXT, _IMAGE, _FILE, _ANSWER]}}]},
)
_CALL = _object(
    ["type", "call_id", "name", "arguments"],
    type={"const": "function_call"},
    call_id=_STRING,
    name=_STRING,
    arguments=_STRING,
)
_RESULT = _object(
    ["type", "call_id", "output"],
    type={"const": "function_call_output"},
    call_id=_STRING,
    output=_STRING,
)

#: One item of a conversation of which nothing is said.
ITEM: dict[str, Any] = {
    "oneOf": [{"title": "message", **_MESSAGE}, _CALL, _RESULT, {"title": "JSON", "type": "object"}]
}
