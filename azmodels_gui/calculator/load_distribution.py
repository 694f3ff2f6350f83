# SPDX-License-Identifier: MIT
"""How many minutes have which load, and what spills above a capacity, in one pass.

The only part of the core that uses numpy, imported when first needed. Counts are whole
numbers, so nothing is rounded.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

DENSE_PEAK = 1 << 20
"""Up to this peak, loads are counted in a table with a cell for each; above, they are sorted."""


@dataclass(frozen=True)
class Spill:
    """What one capacity turns away over the whole series."""

    requests: int
    minutes: int
    """Minutes in which at least one request did not fit."""


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

    def spills(self, capacities: Sequence[int]) -> list[Spill]:
        """Return what spills for each capacity in whole requests per minute, at least 0."""
        import numpy as np

        fitting = np.array([min(capacity, self.peak) for capacity in capacities], dtype=np.int64)
        place = np.searchsorted(self._loads, fitting, side="right")
        minutes = self._minutes_up_to[-1] - self._minutes_up_to[place]
        above = self._requests_up_to[-1] - self._requests_up_to[place]
        spilled = above - minutes * fitting
        return [
            Spill(int(requests), int(count))
            for requests, count in zip(spilled, minutes, strict=True)
        ]
