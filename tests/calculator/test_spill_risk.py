# SPDX-License-Identifier: MIT
"""How often PTU are full and how much of them is idle, held against counting minute by minute."""

from array import array
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.cost_curve import RequestOnPtu, SpillCurve
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month import Month
from azmodels_gui.calculator.profile_estimate import least_ptu, spill_risk
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.catalog.facts import ScopeSizing
from azmodels_gui.catalog.terms import PriceTier, Scope
from tests.calculator.test_profile_estimate import answer

REQUEST = RequestOnPtu(
    normalized_tokens=Decimal(300),
    tpm_per_ptu=1_000,
    sizing=ScopeSizing(scope=Scope.GLOBAL, minimum_ptu=15, scale_increment=5),
)
LOADS = st.lists(st.integers(0, 400), min_size=1, max_size=200).filter(any)


def curve(loads: list[int]) -> SpillCurve:
    return SpillCurve(LoadProfile(array("q", loads)), REQUEST)


@given(LOADS, st.data())
def test_the_risk_is_that_of_counting_each_minute(loads: list[int], data: st.DataObject) -> None:
    spill = curve(loads)
    ptu = data.draw(st.sampled_from(spill.sizes))
    fits = ptu * 1_000 // 300
    full = sum(load > fits for load in loads)
    quiet = sum(load == 0 for load in loads)
    away = sum(max(0, load - fits) for load in loads)
    used = Fraction(sum(min(load, fits) for load in loads) * 300, max(1, ptu) * 1_000 * len(loads))
    risk = spill_risk(spill, ptu, Month.HOURS_730)
    minutes = Month.HOURS_730.minutes

    def close(told: Decimal, right: Fraction) -> bool:
        return abs(Fraction(told) - right) < Fraction(1, 10**15)

    assert close(risk.full_minutes, Fraction(full * minutes, len(loads)))
    assert close(risk.full_share, Fraction(full, len(loads)))
    assert close(risk.quiet_minutes, Fraction(quiet * minutes, len(loads)))
    assert close(risk.turned_away_share, Fraction(away, sum(loads)))
    assert close(risk.idle_ptu_hours, ptu * 730 * (1 - used) if ptu else Fraction(0))
    assert (risk.idle_share is None) is (ptu == 0)


@given(LOADS, st.integers(0, 100))
def test_the_smallest_size_that_is_accepted(loads: list[int], percent: int) -> None:
    spill = curve(loads)
    found = least_ptu(spill, Decimal(percent))

    def spilled(ptu: int) -> int:
        return sum(max(0, load - ptu * 1_000 // 300) for load in loads)

    assert spilled(found) * 100 <= percent * sum(loads)
    smaller = [size for size in spill.sizes if size < found]
    assert all(spilled(size) * 100 > percent * sum(loads) for size in smaller)


@pytest.mark.parametrize("tier", [PriceTier.BATCH, PriceTier.FLEX])
def test_what_waits_for_its_turn_takes_no_spillover(tier: PriceTier) -> None:
    with pytest.raises(Refusal, match=f"never to {tier}"):
        answer(tier=tier)
    assert answer(tier=PriceTier.PRIORITY).accepting(Decimal(100)) == 0
