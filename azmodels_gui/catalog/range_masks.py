# SPDX-License-Identifier: MIT
"""Which entries have a figure inside of a range, as sets of rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property

from azmodels_gui.catalog.bitmask import full_mask, mask_of, rows_of
from azmodels_gui.catalog.document import Catalog, Entry
from azmodels_gui.catalog.plain_price import KeptPrices
from azmodels_gui.catalog.query import PRICE_RANGES, RANGES, Asked, CatalogQuery, Figure, RangeSpec
from azmodels_gui.catalog.terms import Stage

_Number = Decimal | int
"""A figure that lies in a range or not; a day goes by its ordinal."""


class RangeMasks:
    """A set of rows for every range that a query asks for."""

    def __init__(self, catalog: Catalog, entries: Sequence[Entry], today: date) -> None:
        self._entries, self._today = entries, today
        self._kept: dict[Asked, tuple[object, int]] = {}
        self._prices = {
            spec.category: KeptPrices(catalog, entries, spec.category, today)
            for spec in PRICE_RANGES
            if spec.category is not None
        }

    def matching(self, spec: RangeSpec, query: CatalogQuery) -> int:
        """Return the rows whose figure lies in a range."""
        low, high = spec.asked_by(query)
        if low is None and high is None:
            return full_mask(len(self._entries))
        asked = (query.place if spec.category else None, low, high)
        if self._kept.get(spec.asked, (None, 0))[0] != asked:
            # One range a figure is kept: the one on show.
            found = _rows_within(self._figures(spec, query), *_closed(low, high))
            self._kept[spec.asked] = (asked, mask_of(found, len(self._entries)))
        return self._kept[spec.asked][1]

    def unknown(self, spec: RangeSpec, query: CatalogQuery) -> int:
        """Return the rows of which it is unknown whether their figure lies in a range."""
        if not spec.is_asked(query):
            return 0
        if spec.asked is Asked.RETIREMENT:
            return self._open_retirement(query)
        if spec.asked is Asked.CONTEXT:
            return self._without_context
        return _rows_without(self._figures(spec, query))

    def priced_within(self, query: CatalogQuery, rows: int) -> int:
        """Return how many of some rows have prices that fit."""
        fitting = rows_of(rows, range(len(self._entries)))
        for spec in PRICE_RANGES:
            if spec.category is not None and spec.is_asked(query):
                found = self._prices[spec.category].of(query, fitting)
                kept = _rows_within(found, *_closed(*spec.asked_by(query)))
                fitting = [fitting[at] for at in kept]
        return len(fitting)

    def _figures(self, spec: RangeSpec, query: CatalogQuery) -> Sequence[_Number | None]:
        """Return the figure of each row; None: unknown."""
        if spec.category is not None:
            return self._prices[spec.category].of_all(query)
        return self._context if spec.asked is Asked.CONTEXT else self._retirements

    @cached_property
    def _context(self) -> Sequence[int | None]:
        windows = (entry.version.limits.context_window for entry in self._entries)
        return [None if window is None else window.tokens for window in windows]

    @cached_property
    def _without_context(self) -> int:
        return _rows_without(self._context)

    @cached_property
    def _retirements(self) -> Sequence[int | None]:
        dates = (entry.version.lifecycle.retirement_date for entry in self._entries)
        return [None if day is None else day.toordinal() for day in dates]

    def _open_retirement(self, query: CatalogQuery) -> int:
        """Return the rows without a date, and those of which only the earliest day is known.

        What is called retired has no later day than today, whichever it was.
        """
        undated, retired, not_before = self._doubtful_dates
        day = query.retires_after
        if day is not None and day >= self._today:
            undated &= ~retired
        return undated | not_before & ~self.matching(RANGES[Asked.RETIREMENT], query)

    @cached_property
    def _doubtful_dates(self) -> tuple[int, int, int]:
        """The rows without a date, those called retired, and those with the earliest day alone."""
        told = [(row, entry.version.lifecycle) for row, entry in enumerate(self._entries)]
        retired = (row for row, each in told if each.stage is Stage.RETIRED)
        earliest = (row for row, each in told if each.retirement_not_before)
        undated = _rows_without(self._retirements)
        size = len(self._entries)
        return undated, mask_of(retired, size), mask_of(earliest, size) & ~undated


def _rows_without(figures: Sequence[_Number | None]) -> int:
    return mask_of((row for row, figure in enumerate(figures) if figure is None), len(figures))


def _closed(low: Figure | None, high: Figure | None) -> tuple[_Number | None, _Number | None]:
    """Return the ends of a range, both of them inside; "after a day" begins a day later."""
    least = low.toordinal() + 1 if isinstance(low, date) else low
    return least, high.toordinal() if isinstance(high, date) else high


def _rows_within(
    figures: Sequence[_Number | None], low: _Number | None, high: _Number | None
) -> Iterable[int]:
    return (
        row
        for row, figure in enumerate(figures)
        if figure is not None
        and (low is None or low <= figure)
        and (high is None or figure <= high)
    )
