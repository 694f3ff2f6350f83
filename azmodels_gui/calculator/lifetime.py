# SPDX-License-Identifier: MIT
"""How long a model lasts, and which ways to pay end before it does.

One rule for every headline: what is past its date is not bought, and no reservation is advised
that runs beyond the model, or of whose model nobody says when it ends.
"""

import calendar
from collections.abc import Iterator
from datetime import date

from azmodels_gui.calculator.month import MONTHS_PER_YEAR
from azmodels_gui.calculator.statements import CautionId, Statement, caution
from azmodels_gui.catalog.entry import Entry, stage_on
from azmodels_gui.catalog.terms import Term

LASTING_DAYS = 180
"""A model that ends within so many days is told with its end and with what lasts longer."""
_MONTHS = {Term.MONTH: 1, Term.YEAR: MONTHS_PER_YEAR}


def ends_in_time(entry: Entry, term: Term, day: date) -> bool:
    """Tell whether PTU bought on a day for a term are known to end before the model does."""
    end, retirement = reservation_end(day, term), entry.version.lifecycle.retirement_date
    return end is None or (retirement is not None and end <= retirement)


def usable_on(entry: Entry, day: date) -> bool:
    """Tell whether a model is neither retired nor past its date."""
    return stage_on(entry.version.lifecycle, day).usable


def lasts(entry: Entry, day: date) -> bool:
    """Tell whether a model is usable and not known to end within `LASTING_DAYS`."""
    on = stage_on(entry.version.lifecycle, day)
    return on.usable and (on.days_left is None or on.days_left > LASTING_DAYS)


def check_lifecycle(entry: Entry, terms: tuple[Term, ...], today: date) -> Iterator[Statement]:
    """Yield a caution for a model past its date, or for each term that ends after it."""
    retirement = entry.version.lifecycle.retirement_date
    if not usable_on(entry, today):
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
    return None if months is None else months_later(start, months)


def months_later(start: date, months: int) -> date:
    """Return the day some months later, the last of its month where that is shorter."""
    years, month = divmod(start.month - 1 + months, MONTHS_PER_YEAR)
    year = start.year + years
    if year > date.max.year:
        return date.max
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, day)
