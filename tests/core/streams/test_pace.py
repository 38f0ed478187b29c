from __future__ import annotations

from decimal import Decimal

import pytest

from playground.core.streams.folding.base import Usage
from playground.core.streams.pace import Pace
from playground.core.streams.prices import Cost, Price, cost, find


def test_first_token_gaps_and_stalls():
    pace = Pace()
    for at, characters in ((300, 4), (320, 4), (2320, 2), (3320, 5), (3400, 5)):
        pace.add(at, characters)
    assert (pace.first, pace.last, pace.characters) == (300, 3400, 20)
    assert (pace.longest_gap, pace.longest_gap_at) == (2000, 320)
    assert (pace.stalls, pace.stalled) == (2, 3000)
    assert pace.characters_per_second == pytest.approx(20 / 3.1)
    assert pace.per_second(31) == pytest.approx(10)
    assert pace.per_second(None) is None


def test_nothing_is_said_of_a_speed_that_cannot_be_known():
    pace = Pace()
    assert pace.characters_per_second is None
    pace.add(None, 7)
    assert (pace.first, pace.characters) == (None, 7)
    pace.add(500, 5)
    pace.add(501, 5)
    assert (pace.first, pace.characters_per_second) == (500, None)


PRICES = [
    Price("gpt-4o", Decimal("2.5"), Decimal(10), cached=Decimal("1.25")),
    Price("gpt-*", Decimal(1), Decimal(1)),
    Price("gpt-4o-*", Decimal(2), Decimal(2)),
]


@pytest.mark.parametrize(
    ("model", "pattern"),
    [("gpt-4o", "gpt-4o"), ("gpt-4o-mini", "gpt-4o-*"), ("gpt-5", "gpt-*"), ("claude", None), ("", None)],
)
def test_the_price_of_a_model_is_that_of_the_closest_name(model, pattern):
    price = find(PRICES, model)
    assert (price and price.model) == pattern


@pytest.mark.parametrize(
    ("usage", "amount"),
    [
        (Usage(1_000_000, 100_000), "3.5"),
        (Usage(1000, 1000, cached=800), "0.0115"),
        (Usage(1000, 1000, cached=800, written=200), "0.0115"),
        (Usage(10, None), None),
        (Usage(None, 10), None),
        (Usage(5, 0, cached=10), "0.0000125"),
    ],
)
def test_what_it_costs(usage, amount):
    said = cost(usage, PRICES[0])
    assert said == (None if amount is None else Cost(Decimal(amount), "USD"))
