# SPDX-License-Identifier: MIT
"""How load spreads over time: a series by minute, or 24 hours of working day and weekend.

Rows of a time and a count become requests by minute: how long a row stands for is the median of
the times between them, whatever a file says of itself.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, overload

from azmodels_gui.calculator.exact import Number, product, quotient, whole_part
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.statements import (
    AssumptionId,
    CautionId,
    RefusalId,
    Statement,
    assumption,
    caution,
)
from azmodels_gui.calculator.wording import Refusal
from azmodels_gui.calculator.workload import MAX_REQUESTS_PER_MINUTE, check_number
from azmodels_gui.language.figures import places_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

ONCE = Fraction(1)
DENSE_PEAK = 1 << 20
"""Up to this peak, loads are counted in a table with a cell for each; above, they are sorted."""


@dataclass(frozen=True)
class Spill:
    """What one capacity turns away over the whole series."""

    requests: int
    minutes: int
    """Minutes in which at least one request did not fit."""


class Spills(Sequence[Spill]):
    """What several capacities turn away; each is made when it is asked for."""

    def __init__(self, requests: Sequence[int], minutes: Sequence[int]) -> None:
        self.requests, self.minutes = requests, minutes

    @overload
    def __getitem__(self, place: int) -> Spill: ...

    @overload
    def __getitem__(self, place: slice) -> "Spills": ...

    def __getitem__(self, place: int | slice) -> "Spill | Spills":
        if isinstance(place, slice):
            return Spills(self.requests[place], self.minutes[place])
        return Spill(self.requests[place], self.minutes[place])

    def __len__(self) -> int:
        return len(self.requests)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def near_least(
    sizes: Sequence[int], spilled: Sequence[int], each: int, of_spilled: int
) -> list[int]:
    """Return the places of those that may cost least, for all that floating point can tell.

    Args:
        sizes: how many are paid for.
        spilled: what is paid for besides, at each size.
        each: price of one.
        of_spilled: price of one thing spilled.
    """
    import numpy as np

    costs = np.array(sizes, float) * float(each) + np.array(spilled, float) * float(of_spilled)
    near: list[int] = np.flatnonzero(costs <= costs.min() * (1 + 1e-9)).tolist()
    return near


class LoadDistribution:
    """Loads in ascending order, with the minutes and the requests up to each of them.

    Minutes above a capacity are a tail of it: their requests come from prefix sums, and
    what fits of them is the capacity times the length of the tail.
    """

    def __init__(self, requests: "array[int]") -> None:
        """Count the minutes of each load; `requests` is not empty."""
        import numpy as np

        series = np.frombuffer(requests, dtype=np.int64)
        self.peak = int(series.max())
        """Requests of the busiest minute."""
        if self.peak <= DENSE_PEAK:
            counted = np.bincount(series)
            loads = np.flatnonzero(counted)
            minutes = counted[loads]
        else:
            loads, minutes = np.unique(series, return_counts=True)
        nothing = np.zeros(1, dtype=np.int64)
        self._loads = loads
        self._minutes_up_to = np.concatenate((nothing, np.cumsum(minutes)))
        self._requests_up_to = np.concatenate((nothing, np.cumsum(loads * minutes)))
        self.total = int(self._requests_up_to[-1])
        """Requests of all minutes."""

    @cached_property
    def levels(self) -> list[tuple[int, int]]:
        """Every different load, in ascending order, with the minutes that have it."""
        import numpy as np

        minutes = np.diff(self._minutes_up_to)
        return list(zip(self._loads.tolist(), minutes.tolist(), strict=True))

    def descending(self) -> "npt.NDArray[np.int64]":
        """Return the load of every minute, the busiest first."""
        import numpy as np

        return np.repeat(self._loads, np.diff(self._minutes_up_to))[::-1]

    def spills(self, capacities: Sequence[int], times: Fraction = ONCE) -> "Spills":
        """Return what spills for each capacity in whole requests per minute, at least 0.

        Args:
            capacities: what fits into a minute.
            times: so much more of the load; requests are then counted in parts of one, as many
                as the denominator says, so that they are whole.
        """
        import numpy as np

        more, parts = times.numerator, times.denominator
        fitting = [min(capacity * parts, self.peak * more) for capacity in capacities]
        place = np.searchsorted(self._loads, [each // more for each in fitting], side="right")
        minutes = (self._minutes_up_to[-1] - self._minutes_up_to[place]).tolist()
        above = (self._requests_up_to[-1] - self._requests_up_to[place]).tolist()
        requests = [
            over * more - count * fits
            for over, count, fits in zip(above, minutes, fitting, strict=True)
        ]
        return Spills(requests, minutes)

    def used_to(self, share: Fraction) -> Fraction | None:
        """Return the largest capacity that is in use on average to at least a share.

        Fractions of a request are meant to fit. None: even the smallest is used less.
        """
        minutes, requests = self._minutes_up_to, self._requests_up_to
        wanted, parts = share.numerator * int(minutes[-1]), share.denominator

        def too_large(place: int) -> bool:
            load = int(self._loads[place])
            busier = int(minutes[-1] - minutes[place + 1])
            return (int(requests[place + 1]) + load * busier) * parts < wanted * load

        place = bisect_left(range(len(self._loads)), True, key=too_large)
        busier = int(minutes[-1] - minutes[place])
        return Fraction(int(requests[place]) * parts, wanted - busier * parts) or None


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


if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


MOST = 2**62
"""More than any count."""


@dataclass(frozen=True)
class LoadSlice:
    """Equally many minutes of similar load; averages in requests per minute."""

    carried: Decimal
    spilled: Decimal


class LoadDuration:
    """The minutes of a profile in descending order of their load."""

    def __init__(self, profile: LoadProfile) -> None:
        """Put the minutes in order, which the distribution has counted already."""
        self._profile = profile
        self._loads = profile.distribution.descending()

    def slices(self, capacity: Number, count: int) -> tuple[LoadSlice, ...]:
        """Return what a capacity carries of each slice of the minutes, and what spills.

        Args:
            capacity: requests per minute.
            count: number of slices; fewer where there are fewer minutes.
        """
        return _sliced(self._loads, self._profile, capacity, count)


def slices_over_time(
    profile: LoadProfile, capacity: Number, count: int, minutes: range | None = None
) -> tuple[LoadSlice, ...]:
    """Return what a capacity carries of a profile, from its first minute to its last.

    Args:
        profile: the load.
        capacity: requests per minute.
        count: number of slices; fewer where there are fewer minutes.
        minutes: the part of the profile to look at; None: all of it.
    """
    import numpy as np

    loads = np.frombuffer(profile.requests, dtype=np.int64)
    if minutes is not None:
        loads = loads[minutes.start : minutes.stop]
    return _sliced(loads, profile, capacity, count)


def _sliced(
    loads: "npt.NDArray[np.int64]", profile: LoadProfile, capacity: Number, count: int
) -> tuple[LoadSlice, ...]:
    import numpy as np

    found, fitting = [], min(MOST, whole_part(product(capacity, profile.scale)))
    for part in np.array_split(loads, min(count, len(loads))):
        carried = int(np.minimum(part, fitting).sum())
        spilled = int(part.sum()) - carried
        counted = len(part) * profile.scale
        found.append(LoadSlice(quotient(carried, counted), quotient(spilled, counted)))
    return tuple(found)


MINUTES_PER_DAY = 1_440
MAX_MINUTES = 10 * 366 * MINUTES_PER_DAY
"""Ten years; of a longer series somebody mistyped a year."""


@dataclass(frozen=True)
class Steps:
    """How the rows of a series follow each other."""

    minutes: int
    """How long a row stands for: the median of the times between rows."""
    order: "npt.NDArray[np.intp]"
    """Places of the rows, the earliest first."""
    missing: int
    """Rows that lack between the first and the last."""
    before_gaps: tuple[int, ...]
    """Places of the rows after which some lack."""
    twice: tuple[int, ...]
    """Places of the rows whose time was there before."""
    aside: tuple[int, ...]
    """Places of the rows that do not stand in the step of the most."""
    put_back: tuple[str, ...] = ()
    """Days on which clocks were put back, as `2026-10-25`: an hour comes twice rightly."""

    @property
    def missing_minutes(self) -> int:
        """Minutes of the rows that lack."""
        return self.missing * self.minutes

    @property
    def said(self) -> tuple[Statement, ...]:
        """That requests were spread over the minutes of a row, or an hour counts twice."""
        found: tuple[Statement, ...] = ()
        if self.put_back:
            found += (assumption(AssumptionId.CLOCKS_PUT_BACK, days=self.put_back),)
        if self.minutes == MINUTES_PER_DAY:
            return (*found, assumption(AssumptionId.SPREAD_OVER_DAY))
        if self.minutes > 1:
            found += (assumption(AssumptionId.SPREAD_EVENLY, minutes=self.minutes),)
        return found


def steps_of(times: Sequence[int], stated: int | None = None) -> Steps:
    """Return how rows follow each other.

    Args:
        times: minutes since some day, of each row, in any order.
        stated: how long a row stands for, as the file says; it decides for one row alone.

    Raises:
        Refusal: a row alone, or the step is none that a day can be divided by.
    """
    import numpy as np

    given = np.asarray(times, dtype=np.int64)
    order = np.argsort(given, kind="stable")
    between = np.diff(given[order])
    apart = np.sort(between[between > 0])
    step = int(apart[(apart.size - 1) // 2]) if apart.size else stated
    if step is None:
        raise Refusal(RefusalId.ONE_TIME)
    if MINUTES_PER_DAY % step:
        raise Refusal(RefusalId.STEP_UNUSABLE, minutes=step)
    phases, at, count = np.unique(given % step, return_inverse=True, return_counts=True)
    aside = np.flatnonzero(at != np.argmax(count)) if phases.size else phases
    return Steps(
        minutes=step,
        order=order,
        missing=0 if given.size == 0 else int(np.maximum(between // step - 1, 0).sum()),
        before_gaps=tuple(int(place) for place in order[:-1][between > step]),
        twice=tuple(sorted(int(place) for place in order[1:][between == 0])),
        aside=tuple(int(place) for place in aside),
    )


def in_local_time(steps: Steps, times: Sequence[int]) -> Steps:
    """Return steps in which the hour that comes twice in autumn is none that is doubled.

    Clocks are put back on the last Sunday of October (Europe, between 1 and 4) or the first of
    November (North America, at 2): a whole hour comes twice then, and nothing else of that day.

    Args:
        steps: of times without a zone.
        times: minutes since the first of January of the year 1, of each row.
    """
    if steps.minutes > MINUTES_PER_HOUR:
        return steps
    by_day: dict[int, list[int]] = {}
    for place in steps.twice:
        by_day.setdefault(int(times[place]) // MINUTES_PER_DAY, []).append(place)
    days = {day: places for day, places in by_day.items() if _put_back(day, places, steps, times)}
    rightly = {place for places in days.values() for place in places}
    return replace(
        steps,
        twice=tuple(place for place in steps.twice if place not in rightly),
        put_back=tuple(date.fromordinal(day).isoformat() for day in sorted(days)),
    )


def _put_back(day: int, places: Sequence[int], steps: Steps, times: Sequence[int]) -> bool:
    sunday = date.fromordinal(day)
    first = min(int(times[place]) for place in places) % MINUTES_PER_DAY
    whole = {first + steps.minutes * at for at in range(MINUTES_PER_HOUR // steps.minutes)}
    if sorted(whole) != sorted(int(times[place]) % MINUTES_PER_DAY for place in places):
        return False
    hour, minute = divmod(first, MINUTES_PER_HOUR)
    europe = sunday.month == 10 and sunday.day > 24 and 1 <= hour <= 3
    america = sunday.month == 11 and sunday.day <= 7 and hour == 1
    return sunday.isoweekday() == 7 and not minute and (europe or america)


def by_minute(counts: Sequence[int], step: int) -> "array[int]":
    """Return the requests of each minute: those of a row spread evenly, none of them lost.

    Args:
        counts: whole requests of each row.
        step: minutes that a row stands for.

    Raises:
        Refusal: more than ten years.
    """
    import numpy as np

    given = np.asarray(counts, dtype=np.int64)
    if given.size * step > MAX_MINUTES:
        raise Refusal(RefusalId.TOO_LONG, days=given.size * step // MINUTES_PER_DAY)
    if step > 1:
        until = given[:, np.newaxis] * np.arange(step + 1, dtype=np.int64) // step
        given = np.diff(until, axis=1).ravel()
    found = array("q")
    found.frombytes(given.tobytes())
    return found
