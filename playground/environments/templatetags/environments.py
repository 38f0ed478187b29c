"""What the templates ask for about environments and variables."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

from playground.core.variables import Secret, Value
from playground.environments.models import Environment
from playground.environments.services import environment_of, environments_of

register = template.Library()


@register.simple_tag(takes_context=True)
def environment_menu(context: dict[str, Any]) -> dict[str, Any]:
    """Every environment to choose from, and the one that is chosen; ``here``: what asks for no server goes to us."""
    request: HttpRequest = context["request"]
    desk = context.get("desk")
    chosen: Environment = getattr(desk, "environment", None) or environment_of(request)
    here = bool(getattr(desk, "is_answered_here", False))
    return {"all": environments_of(getattr(request, "person", None)), "chosen": chosen, "here": here}


@register.filter
def shown(value: Value | None) -> str:
    """A secret by its ends and its fingerprint, so that one can tell two apart; any other value as it is."""
    if isinstance(value, Secret):
        return f"{value.ends} · {value.fingerprint}"
    return value or ""
