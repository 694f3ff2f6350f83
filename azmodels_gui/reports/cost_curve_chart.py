# SPDX-License-Identifier: MIT
"""Cost of a month over the base load on PTU: a line for each term, the minimum marked."""

from collections.abc import Iterator
from decimal import Decimal

from azmodels_gui.calculator.cost_curve import CostCurve, CurvePoint
from azmodels_gui.calculator.profile_estimate import ProfileEstimate
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.reports import svg
from azmodels_gui.reports.order import SheetOrder
from azmodels_gui.reports.plot_area import PlotArea, round_marks, rounded_up
from azmodels_gui.reports.sheet import Chart
from azmodels_gui.reports.utilization_chart import named_lines

WIDTH, HEIGHT = 720.0, 250.0
LEFT, RIGHT, TOP, BOTTOM = 84.0, 272.0, 22.0, 34.0
LETTER = 6.0
"""About so wide is a letter of the minimum's label, which lines must not cross."""
MOST_PLACES = 300
"""More places along a line than that no paper shows; the minimum always stays one of them."""


def cost_curve_chart(found: ProfileEstimate, ptu: int, order: SheetOrder) -> Chart | None:
    """Return the chart; None where no term's price is known, or there is but one size."""
    curves = {term: each for term, each in found.curves.items() if each.minimum is not None}
    if not curves or len(found.spill.sizes) < 2:
        return None
    title = order.words("curve_chart")
    picture = svg.drawing(WIDTH, HEIGHT, _parts(found, curves, ptu, order), title)
    summary = _summary(found, ptu, order)
    return Chart(title, picture, int(WIDTH), int(HEIGHT), summary, found.sources)


def _parts(
    found: ProfileEstimate, curves: dict[Term, CostCurve], ptu: int, order: SheetOrder
) -> Iterator[str]:
    points = {term: _known(curve) for term, curve in curves.items()}
    highest = max(cost for line in points.values() for _, cost in line)
    top = order.conversion.rounded_with(rounded_up, highest, found.currency)
    last = Decimal(found.spill.sizes[-1])
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    area = PlotArea(LEFT, TOP, width, height, last, top)
    yield from area.rows(lambda amount: order.cells.whole_text(amount, found.currency))
    yield from area.marks(round_marks(last), lambda mark: figures.number(mark, order.language))
    yield area.title_below(order.words("axis_ptu"))
    x, _ = area.point(Decimal(ptu), Decimal(0))
    yield svg.line(x, TOP, x, area.bottom, stroke=svg.MUTED, stroke_dasharray="1 2")
    dashes = dict(zip(Term, svg.DASHES[1:], strict=True))
    for term, line in points.items():
        yield _polyline(line, dashes[term], area)
    ends = (
        (order.words(f"cost_{term}"), dashes[term], line[-1][1]) for term, line in points.items()
    )
    yield from named_lines(ends, area)
    yield from _minima(found, curves, area, order)


def _known(curve: CostCurve) -> list[tuple[int, Decimal]]:
    """Return sizes and costs, not too many, the ends and the minimum among them."""
    count = len(curve.points)
    places = {*range(0, count, count // MOST_PLACES + 1), count - 1}
    if curve.minimum is not None:
        places.add(curve.points.index(curve.minimum))
    chosen = (curve.points[at] for at in sorted(places))
    return [(point.ptu, point.cost) for point in chosen if point.cost is not None]


def _polyline(line: list[tuple[int, Decimal]], dash: str, area: PlotArea) -> str:
    places = (area.point(Decimal(ptu), cost) for ptu, cost in line)
    points = " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in places)
    look: dict[str, object] = {"fill": "none", "stroke": svg.INK, "stroke_width": 1.4}
    return svg.element("polyline", None, points=points, stroke_dasharray=dash, **look)


def _minima(
    found: ProfileEstimate, curves: dict[Term, CostCurve], area: PlotArea, order: SheetOrder
) -> Iterator[str]:
    """Yield a ring at each minimum, a full one with its cost at the least of all."""
    cheapest = found.cheapest
    for term, curve in curves.items():
        least = curve.minimum
        if least is None or least.cost is None:
            continue
        x, y = area.point(Decimal(least.ptu), least.cost)
        is_least = cheapest is not None and cheapest.term is term
        fill = svg.INK if is_least else "#ffffff"
        yield svg.element("circle", None, cx=x, cy=y, r=3.2, fill=fill, stroke=svg.INK)
        if is_least:
            anchor = "start" if x < (area.left + area.right) / 2 else "end"
            at = x + (7 if anchor == "start" else -7)
            told = _point_text(least, found.currency, order)
            beside = y + 14 if y + 18 < area.bottom else y - 8
            wide = len(told) * LETTER
            left = at if anchor == "start" else at - wide
            ground = {"x": left - 2, "y": beside - 9, "width": wide + 4, "height": 12.0}
            yield svg.element("rect", None, fill="#ffffff", **ground)
            yield svg.label(at, beside, told, anchor=anchor, size=9.5, font_weight="bold")


def _point_text(point: CurvePoint, currency: str, order: SheetOrder) -> str:
    cost = order.cells.whole_text(point.cost or Decimal(0), currency)
    return f"{figures.number(point.ptu, order.language)} PTU: {cost}"


def _summary(found: ProfileEstimate, ptu: int, order: SheetOrder) -> str:
    words, cheapest = order.words, found.cheapest
    told = [words("curve_shown", ptu=figures.number(ptu, order.language))]
    if cheapest is not None:
        least = cheapest.point
        cost = order.cells.amount_text(least.cost or Decimal(0), found.currency)
        ptu_text = figures.number(least.ptu, order.language)
        term = words(f"cost_{cheapest.term}")
        told.insert(0, words("curve_summary", ptu=ptu_text, term=term, cost=cost))
    return " ".join(told)
