# SPDX-License-Identifier: MIT
"""From rows of a time and a count to requests by minute: how long a row stands for, and gaps.

The rows decide, by the median of the times between them, whatever a file says of itself.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.statements import AssumptionId, RefusalId, Statement, assumption
from azmodels_gui.calculator.wording import Refusal

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

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
