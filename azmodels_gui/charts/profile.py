# SPDX-License-Identifier: MIT
"""Charts of a profile: its load as bars, and the cost of base loads on PTU over their size.

The bars say what the PTU carry and what spills over, by hour, over time, or by load.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.exact import Number, count_told, quotient
from azmodels_gui.calculator.load_profile import (
    HOURS_PER_DAY,
    WORKING_DAYS,
    LoadDuration,
    LoadProfile,
    LoadSlice,
    slices_over_time,
)
from azmodels_gui.calculator.month import MINUTES_PER_HOUR
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.labels import TERMS
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Axis, Bar, Chart, Fill, Line, Mark, Plot, Stroke, Upright
from azmodels_gui.charts.estimate import A_MONTH, STROKES
from azmodels_gui.language.figures import rounded
from azmodels_gui.language.words import N_, Message

HEIGHT = 250
AIR = 1.15
ALL = 100
HOUR_MARKS = tuple(float(hour) for hour in range(0, HOURS_PER_DAY + 1, 3))
SLICES_OVER_TIME, SLICES_BY_LOAD = 168, 100
"""Bars of a series: an hour each for a week; a percent each."""
NO_LIMIT = 10**12
"""Requests per minute; more than any load."""
DAY_MINUTES = HOURS_PER_DAY * MINUTES_PER_HOUR
UNITS = (
    (3 * DAY_MINUTES, DAY_MINUTES, N_("days since the beginning")),
    (3 * MINUTES_PER_HOUR, MINUTES_PER_HOUR, N_("hours since the beginning")),
    (0, 1, N_("minutes since the beginning")),
)
"""From how many minutes on time is told in which unit."""
DAYS = (N_("Working day"), N_("Weekend"))
PER_MINUTE = N_("{requests} requests per minute")


@dataclass(frozen=True)
class Capacity:
    """The base load on PTU that the bars are held against."""

    ptu: int
    requests_per_minute: Number
    """Requests of a minute that so many PTU carry."""
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


def capacity(found: ProfileEstimate, ptu: int) -> Capacity | None:
    """Return what so many PTU carry of a profile; None: all is paid per token."""
    if not ptu or not found.spill.request.normalized_tokens:
        return None
    spilled = found.spill.spills[found.spill.sizes.index(ptu)].requests
    total = found.profile.distribution.total
    limit = found.profile.in_requests(found.spill.request.whole_requests(ptu, NO_LIMIT))
    return Capacity(ptu, limit, quotient(total - spilled, total))


def load_summary(found: ProfileEstimate, ptu: int, amounts: Amounts) -> str:
    """Return in words what so many PTU carry of a profile."""
    profile, held = found.profile, capacity(found, ptu)
    words = N_("Peak {peak}, average {average} requests per minute.")
    peak = amounts.number(count_told(Decimal(profile.peak)))
    average = amounts.number(count_told(profile.average))
    told = amounts.tell(words, peak=peak, average=average)
    if held is None:
        rest = amounts.tell(N_("All of them are paid per token."))
        return f"{told} {rest}"
    minutes = quotient(found.spill.spills[found.spill.sizes.index(ptu)].minutes, profile.minutes)
    words = N_(
        "{ptu} PTU carry {share} of the requests; in {minutes} of the minutes something spills "
        "over."
    )
    share, spilling = amounts.percent(held.carried_share, 1), amounts.percent(minutes, 1)
    carried = amounts.tell(words, ptu=amounts.number(ptu), share=share, minutes=spilling)
    return f"{told} {carried}"


class LoadCharts:
    """Charts of loads in one language, held against one capacity or none."""

    def __init__(self, amounts: Amounts, held: Capacity | None, summary: str = "") -> None:
        self._amounts, self._tell, self._held, self._summary = amounts, amounts.tell, held, summary
        self._limit = NO_LIMIT if held is None else held.requests_per_minute

    def day(self, day: DayLoad, chosen: int) -> Chart:
        """Return the 24 hours of a day, of which one is chosen to be changed."""
        carried = [min(rate, Decimal(self._limit)) for rate in day.rates]
        pairs = zip(carried, day.rates, strict=True)
        bars = tuple(Bar(float(below), float(rate - below)) for below, rate in pairs)
        name = self._tell(DAYS[day.weekend])
        if day.is_example:
            name = self._tell(N_("{day} (example, not measured)"), day=name)
        plot = replace(self._hours(bars, float(day.peak)), chosen=chosen)
        return self._chart(self._carried(name), (plot,))

    def by_load(self, duration: LoadDuration) -> Chart:
        """Return the minutes of a series, the busiest first, in slices of equally many."""
        bars = _bars(duration.slices(self._limit, SLICES_BY_LOAD))

        def share(mark: float) -> str:
            return self._amounts.percent(Decimal(f"{mark:g}") / ALL)

        def heading(place: int) -> str:
            words = N_("Among the busiest {share} of the minutes")
            return self._tell(words, share=share((place + 1) * ALL / len(bars)))

        x = Axis(self._tell(N_("share of the minutes")), ALL, share)
        plot = self._plot(x, bars, heading=heading)
        return self._chart(self._carried(self._tell(N_("Minutes by load"))), (plot,))

    def profile(self, profile: LoadProfile) -> Chart:
        """Return working day and weekend of a week side by side, or the whole series over time."""
        tell, held = self._tell, self._held
        title = tell(N_("Requests per minute"))
        if held is not None:
            words = N_("Requests per minute, and what {ptu} PTU carry")
            title = tell(words, ptu=self._amounts.number(held.ptu))
        if profile.a_week:
            return self._chart(title, tuple(self._week(profile)))
        plot = self._over_time(profile)
        words = N_(
            "Each bar is the average of {minutes} minutes; what spills over is counted by minute."
        )
        each = max(1, round(profile.minutes / len(plot.bars)))
        told = tell(words, minutes=self._amounts.number(each))
        return replace(self._chart(title, (plot,)), summary=f"{self._summary} {told}".lstrip())

    def _week(self, profile: LoadProfile) -> Iterator[Plot]:
        for name, first in zip(DAYS, (0, WORKING_DAYS * DAY_MINUTES), strict=True):
            minutes = range(first, first + DAY_MINUTES)
            bars = _bars(slices_over_time(profile, self._limit, HOURS_PER_DAY, minutes))
            yield replace(self._hours(bars, float(profile.peak)), title=self._tell(name))

    def _over_time(self, profile: LoadProfile) -> Plot:
        minutes = profile.minutes
        unit, axis = next(found[1:] for found in UNITS if minutes >= found[0])
        bars = _bars(slices_over_time(profile, self._limit, SLICES_OVER_TIME))
        return self._plot(Axis(self._tell(axis), minutes / unit, self._amounts.mark), bars)

    def _hours(self, bars: tuple[Bar, ...], peak: float) -> Plot:
        def heading(hour: int) -> str:
            return self._tell(N_("{begin}:00 to {end}:00"), begin=hour, end=hour + 1)

        words = self._tell(N_("hour of the day"))
        x = Axis(words, HOURS_PER_DAY, self._amounts.mark, marks=HOUR_MARKS)
        return self._plot(x, bars, peak, heading)

    def _plot(
        self,
        x: Axis,
        bars: tuple[Bar, ...],
        highest: float = 0.0,
        heading: Callable[[int], str] = lambda _: "",
    ) -> Plot:
        highest = max(highest, *(bar.carried + bar.spilled for bar in bars))
        y = Axis(self._tell(N_("requests per minute")), highest * AIR or 1.0, self._amounts.mark)
        level = None if self._held is None else float(self._limit)
        wide = x.high / len(bars)

        def tell(at: float) -> tuple[str, ...]:
            place = min(len(bars) - 1, int(at / wide))
            bar = bars[place]
            told = [heading(place), self._requests(PER_MINUTE, bar.carried + bar.spilled)]
            if bar.spilled:
                told.append(self._requests(N_("{requests} of them spill over"), bar.spilled))
            return tuple(filter(None, told))

        return Plot(x, y, bars=bars, level=level, step=wide, tell=tell)

    def _requests(self, words: Message, count: float) -> str:
        shown = rounded(Decimal(f"{count:.10g}"), 2).normalize()
        return self._tell(words, requests=self._amounts.number(shown))

    def _chart(self, title: str, plots: tuple[Plot, ...]) -> Chart:
        tell, held = self._tell, self._held
        legend: tuple[tuple[Fill | Stroke, str], ...] = ()
        if held is not None:
            carried = count_told(Decimal(held.requests_per_minute))
            ptu, requests = self._amounts.number(held.ptu), self._amounts.number(carried)
            level = tell(
                N_("{ptu} PTU: {requests} requests per minute"), ptu=ptu, requests=requests
            )
            legend = (
                (Fill.SOFT, tell(N_("on PTU"))),
                (Fill.HATCHED, tell(N_("spills over, paid per token"))),
                (Stroke.LEVEL, level),
            )
        return Chart(title, plots, HEIGHT, self._summary, legend=legend)

    def _carried(self, name: str) -> str:
        held = self._held
        if held is None:
            return name
        ptu, share = self._amounts.number(held.ptu), self._amounts.percent(held.carried_share, 1)
        return self._tell(N_("{name}: {ptu} PTU carry {share}"), name=name, ptu=ptu, share=share)


def _bars(slices: Sequence[LoadSlice]) -> tuple[Bar, ...]:
    return tuple(Bar(float(each.carried), float(each.spilled)) for each in slices)


CURVE_AIR = 1.15
CURVE_HEIGHT = 260
MOST_PLACES = 300
"""More places along a line than that are not seen; the minimum always stays one of them."""


def cost_curve_chart(found: ProfileEstimate, ptu: int, amounts: Amounts) -> Chart | None:
    """Return the chart; None where no term's price is known, or there is but one size.

    Args:
        found: the answer for the profile.
        ptu: the size that is on show.
        amounts: language and currency.
    """
    minima = {
        term: least for term, curve in found.curves.items() if (least := curve.minimum) is not None
    }
    if not minima or len(found.spill.sizes) < 2:
        return None
    tell, cheapest = amounts.tell, found.cheapest
    lines = tuple(_lines(found, minima, amounts))
    top = max(max(line.ys) for line in lines) * CURVE_AIR or 1.0
    sizes = {term: f"{amounts.number(least.ptu)} PTU" for term, least in minima.items()}
    plot = Plot(
        Axis(tell(N_("PTU for the base load")), float(found.spill.sizes[-1]), amounts.mark, True),
        Axis(tell(A_MONTH, currency=amounts.currency), top, amounts.mark),
        lines=lines,
        marks=tuple(
            Mark(
                STROKES[term],
                float(least.ptu),
                _shown(least, amounts),
                f"{sizes[term]}: {amounts(least.cost or Decimal(0))}"
                if cheapest and cheapest.term is term
                else "",
            )
            for term, least in minima.items()
        ),
        upright=Upright(float(ptu), f"{amounts.number(ptu)} PTU"),
        step=float(found.sized.size.sizing.scale_increment),
        tell=lambda at: tuple(_told(found, at, amounts)),
    )
    told = tell(N_("The vertical line marks {ptu} PTU."), ptu=amounts.number(ptu))
    if cheapest is not None:
        cost = amounts.to_cents(cheapest.point.cost or Decimal(0))
        size, term = amounts.number(cheapest.point.ptu), TERMS[cheapest.term]
        least_told = tell(
            N_("Least: {ptu} PTU ({term}), {cost} a month."), ptu=size, term=term, cost=cost
        )
        told = f"{least_told} {told}"
    return Chart(tell(N_("Cost over the base load")), (plot,), CURVE_HEIGHT, told, found.sources)


def size_at(found: ProfileEstimate, ptu: float) -> int:
    """Return the size that is nearest to a place on the axis."""
    sizes = found.spill.sizes
    above = min(bisect_left(sizes, ptu), len(sizes) - 1)
    return min(sizes[max(0, above - 1)], sizes[above], key=lambda size: abs(size - ptu))


def _lines(
    found: ProfileEstimate, minima: dict[Term, CurvePoint], amounts: Amounts
) -> Iterator[Line]:
    """Yield a line for each term, thinned out; its ends and all minima stay."""
    sizes = found.spill.sizes
    kept = {*range(0, len(sizes), len(sizes) // MOST_PLACES + 1), len(sizes) - 1}
    places = sorted(kept | {sizes.index(least.ptu) for least in minima.values()})
    for term in minima:
        points = [found.curves[term].points[place] for place in places]
        xs = tuple(float(point.ptu) for point in points)
        ys = tuple(_shown(point, amounts) for point in points)
        yield Line(STROKES[term], amounts.tell(TERMS[term]), xs, ys)


def _shown(point: CurvePoint, amounts: Amounts) -> float:
    return float(amounts.converted(point.cost or Decimal(0)))


def _told(found: ProfileEstimate, ptu: float, amounts: Amounts) -> Iterator[str]:
    """Yield what the nearest size costs and carries, a line each."""
    place = found.spill.sizes.index(size_at(found, ptu))
    points = {term: curve.points[place] for term, curve in found.curves.items()}
    first = next(iter(points.values()))
    yield f"{amounts.number(first.ptu)} PTU"
    yield amounts.tell(N_("{share} spill over"), share=amounts.percent(first.spilled_share, 1))
    if first.utilization is not None:
        yield amounts.tell(N_("{used} utilisation"), used=amounts.percent(first.utilization))
    for term, point in points.items():
        if point.cost is not None:
            yield f"{amounts.tell(TERMS[term])}: {amounts(point.cost)}"
