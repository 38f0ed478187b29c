"""The request of the form against its description: path, query, header fields, cookies and body.

It warns and forbids nothing. A keystroke's answer takes what can be told in a few milliseconds; what takes longer is
asked for by the page a moment later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playground.core import media_types
from playground.core.errors import InvalidInput
from playground.core.openapi.operations import Fragment, MediaTypeDoc, ParameterDoc
from playground.core.parameter_values import parameter_value
from playground.core.schema import pointers
from playground.core.schema.keywords import MAX_SECONDS, Budget
from playground.core.schema.problems import Problem, problem
from playground.core.schema.text import JsonText
from playground.core.schema.validation import Validator, embedded_problems
from playground.core.variables import VARIABLE
from playground.workbench.bodies import Merged, kept, schema_of
from playground.workbench.composer import Composer, Row

#: Seconds that a keystroke's answer may spend on the body, and characters beyond which it leaves it for later.
HURRIED_SECONDS, HURRIED_LENGTH = 0.006, 60_000
#: Texts whose problems are remembered, for each operation: most keystrokes change something else than the body.
KEPT = 8

#: Header fields that a client need not send though they are described (OpenAPI 3.1 §4.8.12.1).
_LEFT_TO_HTTP = frozenset({"accept", "content-type", "authorization"})
#: What each kind of body is sent as, where no header row says otherwise.
_SENT_AS = {
    "json": "application/json",
    "text": "text/plain",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "binary": "application/octet-stream",
}
#: Members of a schema that a text can never go against; one that has no others need not be asked.
_IDLE = frozenset({"type", "default", "description", "title", "example", "examples", "deprecated"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A problem and the group of inputs that it belongs to: ``body``, or a group of rows."""

    group: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a request; ``unfinished`` where a longer look might find more."""

    marks: tuple[Mark, ...] = ()
    unfinished: bool = False

    @property
    def body(self) -> tuple[Problem, ...]:
        """The problems of the body."""
        return tuple(mark.problem for mark in self.marks if mark.group == "body")


def check(fragment: Fragment, composer: Composer, merged: Merged, *, hurried: bool = False) -> Checked:
    """What is wrong with the request that stands in the form. With ``hurried`` it takes no longer than a keystroke."""
    body, unfinished = _body_problems(fragment, composer, merged, hurried)
    marks = [
        *_parameter_marks(fragment, composer),
        *_content_marks(fragment, composer),
        *(Mark("body", each) for each in (*merged.problems, *body)),
    ]
    return Checked(tuple(marks), unfinished)


# Parameters


def _parameter_marks(fragment: Fragment, composer: Composer) -> Iterator[Mark]:
    for item in fragment.operation.parameters:
        rows = [row for row in composer.group(item.location) if _is_named(row, item) and row.enabled]
        values = [row.value for row in rows if row.value or item.location != "path"]
        if values:
            yield from (Mark(item.location, each) for each in _value_problems(fragment, item, values))
        elif item.required and not (item.location == "header" and item.name.lower() in _LEFT_TO_HTTP):
            yield Mark(item.location, problem(pointers.build([item.name]), "required", name=item.name))


def _is_named(row: Row, item: ParameterDoc) -> bool:
    name = row.name.strip()
    if item.location == "header":
        return name.lower() == item.name.lower()
    return name == item.name or (item.location == "query" and name.startswith(f"{item.name}["))


def _value_problems(fragment: Fragment, item: ParameterDoc, values: list[str]) -> Iterator[Problem]:
    """What is wrong with the values of a parameter; a variable may become anything, so it is never wrong."""
    if any(VARIABLE.search(value) for value in values) or _is_any_text(item.schema):
        return
    value = parameter_value(item, values, fragment.document)
    place = pointers.build([item.name])
    for each in _validator(fragment, item).problems(value):
        yield Problem(place + each.pointer, each.keyword, each.parameters)


def _is_any_text(schema: object) -> bool:
    if not isinstance(schema, dict):
        return schema is None or schema is True
    spoken = {name for name in schema if not name.startswith("x-")}
    return schema.get("type") == "string" and spoken <= _IDLE


def _validator(fragment: Fragment, item: ParameterDoc) -> Validator:
    name = f"validator {item.location} {item.name}"
    return kept(fragment, name, lambda: Validator(item.schema, fragment.document.data, direction="request"))


# The body


def _content_marks(fragment: Fragment, composer: Composer) -> Iterator[Mark]:
    """Whether there is a body, of a documented kind, with the fields that a form needs."""
    body = fragment.operation.request_body
    if body is None or not body.media_types:
        return
    documented = ", ".join(item.media_type for item in body.media_types)
    if composer.body_type == "none":
        if body.required:
            yield Mark("body", problem("", "no-body", documented=documented))
        return
    sent = _sent_type(composer)
    described = _described(body.media_types, sent)
    if described is None and sent:
        yield Mark("body", problem("", "body-media-type", actual=sent, documented=documented))
    elif composer.body_type in {"form", "multipart"}:
        yield from _field_marks(fragment, composer)


def _sent_type(composer: Composer) -> str:
    """The media type of the body, "" where a variable stands in it."""
    rows = (row.value for row in composer.group("header") if row.enabled and row.name.lower() == "content-type")
    text = next(rows, composer.media_type or _SENT_AS[composer.body_type])
    return "" if VARIABLE.search(text) else media_types.parse(text).essence


def _described(documented: tuple[MediaTypeDoc, ...], sent: str) -> MediaTypeDoc | None:
    ranges = {sent, sent.partition("/")[0] + "/*", "*/*"}
    return next((item for item in documented if media_types.parse(item.media_type).essence in ranges), None)


def _field_marks(fragment: Fragment, composer: Composer) -> Iterator[Mark]:
    group = "form" if composer.body_type == "form" else "part"
    rows = [row for row in composer.group(group) if row.enabled]
    for row in rows:
        if row.doc is not None and not row.is_file:
            yield from (Mark(group, each) for each in _value_problems(fragment, row.doc, [row.value]))
    given = {row.name for row in rows}
    required = (name for name in _required_fields(fragment) if name not in given and f"{name}[]" not in given)
    yield from (Mark(group, problem(pointers.build([name]), "required", name=name)) for name in required)


def _required_fields(fragment: Fragment) -> list[str]:
    body = fragment.operation.request_body
    forms = {_SENT_AS["form"], _SENT_AS["multipart"]}
    schema = next((item.schema for item in body.media_types if item.media_type in forms), None) if body else None
    described = fragment.document.resolve(schema) if schema else None
    named = described.get("required") if isinstance(described, dict) else None
    return [str(name) for name in named] if isinstance(named, list) else []


def _body_problems(
    fragment: Fragment, composer: Composer, merged: Merged, hurried: bool
) -> tuple[tuple[Problem, ...], bool]:
    """What is wrong with a JSON body, and whether there was no time to tell."""
    if composer.body_type != "json" or merged.broken or merged.refused or schema_of(fragment) is None:
        return (), False
    if len(merged.text) > HURRIED_LENGTH:
        return ((), True) if hurried else _look(fragment, merged, hurried)
    known = kept(fragment, "body_checks", dict[str, tuple[Problem, ...]])
    if merged.text not in known:
        found, unfinished = _look(fragment, merged, hurried)
        if unfinished:
            return found, True
        if len(known) >= KEPT:
            known.clear()
        known[merged.text] = found
    return known.get(merged.text, ()), False


def _look(fragment: Fragment, merged: Merged, hurried: bool) -> tuple[tuple[Problem, ...], bool]:
    try:
        document = JsonText(merged.text)
    except InvalidInput:
        return (), False
    budget = Budget(seconds=HURRIED_SECONDS if hurried else MAX_SECONDS)
    found = _body_validator(fragment).problems_in(document, budget)
    if hurried and budget.is_spent:
        return tuple(each for each in found if each.keyword != "work"), True
    return (*found, *(embedded_problems(merged.tree) if merged.tree else ())), False


def _body_validator(fragment: Fragment) -> Validator:
    def make() -> Validator:
        return Validator(schema_of(fragment), fragment.document.data, direction="request")

    return kept(fragment, "body_validator", make)
