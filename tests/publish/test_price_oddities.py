# SPDX-License-Identifier: MIT
"""Prices that can hardly be meant are shown as published, and as a contradiction."""

from typing import Any

import pytest

from azmodels_gui.catalog.document import Catalog, Model
from azmodels_gui.catalog.facts import Conflict, Price
from azmodels_gui.catalog.loading import parse_catalog
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory
from azmodels_gui.publish.price_conflicts import with_oddities
from azmodels_gui.storage.bundled import bundled_catalog_bytes
from tests.builders import model, price, version

ZONES = {"swedencentral": "EU", "northeurope": "EU", "eastus2": "US"}


def oddities(*prices: Price, **more: Any) -> list[Conflict]:
    marked = with_oddities(model("gpt-x", version("1"), prices=prices, **more), ZONES)
    return list(marked.versions[0].conflicts)


def values(conflict: Conflict) -> list[str]:
    return [claim.value for claim in conflict.claims]


@pytest.mark.parametrize(
    ("cheap", "dear", "about"),
    [
        pytest.param("cached_input", "input", "price:cached_input:standard:global", id="the cache"),
        pytest.param("input", "output", "price:input:standard:global", id="the answer"),
    ],
)
def test_what_should_cost_less_costs_more(cheap: str, dear: str, about: str) -> None:
    (odd,) = oddities(price("44", TokenCategory(cheap)), price("1.375", TokenCategory(dear)))
    assert odd.about == about
    words = {"input": "input", "cached_input": "cached input", "output": "output"}
    assert values(odd) == [
        f"{words[cheap]}: 44 USD per 1M tokens",
        f"{words[dear]}: 1.375 USD per 1M tokens",
    ]


def test_the_german_claim_has_a_decimal_comma_and_german_words() -> None:
    cached, plain = (TokenCategory.CACHED_INPUT, TokenCategory.INPUT)
    (odd,) = oddities(
        price("48.4", cached, regions=("swedencentral",)), price("1", plain, regions=tuple(ZONES))
    )
    assert odd.claims[0].de == "Eingabe aus dem Cache: 48,4 USD je 1 Mio. Token (swedencentral)"


def test_regions_and_tiers_are_told_together_and_apart() -> None:
    cached = TokenCategory.CACHED_INPUT
    tier = PriceTier.DEVELOPER
    found = oddities(
        price("44", cached, tier=tier, regions=("eastus2",)),
        price("2", tier=tier, regions=("eastus2",)),
        price("48", cached, tier=tier, regions=("swedencentral",)),
        price("3", tier=tier, regions=("swedencentral",)),
        price("9", cached),
        price("1"),
    )
    counts = {odd.about: len(odd.claims) for odd in found}
    assert counts == {
        "price:cached_input:developer:global": 4,
        "price:cached_input:standard:global": 2,
    }


def zoned(amount: str, *regions: str) -> Price:
    return price(amount, scope=Scope.DATA_ZONE, regions=regions)


@pytest.mark.parametrize(
    ("prices", "odd"),
    [
        pytest.param([zoned("1", "swedencentral"), zoned("3", "northeurope")], True, id="one zone"),
        pytest.param([zoned("1", "eastus2"), zoned("3", "northeurope")], False, id="two zones"),
        pytest.param(
            [zoned("1", "swedencentral"), zoned("1.2", "northeurope")], False, id="little apart"
        ),
        pytest.param(
            [
                price("1", scope=Scope.REGIONAL, regions=("swedencentral",)),
                price("3", scope=Scope.REGIONAL, regions=("northeurope",)),
            ],
            False,
            id="regional prices differ",
        ),
    ],
)
def test_one_data_zone_has_one_price_or_nearly(prices: list[Price], odd: bool) -> None:
    assert bool(oddities(*prices)) is odd


@pytest.mark.parametrize(
    "prices",
    [
        pytest.param([price("1"), price("4", TokenCategory.OUTPUT)], id="the usual order"),
        pytest.param([price("4"), price("4", TokenCategory.OUTPUT)], id="the same price"),
    ],
)
def test_nothing_is_said_of(prices: list[Price]) -> None:
    assert oddities(*prices) == []


def test_answers_of_embedding_models_may_cost_nothing_much() -> None:
    embeds = model("text-embedding-x", prices=[price("2"), price("1", TokenCategory.OUTPUT)])
    assert with_oddities(embeds, ZONES) == embeds


def test_only_the_versions_concerned_are_marked() -> None:
    prices = [
        price("9", TokenCategory.CACHED_INPUT, versions=("1",)),
        price("1", versions=("1",)),
    ]
    marked = with_oddities(model("gpt-x", version("1"), version("2"), prices=prices), ZONES)
    assert [len(one.conflicts) for one in marked.versions] == [1, 0]


def test_two_prices_of_a_copying_list_for_one_thing_are_told() -> None:
    (odd,) = oddities(price("2", secondary=True), price("8", secondary=True))
    assert values(odd) == ["input: 2 USD per 1M tokens", "input: 8 USD per 1M tokens"]


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    return parse_catalog(bundled_catalog_bytes())


def of(catalog: Catalog, name: str) -> Model:
    return next(one for one in catalog.models if one.id == name)


@pytest.mark.parametrize(
    ("name", "about"),
    [
        pytest.param("gpt-4o", "price:cached_input:developer:global", id="developer tier of 4o"),
        pytest.param("gpt-4o-mini", "price:cached_input:developer:global", id="and of 4o mini"),
        pytest.param("Kimi-K2.6", "price:input:standard:data_zone", id="Kimi K2.6 in Europe"),
    ],
)
def test_the_shipped_catalogue_tells(shipped: Catalog, name: str, about: str) -> None:
    told = of(shipped, name).versions
    assert all(about in [each.about for each in one.conflicts] for one in told)


def test_what_is_odd_is_told_in_the_currency_that_is_priced_in() -> None:
    euro = (price("5", currency="EUR"), price("4", TokenCategory.OUTPUT, currency="EUR"))
    dollars = (price("6"), price("5", TokenCategory.OUTPUT))
    (told,) = oddities(*dollars, *euro)
    assert [claim.value for claim in told.claims] == [
        claim.value for claim in oddities(*dollars)[0].claims
    ]
    assert len(oddities(*euro)) == 1
