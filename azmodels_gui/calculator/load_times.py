# SPDX-License-Identifier: MIT
"""Days and times of the clock as files write them: ISO 8601, German and English Excel.

A year of minutes has 525,600 times, but few days and few times of the clock: both are read
once for each text, and then only counted with.
"""

import re
from dataclasses import dataclass
from datetime import date

from azmodels_gui.calculator.month import MINUTES_PER_HOUR

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})")
_EITHER_ORDER = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,](?P<parts>[0-9]+))?)?)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:\s?(?P<zone>Z|UTC|(?P<sign>[+-])(?P<zone_hour>[0-9]{2}):?(?P<zone_minute>[0-9]{2})))?"
)
_CENTURY = 2_000
HOURS, HALF_A_DAY = 24, 12


def parted(time: str) -> tuple[str, str]:
    """Return the day and the time of the clock of `2026-03-01T09:15` or `3/1/2026, 9:15 AM`."""
    if time[10:11] == "T":
        return time[:10], time[11:]
    day, _, clock = time.partition(" ")
    return day.rstrip(","), clock


@dataclass(frozen=True)
class Day:
    """What a text says as a day; its order of day and month may be open."""

    day_first: int | None
    """Days since the first of January of the year 1; None: no such day."""
    month_first: int | None

    @property
    def open(self) -> bool:
        """Tell whether it is one day or another, as the order of day and month is."""
        both = self.day_first is not None and self.month_first is not None
        return both and self.day_first != self.month_first


@dataclass(frozen=True)
class Clock:
    """A time of the clock, to the minute."""

    minute: int
    """Since midnight."""
    offset: int | None
    """Minutes that the zone is ahead of UTC; None: no zone is named."""
    whole: bool = True
    """False: seconds beside the minute."""


def read_day_text(text: str) -> Day:
    """Return the day: `2026-03-01`, `01.03.2026`, or `3/1/2026`, which may be two."""
    match = _YEAR_FIRST.fullmatch(text)
    if match is not None:
        only = _ordinal(match[1], match[3], match[4])
        return Day(only, only)
    match = _GERMAN.fullmatch(text)
    if match is not None:
        only = _ordinal(match[3], match[2], match[1])
        return Day(only, only)
    match = _EITHER_ORDER.fullmatch(text)
    if match is None:
        return Day(None, None)
    first, second, year = match[1], match[3], match[4]
    return Day(_ordinal(year, second, first), _ordinal(year, first, second))


def read_clock(text: str) -> Clock | None:
    """Return the time of the clock: `09:15`, `9`, `9:15 AM`, `09:15:00+01:00`; None: it is none."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= HALF_A_DAY:
            return None
        hour = hour % HALF_A_DAY + (HALF_A_DAY if match["half"] in "Pp" else 0)
    if hour >= HOURS or minute >= MINUTES_PER_HOUR:
        return None
    parts = int(match["second"] or 0), int((match["parts"] or "0")[:9])
    return Clock(hour * MINUTES_PER_HOUR + minute, _offset(match), not any(parts))


def _offset(match: re.Match[str]) -> int | None:
    if not match["zone"]:
        return None
    if not match["sign"]:
        return 0
    ahead = int(match["zone_hour"]) * MINUTES_PER_HOUR + int(match["zone_minute"])
    return -ahead if match["sign"] == "-" else ahead


def _ordinal(year: str, month: str, day: str) -> int | None:
    whole_year = int(year) + (_CENTURY if len(year) == 2 else 0)
    try:
        return date(whole_year, int(month), int(day)).toordinal()
    except ValueError:
        return None
