# SPDX-License-Identifier: MIT
"""Cost of every scenario over the load: per token in a line, PTU in steps."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct

from azmodels_gui.calculator.estimate import Estimate
from azmodels_gui.calculator.exact import product, quotient
from azmodels_gui.calculator.sensitivity import Lever, Variation, Varying, steps_of_load
from azmodels_gui.calculator.ways import PAYG, spills
from azmodels_gui.catalog.terms import Term
from azmodels_gui.charts.amounts import Amounts
from azmodels_gui.charts.break_even import A_MONTH, PER_TOKEN
from azmodels_gui.charts.chart import Axis, Chart, Line, Mark, Plot, Stroke, Told, Upright
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
        return Varying(self.found).at(Lever.LOAD, times, self.way)


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
        steps = list(steps_of_load(found, TIMES))
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
