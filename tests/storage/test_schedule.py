# SPDX-License-Identifier: MIT
"""The daily look: once a day, spread, and no clock however wrong stops it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.storage.settings import DAY, FIRST, SPREAD, wait_for

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
moments = st.datetimes(timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("ago", "chance", "expected"),
    [
        pytest.param(None, 0.0, FIRST, id="never before"),
        pytest.param(timedelta(0), 0.0, DAY, id="just now"),
        pytest.param(timedelta(hours=23), 0.0, timedelta(hours=1), id="23 hours ago"),
        pytest.param(timedelta(hours=23), 1.0, timedelta(hours=3), id="with the whole spread"),
        pytest.param(timedelta(days=400), 0.5, FIRST, id="a year offline"),
        pytest.param(timedelta(days=-3650), 0.0, FIRST, id="in ten years, by a wrong clock"),
        pytest.param(timedelta(minutes=-1), 1.0, FIRST * 2, id="in a minute"),
    ],
)
def test_waiting(ago: timedelta | None, chance: float, expected: timedelta) -> None:
    assert wait_for(NOW, None if ago is None else NOW - ago, chance) == expected


@given(now=moments, last=moments, chance=st.floats(0, 1))
def test_it_is_never_later_than_a_day_and_its_spread(
    now: datetime, last: datetime, chance: float
) -> None:
    assert FIRST <= wait_for(now, last, chance) <= DAY + SPREAD
