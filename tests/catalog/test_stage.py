# SPDX-License-Identifier: MIT
from datetime import date

import pytest

from azmodels_gui.catalog.entry import stage_on
from azmodels_gui.catalog.facts import Lifecycle
from azmodels_gui.catalog.terms import Stage
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("retirement", "days_left", "past"),
    [
        pytest.param(date(2026, 11, 23), 1, False, id="retires tomorrow"),
        pytest.param(TODAY, 0, False, id="still there on the day itself"),
        pytest.param(date(2026, 11, 21), -1, True, id="past since yesterday"),
        pytest.param(None, None, False, id="no date announced"),
    ],
)
def test_days_left_are_counted_from_the_day_given(
    retirement: date | None, days_left: int | None, past: bool
) -> None:
    stage = stage_on(Lifecycle(retirement_date=retirement), TODAY)
    assert (stage.days_left, stage.past_date) == (days_left, past)


def test_a_passed_date_contradicts_a_stage_that_says_available() -> None:
    passed = Lifecycle(stage=Stage.GENERALLY_AVAILABLE, retirement_date=date(2026, 11, 19))
    stage = stage_on(passed, TODAY)
    assert stage.published is Stage.GENERALLY_AVAILABLE
    assert stage.contradicts
    assert not stage.usable


def test_a_passed_date_of_a_retired_version_is_no_contradiction() -> None:
    retired = Lifecycle(stage=Stage.RETIRED, retirement_date=date(2026, 6, 29))
    assert not stage_on(retired, TODAY).contradicts


def test_a_version_without_stage_and_date_counts_as_usable() -> None:
    assert stage_on(Lifecycle(), TODAY).usable
