# SPDX-License-Identifier: MIT
"""Whether a reservation would outlive the model it is bought for."""

import calendar
from collections.abc import Iterator
from datetime import date

from azmodels_gui.calculator.month import MONTHS_PER_YEAR
from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.catalog.entry import Entry
from azmodels_gui.catalog.stage import stage_on
from azmodels_gui.catalog.terms import Term

_MONTHS = {Term.MONTH: 1, Term.YEAR: MONTHS_PER_YEAR}


def check_lifecycle(entry: Entry, terms: tuple[Term, ...], today: date) -> Iterator[Statement]:
    """Yield a caution for a model past its date, or for each term that ends after it."""
    lifecycle = entry.version.lifecycle
    stage, retirement = stage_on(lifecycle, today), lifecycle.retirement_date
    if not stage.usable:
        yield caution(
            CautionId.MODEL_PAST_RETIREMENT, model=entry.title, retirement=retirement or ""
        )
        return
    for term in terms:
        end = reservation_end(today, term)
        if retirement is not None and end is not None and end > retirement:
            yield caution(
                CautionId.RESERVATION_OUTLIVES_MODEL,
                term=term.value,
                end=end,
                retirement=retirement,
                model=entry.title,
            )


def reservation_end(start: date, term: Term) -> date | None:
    """Return the day a reservation bought on `start` ends; None for PTU by the hour."""
    months = _MONTHS.get(term)
    if months is None:
        return None
    years, month = divmod(start.month - 1 + months, MONTHS_PER_YEAR)
    year = start.year + years
    if year > date.max.year:
        return date.max
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)
