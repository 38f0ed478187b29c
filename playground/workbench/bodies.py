"""The JSON body as text and as controls, in step with each other.

Stateless and three-way: the browser posts the text (``body``), the text that the controls were drawn from
(``body_base``) and what stands in each control. What differs from the base in a control is a person's edit, and is
made in the text, at its place alone. So both may be edited at once, with JavaScript and without, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import QueryDict

from playground.core import media_types
from playground.core.errors import InvalidInput
from playground.core.openapi.operations import Fragment
from playground.core.schema import actions, instances
from playground.core.schema.control import AT, KEY, SWITCH, Control, leaves
from playground.core.schema.controls import controls
from playground.core.schema.problems import Problem
from playground.core.schema.resolution import Definitions
from playground.core.schema.text import InvalidJson, JsonText
from playground.core.schema.validation import Validator, embedded_problems

T = TypeVar("T")

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
    #: Why the action, or the edit, could not be made.
    refused: InvalidInput | None = None


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
        if schema is None:
            JsonText(text)
            return Merged(text)
        tree = controls(schema, definitions(fragment), text, language)
        return Merged(text, tree, _problems(fragment, text, tree))
    except InvalidJson as error:
        return Merged(text, broken=error)
    except InvalidInput as error:
        return Merged(text, refused=error)


def merge(fragment: Fragment, text: str, base: str, post: QueryDict, action: str, language: str) -> Merged:
    """The posted text with the edits of the posted controls, and then the action, made in it."""
    schema = schema_of(fragment)
    refused: InvalidInput | None = None
    edit_problems: tuple[Problem, ...] = ()
    if schema is not None and len(text) <= FORM_LIMIT:
        pairs = {name: str(value) for name, value in post.items() if name.startswith(PREFIXES)}
        try:
            applied = instances.apply_edits(schema, definitions(fragment), text, base, pairs)
            text, edit_problems = applied.text, applied.problems
            if action:
                text = actions.apply_action(schema, definitions(fragment), text, action)
        except InvalidInput as error:
            refused = error
    merged = read(fragment, text, language)
    return Merged(
        merged.text, merged.tree, (*edit_problems, *merged.problems), merged.broken, refused or merged.refused
    )


def definitions(fragment: Fragment) -> Definitions:
    """What the references of a fragment lead to, with the memory of what was worked out from it."""
    return _kept(fragment, "body_definitions", lambda: Definitions(fragment.document.data))


def _validator(fragment: Fragment) -> Validator:
    return _kept(
        fragment, "body_validator", lambda: Validator(schema_of(fragment), fragment.document.data, direction="request")
    )


def _kept(fragment: Fragment, name: str, make: Callable[[], T]) -> T:
    """What is made once for a fragment and kept as long as it: making it costs more than using it."""
    known: T | None = fragment.__dict__.get(name)
    if known is None:
        known = fragment.__dict__[name] = make()
    return known


def _problems(fragment: Fragment, text: str, tree: Control) -> tuple[Problem, ...]:
    """Where the text is not as documented, and where a schema that it holds is none."""
    return (*_validator(fragment).problems_in(JsonText(text)), *embedded_problems(tree))


def shows(tree: Control | None, post: Mapping[str, Any]) -> bool:
    """Whether the controls that were posted are those of the tree, with the same values: no need to draw them again."""
    if tree is None:
        return False
    drawn = {control.input_name: control.value for control in leaves(tree)}
    posted = {name: str(value).replace("\r\n", "\n") for name, value in post.items() if name.startswith(AT)}
    return drawn == posted


def formatted(fragment: Fragment, text: str, language: str) -> Merged:
    """The text laid out anew, its values spelled as they were; the text itself where it is not JSON."""
    from playground.core.viewers.kinds.json import pretty

    merged = read(fragment, text, language)
    return merged if merged.broken else read(fragment, pretty(text), language)
