# SPDX-License-Identifier: MIT
"""Which version is newer, judged by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azmodels_gui.catalog.entry import newest_version, version_key, version_sort_text
from tests.builders import model, version


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        pytest.param("2024-08-06", "2024-11-20", id="days in order"),
        pytest.param("2024-11-20", "20250929", id="a day without hyphens"),
        pytest.param("1106-preview", "turbo-2024-04-09", id="a day beats other numbers"),
        pytest.param("9", "10", id="numbers are not text"),
        pytest.param("001", "2", id="zeros in front do not count"),
        pytest.param("2.1", "2.10", id="each number by itself"),
        pytest.param("latest", "1", id="numbers beat words"),
        pytest.param("", "latest", id="no name is the oldest"),
        pytest.param("2024-11-20", "2024-12-17-preview", id="previews count as well"),
        pytest.param("20259999", "2025-01-01", id="digits that are no day are a number"),
    ],
)
def test_versions_sort_by_day_then_number_then_text(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)
    assert newest_version(model("a", version(newer), version(older))) == newer


@given(st.lists(st.text(alphabet="0123456789-.ap", max_size=12)))
def test_the_sort_text_orders_as_the_key_does(versions: list[str]) -> None:
    dated = [*versions, "2024-11-20", "2025-08-07", "0613", "turbo-2024-04-09", ""]
    by_text = [version_key(one)[:2] for one in sorted(dated, key=version_sort_text)]
    assert by_text == sorted(by_text)
