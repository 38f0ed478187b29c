"""Filters of the documentation pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from playground.catalog import services
from playground.catalog.services import Listed
from playground.web.markdown import plain, render

register = template.Library()


@register.inclusion_tag("catalog/_apis.html")
def api_menu(listed: Listed, language: str, forms: bool = False) -> dict[str, object]:
    """The way from an API to the others: to their forms, else to their documentation."""
    apis = [(one.key, one.title_in(language), one.key == listed.key) for one in services.published()]
    return {"apis": apis, "title": listed.title_in(language), "forms": forms}


@register.simple_tag
def operation_titles(*names: str | Iterable[str]) -> dict[str, str]:
    """The titles of operations in the language of the page, by their names."""
    every = [one for name in names for one in ([name] if isinstance(name, str) else name)]
    return services.titles(every, get_language() or "en")


@register.filter
def title_of(name: str, titles: Mapping[str, str]) -> str:
    """The title of an operation; its name where the catalog has it no more."""
    return titles.get(name) or name


@register.filter
def markdown(source: str) -> SafeString:
    """Sanitised HTML; its headings stand below the page's first two levels."""
    return render(source)


@register.filter
def one_line(source: str) -> str:
    """The text of Markdown in one line, for descriptions of pages."""
    return plain(source)


@register.filter
def readable(value: str) -> str:
    """A JSON text as people write it: a string without quotes, where it cannot be taken for anything else."""
    if not value.startswith('"'):
        return value
    try:
        text = str(json.loads(value))
    except ValueError:
        return value
    return value if not text or text != text.strip() or _is_json(text) else text


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
