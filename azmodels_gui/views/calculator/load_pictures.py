# SPDX-License-Identifier: MIT
"""The load as bars: the hours of a day, or the minutes of a series by descending load."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.exact import to_places
from azmodels_gui.calculator.load_duration import LoadDuration
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.charts.bar_picture import Bar, BarPicture
from azmodels_gui.views.charts.line_picture import Axis

CONTEXT = "LoadChart"
HOURS = 24
HOUR_MARKS = tuple(float(hour) for hour in range(0, HOURS + 1, 3))
SLICES = 100
AIR = 1.15


@dataclass(frozen=True)
class Capacity:
    """The base load on PTU that the bars are held against."""

    ptu: int
    requests_per_minute: int
    """Whole requests of a minute that so many PTU carry."""
    carried_share: Decimal
    """Share of all requests of the profile."""


@dataclass(frozen=True)
class DayLoad:
    """The load of a day by hour."""

    rates: tuple[Decimal, ...]
    """Requests per minute of each hour."""
    peak: Decimal
    """Requests of the busiest minute; the axis ends above it, whatever is dragged."""
    weekend: bool = False
    is_example: bool = False
    """True: nobody measured or entered it."""


class LoadPictures:
    """Makes pictures of loads in one language."""

    def __init__(self, language: str, capacity: Capacity | None) -> None:
        self._language = language
        self._capacity = capacity

    def day(self, day: DayLoad, chosen: int) -> BarPicture:
        """Return the 24 hours of a day.

        Args:
            day: the load to show.
            chosen: the hour that is edited.
        """
        limit = None if self._capacity is None else self._capacity.requests_per_minute
        bars = tuple(_bar(rate, limit) for rate in day.rates)
        return BarPicture(
            title=self._title(_day_words(day)),
            x_axis=Axis(tr(_HOUR), 0, HOURS, self._number, marks=HOUR_MARKS),
            y_axis=self._y_axis(float(day.peak)),
            bars=bars,
            capacity=limit,
            capacity_label=self._capacity_label(),
            chosen=chosen,
            tell=lambda hour: self._told_hour(hour, bars[hour]),
        )

    def series(self, duration: LoadDuration) -> BarPicture:
        """Return the minutes of a series, the busiest first, in slices of equally many."""
        limit = None if self._capacity is None else self._capacity.requests_per_minute
        found = duration.slices(10**18 if limit is None else limit, SLICES)
        bars = tuple(Bar(float(part.carried), float(part.spilled)) for part in found)
        return BarPicture(
            title=self._title(tr(_SERIES)),
            x_axis=Axis(tr(_SHARE_OF_MINUTES), 0, len(bars), self._share_of(len(bars))),
            y_axis=self._y_axis(max(bar.carried + bar.spilled for bar in bars)),
            bars=bars,
            capacity=limit,
            capacity_label=self._capacity_label(),
            tell=lambda place: self._told_slice(place, len(bars), bars[place]),
        )

    def _title(self, words: str) -> str:
        capacity = self._capacity
        if capacity is None:
            return words
        carried = tr(_CARRIED).format(
            ptu=formats.number(capacity.ptu, self._language),
            share=formats.percent(capacity.carried_share, self._language, 1),
        )
        return f"{words}: {carried}"

    def _capacity_label(self) -> str:
        if self._capacity is None:
            return ""
        return tr(_CAPACITY).format(
            ptu=formats.number(self._capacity.ptu, self._language),
            requests=formats.number(self._capacity.requests_per_minute, self._language),
        )

    def _y_axis(self, highest: float) -> Axis:
        return Axis(tr(_REQUESTS), 0, highest * AIR or 1.0, self._number)

    def _told_hour(self, hour: int, bar: Bar) -> tuple[str, ...]:
        heading = tr(_FROM_TO).format(begin=hour, end=hour + 1)
        return (heading, *self._told(bar))

    def _told_slice(self, place: int, count: int, bar: Bar) -> tuple[str, ...]:
        heading = tr(_BUSIEST).format(
            share=formats.percent(Decimal(place + 1) / count, self._language)
        )
        return (heading, *self._told(bar))

    def _told(self, bar: Bar) -> tuple[str, ...]:
        lines = [tr(_LOAD).format(requests=self._number(bar.carried + bar.spilled))]
        if bar.spilled:
            lines.append(tr(_SPILLED).format(requests=self._number(bar.spilled)))
        return tuple(lines)

    def _share_of(self, count: int) -> Callable[[float], str]:
        return lambda mark: formats.percent(Decimal(f"{mark:g}") / count, self._language)

    def _number(self, figure: float) -> str:
        exact = to_places(Decimal(f"{figure:.10g}"), 2).normalize()
        return formats.number(exact, self._language)


def _day_words(day: DayLoad) -> str:
    name = tr(_WEEKEND if day.weekend else _WORKING_DAY)
    return tr(_EXAMPLE).format(day=name) if day.is_example else name


def _bar(rate: Decimal, limit: int | None) -> Bar:
    carried = rate if limit is None else min(rate, Decimal(limit))
    return Bar(float(carried), float(rate - carried))


_EXAMPLE = N_("{day} (example, not measured)")
_WORKING_DAY = N_("Working day")
_WEEKEND = N_("Weekend")
_SERIES = N_("Minutes by load")
_CARRIED = N_("{ptu} PTU carry {share}")
_CAPACITY = N_("{ptu} PTU: {requests} requests a minute")
_HOUR = N_("hour of the day")
_SHARE_OF_MINUTES = N_("share of the minutes")
_REQUESTS = N_("requests a minute")
_FROM_TO = N_("{begin}:00 to {end}:00")
_BUSIEST = N_("Among the busiest {share} of the minutes")
_LOAD = N_("{requests} requests a minute")
_SPILLED = N_("{requests} of them spill over")
