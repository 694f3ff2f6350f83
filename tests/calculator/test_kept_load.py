# SPDX-License-Identifier: MIT
"""Load profiles as bytes and back."""

from array import array
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azmodels_gui.calculator.kept_load import key_of, packed, unpacked
from azmodels_gui.calculator.load_file import read_load
from azmodels_gui.calculator.load_profile import LoadProfile
from azmodels_gui.calculator.measured_load import MeasuredRequest
from azmodels_gui.calculator.statements import RefusalId
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE
from tests.calculator.metrics_samples import NO_TOTAL, answer, requests, series, tokens_in


def back(data: bytes) -> tuple[LoadProfile, MeasuredRequest | None]:
    return unpacked(data, key_of(data))


REQUEST = MeasuredRequest(Decimal("33.333"), None)


@settings(deadline=None)
@given(st.lists(st.integers(0, MAX_REQUESTS_PER_MINUTE), min_size=1, max_size=300).filter(any))
def test_every_count_comes_back_in_its_order(counts: list[int]) -> None:
    data = packed(LoadProfile.of(counts, missing_minutes=7), None)
    profile, request = back(data)
    assert list(profile.requests) == counts
    assert (profile.missing_minutes, profile.step_minutes, request) == (7, 1, None)
    assert key_of(data) == key_of(packed(profile, None))


def test_parts_of_requests_come_back() -> None:
    counts = array("q", [10**14 - 1, 0, 1])
    profile, _ = back(packed(LoadProfile(counts, scale=10**9), None))
    assert profile.requests == counts
    assert profile.peak == Decimal("99999.999999999")


def test_what_was_said_of_a_file_comes_back_with_it() -> None:
    """Gaps, several series, an interval that is contradicted, an hourly step, tokens."""
    rows = [series([60, NO_TOTAL, 120], modeldeploymentname=name) for name in ("chat", "code")]
    for each in rows:
        for hour, point in enumerate(each["data"]):
            point["timeStamp"] = f"2026-03-02T{hour:02}:00:00Z"
    held = read_load(answer(requests(*rows), tokens_in(rows[0])))
    assert isinstance(held.profile, LoadProfile)
    profile, request = back(packed(held.profile, REQUEST))
    assert len(held.profile.origin) == 5
    assert profile.origin == held.profile.origin
    assert profile.cautions == held.profile.cautions
    assert (profile.step_minutes, profile.missing_minutes) == (60, 60)
    assert request == REQUEST


GOOD = packed(LoadProfile(array("q", [1, 2, 3])), None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(GOOD[:-3], id="cut off"),
        pytest.param(b"{}\n" + GOOD.partition(b"\n")[2], id="another head"),
        pytest.param(GOOD.partition(b"\n")[0] + b"\nxx", id="other counts"),
        pytest.param(GOOD.replace(b'"scale":1', b'"scale":0'), id="parts of nothing"),
        pytest.param(packed(LoadProfile(array("q", [-1, 2])), None), id="less than nothing"),
    ],
)
def test_damage_is_told(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        back(data)
    assert refused.value.statement.id is RefusalId.KEPT_DAMAGED


def test_other_bytes_than_were_kept_are_told() -> None:
    other = packed(LoadProfile(array("q", [1, 2, 4])), None)
    with pytest.raises(Refusal) as refused:
        unpacked(other, key_of(GOOD))
    assert refused.value.statement.id is RefusalId.KEPT_DAMAGED


def test_what_a_later_version_says_is_left_out() -> None:
    later = GOOD.replace(b'"said":[]', b'"said":[{"id":"moon_phase","data":{"full":1}}]')
    assert later != GOOD
    assert back(later)[0].origin == ()
