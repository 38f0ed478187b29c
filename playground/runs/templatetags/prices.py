"""What a template asks for about the cost of an answer."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import number_format

from playground.core.streams.folding.base import Answer
from playground.core.streams.prices import Cost
from playground.history.models import Run
from playground.runs import prices

register = template.Library()


@register.simple_tag
def cost_of(run: Run, answer: Answer) -> Cost | None:
    """What the answer cost by the person's own table; None where nothing can be said."""
    return prices.cost_of(run.person, answer)


@register.filter
def money(cost: Cost) -> str:
    """An amount with its currency: two digits after the first that is not 0, at most eight."""
    places = min(8, max(2, 1 - cost.amount.adjusted())) if cost.amount else 2
    amount = cost.amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{number_format(amount, places)} {cost.currency}"
