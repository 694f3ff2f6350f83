# SPDX-License-Identifier: MIT
"""One price stands for a model: the lowest plain one that holds, or the last that ended."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from azmodels_gui.catalog.lowest_price import last_ended_price, lowest_price
from azmodels_gui.catalog.prices import Price
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory
from tests.builders import TODAY, entry, price

OUTPUT = TokenCategory.OUTPUT


def ended(amount: str, day: date, **more: object) -> Price:
    return price(amount, effective_until=day, **more)  # type: ignore[arg-type]


def test_each_category_has_its_own_price() -> None:
    one = entry("a", prices=(price("2"), price("8", OUTPUT)))
    found = lowest_price(one, OUTPUT, TODAY)
    assert found is not None
    assert found.amount == Decimal(8)


def test_a_newer_price_of_the_same_place_replaces_the_older_though_higher() -> None:
    older = price("2", effective_from=date(2026, 1, 1))
    newer = price("3", effective_from=date(2026, 9, 1))
    assert lowest_price(entry("a", prices=(older, newer)), TokenCategory.INPUT, TODAY) == newer


def test_a_scope_may_be_cheaper_than_another() -> None:
    zone = price("3", scope=Scope.DATA_ZONE)
    one = entry("a", prices=(zone, price("2")))
    found = lowest_price(one, TokenCategory.INPUT, TODAY)
    assert found is not None
    assert found.scope is Scope.GLOBAL


YESTERDAY, LAST_YEAR = TODAY - timedelta(days=1), TODAY - timedelta(days=365)


@pytest.mark.parametrize(
    ("prices", "expected"),
    [
        pytest.param([ended("1", LAST_YEAR), ended("5", YESTERDAY)], "5", id="the last to end"),
        pytest.param([ended("6", YESTERDAY), ended("5", YESTERDAY)], "5", id="the lower of two"),
        pytest.param(
            [ended("5", YESTERDAY, secondary=True), ended("6", YESTERDAY)], "6", id="primary first"
        ),
        pytest.param([ended("5", TODAY)], None, id="today it still holds"),
        pytest.param([price("5")], None, id="open end"),
        pytest.param(
            [ended("5", YESTERDAY, tier=PriceTier.BATCH)], None, id="batch does not count"
        ),
    ],
)
def test_the_price_that_ended_last(prices: list[Price], expected: str | None) -> None:
    found = last_ended_price(entry("a", prices=tuple(prices)), TokenCategory.INPUT, TODAY)
    assert (None if found is None else str(found.amount)) == expected
