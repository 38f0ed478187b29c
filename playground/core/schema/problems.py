"""The noun ``Problem``: one place where something is not as a schema, or a control, asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

#: What is said for each keyword. Named parameters in %-style, so that a translation can order them as it likes.
MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        # --- keywords of JSON Schema 2020-12, Validation §6 and Core §10, §11 ---
        "type": "Should be %(expected)s, not %(actual)s.",
        "enum": "Should be one of: %(allowed)s.",
        "const": "Should be %(allowed)s.",
        "minimum": "Should be %(limit)s or more.",
        "maximum": "Should be %(limit)s or less.",
        "exclusiveMinimum": "Should be more than %(limit)s.",
        "exclusiveMaximum": "Should be less than %(limit)s.",
        "multipleOf": "Should be a multiple of %(limit)s.",
        "minLength": "Too short: %(actual)s of at least %(limit)s characters.",
        "maxLength": "Too long: %(actual)s of at most %(limit)s characters.",
        "minItems": "Too few items: %(actual)s of at least %(limit)s.",
        "maxItems": "Too many items: %(actual)s of at most %(limit)s.",
        "minProperties": "Too few properties: %(actual)s of at least %(limit)s.",
        "maxProperties": "Too many properties: %(actual)s of at most %(limit)s.",
        "pattern": "Should match the pattern %(pattern)s.",
        "format": "Should have the format %(format)s.",
        "required": "%(name)s is required.",
        "dependentRequired": "%(name)s is required where %(other)s is given.",
        "propertyNames": "%(name)s is not allowed as a name here.",
        "additionalProperties": "%(name)s is not a property that is described here.",
        "unevaluatedProperties": "%(name)s is not a property that is described here.",
        "unevaluatedItems": "There are more items than are described here.",
        "uniqueItems": "The same as item %(first)s; the items should differ.",
        "contains": "None of the items is as one of them should be.",
        "minContains": "Fewer than %(limit)s of the items are as they should be.",
        "maxContains": "More than %(limit)s of the items are as only so many may be.",
        "not": "Is what is ruled out here.",
        "oneOf-several": "Fits more than one of the alternatives; it should fit exactly one.",
        "false": "Nothing is allowed here.",
        "$ref": "The description refers to %(reference)s, which it does not hold; this part was not checked.",
        # --- the check itself ---
        "depth": "Nested too deep, or a description that refers to itself without end: not checked to the bottom.",
        "work": "Too large, or too many alternatives inside one another: not checked to the end.",
        # --- a request against its documentation, beside its values ---
        "no-body": "A body is required: %(documented)s.",
        "body-media-type": "The body is sent as %(actual)s. Documented: %(documented)s.",
        # --- an answer against its documentation ---
        "status": "%(actual)s is not a documented status. Documented: %(documented)s.",
        "method": "Sent as %(actual)s, while the documentation is that of %(documented)s: not checked.",
        "no-responses": "No response is documented for this operation.",
        "no-description": "No content is documented for this status; what came was not checked.",
        "media-type": "%(actual)s is not documented for the status %(status)s. Documented: %(documented)s.",
        "no-media-type": "The answer does not say what its content is (Content-Type). Documented: %(documented)s.",
        "no-content": "The answer has no content. Documented: %(documented)s.",
        "not-json": "Not JSON. Line %(line)s, column %(column)s: %(said)s",
        "cut": "The answer was cut off before its end; what is missing was not checked.",
        "too-large": "The content was not checked: it is too large, or nested too deep.",
        "frames": "The first %(count)s events were checked; the others were not.",
        # --- what a person typed into a control ---
        "json": "This is not JSON yet. Line %(line)s, column %(column)s: %(said)s",
        "json-limit": "This JSON is too large, or nested too deep, for the form.",
        "number-text": "%(text)s is not a number as JSON writes it, such as 12, -0.5 or 1e3.",
        "choice": "%(text)s is none of the choices.",
        "no-place": "There is no such place in the body any more.",
        "no-name": "A name is needed here.",
        "same-name": "There is already a member named %(name)s.",
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence about a place in an instance.

    ``pointer`` is its JSON Pointer, ``keyword`` a key of MESSAGES. ``message`` is the English sentence; ``template``
    and ``parameters`` are what it was made of, to be said in another language.
    """

    pointer: str
    keyword: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return MESSAGES[self.keyword]

    @property
    def message(self) -> str:
        return self.template % self.parameters


def problem(pointer: str, keyword: str, **parameters: object) -> Problem:
    """A problem with its parameters as the text that is shown."""
    return Problem(pointer, keyword, {name: str(value) for name, value in parameters.items()})
