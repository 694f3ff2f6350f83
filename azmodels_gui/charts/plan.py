# SPDX-License-Identifier: MIT
"""Charts of a plan: its total, deployment by deployment, and its cost over the load."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.exact import total
from azmodels_gui.calculator.plan import Plan, Planned, over_load
from azmodels_gui.calculator.ways import PAYG, term_of
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.break_even import A_MONTH, PER_TOKEN, SHORT_TERMS, STROKES
from azmodels_gui.charts.chart import (
    Amount,
    Axis,
    Chart,
    Fill,
    Line,
    Mark,
    Plot,
    Row,
    Rows,
    Stroke,
    Upright,
)
from azmodels_gui.charts.cost_over_load import AIR, HEIGHT, TIMES
from azmodels_gui.language.words import N_, Message

_BY_HOUR = N_("PTU, hourly")
_RESERVED = N_("PTU, reserved")
_TOTAL = N_("Together")
_SHARED = N_("Shared reservation")
_BESIDE = N_("Beside")
_UNKNOWN = N_("unknown")
_ALL_PER_TOKEN = N_("all per token")
_ALL_PTU = N_("all on PTU, {term}")
_PLANNED = N_("as planned")


def plan_chart(told: Planned, amounts: Amounts) -> Chart | None:
    """Return the total as bars that begin where the one before ends; None: no cost is known."""
    plan = told.plan
    rows = tuple(_rows(told, amounts))
    shown = [amount for row in rows for group in row.groups for amount in group]
    high = max((each.start + (each.value or 0.0) for each in shown), default=0.0)
    if not high:
        return None
    fills = {each.fill for each in shown[:-1] if each.value is not None}
    legend = tuple((fill, amounts.tell(words)) for fill, words in _LEGEND if fill in fills)
    title = amounts.tell(N_("Cost of all deployments"))
    heading = amounts.tell(A_MONTH, currency=amounts.currency)
    summary = "; ".join(f"{row.name}: {row.told[-1]}" for row in rows)
    return Chart(title, Rows((heading,), (high,), rows), 0, summary, plan.sources, legend)


_LEGEND: tuple[tuple[Fill, Message], ...] = (
    (Fill.STRONG, _RESERVED),
    (Fill.HATCHED, _BY_HOUR),
    (Fill.SOFT, PER_TOKEN),
)


def _rows(told: Planned, amounts: Amounts) -> Iterator[Row]:
    plan, reached = told.plan, Decimal(0)
    for name, way, cost in zip(told.names, plan.ways, plan.alone, strict=True):
        if cost is None:
            yield Row(name, ((Amount(_fill(way), None, amounts.tell(_UNKNOWN)),),))
            continue
        yield Row(name, ((_bar(_fill(way), cost, reached, amounts),),))
        reached = total([reached, cost])
    if plan.beside(Period.MONTH):
        cost = plan.beside_monthly
        bar = Amount(Fill.OPEN, None, amounts.tell(_UNKNOWN))
        if cost is not None:
            bar = _bar(Fill.SOFT, cost, reached, amounts)
            reached = total([reached, cost])
        yield Row(amounts.tell(_BESIDE), ((bar,),))
    for name, _ in told.missing:
        yield Row(name, ((Amount(Fill.OPEN, None, amounts.tell(_UNKNOWN)),),))
    if plan.shared:
        begin = min(reached, total([reached, plan.shared]))
        sign = "+" if plan.shared > 0 else "−"
        bar = _bar(Fill.OPEN, abs(plan.shared), begin, amounts, sign)
        yield Row(amounts.tell(_SHARED), ((bar,),))
    known = told.monthly
    bar = _bar(Fill.FAINT, known or Decimal(0), Decimal(0), amounts)
    if known is None:  # the outline of what is known of it
        long = float(amounts.converted(plan.known_monthly))
        bar = Amount(Fill.OPEN, long, amounts.tell(_UNKNOWN))
    yield Row(amounts.tell(_TOTAL), ((bar,),))


def _bar(fill: Fill, cost: Decimal, begin: Decimal, amounts: Amounts, sign: str = "") -> Amount:
    long, start = (float(amounts.converted(each)) for each in (cost, begin))
    return Amount(fill, long, sign + amounts.to_cents(cost), start)


def _fill(way: str | None) -> Fill:
    """Return the fill of a way; a base load is told by how its PTU are paid."""
    term = None if way is None else term_of(way)
    if term is None:
        return Fill.OPEN if way is None else Fill.SOFT
    return Fill.HATCHED if term is Term.HOUR else Fill.STRONG


def plan_over_load_chart(told: Planned, amounts: Amounts) -> Chart | None:
    """Return the cost over a multiple of all loads; None where the total is not known."""
    plan = told.plan
    if told.monthly is None:
        return None
    ways = dict(_ways(plan))
    lines = tuple(_lines(plan, ways, amounts))
    top = max((max(line.ys) for line in lines), default=0.0) * AIR
    if not top:
        return None
    plot = Plot(
        Axis(amounts.tell(N_("times the loads")), float(TIMES), lambda at: f"× {amounts.mark(at)}"),
        Axis(amounts.tell(A_MONTH, currency=amounts.currency), top, amounts.mark),
        lines=lines,
        marks=(Mark(Stroke.LEVEL, 1.0, float(amounts.converted(told.monthly))),),
        upright=Upright(1.0, amounts.tell(N_("your loads"))),
        step=0.1,
        tell=lambda at: tuple(_told(plan, ways, at, amounts)),
    )
    summary = " ".join(f"{'; '.join(_told(plan, ways, at, amounts))}." for at in (1.0, 2.0))
    title = amounts.tell(N_("Cost of all over the load"))
    return Chart(title, (plot,), HEIGHT, summary, plan.sources)


def _ways(plan: Plan) -> Iterator[tuple[Stroke, Sequence[str | None]]]:
    """Yield how all are paid, by the stroke of its line: planned, per token, best term of PTU."""
    yield Stroke.LEVEL, plan.ways
    costs = {term: cost for term in plan.terms_for_all if (cost := plan.all_by(term)) is not None}
    others: list[tuple[Stroke, str]] = [(Stroke.TOKEN, PAYG)]
    if costs:
        best = min(costs, key=lambda term: costs[term])
        others.append((STROKES[best], best.value))
    paid = ((stroke, plan.all_paid(way)) for stroke, way in others)
    yield from ((stroke, ways) for stroke, ways in paid if ways != plan.ways)


def _lines(
    plan: Plan, ways: dict[Stroke, Sequence[str | None]], amounts: Amounts
) -> Iterator[Line]:
    for stroke, paid in ways.items():
        stretches = list(over_load(plan, paid, TIMES))
        if stretches:
            xs = [float(x) for each in stretches for x in (each.begin, each.end)]
            costs = (cost for each in stretches for cost in (each.first, each.last))
            ys = [float(amounts.converted(cost)) for cost in costs]
            yield Line(stroke, _name(stroke, paid, amounts), tuple(xs), tuple(ys))


def _name(stroke: Stroke, paid: Sequence[str | None], amounts: Amounts) -> str:
    if stroke is Stroke.LEVEL:
        return amounts.tell(_PLANNED)
    if stroke is Stroke.TOKEN:
        return amounts.tell(_ALL_PER_TOKEN)
    term = next(each for each in paid if each != PAYG)  # batch jobs are paid per token
    return amounts.tell(_ALL_PTU, term=amounts.tell(SHORT_TERMS[Term(str(term))]))


def _told(
    plan: Plan, ways: dict[Stroke, Sequence[str | None]], at: float, amounts: Amounts
) -> Iterator[str]:
    """Yield what each way costs at a multiple of all loads."""
    times = Decimal(f"{at:.3g}")
    yield f"× {amounts.number(times)}"
    months = plan.months_at(times)
    for stroke, paid in ways.items():
        cost = plan.cost_of(months, paid)
        told = amounts.tell(_UNKNOWN) if cost is None else amounts(cost)
        yield f"{_name(stroke, paid, amounts)}: {told}"
