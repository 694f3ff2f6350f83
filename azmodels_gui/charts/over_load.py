# SPDX-License-Identifier: MIT
"""Charts of scenarios: the cost of each over the load, and of a plan its total and its cost."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from azmodels_gui.calculator.counted import Period
from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient, total
from azmodels_gui.calculator.plan import Plan, Planned, over_load
from azmodels_gui.calculator.sensitivity import Lever, Variation, Varying, steps_of_load
from azmodels_gui.calculator.ways import PAYG, spills, term_of
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
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
    Told,
    Upright,
)
from azmodels_gui.charts.estimate import A_MONTH, PER_TOKEN, SHORT_TERMS, STROKES
from azmodels_gui.language.words import N_, Message

TIMES = Decimal(4)
"""The picture ends at this multiple of the load."""
MOST_STEPS = 60
"""More steps than that are drawn as the line from corner to corner."""
SPILL_STEPS = 8
"""Places for each multiple at which a base load is reckoned; between them it is a line."""
AIR = 1.1
HEIGHT = 290
_STROKES = (Stroke.TOKEN, Stroke.HOUR, Stroke.YEAR, Stroke.MONTH)


class LoadUnit(Struct, frozen=True):
    """How the load was stated: what stands at the axis."""

    here: Decimal
    """The load itself."""
    title: Message
    yours: Message
    """The reader's own load; `{load}` is its figure."""


def in_requests(rpm: Decimal) -> LoadUnit:
    """Return the load as requests in the busiest minute."""
    title, yours = N_("requests in the busiest minute"), N_("your load: {load} a minute")
    return LoadUnit(rpm, title, yours)


def in_users(users: Decimal) -> LoadUnit:
    """Return the load as users who all ask alike."""
    return LoadUnit(users, N_("users who ask alike"), N_("your load: {load} users"))


class Compared(Struct, frozen=True):
    """A scenario of the picture: what it is called, and the way it is paid."""

    name: str
    found: Estimate
    way: str
    """One of the ways to pay."""

    @property
    def cost(self) -> Decimal | None:
        """What a month costs; None: not known."""
        return self.found.cost_of(self.way)

    def then(self, times: Decimal) -> Variation:
        """Return a month of a multiple of the load."""
        return Varying(self.found).at(Lever.LOAD, times, (self.way,))


def cost_over_load_chart(
    options: Sequence[Compared], unit: LoadUnit, amounts: Amounts
) -> Chart | None:
    """Return the chart; None where no scenario has a known cost, or there is no load.

    Args:
        options: scenarios of the same load.
        unit: how the load was stated.
        amounts: language and currency.
    """
    known = [each for each in options if each.cost is not None]
    if not known or not unit.here:
        return None
    return _CostOverLoad(known, unit, amounts).chart()


_Curve = tuple[tuple[float, ...], tuple[float, ...]]


class _CostOverLoad:
    """The chart of some scenarios; their costs are known."""

    def __init__(self, known: Sequence[Compared], unit: LoadUnit, amounts: Amounts) -> None:
        self._known, self._unit, self._amounts, self._tell = known, unit, amounts, amounts.tell

    def chart(self) -> Chart:
        tell, amounts, unit = self._tell, self._amounts, self._unit
        lines = tuple(self._lines())
        top = max(max(line.ys) for line in lines) * AIR or 1.0
        yours = amounts.number(unit.here)
        plot = Plot(
            Axis(tell(unit.title), float(product(unit.here, TIMES)), amounts.mark),
            Axis(tell(A_MONTH, currency=amounts.currency), top, amounts.mark),
            lines=lines,
            marks=tuple(
                Mark(_stroke(at), float(unit.here), self._cost(at))
                for at, *_ in self._drawn.values()
            ),
            upright=Upright(float(unit.here), tell(unit.yours, load=yours)),
            step=float(unit.here) / 10,
            tell=self._told,
        )
        sources = tuple(dict.fromkeys(each for one in self._known for each in one.found.sources))
        return Chart(tell(N_("Cost over the load")), (plot,), HEIGHT, self._summary(), sources)

    def _cost(self, at: int) -> float:
        return self._height(self._known[at].cost or Decimal(0))

    def _lines(self) -> Iterator[Line]:
        for (xs, ys), places in self._drawn.items():
            names = dict.fromkeys(self._named(self._known[at]) for at in places)
            yield Line(_stroke(places[0]), " = ".join(names), xs, ys)

    @cached_property
    def _drawn(self) -> dict[_Curve, list[int]]:
        """The lines, and the places of the scenarios that each stands for: equal costs are one."""
        found: dict[_Curve, list[int]] = {}
        for at, each in enumerate(self._known):
            points = list(self._points(each))
            xs = tuple(float(product(self._unit.here, times)) for times, _ in points)
            ys = tuple(self._height(cost) for _, cost in points)
            found.setdefault((xs, ys), []).append(at)
        return found

    def _points(self, each: Compared) -> Iterator[tuple[Decimal, Decimal]]:
        """Yield multiples of the load and their cost; a step of PTU goes straight up."""
        found, cost = each.found, each.cost or Decimal(0)
        if each.way == PAYG:
            yield Decimal(0), Decimal(0)
            yield TIMES, product(cost, TIMES)
            return
        if spills(each.way):
            yield Decimal(0), Decimal(0)
            for at in range(1, int(TIMES * SPILL_STEPS) + 1):
                times = Decimal(at) / SPILL_STEPS
                yield times, each.then(times).cost(each.way) or Decimal(0)
            return
        steps = steps_of_load(found, TIMES)
        stride = -(-len(steps) // MOST_STEPS)
        reached = Decimal(0)
        for ptu, times in (*steps[:-1:stride], *steps[-1:]):
            more = found.cost_of_ptu(ptu, Term(each.way))
            if more is None:
                return
            if stride == 1 or not reached:
                yield reached, more
            reached = min(times, TIMES)
            yield reached, more

    def _named(self, each: Compared) -> str:
        way = PER_TOKEN if each.way == PAYG else _SPILLING if spills(each.way) else _PTU
        return f"{each.name}, {self._tell(way)}"

    def _told(self, load: float) -> Told:
        """Return what each scenario costs at a load."""
        here = Decimal(f"{load:.6g}")
        times = quotient(here, self._unit.here)
        return (
            f"{self._amounts.number(here)} {self._tell(self._unit.title)}",
            *(self._cost_told(each, times) for each in self._known),
        )

    def _cost_told(self, each: Compared, times: Decimal) -> str:
        then = each.then(times)
        cost, ptu = then.cost(each.way), then.ptu_of(each.way)
        told = "?" if cost is None else self._amounts(cost)
        return f"{each.name}: {told}" + (f" ({self._amounts.number(ptu)} PTU)" if ptu else "")

    def _summary(self) -> str:
        words = N_("{name}: {cost} a month, {doubled} at twice the load.")
        return " ".join(
            self._tell(
                words,
                name=self._named(each),
                cost=self._amounts.to_cents(each.cost or Decimal(0)),
                doubled="?" if twice is None else self._amounts.to_cents(twice),
            )
            for each in self._known
            for twice in [each.then(Decimal(2)).cost(each.way)]
        )

    def _height(self, cost: Decimal) -> float:
        return float(self._amounts.converted(cost))


_PTU = N_("PTU")
_SPILLING = N_("PTU and spillover")


def _stroke(at: int) -> Stroke:
    return _STROKES[at % len(_STROKES)]


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
    rows = tuple(_total_rows(told, amounts))
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


def _total_rows(told: Planned, amounts: Amounts) -> Iterator[Row]:
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
    ways = dict(_plan_ways(plan))
    lines = tuple(_plan_lines(plan, ways, amounts))
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
        tell=lambda at: tuple(_plan_told(plan, ways, at, amounts)),
    )
    summary = " ".join(f"{'; '.join(_plan_told(plan, ways, at, amounts))}." for at in (1.0, 2.0))
    title = amounts.tell(N_("Cost of all over the load"))
    return Chart(title, (plot,), HEIGHT, summary, plan.sources)


def _plan_ways(plan: Plan) -> Iterator[tuple[Stroke, Sequence[str | None]]]:
    """Yield how all are paid, by the stroke of its line: planned, per token, best term of PTU."""
    yield Stroke.LEVEL, plan.ways
    costs = {term: cost for term in plan.terms_for_all if (cost := plan.all_by(term)) is not None}
    others: list[tuple[Stroke, str]] = [(Stroke.TOKEN, PAYG)]
    if costs:
        best = min(costs, key=lambda term: costs[term])
        others.append((STROKES[best], best.value))
    paid = ((stroke, plan.all_paid(way)) for stroke, way in others)
    yield from ((stroke, ways) for stroke, ways in paid if ways != plan.ways)


def _plan_lines(
    plan: Plan, ways: dict[Stroke, Sequence[str | None]], amounts: Amounts
) -> Iterator[Line]:
    for stroke, paid in ways.items():
        stretches = list(over_load(plan, paid, TIMES))
        if stretches:
            xs = [float(x) for each in stretches for x in (each.begin, each.end)]
            costs = (cost for each in stretches for cost in (each.first, each.last))
            ys = [float(amounts.converted(cost)) for cost in costs]
            yield Line(stroke, _plan_name(stroke, paid, amounts), tuple(xs), tuple(ys))


def _plan_name(stroke: Stroke, paid: Sequence[str | None], amounts: Amounts) -> str:
    if stroke is Stroke.LEVEL:
        return amounts.tell(_PLANNED)
    if stroke is Stroke.TOKEN:
        return amounts.tell(_ALL_PER_TOKEN)
    term = next(each for each in paid if each != PAYG)  # batch jobs are paid per token
    return amounts.tell(_ALL_PTU, term=amounts.tell(SHORT_TERMS[Term(str(term))]))


def _plan_told(
    plan: Plan, ways: dict[Stroke, Sequence[str | None]], at: float, amounts: Amounts
) -> Iterator[str]:
    """Yield what each way costs at a multiple of all loads."""
    times = Decimal(f"{at:.3g}")
    yield f"× {amounts.number(times)}"
    months = plan.months_at(times)
    for stroke, paid in ways.items():
        cost = plan.cost_of(months, paid)
        told = amounts.tell(_UNKNOWN) if cost is None else amounts(cost)
        yield f"{_plan_name(stroke, paid, amounts)}: {told}"
