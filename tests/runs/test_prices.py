"""The table of prices: kept for one person, checked, and used for what an answer cost."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.urls import reverse

from playground.core.streams.prices import Cost
from playground.runs.models import PriceRow
from playground.runs.templatetags.prices import money
from tests.core.streams.folding.recordings import recordings
from tests.history.recorded import recorded

ROW = {"model": "gpt-4o*", "input": "2.5", "output": "10", "cached": "1.25", "written": "", "currency": ""}


def post(client, *rows, **changes):
    table = [{**ROW, **row} for row in rows or [{}]]
    data = {name: [{**row, **changes}[name] for row in table] for name in ROW}
    return client.post(reverse("runs:prices_edit"), data)


def cost(people) -> str:
    run = recorded(people.person, recordings()["chat_choices"].content, "text/event-stream")
    html = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    found = re.search(r'data-measure="(?:cost|no-price)"><dt>Cost</dt><dd><a[^>]*>([^<]*)', html)
    return found[1] if found else ""


def test_what_an_answer_cost(people):
    assert cost(people) == "Set a price"
    assert post(people.owner).status_code == 302
    # (19 - 4) tokens at 2.5, 4 at 1.25, 10 at 10, for a million of each
    assert cost(people) == "0.00014 USD"


def test_nothing_is_claimed_for_a_model_without_a_price(people):
    post(people.owner, model="claude*")
    assert cost(people) == "Set a price"


def test_the_table_is_that_of_one_person(people):
    post(people.owner)
    for other in people.others:
        assert 'value="gpt-4o*"' not in other.get(reverse("runs:prices_edit")).content.decode()
        post(other, model="mine")
    assert list(PriceRow.objects.filter(person=people.person).values_list("model", flat=True)) == ["gpt-4o*"]


def test_the_table_is_replaced_and_comes_back_as_it_was_written(people):
    post(people.owner, {}, {"model": "b", "input": "0,5", "currency": "cny"})
    html = people.owner.get(reverse("runs:prices_edit") + "?model=new-model").content.decode()
    rows = re.findall(r'data-testid="price-row">(.*?)</tr>', html, re.DOTALL)
    values = [re.findall(r'value="([^"]*)"', row) for row in rows]
    assert values[:3] == [
        ["b", "0.5", "10", "1.25", "", "CNY"],
        ["gpt-4o*", "2.5", "10", "1.25", "", "USD"],
        ["new-model", "", "", "", "", ""],
    ]
    post(people.owner, model="", input="", output="", cached="")
    assert not PriceRow.objects.exists()


@pytest.mark.parametrize(
    ("rows", "pointer"),
    [
        ([{"model": ""}], "/model"),
        ([{}, {}], "/model"),
        ([{"input": ""}], "/input"),
        ([{"output": "much"}], "/output"),
        ([{"cached": "-1"}], "/cached"),
        ([{"written": "NaN"}], "/written"),
        ([{"input": "1e9"}], "/input"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(people, rows, pointer):
    response = post(people.owner, *rows)
    html = response.content.decode()
    assert response.status_code == 422 and f'data-testid="problem" data-pointer="{pointer}"' in html
    for value in rows[-1].values():
        assert f'value="{value}"' in html
    assert not PriceRow.objects.exists()


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "0.00 EUR"), ("12.345", "12.35 EUR"), ("0.0001375", "0.00014 EUR"), ("0.0000000001", "0.00000000 EUR")],
)
def test_amounts_are_short(amount, text):
    assert money(Cost(Decimal(amount), "EUR")) == text
