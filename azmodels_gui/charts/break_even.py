# SPDX-License-Identifier: MIT
"""Cost over the utilisation of the PTU: one line per way to pay, the crossings marked."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.break_even import BreakEven
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient, share_places
from azmodels_gui.catalog.labels import TERMS
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Axis, Chart, Line, Mark, Plot, Stroke, Told, Upright
from azmodels_gui.language.words import N_

RIGHT_EDGE = Decimal("1.25")
"""Utilisation where the picture ends: a little beyond what PTU can be used to."""
AIR = Decimal("1.12")
HEIGHT = 290
STROKES = {Term.HOUR: Stroke.HOUR, Term.MONTH: Stroke.MONTH, Term.YEAR: Stroke.YEAR}
SHORT_TERMS = {Term.HOUR: N_("hourly"), Term.MONTH: N_("1 month"), Term.YEAR: N_("1 year")}
"""Names of the terms where there is little room."""
PER_TOKEN = N_("per token")
A_MONTH = N_("{currency} a month")
_Way = tuple[Term, Decimal, BreakEven | None]


def break_even_chart(found: Estimate, amounts: Amounts) -> Chart | None:
    """Return the chart; None where the size, the price per token or all PTU prices are unknown."""
    per_minute, sized = found.payg_per_minute, found.sized
    if not per_minute or sized is None or not sized.size.utilization:
        return None
    ways = [
        (term, cost, found.break_even[term])
        for term in found.question.terms
        if (cost := found.ptu_monthly[term]) is not None
    ]
    full = quotient(product(per_minute, found.question.month.minutes), sized.size.utilization)
    return _BreakEven(full, ways, amounts).chart(found, sized.size.deployable) if ways else None


class _BreakEven:
    """The chart of one estimate; `full` is the month at full use, paid per token."""

    def __init__(self, full: Decimal, ways: list[_Way], amounts: Amounts) -> None:
        self._full, self._ways, self._amounts, self._tell = full, ways, amounts, amounts.tell

    def chart(self, found: Estimate, ptu: int) -> Chart:
        tell, amounts, edge = self._tell, self._amounts, float(100 * RIGHT_EDGE)
        right = product(amounts.converted(self._full), RIGHT_EDGE)
        top = product(right, AIR)
        low = [way for way in self._ways if amounts.converted(way[1]) <= top]
        heights = [float(amounts.converted(cost)) for _, cost, _ in low]
        plot = Plot(
            Axis(tell(N_("average utilisation of the PTU")), edge, self._percent),
            Axis(tell(A_MONTH, currency=amounts.currency), float(top), amounts.mark),
            lines=(
                Line(Stroke.TOKEN, tell(PER_TOKEN), (0.0, edge), (0.0, float(right))),
                *(
                    Line(STROKES[way[0]], self._pays(way), (0.0, edge), (height, height))
                    for way, height in zip(low, heights, strict=True)
                ),
            ),
            marks=tuple(
                Mark(STROKES[term], float(100 * at), height)
                for (term, _, point), height in zip(low, heights, strict=True)
                if point is not None and (at := point.utilization) <= RIGHT_EDGE
            ),
            upright=self._upright(found.average_utilization),
            tell=self._told,
        )
        kind = found.question.deployment.deployment_type.name.in_language(amounts.language)
        # Lines far above would squash the crossings: they are told.
        above = (f"\N{UPWARDS ARROW} {self._pays(way)}" for way in self._ways if way not in low)
        of_what = f"{amounts.number(ptu)} PTU, {kind}"
        title, summary = tell(N_("Cost over utilisation")), f"{of_what}. {self._summary()}"
        notes = (of_what, *above)
        return Chart(title, (plot,), HEIGHT, summary, found.sources, notes=notes)

    def _upright(self, yours: Decimal | None) -> Upright | None:
        if yours is None or yours > RIGHT_EDGE:
            return None
        told = self._tell(N_("your load: {percent}"), percent=self._share(yours))
        return Upright(float(100 * yours), told)

    def _pays(self, way: _Way) -> str:
        """Return the name of a way to pay, its cost, and from when it pays."""
        term, cost, point = way
        told = {"term": self._tell(SHORT_TERMS[term]), "cost": self._amounts(cost)}
        if point is None:
            return self._tell(N_("PTU, {term}: {cost}"), **told)
        words = N_("PTU, {term}: {cost}, never ({percent} needed)")
        if point.reachable:
            words = N_("PTU, {term}: {cost}, from {percent}")
        return self._tell(words, percent=self._share(point.utilization), **told)

    def _told(self, percent: float) -> Told:
        """Return the cost of each way to pay at a utilisation in percent."""
        at = quotient(product(self._full, Decimal(f"{percent:.1f}")), 100)
        told = self._percent(round(percent))
        return (
            self._tell(N_("At {percent} utilisation, a month:"), percent=told),
            f"{self._tell(PER_TOKEN)}: {self._amounts(at)}",
            *(f"{self._tell(TERMS[term])}: {self._amounts(cost)}" for term, cost, _ in self._ways),
        )

    def _summary(self) -> str:
        """Return what the lines say in words, as exact as tables are."""
        full = self._amounts.to_cents(self._full)
        words = N_("Paid per token the cost grows with the utilisation up to {full} at 100%.")
        return " ".join((self._tell(words, full=full), *self._in_words()))

    def _in_words(self) -> Iterator[str]:
        for term, cost, point in self._ways:
            words = N_("{term}: {cost}.") if point is None else N_("{term}: {cost}, never equal.")
            if point is not None and point.reachable:
                words = N_("{term}: {cost}, equal at {share}.")
            share = "" if point is None else self._share(point.utilization)
            cost_told = self._amounts.to_cents(cost)
            told = self._tell(words, term=TERMS[term], cost=cost_told, share=share)
            yield told[:1].upper() + told[1:]

    def _share(self, share: Decimal) -> str:
        return self._amounts.percent(share, share_places(share))

    def _percent(self, percent: float) -> str:
        share = Decimal(f"{percent:.1f}") / 100
        return self._amounts.percent(share, 0 if percent == int(percent) else 1)
