"""The JSON body as text and as controls, in step with each other.

Stateless and three-way: the browser posts the text (``body``), the text that the controls were drawn from
(``body_base``) and what stands in each control. What differs from the base in a control is a person's edit, and is
made in the text, at its place alone. So both may be edited at once, with JavaScript and without, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from playground.core import media_types
from playground.core.errors import InvalidInput
from playground.core.openapi.operations import Fragment
from playground.core.schema import actions, instances
from playground.core.schema.control import AT, KEY, LEAVES, SWITCH, Control
from playground.core.schema.controls import controls
from playground.core.schema.problems import Problem
from playground.core.schema.text import InvalidJson, loads
from playground.core.schema.validation import Validator

#: Names of the inputs of controls: values, names of rows, and choices among alternatives.
PREFIXES = (AT, KEY, SWITCH)

#: Characters beyond which a body has no form beside it: only the editor and the wire.
FORM_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of text and controls.

    ``tree`` is None where the text is no JSON, or the operation documents no body.
    """

    text: str
    tree: Control | None = None
    problems: tuple[Problem, ...] = ()
    broken: InvalidJson | None = None
    #: The action, or the edit, that could not be made: a sentence.
    refused: str = ""


def schema_of(fragment: Fragment) -> Any:
    """The schema of the JSON body; None where there is none."""
    body = fragment.operation.request_body
    for content in body.media_types if body else ():
        if media_types.parse(content.media_type).is_json:
            return content.schema
    return None


def read(fragment: Fragment, text: str, language: str) -> Merged:
    """Controls and problems of a text as it stands."""
    schema = schema_of(fragment)
    if len(text) > FORM_LIMIT:
        return Merged(text)
    try:
        tree = None if schema is None else controls(schema, definitions(fragment), text, language)
        return Merged(text, tree, _problems(fragment, text))
    except InvalidJson as error:
        return Merged(text, broken=error)
    except InvalidInput as error:
        return Merged(text, refused=error.message)


def merge(fragment: Fragment, text: str, base: str, post: QueryDict, action: str, language: str) -> Merged:
    """The posted text with the edits of the posted controls, and then the action, made in it."""
    schema = schema_of(fragment)
    refused = ""
    edit_problems: tuple[Problem, ...] = ()
    if schema is not None and len(text) <= FORM_LIMIT:
        pairs = {name: str(value) for name, value in post.items() if name.startswith(PREFIXES)}
        try:
            applied = instances.apply_edits(schema, definitions(fragment), text, base, pairs)
            text, edit_problems = applied.text, applied.problems
            if action:
                text = actions.apply_action(schema, definitions(fragment), text, action)
        except InvalidInput as error:
            refused = error.message
    merged = read(fragment, text, language)
    return Merged(
        merged.text, merged.tree, (*edit_problems, *merged.problems), merged.broken, refused or merged.refused
    )


def definitions(fragment: Fragment) -> dict[str, Any]:
    return dict(fragment.document.data)


def _problems(fragment: Fragment, text: str) -> tuple[Problem, ...]:
    validator = _validator(fragment)
    return () if validator is None else validator.problems(loads(text))


def _validator(fragment: Fragment) -> Validator | None:
    """One for each fragment, kept with it: building it costs more than using it."""
    known: Validator | None = fragment.__dict__.get("body_validator")
    schema = schema_of(fragment)
    if known is None and schema is not None:
        known = fragment.__dict__["body_validator"] = Validator(schema, definitions(fragment), direction="request")
    return known


def shows(tree: Control | None, post: Mapping[str, Any]) -> bool:
    """Whether the controls that were posted are those of the tree, with the same values: no need to draw them again."""
    if tree is None:
        return False
    drawn = {control.input_name: control.value for control in leaves(tree)}
    posted = {name: str(value).replace("\r\n", "\n") for name, value in post.items() if name.startswith(AT)}
    return drawn == posted


def leaves(control: Control) -> Iterator[Control]:
    if control.kind in LEAVES:
        yield control
    for child in control.children:
        yield from leaves(child)


def formatted(fragment: Fragment, text: str, language: str) -> Merged:
    """The text laid out anew, its values spelled as they were; the text itself where it is not JSON."""
    from playground.core.viewers.kinds.json import pretty

    merged = read(fragment, text, language)
    return merged if merged.broken else read(fragment, pretty(text), language)
