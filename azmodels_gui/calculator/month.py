# SPDX-License-Identifier: MIT
"""How long a month is, for everything that is billed by time or counted by the minute."""

from enum import Enum

SECONDS_PER_MINUTE = 60
MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 1_440
MONTHS_PER_YEAR = 12


class Month(Enum):
    """The definitions in use; results always say which one was taken."""

    HOURS_730 = "730h"
    """A twelfth of a year, as price lists reckon."""
    DAYS_30 = "30d"
    """30 days, as the sizing page reckons."""

    @property
    def hours(self) -> int:
        """Hours in the month."""
        return 730 if self is Month.HOURS_730 else 720

    @property
    def minutes(self) -> int:
        """Minutes in the month."""
        return self.hours * MINUTES_PER_HOUR
