# SPDX-License-Identifier: MIT
"""What every way to pay would cost with another load, other answers or more from the cache."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.sensitivity import Lever, Variation, sensitivity
from azmodels_gui.calculator.ways import PAYG, spilling, spills, term_of
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.break_even import A_MONTH, PER_TOKEN, SHORT_TERMS, STROKES
from azmodels_gui.charts.chart import Axis, Chart, Line, Plot, Stroke, Told, Upright
from azmodels_gui.language.words import N_, Message

AIR = 1.15
HEIGHT = 300
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
    money = Axis(amounts.tell(A_MONTH, currency=amounts.currency), max(heights) * AIR, amounts.mark)
    plots = tuple(
        _plot(lever, varied[lever], lines, money, found, amounts) for lever, lines in drawn.items()
    )
    title = amounts.tell(N_("{name}: what if the load turns out otherwise?"), name=name)
    return Chart(title, plots, HEIGHT, _summary(varied, amounts), found.sources)


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
