# SPDX-License-Identifier: MIT
"""Cost of a month over the average utilisation of the deployed PTU: a line for each way to pay."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.reports import svg
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.plot_area import STEPS, PlotArea, rounded_up
from azmodels_gui.reports.sheet import Chart

WIDTH, HEIGHT = 720, 270
LEFT, RIGHT, TOP, BOTTOM = 84, 272, 14, 34
LABEL_GAP = 14


@dataclass(frozen=True)
class Line:
    """One way to pay: its cost at no use and at full use."""

    name: str
    empty: Decimal
    full: Decimal
    dash: str
    crossing: Decimal | None = None
    """Utilisation from which it costs less than paying per token; None: never, or it is that."""


def utilization_chart(found: Estimate, order: SheetOrder) -> Chart | None:
    """Return the chart; None where the size or a price is not known."""
    lines = _lines(found, order)
    if found.sized is None or len(lines) < 2:
        return None
    ptu = figures.number(found.sized.size.deployable, order.language)
    title = order.words("cost_chart", ptu=ptu)
    picture = svg.drawing(WIDTH, HEIGHT, _parts(lines, found.currency, order), title)
    return Chart(title, picture, WIDTH, HEIGHT, _summary(lines, found, order), found.sources)


def _lines(found: Estimate, order: SheetOrder) -> list[Line]:
    """Return the lines that are known; paying per token comes first, or there are none."""
    if found.sized is None or found.payg_per_minute is None:
        return []
    at_peak = product(found.payg_per_minute, found.question.month.minutes)
    used = found.sized.size.utilization
    if not used:
        return []
    lines = [Line(order.words("cost_payg"), Decimal(0), quotient(at_peak, used), svg.DASHES[0])]
    for term, dash in zip(Term, svg.DASHES[1:], strict=True):
        cost, point = found.ptu_monthly[term], found.break_even[term]
        if term in found.question.terms and cost is not None:
            crossing = point.utilization if point is not None and point.reachable else None
            lines.append(Line(order.words(f"cost_{term}"), cost, cost, dash, crossing))
    return lines


def _summary(lines: Sequence[Line], found: Estimate, order: SheetOrder) -> str:
    payg, *terms = lines
    told = []
    for line in terms:
        cost = order.cells.amount_text(line.full, found.currency)
        if line.crossing is None:
            told.append(order.words("cost_chart_flat", term=line.name, cost=cost))
        else:
            share = figures.percent(line.crossing, order.language)
            told.append(order.words("cost_chart_term", term=line.name, cost=cost, share=share))
    full = order.cells.amount_text(payg.full, found.currency)
    return order.words("cost_chart_summary", full=full, terms=" ".join(told))


def _parts(lines: Sequence[Line], currency: str, order: SheetOrder) -> Iterator[str]:
    width, height = float(WIDTH - LEFT - RIGHT), float(HEIGHT - TOP - BOTTOM)
    highest = max(line.full for line in lines)
    top = order.conversion.rounded_with(rounded_up, highest, currency)
    area = PlotArea(float(LEFT), float(TOP), width, height, Decimal(1), top)
    yield from _axes(area, currency, order)
    for line in lines:
        start, end = area.point(Decimal(0), line.empty), area.point(Decimal(1), line.full)
        yield svg.line(*start, *end, stroke=svg.INK, stroke_width=1.4, stroke_dasharray=line.dash)
    yield from _crossings(lines, area, order)
    ends = [(f"{line.name}: {order.cells.whole_text(line.full, currency)}", line) for line in lines]
    yield from named_lines(((name, line.dash, line.full) for name, line in ends), area)


def _crossings(lines: Sequence[Line], area: PlotArea, order: SheetOrder) -> Iterator[str]:
    """Yield the points of equal cost, each with its share just above the axis."""
    found = [(line.crossing, line.full) for line in lines if line.crossing is not None]
    for position, (share, cost) in enumerate(sorted(found)):
        x, y = area.point(share, cost)
        at = area.bottom - 6 - position * LABEL_GAP
        yield svg.line(x, y + 3.2, x, area.bottom, stroke=svg.MUTED, stroke_dasharray="1 2")
        yield svg.element("circle", None, cx=x, cy=y, r=3.2, fill="#ffffff", stroke=svg.INK)
        told = figures.percent(share, order.language)
        yield svg.label(x - 5, at, told, anchor="end", size=9.5, font_weight="bold")


def _axes(area: PlotArea, currency: str, order: SheetOrder) -> Iterator[str]:
    yield from area.rows(lambda amount: order.cells.whole_text(amount, currency))
    shares = [Decimal(step) / STEPS for step in range(STEPS + 1)]
    yield from area.marks(shares, lambda share: figures.percent(share, order.language, 0))
    yield area.title_below(order.words("axis_utilization"))


def named_lines(ends: Iterable[tuple[str, str, Decimal]], area: PlotArea) -> Iterator[str]:
    """Yield names beside the right ends of lines, pushed apart where they would touch.

    Args:
        ends: name, dash and last value of each line.
        area: where the lines are drawn.
    """
    lowest = -100.0
    for name, dash, value in sorted(ends, key=lambda end: end[2], reverse=True):
        x, y = area.point(area.last_x, value)
        at = max(y + 3.5, lowest + LABEL_GAP)
        lowest = at
        yield svg.line(x, y, x + 8, at - 3.5)
        middle = at - 3.5
        look = {"stroke": svg.INK, "stroke_width": 1.4, "stroke_dasharray": dash}
        yield svg.line(x + 10, middle, x + 34, middle, **look)
        yield svg.label(x + 38, at, name, size=9)
