# SPDX-License-Identifier: MIT
"""Charts of one estimate: cost over the use of the PTU, and with other loads and answers."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from azmodels_gui.calculator.break_even import BreakEven
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient, share_places
from azmodels_gui.calculator.sensitivity import Lever, Variation, sensitivity
from azmodels_gui.calculator.ways import PAYG, spilling, spills, term_of
from azmodels_gui.catalog.labels import TERMS
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.chart import Axis, Chart, Line, Mark, Plot, Stroke, Told, Upright
from azmodels_gui.language.words import N_, Message

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


LEVERS_AIR = 1.15
LEVERS_HEIGHT = 300
_TITLES: dict[Lever, Message] = {
    Lever.LOAD: N_("load"),
    Lever.OUTPUT: N_("length of the answers"),
    Lever.CACHE: N_("input from the cache"),
}


def sensitivity_chart(found: Estimate, amounts: Amounts, name: str) -> Chart | None:
    """Return the chart, a plot for each lever; None where no cost is known.

    Args:
        found: the answer.
        amounts: language and currency.
        name: what the scenario is called.
    """
    varied = {lever: points for lever, points in sensitivity(found).items() if points}
    drawn = {lever: _lines(points, amounts) for lever, points in varied.items()}
    heights = [y for lines in drawn.values() for line in lines for y in line.ys]
    if not heights or not max(heights):
        return None
    money = Axis(
        amounts.tell(A_MONTH, currency=amounts.currency), max(heights) * LEVERS_AIR, amounts.mark
    )
    plots = tuple(
        _plot(lever, varied[lever], lines, money, found, amounts) for lever, lines in drawn.items()
    )
    title = amounts.tell(N_("{name}: what if the load turns out otherwise?"), name=name)
    return Chart(title, plots, LEVERS_HEIGHT, _summary(varied, amounts), found.sources)


def _plot(
    lever: Lever,
    points: tuple[Variation, ...],
    lines: tuple[Line, ...],
    money: Axis,
    found: Estimate,
    amounts: Amounts,
) -> Plot:
    tell = _teller(lever, amounts)
    here = 1.0 if lever is not Lever.CACHE else _cached(found)
    return Plot(
        Axis(amounts.tell(_TITLES[lever]), float(points[-1].at), tell),
        money,
        lines=lines,
        upright=Upright(here),
        step=float(points[-1].at) / 20,
        tell=lambda at: _told(min(points, key=lambda each: abs(float(each.at) - at)), amounts),
    )


def _cached(found: Estimate) -> float:
    workload = found.question.deployment.workloads[0]
    return float(workload.cached_tokens) / float(workload.input_tokens or 1)


def _lines(points: tuple[Variation, ...], amounts: Amounts) -> tuple[Line, ...]:
    """Return a line for each way to pay, as far as its costs are known."""
    lines = []
    for way in _ways(points):
        known = [
            (float(each.at), float(amounts.converted(cost)))
            for each in points
            if (cost := each.cost(way)) is not None
        ]
        if len(known) > 1:
            xs, ys = zip(*known, strict=True)
            term = term_of(way)
            stroke = Stroke.TOKEN if term is None else STROKES[term]
            lines.append(Line(stroke, _name(way, amounts), xs, ys))
    return tuple(lines)


def _ways(points: Sequence[Variation]) -> tuple[str, ...]:
    """Return the ways that are drawn: where PTU spill over, that is never dearer than all of it."""
    split = any(each.base for each in points)
    return (PAYG, *(spilling(term) if split else term.value for term in Term))


def _name(way: str, amounts: Amounts) -> str:
    term = term_of(way)
    if term is None:
        return amounts.tell(PER_TOKEN)
    words = N_("PTU and spillover, {term}") if spills(way) else N_("PTU, {term}")
    return amounts.tell(words, term=amounts.tell(SHORT_TERMS[term]))


def _teller(lever: Lever, amounts: Amounts) -> Callable[[float], str]:
    if lever is Lever.CACHE:
        return lambda at: amounts.percent(Decimal(f"{at:.2f}"))
    return lambda at: f"× {amounts.mark(at)}"


def _told(point: Variation, amounts: Amounts) -> Told:
    """Return what each way to pay costs there."""
    where = (
        f"{amounts.tell(_TITLES[point.lever])}: {_teller(point.lever, amounts)(float(point.at))}"
    )
    costs = (
        f"{_name(way, amounts)}: {amounts(cost)}"
        for way in _ways([point])
        if (cost := point.cost(way)) is not None
    )
    return (where, *costs)


def _summary(varied: dict[Lever, tuple[Variation, ...]], amounts: Amounts) -> str:
    """Return the ends of each lever in words."""
    return " ".join(
        "; ".join(_told(point, amounts)) + "."
        for points in varied.values()
        for point in (points[0], points[-1])
    )
