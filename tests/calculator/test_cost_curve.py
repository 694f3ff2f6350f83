# SPDX-License-Identifier: MIT
"""Cost over the number of PTU: spillover, minimum, and the plain loop beside it."""

from array import array
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.cost_curve import CostCurve, ProfilePrices, RequestOnPtu, SpillCurve
from azmodels_gui.calculator.exact import to_cents
from azmodels_gui.calculator.load_profile import DENSE_PEAK, LoadDistribution, LoadProfile, Spill
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.facts import ScopeSizing
from azmodels_gui.catalog.terms import Scope
from azmodels_gui.language.figures import rounded
from tests.calculator.plain_profile import plain_cost


def on_ptu(
    normalized: str = "100", tpm: int = 1_000, minimum: int = 15, increment: int = 5
) -> RequestOnPtu:
    return RequestOnPtu(
        normalized_tokens=Decimal(normalized),
        tpm_per_ptu=tpm,
        sizing=ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=minimum, scale_increment=increment),
    )


def prices(
    requests: list[int], ptu: str | None = "243", per_request: str | None = "0.001"
) -> ProfilePrices:
    return ProfilePrices(
        requests=Fraction(sum(requests) * 730 * 60, len(requests)),
        ptu_monthly=None if ptu is None else Decimal(ptu),
        payg_request=None if per_request is None else Decimal(per_request),
    )


def curve(requests: list[int], request: RequestOnPtu | None = None, **told: Any) -> CostCurve:
    return SpillCurve(LoadProfile.of(requests), request or on_ptu()).cost_curve(
        prices(requests, **told)
    )


@pytest.mark.parametrize(
    ("capacity", "spilled", "minutes"),
    [
        pytest.param(0, 60, 3, id="nothing fits"),
        pytest.param(10, 30, 2, id="one minute fits exactly"),
        pytest.param(19, 12, 2, id="whole requests only"),
        pytest.param(30, 0, 0, id="everything fits"),
        pytest.param(10**30, 0, 0, id="absurdly large"),
    ],
)
def test_what_does_not_fit_spills(capacity: int, spilled: int, minutes: int) -> None:
    profile = LoadProfile.of([10, 30, 20])
    assert profile.distribution.spills([capacity]) == [Spill(spilled, minutes)]


def test_a_request_that_fits_only_in_part_spills_whole() -> None:
    """15 PTU carry 15,000 tokens a minute: two requests of 7,000, not two and a bit."""
    point = curve([3], on_ptu("7000")).points[1]
    assert (point.ptu, point.spilled_requests) == (15, 1)
    assert point.utilization == Decimal(14_000) / 15_000


def test_sizes_go_from_none_over_the_minimum_to_the_one_that_carries_the_peak() -> None:
    found = [point.ptu for point in curve([280, 100]).points]
    assert found == [0, 15, 20, 25, 30]
    assert curve([280]).points[-1].spilled_requests == 0


def test_an_uneven_minimum_is_a_size_of_its_own() -> None:
    found = curve([1_000], on_ptu(minimum=25, increment=50)).points
    assert [point.ptu for point in found] == [0, 25, 50, 100]


def test_a_load_below_the_minimum_has_two_sizes() -> None:
    assert [point.ptu for point in curve([1]).points] == [0, 15]


def test_without_ptu_everything_is_paid_per_token() -> None:
    point = curve([100, 200], per_request="0.01").points[0]
    assert (point.ptu, point.utilization) == (0, None)
    assert point.spilled_share == 1
    assert point.cost == 150 * Decimal("0.01") * 43_800


def test_spillover_is_priced_minute_by_minute_not_at_the_worst_one() -> None:
    """One bad minute in ten: 50 requests spill in it, none in the others."""
    point = curve([200, *[100] * 9]).points[1]
    assert (point.spilled_requests, point.spilled_minutes) == (50, 1)
    payg = point.payg_cost
    assert payg == 5 * Decimal("0.001") * 43_800
    worst_all_month = 50 * Decimal("0.001") * 43_800
    assert payg == worst_all_month / 10


def test_the_minimum_is_the_cheapest_size() -> None:
    steady = curve([200] * 60, per_request="0.001")
    assert steady.minimum is not None
    assert steady.minimum.ptu == 20
    assert steady.minimum.cost == min(point.cost for point in steady.points if point.cost)
    rare = curve([200, *[0] * 999], per_request="0.001")
    assert rare.minimum is not None
    assert rare.minimum.ptu == 0


def test_of_equal_costs_the_smallest_size_is_the_minimum() -> None:
    free = curve([200], ptu="0", per_request="0")
    assert free.minimum is not None
    assert free.minimum.ptu == 0


@pytest.mark.parametrize(
    ("ptu", "request_price"),
    [
        pytest.param(None, "0.001", id="the PTU price"),
        pytest.param("243", None, id="the price per token"),
    ],
)
def test_without_a_price_there_are_shares_but_no_minimum(
    ptu: str | None, request_price: str | None
) -> None:
    found = curve([200, 100], ptu=ptu, per_request=request_price)
    assert found.minimum is None
    assert found.points[-1].cost is None
    assert found.points[1].spilled_requests == 50


def test_requests_that_weigh_nothing_always_fit() -> None:
    assert curve([200], on_ptu("0")).points[1].spilled_requests == 0


def test_absurdly_many_sizes_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        curve([10_000_000], on_ptu("1000", 1, 1, 1))
    assert refused.value.statement.id is RefusalId.TOO_MANY_SIZES


loads = st.lists(st.integers(0, 3_000), min_size=1, max_size=60).filter(any)
weights = st.decimals("0.1", "5000", places=3)
money = st.decimals("0", "1000", places=4)


@given(
    requests=loads,
    normalized=weights,
    tpm=st.integers(100, 60_000),
    sizing=st.tuples(st.integers(0, 100), st.integers(1, 100)),
    ptu_price=money,
    request_price=st.decimals("0", "1", places=9),
)
def test_the_curve_equals_the_plain_loop(
    requests: list[int],
    normalized: Decimal,
    tpm: int,
    sizing: tuple[int, int],
    ptu_price: Decimal,
    request_price: Decimal,
) -> None:
    peak_ptu = max(requests) * normalized / tpm
    request = on_ptu(str(normalized), tpm, sizing[0], max(sizing[1], int(peak_ptu / 30) + 1))
    told = prices(requests, str(ptu_price), str(request_price))
    for point in SpillCurve(LoadProfile.of(requests), request).cost_curve(told).points:
        plain = plain_cost(requests, point.ptu, request, ptu_price, request_price)
        assert point.cost is not None
        assert to_cents(point.cost) == to_cents(plain.cost)
        assert point.spilled_requests == plain.spilled_requests
        assert point.spilled_minutes == plain.spilled_minutes
        assert rounded(point.utilization or Decimal(0), 20) == rounded(plain.utilization, 20)


@given(requests=loads, ptu_price=money, request_price=st.decimals("0", "1", places=9))
def test_the_curve_is_convex_where_an_increment_carries_whole_requests(
    requests: list[int], ptu_price: Decimal, request_price: Decimal
) -> None:
    """Whole requests break the convexity otherwise, by less than one request a minute."""
    request = on_ptu("100", 1_000, minimum=5, increment=5)
    found = SpillCurve(LoadProfile.of(requests), request).cost_curve(
        prices(requests, str(ptu_price), str(request_price))
    )
    # Times the minutes, so that the projection to a month leaves no rounded quotient.
    costs = [rounded((point.cost or Decimal(0)) * len(requests), 15) for point in found.points]
    slopes = [after - before for before, after in pairwise(costs)]
    assert all(later >= earlier for earlier, later in pairwise(slopes))


@given(requests=loads, extra=st.integers(0, 500))
def test_more_ptu_never_spill_more_and_more_load_never_spills_less(
    requests: list[int], extra: int
) -> None:
    request = on_ptu("100", 1_000)
    found = SpillCurve(LoadProfile.of(requests), request)
    spilled = [spill.requests for spill in found.spills]
    assert spilled == sorted(spilled, reverse=True)
    assert spilled[-1] == 0
    busier = [count + extra for count in requests]
    capacities = [request.whole_requests(size, 10**6) for size in found.sizes]
    more = [spill.requests for spill in LoadProfile.of(busier).distribution.spills(capacities)]
    assert all(after >= before for before, after in zip(spilled, more, strict=True))


@given(requests=loads, capacity=st.integers(0, 3_000))
def test_very_large_loads_are_treated_like_small_ones(requests: list[int], capacity: int) -> None:
    """Above a certain peak the loads are sorted instead of counted."""
    scaled = array("q", [count * DENSE_PEAK for count in requests])
    (large,) = LoadDistribution(scaled).spills([capacity * DENSE_PEAK])
    (small,) = LoadProfile.of(requests).distribution.spills([capacity])
    assert large == Spill(small.requests * DENSE_PEAK, small.minutes)


@given(requests=loads)
def test_the_order_of_minutes_does_not_matter(requests: list[int]) -> None:
    there = curve(requests).points
    assert there == curve(sorted(requests)).points == curve(requests[::-1]).points


def test_a_month_of_a_short_series_is_projected() -> None:
    """One request spilled in an hour is 730 in a month; one in a month is one."""
    assert curve([101, *[0] * 59], on_ptu("150"), per_request="1").points[1].payg_cost == 730
    assert curve([101, *[0] * 43_799], on_ptu("150"), per_request="1").points[1].payg_cost == 1


@given(
    requests=loads,
    capacity=st.integers(0, 9_000),
    times=st.fractions("0.1", 4, max_denominator=60),
)
def test_more_of_a_load_spills_as_the_plain_loop_says(
    requests: list[int], capacity: int, times: Fraction
) -> None:
    (found,) = LoadProfile.of(requests).distribution.spills([capacity], times)
    above = [count * times - capacity for count in requests if count * times > capacity]
    assert Fraction(found.requests, times.denominator) == sum(above)
    assert found.minutes == len(above)


@given(requests=loads, share=st.fractions("0.01", 1, max_denominator=1_000))
def test_the_largest_capacity_of_a_use_is_the_last_that_is_used_so_much(
    requests: list[int], share: Fraction
) -> None:
    def used(capacity: Fraction) -> Fraction:
        return sum(min(Fraction(count), capacity) for count in requests) / (
            capacity * len(requests)
        )

    largest = LoadProfile.of(requests).distribution.used_to(share)
    if largest is None:
        assert used(Fraction(1, 10**9)) < share
    else:
        assert used(largest) >= share
        assert used(largest * Fraction(1_000_001, 1_000_000)) < share


@given(
    requests=loads,
    normalized=weights,
    ptu_price=money,
    request_price=st.decimals("0", "1", places=9),
    times=st.fractions("0.1", 3, max_denominator=12),
)
def test_the_least_of_whole_numbers_is_the_least_of_the_points(
    requests: list[int],
    normalized: Decimal,
    ptu_price: Decimal,
    request_price: Decimal,
    times: Fraction,
) -> None:
    request = on_ptu(str(normalized), 1_000, 15, max(5, int(max(requests) * normalized / 10_000)))
    told = prices(requests, str(ptu_price), str(request_price))
    told = replace(told, requests=told.requests * times)
    found = SpillCurve(LoadProfile.of(requests), request, times).cost_curve(told)
    costs = [rounded(point.cost or Decimal(0), 12) for point in found.points]
    assert found.minimum is not None
    assert rounded(found.minimum.cost or Decimal(0), 12) == min(costs)
