# SPDX-License-Identifier: MIT
"""PTU prices are found by the product their meter names."""

from decimal import Decimal

import pytest

from azmodels_gui.catalog.document import Family, Provider
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.catalog.ptu_products import ptu_prices_for
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import catalog, model, text


def ptu_price(product: str) -> PtuPrice:
    return PtuPrice(
        product=product, scope=Scope.GLOBAL, term=Term.HOUR, amount=Decimal(1), source="prices"
    )


@pytest.mark.parametrize(
    ("product", "concerned"),
    [
        pytest.param("Azure OpenAI", True, id="the provider's own product"),
        pytest.param("AZURE open ai", True, id="spaces and case do not count"),
        pytest.param("Azure Quill Models", True, id="the family's product"),
        pytest.param("Foundry Provisioned Reservation", True, id="a reservation shared by all"),
        pytest.param("Azure Other Models", False, id="another provider's product"),
    ],
)
def test_a_price_concerns_an_entry_by_its_product(product: str, concerned: bool) -> None:
    one = model("quill-mini", family="quill")
    document = catalog(
        one,
        providers=(Provider(id="openai", name="OpenAI"),),
        families=(Family(id="quill", name="Quill 2", provider="openai", summary=text("x")),),
        ptu_prices=(ptu_price(product),),
    )
    found = ptu_prices_for(Entry(one, one.versions[0]), document)
    assert bool(found) is concerned
