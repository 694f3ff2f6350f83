# SPDX-License-Identifier: MIT
"""Cost of base load on PTU and spillover per token, over the number of PTU."""

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.cost_curve import CostCurve, CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language.shown import tr
from azmodels_gui.language.words import N_
from azmodels_gui.qtmodels import formats
from azmodels_gui.views.calculator.break_even_picture import LOOKS
from azmodels_gui.views.calculator.money_words import MoneyWords
from azmodels_gui.views.charts.line_picture import Axis, Line, LinePicture, Point, Upright

CONTEXT = "CostCurveChart"
AIR = 1.18
MOST_PLACES = 600
"""More places along a line than that no screen shows; the minimum always stays one of them."""


class CostCurvePicture:
    """Makes the picture of one profile in one language and currency."""

    def __init__(self, found: ProfileEstimate, money: MoneyWords, base_ptu: int) -> None:
        """Take the answer.

        Args:
            found: the answer for the profile.
            money: language and currency.
            base_ptu: the size that the chart of the load shows.
        """
        self._found = found
        self._money = money
        self._base_ptu = base_ptu
        self._sizes = found.spill.sizes

    def picture(self) -> LinePicture | None:
        """Return the picture; None where no term's price is known."""
        lines = tuple(self._lines())
        if not lines:
            return None
        top = max(max(line.ys) for line in lines) * AIR or 1.0
        increment = self._found.sized.size.sizing.scale_increment
        return LinePicture(
            title=tr(_TITLE),
            x_axis=Axis(tr(_SIZE), 0, float(self._sizes[-1]), self._mark, whole=True),
            y_axis=Axis(tr(_COST).format(currency=self._money.currency), 0, top, self._mark),
            lines=lines,
            points=tuple(self._points()),
            upright=Upright(float(self._base_ptu), ""),
            tell=self.told_at,
            step=float(increment),
        )

    def size_at(self, ptu: float) -> int:
        """Return the size that is nearest to a place on the axis."""
        above = min(bisect_left(self._sizes, ptu), len(self._sizes) - 1)
        below = max(0, above - 1)
        near = (self._sizes[below], self._sizes[above])
        return min(near, key=lambda size: abs(size - ptu))

    def told_at(self, ptu: float) -> tuple[str, ...]:
        """Return what the nearest size costs and carries, a line each."""
        place = self._sizes.index(self.size_at(ptu))
        points = {term: curve.points[place] for term, curve in self._found.curves.items()}
        first = next(iter(points.values()))
        return (*self._size_lines(first), *self._cost_lines(points))

    def _size_lines(self, point: CurvePoint) -> Iterator[str]:
        language = self._money.language
        yield f"{formats.number(point.ptu, language)} PTU"
        yield tr(_SPILLS).format(share=formats.percent(point.spilled_share, language, 1))
        if point.utilization is not None:
            yield tr(_USED).format(used=formats.percent(point.utilization, language))

    def _cost_lines(self, points: dict[Term, CurvePoint]) -> Iterator[str]:
        for term, point in points.items():
            if point.cost is not None:
                yield f"{tr(_TERMS[term])}: {self._money(point.cost)}"

    def _lines(self) -> Iterator[Line]:
        places = self._places()
        for term, curve in self._found.curves.items():
            known = [
                curve.points[place] for place in places if curve.points[place].cost is not None
            ]
            if len(known) < len(places):
                continue
            xs = tuple(float(point.ptu) for point in known)
            ys = tuple(self._shown(point.cost) for point in known)
            yield Line(LOOKS[term], tr(_TERMS[term]), xs, ys, xs[-1])

    def _places(self) -> tuple[int, ...]:
        count = len(self._sizes)
        stride = count // MOST_PLACES + 1
        minima = {curve.points.index(least) for curve, least in self._minima()}
        return tuple(sorted({*range(0, count, stride), count - 1, *minima}))

    def _minima(self) -> Iterator[tuple[CostCurve, CurvePoint]]:
        for curve in self._found.curves.values():
            if curve.minimum is not None:
                yield curve, curve.minimum

    def _points(self) -> Iterator[Point]:
        cheapest = self._found.cheapest
        for term, curve in self._found.curves.items():
            least = curve.minimum
            if least is None or least.cost is None:
                continue
            label = ""
            if cheapest is not None and cheapest.term is term:
                label = tr(_CHEAPEST).format(
                    ptu=formats.number(least.ptu, self._money.language),
                    cost=self._money(least.cost),
                )
            yield Point(LOOKS[term], float(least.ptu), self._shown(least.cost), label)

    def _shown(self, cost: Decimal | None) -> float:
        return float(self._money.converted(cost or Decimal(0)))

    def _mark(self, figure: float) -> str:
        return formats.number(Decimal(f"{figure:.10g}"), self._money.language)


_TITLE = N_("Cost over the base load")
_SIZE = N_("PTU for the base load")
_COST = N_("{currency} a month")
_SPILLS = N_("{share} spill over")
_USED = N_("{used} utilisation")
_CHEAPEST = N_("{ptu} PTU: {cost}")
_TERMS = {
    Term.HOUR: N_("hourly"),
    Term.MONTH: N_("1 month"),
    Term.YEAR: N_("1 year"),
}
