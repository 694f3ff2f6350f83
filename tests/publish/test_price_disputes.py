# SPDX-License-Identifier: MIT
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec import convert

from azmodels_gui.catalog.facts import Offer
from azmodels_gui.catalog.part import Conflict
from azmodels_gui.catalog.prices import Price, PtuPrice
from azmodels_gui.catalog.terms import Availability, PriceTier, Scope, Term
from azmodels_gui.publish.data_zones import ZoneRule
from azmodels_gui.publish.facts import MatrixFact
from azmodels_gui.publish.price_disputes import dispute_by_prices, dispute_by_ptu_prices
from tests.builders import offer, price, text

APAC = ZoneRule(
    id="APAC",
    name=text("APAC data zone"),
    disputed_regions=("japaneast", "koreacentral", "southeastasia"),
    without_price_list=("koreacentral",),
    prices_contradict=True,
)
SKUS = ("DataZoneStandard", "DataZoneBatch", "DataZoneProvisionedManaged", "GlobalStandard")
MATRICES = [
    MatrixFact(
        deployment_type=sku,
        channel="azure_openai",
        as_of=date(2026, 6, 11),
        regions=frozenset({"eastus2"}),
        source="matrix",
    )
    for sku in SKUS
]


def zone_price(*regions: str, since: date | None = date(2026, 8, 1), **more: Any) -> Price:
    more.setdefault("scope", Scope.DATA_ZONE)
    return price("2.50", regions=regions, effective_from=since, **more)


def disputed(
    offers: Sequence[Offer], *prices: Price
) -> tuple[dict[str, Offer], tuple[Conflict, ...]]:
    found, conflicts = dispute_by_prices(offers, prices, [APAC], MATRICES)
    return {item.deployment_type: item for item in found}, conflicts


def test_a_priced_region_that_the_matrix_denies_is_disputed_with_both_claims() -> None:
    offers, (conflict,) = disputed([offer("DataZoneStandard", "eastus2")], zone_price("japaneast"))
    standard = offers["DataZoneStandard"]
    assert standard.in_region("japaneast") is Availability.CONFLICT
    assert standard.in_region("southeastasia") is Availability.NOT_OFFERED
    assert conflict.about == "availability:DataZoneStandard"
    assert [(claim.source, claim.value) for claim in conflict.claims] == [
        ("matrix", "not offered (as of 2026-06-11)"),
        ("prices", "priced since 2026-08-01: japaneast"),
    ]


def test_a_region_without_a_price_list_goes_with_its_zone() -> None:
    offers, (conflict,) = disputed([offer("DataZoneStandard")], zone_price("japaneast"))
    assert offers["DataZoneStandard"].disputed == ("japaneast", "koreacentral")
    assert conflict.regions == ("japaneast", "koreacentral")


def test_batch_prices_speak_of_batch_deployments() -> None:
    offers, conflicts = disputed(
        [offer("DataZoneStandard"), offer("DataZoneBatch")],
        zone_price("japaneast", tier=PriceTier.BATCH),
    )
    assert offers["DataZoneStandard"].disputed == ()
    assert "japaneast" in offers["DataZoneBatch"].disputed
    assert [conflict.about for conflict in conflicts] == ["availability:DataZoneBatch"]


@pytest.mark.parametrize(
    "harmless",
    [
        pytest.param(zone_price("japaneast", scope=Scope.GLOBAL), id="a global price"),
        pytest.param(zone_price("japaneast", tier=PriceTier.PRIORITY), id="a priority price"),
        pytest.param(zone_price("japaneast", fine_tuned=True), id="a fine-tuned model's price"),
        pytest.param(zone_price("japaneast", secondary=True), id="a copied price"),
        pytest.param(zone_price("uksouth"), id="a price outside the zone"),
        pytest.param(
            zone_price("japaneast", since=None, effective_until=date(2026, 6, 10)),
            id="a price that ended before the matrix",
        ),
    ],
)
def test_other_prices_dispute_nothing(harmless: Price) -> None:
    given = [offer("DataZoneStandard", "eastus2"), offer("GlobalStandard", "eastus2")]
    offers, conflicts = disputed(given, harmless)
    assert (list(offers.values()), conflicts) == (given, ())


def test_a_price_that_ended_after_the_matrix_still_contradicts_it() -> None:
    ended = zone_price("japaneast", since=None, effective_until=date(2026, 8, 31))
    _, (conflict,) = disputed([offer("DataZoneStandard")], ended)
    assert conflict.claims[1].value == "priced: japaneast"


def test_an_offered_region_is_not_disputed() -> None:
    offers, _ = disputed([offer("DataZoneStandard", "japaneast")], zone_price("japaneast"))
    assert offers["DataZoneStandard"].in_region("japaneast") is Availability.OFFERED


def test_unknown_stays_unknown() -> None:
    assert disputed([], zone_price("japaneast")) == ({}, ())


def test_earlier_disputes_are_kept() -> None:
    given = offer("DataZoneStandard", disputed=["westus3"])
    offers, _ = disputed([given], zone_price("southeastasia"))
    assert offers["DataZoneStandard"].disputed == ("koreacentral", "southeastasia", "westus3")


def ptu_price(region: str, **more: Any) -> PtuPrice:
    known = {
        "product": "Azure OpenAI",
        "scope": Scope.DATA_ZONE,
        "regions": (region,),
        "term": Term.HOUR,
        "amount": Decimal("1.20"),
        "effective_from": date(2026, 8, 1),
        "source": "prices",
    }
    return convert(known | more, PtuPrice)


@pytest.mark.parametrize(
    ("given", "priced", "expected"),
    [
        pytest.param(
            offer("DataZoneProvisionedManaged", "eastus2"),
            ptu_price("japaneast"),
            Availability.CONFLICT,
            id="offered as data-zone PTU elsewhere",
        ),
        pytest.param(
            offer("DataZoneProvisionedManaged"),
            ptu_price("japaneast"),
            Availability.NOT_OFFERED,
            id="offered nowhere as data-zone PTU",
        ),
        pytest.param(
            offer("DataZoneProvisionedManaged", "eastus2"),
            ptu_price("japaneast", scope=Scope.REGIONAL),
            Availability.NOT_OFFERED,
            id="a regional PTU price",
        ),
        pytest.param(
            offer("DataZoneProvisionedManaged", "eastus2"),
            ptu_price("japaneast", superseded=True),
            Availability.NOT_OFFERED,
            id="a price that others contradict",
        ),
    ],
)
def test_ptu_prices_of_the_product(given: Offer, priced: PtuPrice, expected: Availability) -> None:
    (found,), _ = dispute_by_ptu_prices([given], [priced], [APAC], MATRICES)
    assert found.in_region("japaneast") is expected
