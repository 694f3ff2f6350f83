# SPDX-License-Identifier: MIT
"""PTU prices are found by the product their meter names."""

from decimal import Decimal

import pytest

from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.price_lookup import product_of, ptu_prices_for
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import catalog, model


def ptu_price(product: str) -> PtuPrice:
    return PtuPrice(
        product=product, scope=Scope.GLOBAL, term=Term.HOUR, amount=Decimal(1), source="prices"
    )


@pytest.mark.parametrize(
    ("product", "concerned"),
    [
        pytest.param("Azure OpenAI", True, id="the provider's own product"),
        pytest.param(
            "Azure AI Foundry Provisioned Throughput Reservation",
            True,
            id="a reservation shared by all",
        ),
        pytest.param("Azure Grok Models", False, id="another provider's product"),
    ],
)
def test_a_price_concerns_an_entry_by_its_product(product: str, concerned: bool) -> None:
    one = model("gpt-x", channel="azure_openai")
    document = catalog(one, ptu_prices=(ptu_price(product),))
    found = ptu_prices_for(Entry(one, one.versions[0]), document)
    assert bool(found) is concerned


@pytest.mark.parametrize(
    ("provider", "channel", "product"),
    [
        pytest.param("xai", "azure_direct", "Azure Grok Models", id="sold by Azure"),
        pytest.param("xai", "fireworks", "Azure Fireworks Models", id="hosted by Fireworks"),
        pytest.param("anthropic", "marketplace", None, id="the marketplace has no PTU"),
        pytest.param("openai", None, None, id="nobody says who sells it"),
    ],
)
def test_the_product_follows_from_who_sells_the_model(
    provider: str, channel: str | None, product: str | None
) -> None:
    assert product_of(provider, channel) == product
