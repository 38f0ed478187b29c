"""What the templates of the page ask for."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from playground.catalog import documentation, tree
from playground.catalog.names import key_of
from playground.catalog.services import Listed
from playground.core.openapi.operations import Example, ParameterDoc
from playground.core.openapi.security import SecurityScheme
from playground.core.openapi.texts import Text
from playground.core.schema.control import Control, beside
from playground.core.schema.problems import Problem
from playground.core.schema.text import EXPECTED, InvalidJson
from playground.core.snippets import Snippet
from playground.core.variables import Secret, Value
from playground.web.highlight import highlight
from playground.web.templatetags.sentences import sentence
from playground.workbench.authorization import Alternative
from playground.workbench.desk import Desk
from playground.workbench.phrases import PARTS, PHRASES
from playground.workbench.preview import message_html

register = template.Library()


@register.filter
def in_language(text: Text, language: str) -> str:
    return text.get(language)


@register.filter
def example_title(example: Example, language: str) -> str:
    return example.summary.get(language) or example.name


@register.filter
def type_name(doc: ParameterDoc) -> str:
    """The type of a parameter as the documentation prints it."""
    schema = doc.schema if isinstance(doc.schema, dict) else {}
    kind = schema.get("type", "string")
    return " | ".join(kind) if isinstance(kind, list) else str(kind)


@register.filter
def choices(doc: ParameterDoc | None) -> list[str]:
    """Values to suggest for a parameter."""
    schema = doc.schema if doc and isinstance(doc.schema, dict) else {}
    return [str(value) for value in (schema.get("enum") or schema.get("x-enum-hint") or [])]


@register.filter
def row_to_add(doc: ParameterDoc, group: str) -> str:
    """The action that adds a row for a documented field."""
    is_file = isinstance(doc.schema, dict) and "binary" in (
        doc.schema.get("format"),
        (doc.schema.get("items") or {}).get("format") if isinstance(doc.schema.get("items"), dict) else None,
    )
    return f"row-add:{group}:{'file' if is_file and group == 'part' else 'text'}:{doc.name}"


@register.filter
def with_problems(tree: Control, problems: tuple[Problem, ...]) -> Control:
    """The tree with each problem beside its control."""
    return beside(tree, problems) if problems else tree


@register.filter
def masked(value: Value) -> str:
    """A secret by its ends, so that one can tell two apart; any other value as it is."""
    return f"{value.ends} · {value.fingerprint}" if isinstance(value, Secret) else value


@register.filter
def plainly(value: Value | None) -> str:
    """A value that may be seen, for an input; nothing of a secret."""
    return value if isinstance(value, str) else ""


@register.filter
def scheme_text(scheme: SecurityScheme) -> str:
    """How a scheme says who is asking, in a few words."""
    return documentation.scheme_text(scheme)


@register.filter
def alternative_text(alternative: Alternative) -> str:
    return " + ".join(map(documentation.scheme_text, alternative.schemes))


@register.filter
def json_sentence(error: InvalidJson) -> str:
    """What is wrong with a text that is no JSON, without its place."""
    return _(EXPECTED[error.code])


@register.simple_tag
def control(control: Control, operation: Any) -> SafeString:
    """A control by the template of its kind; its children by theirs."""
    return mark_safe(
        get_template(f"workbench/controls/_{control.template}.html").render(
            {"control": control, "operation": operation}
        )
    )


@register.filter
def part_title(name: str) -> str:
    """A kind of part in the language of the page; the name itself where it is none of those that are known."""
    return str(PARTS.get(name, name))


@register.simple_tag
def message(desk: Desk) -> SafeString:
    """The preview of a request that can be prepared."""
    assert not isinstance(desk.prepared, Exception)
    return message_html(desk.prepared, desk.shown[1])


@register.simple_tag
def code(desk: Desk) -> SafeString:
    snippet = desk.code.snippet
    assert isinstance(snippet, Snippet)
    return highlight(snippet.code, desk.code.target.syntax)


@register.simple_tag
def editor_phrases() -> str:
    """The editor's own words where the language of the page has others than English."""
    translated_phrases = {key: str(text) for key, text in PHRASES.items()}
    if get_language() in {None, "en"}:
        return "{}"
    return json.dumps(translated_phrases, ensure_ascii=False)


@register.simple_tag
def navigation_tree(listed: Listed, current: str, language: str, query: str | None = None) -> SafeString:
    """The tree of endpoints, the groups above the current one open; with a query, those that have it."""
    drawing = tree.Drawing(language, forms=True, later=True)
    wanted = (query or "").strip().lower()
    return tree.filtered(listed, drawing, wanted) if wanted else tree.tree(listed, drawing, key_of(current))


@register.simple_tag
def is_large(listed: Listed) -> bool:
    """Whether groups are loaded when they open, and the filter asks the server."""
    return tree.index(listed).is_large


@register.filter
def rows(text: str) -> int:
    """Lines to give a textarea: as many as its text takes, within reason."""
    return max(2, min(12, sum(1 + len(line) // 60 for line in text.split("\n"))))


@register.simple_tag
def given_value(desk: Desk, name: str) -> str:
    """The value that a link has for a variable, "" for none."""
    return str(desk.linked.values.get(name, "")) if desk.linked else ""


@register.filter
def braces(name: str) -> str:
    """A name as it is written in a request."""
    return "{{" + name + "}}"


@register.filter
def problems_json(problems: tuple[Any, ...]) -> str:
    """Problems as the editor marks them at their places."""
    marks = [{"pointer": item.pointer, "message": sentence(item), "severity": "warning"} for item in problems[:50]]
    return json.dumps(marks, ensure_ascii=False)
