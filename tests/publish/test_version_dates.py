# SPDX-License-Identifier: MIT
from datetime import date

import pytest

from azmodels_gui.publish.lifecycle import known_since, version_date


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        pytest.param("2025-08-07", date(2025, 8, 7), id="a date"),
        pytest.param("turbo-2024-04-09", date(2024, 4, 9), id="a date behind a word"),
        pytest.param("2024-12-17-preview", date(2024, 12, 17), id="a date before a word"),
        pytest.param("0613", None, id="month and day without a year"),
        pytest.param("001", None, id="a number"),
        pytest.param("", None, id="nothing"),
        pytest.param("2025-13-45", None, id="no such day"),
    ],
)
def test_date_of_a_version(version: str, expected: date | None) -> None:
    assert version_date(version) == expected


def test_the_earliest_evidence_counts() -> None:
    assert known_since("0613", [date(2025, 2, 1), None, date(2024, 6, 1)]) == date(2024, 6, 1)


def test_the_date_in_the_name_is_evidence() -> None:
    assert known_since("2024-05-13", [date(2026, 3, 31)]) == date(2024, 5, 13)


def test_without_evidence_the_age_is_unknown() -> None:
    assert known_since("1", [None]) is None


def test_a_dated_version_is_not_older_than_its_date() -> None:
    """A page of August named GPT-6, whose versions bear dates of September."""
    assert known_since("2026-09-22", [date(2026, 8, 20)]) == date(2026, 9, 22)
