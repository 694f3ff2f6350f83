# SPDX-License-Identifier: MIT
"""Minutes by descending load, or over time: nothing is lost in the slices."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.load_profile import LoadDuration, LoadProfile, slices_over_time

loads = st.lists(st.integers(0, 5_000), min_size=1, max_size=60).filter(any)


@given(loads, st.integers(0, 6_000))
def test_single_minutes_carry_what_fits_and_spill_the_rest(series: list[int], limit: int) -> None:
    slices = LoadDuration(LoadProfile.of(series)).slices(limit, len(series))
    in_order = sorted(series, reverse=True)
    expected = [(Decimal(min(load, limit)), Decimal(max(0, load - limit))) for load in in_order]
    assert [(part.carried, part.spilled) for part in slices] == expected


def test_a_slice_is_the_average_of_its_minutes() -> None:
    slices = LoadDuration(LoadProfile.of([10, 40, 20, 30])).slices(25, 2)
    assert [part.carried for part in slices] == [Decimal(25), Decimal(15)]
    assert [part.spilled for part in slices] == [Decimal(10), Decimal(0)]


@given(loads, st.integers(0, 6_000))
def test_over_time_the_minutes_keep_their_order(series: list[int], limit: int) -> None:
    slices = slices_over_time(LoadProfile.of(series), limit, len(series))
    assert [part.carried + part.spilled for part in slices] == series
    assert [part.carried for part in slices] == [min(load, limit) for load in series]


def test_a_part_of_the_time_can_be_looked_at() -> None:
    slices = slices_over_time(LoadProfile.of([10, 40, 20, 30]), 25, 10, range(1, 3))
    assert [part.carried for part in slices] == [Decimal(25), Decimal(20)]
    assert [part.spilled for part in slices] == [Decimal(15), Decimal(0)]
