# SPDX-License-Identifier: MIT
"""Several deployments: rounded each, reserved together, never across types."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.estimate import Question, estimate
from azmodels_gui.calculator.plan import OnPtu, PoolKey, Pools, pools_of
from azmodels_gui.catalog.document import Entry
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


def on_ptu(
    *rpm_and_kind: tuple[int, Any],
    term: Term = Term.YEAR,
    entry: Entry = MODEL,
    reserved: int | None = None,
) -> Iterator[OnPtu]:
    for rpm, kind in rpm_and_kind:
        asked = deployment(entry, load(rpm, 1_000, 0), kind=kind, region=EAST_US_2)
        question = Question(deployment=asked, day=TODAY, reserved_ptu=reserved)
        found = estimate(catalog(ptu_prices=(*PRICES, LLAMA_HOURLY)), question)
        assert found.sized is not None
        yield OnPtu(found, term, found.sized.size.deployable)


def planned(
    *rpm_and_kind: tuple[int, Any],
    term: Term = Term.YEAR,
    reserved: Mapping[PoolKey, int] | None = None,
) -> Pools:
    return pools_of(on_ptu(*rpm_and_kind, term=term), reserved or {})


def test_deployments_are_rounded_each_and_reserved_together() -> None:
    """21 + 21 PTU need 25 + 25, not 45."""
    found = planned((21, DATA_ZONE_PTU), (21, DATA_ZONE_PTU))
    (pool,) = found.pools
    assert pool.ptu == 50
    assert found.monthly == 50 * 243


def test_a_reservation_is_pooled_within_a_type_and_not_across() -> None:
    found = planned((20, DATA_ZONE_PTU), (20, GLOBAL_PTU), reserved={DATA_ZONE_POOL: 40})
    by_type = {pool.key.deployment_type: pool for pool in found.pools}
    data_zone, world = by_type[DATA_ZONE_PTU.id], by_type[GLOBAL_PTU.id]
    assert (data_zone.reserved_ptu, data_zone.overage) == (40, 0)
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
    twenty = (20, DATA_ZONE_PTU)
    both = (*on_ptu(twenty, term=Term.HOUR), *on_ptu(twenty, term=Term.HOUR, entry=llama))
    found = pools_of(both, {})
    assert found.monthly is None
    assert [each.price(Term.HOUR) for each in found.pools[0].members] == [803, 6_570]
    assert found.pools[0].unlike == (Term.HOUR,)


# Each paid its own way


def test_what_one_reserves_and_another_takes_by_the_hour_are_one_pool() -> None:
    twenty = (20, DATA_ZONE_PTU)
    found = pools_of((*on_ptu(twenty), *on_ptu(twenty, term=Term.HOUR)), {})
    (pool,) = found.pools
    assert pool.paid == {Term.YEAR: 20, Term.HOUR: 20}
    assert found.monthly == 20 * 243 + 20 * 803


def test_room_in_a_reservation_is_used_by_others() -> None:
    """30 reserved for a deployment of 20 leave 10 for the other, which pays 10 by the hour."""
    twenty = (20, DATA_ZONE_PTU)
    found = pools_of((*on_ptu(twenty, reserved=30), *on_ptu(twenty, term=Term.HOUR)), {})
    (pool,) = found.pools
    assert (pool.shared, pool.overage) == (True, 10)
    assert found.monthly == 30 * 243 + 10 * 803


def test_a_number_for_a_pool_goes_to_the_term_most_of_it_is_reserved_for() -> None:
    found = pools_of(
        (*on_ptu((40, DATA_ZONE_PTU)), *on_ptu((20, DATA_ZONE_PTU), term=Term.MONTH)),
        {DATA_ZONE_POOL: 50},
    )
    (pool,) = found.pools
    assert pool.paid == {Term.YEAR: 50, Term.HOUR: 10}


@given(
    st.lists(
        st.tuples(st.integers(1, 100), st.sampled_from(Term), st.none() | st.integers(1, 150)),
        min_size=1,
        max_size=6,
    )
)
def test_together_they_never_cost_more_than_apart(parts: list[Any]) -> None:
    """Alone each pays its reservation and its own rest by the hour; a pool shares them."""
    members = [
        each
        for rpm, term, reserved in parts
        for each in on_ptu((rpm, DATA_ZONE_PTU), term=term, reserved=reserved)
    ]
    apart = [pools_of([each], {}).monthly for each in members]
    whole = pools_of(members, {})
    known = [cost for cost in apart if cost is not None]
    assert whole.monthly is not None
    assert whole.monthly <= sum(known)
    if not any(each.reserved > each.ptu for each in members):
        assert whole.monthly == sum(known)
