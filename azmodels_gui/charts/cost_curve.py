# SPDX-License-Identifier: MIT
"""Cost of base load on PTU and spillover per token, over the number of PTU."""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.cost_curve import CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.labels import TERMS
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.break_even import A_MONTH, STROKES
from azmodels_gui.charts.chart import Axis, Chart, Line, Mark, Plot, Upright
from azmodels_gui.language.words import N_

AIR = 1.15
HEIGHT = 260
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
    top = max(max(line.ys) for line in lines) * AIR or 1.0
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
    return Chart(tell(N_("Cost over the base load")), (plot,), HEIGHT, told, found.sources)


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
