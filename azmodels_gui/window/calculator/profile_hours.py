# SPDX-License-Identifier: MIT
"""The 24 hours of the page: shares of the peak, changed one by one or read from a file."""

from dataclasses import replace
from decimal import Decimal
from math import ceil

from azmodels_gui.calculator.exact import product, quotient, to_places
from azmodels_gui.calculator.load_profile import DayProfile
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.window.calculator.inputs import Inputs


class MoneyWords(Amounts):
    """Amounts of the calculator's page."""

    @classmethod
    def of(cls, inputs: Inputs, catalog_currency: str, language: str) -> "MoneyWords":
        """Return how the user wants amounts to be read."""
        asked, rate = inputs.currency, inputs.exchange_rate
        if asked == catalog_currency or rate is None or not rate:
            return cls(language, catalog_currency, catalog_currency)
        return cls(language, catalog_currency, asked, rate)


ALL = Decimal(100)
PLACES = 6
"""Of a share in percent: far below one request of any load."""


def day_name(*, weekend: bool) -> str:
    """Return the attribute of `Inputs` that holds a day."""
    return "weekend" if weekend else "working_day"


def shares(inputs: Inputs, *, weekend: bool) -> tuple[Decimal, ...]:
    """Return the load of each hour in percent of the peak."""
    return inputs.weekend if weekend else inputs.working_day


def rates(inputs: Inputs, *, weekend: bool) -> tuple[Decimal, ...]:
    """Return the load of each hour in requests per minute."""
    peak = inputs.requests_per_minute
    found = shares(inputs, weekend=weekend)
    return tuple(product(peak, share, Decimal("0.01")) for share in found)


def with_hour(inputs: Inputs, hour: int, share: Decimal, *, weekend: bool) -> Inputs:
    """Return the inputs with another load in one hour, from 0 to 100 % of the peak."""
    day = list(shares(inputs, weekend=weekend))
    day[hour] = min(ALL, max(Decimal(0), share))
    changed = {day_name(weekend=weekend): tuple(day), "profile_is_example": False}
    return replace(inputs, **changed)  # type: ignore[arg-type]


def with_day(inputs: Inputs, day: DayProfile) -> Inputs:
    """Return the inputs with the hours of a file; its busiest hour becomes the peak."""
    peak = Decimal(ceil(max(Decimal(rate) for rate in (*day.working_day, *day.weekend))))
    working_day, weekend = (
        tuple(to_places(quotient(product(rate, ALL), peak), PLACES) for rate in hours)
        for hours in (day.working_day, day.weekend)
    )
    return replace(
        inputs,
        requests_per_minute=peak,
        working_day=working_day,
        weekend=weekend,
        profile_is_example=False,
        profile_file="",
    )
