"""Each operation of our own API can be sent as its form is first drawn."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.api.api import own_text
from playground.api.examples import BODIES
from playground.core.openapi.document import load
from playground.core.openapi.operations import operations
from playground.core.schema.validation import validate

DOCUMENT: dict[str, Any] = json.loads(own_text())


def test_every_operation_with_a_body_has_an_example() -> None:
    asked = {item.operation_id for item in operations(load(own_text())) if item.request_body}
    assert asked == BODIES.keys()


@pytest.mark.parametrize("item", operations(load(own_text())), ids=lambda item: item.key)
def test_what_stands_in_the_form_is_as_described(item: Any) -> None:
    for parameter in item.parameters:
        values = [example.value for example in parameter.examples]
        assert not any(validate(parameter.schema, DOCUMENT, value) for value in values), parameter.name
    if item.request_body:
        media = item.request_body.media_types[0]
        assert media.examples
        assert validate(media.schema, DOCUMENT, media.examples[0].value) == ()
