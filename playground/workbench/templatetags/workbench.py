"""What the templates of the page ask for."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import get_template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from playground.core.openapi.navigation import Node
from playground.core.openapi.operations import Example, ParameterDoc
from playground.core.openapi.texts import Text
from playground.core.schema.control import Control
from playground.core.schema.text import EXPECTED, InvalidJson
from playground.core.snippets import Snippet
from playground.core.variables import Secret, Value
from playground.web.highlight import highlight
from playground.web.templatetags.sentences import sentence
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
def masked(value: Value) -> str:
    """A secret by its ends, so that one can tell two apart; any other value as it is."""
    return f"{value.ends} · {value.fingerprint}" if isinstance(value, Secret) else value


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
def navigation_tree(nodes: tuple[Node, ...], current: str, language: str, query: str | None = None) -> SafeString:
    """The tree of endpoints, the groups above the current one open."""
    html = _tree(nodes, language, (query or "").strip().lower())
    for group in _above(nodes, current):
        html = html.replace(f'<details data-group="{escape(group)}"', f'<details open data-group="{escape(group)}"', 1)
    marked = html.replace(f'data-key="{escape(current)}"', f'data-key="{escape(current)}" aria-current="page"', 1)
    return mark_safe(marked)


@lru_cache(maxsize=64)
def _tree(nodes: tuple[Node, ...], language: str, query: str) -> str:
    return "<ul>" + "".join(_node(node, language, query) for node in nodes) + "</ul>"


def _node(node: Node, language: str, query: str) -> str:
    title = node.title.get(language)
    if node.kind == "operation":
        return _operation(node, title) if not query or _has(node, query) else ""
    if node.kind == "doc":
        url = reverse("catalog:guide", args=[node.key])
        return format_html('<li><a class="nav-doc" href="{}"><span>{}</span></a></li>', url, title)
    inner = "".join(_node(child, language, query) for child in node.children)
    if not inner:
        return ""
    return format_html(
        '<li><details data-group="{}"{}><summary><span>{}</span><span class="count">{}</span></summary>'
        "<ul>{}</ul></details></li>",
        node.key,
        mark_safe(" open") if query else "",
        title,
        node.count,
        mark_safe(inner),
    )


def _operation(node: Node, title: str) -> str:
    return format_html(
        '<li><a href="{}" data-key="{}" data-find="{}"><span class="method" data-method="{}">{}</span>'
        "<span>{}</span></a></li>",
        reverse("workbench:page", args=[node.key]),
        node.key,
        f"{node.path} {node.key} {' '.join(text for _tag, text in node.title.texts)}".lower(),
        node.method,
        "DEL" if node.method == "DELETE" else node.method,
        title,
    )


def _has(node: Node, query: str) -> bool:
    return query in f"{node.path} {node.key} {' '.join(text for _tag, text in node.title.texts)}".lower()


def _above(nodes: tuple[Node, ...], key: str) -> tuple[str, ...]:
    """Keys of the groups that hold an operation, from the top."""
    for node in nodes:
        if node.kind == "operation" and node.key == key:
            return ()
        if node.children and _contains(node, key):
            return (node.key, *_above(node.children, key))
    return ()


def _contains(node: Node, key: str) -> bool:
    return any((child.kind == "operation" and child.key == key) or _contains(child, key) for child in node.children)


@register.filter
def rows(text: str) -> int:
    """Lines to give a textarea: as many as its text takes, within reason."""
    return max(2, min(12, sum(1 + len(line) // 60 for line in text.split("\n"))))


@register.filter
def braces(name: str) -> str:
    """A name as it is written in a request."""
    return "{{" + name + "}}"


@register.filter
def problems_json(problems: tuple[Any, ...]) -> str:
    """Problems as the editor marks them at their places."""
    marks = [{"pointer": item.pointer, "message": sentence(item), "severity": "warning"} for item in problems[:50]]
    return json.dumps(marks, ensure_ascii=False)
