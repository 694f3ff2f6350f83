# SPDX-License-Identifier: MIT
"""Saved filters are found by name."""

from azmodels_gui.catalog.query import CatalogQuery
from azmodels_gui.window.state import MAX_SAVED_FILTERS, SavedFilter, with_saved_filter

PLAIN = CatalogQuery()
CODE = CatalogQuery(use_cases=frozenset({"code"}))


def test_saved_filters_are_sorted_by_name_whatever_the_case() -> None:
    saved = with_saved_filter((SavedFilter("beta", PLAIN),), "Alpha", CODE)
    assert [each.name for each in saved] == ["Alpha", "beta"]


def test_an_equal_name_replaces_the_filter() -> None:
    saved = with_saved_filter((SavedFilter("mine", PLAIN),), "mine", CODE)
    assert saved == (SavedFilter("mine", CODE),)


def test_more_than_a_hundred_filters_are_not_kept() -> None:
    saved: tuple[SavedFilter, ...] = ()
    for number in range(MAX_SAVED_FILTERS + 5):
        saved = with_saved_filter(saved, f"{number:03}", PLAIN)
    assert len(saved) == MAX_SAVED_FILTERS
