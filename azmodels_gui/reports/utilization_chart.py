# SPDX-License-Identifier: MIT
"""Cost of a month over the average utilisation of the deployed PTU: a line for each way to pay."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from azmodels_gui.calculator import figures
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.catalog.terms import Term
from azmodels_gui.reports import svg
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.sheet import Chart

WIDTH, HEIGHT = 720, 270
LEFT, RIGHT, TOP, BOTTOM = 84, 272, 14, 34
STEPS = 4
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
    top = _round_up(max(line.full for line in lines))
    yield from _axes(top, currency, order)
    for line in lines:
        start, end = _point(Decimal(0), line.empty, top), _point(Decimal(1), line.full, top)
        yield svg.line(*start, *end, stroke=svg.INK, stroke_width=1.4, stroke_dasharray=line.dash)
    yield from _crossings(lines, top, order)
    yield from _names(lines, top, currency, order)


def _crossings(lines: Sequence[Line], top: Decimal, order: SheetOrder) -> Iterator[str]:
    """Yield the points of equal cost, each with its share just above the axis."""
    bottom = float(HEIGHT - BOTTOM)
    found = [(line.crossing, line.full) for line in lines if line.crossing is not None]
    for position, (share, cost) in enumerate(sorted(found)):
        x, y = _point(share, cost, top)
        at = bottom - 6 - position * LABEL_GAP
        yield svg.line(x, y + 3.2, x, bottom, stroke=svg.MUTED, stroke_dasharray="1 2")
        yield svg.element("circle", None, cx=x, cy=y, r=3.2, fill="#ffffff", stroke=svg.INK)
        told = figures.percent(share, order.language)
        yield svg.label(x - 5, at, told, anchor="end", size=9.5, font_weight="bold")


def _axes(top: Decimal, currency: str, order: SheetOrder) -> Iterator[str]:
    bottom, right = float(HEIGHT - BOTTOM), float(WIDTH - RIGHT)
    for step in range(STEPS + 1):
        share = Decimal(step) / STEPS
        x, y = _point(share, product(top, share), top)
        yield svg.line(float(LEFT), y, right, y)
        amount = _whole(product(top, share), currency, order)
        yield svg.label(LEFT - 6.0, y + 3.5, amount, anchor="end", size=9.5)
        told = figures.percent(share, order.language, 0)
        yield svg.label(x, bottom + 13, told, anchor="middle", size=9.5)
    yield svg.line(float(LEFT), bottom, right, bottom, stroke=svg.INK)
    middle = (LEFT + right) / 2
    axis = order.words("axis_utilization")
    yield svg.label(middle, HEIGHT - 6.0, axis, anchor="middle", size=9.5, fill=svg.MUTED)


def _names(lines: Sequence[Line], top: Decimal, currency: str, order: SheetOrder) -> Iterator[str]:
    """Yield the names beside the ends of the lines, pushed apart where they would touch."""
    placed = sorted(lines, key=lambda line: line.full, reverse=True)
    lowest = -100.0
    for line in placed:
        x, y = _point(Decimal(1), line.full, top)
        at = max(y + 3.5, lowest + LABEL_GAP)
        lowest = at
        yield svg.line(x, y, x + 8, at - 3.5)
        amount = _whole(line.full, currency, order)
        yield svg.line(
            x + 10,
            at - 3.5,
            x + 34,
            at - 3.5,
            stroke=svg.INK,
            stroke_width=1.4,
            stroke_dasharray=line.dash,
        )
        yield svg.label(x + 38, at, f"{line.name}: {amount}", size=9)


def _point(share: Decimal, cost: Decimal, top: Decimal) -> tuple[float, float]:
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    x = LEFT + float(share) * width
    return x, TOP + (1 - float(cost / top)) * height


def _whole(amount: Decimal, currency: str, order: SheetOrder) -> str:
    """Return an amount without cents."""
    converted, unit = order.conversion.converted(amount, currency)
    sign = figures.CURRENCY_SIGNS.get(unit, unit)
    text = figures.number(converted, order.language, 0)
    if order.language == "de":
        return f"{text} {sign}"
    return f"{sign}{text}" if len(sign) == 1 else f"{sign} {text}"


def _round_up(amount: Decimal) -> Decimal:
    """Return the next number with one or two leading digits that four steps divide well."""
    unit = Decimal(10) ** amount.adjusted()
    for factor in (Decimal(1), Decimal("1.2"), 2, Decimal("2.4"), 4, 6, 8, 10):
        if unit * factor >= amount:
            return unit * factor
    return unit * 10
