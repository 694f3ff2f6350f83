# SPDX-License-Identifier: MIT
"""How load spreads over time: a series by minute, or 24 hours of working day and weekend."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from azmodels_gui.calculator.exact import Number, product, quotient, whole_part
from azmodels_gui.calculator.load_distribution import LoadDistribution
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.refusal import Refusal
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE, check_number
from azmodels_gui.language.figures import places_of

HOURS_PER_DAY = 24
WORKING_DAYS, WEEKEND_DAYS = 5, 2
MOST_DIGITS = 14
"""Of a count: those of a week add up to less than what 64 bits hold."""


@dataclass(frozen=True, eq=False)
class LoadProfile:
    """Requests of each minute. Their order does not matter to any result.

    Raises:
        Refusal: no minute, or not a single request.
    """

    requests: "array[int]"
    """What is counted in each minute, as 64-bit numbers (`array("q")`): whole requests, or
    parts of them."""
    missing_minutes: int = 0
    """Minutes inside the period that the series lacks: unknown, not zero."""
    a_week: bool = False
    """True: made of hourly values for working day and weekend."""
    origin: tuple[Statement, ...] = ()
    """What has to be said of where the requests come from."""
    step_minutes: int = 1
    """How long a row of the series stood for; its requests are spread evenly over that."""
    scale: int = 1
    """So many of `requests` make one: above 1 where rates have fractions."""

    def __post_init__(self) -> None:
        if not any(self.requests):
            raise Refusal(RefusalId.NO_LOAD)

    @classmethod
    def of(cls, requests: Iterable[int], *, missing_minutes: int = 0) -> "LoadProfile":
        """Return the profile of a series by minute.

        Raises:
            Refusal: a count is negative or absurd, or there is no load.
        """
        counts = array("q")
        for count in requests:
            if not 0 <= count <= MAX_REQUESTS_PER_MINUTE:
                check_number("requests_per_minute", Decimal(count), MAX_REQUESTS_PER_MINUTE)
            counts.append(count)
        return cls(counts, missing_minutes)

    @property
    def minutes(self) -> int:
        """Minutes that are there."""
        return len(self.requests)

    @cached_property
    def distribution(self) -> LoadDistribution:
        """How many minutes have which load."""
        return LoadDistribution(self.requests)

    @property
    def total_requests(self) -> Number:
        """Requests of all minutes."""
        return self.in_requests(self.distribution.total)

    @property
    def peak(self) -> Number:
        """Requests of the busiest minute."""
        return self.in_requests(self.distribution.peak)

    @property
    def average(self) -> Decimal:
        """Requests per minute on average."""
        return quotient(self.total_requests, self.minutes)

    def in_requests(self, count: int) -> Number:
        """Return how many requests a count is."""
        return count if self.scale == 1 else quotient(count, self.scale)

    @property
    def cautions(self) -> tuple[Statement, ...]:
        """Minutes that are missing, and what speaks against the requests that are there."""
        said = tuple(each for each in self.origin if isinstance(each.id, CautionId))
        if not self.missing_minutes:
            return said
        missing = {"missing": self.missing_minutes, "present": self.minutes}
        return (*said, caution(CautionId.MINUTES_MISSING, **missing))

    @property
    def assumptions(self) -> tuple[Statement, ...]:
        """How the profile stands for a month."""
        if self.a_week:
            return (assumption(AssumptionId.WEEK_OF_FIVE_AND_TWO),)
        said = (each for each in self.origin if isinstance(each.id, AssumptionId))
        return (*said, assumption(AssumptionId.SERIES_SCALED, minutes=self.minutes))


@dataclass(frozen=True)
class DayProfile:
    """Requests per minute in each hour of a working day and of a day of the weekend.

    Raises:
        Refusal: not 24 values each, or a value that is negative or absurd.
    """

    working_day: tuple[Number, ...]
    weekend: tuple[Number, ...]

    def __post_init__(self) -> None:
        for day in (self.working_day, self.weekend):
            if len(day) != HOURS_PER_DAY:
                raise Refusal(RefusalId.NOT_24_HOURS, given=len(day))
            for value in day:
                check_number("requests_per_minute", Decimal(value), MAX_REQUESTS_PER_MINUTE)

    def week(self) -> LoadProfile:
        """Return the minutes of a week: five working days and two of the weekend."""
        scale = self._scale()
        working_day, weekend = (
            array("q", _minutes(day, scale)) for day in (self.working_day, self.weekend)
        )
        minutes = working_day * WORKING_DAYS + weekend * WEEKEND_DAYS
        return LoadProfile(minutes, a_week=True, scale=scale)

    def _scale(self) -> int:
        """Return by what all rates are whole, as far as the counts of a week can be added."""
        rates = [Decimal(rate) for rate in (*self.working_day, *self.weekend)]
        places = max(places_of(rate.normalize()) for rate in rates)
        digits = max(1, max(rates).adjusted() + 1)
        return int(10 ** max(0, min(places, MOST_DIGITS - digits)))


def _minutes(day: Sequence[Number], scale: int) -> Iterator[int]:
    """Yield what is counted in each minute."""
    for rate in day:
        yield from [whole_part(product(rate, scale))] * MINUTES_PER_HOUR
