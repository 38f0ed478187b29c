"""What an answer costs, by a table of prices that the person keeps. Nothing is known here of any model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase

from playground.core.streams.folding.base import Usage

_MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Price:
    """Money for a million tokens of a model.

    ``model`` is its name, or a pattern with ``*``. ``cached`` is for tokens that were read from a cache, ``written``
    for those written to one; None where they cost as any other token of the request.
    """

    model: str
    input: Decimal
    output: Decimal
    cached: Decimal | None = None
    written: Decimal | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Cost:
    amount: Decimal
    currency: str


def find(prices: Iterable[Price], model: str) -> Price | None:
    """The price of a model: that of its very name, else of the longest pattern that it fits; None without one."""
    fitting = [price for price in prices if price.model == model or fnmatchcase(model, price.model)]
    return max(fitting, key=lambda price: (price.model == model, len(price.model)), default=None)


def cost(usage: Usage, price: Price) -> Cost | None:
    """What an answer costs; None where its usage is not known whole."""
    if usage.input is None or usage.output is None:
        return None
    cached, written = usage.cached or 0, usage.written or 0
    fresh = max(0, usage.input - cached - written)
    amount = fresh * price.input + usage.output * price.output
    amount += cached * (price.input if price.cached is None else price.cached)
    amount += written * (price.input if price.written is None else price.written)
    return Cost(amount / _MILLION, price.currency)
