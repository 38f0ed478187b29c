"""Texts → the instances that a description speaks of: values of parameters, header fields and form fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playground.core.errors import InvalidDocument
from playground.core.openapi.document import Document
from playground.core.openapi.operations import ParameterDoc
from playground.core.schema.resolution import fits_type
from playground.core.schema.validation import Validator

_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}


def parameter_value(item: ParameterDoc, values: list[str], document: Document) -> Any:
    """The value of a parameter or a header field, from the texts under its name (OpenAPI 3.1 §4.8.12.3)."""
    if item.media_type:
        return _of_content(values[0])
    schema = resolved(item.schema, document)
    kind = schema.get("type")
    if kind == "array" and not (item.explode and item.style == "form"):
        separator = _SEPARATORS.get(item.style, ",")
        values = [part for value in values for part in value.split(separator)]
    if kind == "object":
        return {}  # its members stand as rows of their own, under names that cannot be told from others
    return of_schema(values, item.schema, document)


def _of_content(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def of_schema(values: list[str], schema: Any, document: Document) -> Any:
    """Texts as a value of the schema: a list where it wants one, a number or truth value where it says so."""
    described = resolved(schema, document)
    if described.get("type") == "array" and not (len(values) == 1 and values[0].lstrip().startswith("[")):
        items = described.get("items", True)
        return [one(value, items, document) for value in values]
    if len(values) > 1:
        return values
    return one(values[0], schema, document)


def one(text: str, schema: Any, document: Document) -> Any:
    """A text as the schema wants it: itself where that conforms, else as JSON, else itself, to be found wanting."""
    if schema is None or _conforms(text, schema, document):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    # What has a type that is named here was meant as a value: what is wrong is told of it, and not of its text.
    named = resolved(schema, document).get("type")
    is_meant = isinstance(value, dict | list) or fits_type(value, named if isinstance(named, list) else [str(named)])
    return value if is_meant or _conforms(value, schema, document) else text


def _conforms(instance: Any, schema: Any, document: Document) -> bool:
    return schema is True or Validator(schema, document.data).is_valid(instance)


def resolved(schema: Any, document: Document) -> Mapping[str, Any]:
    """What a schema or a reference to one says, nothing where it leads nowhere."""
    try:
        found = document.resolve(schema)
    except InvalidDocument:
        return {}
    return found if isinstance(found, Mapping) else {}
