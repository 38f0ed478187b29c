"""Every request body of the shipped catalog: it has a form, and the form gives its examples back unchanged."""

from __future__ import annotations

import json

import pytest

from playground.core.schema.actions import apply_action
from playground.core.schema.control import KINDS, leaves
from playground.core.schema.controls import controls
from playground.core.schema.instances import apply_edits
from tests.core.schema.conftest import request_bodies
from tests.core.schema.forms import every, posted

BODIES = [pytest.param(schema, examples, id=f"{path} {media}") for path, media, schema, examples in request_bodies()]


def test_there_is_a_catalog_to_test():
    assert len(BODIES) > 80 and sum(len(body.values[1]) for body in BODIES) > 120


@pytest.mark.parametrize(("schema", "examples"), BODIES)
def test_a_form_that_is_only_looked_at_changes_nothing(schema, examples, document):
    for value in examples.values():
        for indent in (None, 2):
            text = json.dumps(value, ensure_ascii=False, indent=indent)
            pairs = posted(controls(schema, document, text, "zh"))
            assert apply_edits(schema, document, text, text, pairs).text == text
            assert apply_edits(schema, document, text, text, pairs).edited == ()


@pytest.mark.parametrize(("schema", "examples"), BODIES)
def test_everything_in_an_example_is_in_its_form(schema, examples, document):
    for value in examples.values():
        form = controls(schema, document, json.dumps(value))
        assert all(control.kind in KINDS for control in every(form))
        shown = {control.pointer for control in leaves(form)}
        assert all(any(place == leaf or place.startswith(leaf + "/") for leaf in shown) for place in scalars(value))


def scalars(value, pointer=""):
    if isinstance(value, dict) and value:
        for key, member in value.items():
            yield from scalars(member, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list) and value:
        for index, item in enumerate(value):
            yield from scalars(item, f"{pointer}/{index}")
    elif value is not None and not isinstance(value, dict | list):
        yield pointer


@pytest.mark.parametrize(("schema", "examples"), BODIES)
def test_every_button_of_a_form_leaves_json_that_has_a_form(schema, examples, document):
    text = json.dumps(next(iter(examples.values()), {}), ensure_ascii=False, indent=2)
    form = controls(schema, document, text)
    for action in actions(form):
        result = apply_action(schema, document, text, action)
        controls(schema, document, result)
        assert result != text or action.startswith(("switch:", "up:")), action


def actions(form):
    for control in every(form):
        yield from (each.action for each in (*control.addable, control.item) if each)
        yield from (f"switch:{control.pointer}:{option.index}" for option in control.options)
        if control.removable:
            yield f"remove:{control.pointer}"
        if control.is_item:
            yield f"duplicate:{control.pointer}"
        if control.can_move_up:
            yield f"up:{control.pointer}"


def test_texts_are_in_the_language_that_was_asked_for(document):
    body = next(body for body in request_bodies() if body[0] == "/v1/chat/completions#vision")
    by_language = {
        language: {
            control.pointer: control.description for control in every(controls(body[2], document, "{}", language))
        }
        for language in ("en", "zh", "zh-hans")
    }
    assert by_language["en"]["/model"] == "Model name; use one returned by /v1/models"
    assert by_language["zh"]["/model"] == by_language["zh-hans"]["/model"] == "模型名，以 /v1/models 返回的为准"
