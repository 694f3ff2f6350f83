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

HOURS_PER_DAY = 24
WORKING_DAYS, WEEKEND_DAYS = 5, 2


@dataclass(frozen=True, eq=False)
class LoadProfile:
    """Requests of each minute. Their order does not matter to any result.

    Raises:
        Refusal: no minute, or not a single request.
    """

    requests: "array[int]"
    """Whole requests of each minute, as 64-bit numbers (`array("q")`)."""
    missing_minutes: int = 0
    """Minutes inside the period that the series lacks: unknown, not zero."""
    a_week: bool = False
    """True: made of hourly values for working day and weekend."""
    origin: tuple[Statement, ...] = ()
    """What has to be said of where the requests come from."""
    step_minutes: int = 1
    """How long a row of the series stood for; its requests are spread evenly over that."""

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
    def total_requests(self) -> int:
        """Requests of all minutes."""
        return self.distribution.total

    @property
    def peak(self) -> int:
        """Requests of the busiest minute."""
        return self.distribution.peak

    @property
    def average(self) -> Decimal:
        """Requests per minute on average."""
        return quotient(self.total_requests, self.minutes)

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
        working_day = array("q", _minutes(self.working_day))
        weekend = array("q", _minutes(self.weekend))
        return LoadProfile(working_day * WORKING_DAYS + weekend * WEEKEND_DAYS, a_week=True)


def _minutes(day: Sequence[Number]) -> Iterator[int]:
    """Yield the whole requests of each minute; fractions add up to whole ones in the hour."""
    for rate in day:
        before = 0
        for minute in range(1, MINUTES_PER_HOUR + 1):
            until_now = whole_part(product(rate, minute))
            yield until_now - before
            before = until_now
