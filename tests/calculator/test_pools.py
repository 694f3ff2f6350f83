# SPDX-License-Identifier: MIT
"""Several deployments: rounded each, reserved together, never across types."""

from decimal import Decimal
from typing import Any

from azmodels_gui.calculator.pools import PoolKey, Pools, PoolTerms, pools_of
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.terms import Scope, Term
from tests.builders import TODAY, catalog
from tests.calculator.samples import (
    DATA_ZONE_PTU,
    EAST_US_2,
    GLOBAL_PTU,
    PTU_PRICES,
    ROUND,
    deployment,
    load,
    ptu_price,
    with_ptu,
)

MODEL = with_ptu(ROUND, channel="azure_openai")
PRICES = (*PTU_PRICES, ptu_price(Term.YEAR, "2652", Scope.GLOBAL, "eastus2"))
LLAMA_HOURLY = ptu_price(Term.HOUR, "9", Scope.DATA_ZONE, "eastus2", product="Azure Llama Models")
DATA_ZONE_POOL = PoolKey("DataZoneProvisionedManaged", "eastus2")


def planned(*rpm_and_kind: tuple[int, Any], **terms: Any) -> Pools:
    deployments = tuple(
        deployment(MODEL, load(rpm, 1_000, 0), kind=kind, region=EAST_US_2)
        for rpm, kind in rpm_and_kind
    )
    told = PoolTerms(day=TODAY, term=terms.pop("term", Term.YEAR), **terms)
    return pools_of(catalog(ptu_prices=PRICES), deployments, told)


def test_deployments_are_rounded_each_and_reserved_together() -> None:
    """21 + 21 PTU need 25 + 25, not 45."""
    found = planned((21, DATA_ZONE_PTU), (21, DATA_ZONE_PTU))
    (pool,) = found.pools
    assert pool.ptu == 50
    assert found.monthly == 50 * 243


def test_a_reservation_is_pooled_within_a_type_and_not_across() -> None:
    found = planned((20, DATA_ZONE_PTU), (20, GLOBAL_PTU), reserved={DATA_ZONE_POOL: 40})
    by_type = {pool.key.deployment_type: pool.cost for pool in found.pools}
    data_zone, world = by_type[DATA_ZONE_PTU.id], by_type[GLOBAL_PTU.id]
    assert data_zone is not None
    assert world is not None
    assert (data_zone.reserved, data_zone.overage) == (40, 0)
    assert data_zone.cost == 40 * 243
    assert world.cost == 20 * 221
    assert found.monthly == 40 * 243 + 20 * 221


def test_overage_of_the_pool_is_billed_by_the_hour() -> None:
    found = planned((20, DATA_ZONE_PTU), (20, DATA_ZONE_PTU), reserved={DATA_ZONE_POOL: 30})
    assert found.monthly == 30 * 243 + 10 * 803


def test_by_the_hour_nothing_is_reserved() -> None:
    found = planned((20, DATA_ZONE_PTU), term=Term.HOUR, reserved={DATA_ZONE_POOL: 30})
    assert found.monthly == 20 * 803


def test_a_missing_price_leaves_the_whole_unknown() -> None:
    found = planned((20, DATA_ZONE_PTU), (20, GLOBAL_PTU), term=Term.MONTH)
    assert [pool.cost is None for pool in found.pools] == [False, True]
    assert found.monthly is None


def test_publishers_with_different_prices_are_not_given_one() -> None:
    llama: Entry = with_ptu(ROUND, channel="azure_direct", provider="meta")
    both = tuple(
        deployment(one, load(20, 1_000, 0), kind=DATA_ZONE_PTU, region=EAST_US_2)
        for one in (MODEL, llama)
    )
    terms = PoolTerms(day=TODAY, term=Term.HOUR)
    found = pools_of(catalog(ptu_prices=(*PRICES, LLAMA_HOURLY)), both, terms)
    assert found.monthly is None
    assert {rate.amount for rate in found.pools[0].rates} == {Decimal("1.10"), Decimal(9)}
