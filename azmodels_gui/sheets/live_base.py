# SPDX-License-Identifier: MIT
"""A base load on PTU, the rest per token, as rows that a spreadsheet reckons anew, and their cells:
exact figures, each with its formula.

The load is told as its different minutes; every size that can be deployed is tried, so that the
cheapest one follows whatever is changed.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from msgspec.structs import replace

from azmodels_gui.calculator.cost_curve import BaseLoad, sizes_of
from azmodels_gui.calculator.estimate import NO_PTU, Estimate
from azmodels_gui.calculator.exact import Number, quotient
from azmodels_gui.calculator.ways import spilling
from azmodels_gui.calculator.wording import FIGURES
from azmodels_gui.catalog.terms import Term
from azmodels_gui.language import figures
from azmodels_gui.language.words import in_language
from azmodels_gui.sheets.order import SheetOrder
from azmodels_gui.sheets.sheet import Cell, CellKind

MOST_PLACES = 9
"""Of a price or a share that is shown; the figure itself has all of them."""


@dataclass(frozen=True)
class LiveFigure:
    """One row of one column."""

    key: str
    label: str
    cell: Cell


class LiveCells:
    """Makes the figures of one estimate.

    `{key}` in a formula stands for the figure of that row, `{key@first}` for that of the first
    column, `{key[]}` for all rows of that group.
    """

    def __init__(self, found: Estimate, order: SheetOrder) -> None:
        self.found, self.words, self._order = found, order.words, order
        self.none = order.cells.text(order.words("does_not_apply"))
        no_ptu = found.refusal is not None and found.refusal.id in NO_PTU
        # What is not possible is told apart from what no source says.
        self.no_size = self.none if no_ptu else self.unknown

    @property
    def unknown(self) -> Cell:
        """What stands where no source says."""
        return self._order.cells.unknown()

    def number(self, value: Decimal | int, *sources: str, places: int | None = None) -> Cell:
        """Return a number."""
        told = self._order.cells.number(Decimal(value), *sources, places=places)
        return replace(told, places=min(told.places, MOST_PLACES))

    def share(self, share: Decimal, places: int = 2) -> Cell:
        """Return a share in percent."""
        return self._order.cells.percent(share, places=places)

    def exact(self, amount: Decimal, *sources: str) -> Cell:
        """Return an amount in the sheet's currency with all its places."""
        exact, currency = self._order.conversion.converted(amount, self.found.currency)
        places = min(MOST_PLACES, max(2, figures.places_of(exact, 2)))
        told = figures.unit_price(exact, currency, self._order.language)
        return Cell(CellKind.MONEY, told, exact, currency, places, sources)

    def money(self, amount: Decimal | None, formula: str = "") -> Cell:
        """Return an amount to the cent; an unknown one has no formula."""
        cell = self._order.cells.money(amount, self.found.currency)
        known = formula and amount is not None
        return replace(cell, formula=f"ROUND({formula},2)") if known else cell

    def figure(self, key: str, cell: Cell, formula: str = "") -> LiveFigure:
        """Return a figure that sizings name everywhere."""
        label = in_language(FIGURES[key], self._order.language)
        return LiveFigure(key, label, replace(cell, formula=formula) if formula else cell)

    def bought(self, term: Term, ptu: str) -> str:
        """Return what PTU cost a month as a formula; #N/A where it takes an unknown price."""
        hours = "*{month_hours}"
        factor = {Term.HOUR: hours, Term.YEAR: "/12"}.get(term, "")
        one = f"{{rate_{term}}}{factor}"
        if term is Term.HOUR or self.found.question.reserved_ptu is None:
            return f"{ptu}*{one}"
        reserved = f"{{reserved_ptu}}*{one}"
        if self.found.rates[Term.HOUR].amount is None:
            return f"IF({ptu}>{{reserved_ptu}},NA(),{reserved})"
        return f"{reserved}+MAX(0,{ptu}-{{reserved_ptu}})*{{rate_{Term.HOUR}}}{hours}"


LEVELS, MINUTES, SIZES, CARRIED, SPILLED = (
    *("live_levels", "live_minutes", "live_sizes", "live_carried", "live_spilled"),
)
"""Keys of the groups in which each different minute, or each size, has a row."""
COSTS = {term: f"live_costs_{term}" for term in Term}
FOLDED = frozenset({LEVELS, MINUTES, SIZES, CARRIED, SPILLED, *COSTS.values()})
"""All of them: too many rows to be read or printed."""
MOST_LEVELS, MOST_SIZES = 2_000, 400
"""More different minutes or sizes are not reckoned anew: a program would take minutes for it."""
_NOTHING = "–"


class LiveBase:
    """What spills over at every size, and what both together cost."""

    def __init__(self, base: BaseLoad, cells: LiveCells) -> None:
        self._base, self._cells = base, cells
        spill = base.spill
        self._profile = spill.profile
        if base.given is None:
            # As many again, so that a load may double.
            count = min(MOST_SIZES, 2 * len(spill.sizes))
            self._sizes = list(islice(sizes_of(spill.request.sizing), count))
        else:
            self._sizes = [base.given]

    @property
    def follows(self) -> bool:
        """Tell whether all of it can be reckoned anew, in a moment."""
        given, sizes = self._base.given, self._base.spill.sizes
        few = len(sizes) <= MOST_SIZES and len(self._profile.distribution.levels) <= MOST_LEVELS
        return few and (given is None or given in sizes or given > sizes[-1])

    def levels(self) -> Iterator[LiveFigure]:
        """Yield the different loads of a minute."""
        for at, (count, _) in enumerate(self._profile.distribution.levels, start=1):
            yield self._row("level", at, self._cells.number(self._profile.in_requests(count)))

    def minutes(self) -> Iterator[LiveFigure]:
        """Yield how many minutes have each of them."""
        for at, (_, minutes) in enumerate(self._profile.distribution.levels, start=1):
            yield self._row("minutes", at, self._cells.number(minutes))

    def scaled(self) -> Iterator[LiveFigure]:
        """Yield how the load of the rows above follows the busiest minute."""
        words, number = self._cells.words, self._cells.number
        once = replace(number(1), formula=f"{{peak_rpm}}/MAX({{{LEVELS}[]}})")
        yield LiveFigure("times", words("live_times"), once)
        all_of_them = f"SUMPRODUCT({{{LEVELS}[]}},{{{MINUTES}[]}})*{{times}}"
        series = replace(number(self._profile.total_requests), formula=all_of_them)
        yield LiveFigure("series_requests", words("live_series"), series)

    @property
    def average(self) -> str:
        """The average of the load as a share of its busiest minute, as a formula."""
        series = f"SUMPRODUCT({{{LEVELS}[]}},{{{MINUTES}[]}})"
        return f"{series}/SUM({{{MINUTES}[]}})/MAX({{{LEVELS}[]}})"

    def sizes(self) -> Iterator[LiveFigure]:
        """Yield all sizes: the minimum and the multiples of the step above it."""
        first = 1 if self._base.spill.request.sizing.minimum_ptu else 0
        for at, size in enumerate(self._sizes, start=1):
            step = f"(INT({{minimum_ptu}}/{{scale_increment}})+{at - first})*{{scale_increment}}"
            told = "{minimum_ptu}" if at == first else step
            formula = told if self._base.given is None else "{deployable_ptu}"
            yield self._row("size", at, replace(self._cells.number(size), formula=formula))

    def carried(self) -> Iterator[LiveFigure]:
        """Yield the whole requests a minute that each size carries."""
        request, scale = self._base.spill.request, self._profile.scale
        parts = ("", "") if scale == 1 else (f"*{scale}", f"/{scale}")
        for at, size in enumerate(self._sizes, start=1):
            exact = f"{{size_{at}}}*{{tpm_per_ptu}}{parts[0]}/{{normalized_request}}"
            # Nine places of a request: what carries a whole one must not carry one less.
            formula = f"INT(ROUND({exact},9)){parts[1]}"
            cell = self._cells.number(quotient(request.whole_requests(size), scale))
            yield self._row("carried", at, replace(cell, formula=formula))

    def spilled(self) -> Iterator[LiveFigure]:
        """Yield the requests of all minutes that spill over at each size."""
        load = f"{{{LEVELS}[]}}*{{times}}"
        for at, size in enumerate(self._sizes, start=1):
            over = f"({load}>{{carried_{at}}})*({load}-{{carried_{at}}})*{{{MINUTES}[]}}"
            cell = self._cells.number(self._spilled(size))
            yield self._row("spilled", at, replace(cell, formula=f"ROUND(SUMPRODUCT({over}),6)"))

    def costs(self, term: Term) -> Iterator[LiveFigure]:
        """Yield the cost of a month at each size that carries a part of the load."""
        for at, size in enumerate(self._sizes, start=1):
            if not self._known(term):
                yield self._row(f"cost_{term}_at", at, self._cells.unknown)
                continue
            spills = f"{{spilled_{at}}}/{{series_requests}}*{{monthly_requests}}*{{payg_request}}"
            both = f"{self._cells.bought(term, f'{{size_{at}}}')}+{spills}"
            formula = f'IF({{spilled_{at}}}>0,ROUND({both},6),"{_NOTHING}")'
            cost = self._base.curves[term].point(self._place(size)).cost
            cell = self._nothing
            if cost is not None and self._spilled(size):
                cell = replace(self._cells.exact(cost), places=2)
            yield self._row(f"cost_{term}_at", at, replace(cell, formula=formula))

    def best(self, term: Term) -> Iterator[LiveFigure]:
        """Yield what the cheapest size and what spills over cost, that size, and the share."""
        way, point, costs = spilling(term), self._base.best[term], f"{{{COSTS[term]}[]}}"
        at = f"MATCH(MIN({costs}),{costs},0)"
        cost = self._cells.figure(f"cost_{way}", self._cells.unknown)
        figures: tuple[tuple[str, str, Cell, str], ...] = (
            (
                cost.key,
                cost.label,
                self._nothing if point is None else self._cells.money(point.cost),
                f"ROUND(MIN({costs}),2)",
            ),
            (
                f"base_{term}",
                self._cells.words("live_base_ptu", way=cost.label),
                self._nothing if point is None else self._cells.number(point.ptu),
                f"INDEX({{{SIZES}[]}},{at})",
            ),
            (
                f"share_{term}",
                self._cells.words("live_base_share", way=cost.label),
                self._nothing if point is None else self._cells.share(point.spilled_share, 1),
                f"INDEX({{{SPILLED}[]}},{at})/{{series_requests}}",
            ),
        )
        for key, label, cell, formula in figures:
            told = replace(cell, formula=self._where_any(costs, formula))
            yield LiveFigure(key, label, told if self._known(term) else self._cells.unknown)

    def _where_any(self, costs: str, formula: str) -> str:
        """Return a formula, told otherwise where no size or one that is not tried is cheapest."""
        chosen = f'IF(COUNT({costs})=0,"{_NOTHING}",{formula})'
        if self._base.given is not None:
            return chosen
        more = self._cells.words("live_more")
        return f'IF({{spilled_{len(self._sizes)}}}>0,"{more}",{chosen})'

    @property
    def _nothing(self) -> Cell:
        return replace(self._cells.none, text=_NOTHING)

    def _known(self, term: Term) -> bool:
        """Tell whether all prices are: else no size is the cheapest."""
        prices = self._base.prices[term]
        of_all = prices.of_ptu(self._base.spill.sizes[-1])
        return prices.payg_request is not None and of_all is not None

    def _place(self, size: int) -> int:
        """Return where a size stands among those of the program; above, one carries all."""
        sizes = self._base.spill.sizes
        return min(bisect_left(sizes, size), len(sizes) - 1)

    def _spilled(self, size: int) -> Number:
        spill = self._base.spill
        return spill.in_requests(spill.spills[self._place(size)].requests)

    def _row(self, key: str, at: int, cell: Cell) -> LiveFigure:
        label = "live_level" if key in ("level", "minutes") else "live_size"
        return LiveFigure(f"{key}_{at}", self._cells.words(label, number=at), cell)
