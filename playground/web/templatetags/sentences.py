"""Sentences of the core in the language of the page: the English template is the message id."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from playground.core.errors import PlaygroundError
from playground.core.schema.problems import Problem
from playground.core.snippets.losses import TEMPLATES, Loss

register = template.Library()

#: Parameters that are sentences of the core themselves. All others are a person's own words and stay as they are.
SPOKEN = frozenset({"said", "part"})
#: Parameters that list names of JSON types, the last one after an “or”.
ALTERNATIVES = "expected"


def say(sentence: str, parameters: Mapping[str, str]) -> str:
    """A sentence from its template in %-style; one without parameters is taken as it is."""
    if not parameters:
        return _(sentence) if sentence else ""
    return _(sentence) % {name: _said(name, text) for name, text in parameters.items()}


def _said(name: str, text: str) -> str:
    if name in SPOKEN:
        return _(text) if text else ""
    first, either, last = text.rpartition(" or ") if name == ALTERNATIVES else ("", "", text)
    return _("%(first)s or %(last)s") % {"first": first, "last": last} if either else text


@register.filter
def translated(text: str) -> str:
    """A sentence without parameters, such as a hint, in the language of the page."""
    return say(text, {})


@register.filter
def said(error: PlaygroundError) -> str:
    """What an error says, in the language of the page."""
    return say(error.template, error.parameters)


@register.filter
def sentence(problem: Problem) -> str:
    """A problem of validation in the language of the page: its template is the message id."""
    return say(problem.template, problem.parameters)


@register.filter
def loss(warning: str) -> str:
    """What a snippet cannot do, in the language of the page."""
    return say(TEMPLATES[warning.code], warning.parameters) if isinstance(warning, Loss) else warning
