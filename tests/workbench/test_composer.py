"""What a description says of the fields of a form, however odd it is."""

from __future__ import annotations

import pytest

from playground.core.openapi.document import Document
from playground.core.openapi.operations import fragment, operations
from playground.workbench.composer import fields_of


def _fields(schema: object) -> dict[str, bool]:
    content = {"multipart/form-data": {"schema": schema}}
    document = Document({"openapi": "3.1.0", "paths": {"/a": {"post": {"requestBody": {"content": content}}}}})
    return {name: doc.required for name, doc in fields_of(fragment(document, operations(document)[0])).items()}


def test_a_field_is_told_with_whether_it_is_required() -> None:
    schema = {"properties": {"a": {"type": "string"}, "b": {}, "c": None}, "required": ["b"]}
    assert _fields(schema) == {"a": False, "b": True}


@pytest.mark.parametrize(
    ("schema", "fields"),
    [
        ({"properties": 1.5}, {}),
        ({"properties": "x"}, {}),
        ({"properties": {"a": {}}, "required": 5}, {"a": False}),
        ({"properties": {"a": {}}, "required": None}, {"a": False}),
        ({}, {}),
        ("x", {}),
    ],
)
def test_what_is_no_schema_says_nothing(schema: object, fields: dict[str, bool]) -> None:
    assert _fields(schema) == fields
