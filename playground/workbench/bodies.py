"""The JSON body as text and as controls, in step with each other.

Stateless and three-way: the browser posts the text (``body``), the text that the controls were drawn from
(``body_base``) and what stands in each control. What differs from the base in a control is a person's edit, and is
made in the text, at its place alone. So both may be edited at once, with JavaScript and without, and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar

from django.http import QueryDict

from playground.core import media_types
from playground.core.errors import InvalidInput
from playground.core.openapi.operations import Fragment
from playground.core.schema import actions, instances
from playground.core.schema.control import AT, FILE, FILE_NAME, HELD, KEY, SWITCH, Control, leaves, with_typed
from playground.core.schema.controls import controls
from playground.core.schema.files import File, from_data_url, put_file
from playground.core.schema.problems import Problem
from playground.core.schema.resolution import Definitions
from playground.core.schema.text import InvalidJson, JsonText

T = TypeVar("T")
#: Files as Django has them, by the names of their inputs.
Uploads = Mapping[str, Any]

#: Names of the inputs of controls: values, names of rows, and choices among alternatives.
PREFIXES = (AT, KEY, SWITCH)

#: Characters beyond which a body has no form beside it, only the editor and the wire: all in all, and without the
#: content of files, which costs little.
FORM_LIMIT = 16_000_000
STRUCTURE_LIMIT = 200_000
_FILE_CONTENT = re.compile(r'"[^"\\]{2000,}"')
#: Texts of one operation whose controls are remembered, each of at most so many characters: what a keystroke made is
#: the base of the next one.
READ_TEXTS, READ_LIMIT = 16, 32_000


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of text and controls.

    ``tree`` is None where the text is no JSON, or the operation documents no body. ``problems`` are those of edits:
    what was typed into a control and is no value of it.
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


def has_form(text: str) -> bool:
    """Whether a text is short enough for a form."""
    if len(text) <= STRUCTURE_LIMIT:
        return True
    contents = sum(len(found[0]) for found in _FILE_CONTENT.finditer(text)) if len(text) <= FORM_LIMIT else 0
    return len(text) - contents <= STRUCTURE_LIMIT


def read(fragment: Fragment, text: str, language: str) -> Merged:
    """The controls of a text as it stands."""
    if len(text) > READ_LIMIT:
        return _read(fragment, text, language)
    known = kept(fragment, "body_reads", lambda: lru_cache(READ_TEXTS)(partial(_read, fragment)))
    return known(text, language)


def _read(fragment: Fragment, text: str, language: str) -> Merged:
    schema = schema_of(fragment)
    if not has_form(text):
        return Merged(text)
    try:
        if schema is None:
            JsonText(text)
            return Merged(text)
        tree = controls(schema, definitions(fragment), text, language)
        return Merged(text, tree)
    except InvalidJson as error:
        return Merged(text, broken=error)
    except InvalidInput as error:
        return Merged(text, refused=error)


def merge(
    fragment: Fragment,
    text: str,
    base: str,
    post: QueryDict,
    action: str,
    language: str,
    uploads: Uploads | None = None,
) -> Merged:
    """The posted text with the edits of the posted controls, then the files, then the action, made in it."""
    schema = schema_of(fragment)
    refused: InvalidInput | None = None
    edit_problems: tuple[Problem, ...] = ()
    held: Mapping[str, str] = {}
    if schema is not None and has_form(text):
        pairs = {name: str(value) for name, value in post.items() if name.startswith(PREFIXES)}
        try:
            drawn = read(fragment, base, language).tree
            applied = instances.apply_edits(schema, definitions(fragment), text, base, pairs, drawn)
            text, edit_problems, held = applied.text, applied.problems, applied.kept
            for pointer, file in _files(post, uploads):
                text = put_file(schema, definitions(fragment), text, pointer, file)
            if action:
                text = actions.apply_action(schema, definitions(fragment), text, action)
        except InvalidInput as error:
            refused = error
    merged = read(fragment, text, language)
    tree = with_typed(merged.tree, held) if merged.tree and held and not action else merged.tree
    return Merged(merged.text, tree, edit_problems, merged.broken, refused or merged.refused)


def _files(post: QueryDict, uploads: Uploads | None) -> Iterator[tuple[str, File]]:
    """Files for places in the text: as a browser posts them, or as data URLs where its script has read them."""
    for name, upload in (uploads or {}).items():
        if name.startswith(FILE):
            upload.seek(0)
            yield name.removeprefix(FILE), File(upload.read(), upload.content_type or "", upload.name or "")
    for name, value in post.items():
        if name.startswith(FILE) and value:
            place = name.removeprefix(FILE)
            yield place, from_data_url(str(value), post.get(FILE_NAME + place, ""))


def definitions(fragment: Fragment) -> Definitions:
    """What the references of a fragment lead to, with the memory of what was worked out from it."""
    return kept(fragment, "body_definitions", lambda: Definitions(fragment.document.data))


def kept(fragment: Fragment, name: str, make: Callable[[], T]) -> T:
    """What is made once for a fragment and kept as long as it: making it costs more than using it."""
    known: T | None = fragment.__dict__.get(name)
    if known is None:
        known = fragment.__dict__[name] = make()
    return known


def shows(tree: Control | None, post: Mapping[str, Any]) -> bool:
    """Whether the controls that were posted are those of the tree, with the same values: no need to draw them again."""
    if tree is None:
        return False
    drawn = {
        control.held_name if control.is_held else control.input_name: control.fingerprint
        if control.is_held
        else control.value
        for control in leaves(tree)
    }
    posted = {
        name: str(value).replace("\r\n", "\n") for name, value in post.items() if name.startswith((AT, HELD, FILE))
    }
    return drawn == posted


def formatted(fragment: Fragment, text: str, language: str) -> Merged:
    """The text laid out anew, its values spelled as they were; the text itself where it is not JSON."""
    from playground.core.viewers.kinds.json import pretty

    merged = read(fragment, text, language)
    return merged if merged.broken else read(fragment, pretty(text), language)
