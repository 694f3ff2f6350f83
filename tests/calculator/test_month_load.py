# SPDX-License-Identifier: MIT
"""The load that users make, exact to the last place."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.calculator.month_load import MonthLoad, Users
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import RefusalId
from tests.calculator.samples import load

OFFICE: dict[str, Any] = {
    "users": 500,
    "requests_per_user": 20,
    "working_days": 22,
    "busy_hours": 8,
    "peak_factor": 3,
}


def test_five_hundred_employees() -> None:
    office = Users(**OFFICE)
    assert office.peak_rpm == Decimal("62.5")
    assert office.monthly_requests == 220_000
    found = MonthLoad.of_users(office, load(1, 5_000, 400))
    assert found.workload == load(Decimal("62.5"), 5_000, 400)
    assert found.workload.tpm == 337_500


@given(
    users=st.integers(1, 10**7),
    asked=st.integers(1, 50),
    hours=st.integers(1, 24),
    factor=st.decimals(1, 20, places=2),
)
def test_the_peak_is_exact_or_just_above(
    users: int, asked: int, hours: int, factor: Decimal
) -> None:
    found = Users(
        users=users,
        requests_per_user=asked,
        working_days=22,
        busy_hours=hours,
        peak_factor=factor,
    )
    exact = Fraction(users * asked) * Fraction(factor) / (hours * 60)
    assert 0 <= Fraction(found.peak_rpm) - exact < Fraction(1, 10**9)
    assert found.monthly_requests == users * asked * 22


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        pytest.param({"users": 0}, RefusalId.ZERO, id="nobody"),
        pytest.param({"working_days": 32}, RefusalId.TOO_LARGE, id="a month of 32 days"),
        pytest.param({"busy_hours": 25}, RefusalId.TOO_LARGE, id="a day of 25 hours"),
        pytest.param({"peak_factor": Decimal("0.5")}, RefusalId.BELOW_ONE, id="peak below average"),
        pytest.param({"requests_per_user": -1}, RefusalId.NEGATIVE, id="less than nothing"),
    ],
)
def test_users_that_make_no_sense_are_refused(changes: dict[str, Any], refusal: RefusalId) -> None:
    with pytest.raises(Refusal) as refused:
        Users(**(OFFICE | changes))
    assert refused.value.statement.id is refusal


def test_a_load_all_month_counts_every_minute_at_its_average() -> None:
    found = MonthLoad.of_peak(load(10, 200, 20), Decimal("0.5"))
    assert found.monthly_requests == 219_000
    assert found.average_rpm == 5
