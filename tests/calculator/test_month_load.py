# SPDX-License-Identifier: MIT
"""The load that users make, exact to the last place."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.calculator.deployment import Deployment
from azmodels_gui.calculator.estimate import Estimate, Question, estimate
from azmodels_gui.calculator.exact import count_told, product, quotient, to_cents
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.month_load import BusyHours, MonthLoad, Sessions, Users
from azmodels_gui.calculator.profile_estimate import profile_estimate
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.figures import rounded
from tests.builders import TODAY
from tests.calculator.samples import DATA_ZONE_PTU, EAST_US_2, load
from tests.calculator.test_estimate import gpt_5_2, plan

PRICED = plan()

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


def test_ten_sessions_of_half_a_minute_ask_twenty_times_a_minute() -> None:
    hours = BusyHours(working_days=22, busy_hours=8, peak_factor=2)
    sessions = Sessions(sessions=10, session_seconds=30, average=hours)
    found = MonthLoad.of_sessions(sessions, load(1, 200, 20))
    assert found.workload == load(20, 200, 20)
    assert found.average_rpm == 10
    assert found.monthly_requests == 10 * 60 * 8 * 22


def test_a_hundredth_of_a_request_a_minute_is_a_load() -> None:
    found = MonthLoad.of_peak(load(Decimal("0.01"), 200, 20), Decimal("0.5"))
    assert found.monthly_requests == 219
    assert found.average_load == Decimal("0.5")


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        pytest.param(lambda: MonthLoad.of_peak(load(0)), RefusalId.ZERO, id="no peak"),
        pytest.param(
            lambda: MonthLoad.of_peak(load(1), Decimal(0)), RefusalId.ZERO, id="no average"
        ),
        pytest.param(
            lambda: MonthLoad.of_peak(load(1), Decimal("1.01")),
            RefusalId.MORE_THAN_A_MONTH,
            id="an average above the peak",
        ),
        pytest.param(
            lambda: Sessions(sessions=1, session_seconds=0), RefusalId.ZERO, id="no time at all"
        ),
        pytest.param(
            lambda: Sessions(sessions=Decimal("Infinity"), session_seconds=1),
            RefusalId.NOT_A_NUMBER,
            id="endless sessions",
        ),
    ],
)
def test_loads_that_make_no_sense_are_refused(make: Any, refusal: RefusalId) -> None:
    with pytest.raises(Refusal) as refused:
        make()
    assert refused.value.statement.id is refusal


MINUTES = st.lists(st.integers(0, 3_000), min_size=1, max_size=60).filter(any)
OFFICES = st.builds(
    Users,
    users=st.integers(1, 10**6),
    requests_per_user=st.integers(1, 50),
    working_days=st.integers(1, 30),
    busy_hours=st.integers(1, 24),
    peak_factor=st.decimals(Decimal("1.02"), 20, places=2),
).filter(lambda office: office.peak_rpm <= MAX_REQUESTS_PER_MINUTE)


def cost(load_of_month: MonthLoad) -> Estimate:
    asked = Deployment(
        entry=gpt_5_2(),
        deployment_type=DATA_ZONE_PTU,
        loads=(load_of_month,),
        region=EAST_US_2,
    )
    return estimate(PRICED, Question(deployment=asked, day=TODAY))


def cents(amount: Decimal | None) -> Decimal:
    assert amount is not None
    return to_cents(amount)


@settings(deadline=None)
@given(office=OFFICES)
def test_a_load_of_users_is_the_same_load_typed(office: Users) -> None:
    """Typed as peak and busy hours: the peak divided by its factor is their average again."""
    request = load(1, 5_000, 400)
    made = cost(MonthLoad.of_users(office, request))
    hours = BusyHours(
        working_days=office.working_days,
        busy_hours=office.busy_hours,
        peak_factor=office.peak_factor,
    )
    typed = cost(MonthLoad.of_peak(load(office.peak_rpm, 5_000, 400), hours))
    assert made.sized is not None
    assert typed.sized is not None
    assert typed.sized.size == made.sized.size
    # The peak is rounded up at its ninth place, so the typed month is hardly the larger one.
    per_token, again = made.payg_monthly, typed.payg_monthly
    assert per_token is not None
    assert again is not None
    minutes = product(office.busy_hours, office.working_days, 60)
    assert 0 <= again - per_token <= product(Decimal("1E-9"), minutes, made.payg[0].cost or 0)


@settings(deadline=None)
@given(requests=MINUTES, times=st.integers(1, 1_000))
def test_a_profile_times_k_costs_k_times_as_much_per_token(requests: list[int], times: int) -> None:
    request = load(1, 200, 20)
    once = cost(MonthLoad.of_profile(LoadProfile.of(requests), request))
    more = LoadProfile.of(count * times for count in requests)
    often = cost(MonthLoad.of_profile(more, request))
    assert once.payg_monthly is not None
    assert cents(often.payg_monthly) == to_cents(once.payg_monthly * times)


@settings(deadline=None)
@given(requests=MINUTES)
def test_without_ptu_a_profile_costs_what_its_load_costs(requests: list[int]) -> None:
    """Cards and curve are one answer, and that of the same peak and average typed."""
    profile, request = LoadProfile.of(requests), load(1, 200, 20)
    whole = cost(MonthLoad.of_profile(profile, request))
    curve = profile_estimate(PRICED, whole.question).curves[Term.YEAR]
    assert curve.points[0].ptu == 0
    assert cents(curve.points[0].cost) == cents(whole.payg_monthly)
    share = quotient(sum(requests), len(requests) * max(requests))
    typed = cost(MonthLoad.of_peak(load(max(requests), 200, 20), share))
    assert rounded(typed.payg_monthly or Decimal(0), 15) == rounded(
        whole.payg_monthly or Decimal(0), 15
    )
    assert typed.average_utilization is not None
    assert whole.average_utilization is not None
    assert rounded(typed.average_utilization, 20) == rounded(whole.average_utilization, 20)
    assert typed.break_even == whole.break_even


@pytest.mark.parametrize(
    ("count", "told"),
    [
        pytest.param("10967728.571428", "10967729", id="no part of a request among millions"),
        pytest.param("999.996", "1000", id="rounded"),
        pytest.param("62.5", "62.5", id="half a request"),
        pytest.param("20.833333334", "20.83", id="two places"),
        pytest.param("0.0123456", "0.0123", id="three digits"),
        pytest.param("0", "0", id="none"),
    ],
)
def test_a_count_is_told_as_exactly_as_it_matters(count: str, told: str) -> None:
    assert count_told(Decimal(count)) == Decimal(told)
