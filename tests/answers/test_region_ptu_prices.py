# SPDX-License-Identifier: MIT
"""What a PTU costs in a region, beside the global price."""

from datetime import date
from decimal import Decimal

from msgspec import convert

from azmodels_gui.answers.answer import UNKNOWN, Qualifier
from azmodels_gui.answers.region_prices import RegionPtuPrice, region_ptu_prices
from azmodels_gui.answers.viewpoint import Viewpoint
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.prices import PtuPrice
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import REGIONS, TODAY, catalog, entry, offer, version

SWEDEN = next(region for region in REGIONS if region.id == "swedencentral")


def ptu_price(amount: str, scope: Scope, **more: object) -> PtuPrice:
    more.setdefault("regions", ("swedencentral",))
    given = {"product": "Azure OpenAI", "scope": scope, "term": Term.HOUR, "source": "prices"}
    return convert({**given, "amount": Decimal(amount), **more}, PtuPrice)


def found(*prices: PtuPrice, asked: Entry | None = None) -> dict[Term, RegionPtuPrice]:
    zonal = entry(
        "m",
        version(offers=[offer("DataZoneProvisionedManaged", "swedencentral")]),
        channel="azure_openai",
    )
    built = catalog(ptu_prices=prices)
    rows = region_ptu_prices([asked or zonal], SWEDEN, Viewpoint(built, TODAY))
    return {row.term: row for row in rows}


def test_a_regional_price_is_compared_with_the_global_one() -> None:
    rows = found(ptu_price("1.10", Scope.DATA_ZONE), ptu_price("1.00", Scope.GLOBAL))
    assert rows[Term.HOUR].ratio == Decimal("1.1")
    assert rows[Term.YEAR].ratio is None
    assert rows[Term.YEAR].here == UNKNOWN


def test_an_expired_price_is_not_compared() -> None:
    ended = ptu_price("1.10", Scope.DATA_ZONE, effective_until=date(2026, 8, 31))
    row = found(ended, ptu_price("1.00", Scope.GLOBAL))[Term.HOUR]
    assert row.ratio is None
    assert Qualifier.ENDED in row.here.qualifiers


def test_other_currencies_are_not_compared() -> None:
    row = found(ptu_price("1", Scope.DATA_ZONE, currency="EUR"), ptu_price("1", Scope.GLOBAL))
    assert row[Term.HOUR].ratio is None


def test_what_is_not_offered_here_or_of_unknown_product_has_no_row() -> None:
    elsewhere = entry(
        "m",
        version(offers=[offer("DataZoneProvisionedManaged", "eastus2")]),
        channel="azure_openai",
    )
    unheard = entry("m", version(offers=[offer("ProvisionedManaged", "swedencentral")]))
    assert found(asked=elsewhere) == {}
    assert found(asked=unheard) == {}
