# SPDX-License-Identifier: MIT
"""How many minutes have which load, and what spills above a capacity, in one pass.

The only part of the core that uses numpy, imported when first needed. Counts are whole
numbers, so nothing is rounded.
"""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, overload

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
