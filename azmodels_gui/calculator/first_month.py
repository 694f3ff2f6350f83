# SPDX-License-Identifier: MIT
"""What a month costs that begins in its middle: by the day what is paid by use or by the hour.

A reservation is paid for whole and runs on into the next month; this is an assumption, and said.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.statements import AssumptionId, Statement, assumption
from azmodels_gui.catalog.terms import Term

HOURS_PER_DAY = 24


@dataclass(frozen=True)
class FirstMonth:
    """The calendar month of a first day, from that day to its last."""

    first_day: date
    days: int
    """From the first day to the last of the month, both included."""
    of_days: int
    """Days of the whole month."""
    payg: Decimal | None
    """Per token: the month's cost by the share of its days; None: a price is missing."""
    by_term: dict[Term, Decimal | None]
    """PTU: by the hour for each hour of these days, reserved a whole payment."""

    @property
    def assumption(self) -> Statement:
        """What the figures take for granted."""
        return assumption(
            AssumptionId.FIRST_MONTH, first=self.first_day, days=self.days, of=self.of_days
        )


def first_month(found: Estimate, first_day: date) -> FirstMonth:
    """Return what the month costs in which a deployment begins."""
    of_days = calendar.monthrange(first_day.year, first_day.month)[1]
    days = of_days - first_day.day + 1
    payg = found.payg_monthly
    return FirstMonth(
        first_day,
        days,
        of_days,
        None if payg is None else quotient(product(payg, days), of_days),
        {term: _ptu(found, term, days) for term in found.question.terms},
    )


def _ptu(found: Estimate, term: Term, days: int) -> Decimal | None:
    """Return the cost of the deployed PTU; beyond a part that is reserved by the hour."""
    hourly, rate = found.rates[Term.HOUR].amount, found.rates[term].monthly(found.question.month)
    if found.sized is None or rate is None:
        return None
    deployed, reserved = found.sized.size.deployable, found.question.reserved_ptu
    whole = 0 if term is Term.HOUR else deployed if reserved is None else reserved
    by_hour = max(0, deployed - whole)
    if by_hour and hourly is None:
        return None
    return product(whole, rate) + product(by_hour, hourly or 0, HOURS_PER_DAY, days)
