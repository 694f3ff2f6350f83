# SPDX-License-Identifier: MIT
"""A price of an older list is overtaken where a newer list bears the secondary one out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import Scope, TokenCategory
from azmodels_gui.publish.price_conflicts import conflicts, differences
from azmodels_gui.publish.price_gaps import Setting, select_prices
from tests.builders import price

SETTING = Setting(
    day=date(2026, 11, 22),
    zones={"swedencentral": "EU", "eastus2": "US", "centralus": "US"},
    versions=("1",),
    source_days={
        "august": date(2026, 8, 15),
        "october": date(2026, 10, 6),
        "copies": date(2026, 11, 1),
    },
)
JULY, SEPTEMBER = date(2026, 7, 1), date(2026, 9, 1)


def stated(source: str, amount: str, *where: Any, **more: Any) -> Price:
    """Return a price that a source states, from July on unless a day is given."""
    more.setdefault("effective_from", JULY)
    return price(amount, *where, **more).but(source=source)


def copied(amount: str, category: TokenCategory = TokenCategory.INPUT, **more: Any) -> Price:
    scope = more.pop("scope", None)
    plain = stated("copies", amount, category, secondary=True, effective_from=None, **more)
    return plain.but(scope=scope)


OLD_INPUT = stated("august", "1")
OLD_OUTPUT = stated("august", "6", TokenCategory.OUTPUT)
NEW_INPUT = stated("october", "0.2", effective_from=SEPTEMBER)
COPIES = (copied("0.2"), copied("1.2", TokenCategory.OUTPUT))


def amounts(*prices: Price) -> set[tuple[str, str]]:
    """Return what is in force on the day of the catalogue."""
    selected = select_prices(prices, SETTING).prices
    return {(one.source, str(one.amount)) for one in selected if one.in_force_on(SETTING.day)}


def test_the_newer_list_counts_where_the_price_list_bears_it_out() -> None:
    assert amounts(OLD_INPUT, OLD_OUTPUT, NEW_INPUT, *COPIES) == {
        ("october", "0.2"),
        ("copies", "0.2"),
        ("copies", "1.2"),
    }


def test_the_older_price_ends_when_the_newer_one_begins() -> None:
    selected = select_prices([OLD_INPUT, OLD_OUTPUT, NEW_INPUT, *COPIES], SETTING).prices
    spans = [
        (one.source, one.effective_from, one.effective_until)
        for one in selected
        if one.category is TokenCategory.OUTPUT
    ]
    assert spans == [("august", JULY, date(2026, 8, 31)), ("copies", SEPTEMBER, None)]


@pytest.mark.parametrize(
    "newer",
    [
        pytest.param((), id="no newer price list speaks"),
        pytest.param((stated("october", "0.2"),), id="the newer list's price began no later"),
        pytest.param(
            (stated("august", "0.2", effective_from=SEPTEMBER),), id="it is the same list"
        ),
        pytest.param(
            (stated("october", "0.3", effective_from=SEPTEMBER),), id="the newer list says else"
        ),
        pytest.param(
            (NEW_INPUT, stated("october", "7", TokenCategory.OUTPUT, effective_from=SEPTEMBER)),
            id="the newer list bears out one price and denies another",
        ),
        pytest.param(
            (stated("october", "0.2", scope=Scope.REGIONAL, effective_from=SEPTEMBER),),
            id="only a price of another scope is the same by chance",
        ),
    ],
)
def test_the_older_price_stays_where(newer: tuple[Price, ...]) -> None:
    assert ("august", "6") in amounts(OLD_INPUT, OLD_OUTPUT, *newer, *COPIES)


def test_an_older_price_that_the_newer_list_repeats_stays() -> None:
    same = stated("august", "1.2", TokenCategory.OUTPUT)
    assert ("august", "1.2") in amounts(OLD_INPUT, same, NEW_INPUT, *COPIES)


def test_a_price_for_a_zone_stays_for_the_regions_the_newer_list_does_not_name() -> None:
    zone = Scope.DATA_ZONE
    both = ("centralus", "eastus2")
    old = stated("august", "1.1", scope=zone, regions=both)
    new = stated("october", "0.22", scope=zone, regions=both[1:], effective_from=SEPTEMBER)
    for_zone = copied("0.22", scope=zone, data_zone="US")
    assert amounts(old, new, for_zone) == {("october", "0.22"), ("copies", "0.22")}


def test_regions_of_a_zone_that_the_list_does_not_name_keep_the_older_price() -> None:
    zone = Scope.DATA_ZONE
    old = stated("august", "1.1", scope=zone, regions=("eastus2", "swedencentral"))
    new = stated("october", "0.22", scope=zone, regions=("eastus2",), effective_from=SEPTEMBER)
    selected = select_prices([old, new, copied("0.22", scope=zone, data_zone="US")], SETTING)
    old_ones = [one for one in selected.prices if one.source == "august"]
    assert [(one.regions, one.effective_until) for one in old_ones] == [
        (("swedencentral",), None),
        (("eastus2",), date(2026, 8, 31)),
    ]


def test_a_secondary_price_of_one_version_does_not_speak_for_all() -> None:
    setting = replace(SETTING, versions=("1", "2"))
    for_one = copied("1.2", TokenCategory.OUTPUT, versions=("1",))
    selected = select_prices([OLD_OUTPUT, NEW_INPUT, COPIES[0], for_one], setting)
    assert OLD_OUTPUT in selected.prices


def test_both_figures_stay_in_sight() -> None:
    selected = select_prices([OLD_OUTPUT, OLD_INPUT, NEW_INPUT, *COPIES], SETTING)
    told = {each.about: [claim.value for claim in each.claims] for each in conflicts(selected)}
    assert told == {
        "price:output:standard:global": [
            "1.2 USD per 1M tokens",
            "6 USD per 1M tokens since 2026-07-01",
        ],
        "price:input:standard:global": [
            "0.2 USD per 1M tokens",
            "1 USD per 1M tokens since 2026-07-01",
        ],
    }
    assert "bears out" in str(conflicts(selected)[0].note)
    assert len(list(differences(selected))) == len(told)


def test_a_secondary_price_is_never_lost_over_it() -> None:
    selected = select_prices([OLD_INPUT, OLD_OUTPUT, NEW_INPUT, *COPIES], SETTING)
    assert {one.amount for one in selected.prices if one.secondary} == {
        Decimal("0.2"),
        Decimal("1.2"),
    }
