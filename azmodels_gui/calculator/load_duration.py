# SPDX-License-Identifier: MIT
"""A series from its busiest minute to its quietest, in slices: what a capacity carries of each."""

from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import quotient
from azmodels_gui.calculator.load_profile import LoadProfile


@dataclass(frozen=True)
class LoadSlice:
    """Equally many minutes of similar load; averages in requests per minute."""

    carried: Decimal
    spilled: Decimal


class LoadDuration:
    """The minutes of a profile in descending order of their load; sorted once."""

    def __init__(self, profile: LoadProfile) -> None:
        """Sort the minutes; numpy is imported here, when a profile is first looked at."""
        import numpy as np

        self._loads = np.sort(np.frombuffer(profile.requests, dtype=np.int64))[::-1]

    def slices(self, capacity: int, count: int) -> tuple[LoadSlice, ...]:
        """Return what a capacity carries of each slice of the minutes, and what spills.

        Args:
            capacity: whole requests per minute.
            count: number of slices; fewer where there are fewer minutes.
        """
        import numpy as np

        found = []
        for part in np.array_split(self._loads, min(count, len(self._loads))):
            carried = int(np.minimum(part, capacity).sum())
            spilled = int(part.sum()) - carried
            found.append(LoadSlice(quotient(carried, len(part)), quotient(spilled, len(part))))
        return tuple(found)
