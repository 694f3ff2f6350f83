# SPDX-License-Identifier: MIT
"""A series in slices, by load or over time: what a capacity carries of each."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from azmodels_gui.calculator.exact import Number, product, quotient, whole_part
from azmodels_gui.calculator.load_profile import LoadProfile

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
