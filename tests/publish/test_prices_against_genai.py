# SPDX-License-Identifier: MIT
"""Our prices in force against the Azure models of genai-prices, from its bundled data.

Every difference has a reason in the table below (docs/decisions/0003); a new one fails.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from genai_prices.data import providers
from genai_prices.types import ConditionalPrice, ModelInfo, ModelPrice

from azmodels_gui.catalog.facts import Price
from azmodels_gui.catalog.terms import PriceTier, Scope, TokenCategory, Unit
from azmodels_gui.publish.facts import PriceFact
from azmodels_gui.publish.ledger import Ledger
from azmodels_gui.publish.price_history import MeterPrice, price_history, read_retail_prices
from tests.publish.meters import region as built_region

DAY = date(2026, 8, 15)
"""Day of our snapshot; their data names no day."""

FIELDS = {
    "input_mtok": TokenCategory.INPUT,
    "cache_read_mtok": TokenCategory.CACHED_INPUT,
    "output_mtok": TokenCategory.OUTPUT,
    "input_audio_mtok": TokenCategory.AUDIO_INPUT,
}
MEANT = {
    "ada": "text-embedding-ada-002",
    "o3-2025-04-16": "o3",
    "phi-3.5-mini-128k-instruct": "Phi-3.5-mini-instruct",
}
"""Their ids that mean a model we know by another name."""

NOT_OURS = {
    "babbage": "retired; our meters are for babbage-002",
    "curie": "retired; no meter is left",
    "davinci": "retired; our meters are for davinci-002",
    "mai-ds-r1:free": "a free offer of another service, without a price",
    "phi-4-reasoning-plus:free": "a free offer of another service, without a price",
    "phi-4-reasoning:free": "a free offer of another service, without a price",
    "wizardlm-2-8x22b": "never among the meters; a price of another service",
}

DIFFERENCES: dict[tuple[str, str], str] = {}
"""Where theirs and ours disagree: model and field, and why. Today nowhere."""

OurPrices = dict[tuple[str, TokenCategory], set[Decimal]]


@pytest.fixture(scope="module")
def ours(sources_dir: Path) -> OurPrices:
    """Return standard prices in force: global ones, or those that name no scope."""
    found: OurPrices = defaultdict(set)
    prices: list[MeterPrice] = []
    for path in sorted((sources_dir / "retail-prices").glob("*.json")):
        prices += read_retail_prices(path, "retail", Ledger())
    regions = {name: built_region(name) for price in prices for name in price.regions}
    facts, _ = price_history(prices, regions, {"retail": DAY})
    for fact in facts:
        if isinstance(fact, PriceFact) and is_plain(fact.price):
            found[fact.name.casefold(), fact.price.category].add(fact.price.amount)
    return found


def is_plain(price: Price) -> bool:
    return (
        price.scope in (Scope.GLOBAL, None)
        and price.tier is PriceTier.STANDARD
        and price.unit is Unit.MILLION_TOKENS
        and not price.fine_tuned
        and price.in_force_on(DAY)
    )


def azure_models() -> list[ModelInfo]:
    return [model for provider in providers if provider.id == "azure" for model in provider.models]


def figures(model: ModelInfo) -> Iterator[tuple[str, Decimal]]:
    """Yield their figures; a price that begins later replaces an earlier one."""
    prices: ModelPrice | list[ConditionalPrice] = model.prices
    latest = prices[-1].prices if isinstance(prices, list) else prices
    for field in FIELDS:
        value = getattr(latest, field)
        if value is not None:
            assert isinstance(value, Decimal)
            yield field, value


def our_name(model: ModelInfo) -> str:
    return MEANT.get(model.id, model.id).casefold()


def test_all_their_azure_models_are_ours_too_but_for_listed_ones(ours: OurPrices) -> None:
    known = {name for name, _ in ours}
    missing = {model.id for model in azure_models() if our_name(model) not in known}
    assert missing == set(NOT_OURS)


def test_figures_agree_but_for_listed_differences(ours: OurPrices) -> None:
    differing = {
        (model.id, field): (str(value), sorted(map(str, ours[our_name(model), FIELDS[field]])))
        for model in azure_models()
        if model.id not in NOT_OURS
        for field, value in figures(model)
        if ours[our_name(model), FIELDS[field]] != {value}
    }
    assert set(differing) == set(DIFFERENCES), differing


def test_enough_is_compared_to_mean_something(ours: OurPrices) -> None:
    compared = [
        field for model in azure_models() if model.id not in NOT_OURS for field in figures(model)
    ]
    assert len(compared) > 30
